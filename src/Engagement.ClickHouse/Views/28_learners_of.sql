-- A row: a learner of a course whom somebody may see. Grain: course_id, learner_id. Of facilitator: those the roster gives them. Of
-- cohorts: pairs (course, cohort), '*' for every one, '' for learners without a cohort; the roster's cohort counts, and where it has
-- none the newest that statements name.
CREATE OR REPLACE VIEW learners_of AS
SELECT course_id, learner_id
FROM
(
    SELECT course_id, learner_id, max(facilitator_id) AS looks_after, if(max(told) != '', max(told), max(seen)) AS cohort
    FROM
    (
        SELECT course_id, learner_id, facilitator_id, cohort AS told, '' AS seen FROM roster FINAL
        UNION ALL
        SELECT course_id, learner_id, toUUID('00000000-0000-0000-0000-000000000000'), '', cohort FROM enrolments FINAL
    )
    GROUP BY course_id, learner_id
)
WHERE (looks_after = {facilitator:UUID} AND looks_after != toUUID('00000000-0000-0000-0000-000000000000'))
    OR arrayExists(c -> (c.1 = '*' OR c.1 = course_id) AND (c.2 = '*' OR c.2 = cohort), {cohorts:Array(Tuple(String, String))});
