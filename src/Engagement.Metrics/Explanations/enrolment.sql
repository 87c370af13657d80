SELECT learner_id, course_id, version, is_inferred, completed_at, row_version
FROM enrolments FINAL
WHERE learner_id = {learner:UUID} AND course_id = {course:String}
SETTINGS date_time_output_format = 'iso'
