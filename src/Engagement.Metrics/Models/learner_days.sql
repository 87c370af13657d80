-- A row: a learner's day (UTC) in a course, in sections of one kind; kind is empty for what belongs to no section.
-- Grain: course_id, learner_id, day, kind. Keys: learner_id, course_id → enrolments.
-- Source: metrics, "Time on section" 7, by day. A visit's seconds belong to the day it started on.
INSERT INTO learner_days
    (course_id, learner_id, day, kind, statements, responses, sections, seconds_low, row_version, is_deleted)
WITH
    days AS
    (
        SELECT learner_id, s.course AS course, intDiv(s.at - positiveModulo(s.at, 86400000000), 86400000000) AS day,
            toLowCardinality(toString(s.kind)) AS kind, s.role = 'act' AS is_response, s.place AS place, toInt64(0) AS low_us, 1 AS is_statement
        FROM timelines ARRAY JOIN statements AS s
        WHERE run = {run:UInt64} AND chunk = {chunk:UInt32} AND has(courses, s.course)
        UNION ALL
        SELECT learner_id, course, intDiv(started_us - positiveModulo(started_us, 86400000000), 86400000000),
            kind, 0, place, low_us, 0
        FROM run_visits
        WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}
    ),
    summed AS
    (
        SELECT learner_id, course, day, kind, sum(is_statement) AS statements, sum(is_response) AS responses,
            if(kind = '', 0, uniqExact(place)) AS sections, sum(low_us) AS low_us
        FROM days GROUP BY learner_id, course, day, kind
    )
SELECT c.course_id, d.learner_id, toDate32(toInt32(d.day)), d.kind, d.statements, d.responses, d.sections,
    reinterpret(d.low_us, 'Decimal64(6)'), {run:UInt64}, 0
FROM summed AS d
INNER JOIN (SELECT DISTINCT course, course_id FROM run_places WHERE run = {run:UInt64}) AS c ON c.course = d.course
WHERE {run:UInt64} = (SELECT max(run) FROM metrics_runs)
