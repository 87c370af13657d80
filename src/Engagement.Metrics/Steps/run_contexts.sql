INSERT INTO run_contexts (run, context_key, course_id, activity_id, ids, cohort)
SELECT {run:UInt64}, context_key, any(course_id), any(activity_id) AS object, arrayConcat([object], any(parents), any(groupings)), any(cohort)
FROM contexts
WHERE context_key IN
(
    SELECT context_key FROM statements
    WHERE learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk >= {first_chunk:UInt32})
)
GROUP BY context_key
