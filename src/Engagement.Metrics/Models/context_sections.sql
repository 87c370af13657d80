-- A row: as in context_courses, of what no draft concerns: courses with a declared outline, and what is in no course.
-- Grain: context_key, from_us.
INSERT INTO context_sections (run, context_key, from_us, until_us, course_id, is_declared, version, mode, section_id, kind, idle_us, object_is_course, cohort)
SELECT run, context_key, from_us, until_us, course_id, is_declared, version, if(is_declared, mode, 'unknown'), section_id, kind, idle_us, object_is_course, cohort
FROM context_courses
WHERE run = {run:UInt64} AND (is_declared OR course_id = '')
