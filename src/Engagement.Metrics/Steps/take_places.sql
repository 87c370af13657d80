INSERT INTO run_places (run, place, course, course_id, section_id)
SELECT DISTINCT {run:UInt64}, place, course, course_id, section_id FROM context_sections WHERE run = {run:UInt64} AND course_id != ''
