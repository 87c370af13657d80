-- The touches to do. Read before any statement is: what comes later brings a touch of its own, for a later run. Who was erased
-- is not computed any more; what a worker still stores of them is swept away with its touch.
INSERT INTO run_touches (run, touch_id, learner_id, stored_from, stored_until)
SELECT {run:UInt64}, touch_id, learner_id, minIf(stored_from, sign > 0), maxIf(stored_until, sign > 0)
FROM touches WHERE learner_id NOT IN (SELECT learner_id FROM erasures) GROUP BY touch_id, learner_id HAVING sum(sign) > 0
