INSERT INTO run_contexts (run, context_key)
SELECT DISTINCT {run:UInt64}, context_key FROM statements
WHERE learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk >= {first_chunk:UInt32})
    AND context_key NOT IN (SELECT context_key FROM run_contexts WHERE run = {run:UInt64})
