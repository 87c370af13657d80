-- A row: a statement that counts, of a chunk of a metrics run, with the scene it belongs to and what it tells.
-- Grain: learner_id, id. Keys: scene → run_scenes.
-- Source: metrics, "What a statement tells": voided, declared time; "Words": belongs.
-- Of several rows with one id FINAL keeps the first stored. A voiding statement can't be voided.
-- until_us: a statement not later may continue the visit; before at_us after an exit.
-- deed: number of what the verb means there beyond its role, as in statements. To complete (3) counts of the course itself; to post
-- (6), reply (7) and share (8) in a discussion, where who posts about another statement replies. Numbers, as a choice of names
-- takes a tenth of a run.
-- learns: makes somebody a learner of the course, as it speaks for them, and not about another statement.
CREATE OR REPLACE VIEW resolved_statements AS
WITH
    -- The halves of a UUID change places: ClickHouse orders UUIDs by the second.
    number -> bitOr(bitShiftLeft(number, 64), bitShiftRight(number, 64)) AS swapped
SELECT s.learner_id AS learner_id, s.at_us AS at_us, s.id AS id, s.at_us + if(s.is_exit, -1, c.idle_us) AS until_us,
    c.scene AS scene, s.is_exit AS is_exit, s.is_act AS is_act, s.is_about_course AS is_about_course, s.learns AS learns,
    if((s.verb_deed = 3 AND NOT c.object_is_course) OR (s.verb_deed BETWEEN 6 AND 8 AND NOT c.is_discussion), 0, s.verb_deed)
        + (s.verb_deed = 6 AND c.is_discussion AND s.refers) AS deed,
    s.declared_us AS declared_us
FROM
(
    SELECT learner_id, toUnixTimestamp64Micro(occurred_at) AS at_us, context_key, toInt8(deed) AS verb_deed, declared_us,
        swapped(reinterpretAsUInt128(statement_id)) AS id,
        role = 'exit' AS is_exit, role = 'act' AS is_act, role = 'course' AS is_about_course,
        refers_to_id != toUUID('00000000-0000-0000-0000-000000000000') AS refers,
        role != 'feedback' AND role != 'void' AND object_type != 'StatementRef' AS learns
    FROM statements FINAL
    WHERE learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
        AND (role = 'void' OR statement_id NOT IN (SELECT target_id FROM statement_refs FINAL WHERE role = 'void'))
) AS s
INNER JOIN
(
    SELECT context_key, from_us, until_us, scene, idle_us, object_is_course, kind = 'discussion' AS is_discussion
    FROM context_sections WHERE run = {run:UInt64}
) AS c ON c.context_key = s.context_key
WHERE s.at_us >= c.from_us AND s.at_us < c.until_us
-- The contexts are the smaller side, which the planner can't see.
SETTINGS query_plan_join_swap_table = 'false';
