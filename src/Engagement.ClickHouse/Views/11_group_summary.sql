-- A row: a course's learners of one delivery mode and cohort. Grain: course_id, mode, cohort. Columns as in course_summary.
CREATE OR REPLACE VIEW group_summary AS
SELECT course_id, mode, cohort, count() AS learners, countIf(started_at IS NOT NULL) AS started,
    countIf(outcome = 'completed') AS completed, sum(u.gave_up) AS gave_up,
    completed / learners AS completion_rate, gave_up / learners AS attrition_rate,
    countIf(waiting_days IS NOT NULL) AS waited,
    if(waited = 0, NULL, quantileExactInclusiveIf(0.5)(assumeNotNull(waiting_days), waiting_days IS NOT NULL)) AS waiting_days_median
FROM outcomes AS u
GROUP BY course_id, mode, cohort
ORDER BY course_id, mode, cohort;
