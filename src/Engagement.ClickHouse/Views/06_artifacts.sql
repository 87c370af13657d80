-- A row: a learner, and an artifact or reflection of the outline they are measured by. Grain: course_id, learner_id, section_id.
-- Source: metrics, "Around the sections": artifacts and reflections toward a micro-credential.
-- submitted_at: when an artifact was first handed in, or a Think About first answered; accepted_at: first feedback that says success.
CREATE OR REPLACE VIEW artifacts AS
SELECT e.course_id AS course_id, e.learner_id AS learner_id, e.section_id AS section_id, e.position AS position, e.kind AS kind, e.required AS required,
    if(e.kind = 'artifact', f.submitted_at, e.first_response_at) AS submitted_at, f.accepted_at AS accepted_at
FROM (SELECT course_id, learner_id, section_id, position, kind, required, first_response_at FROM section_engagement FINAL WHERE kind IN ('artifact', 'think-about')) AS e
LEFT JOIN
(
    SELECT course_id, learner_id, section_id, minOrNull(made_at) AS submitted_at, minOrNull(accepted_at) AS accepted_at
    FROM answered WHERE what = 'submission'
    GROUP BY course_id, learner_id, section_id
) AS f ON f.course_id = e.course_id AND f.learner_id = e.learner_id AND f.section_id = e.section_id;
