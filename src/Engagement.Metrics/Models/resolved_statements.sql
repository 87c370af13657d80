-- A row: a statement that counts, with the course and section it belongs to. Grain: statement_id.
-- Keys: course_id, version, section_id → run_sections; section_id is empty where it belongs to no section.
-- Source: metrics, "What a statement tells": voided, declared time; "Words": belongs.
-- Of several rows with one id FINAL keeps the first stored. A voiding statement can't be voided.
INSERT INTO resolved_statements
    (run, learner_id, at_us, statement_order, statement_id, course_id, version, is_declared, section_id, idle_us, role, declared_us, is_completion, makes_learner)
WITH
    touched AS (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
SELECT
    {run:UInt64}, s.learner_id, s.at_us, UUIDToNum(s.statement_id), s.statement_id,
    c.course_id, c.version, c.is_declared, c.section_id, c.idle_us, s.role,
    greatest(ifNull(s.active_us, -1), if(s.tells_duration, ifNull(s.duration_us, -1), -1)),
    c.object_is_course AND s.is_completion,
    s.makes_learner
FROM
(
    SELECT learner_id, statement_id, toUnixTimestamp64Micro(occurred_at) AS at_us, role, active_us, duration_us, context_key,
        role IN ('exit', 'act') OR verb IN (SELECT verb FROM telling_verbs WHERE name IN ('viewed', 'experienced')) AS tells_duration,
        verb IN (SELECT verb FROM telling_verbs WHERE name IN ('completed', 'passed')) AS is_completion,
        role NOT IN ('feedback', 'void') AND object_type != 'StatementRef' AS makes_learner
    FROM statements FINAL
    WHERE learner_id IN touched
        AND (role = 'void' OR statement_id NOT IN (SELECT statement_id FROM voidings FINAL))
) AS s
INNER JOIN
(
    SELECT context_key, from_us, until_us, course_id, version, is_declared, section_id, idle_us, object_is_course
    FROM context_sections WHERE run = {run:UInt64}
) AS c ON c.context_key = s.context_key
WHERE s.at_us >= c.from_us AND s.at_us < c.until_us
