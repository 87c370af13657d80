-- What pages read of survival, of courses with at least 5 learners. Grain: course_id, day. Counts of a day are those of
-- single people, so only the curve is given, and only as far as 5 learners were still in sight.
CREATE OR REPLACE VIEW survival_report AS
SELECT course_id, day, staying
FROM survival
WHERE at_risk >= 5
ORDER BY course_id, day;
