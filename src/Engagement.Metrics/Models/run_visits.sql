-- A row: a visit, one maximal run of a learner's consecutive statements in one section, in which each gap is at most the
-- section's idle cut-off and no statement but the last is an exit. Grain: learner_id, place, first statement.
-- Source: metrics, "Time on section", 1 to 6.
-- A gap belongs to the section of the statement before it, until the learner's next statement in any course. The gaps
-- inside a run add up to the time from its first statement to its last. Visits of a course's facilitators are left out.
INSERT INTO run_visits
    (run, chunk, learner_id, course, place, kind, day, started_us, first_statement, low_us, high_us,
     is_open, is_declared, is_clipped, last_us, ended_us, statements, responses, first_response_us)
WITH
    neighbours AS
    (
        SELECT *,
            last_us + if(is_left, -1, idle_us) AS until_us,
            leadInFrame(started_us, 1, toInt64(9000000000000000000)) OVER learner AS next_us,
            started_us > lagInFrame(until_us, 1, started_us - 1) OVER learner OR place != lagInFrame(place) OVER learner AS is_first
        FROM placed_stretches(run = {run:UInt64}, chunk = {chunk:UInt32})
        WINDOW learner AS (PARTITION BY learner_id ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    ),
    numbered AS
    (
        SELECT *, sum(is_first) OVER (PARTITION BY learner_id ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS visit
        FROM neighbours
    ),
    runs AS
    (
        SELECT learner_id, any(n.course) AS course, any(n.place) AS place, minIf(n.kind, is_first) AS kind, min(n.day) AS day,
            min(n.started_us) AS started_us, minIf(n.first_statement, is_first) AS first_statement,
            max(n.last_us) AS last_us, argMax(n.until_us, n.number) AS until_us, max(n.next_us) AS next_us, max(n.is_left) AS is_left,
            max(n.declared_us) AS most_declared_us,
            sum(n.statements) AS statements, sum(n.responses) AS responses, minIf(n.first_response_us, n.responses > 0) AS first_response_us
        FROM numbered AS n
        WHERE n.kind != ''
        GROUP BY learner_id, visit
    )
SELECT {run:UInt64}, {chunk:UInt32}, r.learner_id, r.course, r.place, r.kind, r.day, r.started_us, r.first_statement,
    if(is_declared, least(r.most_declared_us, 7200000000), ended_us - r.started_us) AS low_us,
    low_us + if(is_open, r.until_us - r.last_us, 0),
    r.next_us > r.until_us AND NOT r.is_left AND NOT is_declared AS is_open,
    r.most_declared_us >= 0 AS is_declared,
    r.most_declared_us > 7200000000,
    r.last_us, if(r.next_us <= r.until_us, r.next_us, r.last_us) AS ended_us,
    r.statements, r.responses, r.first_response_us
FROM runs AS r
WHERE (r.learner_id, r.course) IN (SELECT learner_id, sipHash64(course_id) FROM run_enrolments(run = {run:UInt64}, chunk = {chunk:UInt32}))
SETTINGS query_plan_join_swap_table = 'false'
