-- A row: a learner of a course and a section of the outline they are measured by, also where they never got there.
-- Grain: course_id, learner_id, section_id. Keys: learner_id, course_id → enrolments.
-- Source: metrics, "Time on section" 7 and "Skipping".
INSERT INTO section_engagement
    (course_id, learner_id, section_id, position, kind, required, status, visits, open_visits, declared_visits, clipped_visits,
     seconds_low, seconds_high, responses, first_at, last_at, first_response_at, engaged_at, floor_seconds, outline_version, is_inferred,
     computed_at, row_version, is_deleted)
WITH
    enrolled AS
    (
        SELECT learner_id, sipHash64(course_id, is_inferred, version) AS outline, completed_at IS NOT NULL AS is_completed
        FROM run_enrolments(run = {run:UInt64}, chunk = {chunk:UInt32})
    ),
    sections AS (SELECT outline, place, position, floor_us FROM run_sections WHERE run = {run:UInt64}),
    visited AS
    (
        SELECT learner_id, place,
            count() AS visits, countIf(is_open) AS open_visits, countIf(is_declared) AS declared_visits, countIf(is_clipped) AS clipped_visits,
            sum(low_us) AS low, sum(high_us) AS high, sum(v.responses) AS responses,
            minOrNull(started_us) AS first_us, maxOrNull(last_us) AS last_us,
            minOrNullIf(first_response_us, v.responses > 0) AS responded_us,
            arraySort(groupArray((started_us, first_statement, low_us, ended_us))) AS in_order
        FROM run_visits AS v WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}
        GROUP BY learner_id, place
    ),
    -- The floor is reached at the end of the visit in which the running sum of seconds gets there.
    judged AS
    (
        SELECT e.learner_id AS learner_id, e.is_completed AS is_completed, s.outline AS outline, s.place AS place, s.position AS position, s.floor_us AS floor_us,
            v.visits AS visits, v.open_visits AS open_visits, v.declared_visits AS declared_visits, v.clipped_visits AS clipped_visits,
            v.low AS low, v.high AS high, v.responses AS responses, v.first_us AS first_us, v.last_us AS last_us, v.responded_us AS responded_us,
            arrayFirstOrNull((ended, so_far) -> so_far >= floor_us, v.in_order.4, arrayCumSum(v.in_order.3)) AS floor_reached_us,
            if(responded_us IS NULL OR floor_reached_us < responded_us, floor_reached_us, responded_us) AS engaged_us
        FROM enrolled AS e
        INNER JOIN sections AS s ON s.outline = e.outline
        LEFT JOIN visited AS v ON v.learner_id = e.learner_id AND v.place = s.place
    ),
    ordered AS
    (
        SELECT *, min(first_us) OVER (PARTITION BY learner_id, outline ORDER BY position DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS later_us
        FROM judged
    )
SELECT
    s.course_id, o.learner_id, s.section_id, o.position, s.kind, s.required,
    multiIf(
        o.visits = 0 AND o.later_us IS NULL AND NOT o.is_completed, 'not-reached',
        o.engaged_us IS NOT NULL AND o.later_us IS NOT NULL AND o.later_us < o.engaged_us, 'deferred',
        o.engaged_us IS NOT NULL, 'engaged',
        o.visits > 0 AND o.high >= o.floor_us, 'unknown',
        o.visits > 0, 'rushed',
        'jumped') AS status,
    o.visits, o.open_visits, o.declared_visits, o.clipped_visits, reinterpret(o.low, 'Decimal64(6)'), reinterpret(o.high, 'Decimal64(6)'), o.responses,
    fromUnixTimestamp64Micro(o.first_us, 'UTC'), fromUnixTimestamp64Micro(o.last_us, 'UTC'), fromUnixTimestamp64Micro(o.responded_us, 'UTC'),
    fromUnixTimestamp64Micro(o.engaged_us, 'UTC'), reinterpret(o.floor_us, 'Decimal64(6)'), s.version, s.is_inferred, now64(6), {run:UInt64}, 0
FROM ordered AS o
-- Texts last, as each step would copy them.
INNER JOIN
(
    SELECT outline, place, course_id, section_id, version, is_inferred, kind, required FROM run_sections WHERE run = {run:UInt64}
) AS s ON s.outline = o.outline AND s.place = o.place
WHERE {run:UInt64} = (SELECT max(run) FROM metrics_runs)
-- Visits lie in the order they are grouped by.
SETTINGS optimize_on_insert = 0, query_plan_join_swap_table = 'false', optimize_aggregation_in_order = 1
