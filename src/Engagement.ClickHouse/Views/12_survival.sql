-- A row: a day since their start on which learners of a course gave up, or were seen to have come so far. Grain: course_id, day.
-- Source: metrics, "Around the sections": survival curve; Kaplan and Meier 1958. at_risk: learners not gone and not out of
-- sight before that day; staying: share of learners who have not given up by the end of it, 1 to 0.
CREATE OR REPLACE VIEW survival AS
SELECT course_id, day, learners, at_risk, gave_up,
    exp(sum(log(1 - gave_up / at_risk)) OVER (PARTITION BY course_id ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS staying
FROM
(
    SELECT course_id, day, gave_up, sum(learners_here) OVER (PARTITION BY course_id) AS learners,
        sum(learners_here) OVER (PARTITION BY course_id ORDER BY day DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS at_risk
    FROM
    (
        SELECT course_id, greatest(dateDiff('day', first_at, ended_at), 0) AS day, count() AS learners_here, sum(u.gave_up) AS gave_up
        FROM outcomes AS u GROUP BY course_id, day
    )
)
ORDER BY course_id, day;
