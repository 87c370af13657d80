-- What pages read of cohorts and delivery modes: group_summary without groups of fewer than 5. Grain: course_id, mode, cohort.
CREATE OR REPLACE VIEW group_report AS
SELECT course_id, mode, cohort, s.learners < 5 AS suppressed,
    if(suppressed, NULL, s.learners) AS learners,
    if(suppressed, NULL, s.started) AS started,
    if(suppressed, NULL, s.completed) AS completed,
    if(suppressed, NULL, s.gave_up) AS gave_up,
    if(suppressed, NULL, s.completion_rate) AS completion_rate,
    if(suppressed, NULL, s.attrition_rate) AS attrition_rate,
    if(s.waited < 5, NULL, s.waiting_days_median) AS waiting_days_median
FROM group_summary AS s
ORDER BY course_id, mode, cohort;
