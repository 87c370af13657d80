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
    -- Each version also claims what names its course, which says nothing of a section.
    claims AS
    (
        SELECT course_id, version, mode, from_us, until_us, section_id, kind, idle_us,
            number > length(activities) AS is_name,
            NOT is_name AND endsWith(activity, '*') AS is_prefix,
            if(is_prefix, substring(activity, 1, length(activity) - 1), activity) AS claimed
        FROM (SELECT *, arrayConcat(activities, if(position = 1, [course_id], [])) AS ids FROM run_sections WHERE run = {run:UInt64} AND NOT is_inferred)
        ARRAY JOIN ids AS activity, arrayEnumerate(ids) AS number
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
    -- One row a context, with all that claims it. An array, as what is named twice is computed, and planned, twice. Of each:
    -- 1 to 5 course_id, version, mode, from_us, until_us; 6 to 8 section_id, kind, idle_us; 9 to 11 place (0: it is the course that
    -- is named), is_prefix, length of what is claimed; 12 place where the course is named (0: it is not).
    matched AS
    (
        SELECT n.context_key AS context_key,
            groupArray((c.course_id, c.version, c.mode, c.from_us, c.until_us, c.section_id, c.kind, c.idle_us,
                if(c.is_name, 0, n.place), c.is_prefix, length(c.claimed), if(c.is_name, n.place, 0))) AS matches
        FROM named AS n INNER JOIN claimed_ids AS c ON c.id = n.id
        GROUP BY context_key
    ),
    spans AS
    (
        SELECT context_key, matches,
            arrayJoin(arrayFilter(t -> t < 9223372036854775807, arrayDistinct(arrayConcat([-9223372036854775807], matches.4, matches.5)))) AS from_us
        FROM matched
    ),
    -- One row a context, span and course that could be it; no course, where there is none.
    courses AS
    (
        SELECT context_key, from_us, m.1 AS course_id, any(m.2) AS version, any(m.3) AS mode,
            argMinIf((m.6, m.7, m.8, m.9, m.10, m.11), (m.9, m.10, -toInt64(m.11)), m.9 > 0) AS best,
            minIf(m.12, m.12 > 0) AS named_place
        FROM spans LEFT ARRAY JOIN arrayFilter(m -> m.4 <= from_us AND from_us < m.5, matches) AS m
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
    FROM chosen
) AS s ON s.context_key = c.context_key
