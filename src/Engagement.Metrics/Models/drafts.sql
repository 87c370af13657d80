-- A row: the inferred outline of a course that has no declared one, as course_outlines has it. Grain: course_id.
-- A pure function of the statements: whatever order they came in, the draft is the same. Written only where it changed.
-- A section is an activity that statements have as their object. Where a course has more than 200 of those, they are
-- mostly questions and posts, and their parent is the section if it has one; the 200 with most learners are kept.
-- Position: median, over the learners who were there, of the rank of their first visit; ties by id.
-- Kind: the one most statements hint at, ties by name; else content. Title: the newest name, else the end of the id.
INSERT INTO course_outlines (course_id, origin, version, title, mode, valid_from, received_at, content_hash, sections, row_version, is_deleted)
WITH
    affected AS
    (
        SELECT DISTINCT course_id FROM learner_activities
        WHERE learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64})
    ),
    visited AS
    (
        SELECT * FROM learner_activities FINAL WHERE course_id IN affected
    ),
    crowded AS
    (
        SELECT course_id FROM visited GROUP BY course_id HAVING uniqExact(activity_id) > 200
    ),
    firsts AS
    (
        SELECT course_id, learner_id,
            if(parent_id != '' AND course_id IN crowded, parent_id, activity_id) AS section_id,
            min(first_at) AS first_at, sumMap(kinds) AS kinds
        FROM visited
        WHERE activity_id != course_id
        GROUP BY course_id, learner_id, section_id
    ),
    ranked AS
    (
        SELECT *, row_number() OVER (PARTITION BY course_id, learner_id ORDER BY first_at, section_id) AS rank
        FROM firsts
    ),
    titles AS
    (
        SELECT course_id, activity_id, argMax(title, (title_at, title)) AS newest
        FROM visited WHERE title != '' GROUP BY course_id, activity_id
    ),
    sections AS
    (
        SELECT course_id, section_id,
            quantileExactInclusive(0.5)(rank) AS place,
            arraySort(k -> (-toInt64(k.2), k.1), arrayZip(mapKeys(sumMap(kinds)), mapValues(sumMap(kinds))))[1].1 AS hint,
            row_number() OVER (PARTITION BY course_id ORDER BY count() DESC, section_id) AS popularity
        FROM ranked
        GROUP BY course_id, section_id
    ),
    drafts AS
    (
        SELECT course_id,
            arrayMap(s -> s.3, arraySort(groupArray((place, section_id,
                (section_id, if(t.newest != '', t.newest, ifNull(nullIf(extract(section_id, '([^/#:=]+)[/#:=]*$'), ''), section_id)),
                    if(hint = '', 'content', hint), [section_id], NULL, NULL, NULL, NULL, NULL, NULL)::Tuple(
                    id String, title String, kind String, activities Array(String), expected_us Nullable(Int64), required Nullable(Bool),
                    idle_us Nullable(Int64), floor_us Nullable(Int64), due_at Nullable(DateTime64(6, 'UTC')), weight Nullable(Float64)))))) AS drafted
        FROM sections AS s
        LEFT JOIN titles AS t ON t.course_id = s.course_id AND t.activity_id = s.section_id
        WHERE popularity <= 200
        GROUP BY course_id
    ),
    current AS
    (
        SELECT course_id, content_hash FROM course_outlines FINAL WHERE origin = 'inferred'
    )
SELECT course_id, 'inferred', '', course_title, 'unknown', toDateTime64(0, 6, 'UTC'), now64(6),
    hex(sipHash128(course_title, toString(drafted))) AS hash, drafted, {run:UInt64}, 0
FROM
(
    SELECT d.course_id AS course_id, d.drafted AS drafted,
        if(t.newest != '', t.newest, ifNull(nullIf(extract(course_id, '([^/#:=]+)[/#:=]*$'), ''), course_id)) AS course_title
    FROM drafts AS d LEFT JOIN titles AS t ON t.course_id = d.course_id AND t.activity_id = d.course_id
)
WHERE (course_id, hash) NOT IN (SELECT course_id, content_hash FROM current)
    AND {run:UInt64} = (SELECT max(run) FROM metrics_runs)
UNION ALL
SELECT course_id, 'inferred', '', '', 'unknown', toDateTime64(0, 6, 'UTC'), now64(6), '', [], {run:UInt64}, 1
FROM current
WHERE course_id IN affected AND course_id NOT IN (SELECT course_id FROM drafts)
    AND {run:UInt64} = (SELECT max(run) FROM metrics_runs)
