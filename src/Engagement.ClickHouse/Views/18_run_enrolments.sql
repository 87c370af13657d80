-- A row: an enrolment that a metrics run has found for a chunk of learners. Grain: learner_id, course_id. Who is in a course but
-- in none of its enrolments here is a facilitator.
CREATE OR REPLACE VIEW run_enrolments AS
SELECT learner_id, course_id, version, is_inferred, completed_at
FROM enrolments
WHERE row_version = {run:UInt64}
    AND learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32});
