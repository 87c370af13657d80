-- 0 where every touch is done and every outline is applied.
SELECT count() FROM
(
    SELECT 1 FROM touches WHERE learner_id NOT IN (SELECT learner_id FROM erasures) GROUP BY touch_id, learner_id HAVING sum(sign) > 0 LIMIT 1
    UNION ALL
    SELECT 1 FROM outlines_pending LIMIT 1
)
