-- A row: a visit, one maximal run of a learner's consecutive statements in one section, in which each gap is at most the
-- section's idle cut-off and no statement but the last is an exit. Grain: learner_id, place, first statement.
-- Keys: place → run_places. Source: metrics, "Time on section", 1 to 6.
-- A gap belongs to the section of the statement before it, until the learner's next statement in any course. The gaps
-- inside a run add up to the time from its first statement to its last.
INSERT INTO run_visits
    (run, chunk, learner_id, course, place, course_id, section_id, kind, started_us, first_statement, low_us, high_us,
     is_open, is_declared, is_clipped, last_us, ended_us, statements, responses, first_response_us)
WITH
    split AS
    (
        SELECT learner_id, courses,
            arraySplit((s, at, place, until_before, place_before) -> at > until_before OR place != place_before,
                statements, statements.at, statements.place,
                arrayPushFront(arrayPopBack(statements.until), 0), arrayPushFront(arrayPopBack(statements.place), 0)) AS runs,
            arrayPushBack(arrayMap(r -> r[1].at, arrayPopFront(runs)), 9000000000000000000) AS nexts
        FROM timelines
        WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}
    ),
    measured AS
    (
        SELECT learner_id, visit[1] AS first, visit[-1] AS last,
            next <= last.until AS is_followed,
            if(is_followed, next, last.at) AS ended_us,
            arrayMax(visit.declared) AS declared_us,
            declared_us >= 0 AS is_declared,
            if(is_declared, least(declared_us, 7200000000), ended_us - first.at) AS low_us,
            NOT is_followed AND last.role != 'exit' AND NOT is_declared AS is_open,
            length(visit) AS statements,
            arrayFilter((at, role) -> role = 'act', visit.at, visit.role) AS responded_us
        FROM split ARRAY JOIN runs AS visit, nexts AS next
        WHERE first.kind != '' AND has(courses, first.course)
    )
SELECT {run:UInt64}, {chunk:UInt32}, m.learner_id, p.course, p.place, p.course_id, p.section_id, m.first.kind, m.first.at, m.first.id,
    m.low_us, m.low_us + if(m.is_open, m.last.until - m.last.at, 0), m.is_open, m.is_declared, m.declared_us > 7200000000,
    m.last.at, m.ended_us, m.statements, length(m.responded_us), m.responded_us[1]
FROM measured AS m
INNER JOIN (SELECT place, course, course_id, section_id FROM run_places WHERE run = {run:UInt64}) AS p ON p.place = m.first.place
