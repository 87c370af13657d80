-- Contexts nobody has met before. Texts are read of statements in these alone.
INSERT INTO contexts (context_key, course_id, activity_id, parents, groupings, cohort)
SELECT context_key, any(course_id), any(activity_id), any(parents), any(groupings), any(cohort)
FROM statements
WHERE learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk >= {first_chunk:UInt32})
    AND context_key NOT IN (SELECT context_key FROM contexts)
GROUP BY context_key
