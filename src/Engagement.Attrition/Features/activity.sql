-- A row: a learner of a course at a cut, while they are enrolled. Grain: course_id, learner_id, t. Keys: course_id, learner_id → enrolments.
-- Source: metrics, "Attrition"; FeatureList has the unit and the meaning of each feature. It follows cuts.sql.
-- What the learner was seen doing until the cut: days, statements, sections; and the labels (goes_silent, withdraws, gives_up), which
-- alone look at the {horizon} days after it. A learner's history is cut off at each cut, so one pass makes the rows of all cuts.
    -- An entry: a day and kind of section, in no order: whole numbers are summed alike in any. Kinds by number, as texts would be copied with each
    -- cut. Arrays of numbers, as gathering tuples takes twice as long.
    histories AS
    (
        SELECT course_id, learner_id,
            arrayZip(groupArray(toInt32(day)),
                groupArray(transform(kind, ['content', 'discussion', 'assessment', 'resource', 'try-it', 'think-about', 'artifact'], [1, 2, 3, 4, 5, 5, 5], 0)),
                groupArray(statements), groupArray(sections), groupArray(toUInt32(seconds_low * 1000)))
                ::Array(Tuple(at Int32, kind UInt8, statements UInt32, sections UInt32, milliseconds UInt32)) AS history
        FROM learner_days FINAL
        WHERE is_wanted(course_id, day)
        GROUP BY course_id, learner_id
    ),
    -- Seconds that the outline expects, by position.
    expectations AS
    (
        SELECT course_id, arraySort(groupArray((position, ifNull(expected_us, 0) / 1e6)))::Array(Tuple(position UInt32, seconds Float64)) AS expected
        FROM course_outlines_in_force GROUP BY course_id
    ),
    -- Sections that cannot be said to be engaged or not count as neither.
    places AS
    (
        SELECT course_id, learner_id,
            arraySort(groupArray((position, kind IN ('try-it', 'think-about'), ifNull(toInt32(toDate32(first_at)), 1000000), ifNull(toInt32(toDate32(engaged_at)), 1000000), status = 'unknown')))
                ::Array(Tuple(position UInt32, is_practice Bool, opened Int32, engaged Int32, is_unknown Bool)) AS places
        FROM section_engagement FINAL GROUP BY course_id, learner_id
    ),
    -- Courses by number, as texts would be copied with each learner.
    everywhere AS
    (
        SELECT learner_id, groupArray((cityHash64(course_id), registered, withdrawn))::Array(Tuple(course UInt64, registered Int32, withdrawn Int32)) AS enrolments FROM enrolled GROUP BY learner_id
    ),
    people AS
    (
        SELECT e.course_id AS course_id, e.learner_id AS learner_id, e.registered AS registered, e.started AS started, e.withdrawn AS withdrawn, e.completed AS completed,
            e.mode AS mode, e.first AS first, e.cuts AS cuts, o.enrolments AS enrolments, x.expected AS expected, s.places AS places, h.history AS history
        FROM present AS e
        LEFT JOIN everywhere AS o ON o.learner_id = e.learner_id
        LEFT JOIN expectations AS x ON x.course_id = e.course_id
        LEFT JOIN places AS s ON s.course_id = e.course_id AND s.learner_id = e.learner_id
        LEFT JOIN histories AS h ON h.course_id = e.course_id AND h.learner_id = e.learner_id -- the longest is joined last: each join copies what came before
    ),
    known AS
    (
        SELECT course_id, learner_id, first, registered, mode, t,
            arrayFilter(d -> d.at >= started AND d.at <= t, history) AS until_cut,
            arrayFilter(d -> d.at > t - 14, until_cut) AS last_14,
            arrayFilter(d -> d.at > t - 28 AND d.at <= t - 14, until_cut) AS before_14,
            arraySort(arrayDistinct(until_cut.at)) AS active,
            arrayPopFront(arrayDifference(active)) AS gaps,
            arraySort(arrayDistinct(arrayMap(a -> intDiv(t - a, 7), active))) AS weeks,
            arrayFilter(e -> e.course != cityHash64(course_id), enrolments) AS elsewhere,
            arrayExists(d -> d.at >= started AND d.at > t AND d.at <= t + {horizon:UInt16}, history) AS comes_back,
            withdrawn > t AND withdrawn <= t + {horizon:UInt16} AS withdraws, completed > t AND completed <= t + {horizon:UInt16} AS completes,
            expected, arrayFilter(p -> p.opened <= t, places) AS opened, arrayMax(opened.position) AS furthest,
            arrayFilter(p -> p.is_practice AND p.position <= furthest AND NOT (p.is_unknown AND p.opened <= t), places) AS practice
        FROM people ARRAY JOIN cuts AS t
    ),
    told AS
    (
        SELECT course_id, learner_id, t, toInt32(t - first) AS day, notEmpty(last_14) AS is_active, notEmpty(active) AND active[-1] > t - 28 AS is_eligible,
            NOT comes_back AS goes_silent, withdraws, withdraws OR NOT (comes_back OR completes) AS gives_up,

            -- The enrolment
            day AS days_in_run,
            first - registered AS registered_before,
            arrayCount(a -> a < first, active) AS active_days_before_run,
            if(empty(active), nan, toFloat64(t - active[1])) AS days_since_first,
            arrayCount(e -> e.registered <= t AND e.withdrawn > t AND e.registered > t - 500, elsewhere) AS other_courses,
            arrayCount(e -> e.registered < known.registered - 90, elsewhere) AS earlier_courses,
            arrayCount(e -> e.withdrawn <= t, elsewhere) AS withdrawn_courses,

            -- How many days, and which
            arrayCount(a -> a > t - 3, active) AS active_days_3,
            arrayCount(a -> a > t - 7, active) AS active_days_7,
            arrayCount(a -> a > t - 14 AND a <= t - 7, active) AS active_days_8_14,
            arrayCount(a -> a > t - 21 AND a <= t - 14, active) AS active_days_15_21,
            arrayCount(a -> a > t - 28 AND a <= t - 21, active) AS active_days_22_28,
            arrayCount(a -> a > t - 56 AND a <= t - 28, active) AS active_days_29_56,
            active_days_7 + active_days_8_14 AS active_days_14,
            active_days_15_21 + active_days_22_28 AS active_days_15_28,
            active_days_14 + active_days_15_28 AS active_days_28,
            length(active) AS active_days,
            length(active) / if(empty(active), 1, t - active[1] + 1) AS active_share,
            length(weeks) / (if(empty(active), 0, intDiv(t - active[1], 7)) + 1) AS active_weeks_share,
            arrayCount(w -> w < 8, weeks) AS active_weeks_8,
            arrayFirstIndex((w, i) -> w != i - 1, arrayPushBack(weeks, 100000), arrayEnumerate(arrayPushBack(weeks, 0))) - 1 AS weeks_in_a_row,
            arrayCount(a -> toDayOfWeek(toDate32(a)) >= 6, active) / greatest(1, length(active)) AS weekend_share,

            -- Rhythm
            log1p(greatest(0, t - if(empty(active), registered, active[-1]))) AS silence,
            if(empty(gaps), nan, log1p(arrayAvg(gaps))) AS gap_mean,
            if(length(gaps) < 2, nan, log1p(sqrt(greatest(0, arrayAvg(g -> g * g, gaps) - pow(arrayAvg(gaps), 2))))) AS gap_spread,
            if(empty(gaps), nan, log1p(arrayMax(gaps))) AS gap_longest,
            if(empty(gaps), nan, log1p(gaps[-1])) AS gap_newest,
            if(length(gaps) < 3, nan, log1p(arrayAvg(arraySlice(gaps, -5)))) AS gap_recent,
            arrayCount(g -> g > 7, gaps) AS gaps_over_7,
            arrayCount(g -> g > 14, gaps) AS gaps_over_14,
            silence - gap_mean AS silence_against_mean_gap,
            silence - gap_longest AS silence_against_longest_gap,

            -- How much
            log1p(arraySum(d -> if(d.at > t - 7, d.statements, 0), last_14)) AS statements_7,
            log1p(arraySum(last_14.statements)) AS statements_14,
            log1p(arraySum(before_14.statements)) AS statements_15_28,
            log1p(arraySum(until_cut.statements)) AS statements,
            statements - log1p(length(active)) AS statements_a_day,
            statements_14 - log1p(active_days_14) AS statements_a_day_14,
            arraySum(last_14.sections) AS sections_14,
            arraySum(before_14.sections) AS sections_15_28,

            -- Of what kind
            log1p(arraySum(d -> if(d.kind = 1, d.statements, 0), last_14)) AS content_14, log1p(arraySum(d -> if(d.kind = 1, d.statements, 0), until_cut)) AS content,
            log1p(arraySum(d -> if(d.kind = 2, d.statements, 0), last_14)) AS discussion_14, log1p(arraySum(d -> if(d.kind = 2, d.statements, 0), until_cut)) AS discussion,
            log1p(arraySum(d -> if(d.kind = 3, d.statements, 0), last_14)) AS assessment_14, log1p(arraySum(d -> if(d.kind = 3, d.statements, 0), until_cut)) AS assessment,
            log1p(arraySum(d -> if(d.kind = 4, d.statements, 0), last_14)) AS resource_14, log1p(arraySum(d -> if(d.kind = 4, d.statements, 0), until_cut)) AS resource,
            log1p(arraySum(d -> if(d.kind = 5, d.statements, 0), last_14)) AS task_14, log1p(arraySum(d -> if(d.kind = 5, d.statements, 0), until_cut)) AS task,
            log1p(arraySum(d -> if(d.kind = 0, d.statements, 0), last_14)) AS other_14, log1p(arraySum(d -> if(d.kind = 0, d.statements, 0), until_cut)) AS other,
            arrayCount(d -> d.kind = 1 AND d.statements > 0, last_14) AS content_days_14,
            arrayCount(d -> d.kind = 2 AND d.statements > 0, last_14) AS discussion_days_14,
            arrayCount(d -> d.kind = 3 AND d.statements > 0, last_14) AS assessment_days_14,

            -- Against the learner's own past
            statements_14 - statements_15_28 AS statements_change,
            active_days_14 - active_days_15_28 AS active_days_change,
            active_days_7 - active_days_8_14 AS active_days_change_7,
            active_days_14 - (length(active) - active_days_14) / greatest(1, (if(empty(active), 14, t - active[1] + 1) - 14) / 14) AS active_days_against_usual,

            -- Try It and Think About
            if(empty(practice), nan, arrayCount(p -> p.engaged > t, practice) / length(practice)) AS practice_skipped_share,
            if(empty(practice), nan, toFloat64(arrayCount(p -> p.engaged > t, arraySlice(practice, -3)))) AS practice_skipped_last_3,

            -- Progress
            if(empty(expected), nan, length(opened) / length(expected)) AS opened_share,
            if(empty(expected), nan, furthest / length(expected)) AS furthest_share,
            if(empty(opened), nan, log1p(t - arrayMax(opened.opened))) AS days_since_new_section,
            log1p(arraySum(last_14.milliseconds) / 1e3) AS seconds_14,
            log1p(arraySum(until_cut.milliseconds) / 1e3) AS seconds,
            arraySum(p -> expected[p.position].seconds, opened) AS seconds_expected,
            if(seconds_expected = 0, nan, seconds - log1p(seconds_expected)) AS seconds_against_expected,

            -- Delivery
            if(mode = 'unknown', nan, toFloat64(mode = 'self-directed')) AS is_self_directed,
            if(mode = 'unknown', nan, toFloat64(mode = 'facilitated')) AS is_facilitated
        FROM known
    ),
    -- Features as one column: each window below sorts the rows, and is planned column by column.
    packed AS
    (
        SELECT course_id, learner_id, t, day, is_active, is_eligible, goes_silent, withdraws, gives_up, [/* features */] AS features,
            active_days_14, active_days, active_days_28, statements_14, statements, silence
        FROM told
    )
SELECT *,
    -- Among all who are enrolled in the course at the cut
    percent_rank() OVER (PARTITION BY course_id, t ORDER BY active_days_14) AS rank_active_days_14,
    percent_rank() OVER (PARTITION BY course_id, t ORDER BY active_days) AS rank_active_days,
    percent_rank() OVER (PARTITION BY course_id, t ORDER BY statements_14) AS rank_statements_14,
    percent_rank() OVER (PARTITION BY course_id, t ORDER BY statements) AS rank_statements,
    percent_rank() OVER (PARTITION BY course_id, t ORDER BY silence) AS rank_silence,
    active_days_28 - avg(active_days_28) OVER (PARTITION BY course_id, t) AS active_days_28_against_others,
    statements_14 - avgIf(statements_14, is_active) OVER (PARTITION BY course_id, t) AS statements_14_against_others
FROM packed
