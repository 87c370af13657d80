-- A row: a learner of a course. Grain: learner_id, course_id.
-- Source: metrics, "Words": delivery mode; "Skipping": completed; "Around the sections": waiting to start.
-- Somebody all of whose statements there are feedback, or about other statements (an answer to a cry for help, a voiding),
-- is no learner of it but a facilitator.
-- version, mode: of the outline in force at the learner's last statement in the course, whose sections they are measured by.
-- A withdrawal counts until the learner registers again.
INSERT INTO enrolments
    (learner_id, course_id, version, is_inferred, mode, cohort, statements, registered_at, started_at, first_at, last_at,
     waiting_days, completed_at, withdrawn_at, row_version, is_deleted)
WITH
    summed AS
    (
        SELECT t.learner_id AS learner_id, s.course_id AS course_id, sum(t.statements) AS statements, min(t.started_us) AS first_us, max(t.last_us) AS last_us,
            argMax((s.version, s.is_inferred, s.mode), t.number) AS outline,
            argMaxIf(s.cohort, t.number, s.cohort != '') AS cohort,
            minOrNullIf(t.started_us, t.deed = 'registered') AS registered_us,
            minOrNullIf(t.started_us, t.learns AND NOT t.is_about_course) AS started_us,
            started_us - registered_us AS waited_us,
            minOrNullIf(t.started_us, t.deed = 'completed') AS completed_us,
            maxOrNullIf(t.last_us, t.deed = 'withdrew') AS withdrawn_us,
            maxIf(t.number, t.deed = 'withdrew') > maxIf(t.number, t.deed = 'registered') AS is_withdrawn
        FROM (SELECT * FROM run_stretches WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}) AS t
        INNER JOIN (SELECT * FROM run_scenes WHERE run = {run:UInt64} AND course_id != '') AS s ON s.scene = t.scene
        GROUP BY learner_id, course_id
        HAVING max(t.learns)
    )
SELECT
    learner_id, course_id, outline.1, outline.2, outline.3, cohort, statements,
    fromUnixTimestamp64Micro(registered_us, 'UTC'), fromUnixTimestamp64Micro(started_us, 'UTC'),
    fromUnixTimestamp64Micro(first_us, 'UTC'), fromUnixTimestamp64Micro(last_us, 'UTC'),
    if(waited_us < 0, 0, waited_us) / 86400e6,
    fromUnixTimestamp64Micro(completed_us, 'UTC'),
    if(is_withdrawn, fromUnixTimestamp64Micro(withdrawn_us, 'UTC'), NULL),
    {run:UInt64}, 0
FROM summed
WHERE {run:UInt64} = (SELECT max(run) FROM metrics_runs)
SETTINGS optimize_on_insert = 0, query_plan_join_swap_table = 'false'
