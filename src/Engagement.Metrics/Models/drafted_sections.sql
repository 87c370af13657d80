-- A row: as in context_courses, where the course has no declared outline, with the section its draft gives.
-- Grain: context_key, from_us. Source: metrics, "Words": outline, belongs. A draft lists exact ids only.
INSERT INTO context_sections (run, context_key, from_us, until_us, course_id, is_declared, version, mode, section_id, kind, idle_us, object_is_course, cohort)
WITH
    undeclared AS (SELECT * FROM context_courses WHERE run = {run:UInt64} AND NOT is_declared AND course_id != ''),
    drafted AS
    (
        SELECT course_id, activity, section_id, kind, idle_us
        FROM run_sections ARRAY JOIN activities AS activity
        WHERE run = {run:UInt64} AND is_inferred
    ),
    ids AS
    (
        SELECT context_key, course_id, id, place
        FROM (SELECT context_key, course_id, arrayConcat([activity_id], parents, groupings) AS ids FROM contexts)
        ARRAY JOIN ids AS id, arrayEnumerate(ids) AS place
        WHERE context_key IN (SELECT context_key FROM undeclared)
    ),
    sections AS
    (
        SELECT i.context_key AS context_key, argMin((d.section_id, d.kind, d.idle_us), i.place) AS section
        FROM ids AS i INNER JOIN drafted AS d ON d.course_id = i.course_id AND d.activity = i.id
        GROUP BY context_key
    )
SELECT c.run, c.context_key, c.from_us, c.until_us, c.course_id, false, c.version, 'unknown', s.section.1, s.section.2, s.section.3, c.object_is_course, c.cohort
FROM undeclared AS c LEFT JOIN sections AS s ON s.context_key = c.context_key
