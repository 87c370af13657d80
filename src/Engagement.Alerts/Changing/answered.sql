-- A row: an alert that is not over, of a learner for whom all that waited has its answer. Grain: alert_id.
SELECT a.alert_id AS alert_id, 'resolved' AS kind, if(a.cause = 'help-waits', 'The question was answered.', 'Feedback was given.') AS why
FROM (SELECT alert_id, course_id, learner_id, cause, waiting_since FROM alerts WHERE closed_at IS NULL AND cause IN ('help-waits', 'feedback-waits')) AS a
LEFT ANTI JOIN
(
    SELECT course_id, learner_id, 'help-waits' AS cause FROM help WHERE waiting_since IS NOT NULL
    UNION ALL
    SELECT course_id, learner_id, 'feedback-waits' FROM feedback WHERE waiting_since IS NOT NULL
) AS w ON w.course_id = a.course_id AND w.learner_id = a.learner_id AND w.cause = toString(a.cause)
