-- One row a statement, read with FINAL. Not ordered by time: a statement without a timestamp that is delivered twice
-- has two broker times, and must still be one row. FINAL merges across the monthly partitions; of several rows with one
-- id the first stored stays. Where two learners have the same id, the metrics job hides the later one by a row that is
-- marked as deleted (docs/decisions/0002-statement-identity.md).
CREATE TABLE IF NOT EXISTS statements
(
    statement_id         UUID                      COMMENT 'id of the statement, or derived from its canonical bytes',
    id_derived           Bool                      COMMENT 'the statement had no id',
    content_hash         UInt64                    COMMENT 'hash of the content without what xAPI lets change: id, stored, authority, version, display, definitions',
    learner_id           UUID                      COMMENT 'pseudonym: HMAC-SHA-256 of the actor''s identifier, cut',
    registration         UUID                      COMMENT 'context.registration, or zero',
    course_id            String                    COMMENT 'course by the statement alone; an outline may claim its activity for another',
    verb                 LowCardinality(String)    COMMENT 'verb id as sent',
    role                 Enum8('touch' = 0, 'enter' = 1, 'exit' = 2, 'pulse' = 3, 'act' = 4, 'ask' = 5, 'feedback' = 6, 'course' = 7, 'void' = 8) COMMENT 'what the verb means',
    object_type          Enum8('Activity' = 0, 'Agent' = 1, 'Group' = 2, 'SubStatement' = 3, 'StatementRef' = 4),
    activity_id          String                    COMMENT 'object id where the object is an activity',
    activity_type        LowCardinality(String),
    activity_name        String                    COMMENT 'title, only of activity types of a course''s own structure',
    kind_hint            Enum8('' = 0, 'content' = 1, 'resource' = 2, 'try-it' = 3, 'think-about' = 4, 'discussion' = 5, 'assessment' = 6, 'artifact' = 7, 'other' = 8) COMMENT 'section kind by the statement alone',
    parents              Array(String)             COMMENT 'ids of contextActivities.parent',
    groupings            Array(String)             COMMENT 'ids of contextActivities.grouping',
    duration_us          Nullable(Int64)           COMMENT 'result.duration, microseconds',
    active_us            Nullable(Int64)           COMMENT 'cumulative active time of the visit, microseconds',
    success              Nullable(Bool),
    completion           Nullable(Bool),
    scaled_score         Nullable(Float64),
    response_length      Nullable(UInt32)          COMMENT 'length of result.response; the text is never stored',
    has_instructor       Bool,
    has_team             Bool,
    platform             LowCardinality(String),
    language             LowCardinality(String),
    attempt_id           String                    COMMENT 'cmi5 session or attempt id',
    voided_id            UUID                      COMMENT 'target of a voiding statement, or zero',
    context_statement_id UUID                      COMMENT 'context.statement, or zero',
    occurred_at          DateTime64(6, 'UTC')      COMMENT 'timestamp, or the broker''s time where there is none',
    claimed_at           Nullable(DateTime64(6, 'UTC')) COMMENT 'timestamp as claimed',
    zone_assumed         Bool                      COMMENT 'the timestamp had no zone and was taken as UTC',
    broker_at            DateTime64(3, 'UTC')      COMMENT 'when Kafka took the message',
    stored_at            DateTime64(6, 'UTC')      COMMENT 'when the row was made',
    kafka_topic          LowCardinality(String),
    kafka_partition      Int32,
    kafka_offset         Int64,
    kafka_index          UInt32                    COMMENT 'place in the message''s array',
    skew_ms              Int64 ALIAS if(claimed_at IS NULL, 0, dateDiff('millisecond', broker_at, assumeNotNull(claimed_at))) COMMENT 'claimed minus broker time',
    is_deleted           UInt8 DEFAULT 0           COMMENT '1: the id belongs to another learner''s statement, which was stored before this row''s stored_at',
    precedence           UInt64 MATERIALIZED 18446744073709551614 - 2 * toUInt64(toUnixTimestamp64Micro(stored_at)) + is_deleted COMMENT 'the first stored wins; a deleted row also over one of its microsecond'
)
ENGINE = ReplacingMergeTree(precedence, is_deleted)
PARTITION BY toYYYYMM(occurred_at)
ORDER BY (learner_id, statement_id)
-- A wide part of 40 columns is a hundred files: too many to make for each insert.
SETTINGS non_replicated_deduplication_window = 1000, min_bytes_for_wide_part = 134217728;

-- What was refused: coordinates and reason. The bytes are in the dead-letter topic alone, as they may name people.
CREATE TABLE IF NOT EXISTS rejected_events
(
    kafka_topic           LowCardinality(String),
    kafka_partition       Int32,
    kafka_offset          Int64,
    kafka_index           UInt32,
    content_hash          FixedString(16)          COMMENT 'SHA-256, cut, of the raw bytes',
    rule                  LowCardinality(String),
    path                  String,
    reason                String,
    bytes                 UInt32                   COMMENT 'size of what was refused',
    dead_letter_partition Int32,
    dead_letter_offset    Int64,
    broker_at             DateTime64(3, 'UTC'),
    rejected_at           DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(rejected_at)
ORDER BY (kafka_topic, kafka_partition, kafka_offset, kafka_index, content_hash)
SETTINGS non_replicated_deduplication_window = 1000;

-- Which learners got new statements. Ingest adds a touch after the statements it speaks of are durable, and before the
-- Kafka offsets are stored; so whoever sees a touch sees its statements, whatever any clock says. The metrics job writes
-- the same row with sign -1 when it is done with it, and merges then drop the pair (docs/decisions/0003-incremental-metrics.md).
CREATE TABLE IF NOT EXISTS touches
(
    touch_id     UUID                 COMMENT 'one a flush',
    learner_id   UUID,
    stored_from  DateTime64(6, 'UTC') COMMENT 'no statement of the flush was stored before',
    stored_until DateTime64(6, 'UTC') COMMENT 'no statement of the flush was stored after',
    touched_at   DateTime64(6, 'UTC'),
    sign         Int8 DEFAULT 1       COMMENT '1 to do, -1 done'
)
ENGINE = CollapsingMergeTree(sign)
ORDER BY (touch_id, learner_id)
SETTINGS non_replicated_deduplication_window = 1000;
