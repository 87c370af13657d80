-- Who is looked at, and when. What activity.sql and coursework.sql have in common stands before either.
-- Cuts are ends of days, each {every} days of a run. Where labels are asked for, none lies where they are not known: in the last four
-- weeks of a course that ends for all, after which silence is no giving up, and else in the {horizon} days before a cohort's newest
-- statement.
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
    -- Enrolled at one of the cuts or more, with these.
    present AS
    (
        SELECT e.course_id AS course_id, e.learner_id AS learner_id, e.registered AS registered, e.started AS started, e.withdrawn AS withdrawn, e.completed AS completed,
            e.mode AS mode, r.first AS first, arrayFilter(t -> t >= e.registered AND t < e.withdrawn AND t < e.completed, r.cuts) AS cuts
        FROM enrolled AS e
        INNER JOIN runs AS r ON r.course_id = e.course_id AND r.cohort = e.cohort
        WHERE notEmpty(cuts)
    ),
    -- What comes after a course's last cut is not read. Where only cohorts say when that is, what comes after the last of all. By course,
    -- as a join would look at each row.
    (
        SELECT (groupArray(course_id), groupArray(toInt32(least(first_day + {last_day:UInt16}, {last_cut:Date32})) + {horizon:UInt16}))
        FROM (SELECT course_id, first_day FROM course_runs FINAL)
    ) AS wanted,
    (course, day) -> toInt32(day) <= transform(course, wanted.1, wanted.2, toInt32({last_cut:Date32}) + {horizon:UInt16}) AS is_wanted,
