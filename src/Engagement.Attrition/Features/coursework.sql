-- A row: as in activity.sql. It follows cuts.sql.
-- What the outline asks of the learner and others owe them, as known at the cut: due dates, what was handed in, its marks, waiting.
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
    people AS
    (
        SELECT e.course_id AS course_id, e.learner_id AS learner_id, c.calendar AS calendar, arrayConcat(p.pauses, pauses_of_all) AS pauses,
            w.works AS works, q.hopes AS hopes,
            if(a.feedback_since = 0, 1000000, a.feedback_since) AS feedback_since, if(a.help_since = 0, 1000000, a.help_since) AS help_since, e.cuts AS cuts
        FROM present AS e
        LEFT JOIN calendars AS c ON c.course_id = e.course_id
        LEFT JOIN rests AS p ON p.course_id = e.course_id
        LEFT JOIN works AS w ON w.course_id = e.course_id AND w.learner_id = e.learner_id
        LEFT JOIN hopes AS q ON q.course_id = e.course_id AND q.learner_id = e.learner_id
        LEFT JOIN habits AS a ON a.course_id = e.course_id
    ),
    known AS
    (
        SELECT course_id, learner_id, t, pauses,
            arrayFilter(w -> w.at <= t, works) AS done, arrayFilter(w -> w.marked_at <= t, works) AS marked,
            arrayFilter(d -> d.due <= t, calendar) AS were_due, arrayFilter(d -> d.due > t, calendar) AS are_due,
            arrayFilter(w -> w.at <= t, hopes) AS hoped, feedback_since <= t AS has_feedback, help_since <= t AS has_help
        FROM people ARRAY JOIN cuts AS t
    ),
    told AS
    (
        SELECT course_id, learner_id, t,

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

            -- Waiting
            if(has_feedback, toFloat64(arrayMax(w -> if(w.is_question OR w.answered <= t, 0, least(30, t - w.at)), hoped)), nan) AS feedback_waiting,
            if(has_feedback, toFloat64(arrayCount(w -> NOT w.is_question AND w.answered > t, hoped)), nan) AS feedbacks_waiting,
            arrayFilter(w -> NOT w.is_question AND w.answered <= t, hoped) AS fed_back,
            if(empty(fed_back), nan, log1p(arrayAvg(w -> greatest(0, w.answered - w.at), fed_back))) AS feedback_latency,
            if(has_help, toFloat64(arrayMax(w -> if(w.is_question AND w.answered > t, least(30, t - w.at), 0), hoped)), nan) AS help_waiting
        FROM known
    ),
    packed AS (SELECT course_id, learner_id, t, [/* features */] AS features, done_weight_share FROM told)
SELECT *,
    -- Among all who are enrolled in the course at the cut
    percent_rank() OVER (PARTITION BY course_id, t ORDER BY ifNotFinite(done_weight_share, 0)) AS rank_done
FROM packed
