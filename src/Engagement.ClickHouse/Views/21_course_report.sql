-- What pages read of courses: course_summary without what speaks of fewer than 5 learners. Grain: course_id.
CREATE OR REPLACE VIEW course_report AS
SELECT course_id, title, mode, is_inferred, sections,
    s.learners BETWEEN 1 AND 4 AS suppressed,
    if(suppressed, NULL, s.learners) AS learners,
    if(suppressed, NULL, s.started) AS started,
    if(suppressed, NULL, s.completed) AS completed,
    if(suppressed, NULL, s.gave_up) AS gave_up,
    if(suppressed, NULL, s.completion_rate) AS completion_rate,
    if(suppressed, NULL, s.attrition_rate) AS attrition_rate,
    if(s.waited < 5, NULL, s.waiting_days_q25) AS waiting_days_q25,
    if(s.waited < 5, NULL, s.waiting_days_median) AS waiting_days_median,
    if(s.waited < 5, NULL, s.waiting_days_q75) AS waiting_days_q75,
    if(suppressed, NULL, s.statements) AS statements,
    as_of
FROM course_summary AS s
ORDER BY s.learners DESC, course_id;
