-- A row: a visit (run_visits.sql). Grain: course_id, learner_id, section_id, started_at, first_statement.
-- Keys: learner_id, course_id → enrolments. A Decimal of six digits after the point is a number of microseconds.
INSERT INTO visits
    (course_id, learner_id, section_id, started_at, first_statement, seconds_low, seconds_high, is_open, is_declared, is_clipped,
     last_at, ended_at, statements, responses, first_response_at, row_version, is_deleted)
WITH
    -- The halves of a UUID change places: ClickHouse orders UUIDs by the second.
    number -> bitOr(bitShiftLeft(number, 64), bitShiftRight(number, 64)) AS swapped
SELECT
    s.course_id, v.learner_id, s.section_id, fromUnixTimestamp64Micro(started_us, 'UTC'), reinterpretAsUUID(swapped(first_statement)),
    reinterpret(low_us, 'Decimal64(6)'), reinterpret(high_us, 'Decimal64(6)'), is_open, is_declared, is_clipped,
    fromUnixTimestamp64Micro(last_us, 'UTC'), fromUnixTimestamp64Micro(ended_us, 'UTC'), statements, responses,
    if(responses = 0, NULL, fromUnixTimestamp64Micro(first_response_us, 'UTC')),
    {run:UInt64}, 0
FROM (SELECT * FROM run_visits WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}) AS v
-- Texts last, as each step would copy them. All scenes of a place have the same.
ANY LEFT JOIN (SELECT place, course_id::LowCardinality(String) AS course_id, section_id::LowCardinality(String) AS section_id FROM run_scenes WHERE run = {run:UInt64}) AS s
    ON s.place = v.place
WHERE {run:UInt64} = (SELECT max(run) FROM metrics_runs)
SETTINGS optimize_on_insert = 0, query_plan_join_swap_table = 'false'
