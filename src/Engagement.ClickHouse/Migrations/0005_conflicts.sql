-- Which contents each statement id came with: what tells a conflict from a redelivery, and whose statement an id is.
-- Of the deliveries of one content the last inserted stays, so that its stored_at lies within a touch that is still to do,
-- or was done by a run that saw it. Small granules: the metrics job looks up the ids that are new, and no others.
CREATE TABLE IF NOT EXISTS statement_contents
(
    statement_id    UUID                    CODEC(NONE),
    learner_id      UUID                    CODEC(NONE),
    content_hash    UInt64                  CODEC(NONE),
    stored_at       DateTime64(6, 'UTC')    COMMENT 'of a delivery, not always the first',
    kafka_topic     LowCardinality(String)  COMMENT 'where that delivery lies',
    kafka_partition Int32,
    kafka_offset    Int64,
    kafka_index     UInt32,
    INDEX by_time stored_at TYPE minmax GRANULARITY 16
)
ENGINE = ReplacingMergeTree
PRIMARY KEY statement_id
ORDER BY (statement_id, learner_id, content_hash)
SETTINGS index_granularity = 256, non_replicated_deduplication_window = 1000;

CREATE MATERIALIZED VIEW IF NOT EXISTS statement_contents_of_statements TO statement_contents AS
SELECT statement_id, learner_id, content_hash, stored_at,
    kafka_topic, kafka_partition, kafka_offset, kafka_index
FROM statements
WHERE NOT is_deleted;

-- One row a content that came under the id of another statement, read with FINAL. For operators: what a platform sent
-- wrongly, and where both messages lie.
CREATE TABLE IF NOT EXISTS conflicts
(
    statement_id            UUID                    COMMENT 'the id that was used twice',
    learner_id              UUID                    COMMENT 'whom the content that does not count is about',
    content_hash            UInt64                  COMMENT 'of that content',
    stored_at               DateTime64(6, 'UTC')    COMMENT 'of a delivery of it',
    kafka_topic             LowCardinality(String)  COMMENT 'where that delivery lies',
    kafka_partition         Int32,
    kafka_offset            Int64,
    kafka_index             UInt32,
    winner_learner_id       UUID                    COMMENT 'whom the statement that counts, the first stored, is about',
    winner_stored_at        DateTime64(6, 'UTC'),
    winner_kafka_topic      LowCardinality(String)  COMMENT 'where the statement that counts lies',
    winner_kafka_partition  Int32,
    winner_kafka_offset     Int64,
    winner_kafka_index      UInt32,
    found_at                DateTime64(6, 'UTC')    COMMENT 'when it was first found to lose against this winner',
    row_version             UInt64,
    is_deleted              UInt8                   COMMENT '1: it was stored before what was there first, by another worker, and counts'
)
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY (statement_id, learner_id, content_hash);

-- The contents of the ids a run judges; partitioned and dropped as the other tables a run works on.
CREATE TABLE IF NOT EXISTS run_conflicts
(
    run             UInt64,
    statement_id    UUID,
    learner_id      UUID,
    content_hash    UInt64,
    stored_at       DateTime64(6, 'UTC'),
    kafka_topic     LowCardinality(String),
    kafka_partition Int32,
    kafka_offset    Int64,
    kafka_index     UInt32,
    started_at      DateTime DEFAULT now()
)
ENGINE = MergeTree PARTITION BY run ORDER BY (statement_id, learner_id, content_hash)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5;
