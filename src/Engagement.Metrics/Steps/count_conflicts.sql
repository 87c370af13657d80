SELECT
    (SELECT count() FROM run_conflicts WHERE run = {run:UInt64}) AS in_this_run,
    (SELECT count() FROM conflicts) AS ever
