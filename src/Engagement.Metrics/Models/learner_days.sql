-- A row: a learner's day (UTC) in a course, in sections of one kind; kind is empty for what belongs to no section.
-- Grain: course_id, learner_id, day, kind. Keys: learner_id, course_id → enrolments.
-- Source: metrics, "Time on section" 7, by day. A visit's seconds belong to the day it started on.
INSERT INTO learner_days
    (course_id, learner_id, day, kind, statements, responses, sections, seconds_low, row_version, is_deleted)
WITH
    -- Days since 1900, before which no statement lies.
    at_us -> toUInt32(intDiv(at_us + 2208988800000000, 86400000000)) AS day_of,
    by_place AS
    (
        SELECT learner_id, place, day_of(at_us) AS day, kind, any(course) AS course,
            count() AS statements, countIf(role = 'act') AS responses, toInt64(0) AS low_us
        FROM resolved_statements
        WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}
        GROUP BY learner_id, place, day, kind
        UNION ALL
        SELECT learner_id, place, day_of(started_us), kind, course, 0, 0, low_us
        FROM run_visits
        WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}
    ),
    summed AS
    (
        SELECT learner_id, course, day, kind, sum(p.statements) AS statements, sum(p.responses) AS responses,
            countIf(p.statements > 0 AND kind != '') AS sections, sum(p.low_us) AS low_us
        FROM by_place AS p GROUP BY learner_id, course, day, kind
    )
SELECT c.course_id, d.learner_id, toDate32('1900-01-01') + d.day, d.kind, d.statements, d.responses, d.sections,
    reinterpret(d.low_us, 'Decimal64(6)'), {run:UInt64}, 0
FROM summed AS d
INNER JOIN (SELECT DISTINCT course, course_id FROM run_places WHERE run = {run:UInt64}) AS c ON c.course = d.course
WHERE (d.learner_id, c.course_id) IN
(
    SELECT learner_id, course_id FROM enrolments
    WHERE row_version = {run:UInt64}
        AND learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
)
    AND {run:UInt64} = (SELECT max(run) FROM metrics_runs)
SETTINGS optimize_on_insert = 0, query_plan_join_swap_table = 'false'
