-- The touches to do. Read before any statement is: what comes later brings a touch of its own, for a later run.
INSERT INTO run_touches (run, touch_id, learner_id)
SELECT {run:UInt64}, touch_id, learner_id FROM touches GROUP BY touch_id, learner_id HAVING sum(sign) > 0
