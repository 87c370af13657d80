-- A row: a learner's day (UTC) in a course, in sections of one kind; kind is empty for what belongs to no section.
-- Grain: course_id, learner_id, day, kind. Keys: learner_id, course_id → enrolments.
-- Source: metrics, "Time on section" 7, by day. A visit's seconds belong to the day it started on.
INSERT INTO learner_days
    (course_id, learner_id, day, kind, statements, responses, sections, seconds_low, row_version, is_deleted)
WITH
    -- Days since 1900, before which no statement lies.
    at -> toUInt32(intDiv(at + 2208988800000000, 86400000000)) AS day_of,
    -- Runs of consecutive statements of one place on one day: there are far fewer than statements.
    split AS
    (
        SELECT learner_id, courses, arrayMap(at -> day_of(at), statements.at) AS days,
            arraySplit((s, day, place, day_before, place_before) -> day != day_before OR place != place_before,
                arrayZip(statements.at, statements.course, statements.place, statements.kind, statements.role), days, statements.place,
                arrayPushFront(arrayPopBack(days), 0), arrayPushFront(arrayPopBack(statements.place), 0)) AS runs
        FROM timelines
        WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}
    ),
    told AS
    (
        SELECT learner_id, r[1].2 AS course, r[1].3 AS place, day_of(r[1].1) AS day, r[1].4 AS kind,
            length(r) AS statements, countEqual(r.5, 'act') AS responses, toInt64(0) AS low_us
        FROM split ARRAY JOIN runs AS r
        WHERE has(courses, course)
        UNION ALL
        SELECT learner_id, course, place, day_of(started_us), kind, 0, 0, low_us
        FROM run_visits
        WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}
    ),
    by_place AS
    (
        SELECT learner_id, any(t.course) AS course, place, day, kind,
            sum(t.statements) AS statements, sum(t.responses) AS responses, sum(t.low_us) AS low_us
        FROM told AS t GROUP BY learner_id, place, day, kind
    ),
    summed AS
    (
        SELECT learner_id, course, day, kind, sum(t.statements) AS statements, sum(t.responses) AS responses,
            countIf(t.statements > 0 AND kind != '') AS sections, sum(t.low_us) AS low_us
        FROM by_place AS t GROUP BY learner_id, course, day, kind
    )
SELECT c.course_id, d.learner_id, toDate32('1900-01-01') + d.day, d.kind, d.statements, d.responses, d.sections,
    reinterpret(d.low_us, 'Decimal64(6)'), {run:UInt64}, 0
FROM summed AS d
INNER JOIN (SELECT DISTINCT course, course_id FROM run_places WHERE run = {run:UInt64}) AS c ON c.course = d.course
WHERE {run:UInt64} = (SELECT max(run) FROM metrics_runs)
