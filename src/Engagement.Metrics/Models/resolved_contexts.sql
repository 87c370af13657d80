-- A row: a context and a span of time, with the course its statements belong to, and the section by declared outlines.
-- Grain: context_key, from_us. A context has several spans only where outlines that concern it have several versions.
-- What was resolved by the same outlines before is not resolved again (unresolved_contexts).
-- Keys: course_id, version, section_id → run_sections. Source: metrics, "Words": course of a statement, belongs.
--
-- A context is what decides where a statement belongs: its object, parents, groupings and the course it names by itself.
-- The course, first that fits:
--   1. its outline claims the object (a course that the statement also names first);
--   2. the statement names it: its id is the object, a parent or a grouping, and it has an outline;
--   3. its outline claims a parent or a grouping;
--   4. what the statement says by itself (not declared here: such a course's outline is inferred, see context_sections).
-- Within the course the object decides before the parents, these before the groupings, in the order sent; an exact id
-- before a prefix, a longer prefix before a shorter.
INSERT INTO resolved_contexts (outlines, context_key, from_us, until_us, course_id, is_declared, version, mode, section_id, kind, idle_us, object_is_course, cohort)
WITH
    claims AS
    (
        SELECT course_id, version, mode, from_us, until_us, section_id, kind, idle_us,
            endsWith(activity, '*') AS is_prefix,
            if(is_prefix, substring(activity, 1, length(activity) - 1), activity) AS claimed
        FROM run_sections ARRAY JOIN activities AS activity
        WHERE run = {run:UInt64} AND NOT is_inferred
    ),
    mine AS (SELECT context_key, course_id, activity_id, cohort, ids FROM unresolved_contexts WHERE run = {run:UInt64}),
    named AS (SELECT context_key, id, place FROM mine ARRAY JOIN ids AS id, arrayEnumerate(ids) AS place WHERE id != ''),
    -- A prefix is looked up like an id: cut each id at every length a claimed prefix has, and join on equality.
    (SELECT groupUniqArrayIf(length(claimed), is_prefix) FROM claims) AS prefix_lengths,
    lookups AS
    (
        SELECT id, (cut = 0 ? id : substring(id, 1, cut)) AS wanted, cut > 0 AS is_prefix
        FROM (SELECT DISTINCT id FROM named)
        ARRAY JOIN arrayConcat([0], arrayFilter(l -> l <= length(id), prefix_lengths)) AS cut
    ),
    claimed_ids AS
    (
        SELECT l.id AS id, c.* FROM lookups AS l INNER JOIN claims AS c ON c.claimed = l.wanted AND c.is_prefix = l.is_prefix
    ),
    matches AS
    (
        SELECT n.context_key AS context_key, c.course_id AS course_id, c.version AS version, c.mode AS mode, c.from_us AS from_us, c.until_us AS until_us,
            c.section_id AS section_id, c.kind AS kind, c.idle_us AS idle_us,
            n.place AS place, c.is_prefix AS is_prefix, length(c.claimed) AS claimed_length, 0 AS named_place
        FROM named AS n INNER JOIN claimed_ids AS c ON c.id = n.id
        UNION ALL
        SELECT n.context_key, v.course_id, v.version, v.mode, v.from_us, v.until_us, '', '', 0, 0, false, 0, n.place
        FROM named AS n
        INNER JOIN
        (
            SELECT DISTINCT course_id, version, mode, from_us, until_us FROM run_sections
            WHERE run = {run:UInt64} AND NOT is_inferred
        ) AS v ON v.course_id = n.id
    ),
    spans AS
    (
        SELECT DISTINCT context_key, arrayJoin([-9223372036854775807, m.from_us, m.until_us]) AS from_us
        FROM matches AS m
        WHERE from_us < 9223372036854775807
    ),
    -- One row a context, span and course that could be it.
    courses AS
    (
        SELECT s.context_key AS context_key, s.from_us AS from_us, m.course_id AS course_id, any(m.version) AS version, any(m.mode) AS mode,
            argMinIf((m.section_id, m.kind, m.idle_us, m.place, m.is_prefix, m.claimed_length),
                (m.place, m.is_prefix, -toInt64(m.claimed_length)), m.place > 0) AS best,
            minIf(m.named_place, m.named_place > 0) AS named_place
        FROM spans AS s INNER JOIN matches AS m ON m.context_key = s.context_key
        WHERE m.from_us <= s.from_us AND s.from_us < m.until_us
        GROUP BY context_key, from_us, course_id
    ),
    chosen AS
    (
        SELECT context_key, from_us,
            argMin((course_id, version, mode, best.1, best.2, best.3),
                (multiIf(best.4 = 1, 1, named_place > 0, 2, 3), named_place = 0, best.4 = 0, best.4, best.5, -toInt64(best.6), named_place, course_id)) AS course
        FROM courses
        GROUP BY context_key, from_us
    )
SELECT
    {outlines:UInt64},
    c.context_key,
    if(s.context_key = 0, -9223372036854775807, s.span.1),
    if(s.context_key = 0, 9223372036854775807, s.span.2),
    if(s.course.1 != '', s.course.1, c.course_id) AS course,
    s.course.1 != '',
    s.course.2,
    s.course.3,
    s.course.4,
    s.course.5,
    s.course.6,
    c.activity_id != '' AND c.activity_id = course,
    c.cohort
FROM mine AS c
LEFT JOIN
(
    SELECT context_key, course,
        (from_us, leadInFrame(from_us, 1, toInt64(9223372036854775807))
            OVER (PARTITION BY context_key ORDER BY from_us ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS span
    FROM (SELECT s.context_key AS context_key, s.from_us AS from_us, ch.course AS course
          FROM spans AS s LEFT JOIN chosen AS ch ON ch.context_key = s.context_key AND ch.from_us = s.from_us)
) AS s ON s.context_key = c.context_key
