-- A row: a stretch, one maximal run of a learner's consecutive statements of one scene and day, alike in what they tell of
-- the enrolment, in which each gap is at most the section's idle cut-off and no statement but the last is an exit.
-- Visits, enrolments and days are made of whole stretches, so that they need not look at statements again.
-- Grain: learner_id, number, which counts in the order of time. Keys: scene → run_scenes.
-- Source: metrics, "Time on section", 1 to 3.
INSERT INTO run_stretches
    (run, chunk, learner_id, number, scene, day, deed, learns, is_about_course, started_us, first_statement, last_us, is_left,
     declared_us, statements, responses, first_response_us, said)
WITH
    -- What all statements of a stretch have in common beside the scene, in one number: each column more is carried through the sort.
    -- Days since 1900, before which no statement lies, times 16; a step of the enrolment (1 to 3), times 4; learns, times 2;
    -- is_about_course.
    told AS
    (
        SELECT learner_id, at_us, id, until_us, scene, is_exit, is_act, deed, declared_us,
            toUInt32(intDiv(at_us + 2208988800000000, 86400000000)) * 16 + if(deed <= 3, deed, 0) * 4 + learns * 2 + is_about_course AS common,
            cityHash64(scene, common) AS alike
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
    any(scene), intDiv(any(common), 16), bitAnd(intDiv(any(common), 4), 3), bitTest(any(common), 1), bitTest(any(common), 0),
    min(at_us), minIf(id, is_first), max(at_us), max(is_exit),
    max(declared_us), count(), sum(is_act), minIf(at_us, is_act),
    groupArrayIf((id, deed, at_us), deed BETWEEN 4 AND 8)
FROM numbered
GROUP BY learner_id, number
