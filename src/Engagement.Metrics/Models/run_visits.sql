-- A row: a visit, one maximal run of a learner's consecutive statements in one section, in which each gap is at most the
-- section's idle cut-off and no statement but the last is an exit. Grain: learner_id, place, first statement.
-- Keys: place → run_places. Source: metrics, "Time on section", 1 to 6.
-- A gap belongs to the section of the statement before it, until the learner's next statement in any course. The gaps
-- inside a run add up to the time from its first statement to its last. Visits of a course's facilitators are left out.
INSERT INTO run_visits
    (run, chunk, learner_id, course, place, course_id, section_id, kind, started_us, first_statement, low_us, high_us,
     is_open, is_declared, is_clipped, last_us, ended_us, statements, responses, first_response_us)
WITH
    neighbours AS
    (
        SELECT learner_id, at_us, id, until_us, course, place, kind, role, declared_us,
            leadInFrame(at_us, 1, toInt64(9000000000000000000)) OVER learner AS next_us,
            leadInFrame(place) OVER learner AS next_place,
            at_us > lagInFrame(until_us, 1, at_us - 1) OVER learner OR place != lagInFrame(place) OVER learner AS is_first,
            next_us > until_us OR next_place != place AS is_last
        FROM resolved_statements
        WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}
        WINDOW learner AS (PARTITION BY learner_id ORDER BY at_us, id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    ),
    numbered AS
    (
        SELECT *, sum(is_first) OVER (PARTITION BY learner_id ORDER BY at_us, id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS visit
        FROM neighbours
    ),
    runs AS
    (
        SELECT learner_id, any(course) AS course, any(place) AS place,
            minIf(n.kind, is_first) AS kind, min(at_us) AS started_us, minIf(id, is_first) AS first_statement, max(at_us) AS last_us,
            last_us + sumIf(next_us - at_us, is_last AND next_us <= until_us) AS ended_us,
            countIf(is_last AND next_us > until_us AND role != 'exit') AS is_unfollowed,
            sumIf(until_us - at_us, is_last) AS idle_us,
            max(declared_us) AS most_declared_us,
            count() AS statements, countIf(role = 'act') AS responses, minIf(at_us, role = 'act') AS first_response_us
        FROM numbered AS n
        WHERE n.kind != ''
        GROUP BY learner_id, visit
    )
SELECT {run:UInt64}, {chunk:UInt32}, r.learner_id, p.course, p.place, p.course_id, p.section_id, r.kind, r.started_us, r.first_statement,
    if(is_declared, least(r.most_declared_us, 7200000000), r.ended_us - r.started_us) AS low_us,
    low_us + if(is_open, r.idle_us, 0),
    r.is_unfollowed AND NOT is_declared AS is_open,
    r.most_declared_us >= 0 AS is_declared,
    r.most_declared_us > 7200000000,
    r.last_us, r.ended_us, r.statements, r.responses, r.first_response_us
FROM runs AS r
INNER JOIN (SELECT place, course, course_id, section_id FROM run_places WHERE run = {run:UInt64}) AS p ON p.place = r.place
WHERE (r.learner_id, p.course_id) IN
(
    SELECT learner_id, course_id FROM enrolments
    WHERE row_version = {run:UInt64}
        AND learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
)
SETTINGS query_plan_join_swap_table = 'false'
