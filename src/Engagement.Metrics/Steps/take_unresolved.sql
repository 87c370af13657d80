-- Contexts to resolve (count_contexts.sql), with their texts.
INSERT INTO unresolved_contexts (run, context_key, course_id, activity_id, ids, cohort)
SELECT {run:UInt64}, context_key, any(course_id), any(activity_id) AS object, arrayConcat([object], any(parents), any(groupings)), any(cohort)
FROM contexts
WHERE context_key IN
(
    SELECT context_key FROM run_contexts
    WHERE run = {run:UInt64}
        AND context_key NOT IN (SELECT context_key FROM resolved_contexts WHERE outlines = {outlines:UInt64} AND resolved_at > now() - INTERVAL 6 DAY)
)
GROUP BY context_key
