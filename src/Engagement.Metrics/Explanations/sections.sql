SELECT section_id, position, kind, status, visits, open_visits, declared_visits, clipped_visits, seconds_low, seconds_high, responses,
    first_at, last_at, first_response_at, engaged_at, floor_seconds, computed_at, row_version
FROM section_engagement FINAL
WHERE course_id = {course:String} AND learner_id = {learner:UUID}
SETTINGS date_time_output_format = 'iso'
