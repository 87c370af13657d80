-- A row: a course's learners of one delivery mode and cohort, and a kind of section. Grain: course_id, kind, mode, cohort.
-- Source: metrics, "Skipping": numerators and denominators are summed, rates are never averaged.
-- skipped and known count learners times sections; learners those who reached one.
CREATE OR REPLACE VIEW skip_summary AS
SELECT s.course_id AS course_id, s.kind AS kind, e.mode AS mode, e.cohort AS cohort,
    uniqExact(s.learner_id) AS learners,
    countIf(s.status IN ('rushed', 'jumped')) AS skipped,
    countIf(s.status IN ('engaged', 'deferred', 'rushed', 'jumped')) AS known,
    if(known = 0, NULL, skipped / known) AS skip_rate
FROM (SELECT course_id, learner_id, kind, status FROM section_engagement FINAL WHERE status != 'not-reached') AS s
INNER JOIN (SELECT course_id, learner_id, mode, cohort FROM enrolments FINAL) AS e ON e.course_id = s.course_id AND e.learner_id = s.learner_id
GROUP BY course_id, kind, mode, cohort
ORDER BY course_id, kind, mode, cohort;
