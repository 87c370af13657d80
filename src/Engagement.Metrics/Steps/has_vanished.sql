SELECT '<table>' AS name FROM <table> FINAL
WHERE (course_id, learner_id) IN
    (
        SELECT course_id, learner_id FROM enrolments
        WHERE learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
    )
    AND row_version < {run:UInt64}
LIMIT 1
