-- A row: an alert that is not over, though the learner has come back or is gone. Grain: alert_id. Who waits for an answer has not come back by
-- being there: they were.
SELECT a.alert_id AS alert_id,
    if(e.completed_at IS NULL AND e.withdrawn_at IS NULL, 'returned', 'resolved') AS kind,
    multiIf(e.completed_at IS NOT NULL, 'The learner completed the course.', e.withdrawn_at IS NOT NULL, 'The learner left the course.', 'The learner came back.') AS why
FROM (SELECT alert_id, course_id, learner_id, cause, last_at FROM alerts WHERE closed_at IS NULL) AS a
INNER JOIN
(
    SELECT learner_id, course_id, started_at, last_at, completed_at, withdrawn_at FROM enrolments FINAL
    WHERE learner_id IN (SELECT learner_id FROM alerts WHERE closed_at IS NULL)
) AS e ON e.learner_id = a.learner_id AND e.course_id = a.course_id
WHERE e.completed_at IS NOT NULL OR e.withdrawn_at IS NOT NULL
    OR (a.cause = 'risk' AND e.last_at > a.last_at)
    OR (a.cause = 'never-started' AND e.started_at IS NOT NULL)
