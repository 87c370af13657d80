-- What the learners had before and have no more, in a table that is kept by learner. Rows of a younger run stay.
INSERT INTO <table> (<key>, row_version, is_deleted)
SELECT <key>, {run:UInt64}, 1 FROM <table> FINAL
WHERE learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64} AND chunk = {chunk:UInt32})
    AND row_version < {run:UInt64}
    AND {run:UInt64} = (SELECT max(run) FROM metrics_runs)
