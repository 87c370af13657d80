-- A row: something a learner handed in, and the first feedback on it. Grain: statement_id. Keys: course_id, learner_id → enrolments.
-- Source: metrics, "Around the sections": feedback latency. latency_seconds is 0 where the clocks say feedback came first;
-- waiting_since is null where feedback came, or the learner has left the course or completed it.
CREATE OR REPLACE VIEW feedback AS
SELECT a.course_id AS course_id, a.learner_id AS learner_id, a.section_id AS section_id, a.kind AS kind, a.statement_id AS statement_id,
    a.made_at AS submitted_at, a.answers AS feedbacks, a.first_answer_at AS feedback_at, a.latency_seconds AS latency_seconds,
    a.accepted_at AS accepted_at,
    if(a.answers = 0 AND e.withdrawn_at IS NULL AND e.completed_at IS NULL, a.made_at, NULL) AS waiting_since
FROM (SELECT * FROM answered WHERE what = 'submission') AS a
LEFT JOIN (SELECT course_id, learner_id, withdrawn_at, completed_at FROM enrolments FINAL) AS e
    ON e.course_id = a.course_id AND e.learner_id = a.learner_id;
