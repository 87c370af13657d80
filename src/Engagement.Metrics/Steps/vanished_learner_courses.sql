INSERT INTO learner_courses (learner_id, course_id, row_version, is_deleted)
SELECT learner_id, course_id, {run:UInt64}, 1 FROM learner_courses FINAL
WHERE learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
    AND row_version < {run:UInt64}
    AND {run:UInt64} = (SELECT max(run) FROM metrics_runs)
