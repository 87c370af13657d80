-- The declared outlines to compute with, and which courses' have changed since their learners were computed.
INSERT INTO run_sections (run, course_id, is_inferred, version, from_us, until_us, mode, section_id, position, kind, required, activities, idle_us, floor_us)
SELECT {run:UInt64}, course_id, is_inferred, version, from_us, until_us, mode, section_id, position, kind, required, activities, idle_us, floor_us
FROM course_sections WHERE NOT is_inferred
