INSERT INTO run_sections (run, course_id, is_inferred, version, from_us, until_us, mode, section_id, position, kind, required, activities, idle_us, floor_us)
SELECT {run:UInt64}, course_id, is_inferred, version, from_us, until_us, mode, section_id, position, kind, required, activities, idle_us, floor_us
FROM course_sections
WHERE is_inferred AND course_id IN (SELECT course_id FROM context_courses WHERE run = {run:UInt64} AND NOT is_declared)
