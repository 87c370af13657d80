-- What pages read of skips by kind: skip_summary without groups of fewer than 5. Grain: course_id, kind, mode, cohort.
CREATE OR REPLACE VIEW skip_report AS
SELECT course_id, kind, mode, cohort, s.learners < 5 AS suppressed,
    if(suppressed, NULL, s.learners) AS learners,
    if(suppressed, NULL, s.skipped) AS skipped,
    if(suppressed, NULL, s.known) AS known,
    if(suppressed, NULL, s.skip_rate) AS skip_rate
FROM skip_summary AS s
ORDER BY course_id, kind, mode, cohort;
