-- What pages read of how good the statements behind a course's numbers are: a row, of the course of the parameter, where it has at
-- least 5 learners. A count is null where 1 to 4 learners sent what it counts. late: stored more than a day after they occurred;
-- unsure_share: seconds that nobody saw the end of, of the visits' seconds_high.
CREATE OR REPLACE VIEW quality_report AS
SELECT {course:String} AS course_id, s.statements AS statements,
    if(s.late_learners BETWEEN 1 AND 4, NULL, s.late) AS late,
    if(s.zone_learners BETWEEN 1 AND 4, NULL, s.zone_assumed) AS zone_assumed,
    if(s.voided_learners BETWEEN 1 AND 4, NULL, s.voided) AS voided,
    s.late_learners BETWEEN 1 AND 4 OR s.zone_learners BETWEEN 1 AND 4 OR s.voided_learners BETWEEN 1 AND 4 AS suppressed,
    v.visits AS visits, v.open_visits AS open_visits, v.unsure_share AS unsure_share
FROM
(
    SELECT uniqExact(learner_id) AS learners, count() AS statements,
        countIf(is_late) AS late, uniqExactIf(learner_id, is_late) AS late_learners,
        countIf(is_zone_assumed) AS zone_assumed, uniqExactIf(learner_id, is_zone_assumed) AS zone_learners,
        countIf(is_voided) AS voided, uniqExactIf(learner_id, is_voided) AS voided_learners
    FROM
    (
        SELECT learner_id, stored_at > occurred_at + INTERVAL 1 DAY AS is_late, zone_assumed AS is_zone_assumed,
            statement_id IN (SELECT target_id FROM statement_refs FINAL WHERE role = 'void') AS is_voided
        FROM statements FINAL
        -- Statements lie by learner, not by course.
        WHERE course_id = {course:String} AND learner_id IN (SELECT learner_id FROM enrolments FINAL WHERE course_id = {course:String})
    )
) AS s
CROSS JOIN
(
    SELECT count() AS visits, countIf(is_open) AS open_visits,
        if(sum(seconds_high) = 0, NULL, toFloat64(sum(seconds_high) - sum(seconds_low)) / toFloat64(sum(seconds_high))) AS unsure_share
    FROM visits FINAL WHERE course_id = {course:String}
) AS v
WHERE s.learners >= 5;
