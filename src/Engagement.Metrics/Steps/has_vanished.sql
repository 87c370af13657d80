SELECT '<table>' AS name FROM <table>
WHERE (course_id, learner_id) IN
    (
        SELECT course_id, learner_id FROM enrolments
        WHERE learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
    )
GROUP BY <key> HAVING max(row_version) < {run:UInt64} AND NOT argMax(is_deleted, row_version)
LIMIT 1
