-- A row: a statement by which a learner hopes for an answer: something handed in, a question (a cry for help), or what they
-- say to the others in a discussion. Grain: statement_id. Keys: learner_id, course_id → enrolments; statement_id →
-- statement_refs.target_id, the answers. Source: metrics, "Around the sections".
-- In a discussion, what speaks of another statement is a reply; else it is a post, or a share where its verb says so.
INSERT INTO contributions (course_id, learner_id, statement_id, what, section_id, kind, made_at, row_version, is_deleted)
WITH
    -- The halves of a UUID change places: ClickHouse orders UUIDs by the second.
    number -> bitOr(bitShiftLeft(number, 64), bitShiftRight(number, 64)) AS swapped
SELECT s.course_id, m.learner_id, reinterpretAsUUID(swapped(m.said.1)), m.said.2, s.section_id, s.kind, fromUnixTimestamp64Micro(m.said.3, 'UTC'), {run:UInt64}, 0
FROM
(
    SELECT learner_id, scene, arrayJoin(said) AS said FROM run_stretches
    WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}
) AS m
INNER JOIN (SELECT scene, course_id, section_id, kind FROM run_scenes WHERE run = {run:UInt64}) AS s ON s.scene = m.scene
WHERE (m.learner_id, s.course_id) IN
(
    SELECT learner_id, course_id FROM enrolments
    WHERE row_version = {run:UInt64}
        AND learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
)
    AND {run:UInt64} = (SELECT max(run) FROM metrics_runs)
SETTINGS optimize_on_insert = 0, query_plan_join_swap_table = 'false'
