-- Contradictions between outlines: found by this run, and known at all.
SELECT
    (SELECT count() FROM run_conflicts WHERE run = {run:UInt64}) AS in_this_run,
    (SELECT count() FROM conflicts) AS ever
