-- Lives of learners: a row is an enrolment's visit to a section, with all that happens in it as lists.
-- Grain: enrolment, section, way. Section 0 is the course itself, whose one visit is the registration.
-- The statements follow from `visits`, see statements.sql; the touches from `enrolments`, see touches.sql.
--
-- The shapes are those of the simulator that sends to Kafka (LearnerLife, Session and SectionWork), drawn from hashes of
-- (seed, enrolment, what is drawn) and not from a sequence: so any enrolment can be made alone, and is always the same.
-- Times are in milliseconds. What happens in a visit: `deeds`, `moments` (milliseconds after the opening) and `items` (which page or
-- question, or which event of the visit is answered; 0: the section itself).
WITH
    -- Draws: between 0 and 1; even between two bounds; with a median and a spread as log-normal times have (log-logistic: one hash).
    (h, what) -> (bitShiftRight(cityHash64(h, what), 11) + 0.5) / 9007199254740992 AS unit,
    (low, high, h, what) -> low + (high - low) * unit(h, what) AS even,
    (median, sigma, h, what) -> median * pow(1 / unit(h, what) - 1, 0.5513 * sigma) AS spread,
    (h, what) -> reinterpretAsUUID(bitOr(bitShiftLeft(toUInt128(cityHash64(h, what)), 64), toUInt128(cityHash64(what, h)))) AS uuid,

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
        SELECT *, unit(h, 'late') < if(kind = 2, 0.85, [0, 0.5, 0.12][mode]) AS is_late, if(mode = 1, 0, 1 + 2 * is_late + (unit(h, 'whose') < 0.5)) AS facilitator
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
            toInt64(clamp(spread(38, 0.3, h, 'stamina'), 10, 120) * 60000) AS session_ms,
            even(0.15, 0.6, h, 'abrupt') AS abrupt_share,
            [-8, -6, -5, -5, 0, 1, 1, 2][cityHash64(h, 'zone') % 8 + 1] AS zone,
            cityHash64(h, 'cohort') % 2 AS cohort,
            {start_ms:Int64} + 345600000 * cohort + toInt64(even(0, 216000000, h, 'registered')) AS registered_ms,
            -- Days from registration to each session, and how many sessions they have heart and time for.
            arrayCumSum(arrayMap(i -> toUInt16(greatest(1, if(i = 0, spread(if(mode = 1, 2.0, 0.8), 0.7, h, i), spread([1.9, 1.5, 1.2][mode], 0.5, h, i)) + 0.8)), range(42))) AS session_days,
            least(1 + log(unit(h, 'heart')) / log(1 - [0.22, 0.025, 0.003][mode] - is_late * 0.03),
                arrayCount(day -> day < intDiv({end_ms:Int64} - registered_ms, 86400000) - 1, session_days)) AS most_sessions,
            if(unit(h, 'early') < 0.15, even(6, 7.5, h, 'hour'), even(18.5, 21.5, h, 'hour')) AS favourite_hour,
            concat('course-', course + 1) AS slug,
            uuid(learner, {seed:UInt64}) AS learner_id,
            uuid(concat(slug, '/', facilitator), {seed:UInt64}) AS facilitator_id
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
            way > 1 AND unit(v, 'leaves') < multiIf(style = 'Player', 0.6, style = 'Page', 0.2, 0.08) AS leaves
        FROM worked
    ),
    timed AS
    (
        SELECT *,
            work_ms / beat_ms - 0.36 * greatest(1, responses) AS beats_expected,
            toInt64(work_ms) + rest_ms AS length_ms,
            -- Who falls silent is away for half a session's time at least, and who looks for feedback in vain comes back for that alone.
            length_ms + leaves * 8000 + multiIf(way = 1, intDiv(session_ms, 2), waits_in_vain AND section = first_workshop, session_ms, 0) AS spent_ms
        FROM paced
    ),
    counted AS
    (
        SELECT *,
            toUInt32(multiIf(is_watched, ceil(work_ms / beat_ms) - 1, way = 3, greatest(0, floor(beats_expected + 0.3 * sqrt(abs(beats_expected)) * log(1 / unit(v, 'beats') - 1) + unit(v, 'more'))),
                way = 1, unit(v, 'beats') < 0.5, way = 2, work_ms > 8000 AND unit(v, 'beats') < 0.4, 0)) + responses + asks AS said
        FROM timed
    ),
    ordered AS
    (
        SELECT *,
            leadInFrame(spent_ms, 1, toInt64(-1)) OVER life AS next_ms,
            lagInFrame(spent_ms, 1, toInt64(0)) OVER life AS last_ms,
            sum(spent_ms) OVER life - greatest(0, next_ms) AS through_ms
        FROM counted
        WINDOW life AS (PARTITION BY enrolment ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING)
    ),

    -- A session ends when the learner's time for it is up; the next one is days later.
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
            if((day + 4) % 7 IN (0, 6) AND unit(h, -day) < 0.6, even(9.5, 20.5, h, day), clamp(favourite_hour + 0.44 * log(1 / unit(h, day) - 1), 5.5, 22.5)) AS hour
        FROM sittings
        WHERE session <= most_sessions OR session = 0
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
    opened AS
    (
        SELECT *,
            multiIf(section = 0, REGISTERED, style = 'Page', EXPERIENCED, style = 'Player', INITIALIZED, style IN ('Exercise', 'TimedExercise'), LAUNCHED, VIEWED) AS opening,
            multiIf(style = 'Journal', REFLECTED, style = 'Forum', COMMENTED, style = 'Workshop', SUBMITTED, ANSWERED) AS response,
            starts_session AND unit(v, 'starts') < 0.7 AS announces,
            toInt64(latency_hours * 3600000) AS latency_ms,
            {end_ms:Int64} - opened_ms - length_ms AS left_ms
        FROM ended
    ),
    -- Words: the signs of life and the responses of a visit, which are spread over it. Gaps vary as the beats do; where
    -- nothing is answered, the last one is read on.
    worded AS
    (
        SELECT *,
            arrayMap(j -> toUInt8(intDiv(j * responses, greatest(said, 1))), range(said + 1)) AS answered,
            arrayCumSum(arrayMap(j -> if(is_watched, beat_ms, pow(1 / unit(v, j) - 1, 0.2757)), range(1, said + 1 + (responses = 0 AND NOT is_watched)))) AS steps
        FROM opened
    ),
    told AS
    (
        SELECT *,
            arrayMap(j -> multiIf(answered[j + 1] > answered[j], response + (style = 'Forum') * (answered[j + 1] - 1), asks AND j = 1, ASKED, is_watched, HEARTBEAT,
                way < 3 OR cityHash64(v, j) % 100 > 24, INTERACTED, cityHash64(v, j) % 100 < 2, BOOKMARKED, PROGRESSED)::UInt8, range(1, said + 1)) AS word_deeds,
            arrayMap(j -> multiIf(answered[j + 1] > answered[j], answered[j + 1], asks AND j = 1, 1, is_watched AND cityHash64(v, j) % 5 = 0, 1 + intDiv(j, 5), 0)::UInt16, range(1, said + 1)) AS word_items,
            if(is_watched, 1, work_ms / steps[-1]) AS step_ms,
            arrayMap(step -> toInt64(step * step_ms), arrayResize(steps, said)) AS word_moments,
            -- What may follow; deed 0 does not.
            [if(is_assessment AND responses > 0, FINISHED, 0), multiIf(NOT is_assessment OR responses = 0, 0, unit(v, 'score') < 0.9, PASSED, FAILED),
             multiIf(ending = 'exit', EXITED, ending = 'silence' AND way = 3, INTERACTED, ending = 'session', SESSION_ENDED, ending = 'completion', COURSE_COMPLETED, 0),
             if(ending = 'silence' AND is_watched AND unit(v, 'forgets') < 0.15, EXITED, 0), if(withdraws AND 259200000 < left_ms, UNREGISTERED, 0),
             if(way = 3 AND style = 'Workshop' AND facilitator > 0 AND latency_ms < left_ms, FEEDBACK, 0), if(asks AND facilitator > 0 AND latency_ms < left_ms, HELP_GIVEN, 0),
             if(section > 0 AND unit(v, 'voided') < 0.0095 AND 259200000 < left_ms, VOIDED, 0)]::Array(UInt8) AS then_deeds,
            [length_ms - 9000, length_ms - 8400, length_ms, length_ms + toInt64(even(7560000, 12240000, v, 'forgotten')), length_ms + toInt64(even(18000000, 259200000, v, 'withdrawn')),
             length_ms + latency_ms, length_ms + intDiv(latency_ms * 3, 5), length_ms + toInt64(even(86400000, 259200000, v, 'void'))]::Array(Int64) AS then_moments,
            [0, 0, 0, 0, 0, announces + 1 + said, announces + 2, announces + 1]::Array(UInt16) AS then_items
        FROM worded
    ),
    visits AS
    (
        SELECT *,
            (section * 5 + way) * 1000 AS first_number,
            arrayConcat(if(announces, [SESSION_STARTED, opening], [opening]), word_deeds, arrayFilter(deed -> deed > 0, then_deeds)) AS deeds,
            arrayConcat(if(announces, [-toInt64(even(2000, 20000, v, 'wait')), 0], [0])::Array(Int64), word_moments, arrayFilter((moment, deed) -> deed > 0, then_moments, then_deeds)) AS moments,
            arrayConcat(if(announces, [0, way = 4], [way = 4])::Array(UInt16), word_items, arrayFilter((item, deed) -> deed > 0, then_items, then_deeds)) AS items
        FROM told
    )
