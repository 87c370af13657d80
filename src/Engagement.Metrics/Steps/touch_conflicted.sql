-- Whose statement was hidden, or came to light again, is computed again.
INSERT INTO run_touches (run, touch_id, learner_id)
SELECT DISTINCT {run:UInt64}, toUUID('00000000-0000-0000-0000-000000000000'), learner_id
FROM run_conflicts WHERE run = {run:UInt64}
