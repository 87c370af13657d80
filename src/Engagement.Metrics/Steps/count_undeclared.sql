-- Contexts of the run in courses that have no declared outline, and activities in such courses of earlier runs.
SELECT
    (SELECT count() FROM context_courses WHERE run = {run:UInt64} AND NOT is_declared AND course_id != '') AS contexts,
    (SELECT count() FROM learner_activities WHERE learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64})) AS activities
