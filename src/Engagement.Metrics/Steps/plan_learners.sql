-- Learners in chunks of about chunk_statements statements, neighbours together: a chunk reads one stretch of the table.
INSERT INTO run_learners (run, chunk, learner_id)
WITH touched AS (SELECT learner_id FROM run_touches WHERE run = {run:UInt64})
SELECT {run:UInt64},
    toUInt32({first_chunk:UInt32} + intDiv(sum(size) OVER (ORDER BY learner_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - size, {chunk_statements:UInt64})),
    learner_id
FROM
(
    SELECT learner_id, sum(size) AS size
    FROM
    (
        SELECT learner_id, 0 AS size FROM touched
        UNION ALL
        SELECT learner_id, count() FROM statements WHERE learner_id IN touched GROUP BY learner_id
    )
    WHERE learner_id NOT IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64})
    GROUP BY learner_id
)
