-- The table's name where one of its rows in force, of a chunk's learners, was not written by this run: something has vanished from it.
-- After FINAL, not by grouping the versions of each key, which takes twice as long where many were written.
SELECT '<table>' AS name FROM <table> FINAL
WHERE (course_id, learner_id) IN
    (
        SELECT course_id, learner_id FROM enrolments
        WHERE learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
    )
    AND row_version < {run:UInt64}
LIMIT 1
