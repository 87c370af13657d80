-- A row: a learner of a course (timelines.sql says who is one). Grain: learner_id, course_id.
-- Source: metrics, "Words": delivery mode; "Skipping": completed; "Around the sections": waiting to start.
-- version, mode: of the outline in force at the learner's last statement in the course, whose sections they are measured by.
-- A withdrawal counts until the learner registers again.
INSERT INTO enrolments
    (learner_id, course_id, version, is_inferred, mode, cohort, statements, registered_at, started_at, first_at, last_at,
     waiting_days, completed_at, withdrawn_at, row_version, is_deleted)
WITH
    told AS
    (
        SELECT learner_id, arrayJoin(courses) AS course,
            arrayFilter(s -> s.course = course, statements) AS mine,
            mine[1].at AS first_us, mine[-1].at AS last_us, mine[-1].context AS last_context,
            arrayLast(s -> s.named, mine) AS named,
            arrayFirstOrNull((at, deed) -> deed = 'registered', mine.at, mine.deed) AS registered_us,
            arrayFirstOrNull((at, learns, role) -> learns AND role != 'course', mine.at, mine.learns, mine.role) AS started_us,
            arrayFirstOrNull((at, deed) -> deed = 'completed', mine.at, mine.deed) AS completed_us,
            started_us - registered_us AS waited_us,
            arrayLast(s -> s.deed IN ('registered', 'withdrew'), mine) AS change
        FROM timelines
        WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}
    ),
    contexts AS
    (
        SELECT context_key, from_us, until_us, course_id, is_declared, version, mode, cohort
        FROM context_sections WHERE run = {run:UInt64}
    )
SELECT
    t.learner_id, c.course_id, c.version, NOT c.is_declared, c.mode, n.cohort, length(t.mine),
    fromUnixTimestamp64Micro(t.registered_us, 'UTC'), fromUnixTimestamp64Micro(t.started_us, 'UTC'),
    fromUnixTimestamp64Micro(t.first_us, 'UTC'), fromUnixTimestamp64Micro(t.last_us, 'UTC'),
    if(t.waited_us < 0, 0, t.waited_us) / 86400e6,
    fromUnixTimestamp64Micro(t.completed_us, 'UTC'),
    if(t.change.deed = 'withdrew', fromUnixTimestamp64Micro(t.change.at, 'UTC'), NULL),
    {run:UInt64}, 0
FROM told AS t
INNER JOIN contexts AS c ON c.context_key = t.last_context
LEFT JOIN contexts AS n ON n.context_key = t.named.context AND n.from_us <= t.named.at AND t.named.at < n.until_us
WHERE c.from_us <= t.last_us AND t.last_us < c.until_us
    AND {run:UInt64} = (SELECT max(run) FROM metrics_runs)
