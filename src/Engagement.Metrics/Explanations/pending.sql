-- More than 0 where a statement of the learner, or an outline of the course, is not in the numbers yet, or got there since
-- they were read.
SELECT
    (SELECT count() FROM (SELECT 1 FROM touches WHERE learner_id = {learner:UUID} GROUP BY touch_id HAVING sum(sign) > 0))
    + (SELECT count() FROM outlines_pending WHERE course_id = {course:String})
    + (SELECT countIf(row_version != {run:UInt64}) FROM enrolments FINAL
       WHERE learner_id = {learner:UUID} AND course_id = {course:String}) AS number
