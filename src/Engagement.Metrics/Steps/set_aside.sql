-- Nothing that began before is the youngest run after this; nobody computes under this number.
INSERT INTO metrics_runs (run, run_id)
SELECT greatest(toUInt64(toUnixTimestamp64Nano(now64(9))), max(run) + 1), {run_id:UUID} FROM metrics_runs
