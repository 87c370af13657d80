INSERT INTO touches (touch_id, learner_id, touched_at, sign)
SELECT touch_id, learner_id, now64(6), -1 FROM run_touches
WHERE run = {run:UInt64} AND touch_id != toUUID('00000000-0000-0000-0000-000000000000')
