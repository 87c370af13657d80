-- A row: a course that has an outline or a learner. Grain: course_id.
-- Source: metrics, "Around the sections": completion, attrition, waiting to start.
-- Counts are learners; started: those with an activity; gave_up: withdrawn or silent. Rates are of all learners, null where
-- there is none. statements counts those of its learners.
CREATE OR REPLACE VIEW course_summary AS
SELECT
    if(l.course_id = '', o.course_id, l.course_id) AS course_id,
    if(o.course_title = '', course_id, o.course_title) AS title,
    o.mode AS mode,
    o.is_inferred AS is_inferred,
    o.sections AS sections,
    l.learners AS learners,
    l.started AS started,
    l.completed AS completed,
    l.gave_up AS gave_up,
    if(l.learners = 0, NULL, l.completed / l.learners) AS completion_rate,
    if(l.learners = 0, NULL, l.gave_up / l.learners) AS attrition_rate,
    l.waited AS waited,
    if(l.waited = 0, NULL, l.waiting[1]) AS waiting_days_q25,
    if(l.waited = 0, NULL, l.waiting[2]) AS waiting_days_median,
    if(l.waited = 0, NULL, l.waiting[3]) AS waiting_days_q75,
    l.statements AS statements,
    l.first_at AS first_at,
    l.last_at AS last_at,
    l.as_of AS as_of
FROM
(
    SELECT course_id, count() AS learners, countIf(started_at IS NOT NULL) AS started,
        countIf(outcome = 'completed') AS completed, sum(u.gave_up) AS gave_up,
        countIf(waiting_days IS NOT NULL) AS waited,
        quantilesExactInclusiveIf(0.25, 0.5, 0.75)(assumeNotNull(waiting_days), waiting_days IS NOT NULL) AS waiting,
        sum(u.statements) AS statements, min(u.first_at) AS first_at, max(u.last_at) AS last_at,
        fromUnixTimestamp64Nano(toInt64(max(row_version)), 'UTC') AS as_of
    FROM outcomes AS u GROUP BY course_id
) AS l
FULL JOIN
(
    SELECT course_id, any(course_title) AS course_title, any(mode) AS mode, any(is_inferred) AS is_inferred, count() AS sections
    FROM course_outlines_in_force GROUP BY course_id
) AS o ON o.course_id = l.course_id
ORDER BY learners DESC, course_id;
