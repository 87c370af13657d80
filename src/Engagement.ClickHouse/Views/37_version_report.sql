-- What pages read of a course before and after each version of its outline: of the learners who started while it was in force, whatever was
-- in force later, so that who stayed long enough to see the next is not held against the one they began with. Grain: course_id, version.
-- Together they are all who started, so all versions are held back where one has a small group.
-- skipped and known: Try It and Think About, learners times sections, as in skip_summary.
CREATE OR REPLACE VIEW version_report AS
SELECT course_id, version, s.valid_from AS valid_from, s.is_inferred AS is_inferred,
    max(s.learners < 5 OR s.practised BETWEEN 1 AND 4) OVER (PARTITION BY course_id) AS suppressed,
    if(suppressed, NULL, s.learners) AS learners,
    if(suppressed, NULL, s.completed) AS completed,
    if(suppressed, NULL, s.gave_up) AS gave_up,
    if(suppressed, NULL, s.skipped) AS skipped,
    if(suppressed, NULL, s.known) AS known,
    if(suppressed OR s.known = 0, NULL, s.skipped / s.known) AS skip_rate
FROM
(
    SELECT u.course_id AS course_id, v.version AS version, any(v.valid_from) AS valid_from, any(v.is_inferred) AS is_inferred, count() AS learners,
        countIf(u.outcome = 'completed') AS completed, sum(u.gave_up) AS gave_up,
        sum(p.skipped) AS skipped, sum(p.known) AS known, countIf(p.known > 0) AS practised
    FROM (SELECT course_id, learner_id, outcome, gave_up, toUnixTimestamp64Micro(assumeNotNull(started_at)) AS start_us FROM outcomes WHERE started_at IS NOT NULL) AS u
    ASOF INNER JOIN (SELECT DISTINCT course_id, version, valid_from, is_inferred, from_us FROM course_sections) AS v
        ON v.course_id = u.course_id AND u.start_us >= v.from_us
    LEFT JOIN
    (
        SELECT course_id, learner_id, countIf(status IN ('rushed', 'jumped')) AS skipped, countIf(status IN ('engaged', 'deferred', 'rushed', 'jumped')) AS known
        FROM section_engagement FINAL WHERE kind IN ('try-it', 'think-about') GROUP BY course_id, learner_id
    ) AS p ON p.course_id = u.course_id AND p.learner_id = u.learner_id
    GROUP BY course_id, version
) AS s
ORDER BY course_id, valid_from, version;
