-- A row: a cry for help, and the first answer to it. Grain: statement_id. Keys: course_id, learner_id → enrolments.
-- Source: metrics, "Around the sections": cries for help. waiting_since as in feedback.
CREATE OR REPLACE VIEW help AS
SELECT a.course_id AS course_id, a.learner_id AS learner_id, a.section_id AS section_id, a.kind AS kind, a.statement_id AS statement_id,
    a.made_at AS asked_at, a.answers AS answers, a.first_answer_at AS answered_at, a.latency_seconds AS latency_seconds,
    if(a.answers = 0 AND e.withdrawn_at IS NULL AND e.completed_at IS NULL, a.made_at, NULL) AS waiting_since
FROM (SELECT * FROM answered WHERE what = 'question') AS a
LEFT JOIN (SELECT course_id, learner_id, withdrawn_at, completed_at FROM enrolments FINAL) AS e
    ON e.course_id = a.course_id AND e.learner_id = a.learner_id;
