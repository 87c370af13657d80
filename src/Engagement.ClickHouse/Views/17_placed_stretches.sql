-- A row: a stretch of a chunk of a metrics run, and the scene it plays in. Grain: learner_id, number.
CREATE OR REPLACE VIEW placed_stretches AS
SELECT *
FROM (SELECT * EXCEPT (run, chunk, started_at) FROM run_stretches WHERE run = {run:UInt64} AND chunk = {chunk:UInt32}) AS t
INNER JOIN (SELECT * EXCEPT (run, started_at) FROM run_scenes WHERE run = {run:UInt64}) AS s USING (scene)
SETTINGS query_plan_join_swap_table = 'false';
