-- Of one course: feedback on what its due learners did. Before their statements go, and apart from them: see LearnerTable.Mutations.
ALTER TABLE statements DELETE
WHERE role = 'feedback'
    AND occurred_at < {before:DateTime64(6, 'UTC')}
    AND context_key IN (SELECT context_key FROM retention_contexts WHERE course_id = {course:String})
    AND refers_to_id IN
    (
        SELECT statement_id FROM statement_contents
        WHERE learner_id IN (SELECT learner_id FROM retention_due WHERE course_id = {course:String})
    )
SETTINGS mutations_sync = 2
