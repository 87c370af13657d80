-- A row: a learner of a course and a section of the outline they are measured by, also where they never got there.
-- Grain: course_id, learner_id, section_id. Keys: learner_id, course_id → learner_courses.
-- Source: metrics, "Time on section" 7 and "Skipping".
INSERT INTO section_engagement
    (course_id, learner_id, section_id, position, kind, status, visits, open_visits, declared_visits, clipped_visits,
     seconds_low, seconds_high, responses, first_at, last_at, engaged_at, floor_seconds, outline_version, is_inferred,
     computed_at, row_version, is_deleted)
WITH
    learners AS
    (
        SELECT learner_id, course_id, version, is_inferred, completed_at FROM learner_courses
        WHERE row_version = {run:UInt64}
            AND learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
    ),
    places AS
    (
        SELECT l.learner_id AS learner_id, l.completed_at AS completed_at, s.course_id AS course_id, s.section_id AS section_id,
            s.version AS version, s.is_inferred AS is_inferred, s.position AS position, s.kind AS kind,
            toDecimal64(toDecimal128(s.floor_us, 6) / 1000000, 6) AS floor_seconds
        FROM learners AS l
        INNER JOIN (SELECT * FROM run_sections WHERE run = {run:UInt64}) AS s
            ON s.course_id = l.course_id AND s.version = l.version AND s.is_inferred = l.is_inferred
    ),
    visited AS
    (
        SELECT *, sum(seconds_low) OVER (PARTITION BY course_id, learner_id, section_id
            ORDER BY started_at, UUIDToNum(first_statement) ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running_seconds
        FROM visits
        WHERE (course_id, learner_id) IN (SELECT course_id, learner_id FROM learners) AND row_version = {run:UInt64}
    ),
    opened AS
    (
        SELECT p.course_id AS course_id, p.learner_id AS learner_id, p.section_id AS section_id,
            any(p.position) AS position, any(p.kind) AS kind, any(p.version) AS version, any(p.is_inferred) AS is_inferred,
            any(p.floor_seconds) AS floor_seconds, max(p.completed_at IS NOT NULL) AS is_completed,
            countIf(v.statements > 0) AS visits,
            countIf(v.is_open) AS open_visits, countIf(v.is_declared) AS declared_visits, countIf(v.is_clipped) AS clipped_visits,
            sum(v.seconds_low) AS low, sum(v.seconds_high) AS high,
            sum(v.responses) AS responses,
            minIf(v.started_at, v.statements > 0) AS first_visit, maxIf(v.last_at, v.statements > 0) AS last_visit,
            minIf(v.first_response_at, v.responses > 0) AS first_response,
            minIf(v.ended_at, v.statements > 0 AND v.running_seconds >= p.floor_seconds) AS floor_reached,
            countIf(v.statements > 0 AND v.running_seconds >= p.floor_seconds) AS reached_floor
        FROM places AS p
        LEFT JOIN visited AS v ON v.course_id = p.course_id AND v.learner_id = p.learner_id AND v.section_id = p.section_id
        GROUP BY course_id, learner_id, section_id
    ),
    timed AS
    (
        SELECT *,
            if(visits = 0, NULL, first_visit) AS first_at,
            if(visits = 0, NULL, last_visit) AS last_at,
            multiIf(responses > 0 AND reached_floor > 0, least(assumeNotNull(first_response), floor_reached),
                responses > 0, assumeNotNull(first_response),
                reached_floor > 0, floor_reached, NULL) AS engaged_at
        FROM opened
    ),
    ordered AS
    (
        SELECT *,
            min(first_at) OVER (PARTITION BY course_id, learner_id ORDER BY position DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS later_at
        FROM timed
    )
SELECT
    course_id, learner_id, section_id, position, kind,
    multiIf(
        visits = 0 AND later_at IS NULL AND NOT is_completed, 'not-reached',
        (responses > 0 OR low >= floor_seconds) AND later_at IS NOT NULL AND later_at < engaged_at, 'deferred',
        responses > 0 OR low >= floor_seconds, 'engaged',
        visits > 0 AND high >= floor_seconds, 'unknown',
        visits > 0, 'rushed',
        'jumped') AS status,
    visits, open_visits, declared_visits, clipped_visits, low, high, responses, first_at, last_at, engaged_at,
    floor_seconds, version, is_inferred, now64(6), {run:UInt64}, 0
FROM ordered
WHERE {run:UInt64} = (SELECT max(run) FROM metrics_runs)
