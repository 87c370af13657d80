-- One row: what there is to do, whether another run is at work (or the last query of one that died), and the number of a run
-- that begins now: higher than any before, also where the server's clock was set back.
SELECT
    max(touches)::Bool AS has_touches, max(outlines)::Bool AS has_outlines, max(drafts)::Bool AS has_drafts, max(queries)::Bool AS is_at_work,
    greatest(toUInt64(toUnixTimestamp64Nano(now64(9))), max(run) + 1) AS next_run
FROM
(
    SELECT 1 AS touches, 0 AS outlines, 0 AS drafts, 0 AS queries, toUInt64(0) AS run
    FROM
    (
        SELECT 1 FROM touches WHERE learner_id NOT IN (SELECT learner_id FROM erasures) GROUP BY touch_id, learner_id HAVING sum(sign) > 0 LIMIT 1
    )
    UNION ALL
    SELECT 0, origin = 'declared', origin = 'inferred', 0, 0 FROM outlines_pending
    UNION ALL
    SELECT 0, 0, 0, 1, 0 FROM system.processes WHERE startsWith(query, {mark:String}) AND current_database = currentDatabase()
    UNION ALL
    SELECT 0, 0, 0, 0, max(run) FROM metrics_runs
)
