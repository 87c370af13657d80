-- Who voids a statement touches the learner it was about; who no longer does, too. Deleted rows are read as well, so that
-- a run that died after it deleted one is made up for.
INSERT INTO run_touches (run, touch_id, learner_id)
SELECT DISTINCT {run:UInt64}, toUUID('00000000-0000-0000-0000-000000000000'), learner_id FROM statement_contents
WHERE statement_id IN
(
    SELECT target_id FROM statement_refs
    WHERE learner_id IN (SELECT learner_id FROM run_touches WHERE run = {run:UInt64}) AND (role = 'void' OR is_deleted)
)
