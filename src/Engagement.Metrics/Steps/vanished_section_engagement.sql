-- What the learners had before and have no more. Rows of a younger run stay. Courses of learners are looked up without
-- FINAL, so that a course they have left is still found.
INSERT INTO section_engagement (course_id, learner_id, section_id, row_version, is_deleted)
SELECT course_id, learner_id, section_id, {run:UInt64}, 1 FROM section_engagement FINAL
WHERE (course_id, learner_id) IN
    (
        SELECT course_id, learner_id FROM learner_courses
        WHERE learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
    )
    AND row_version < {run:UInt64}
    AND {run:UInt64} = (SELECT max(run) FROM metrics_runs)
