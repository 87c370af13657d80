INSERT INTO learner_activities (learner_id, course_id, activity_id, parent_id, row_version, is_deleted)
SELECT learner_id, course_id, activity_id, parent_id, {run:UInt64}, 1 FROM learner_activities FINAL
WHERE learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
    AND row_version < {run:UInt64}
    AND {run:UInt64} = (SELECT max(run) FROM metrics_runs)
