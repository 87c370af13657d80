-- Learners as enrolments: who they are and what moves them, fixed before their first statement (as Roster has it).
-- Grain: enrolment. What they do follows in visits.sql; one text is made of both.
--
-- Each draw is a hash of the enrolment and of what is drawn, so that any enrolment can be made alone and is always the same.
-- Times whose name ends in _ms are in milliseconds.
WITH
    -- Draws: between 0 and 1; even between two bounds; around a median, many somewhat less and a few much more (log-logistic, with
    -- the spread of a log-normal of that sigma); an id.
    (h, what) -> (bitShiftRight(cityHash64(h, what), 11) + 0.5) / 9007199254740992 AS unit,
    (low, high, h, what) -> low + (high - low) * unit(h, what) AS even,
    (median, sigma, h, what) -> median * pow(1 / unit(h, what) - 1, 0.5513 * sigma) AS spread,
    (h, what) -> reinterpretAsUUID(bitOr(bitShiftLeft(toUInt128(cityHash64(h, what)), 64), toUInt128(cityHash64(what, h)))) AS uuid,

    -- Modes of delivery: 1 self-directed, 2 micro-credential, 3 facilitated.
    -- Kinds of learners: 1 never starts, 2 gives up waiting for feedback, 3 defers, 4 jumps, 5 skims, 6 is thorough.
    [[0.20, 0.20, 0.34, 0.56, 0.84], [0.10, 0.26, 0.40, 0.52, 0.72], [0.03, 0.07, 0.22, 0.30, 0.47]] AS kinds_up_to,

    -- Courses by size are log-uniform, the largest with about an eighth of the enrolments.
    1 + 60 / {courses:UInt32} AS head,
    e -> toUInt32(head * (pow(1 + {courses:UInt32} / head, unit(cityHash64({seed:UInt64}, e), 'course')) - 1)) AS course_of,

    -- One learner in twenty takes a second course: the last enrolment of each 21 is one more of a learner before it.
    enrolled AS
    (
        SELECT number AS enrolment, cityHash64({seed:UInt64}, enrolment) AS h,
            enrolment % 21 = 20 AND {courses:UInt32} > 1 AS is_second,
            intDiv(enrolment, 21) * 21 + if(is_second, h % 20, enrolment % 21) AS learner
        FROM numbers({first:UInt64}, {count:UInt64})
    ),
    placed AS
    (
        SELECT *, (course_of(enrolment) + (is_second AND course_of(enrolment) = course_of(learner))) % {courses:UInt32} AS course
        FROM enrolled
    ),
    sorted AS
    (
        SELECT *,
            -- So that each mode has about a third of the learners, though courses are of unequal sizes.
            [1, 2, 3, 3, 2, 1][course % 6 + 1] AS mode,
            1 + arrayCount(x -> x <= unit(h, 'kind'), kinds_up_to[mode]) AS kind
        FROM placed
    ),
    -- A course has four facilitators: 1 and 2 are soon, 3 and 4 late. 0: nobody reads what the self-directed hand in.
    cared_for AS
    (
        SELECT *,
            unit(h, 'late') < if(kind = 2, 0.85, [0, 0.5, 0.12][mode]) AS is_late,
            if(mode = 1, 0, 1 + 2 * is_late + (unit(h, 'whose') < 0.5)) AS facilitator,
            [7, 16, 84, 130][facilitator] AS feedback_hours
        FROM sorted
    ),
    enrolments AS
    (
        SELECT *,
            concat('course-', course + 1) AS slug,
            uuid(learner, {seed:UInt64}) AS learner_id,
            uuid(concat(slug, '/', facilitator), {seed:UInt64}) AS facilitator_id,
            clamp(spread(1, 0.25, h, 'pace'), 0.5, 2.2) AS pace,
            even(0.15, 0.6, h, 'abrupt') AS abrupt_share,
            [-8, -6, -5, -5, 0, 1, 1, 2][cityHash64(h, 'zone') % 8 + 1] AS zone,
            if(unit(h, 'early') < 0.15, even(6, 7.5, h, 'hour'), even(18.5, 21.5, h, 'hour')) AS favourite_hour,
            -- The second cohort opens four days after the first.
            cityHash64(h, 'cohort') % 2 AS cohort,
            {start_ms:Int64} + cohort * 345600000 + toInt64(even(0, 216000000, h, 'registered')) AS registered_ms,
            -- Time they have for a session, days from registration to each, and how many they have heart and time for.
            toInt64(60000 * clamp(spread(38, 0.3, h, 'stamina'), 10, 120)) AS session_ms,
            arrayCumSum(arrayMap(i -> toUInt16(greatest(1,
                0.8 + if(i = 0, spread(if(mode = 1, 2, 0.8), 0.7, h, i), spread([1.9, 1.5, 1.2][mode], 0.5, h, i)))), range(42))) AS session_days,
            least(1 + log(unit(h, 'heart')) / log(1 - [0.22, 0.025, 0.003][mode] - is_late * 0.03),
                arrayCount(day -> day < intDiv({end_ms:Int64} - registered_ms, 86400000) - 1, session_days)) AS most_sessions,
            -- Loses patience before the feedback on the first thing handed in arrives.
            indexOf({styles:Array(String)}, 'Workshop') AS first_workshop,
            kind = 2 AND facilitator > 0
                AND spread(feedback_hours, 0.5, cityHash64(h, first_workshop), 'feedback') > even(36, 72, h, 'patience') AS waits_in_vain
        FROM cared_for
    )
