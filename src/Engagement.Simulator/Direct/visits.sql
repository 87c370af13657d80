-- Lives of learners: a row is an enrolment's visit to a section, with all that happens in it as a list of events.
-- Grain: enrolment, section, way. Section 0 is the course itself, whose one visit is the registration.
-- The statements follow from `visits`, see statements.sql; the touches from `enrolments`, see touches.sql.
--
-- The shapes are those of the simulator that sends to Kafka (LearnerLife, Session and SectionWork), drawn from hashes of
-- (seed, enrolment, what is drawn) and not from a sequence: so any enrolment can be made alone, and is always the same.
-- Times are in milliseconds; `events` holds (deed, milliseconds after the opening, which page, question or post; 0: the section).
WITH
    -- Draws: between 0 and 1; even between two bounds; with a median and a spread as log-normal times have (log-logistic: one hash).
    (h, what) -> (bitShiftRight(cityHash64(h, what), 11) + 0.5) / 9007199254740992 AS unit,
    (low, high, h, what) -> low + (high - low) * unit(h, what) AS even,
    (median, sigma, h, what) -> median * pow(1 / unit(h, what) - 1, 0.5513 * sigma) AS spread,

    -- Deeds. Place in the lists of statements.sql.
    1 AS REGISTERED, 2 AS UNREGISTERED, 3 AS SESSION_STARTED, 4 AS SESSION_ENDED, 5 AS COURSE_COMPLETED,
    6 AS EXPERIENCED, 7 AS INITIALIZED, 8 AS LAUNCHED, 9 AS VIEWED, 10 AS INTERACTED, 11 AS PROGRESSED, 12 AS HEARTBEAT, 13 AS BOOKMARKED,
    14 AS ANSWERED, 15 AS REFLECTED, 16 AS COMMENTED, 17 AS SHARED, 18 AS SUBMITTED, 19 AS FINISHED, 20 AS PASSED, 21 AS FAILED,
    22 AS ASKED, 23 AS EXITED, 24 AS FEEDBACK, 25 AS HELP_GIVEN, 26 AS VOIDED,

    -- Modes of delivery: 1 self-directed, 2 micro-credential, 3 facilitated.
    -- Kinds of learners: 1 never starts, 2 gives up waiting for feedback, 3 defers, 4 jumps, 5 skims, 6 is thorough.
    [[0.20, 0.20, 0.34, 0.56, 0.84], [0.10, 0.26, 0.40, 0.52, 0.72], [0.03, 0.07, 0.22, 0.30, 0.47]] AS kinds_up_to,
    -- How likely each kind is to defer, rush or jump a section that is practice, reading, or required.
    [[(0.04, 0.05, 0.03), (0.04, 0.05, 0.03), (0.60, 0.07, 0.06), (0.06, 0.10, 0.62), (0.05, 0.62, 0.10), (0.04, 0.05, 0.03)],
     [(0.02, 0.03, 0.02), (0.02, 0.03, 0.02), (0.10, 0.06, 0.05), (0.02, 0.08, 0.30), (0.01, 0.18, 0.06), (0.02, 0.03, 0.02)],
     [(0.03, 0.00, 0.00), (0.03, 0.00, 0.00), (0.20, 0.00, 0.00), (0.20, 0.00, 0.00), (0.03, 0.00, 0.00), (0.03, 0.00, 0.00)]] AS habits,

    -- Courses by size: log-uniform, the largest with about an eighth of the enrolments.
    1 + 60 / {courses:UInt32} AS head,
    e -> toUInt32(head * (pow(1 + {courses:UInt32} / head, unit(cityHash64({seed:UInt64}, e), 'course')) - 1)) AS course_of,

    -- One learner in twenty takes a second course: the last enrolment of each 21.
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
    sorts AS
    (
        SELECT *, [1, 2, 3, 3, 2, 1][course % 6 + 1] AS mode, 1 + arrayCount(x -> x <= unit(h, 'kind'), kinds_up_to[mode]) AS kind
        FROM placed
    ),
    -- The first two facilitators of a course are soon, the other two late; nobody reads what the self-directed hand in.
    cared_for AS
    (
        SELECT *, unit(h, 'late') < if(kind = 2, 0.85, [0, 0.5, 0.12][mode]) AS is_late, if(mode = 1, 0, 1 + 2 * is_late + h % 2) AS facilitator
        FROM sorts
    ),
    enrolments AS
    (
        SELECT *,
            [7, 16, 84, 130][facilitator] AS feedback_hours,
            indexOf({styles:Array(String)}, 'Workshop') AS first_workshop,
            -- Has no patience left when the first feedback comes.
            kind = 2 AND mode > 1 AND spread(feedback_hours, 0.5, cityHash64(h, first_workshop), 'feedback') > even(36, 72, h, 'patience') AS waits_in_vain,
            clamp(spread(1, 0.25, h, 'pace'), 0.5, 2.2) AS pace,
            clamp(spread(30, 0.3, h, 'stamina'), 10, 120) * 60000 AS session_ms,
            even(0.15, 0.6, h, 'abrupt') AS abrupt_share,
            -- Gives up after so many sessions.
            log(unit(h, 'heart')) / log(1 - [0.22, 0.03, 0.004][mode] - is_late * 0.03) AS last_session,
            [-8, -6, -5, -5, 0, 1, 1, 2][h % 8 + 1] AS zone,
            intDiv(h, 8) % 2 AS cohort,
            {start_ms:Int64} + 345600000 * cohort + toInt64(even(0, 216000000, h, 'registered')) AS registered_ms,
            -- Days from registration to each session, and the hour they like to learn at.
            arrayCumSum(arrayMap(i -> greatest(1, round(if(i = 0, spread(if(mode = 1, 2.0, 0.8), 0.7, h, i), spread([1.9, 1.5, 1.2][mode], 0.5, h, i)))), range(42))) AS session_days,
            if(unit(h, 'early') < 0.15, even(6, 7.5, h, 'hour'), even(18.5, 21.5, h, 'hour')) AS favourite_hour,
            concat('course-', course + 1) AS slug,
            reinterpretAsUUID(sipHash128({seed:UInt64}, 'learner', learner)) AS learner_id,
            reinterpretAsUUID(sipHash128({seed:UInt64}, 'facilitator', course, facilitator)) AS facilitator_id
        FROM cared_for
    ),

    -- What a learner makes of each section.
    drawn AS
    (
        SELECT *, section,
            {styles:Array(String)}[section] AS style,
            cityHash64(h, section) AS s,
            unit(h, section) * {pulls:Array(Float64)}[section] AS draw,
            multiIf({required:Array(UInt8)}[section] = 1, 3, {kinds:Array(String)}[section] IN ('try-it', 'think-about'), 1, 2) AS demand,
            habits[demand][kind] AS habit
        FROM enrolments
        ARRAY JOIN range(toUInt8(multiIf(kind = 1, 1, waits_in_vain, first_workshop + 1, length({styles:Array(String)}) + 1))) AS section
    ),
    choices AS
    (
        SELECT *,
            demand != 3 AND unit(s, 'peek') < abrupt_share * 0.12 AS peeks,
            peeks AND unit(s, 'gone') < 0.5 AS is_gone,
            draw < habit.1 AS defers,
            draw < habit.1 + habit.2 AND (NOT defers OR unit(s, 'glance') < 0.5) AS rushes,
            defers OR draw >= habit.1 + habit.2 + habit.3 AS does,
            clamp(spread(feedback_hours, 0.5, s, 'feedback'), 0.5, 504) AS latency_hours
        FROM drawn
    ),

    -- Ways to visit a section: 0 registers, 1 peeks and falls silent, 2 rushes, 3 does it, 4 looks at the feedback.
    -- place: where in the order of all visits; what is put off is done a session or two later.
    ways AS
    (
        SELECT *, way,
            cityHash64(s, way) AS v,
            multiIf(way = 0, 0, way = 1, section - 0.1, way = 3 AND defers, least(section + even(4, 9, s, 'due'), length({styles:Array(String)}) + 0.5 + section / 100),
                way = 4, section + 0.5 + if(waits_in_vain, 0, latency_hours / 6), section) AS place,
            {floor_ms:Array(Float64)}[section] AS floor_ms,
            {typical_ms:Array(Float64)}[section] AS typical_ms,
            {kinds:Array(String)}[section] = 'assessment' AS is_assessment,
            way = 3 AND style = 'Player' AS is_watched
        FROM choices
        ARRAY JOIN if(section = 0, [0], arrayFilter(w -> [peeks, rushes AND NOT is_gone, does AND NOT is_gone, does AND style = 'Workshop' AND facilitator > 0][w], [1, 2, 3, 4])) AS way
    ),
    worked AS
    (
        SELECT *,
            multiIf(way = 0, 0, way = 1, even(1000, floor_ms / 2, v, 'length'), way = 2 OR (way = 4 AND waits_in_vain), even(2000, greatest(2000, floor_ms * 0.6), v, 'length'),
                way = 4, even(20000, 150000, v, 'length'),
                clamp(spread(typical_ms * pace, 0.35, v, 'length'), greatest(15000, floor_ms * 3.2), typical_ms * 5)) AS work_ms,
            -- Questions answered, texts written, things handed in.
            multiIf(way != 3 OR (demand != 3 AND style != 'Workshop' AND unit(v, 'responds') > 0.85), 0, style IN ('Exercise', 'TimedExercise'), if(is_assessment, 5, 2) + v % 4,
                style = 'Journal', 1, style = 'Forum', 1 + (unit(v, 'replies') < 0.35), style = 'Workshop', 1, 0) AS responses
        FROM ways
        WHERE place < length({styles:Array(String)}) + 1
    ),
    paced AS
    (
        SELECT *,
            -- Signs of life between: a player's every half minute, else as the section's style has them.
            multiIf(is_watched, least(30000, work_ms / 3), responses = 0, 39600, style = 'Journal', 56600, style = 'Forum', 64000, style = 'Workshop', 204000, 51000) AS beat_ms,
            style IN ('Exercise', 'TimedExercise') AND unit(v, 'asks') < 0.02 * responses AS asks,
            -- From the last word to the end of the visit.
            toInt64(multiIf(responses = 0, 0, is_assessment, even(12000, 33000, v, 'rest'), even(3000, 30000, v, 'rest'))) AS rest_ms,
            way = 3 AND unit(v, 'leaves') < multiIf(style = 'Player', 0.6, style = 'Page', 0.2, 0.08) AS leaves
        FROM worked
    ),
    beaten AS
    (
        SELECT *,
            work_ms / beat_ms - 0.36 * greatest(1, responses) AS beats_expected,
            toInt64(work_ms) + rest_ms AS length_ms,
            length_ms + leaves * 8000 + (way = 1 OR (waits_in_vain AND section = first_workshop)) * session_ms AS spent_ms
        FROM paced
    ),
    measured AS
    (
        SELECT *,
            toUInt32(multiIf(is_watched, ceil(work_ms / beat_ms) - 1, way = 3, greatest(0, floor(beats_expected + 0.3 * sqrt(abs(beats_expected)) * log(1 / unit(v, 'beats') - 1) + unit(v, 'more'))),
                way = 1, unit(v, 'beats') < 0.5, way = 2, work_ms > 8000 AND unit(v, 'beats') < 0.4, 0)) + responses + asks AS said,
            sum(spent_ms) OVER (PARTITION BY enrolment ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - spent_ms AS spent_before_ms,
            leadInFrame(section, 1, 0) OVER (PARTITION BY enrolment ORDER BY place ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) = 0 AS is_end_of_course
        FROM beaten
    ),

    -- A session ends when the learner's time for it is up; the next one is days later.
    sittings AS
    (
        SELECT *,
            if(section = 0, 0, 1 + intDiv(toUInt64(spent_before_ms), toUInt64(session_ms))) AS session,
            intDiv(registered_ms + zone * 3600000, 86400000) + toInt64(session_days[least(session, 42)]) AS day
        FROM measured
    ),
    hours AS
    (
        SELECT *,
            if((day + 4) % 7 IN (0, 6) AND unit(h, -day) < 0.6, even(9.5, 20.5, h, day), clamp(favourite_hour + 0.44 * log(1 / unit(h, day) - 1), 5.5, 22.5)) AS hour,
            spent_before_ms - min(spent_before_ms) OVER sitting AS spent_in_session_ms,
            row_number() OVER sitting = 1 AND section > 0 AS is_first_of_session,
            leadInFrame(section, 1, 0) OVER sitting = 0 AS is_last_of_session
        FROM sittings
        WINDOW sitting AS (PARTITION BY enrolment, session ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    ),
    dated AS
    (
        SELECT *, if(section = 0, registered_ms, day * 86400000 + toInt64((hour - zone) * 3600000) + toInt64(spent_in_session_ms)) AS opened_ms
        FROM hours
    ),
    endings AS
    (
        SELECT *,
            leadInFrame(section, 1, 0) OVER (PARTITION BY enrolment ORDER BY place ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) = 0 AND section > 0 AS is_last,
            is_last AND is_end_of_course AND NOT waits_in_vain AS completes,
            is_last AND NOT completes AND mode > 1 AND unit(h, 'withdraws') < 0.4 AS withdraws,
            multiIf(section = 0, '', way = 1, 'silence', completes, 'completion', NOT is_last_of_session, if(leaves, 'exit', ''),
                way = 3 AND unit(v, 'silent') < abrupt_share, 'silence', unit(v, 'ends') < 0.5, 'exit', 'session') AS ending,
            multiIf(section = 0, REGISTERED, style = 'Page', EXPERIENCED, style = 'Player', INITIALIZED, style IN ('Exercise', 'TimedExercise'), LAUNCHED, VIEWED) AS opening,
            multiIf(style = 'Journal', REFLECTED, style = 'Forum', COMMENTED, style = 'Workshop', SUBMITTED, ANSWERED) AS response,
            toInt64(latency_hours * 3600000) AS latency_ms,
            {end_ms:Int64} - opened_ms - length_ms AS left_ms
        FROM dated WHERE session <= last_session AND opened_ms < {end_ms:Int64} - 43200000
    ),
    worded AS
    (
        SELECT *,
            arrayMap(j -> multiIf(
                    intDiv(j * responses, said) > intDiv((j - 1) * responses, said), (toUInt8(response + (style = 'Forum') * (intDiv(j * responses, said) - 1)), toUInt16(intDiv(j * responses, said))),
                    asks AND j = 1, (toUInt8(ASKED), toUInt16(1)),
                    is_watched, (toUInt8(HEARTBEAT), toUInt16(if(cityHash64(v, j) % 5 = 0, 1 + intDiv(j, 5), 0))),
                    way < 3 OR cityHash64(v, j) % 100 > 24, (toUInt8(INTERACTED), toUInt16(0)),
                    (toUInt8(if(cityHash64(v, j) % 100 < 2, BOOKMARKED, PROGRESSED)), toUInt16(0))), range(1, said + 1)) AS words,
            -- When each was said: gaps vary as the beats do. What is left open behind the last one is read on.
            arrayCumSum(arrayMap(j -> if(is_watched, beat_ms, pow(1 / unit(v, j) - 1, 0.2757)), range(1, said + 1 + (responses = 0 AND NOT is_watched)))) AS steps
        FROM endings
    ),
    told AS
    (
        SELECT *,
            if(is_watched, 1, work_ms / steps[-1]) AS step_ms,
            arrayConcat(
                if(is_first_of_session AND unit(v, 'starts') < 0.7, [(SESSION_STARTED, -toInt64(even(2000, 20000, v, 'wait')), 0)], []),
                [(opening, 0, way = 4)],
                arrayMap((word, step) -> (word.1, toInt64(step * step_ms), word.2), words, arrayResize(steps, said)),
                if(is_assessment AND responses > 0, [(FINISHED, length_ms - 9000, 0), (if(unit(v, 'score') < 0.9, PASSED, FAILED), length_ms - 8400, 0)], []),
                if(ending = 'exit', [(EXITED, length_ms, 0)], []),
                if(ending = 'silence' AND way = 3, [(INTERACTED, length_ms, 0)], []),
                if(ending = 'silence' AND is_watched AND unit(v, 'forgets') < 0.15, [(EXITED, length_ms + toInt64(even(7560000, 12240000, v, 'forgotten')), 0)], []),
                if(ending = 'session', [(SESSION_ENDED, length_ms, 0)], []),
                if(ending = 'completion', [(COURSE_COMPLETED, length_ms, 0)], []),
                if(withdraws AND 259200000 < left_ms, [(UNREGISTERED, length_ms + toInt64(even(18000000, 259200000, v, 'withdrawn')), 0)], []),
                if(way = 3 AND style = 'Workshop' AND facilitator > 0 AND latency_ms < left_ms, [(FEEDBACK, length_ms + latency_ms, 0)], []),
                if(asks AND facilitator > 0 AND latency_ms < left_ms, [(HELP_GIVEN, length_ms + intDiv(latency_ms * 3, 5), 0)], []),
                if(unit(v, 'voided') < 0.007 AND 259200000 < left_ms, [(VOIDED, length_ms + toInt64(even(86400000, 259200000, v, 'void')), 0)], [])) AS events
        FROM worded
    ),
    visits AS
    (
        SELECT *, sum(length(events)) OVER (PARTITION BY enrolment ORDER BY place) - length(events) AS said_before
        FROM told
    )
