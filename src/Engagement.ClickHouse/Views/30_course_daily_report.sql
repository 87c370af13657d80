-- A course's days (UTC) on which five learners at least did something; what fewer did is left out. Grain: course_id, day.
-- Source: metrics, learner_days.
CREATE OR REPLACE VIEW course_daily_report AS
SELECT course_id, day, s.learners < 5 AS suppressed,
    if(suppressed, NULL, s.learners) AS learners,
    if(suppressed, NULL, s.statements) AS statements,
    if(suppressed, NULL, s.responses) AS responses
FROM
(
    SELECT course_id, day, uniqExact(learner_id) AS learners, sum(d.statements) AS statements, sum(d.responses) AS responses
    FROM learner_days AS d FINAL
    GROUP BY course_id, day
) AS s
ORDER BY course_id, day;
