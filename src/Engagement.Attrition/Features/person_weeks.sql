-- A row: a learner of a course at a cut, the end of a day, while they are enrolled. Grain: course_id, learner_id, cut.
-- Keys: course_id, learner_id → enrolments. Source: metrics, "Attrition"; FeatureList has the unit and the meaning of each feature.
-- Features look at what happened until the cut alone, labels (goes_silent, withdraws, gives_up) at the {horizon} days after it.
-- Cuts lie each {every} days of a run. Where labels are asked for, none lies where they are not known: in the last four weeks of
-- a course that ends for all, after which silence is no giving up, and else in the horizon before a cohort's newest statement.
-- Arrays of a learner's days, submissions and due days are cut off at each cut, so one pass makes the rows of all cuts.
WITH
    enrolled AS
    (
        SELECT course_id, learner_id, cohort, mode, toInt32(toDate32(ifNull(registered_at, first_at))) AS registered, toInt32(toDate32(last_at)) AS newest,
            if(started_at IS NULL, 1000000, toInt32(toDate32(assumeNotNull(started_at)))) AS started,
            if(completed_at IS NULL, 1000000, toInt32(toDate32(assumeNotNull(completed_at)))) AS completed,
            if(withdrawn_at IS NULL, 1000000, toInt32(toDate32(assumeNotNull(withdrawn_at)))) AS withdrawn
        FROM enrolments FINAL
    ),
    -- A course's own days where it begins and ends for all; else a cohort's, from the first who registers to its newest statement.
    runs AS
    (
        SELECT e.course_id AS course_id, e.cohort AS cohort, max(r.is_fixed) AS is_fixed,
            if(is_fixed, min(r.first), min(e.registered)) AS first, if(is_fixed, min(r.last) - 28, max(e.newest) - {horizon:UInt16}) AS last_known,
            least({last_day:UInt16}, if({is_labelled:Bool}, last_known - first, 100000)) AS last_wanted,
            arrayFilter(t -> t BETWEEN toInt32({first_cut:Date32}) AND toInt32({last_cut:Date32}),
                arrayMap(d -> first + d, range(toUInt32({first_day:UInt16}), toUInt32(greatest(0, last_wanted + 1)), {every:UInt16}))) AS cuts
        FROM enrolled AS e
        LEFT JOIN (SELECT course_id, true AS is_fixed, toInt32(first_day) AS first, toInt32(last_day) AS last FROM course_runs FINAL) AS r ON r.course_id = e.course_id
        GROUP BY course_id, cohort
    ),
    -- What comes later is not read. By course, as a join would look at each row.
    (SELECT (groupArray(course_id), groupArray(until)) FROM (SELECT course_id, max(arrayMax(cuts)) + {horizon:UInt16} AS until FROM runs WHERE notEmpty(cuts) GROUP BY course_id)) AS wanted,
    (course, day) -> toInt32(day) <= transform(course, wanted.1, wanted.2, -1000000) AS is_wanted,
    -- An entry: a day and kind of section. Kinds by number, as texts would be copied with each cut. Arrays of numbers, as gathering tuples takes twice as long.
    histories AS
    (
        SELECT course_id, learner_id,
            arraySort(arrayZip(groupArray(toInt32(day)),
                groupArray(transform(kind, ['content', 'discussion', 'assessment', 'resource', 'try-it', 'think-about', 'artifact'], [1, 2, 3, 4, 5, 5, 5], 0)),
                groupArray(statements), groupArray(sections), groupArray(toFloat32(seconds_low))))
                ::Array(Tuple(at Int32, kind UInt8, statements UInt32, sections UInt32, seconds Float32)) AS history
        FROM learner_days FINAL
        WHERE is_wanted(course_id, day)
        GROUP BY course_id, learner_id
    ),
    dues AS
    (
        SELECT course_id, section_id, toInt32(toDate32(assumeNotNull(due_at))) AS due, toFloat32(ifNull(weight, 0)) AS weight
        FROM course_outlines_in_force WHERE due_at IS NOT NULL
    ),
    calendars AS (SELECT course_id, arraySort(groupArray((due, weight)))::Array(Tuple(due Int32, weight Float32)) AS calendar FROM dues GROUP BY course_id),
    (SELECT groupArray((toInt32(first_day), toInt32(last_day)))::Array(Tuple(from Int32, until Int32)) FROM pauses FINAL WHERE course_id = '') AS pauses_of_all,
    rests AS (SELECT course_id, groupArray((toInt32(first_day), toInt32(last_day)))::Array(Tuple(from Int32, until Int32)) AS pauses FROM pauses FINAL GROUP BY course_id),
    -- Handed in again, it counts as handed in the first time; its mark is the first that is known.
    works AS
    (
        SELECT course_id, learner_id,
            arraySort(w -> (w.3, w), groupArray((due, weight, at, score, marked_at)))::Array(Tuple(due Int32, weight Float32, at Int32, score Float32, marked_at Int32)) AS works
        FROM
        (
            SELECT c.course_id AS course_id, c.learner_id AS learner_id, any(d.due) AS due, any(d.weight) AS weight, min(toInt32(toDate32(c.made_at))) AS at,
                argMin(m.score, if(m.row_version = 0, 1000000, m.day)) AS score, min(if(m.row_version = 0, 1000000, m.day)) AS marked_at
            FROM (SELECT * FROM contributions FINAL WHERE what = 'submission' AND is_wanted(course_id, toDate32(made_at))) AS c
            INNER JOIN dues AS d ON d.course_id = c.course_id AND d.section_id = c.section_id
            LEFT JOIN (SELECT *, toInt32(toDate32(known_at)) AS day FROM marks FINAL WHERE is_wanted(course_id, day)) AS m ON m.course_id = c.course_id AND m.learner_id = c.learner_id AND m.statement_id = c.statement_id
            GROUP BY course_id, learner_id, c.section_id
        )
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
    hopes AS
    (
        SELECT course_id, learner_id,
            groupArray((what = 'question', toInt32(toDate32(made_at)), ifNull(toInt32(toDate32(first_answer_at)), 1000000)))
                ::Array(Tuple(is_question Bool, at Int32, answered Int32)) AS hopes
        FROM answered WHERE what IN ('submission', 'question') AND is_wanted(course_id, toDate32(made_at)) GROUP BY course_id, learner_id
    ),
    -- Where nobody ever answered, waiting tells nothing.
    habits AS
    (
        SELECT course_id, minIf(toInt32(toDate32(assumeNotNull(first_answer_at))), what = 'submission' AND answers > 0) AS feedback_since,
            minIf(toInt32(toDate32(assumeNotNull(first_answer_at))), what = 'question' AND answers > 0) AS help_since
        FROM answered WHERE what IN ('submission', 'question') GROUP BY course_id
    ),
    everywhere AS
    (
        SELECT learner_id, groupArray((course_id, registered, withdrawn))::Array(Tuple(course String, registered Int32, withdrawn Int32)) AS enrolments FROM enrolled GROUP BY learner_id
    ),
    people AS
    (
        SELECT e.course_id AS course_id, e.learner_id AS learner_id, e.registered AS registered, e.withdrawn AS withdrawn, e.completed AS completed,
            e.mode AS mode, r.first AS first, c.calendar AS calendar, arrayConcat(p.pauses, pauses_of_all) AS pauses, o.enrolments AS enrolments, w.works AS works,
            arrayFilter(d -> d.at >= e.started, h.history) AS history, x.expected AS expected, s.places AS places, q.hopes AS hopes,
            if(a.feedback_since = 0, 1000000, a.feedback_since) AS feedback_since, if(a.help_since = 0, 1000000, a.help_since) AS help_since,
            arrayFilter(t -> t >= e.registered AND t < e.withdrawn AND t < e.completed, r.cuts) AS cuts
        FROM enrolled AS e
        INNER JOIN runs AS r ON r.course_id = e.course_id AND r.cohort = e.cohort
        LEFT JOIN calendars AS c ON c.course_id = e.course_id
        LEFT JOIN rests AS p ON p.course_id = e.course_id
        LEFT JOIN everywhere AS o ON o.learner_id = e.learner_id
        LEFT JOIN histories AS h ON h.course_id = e.course_id AND h.learner_id = e.learner_id
        LEFT JOIN works AS w ON w.course_id = e.course_id AND w.learner_id = e.learner_id
        LEFT JOIN expectations AS x ON x.course_id = e.course_id
        LEFT JOIN places AS s ON s.course_id = e.course_id AND s.learner_id = e.learner_id
        LEFT JOIN hopes AS q ON q.course_id = e.course_id AND q.learner_id = e.learner_id
        LEFT JOIN habits AS a ON a.course_id = e.course_id
    ),
    known AS
    (
        SELECT course_id, learner_id, first, registered, mode, t,
            arrayFilter(d -> d.at <= t, history) AS until_cut,
            arrayFilter(d -> d.at > t - 14, until_cut) AS last_14,
            arrayFilter(d -> d.at > t - 28 AND d.at <= t - 14, until_cut) AS before_14,
            arrayDistinct(until_cut.at) AS active,
            arrayPopFront(arrayDifference(active)) AS gaps,
            arraySort(arrayDistinct(arrayMap(a -> intDiv(t - a, 7), active))) AS weeks,
            arrayFilter(w -> w.at <= t, works) AS done, arrayFilter(w -> w.marked_at <= t, works) AS marked,
            arrayFilter(d -> d.due <= t, calendar) AS were_due, arrayFilter(d -> d.due > t, calendar) AS are_due,
            pauses, arrayFilter(e -> e.course != course_id, enrolments) AS elsewhere,
            arrayExists(d -> d.at > t AND d.at <= t + {horizon:UInt16}, history) AS comes_back,
            withdrawn > t AND withdrawn <= t + {horizon:UInt16} AS withdraws, completed > t AND completed <= t + {horizon:UInt16} AS completes,
            expected, arrayFilter(p -> p.opened <= t, places) AS opened, arrayMax(opened.position) AS furthest,
            arrayFilter(p -> p.is_practice AND p.position <= furthest AND NOT (p.is_unknown AND p.opened <= t), places) AS practice,
            arrayFilter(w -> w.at <= t, hopes) AS hoped, feedback_since <= t AS has_feedback, help_since <= t AS has_help
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

            -- What is due
            if(empty(are_due), 90, least(90, are_due[1].due - t)) AS days_to_due,
            are_due[1].weight AS due_weight,
            if(empty(were_due), 90, least(90, t - were_due[-1].due)) AS days_since_due,
            arrayCount(d -> d.due <= t + 14, are_due) AS due_14,
            arraySum(d -> if(d.due <= t + 14, d.weight, 0), are_due) AS due_weight_14,
            arrayCount(d -> d.due <= t + 28, are_due) AS due_28,
            arraySum(p -> greatest(0, least(t + 14, p.until) - greatest(t, p.from - 1)), pauses) AS pause_days_ahead,
            arraySum(p -> greatest(0, least(t, p.until) - greatest(t - 14, p.from - 1)), pauses) AS pause_days_behind,

            -- What was handed in
            notEmpty(are_due) AND arrayExists(w -> w.due = are_due[1].due, done) AS next_is_done,
            arrayCount(w -> w.due > t AND w.due <= t + 14, done) AS done_of_next_14,
            arraySum(w -> if(w.due > t, w.weight, 0), done) AS done_weight_ahead,
            arrayCount(w -> w.due <= t, done) AS done_of_due,
            if(empty(were_due), nan, done_of_due / length(were_due)) AS done_share,
            if(empty(were_due), nan, toFloat64(length(were_due) - done_of_due)) AS missed,
            if(arraySum(were_due.weight) = 0, nan, arraySum(w -> if(w.due <= t, w.weight, 0), done) / arraySum(were_due.weight)) AS done_weight_share,
            if(empty(were_due), nan, toFloat32(NOT arrayExists(w -> w.due = were_due[-1].due, done))) AS last_is_missed,
            if(length(were_due) < 2, nan, toFloat32(NOT arrayExists(w -> w.due = were_due[-2].due, done))) AS last_but_one_is_missed,
            if(empty(done), nan, arrayAvg(w -> toFloat32(greatest(-30, least(30, w.at - w.due))), done)) AS lateness,
            if(empty(done), nan, toFloat32(greatest(-30, least(30, done[-1].at - done[-1].due)))) AS lateness_newest,
            if(empty(done), nan, toFloat32(least(90, t - done[-1].at))) AS days_since_done,
            arrayCount(w -> w.at > t - 14, done) AS done_14,
            if(empty(marked), nan, arrayAvg(marked.score)) AS mark_mean,
            if(empty(marked), nan, arrayMin(marked.score)) AS mark_lowest,
            if(empty(marked), nan, marked[-1].score) AS mark_newest,

            -- Try It and Think About
            if(empty(practice), nan, arrayCount(p -> p.engaged > t, practice) / length(practice)) AS practice_skipped_share,
            if(empty(practice), nan, toFloat64(arrayCount(p -> p.engaged > t, arraySlice(practice, -3)))) AS practice_skipped_last_3,

            -- Progress
            if(empty(expected), nan, length(opened) / length(expected)) AS opened_share,
            if(empty(expected), nan, furthest / length(expected)) AS furthest_share,
            if(empty(opened), nan, log1p(t - arrayMax(opened.opened))) AS days_since_new_section,
            log1p(toFloat64(arraySum(last_14.seconds))) AS seconds_14,
            log1p(toFloat64(arraySum(until_cut.seconds))) AS seconds,
            arraySum(p -> expected[p.position].seconds, opened) AS seconds_expected,
            if(seconds_expected = 0, nan, seconds - log1p(seconds_expected)) AS seconds_against_expected,

            -- Waiting
            if(has_feedback, toFloat64(arrayMax(w -> if(w.is_question OR w.answered <= t, 0, least(30, t - w.at)), hoped)), nan) AS feedback_waiting,
            if(has_feedback, toFloat64(arrayCount(w -> NOT w.is_question AND w.answered > t, hoped)), nan) AS feedbacks_waiting,
            arrayFilter(w -> NOT w.is_question AND w.answered <= t, hoped) AS fed_back,
            if(empty(fed_back), nan, log1p(arrayAvg(w -> greatest(0, w.answered - w.at), fed_back))) AS feedback_latency,
            if(has_help, toFloat64(arrayMax(w -> if(w.is_question AND w.answered > t, least(30, t - w.at), 0), hoped)), nan) AS help_waiting,

            -- Delivery
            if(mode = 'unknown', nan, toFloat64(mode = 'self-directed')) AS is_self_directed,
            if(mode = 'unknown', nan, toFloat64(mode = 'facilitated')) AS is_facilitated
        FROM known
    )
SELECT *,
    -- Among all who are enrolled in the course at the cut
    percent_rank() OVER (PARTITION BY course_id, t ORDER BY active_days_14) AS rank_active_days_14,
    percent_rank() OVER (PARTITION BY course_id, t ORDER BY active_days) AS rank_active_days,
    percent_rank() OVER (PARTITION BY course_id, t ORDER BY statements_14) AS rank_statements_14,
    percent_rank() OVER (PARTITION BY course_id, t ORDER BY statements) AS rank_statements,
    percent_rank() OVER (PARTITION BY course_id, t ORDER BY silence) AS rank_silence,
    percent_rank() OVER (PARTITION BY course_id, t ORDER BY ifNotFinite(done_weight_share, 0)) AS rank_done,
    active_days_28 - avg(active_days_28) OVER (PARTITION BY course_id, t) AS active_days_28_against_others,
    statements_14 - avgIf(statements_14, is_active) OVER (PARTITION BY course_id, t) AS statements_14_against_others
FROM told
