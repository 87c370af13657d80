-- A row: a learner's day (UTC) in a course, in sections of one kind; kind is empty for what belongs to no section.
-- Grain: course_id, learner_id, day, kind. Keys: learner_id, course_id → enrolments.
-- Source: metrics, "Time on section" 7, by day. A visit's seconds belong to the day it started on.
INSERT INTO learner_days
    (course_id, learner_id, day, kind, statements, responses, sections, seconds_low, row_version, is_deleted)
WITH
    parts AS
    (
        SELECT learner_id, course, place, day, kind, statements, responses, toInt64(0) AS low_us
        FROM placed_stretches(run = {run:UInt64}, chunk = {chunk:UInt32})
        UNION ALL
        SELECT learner_id, course, place, day, kind, 0, 0, low_us
        FROM run_visits
        WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}
    ),
    summed AS
    (
        SELECT learner_id, course, day, kind, sum(p.statements) AS statements, sum(p.responses) AS responses,
            uniqExactIf(place, kind != '' AND p.statements > 0) AS sections, sum(p.low_us) AS low_us
        FROM parts AS p GROUP BY learner_id, course, day, kind
    )
SELECT c.course_id, d.learner_id, toDate32('1900-01-01') + d.day, d.kind, d.statements, d.responses, d.sections,
    reinterpret(d.low_us, 'Decimal64(6)'), {run:UInt64}, 0
FROM summed AS d
INNER JOIN (SELECT DISTINCT course, course_id FROM run_scenes WHERE run = {run:UInt64}) AS c ON c.course = d.course
WHERE (d.learner_id, c.course_id) IN (SELECT learner_id, course_id FROM run_enrolments(run = {run:UInt64}, chunk = {chunk:UInt32}))
    AND {run:UInt64} = (SELECT max(run) FROM metrics_runs)
SETTINGS optimize_on_insert = 0, query_plan_join_swap_table = 'false'
