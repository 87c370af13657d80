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
    -- A number that orders as (at_us, id) does, as ClickHouse finds the greatest number faster than the greatest tuple.
    (at_us, id) -> bitOr(bitShiftLeft(toUInt256(at_us + 4611686018427387904), 128), toUInt256(id)) AS moment,
    summed AS
    (
        SELECT learner_id, course, count() AS statements, min(at_us) AS first_us, max(at_us) AS last_us,
            argMax(context, moment(at_us, id)) AS last_context,
            argMaxIf(context, moment(at_us, id), named) AS named_context, maxIf(at_us, named) AS named_us,
            minOrNullIf(at_us, deed = 'registered') AS registered_us,
            minOrNullIf(at_us, learns AND role != 'course') AS started_us,
            started_us - registered_us AS waited_us,
            minOrNullIf(at_us, deed = 'completed') AS completed_us,
            maxOrNullIf(at_us, deed = 'withdrew') AS withdrawn_us,
            maxIf(moment(at_us, id), deed = 'withdrew') > maxIf(moment(at_us, id), deed = 'registered') AS is_withdrawn
        FROM resolved_statements
        WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}
        GROUP BY learner_id, course
        HAVING countIf(learns) > 0
    ),
    contexts AS
    (
        SELECT context_key, from_us, until_us, course_id, is_declared, version, mode, cohort
        FROM context_sections WHERE run = {run:UInt64}
    )
SELECT
    s.learner_id, c.course_id, c.version, NOT c.is_declared, c.mode, n.cohort, s.statements,
    fromUnixTimestamp64Micro(s.registered_us, 'UTC'), fromUnixTimestamp64Micro(s.started_us, 'UTC'),
    fromUnixTimestamp64Micro(s.first_us, 'UTC'), fromUnixTimestamp64Micro(s.last_us, 'UTC'),
    if(s.waited_us < 0, 0, s.waited_us) / 86400e6,
    fromUnixTimestamp64Micro(s.completed_us, 'UTC'),
    if(s.is_withdrawn, fromUnixTimestamp64Micro(s.withdrawn_us, 'UTC'), NULL),
    {run:UInt64}, 0
FROM summed AS s
INNER JOIN contexts AS c ON c.context_key = s.last_context
LEFT JOIN contexts AS n ON n.context_key = s.named_context AND n.from_us <= s.named_us AND s.named_us < n.until_us
WHERE c.from_us <= s.last_us AND s.last_us < c.until_us
    AND {run:UInt64} = (SELECT max(run) FROM metrics_runs)
SETTINGS optimize_on_insert = 0
