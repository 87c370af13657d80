-- A row: a stretch, one maximal run of a learner's consecutive statements of one scene and day, alike in what they tell of
-- the enrolment, in which each gap is at most the section's idle cut-off and no statement but the last is an exit.
-- Visits, enrolments and days are made of whole stretches, so that they need not look at statements again.
-- Grain: learner_id, number, which counts in the order of time. Keys: scene → run_scenes.
-- Source: metrics, "Time on section", 1 to 3.
INSERT INTO run_stretches
    (run, chunk, learner_id, number, scene, day, deed, learns, is_about_course, started_us, first_statement, last_us, is_left,
     declared_us, statements, responses, first_response_us, said)
WITH
    -- Days since 1900, before which no statement lies.
    at_us -> toUInt32(intDiv(at_us + 2208988800000000, 86400000000)) AS day_of,
    told AS
    (
        SELECT *,
            toInt8(deed) BETWEEN 1 AND 3 AS is_step,
            role = 'course' AS is_about_course,
            cityHash64(scene, day_of(at_us), if(is_step, toInt8(deed), 0), learns, is_about_course) AS alike
        FROM resolved_statements(run = {run:UInt64}, chunk = {chunk:UInt32})
    ),
    neighbours AS
    (
        SELECT *, at_us > lagInFrame(until_us, 1, at_us - 1) OVER learner OR alike != lagInFrame(alike) OVER learner AS is_first
        FROM told
        WINDOW learner AS (PARTITION BY learner_id ORDER BY at_us, id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)
    ),
    numbered AS
    (
        SELECT *, sum(is_first) OVER (PARTITION BY learner_id ORDER BY at_us, id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS number
        FROM neighbours
    )
SELECT {run:UInt64}, {chunk:UInt32}, learner_id, number,
    any(scene), day_of(min(at_us)), anyIf(deed, is_step), any(learns), any(is_about_course),
    min(at_us), minIf(id, is_first), max(at_us), countIf(role = 'exit') > 0,
    max(declared_us), count(), countIf(role = 'act'), minIf(at_us, role = 'act'),
    groupArrayIf((id, toInt8(deed), at_us), toInt8(deed) BETWEEN 4 AND 8)
FROM numbered
GROUP BY learner_id, number
