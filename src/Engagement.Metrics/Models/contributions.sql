-- A row: a statement by which a learner hopes for an answer: something handed in, a question (a cry for help), or what they
-- say to the others in a discussion. Grain: statement_id. Keys: learner_id, course_id → enrolments; statement_id →
-- statement_refs.target_id, the answers. Source: metrics, "Around the sections".
-- In a discussion, what speaks of another statement is a reply; else it is a post, or a share where its verb says so.
INSERT INTO contributions (course_id, learner_id, statement_id, what, section_id, kind, made_at, row_version, is_deleted)
WITH
    -- The halves of a UUID change places: ClickHouse orders UUIDs by the second.
    number -> bitOr(bitShiftLeft(number, 64), bitShiftRight(number, 64)) AS swapped
SELECT course_id, learner_id, reinterpretAsUUID(swapped(said.1)), said.2, section_id, kind, fromUnixTimestamp64Micro(said.3, 'UTC'), {run:UInt64}, 0
FROM placed_stretches(run = {run:UInt64}, chunk = {chunk:UInt32})
ARRAY JOIN said
WHERE (learner_id, course_id) IN (SELECT learner_id, course_id FROM run_enrolments(run = {run:UInt64}, chunk = {chunk:UInt32}))
    AND {run:UInt64} = (SELECT max(run) FROM metrics_runs)
SETTINGS optimize_on_insert = 0
