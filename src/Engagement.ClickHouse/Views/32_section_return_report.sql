-- What pages read of coming back: who visited a section once against who did more often. Grain: course_id, section_id, came_back.
-- Together they are who opened it, so both are held back where one has fewer than 5 learners, or 1 to 4 of known outcome, and where
-- section_report does not say how many opened it.
CREATE OR REPLACE VIEW section_return_report AS
SELECT course_id, section_id, came_back,
    max(s.learners < 5 OR s.learners - s.unknown BETWEEN 1 AND 4) OVER (PARTITION BY course_id, section_id)
        OR (course_id, section_id) NOT IN (SELECT course_id, section_id FROM section_report WHERE opened >= 5) AS suppressed,
    if(suppressed, NULL, s.learners) AS learners,
    if(suppressed, NULL, s.engaged) AS engaged,
    if(suppressed, NULL, s.deferred) AS deferred,
    if(suppressed, NULL, s.rushed) AS rushed,
    if(suppressed, NULL, s.unknown) AS unknown,
    if(suppressed, NULL, s.median) AS median
FROM
(
    SELECT course_id, section_id, e.visits > 1 AS came_back, count() AS learners,
        countIf(status = 'engaged') AS engaged, countIf(status = 'deferred') AS deferred,
        countIf(status = 'rushed') AS rushed, countIf(status = 'unknown') AS unknown,
        quantileExactInclusive(0.5)(toFloat64(e.seconds_low)) AS median
    FROM section_engagement AS e FINAL
    WHERE first_at IS NOT NULL
    GROUP BY course_id, section_id, came_back
) AS s
ORDER BY course_id, section_id, came_back;
