-- A younger run has a higher number, also where the server's clock was set back.
INSERT INTO metrics_runs (run, run_id)
SELECT greatest(toUInt64(toUnixTimestamp64Nano(now64(9))), max(run) + 1), {run_id:UUID} FROM metrics_runs
