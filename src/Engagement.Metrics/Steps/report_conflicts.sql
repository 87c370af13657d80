-- The first stored of an id's contents wins; of two learners' in one microsecond, one by the learners' pseudonyms. What is
-- known to lose against this winner stays as it is. A worker whose clock is behind may bring a new winner; that is no
-- conflict any more, and what was the winner is one.
INSERT INTO conflicts
    (statement_id, learner_id, content_hash, stored_at, kafka_topic, kafka_partition, kafka_offset, kafka_index,
     winner_learner_id, winner_stored_at, winner_kafka_topic, winner_kafka_partition, winner_kafka_offset, winner_kafka_index,
     found_at, row_version, is_deleted)
WITH
    disputed AS (SELECT * FROM run_conflicts WHERE run = {run:UInt64}),
    -- FINAL: the first stored of a learner's own, and nothing of a learner who has lost already.
    winners AS
    (
        SELECT statement_id,
            argMin(
                (learner_id, content_hash, stored_at, kafka_topic, kafka_partition, kafka_offset, kafka_index),
                (stored_at, learner_id)) AS winner
        FROM statements FINAL
        WHERE (learner_id, statement_id) IN (SELECT learner_id, statement_id FROM disputed)
        GROUP BY statement_id
    ),
    known AS
    (
        SELECT statement_id, learner_id, content_hash, winner_learner_id, winner_stored_at, true AS is_known
        FROM conflicts FINAL WHERE statement_id IN (SELECT statement_id FROM disputed)
    )
SELECT d.statement_id, d.learner_id, d.content_hash, d.stored_at, d.kafka_topic, d.kafka_partition, d.kafka_offset, d.kafka_index,
    winner.1, winner.3, winner.4, winner.5, winner.6, winner.7,
    now64(6), {run:UInt64}, d.learner_id = winner.1 AND d.content_hash = winner.2 AS wins
FROM disputed AS d
INNER JOIN winners AS w ON w.statement_id = d.statement_id
LEFT JOIN known AS k ON k.statement_id = d.statement_id AND k.learner_id = d.learner_id AND k.content_hash = d.content_hash
WHERE if(wins, k.is_known, NOT k.is_known OR k.winner_learner_id != winner.1 OR k.winner_stored_at != winner.3)
