-- Who voids a statement touches the learner it was about.
INSERT INTO run_touches (run, touch_id, learner_id)
SELECT DISTINCT {run:UInt64}, toUUID('00000000-0000-0000-0000-000000000000'), learner_id FROM statements
WHERE statement_id IN
(
    SELECT voided_id FROM statements
    WHERE learner_id IN (SELECT learner_id FROM run_touches WHERE run = {run:UInt64}) AND role = 'void'
)
