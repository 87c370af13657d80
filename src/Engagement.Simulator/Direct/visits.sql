-- Visits: each stay of an enrolment in a section, with all that happens in it. Goes on from learners.sql.
-- Grain: enrolment, section, way. Section 0 is the course itself, whose one visit is the registration.
-- The shapes are those of LearnerLife, Session and SectionWork, the simulator that sends to Kafka.
--
-- What happens is in three lists: `deeds`; `moments`, milliseconds after the opening; `items`, the question, page or post, for
-- answers the event of the visit that is answered, 0 for the section itself.

    -- Deeds: places in the lists of statements.sql.
    1 AS REGISTERED, 2 AS UNREGISTERED, 3 AS SESSION_STARTED, 4 AS SESSION_ENDED, 5 AS COURSE_COMPLETED,
    6 AS EXPERIENCED, 7 AS INITIALIZED, 8 AS LAUNCHED, 9 AS VIEWED, 10 AS INTERACTED, 11 AS PROGRESSED, 12 AS HEARTBEAT, 13 AS BOOKMARKED,
    14 AS ANSWERED, 15 AS REFLECTED, 16 AS COMMENTED, 17 AS SHARED, 18 AS SUBMITTED, 19 AS FINISHED, 20 AS PASSED, 21 AS FAILED,
    22 AS ASKED, 23 AS EXITED, 24 AS FEEDBACK, 25 AS HELP_GIVEN, 26 AS VOIDED,

    -- How likely each kind of learner is to defer, rush or jump a section that is practice, reading, or required.
    [[(0.04, 0.05, 0.03), (0.04, 0.05, 0.03), (0.60, 0.07, 0.06), (0.06, 0.10, 0.62), (0.05, 0.62, 0.10), (0.04, 0.05, 0.03)],
     [(0.02, 0.03, 0.02), (0.02, 0.03, 0.02), (0.10, 0.06, 0.05), (0.02, 0.08, 0.30), (0.01, 0.18, 0.06), (0.02, 0.03, 0.02)],
     [(0.03, 0.00, 0.00), (0.03, 0.00, 0.00), (0.20, 0.00, 0.00), (0.20, 0.00, 0.00), (0.03, 0.00, 0.00), (0.03, 0.00, 0.00)]] AS habits,
    length({styles:Array(String)}) AS sections,

    -- What a learner makes of each section.
    drawn AS
    (
        SELECT *, section,
            cityHash64(h, section) AS s,
            {styles:Array(String)}[section] AS style,
            multiIf({required:Array(UInt8)}[section] = 1, 3, {kinds:Array(String)}[section] IN ('try-it', 'think-about'), 1, 2) AS demand,
            habits[demand][kind] AS habit,
            unit(h, section) * {pulls:Array(Float64)}[section] AS draw
        FROM enrolments
        ARRAY JOIN range(toUInt8(multiIf(kind = 1, 1, waits_in_vain, first_workshop + 1, sections + 1))) AS section
    ),
    choices AS
    (
        SELECT *,
            -- Opens it at the end of a session and reads nothing; half of them never come back to it.
            demand != 3 AND unit(s, 'peek') < abrupt_share * 0.12 AS peeks,
            NOT peeks OR unit(s, 'gone') > 0.5 AS comes,
            draw < habit.1 AS defers,
            draw < habit.1 + habit.2 AND (NOT defers OR unit(s, 'glance') < 0.5) AS rushes,
            defers OR draw >= habit.1 + habit.2 + habit.3 AS does,
            clamp(spread(feedback_hours, 0.5, s, 'feedback'), 0.5, 504) AS latency_hours
        FROM drawn
    ),
    -- Ways to visit a section: 0 registers, 1 peeks, 2 rushes, 3 does it, 4 looks at the feedback.
    -- place: in the order of all visits. What is put off is done some sections later, at the end at the latest.
    ways AS
    (
        SELECT *, way,
            cityHash64(s, way) AS v,
            multiIf(way = 1, section - 0.1, way = 3 AND defers, least(section + even(4, 9, s, 'due'), sections + 0.5 + section / 100),
                way = 4, section + 0.5 + if(waits_in_vain, 0, latency_hours / 6), section) AS place,
            {floor_ms:Array(Float64)}[section] AS floor_ms,
            {typical_ms:Array(Float64)}[section] AS typical_ms,
            {kinds:Array(String)}[section] = 'assessment' AS is_assessment,
            way = 3 AND style = 'Player' AS is_watched,
            way = 3 AND style = 'Workshop' AND facilitator > 0 AS is_assessed
        FROM choices
        ARRAY JOIN if(section = 0, [0], arrayFilter(w -> [peeks, comes AND rushes, comes AND does, does AND style = 'Workshop' AND facilitator > 0][w], range(1, 5))) AS way
        WHERE place < sections + 1
    ),

    -- How long it takes, and how much is said: responses (questions answered, texts written, things handed in) and beats, the signs of
    -- life between them, a player's every half minute.
    worked AS
    (
        SELECT *,
            multiIf(way = 0, 0, way = 1, even(1000, floor_ms / 2, v, 'length'), way = 4 AND NOT waits_in_vain, even(20000, 150000, v, 'length'),
                way != 3, even(2000, greatest(2000, floor_ms * 0.6), v, 'length'),
                clamp(spread(typical_ms * pace, 0.35, v, 'length'), greatest(15000, floor_ms * 3.2), typical_ms * 5)) AS work_ms,
            multiIf(way != 3, 0, style = 'Workshop', 1, demand != 3 AND unit(v, 'responds') > 0.85, 0,
                style = 'Journal', 1, style = 'Forum', 1 + (unit(v, 'replies') < 0.35), style LIKE '%Exercise', if(is_assessment, 5, 2) + v % 4, 0) AS responses
        FROM ways
    ),
    paced AS
    (
        SELECT *,
            multiIf(is_watched, least(30000, work_ms / 3), responses = 0, 39600, style = 'Journal', 56600, style = 'Forum', 64000, style = 'Workshop', 204000, 51000) AS beat_ms,
            style LIKE '%Exercise' AND unit(v, 'asks') < 0.02 * responses AS asks,
            -- From the last word to the end of the visit.
            toInt64(multiIf(responses = 0, 0, is_assessment, even(12000, 33000, v, 'rest'), even(3000, 30000, v, 'rest'))) AS rest_ms,
            way > 1 AND unit(v, 'leaves') < multiIf(style = 'Player', 0.6, style = 'Page', 0.2, 0.08) AS leaves
        FROM worked
    ),
    timed AS
    (
        SELECT *,
            work_ms / beat_ms - 0.36 * greatest(1, responses) AS beats_expected,
            toInt64(work_ms) + rest_ms AS length_ms,
            -- Who falls silent is away for half a session's time at least; who looks for feedback in vain comes back for that alone.
            length_ms + leaves * 8000 + multiIf(way = 1, intDiv(session_ms, 2), waits_in_vain AND section = first_workshop, session_ms, 0) AS spent_ms
        FROM paced
    ),
    counted AS
    (
        SELECT *,
            toUInt16(multiIf(is_watched, ceil(work_ms / beat_ms) - 1,
                way = 3, greatest(0, floor(beats_expected + 0.3 * sqrt(abs(beats_expected)) * log(1 / unit(v, 'beats') - 1) + unit(v, 'more'))),
                way = 1, unit(v, 'beats') < 0.5, way = 2, work_ms > 8000 AND unit(v, 'beats') < 0.4, 0)) + responses + asks AS said
        FROM timed
    ),

    -- When: one visit after the other until the time for the session is up; the next session is days later.
    ordered AS
    (
        SELECT *,
            lagInFrame(spent_ms, 1, toInt64(0)) OVER life AS last_ms,
            leadInFrame(spent_ms, 1, toInt64(-1)) OVER life AS next_ms,
            sum(spent_ms) OVER life - greatest(0, next_ms) AS through_ms
        FROM counted
        WINDOW life AS (PARTITION BY enrolment ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING)
    ),
    sittings AS
    (
        SELECT *,
            through_ms - spent_ms AS before_ms,
            if(section = 0, 0, 1 + intDiv(before_ms, session_ms)) AS session,
            1 + intDiv(through_ms, session_ms) AS next_session
        FROM ordered
    ),
    dated AS
    (
        SELECT *,
            section > 0 AND (before_ms = 0 OR intDiv(before_ms, session_ms) > intDiv(before_ms - last_ms, session_ms)) AS starts_session,
            next_session > session OR next_ms < 0 AS ends_session,
            section > 0 AND (next_ms < 0 OR next_session > most_sessions) AS is_last,
            intDiv(registered_ms + zone * 3600000, 86400000) + session_days[session] AS day,
            if((day + 4) % 7 IN (0, 6) AND unit(h, -day) < 0.6, even(9.5, 20.5, h, day),
                clamp(favourite_hour + 0.44 * log(1 / unit(h, day) - 1), 5.5, 22.5)) AS hour
        FROM sittings
        WHERE session <= most_sessions OR section = 0
    ),
    ended AS
    (
        SELECT *,
            if(section = 0, registered_ms, day * 86400000 + toInt64((hour - zone) * 3600000) + before_ms % session_ms) AS opened_ms,
            is_last AND next_ms < 0 AND NOT waits_in_vain AS completes,
            is_last AND NOT completes AND mode > 1 AND unit(h, 'withdraws') < 0.4 AS withdraws,
            multiIf(section = 0, '', way = 1, 'silence', completes, 'completion', NOT ends_session, if(leaves, 'exit', ''),
                way = 3 AND unit(v, 'silent') < abrupt_share, 'silence', unit(v, 'ends') < 0.5, 'exit', 'session') AS ending
        FROM dated
    ),

    -- Words: beats and responses, spread over the visit. Where nothing is answered, the last one is read on.
    worded AS
    (
        SELECT *,
            multiIf(section = 0, REGISTERED, style = 'Page', EXPERIENCED, style = 'Player', INITIALIZED, style LIKE '%Exercise', LAUNCHED, VIEWED) AS opening,
            multiIf(style = 'Journal', REFLECTED, style = 'Forum', COMMENTED, style = 'Workshop', SUBMITTED, ANSWERED) AS response,
            starts_session AND unit(v, 'starts') < 0.7 AS announces,
            toInt64(latency_hours * 3600000) AS latency_ms,
            {end_ms:Int64} - opened_ms - length_ms AS left_ms,
            259200000 < left_ms AS has_days,
            arrayMap(j -> toUInt8(intDiv(j * responses, greatest(said, 1))), range(said + 1)) AS answered,
            arrayCumSum(arrayMap(j -> if(is_watched, beat_ms, pow(1 / unit(v, j) - 1, 0.2757)), range(1, said + 1 + (responses = 0 AND NOT is_watched)))) AS steps
        FROM ended
    ),
    told AS
    (
        SELECT *,
            arrayMap(j -> multiIf(answered[j + 1] > answered[j], response + if(style = 'Forum', answered[j + 1] - 1, 0), asks AND j = 1, ASKED, is_watched, HEARTBEAT,
                way < 3 OR cityHash64(v, j) % 100 > 24, INTERACTED, cityHash64(v, j) % 100 < 2, BOOKMARKED, PROGRESSED)::UInt8, range(1, said + 1)) AS word_deeds,
            arrayMap(j -> multiIf(answered[j + 1] > answered[j], if(style = 'Journal', 0, answered[j + 1]), asks AND j = 1, 1,
                is_watched AND cityHash64(v, j) % 5 = 0, 1 + intDiv(j, 5), 0)::UInt16, range(1, said + 1)) AS word_items,
            if(is_watched, 1, work_ms / steps[-1]) AS step_ms,
            arrayMap(step -> toInt64(step * step_ms), arrayResize(steps, said)) AS word_moments,
            -- What may follow, one place each; deed 0 does not.
            [if(is_assessment AND responses > 0, FINISHED, 0),
             if(is_assessment AND responses > 0, if(unit(v, 'score') < 0.9, PASSED, FAILED), 0),
             multiIf(ending = 'exit', EXITED, ending = 'silence' AND way = 3, INTERACTED, ending = 'session', SESSION_ENDED, ending = 'completion', COURSE_COMPLETED, 0),
             if(ending = 'silence' AND is_watched AND unit(v, 'forgets') < 0.15, EXITED, 0),
             if(withdraws AND has_days, UNREGISTERED, 0),
             if(is_assessed AND latency_ms < left_ms, FEEDBACK, 0),
             if(asks AND facilitator > 0 AND latency_ms < left_ms, HELP_GIVEN, 0),
             if(section > 0 AND has_days AND unit(v, 'voided') < 0.0095, VOIDED, 0)]::Array(UInt8) AS then_deeds,
            [length_ms - 9000, length_ms - 8400, length_ms, length_ms + toInt64(even(7560000, 12240000, v, 'forgotten')), length_ms + toInt64(even(18000000, 259200000, v, 'withdrawn')),
             length_ms + latency_ms, length_ms + intDiv(latency_ms * 3, 5), length_ms + toInt64(even(86400000, 259200000, v, 'void'))]::Array(Int64) AS then_moments,
            [0, 0, 0, 0, 0, announces + 1 + said, announces + 2, announces + 1]::Array(UInt16) AS then_items
        FROM worded
    ),
    visits AS
    (
        SELECT *,
            arrayConcat(if(announces, [SESSION_STARTED, opening], [opening]), word_deeds, arrayFilter(deed -> deed > 0, then_deeds)) AS deeds,
            arrayConcat(if(announces, [-toInt64(even(2000, 20000, v, 'wait')), 0], [0])::Array(Int64), word_moments, arrayFilter((moment, deed) -> deed > 0, then_moments, then_deeds)) AS moments,
            arrayConcat(if(announces, [0, way = 4], [way = 4])::Array(UInt16), word_items, arrayFilter((item, deed) -> deed > 0, then_items, then_deeds)) AS items
        FROM told
    )
