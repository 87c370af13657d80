-- Who sent what was refused, without a word of the learner: software and host, as far as the bytes show them.
ALTER TABLE rejected_events ADD COLUMN IF NOT EXISTS emitter LowCardinality(String) COMMENT 'software and host that sent it, such as Moodle at lms.example.org; empty where unknown' AFTER reason;

-- Rejections whose letter was sent to the statements' topic again; one row for each, by the key of rejected_events.
CREATE TABLE IF NOT EXISTS replayed_rejections
(
    kafka_topic     LowCardinality(String),
    kafka_partition Int32,
    kafka_offset    Int64,
    kafka_index     UInt32,
    content_hash    FixedString(16),
    replayed_at     DateTime64(6, 'UTC') DEFAULT now64(6)
)
ENGINE = ReplacingMergeTree(replayed_at)
ORDER BY (kafka_topic, kafka_partition, kafka_offset, kafka_index, content_hash)
SETTINGS non_replicated_deduplication_window = 1000;
