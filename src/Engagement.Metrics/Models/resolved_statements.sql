-- A row: a statement that counts, with the place it belongs to and what it tells. Grain: learner_id, id.
-- Keys: place, course → run_places; context → context_sections.
-- Source: metrics, "What a statement tells": voided, declared time; "Words": belongs.
-- Of several rows with one id FINAL keeps the first stored. A voiding statement can't be voided.
INSERT INTO resolved_statements
    (run, chunk, learner_id, at_us, id, until_us, context, course, place, kind, role, deed, declared_us, learns, named)
WITH
    -- The halves of a UUID change places: ClickHouse orders UUIDs by the second.
    number -> bitOr(bitShiftLeft(number, 64), bitShiftRight(number, 64)) AS swapped,
    touched AS (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}),
    (SELECT (groupArray(verb), groupArray(name)) FROM telling_verbs) AS verbs
SELECT {run:UInt64}, {chunk:UInt32}, s.learner_id, s.at_us, s.id, s.at_us + if(s.role = 'exit', -1, c.idle_us),
    s.context_key, c.course, c.place, c.kind, s.role,
    multiIf(
        s.verb_name IN ('completed', 'passed'), if(c.object_is_course, 'completed', ''),
        s.verb_name IN ('registered', 'enrolled'), 'registered',
        s.verb_name IN ('unregistered', 'withdrew'), 'withdrew',
        s.verb_name IN ('responded', 'commented', 'posted', 'created'), if(s.refers, 'replied', 'posted'),
        s.verb_name IN ('submitted', 'replied', 'shared'), s.verb_name,
        ''),
    s.declared_us, s.learns AND c.in_course, c.named
FROM
(
    SELECT learner_id, toUnixTimestamp64Micro(occurred_at) AS at_us, context_key, role,
        swapped(reinterpretAsUInt128(statement_id)) AS id,
        transform(verb, verbs.1, verbs.2, '') AS verb_name,
        greatest(ifNull(active_us, -1),
            if(role IN ('exit', 'act') OR verb_name IN ('viewed', 'experienced'), ifNull(duration_us, -1), -1)) AS declared_us,
        refers_to_id != toUUID('00000000-0000-0000-0000-000000000000') AS refers,
        role NOT IN ('feedback', 'void') AND object_type != 'StatementRef' AS learns
    FROM statements FINAL
    WHERE learner_id IN touched
        AND (role = 'void' OR statement_id NOT IN (SELECT target_id FROM statement_refs FINAL WHERE role = 'void'))
) AS s
INNER JOIN
(
    SELECT context_key, from_us, until_us, course, place, kind, idle_us, object_is_course, course_id != '' AS in_course, cohort != '' AS named
    FROM context_sections WHERE run = {run:UInt64}
) AS c ON c.context_key = s.context_key
WHERE s.at_us >= c.from_us AND s.at_us < c.until_us
-- The contexts are the smaller side, which the planner can't see.
SETTINGS query_plan_join_swap_table = 'false'
