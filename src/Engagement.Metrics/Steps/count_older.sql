SELECT count() FROM enrolments
WHERE learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
    AND row_version < {run:UInt64}
