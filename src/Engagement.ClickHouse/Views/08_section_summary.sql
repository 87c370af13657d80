-- A row: a course and section of the outline in force now, also where no learner got there. Grain: course_id, section_id.
-- Source: metrics, "Skipping", "Time on section" 8. Counts are learners; times are seconds a learner who opened it, by
-- seconds_low. known is the denominator of the rates, which are null where it is 0.
-- The section's own row and its learners' are grouped together: an outer join would read all courses for one, as ClickHouse
-- passes a condition on the course through an inner one only, and each look at the outlines takes long to plan.
CREATE OR REPLACE VIEW section_summary AS
SELECT
    course_id,
    section_id,
    position, kind, title, course_title, mode, version AS outline_version, is_inferred,
    expected_us / 1e6 AS expected_seconds,
    floor_us / 1e6 AS floor_seconds,
    learners,
    reached,
    opened,
    engaged,
    deferred,
    rushed,
    jumped,
    unknown,
    known,
    if(known = 0, NULL, (jumped + rushed) / known) AS skip_rate,
    if(known = 0, NULL, rushed / known) AS rushed_share,
    if(known = 0, NULL, jumped / known) AS jumped_share,
    if(opened = 0, NULL, quartiles[1]) AS q25,
    if(opened = 0, NULL, quartiles[2]) AS median,
    if(opened = 0, NULL, quartiles[3]) AS q75,
    visits,
    open_visits,
    if(visits = 0, NULL, open_visits / visits) AS open_share,
    as_of
FROM
(
    SELECT
        course_id, section_id,
        anyIf(l.position, is_section) AS position, anyIf(l.kind, is_section) AS kind, anyIf(l.title, is_section) AS title,
        anyIf(l.course_title, is_section) AS course_title, anyIf(l.mode, is_section) AS mode, anyIf(l.version, is_section) AS version,
        anyIf(l.is_inferred, is_section) AS is_inferred, anyIf(l.expected_us, is_section) AS expected_us, anyIf(l.floor_us, is_section) AS floor_us,
        countIf(NOT is_section) AS learners,
        countIf(status != 'not-reached') AS reached,
        countIf(first_at IS NOT NULL) AS opened,
        countIf(status = 'engaged') AS engaged,
        countIf(status = 'deferred') AS deferred,
        countIf(status = 'rushed') AS rushed,
        countIf(status = 'jumped') AS jumped,
        countIf(status = 'unknown') AS unknown,
        engaged + deferred + rushed + jumped AS known,
        quantilesExactInclusiveIf(0.25, 0.5, 0.75)(toFloat64(seconds_low), first_at IS NOT NULL) AS quartiles,
        sum(l.visits) AS visits,
        sum(l.open_visits) AS open_visits,
        max(computed_at) AS as_of
    FROM
    (
        SELECT course_id, section_id, true AS is_section, position, kind, title, course_title, mode, version, is_inferred, expected_us, floor_us,
            CAST(0, 'Enum8(\'not-reached\' = 0, \'engaged\' = 1, \'deferred\' = 2, \'unknown\' = 3, \'rushed\' = 4, \'jumped\' = 5)') AS status,
            NULL AS first_at, 0 AS seconds_low, 0 AS visits, 0 AS open_visits, toDateTime64(0, 6, 'UTC') AS computed_at
        FROM course_outlines_in_force
        UNION ALL
        SELECT course_id, section_id, false, 0, '', '', '', '', '', false, NULL, 0, status, first_at, seconds_low, visits, open_visits, computed_at
        FROM section_engagement FINAL
    ) AS l
    GROUP BY course_id, section_id
    HAVING max(is_section)
)
ORDER BY course_id, position;
