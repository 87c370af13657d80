-- A row: a learner's first visit to an activity of a course that has no declared outline.
-- Grain: learner_id, course_id, activity_id, parent_id. What outlines are drafted from (drafts.sql).
-- Left out: registrations, voidings and facilitators' feedback, whose objects are no part of a course's content.
-- The course itself may be an activity here; it gives the title only.
INSERT INTO learner_activities (learner_id, course_id, activity_id, parent_id, first_at, kinds, title, title_at, row_version, is_deleted)
WITH touched AS (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
SELECT
    s.learner_id AS learner_id, c.course_id AS course_id, s.activity_id AS activity_id,
    arrayFirst(p -> p NOT IN ('', c.course_id, s.activity_id), s.parents) AS parent_id,
    min(s.occurred_at),
    sumMap(if(s.kind_hint = '', map(), map(toString(s.kind_hint), toUInt64(1)))),
    argMax(s.activity_name, (s.activity_name != '', s.occurred_at, s.activity_name)),
    max(if(s.activity_name != '', s.occurred_at, toDateTime64(0, 6, 'UTC'))),
    {run:UInt64}, 0
FROM statements AS s FINAL
GLOBAL INNER JOIN (SELECT * FROM context_courses WHERE run = {run:UInt64} AND NOT is_declared AND course_id != '') AS c
    ON c.context_key = s.context_key
WHERE s.learner_id IN touched
    AND toUnixTimestamp64Micro(s.occurred_at) >= c.from_us AND toUnixTimestamp64Micro(s.occurred_at) < c.until_us
    AND s.activity_id != ''
    AND s.role NOT IN ('course', 'void', 'feedback')
    AND s.statement_id NOT IN (SELECT target_id FROM statement_refs FINAL WHERE role = 'void')
    AND {run:UInt64} = (SELECT max(run) FROM metrics_runs)
GROUP BY learner_id, course_id, activity_id, parent_id
