-- A row: a learner of a course. Grain: learner_id, course_id.
-- Somebody all of whose statements there are feedback, or about other statements (an answer to a cry for help, a voiding),
-- is no learner of it but a facilitator.
-- version: the outline in force at the learner's last statement in the course, whose sections they are measured by.
-- completed_at: first completed or passed statement whose object is the course (metrics, "Skipping").
INSERT INTO learner_courses (learner_id, course_id, version, is_inferred, statements, first_at, last_at, completed_at, row_version, is_deleted)
SELECT
    learner_id, course_id, last.1, NOT last.2, statements,
    fromUnixTimestamp64Micro(first_us, 'UTC'), fromUnixTimestamp64Micro(last_us, 'UTC'),
    if(completed_us = 0, NULL, fromUnixTimestamp64Micro(completed_us, 'UTC')),
    {run:UInt64}, 0
FROM
(
    SELECT learner_id, toString(course_id) AS course_id,
        argMax((version, is_declared), (at_us, statement_order)) AS last,
        count() AS statements, min(at_us) AS first_us, max(at_us) AS last_us,
        minIf(at_us, is_completion) AS completed_us
    FROM resolved_statements
    WHERE run = {run:UInt64} AND course_id != ''
    GROUP BY learner_id, course_id
    HAVING countIf(makes_learner) > 0
)
WHERE {run:UInt64} = (SELECT max(run) FROM metrics_runs)
