-- Rows: learners of courses whose last statement there is older than the limit. Who has a statement that is not computed yet may
-- have come back, and is left to the next run.
SELECT course_id, learner_id, last_at, before
FROM
(
    SELECT course_id, learner_id, last_at,
        transform(course_id, {courses:Array(String)}, {months:Array(UInt32)}, {default_months:UInt32}) AS months,
        subtractMonths(toDateTime64({now:DateTime64(6, 'UTC')}, 6, 'UTC'), months) AS before
    FROM enrolments FINAL
)
WHERE months > 0 AND last_at < before
    AND learner_id NOT IN (SELECT learner_id FROM touches GROUP BY learner_id HAVING sum(sign) > 0)
