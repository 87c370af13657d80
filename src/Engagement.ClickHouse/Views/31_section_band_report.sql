-- What pages read of how sure a section's times are, where at least 5 opened it. Grain: course_id, section_id. Quartiles by
-- seconds_high, seconds a learner who opened it; unsure_share: seconds that nobody saw the end of, of seconds_high.
CREATE OR REPLACE VIEW section_band_report AS
SELECT course_id, section_id, quartiles[1] AS q25_high, quartiles[2] AS median_high, quartiles[3] AS q75_high, unsure_share
FROM
(
    SELECT course_id, section_id, count() AS opened,
        quantilesExactInclusive(0.25, 0.5, 0.75)(toFloat64(e.seconds_high)) AS quartiles,
        if(sum(e.seconds_high) = 0, NULL, toFloat64(sum(e.seconds_high) - sum(e.seconds_low)) / toFloat64(sum(e.seconds_high))) AS unsure_share
    FROM section_engagement AS e FINAL
    WHERE first_at IS NOT NULL
    GROUP BY course_id, section_id
)
WHERE opened >= 5
ORDER BY course_id, section_id;
