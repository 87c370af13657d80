-- A row: a section and day (UTC) somebody began a visit to it. Grain: course_id, section_id, day.
-- Source: metrics, "Time on section" 8. Times are seconds a visit, by seconds_low.
CREATE OR REPLACE VIEW section_daily AS
SELECT course_id, section_id, toDate32(started_at) AS day,
    uniqExact(learner_id) AS learners, count() AS visits, countIf(is_open) AS open_visits, open_visits / visits AS open_share,
    sum(v.responses) AS responses, sum(seconds_low) AS seconds_low, sum(seconds_high) AS seconds_high,
    quantilesExactInclusive(0.25, 0.5, 0.75)(toFloat64(v.seconds_low)) AS quartiles,
    quartiles[1] AS q25, quartiles[2] AS median, quartiles[3] AS q75
FROM visits AS v FINAL
GROUP BY course_id, section_id, day;
