-- A row: a learner of a course, with the newest that was found of them on the newest day. Grain: course_id, learner_id. Keys: course_id,
-- learner_id → enrolments. probability: null where it cannot be believed, as no run of the course has finished, or the learner never
-- started. score: the same also where it cannot be believed: it orders, and is not to be shown. Who has since withdrawn or completed is not here.
CREATE OR REPLACE VIEW risk AS
SELECT r.course_id AS course_id, r.learner_id AS learner_id, e.cohort AS cohort, e.mode AS mode, r.cut AS cut, r.newest.1 AS scored_at,
    r.newest.2 AS model_id, r.newest.3 AS situation, r.newest.4 AS score, if(r.newest.5, score, NULL) AS probability, r.newest.6 AS place, r.newest.7 AS of,
    r.newest.8 AS reasons, r.newest.9 AS next_step
FROM
(
    SELECT course_id, learner_id, cut,
        argMax((s.scored_at, model_id, situation, s.probability, is_shown, place, of, reasons, next_step), s.scored_at) AS newest
    FROM risk_scores AS s
    WHERE cut = (SELECT max(cut) FROM risk_scores)
    GROUP BY course_id, learner_id, cut
) AS r
INNER JOIN (SELECT course_id, learner_id, cohort, mode FROM enrolments FINAL WHERE withdrawn_at IS NULL AND completed_at IS NULL) AS e
    ON e.course_id = r.course_id AND e.learner_id = r.learner_id;
