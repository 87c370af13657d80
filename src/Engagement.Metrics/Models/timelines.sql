-- A row: a learner, with all statements of theirs that count, of every course, in order, each resolved: where it belongs,
-- what it tells. Grain: learner_id. Keys: place, course → run_places; context → context_sections.
-- Source: metrics, "What a statement tells": voided, declared time; "Words": belongs; "Time on section": the order.
-- Of several rows with one id FINAL keeps the first stored. A voiding statement can't be voided.
-- Somebody all of whose statements in a course are feedback, or about other statements (an answer to a cry for help, a
-- voiding), is no learner of it but a facilitator; who is a learner of no course has no row.
--
-- at, until: microseconds; a statement not later than `until` may continue the visit, after an exit none may.
-- id: the bytes of the id, which order as its text does (a UUID orders by its second half).
-- deed: what the verb means beyond its role; declared: microseconds, -1 for none.
-- learns: the statement makes somebody a learner of its course; named: it names a cohort.
INSERT INTO timelines (run, chunk, learner_id, courses, statements)
WITH
    touched AS (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}),
    (SELECT (groupArray(verb), groupArray(name)) FROM telling_verbs) AS verbs
SELECT {run:UInt64}, {chunk:UInt32}, learner_id,
    arrayDistinct(arrayFilter((course, learns) -> learns, statements.course, statements.learns)) AS courses,
    arraySort(groupArray((at, id, until, context, course, place, kind, role, deed, declared, learns, named)::Tuple(
        at Int64, id FixedString(16), until Int64, context UInt64, course UInt64, place UInt64,
        kind Enum8('' = 0, 'content' = 1, 'resource' = 2, 'try-it' = 3, 'think-about' = 4, 'discussion' = 5, 'assessment' = 6, 'artifact' = 7, 'other' = 8),
        role Enum8('touch' = 0, 'enter' = 1, 'exit' = 2, 'pulse' = 3, 'act' = 4, 'ask' = 5, 'feedback' = 6, 'course' = 7, 'void' = 8),
        deed Enum8('' = 0, 'registered' = 1, 'withdrew' = 2, 'completed' = 3, 'submitted' = 4, 'posted' = 5, 'replied' = 6, 'shared' = 7),
        declared Int64, learns Bool, named Bool))) AS statements
FROM
(
    SELECT s.learner_id AS learner_id, s.at AS at, s.id AS id, s.at + if(s.role = 'exit', -1, c.idle_us) AS until,
        c.context_key AS context, c.course AS course, c.place AS place, c.kind AS kind, s.role AS role,
        multiIf(
            s.verb_name IN ('completed', 'passed'), if(c.object_is_course, 'completed', ''),
            s.verb_name IN ('registered', 'enrolled'), 'registered',
            s.verb_name IN ('unregistered', 'withdrew'), 'withdrew',
            s.verb_name IN ('responded', 'commented', 'posted', 'created'), if(s.refers, 'replied', 'posted'),
            s.verb_name IN ('submitted', 'replied', 'shared'), s.verb_name,
            '') AS deed,
        s.declared AS declared, s.learns AND c.in_course AS learns, c.named AS named
    FROM
    (
        SELECT learner_id, toUnixTimestamp64Micro(occurred_at) AS at, UUIDToNum(statement_id) AS id, context_key, role,
            transform(verb, verbs.1, verbs.2, '') AS verb_name,
            greatest(ifNull(active_us, -1),
                if(role IN ('exit', 'act') OR verb_name IN ('viewed', 'experienced'), ifNull(duration_us, -1), -1)) AS declared,
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
    WHERE s.at >= c.from_us AND s.at < c.until_us
)
GROUP BY learner_id
HAVING notEmpty(courses)
-- The contexts are the smaller side, which the planner can't see.
SETTINGS query_plan_join_swap_table = 'false'
