-- A row: a course and section of the outline in force now, also where no learner got there. Grain: course_id, section_id.
-- Source: metrics, "Skipping", "Time on section" 8. Counts are learners; times are seconds a learner who opened it, by
-- seconds_low. known is the denominator of the rates, which are null where it is 0.
CREATE OR REPLACE VIEW section_summary AS
SELECT
    o.course_id AS course_id,
    o.section_id AS section_id,
    o.position AS position,
    o.kind AS kind,
    o.title AS title,
    o.course_title AS course_title,
    o.mode AS mode,
    o.version AS outline_version,
    o.is_inferred AS is_inferred,
    o.expected_us / 1e6 AS expected_seconds,
    o.floor_us / 1e6 AS floor_seconds,
    e.learners AS learners,
    e.reached AS reached,
    e.opened AS opened,
    e.engaged AS engaged,
    e.deferred AS deferred,
    e.rushed AS rushed,
    e.jumped AS jumped,
    e.unknown AS unknown,
    e.known AS known,
    if(e.known = 0, NULL, (e.jumped + e.rushed) / e.known) AS skip_rate,
    if(e.known = 0, NULL, e.rushed / e.known) AS rushed_share,
    if(e.known = 0, NULL, e.jumped / e.known) AS jumped_share,
    if(e.opened = 0, NULL, e.quartiles[1]) AS q25,
    if(e.opened = 0, NULL, e.quartiles[2]) AS median,
    if(e.opened = 0, NULL, e.quartiles[3]) AS q75,
    e.visits AS visits,
    e.open_visits AS open_visits,
    if(e.visits = 0, NULL, e.open_visits / e.visits) AS open_share,
    e.as_of AS as_of
FROM course_outlines_in_force AS o
INNER JOIN
(
    SELECT
        course_id, section_id,
        countIf(is_learner) AS learners,
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
        SELECT course_id, section_id, true AS is_learner, status, first_at, seconds_low, visits, open_visits, computed_at
        FROM section_engagement FINAL
        -- A section nobody has a row of: an outer join would read all courses for one, as ClickHouse passes a condition on the
        -- course through an inner one only.
        UNION ALL
        SELECT course_id, section_id, false, 'not-reached', NULL, 0, 0, 0, toDateTime64(0, 6, 'UTC') FROM course_outlines_in_force
    ) AS l
    GROUP BY course_id, section_id
) AS e ON e.course_id = o.course_id AND e.section_id = o.section_id
ORDER BY course_id, position;
