SELECT count() FROM run_contexts
WHERE run = {run:UInt64}
    AND context_key NOT IN (SELECT context_key FROM resolved_contexts WHERE outlines = {outlines:UInt64} AND resolved_at > now() - INTERVAL 6 DAY)
