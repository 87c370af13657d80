-- In every course: what is in none of them is in no section.
SELECT course_id, section_id, started_at, first_statement, seconds_low, seconds_high, is_open, is_declared, is_clipped,
    last_at, ended_at, statements, responses, first_response_at, row_version
FROM visits FINAL
WHERE course_id IN (SELECT course_id FROM enrolments FINAL WHERE learner_id = {learner:UUID}) AND learner_id = {learner:UUID}
SETTINGS date_time_output_format = 'iso'
