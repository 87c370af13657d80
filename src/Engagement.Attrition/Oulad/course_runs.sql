INSERT INTO course_runs (course_id, first_day, last_day, row_version, is_deleted)
SELECT course_id, first_day, first_day + length_days, {version:UInt64}, 0 FROM oulad_course_days
