-- Tells by which outlines a context was resolved.
SELECT sumWithOverflow(sipHash64(course_id, version, from_us, until_us, mode, section_id, kind, activities, idle_us))
FROM run_sections WHERE run = {run:UInt64} AND NOT is_inferred
