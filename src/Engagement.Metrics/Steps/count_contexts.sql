-- Of the contexts of the run: how many nobody has met before, and how many were not resolved by these outlines before, or so long
-- ago that the rows may go while the run reads them.
SELECT
    countIf(context_key NOT IN (SELECT context_key FROM contexts)) AS unmet,
    countIf(context_key NOT IN (SELECT context_key FROM resolved_contexts WHERE outlines = {outlines:UInt64} AND resolved_at > now() - INTERVAL 6 DAY)) AS unresolved
FROM run_contexts WHERE run = {run:UInt64}
