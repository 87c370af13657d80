-- So many learners, others for each draw, from all over the table.
INSERT INTO chosen_learners
SELECT learner_id FROM (SELECT DISTINCT learner_id FROM enrolments)
ORDER BY cityHash64(learner_id, {draw:UInt32})
LIMIT {count:UInt64}
