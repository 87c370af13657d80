DROP VIEW IF EXISTS oulad_course_days;
DROP TABLE IF EXISTS oulad_events;
DROP TABLE IF EXISTS oulad_courses;
DROP TABLE IF EXISTS oulad_registrations;
DROP TABLE IF EXISTS oulad_labels;
DROP TABLE IF EXISTS oulad_assessments;
DROP TABLE IF EXISTS oulad_submissions;
