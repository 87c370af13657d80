-- What pages read of a section before and after each version of the outline: of the learners measured by it. Grain: course_id,
-- section_id, version. Together they are all of section_report, so all versions are held back where one has a small group.
CREATE OR REPLACE VIEW section_version_report AS
SELECT course_id, section_id, version, o.valid_from AS valid_from, o.is_inferred AS is_inferred,
    max(s.reached BETWEEN 1 AND 4 OR s.known BETWEEN 1 AND 4 OR s.opened BETWEEN 1 AND 4) OVER (PARTITION BY course_id, section_id) AS suppressed,
    if(suppressed, NULL, s.reached) AS reached,
    if(suppressed, NULL, s.opened) AS opened,
    if(suppressed, NULL, s.skipped) AS skipped,
    if(suppressed, NULL, s.known) AS known,
    if(suppressed OR s.known = 0, NULL, s.skipped / s.known) AS skip_rate,
    if(suppressed OR s.opened = 0, NULL, s.median) AS median
FROM
(
    SELECT course_id, section_id, outline_version AS version,
        countIf(status != 'not-reached') AS reached, countIf(first_at IS NOT NULL) AS opened,
        countIf(status IN ('rushed', 'jumped')) AS skipped,
        countIf(status IN ('engaged', 'deferred', 'rushed', 'jumped')) AS known,
        quantileExactInclusiveIf(0.5)(toFloat64(seconds_low), first_at IS NOT NULL) AS median
    FROM section_engagement FINAL
    GROUP BY course_id, section_id, version
) AS s
INNER JOIN (SELECT DISTINCT course_id, section_id, version, valid_from, is_inferred FROM course_sections) AS o USING (course_id, section_id, version)
ORDER BY course_id, section_id, valid_from;
