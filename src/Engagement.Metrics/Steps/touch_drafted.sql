-- A draft that changed touches the learners of its course.
INSERT INTO run_touches (run, touch_id, learner_id)
SELECT DISTINCT {run:UInt64}, toUUID('00000000-0000-0000-0000-000000000000'), learner_id FROM enrolments
WHERE course_id IN (SELECT course_id FROM run_outlines WHERE run = {run:UInt64} AND origin = 'inferred')
