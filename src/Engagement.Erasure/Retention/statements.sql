-- Of one course: what its due learners did there. What may also be of a course a learner is kept in, stays.
ALTER TABLE statements DELETE
WHERE occurred_at < {before:DateTime64(6, 'UTC')}
    AND context_key IN (SELECT context_key FROM retention_contexts WHERE course_id = {course:String})
    AND learner_id IN (SELECT learner_id FROM retention_due WHERE course_id = {course:String})
    AND (learner_id, context_key) NOT IN
    (
        SELECT e.learner_id, k.context_key
        FROM (SELECT DISTINCT learner_id, course_id::String AS course_id FROM enrolments WHERE learner_id IN (SELECT learner_id FROM retention_due)) AS e
        INNER JOIN
        (
            SELECT course_id, context_key FROM retention_contexts
            WHERE context_key IN (SELECT context_key FROM retention_contexts GROUP BY context_key HAVING count() > 1)
        ) AS k ON k.course_id = e.course_id
        WHERE (e.course_id, e.learner_id) NOT IN (SELECT course_id, learner_id FROM retention_due)
    )
SETTINGS mutations_sync = 2
