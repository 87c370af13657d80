-- A row: a learner of a course who may be pointed out, and the most urgent cause. Grain: course_id, learner_id.
-- Who has waited since before the oldest wait has long been given up, and is left to the list of all that waits.
SELECT c.course_id AS course_id, c.learner_id AS learner_id, c.facilitator_id AS facilitator_id, c.cohort AS cohort,
    multiIf(
        h.since IS NOT NULL, 'help-waits',
        f.since IS NOT NULL, 'feedback-waits',
        toString(r.situation) IN ('drifting', 'stalled'), 'risk',
        c.started_at IS NULL AND c.registered_at <= {never_started_until:DateTime64(3)} AND c.registered_at > {oldest:DateTime64(3)}, 'never-started',
        '') AS cause,
    if(r.of > 0 OR r.next_step != '', toString(r.situation), '') AS situation, r.score AS score, (r.probability IS NOT NULL)::Bool AS is_shown,
    coalesce(h.since, f.since) AS waiting_since, if(cause = 'never-started', c.registered_at, NULL) AS registered_at, c.last_at AS last_at,
    arrayMap(reason -> (reason.code, reason.text), r.reasons)::Array(Tuple(code String, text String)) AS reasons, r.next_step AS next_step
FROM caseload AS c
LEFT JOIN
(
    SELECT course_id, learner_id, min(waiting_since) AS since FROM help
    WHERE waiting_since <= {help_until:DateTime64(3)} AND waiting_since > {oldest:DateTime64(3)} GROUP BY course_id, learner_id
) AS h ON h.course_id = c.course_id AND h.learner_id = c.learner_id
LEFT JOIN
(
    SELECT course_id, learner_id, min(waiting_since) AS since FROM feedback
    WHERE waiting_since <= {feedback_until:DateTime64(3)} AND waiting_since > {oldest:DateTime64(3)} GROUP BY course_id, learner_id
) AS f ON f.course_id = c.course_id AND f.learner_id = c.learner_id
LEFT JOIN risk AS r ON r.course_id = c.course_id AND r.learner_id = c.learner_id
WHERE cause != ''
SETTINGS date_time_output_format = 'iso'
