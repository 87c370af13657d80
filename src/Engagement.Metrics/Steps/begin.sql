INSERT INTO metrics_runs (run, run_id) SELECT {run:UInt64}, {run_id:UUID}
