-- A row: a learner of a course who has neither left nor completed it, and who looks after them. Grain and columns: as course_learners.
CREATE OR REPLACE VIEW caseload AS
SELECT course_id, learner_id, facilitator_id, cohort, registered_at, started_at, last_at
FROM course_learners
WHERE completed_at IS NULL AND withdrawn_at IS NULL;
