-- A row: what a learner said to the others in a discussion, and what came back. Grain: statement_id.
-- Keys: course_id, learner_id → enrolments. Source: metrics, "Around the sections": community take-up.
CREATE OR REPLACE VIEW community AS
SELECT course_id, learner_id, section_id, statement_id, what, made_at, answers AS replies, first_answer_at AS first_reply_at
FROM answered
WHERE what IN ('post', 'reply', 'share');
