-- A row: a visit, one maximal run of a learner's consecutive statements in one section, in which each gap is at most the
-- section's idle cut-off and no statement but the last is an exit. Grain: learner_id, place, first statement.
-- Keys: place → run_places. Source: metrics, "Time on section", 1 to 6.
-- A gap belongs to the section of the statement before it, until the learner's next statement in any course. The gaps
-- inside a run add up to the time from its first statement to its last.
INSERT INTO run_visits
    (run, chunk, learner_id, course, place, course_id, section_id, kind, started_us, first_statement, low_us, high_us,
     is_open, is_declared, is_clipped, last_us, ended_us, statements, responses, first_response_us)
WITH
    toInt64(9000000000000000000) AS never,
    cut AS
    (
        SELECT learner_id, arrayJoin(
            arrayFilter(visit -> visit[1].1.kind != '' AND has(courses, visit[1].1.course),
                arraySplit(
                    (here, before) -> here.1.place != before.place OR before.role = 'exit' OR here.1.at - before.at > before.idle,
                    arrayZip(statements, arrayPushBack(arrayPopFront(statements.at), never)),
                    arrayPushFront(arrayPopBack(statements), statements[1])))) AS visit
        FROM timelines
        WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}
    ),
    measured AS
    (
        SELECT learner_id, visit[1].1 AS first, visit[-1].1 AS last, visit[-1].2 - last.at AS gap,
            last.role != 'exit' AND gap <= last.idle AS is_followed,
            last.role != 'exit' AND gap > last.idle AS is_unfollowed,
            last.at + if(is_followed, gap, 0) AS ended_us,
            arrayMax(s -> s.1.declared, visit) AS declared_us,
            declared_us >= 0 AS is_declared,
            if(is_declared, least(declared_us, 7200000000), ended_us - first.at) AS low_us,
            is_unfollowed AND NOT is_declared AS is_open,
            toUInt32(length(visit)) AS statements,
            toUInt32(arrayCount(s -> s.1.role = 'act', visit)) AS responses,
            if(responses = 0, 0, arrayFirst(s -> s.1.role = 'act', visit).1.at) AS first_response_us
        FROM cut
    )
SELECT {run:UInt64}, {chunk:UInt32}, m.learner_id, p.course, p.place, p.course_id, p.section_id, m.first.kind, m.first.at, m.first.id,
    m.low_us, m.low_us + if(m.is_open, m.last.idle, 0), m.is_open, m.is_declared, m.declared_us > 7200000000,
    m.last.at, m.ended_us, m.statements, m.responses, m.first_response_us
FROM measured AS m INNER JOIN (SELECT place, course, course_id, section_id FROM run_places WHERE run = {run:UInt64}) AS p ON p.place = m.first.place
