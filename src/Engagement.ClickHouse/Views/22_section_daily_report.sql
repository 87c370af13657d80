-- What pages read of a section's days: section_daily without days of fewer than 5 learners. Grain: course_id, section_id, day.
CREATE OR REPLACE VIEW section_daily_report AS
SELECT course_id, section_id, day, s.learners < 5 AS suppressed,
    if(suppressed, NULL, s.learners) AS learners,
    if(suppressed, NULL, s.visits) AS visits,
    if(suppressed, NULL, s.open_share) AS open_share,
    if(suppressed, NULL, s.responses) AS responses,
    if(suppressed, NULL, s.q25) AS q25,
    if(suppressed, NULL, s.median) AS median,
    if(suppressed, NULL, s.q75) AS q75
FROM section_daily AS s
ORDER BY course_id, section_id, day;
