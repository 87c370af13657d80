INSERT INTO touches (touch_id, learner_id, touched_at)
SELECT generateUUIDv4(), learner_id, now64(6) FROM (SELECT DISTINCT learner_id FROM statements)
