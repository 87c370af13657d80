-- Learners in chunks of at most about chunk_statements statements, alike in size, neighbours together: a chunk reads one
-- stretch of the table. What is worth cutting is cut into as many as keep all that are computed at once at work.
INSERT INTO run_learners (run, chunk, learner_id)
WITH
    touched AS (SELECT learner_id FROM run_touches WHERE run = {run:UInt64} AND learner_id NOT IN (SELECT learner_id FROM erasures)),
    sizes AS
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
SELECT {run:UInt64},
    toUInt32({first_chunk:UInt32} + if(size > 0, intDiv((up_to - size) * chunks, total), 0)),
    learner_id
FROM
(
    SELECT learner_id, size,
        sum(size) OVER () AS total,
        sum(size) OVER (ORDER BY learner_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS up_to,
        if(total < {smallest_cut:UInt64}, 1, toUInt64(ceil(total / {chunk_statements:UInt64} / {at_once:UInt64})) * {at_once:UInt64}) AS chunks
    FROM sizes
)
