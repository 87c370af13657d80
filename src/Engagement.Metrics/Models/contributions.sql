-- A row: a statement by which a learner hopes for an answer: something handed in, a question (a cry for help), or what they
-- say to the others in a discussion. Grain: statement_id. Keys: learner_id, course_id → enrolments; statement_id →
-- statement_refs.target_id, the answers. Source: metrics, "Around the sections".
-- In a discussion, what speaks of another statement is a reply; else it is a post, or a share where its verb says so.
INSERT INTO contributions (course_id, learner_id, statement_id, what, section_id, kind, made_at, row_version, is_deleted)
WITH made AS
(
    SELECT learner_id, place, id, kind, at,
        multiIf(role = 'ask', 'question', deed = 'submitted', 'submission', deed = 'shared', 'share', deed = 'replied', 'reply', 'post') AS what
    FROM timelines
    ARRAY JOIN statements.at AS at, statements.id AS id, statements.course AS course, statements.place AS place,
        statements.kind AS kind, statements.role AS role, statements.deed AS deed
    WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}
        AND (role = 'ask' OR deed = 'submitted' OR (kind = 'discussion' AND deed IN ('posted', 'replied', 'shared')))
        AND has(courses, course)
)
SELECT p.course_id, m.learner_id, toUUID(UUIDNumToString(m.id)), m.what, p.section_id, m.kind, fromUnixTimestamp64Micro(m.at, 'UTC'),
    {run:UInt64}, 0
FROM made AS m
INNER JOIN (SELECT place, course_id, section_id FROM run_places WHERE run = {run:UInt64}) AS p ON p.place = m.place
WHERE {run:UInt64} = (SELECT max(run) FROM metrics_runs)
