-- What the learners had before and have no more. Rows of a younger run stay. The courses to look in are those of
-- enrolments without FINAL, so that a course they have left is still found.
INSERT INTO <table> (<key>, row_version, is_deleted)
SELECT <key>, {run:UInt64}, 1 FROM <table> FINAL
WHERE (course_id, learner_id) IN
    (
        SELECT course_id, learner_id FROM enrolments
        WHERE learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
    )
    AND row_version < {run:UInt64}
    AND {run:UInt64} = (SELECT max(run) FROM metrics_runs)
