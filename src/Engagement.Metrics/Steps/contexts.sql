INSERT INTO run_contexts (run, context_key, course_id, activity_id, parents, groupings, cohort)
SELECT {run:UInt64}, context_key, any(course_id), any(activity_id), any(parents), any(groupings), any(cohort)
FROM statements
WHERE learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
GROUP BY context_key
