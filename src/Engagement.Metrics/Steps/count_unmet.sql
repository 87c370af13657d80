SELECT count() FROM run_contexts WHERE run = {run:UInt64} AND context_key NOT IN (SELECT context_key FROM contexts)
