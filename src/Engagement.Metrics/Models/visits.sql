-- A row: a visit, one maximal run of a learner's consecutive statements in one section, in which each gap is at most the
-- section's idle cut-off and no statement but the last is an exit. Grain: course_id, learner_id, section_id, first statement.
-- Keys: learner_id, course_id → learner_courses. Source: metrics, "Time on section", 1 to 6.
-- A gap belongs to the section of the statement before it, until the learner's next statement in any course.
INSERT INTO visits
    (course_id, learner_id, section_id, started_at, first_statement, seconds_low, seconds_high, is_open, is_declared, is_clipped,
     last_at, ended_at, statements, responses, first_response_at, row_version, is_deleted)
WITH
    sequenced AS
    (
        SELECT learner_id, at_us, statement_order, statement_id, course_id, section_id, idle_us, role, declared_us,
            leadInFrame(at_us, 1, toInt64(9000000000000000000)) OVER learner - at_us AS gap_us,
            role != 'exit' AND gap_us > idle_us AS is_open,
            role != 'exit' AND gap_us <= idle_us AS is_followed,
            if(is_followed, gap_us, 0) AS counted_us
        FROM resolved_statements
        WHERE run = {run:UInt64}
        WINDOW learner AS (PARTITION BY learner_id ORDER BY at_us, statement_order ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    ),
    bounded AS
    (
        SELECT *,
            NOT (lagInFrame(is_followed, 1, false) OVER learner
                AND lagInFrame(course_id) OVER learner = course_id
                AND lagInFrame(section_id) OVER learner = section_id) AS is_first
        FROM sequenced
        WINDOW learner AS (PARTITION BY learner_id ORDER BY at_us, statement_order ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    ),
    numbered AS
    (
        SELECT *,
            sum(is_first) OVER (PARTITION BY learner_id ORDER BY at_us, statement_order ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS visit
        FROM bounded
    ),
    measured AS
    (
        SELECT learner_id, visit, toString(any(course_id)) AS course_id, toString(any(section_id)) AS section_id,
            min(at_us) AS started_us, argMin(statement_id, (at_us, statement_order)) AS first_statement,
            max(at_us) AS last_us, max(at_us + counted_us) AS ended_us,
            sum(counted_us) AS measured_us,
            sumIf(idle_us, is_open) AS open_us,
            max(is_open) AS ends_open,
            max(declared_us) AS most_declared_us,
            count() AS statements, countIf(role = 'act') AS responses, minIf(at_us, role = 'act') AS first_response_us
        FROM (SELECT * FROM numbered WHERE section_id != '')
        GROUP BY learner_id, visit
    )
SELECT
    course_id, learner_id, section_id,
    fromUnixTimestamp64Micro(started_us, 'UTC'), first_statement,
    toDecimal64(toDecimal128(low_us, 6) / 1000000, 6),
    toDecimal64(toDecimal128(low_us + if(NOT is_declared AND ends_open, open_us, 0), 6) / 1000000, 6),
    NOT is_declared AND ends_open,
    most_declared_us >= 0 AS is_declared,
    most_declared_us > 7200000000,
    fromUnixTimestamp64Micro(last_us, 'UTC'),
    fromUnixTimestamp64Micro(ended_us, 'UTC'),
    statements, responses,
    if(responses = 0, NULL, fromUnixTimestamp64Micro(first_response_us, 'UTC')),
    {run:UInt64}, 0
FROM (SELECT *, if(most_declared_us >= 0, least(most_declared_us, 7200000000), measured_us) AS low_us FROM measured)
WHERE (learner_id, course_id) IN
(
    SELECT learner_id, course_id FROM learner_courses
    WHERE row_version = {run:UInt64}
        AND learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
)
    AND {run:UInt64} = (SELECT max(run) FROM metrics_runs)
