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
        SELECT learner_id, course_id, sum(t.statements) AS statements, min(t.started_us) AS first_us, max(t.last_us) AS last_us,
            argMax((version, is_inferred, mode), number) AS outline,
            argMaxIf(t.cohort, number, t.cohort != '') AS cohort,
            minOrNullIf(t.started_us, deed = 'registered') AS registered_us,
            minOrNullIf(t.started_us, learns AND NOT is_about_course) AS started_us,
            started_us - registered_us AS waited_us,
            minOrNullIf(t.started_us, deed = 'completed') AS completed_us,
            maxOrNullIf(t.last_us, deed = 'withdrew') AS withdrawn_us,
            maxIf(number, deed = 'withdrew') > maxIf(number, deed = 'registered') AS is_withdrawn
        FROM placed_stretches(run = {run:UInt64}, chunk = {chunk:UInt32}) AS t
        WHERE course_id != ''
        GROUP BY learner_id, course_id
        HAVING max(learns)
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
SETTINGS optimize_on_insert = 0
