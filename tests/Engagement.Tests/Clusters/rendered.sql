-- 0001_statements.sql

CREATE TABLE IF NOT EXISTS statements_local ON CLUSTER learning
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
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/engagement/statements_local', '{replica}', precedence, is_deleted)
PARTITION BY toYYYYMM(occurred_at)
ORDER BY (learner_id, statement_id)
-- A wide part of 40 columns is a hundred files: too many to make for each insert.
SETTINGS replicated_deduplication_window = 1000, replicated_deduplication_window_seconds = 604800, min_bytes_for_wide_part = 134217728;

CREATE TABLE IF NOT EXISTS statements ON CLUSTER learning AS statements_local
ENGINE = Distributed('learning', 'engagement', 'statements_local', sipHash64(learner_id));

CREATE TABLE IF NOT EXISTS rejected_events ON CLUSTER learning
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
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/rejected_events', '{shard}-{replica}', rejected_at)
ORDER BY (kafka_topic, kafka_partition, kafka_offset, kafka_index, content_hash)
SETTINGS replicated_deduplication_window = 1000, replicated_deduplication_window_seconds = 604800;

CREATE TABLE IF NOT EXISTS touches_local ON CLUSTER learning
(
    touch_id     UUID                 COMMENT 'one a flush',
    learner_id   UUID,
    stored_from  DateTime64(6, 'UTC') COMMENT 'no statement of the flush was stored before',
    stored_until DateTime64(6, 'UTC') COMMENT 'no statement of the flush was stored after',
    touched_at   DateTime64(6, 'UTC'),
    sign         Int8 DEFAULT 1       COMMENT '1 to do, -1 done'
)
ENGINE = ReplicatedCollapsingMergeTree('/clickhouse/tables/{shard}/engagement/touches_local', '{replica}', sign)
ORDER BY (touch_id, learner_id)
SETTINGS replicated_deduplication_window = 1000, replicated_deduplication_window_seconds = 604800;

CREATE TABLE IF NOT EXISTS touches ON CLUSTER learning AS touches_local
ENGINE = Distributed('learning', 'engagement', 'touches_local', sipHash64(learner_id));

-- 0002_outlines.sql

CREATE VIEW IF NOT EXISTS section_kinds ON CLUSTER learning AS;

CREATE TABLE IF NOT EXISTS course_outlines ON CLUSTER learning
(
    course_id    String                          COMMENT 'IRI',
    origin       Enum8('declared' = 1, 'inferred' = 2),
    version      String                          COMMENT 'as declared; empty where inferred',
    title        String,
    mode         LowCardinality(String)          COMMENT 'self-directed, micro-credential, facilitated or unknown',
    valid_from   DateTime64(6, 'UTC')            COMMENT 'the date its version names, else when it was received',
    received_at  DateTime64(6, 'UTC'),
    content_hash String                          COMMENT 'of all that was declared',
    sections     Array(Tuple(
        id String,
        title String,
        kind String,
        activities Array(String),
        expected_us Nullable(Int64),
        required Nullable(Bool),
        idle_us Nullable(Int64),
        floor_us Nullable(Int64),
        due_at Nullable(DateTime64(6, 'UTC')),
        weight Nullable(Float64)))               COMMENT 'in course order: position is the place here; times in microseconds',
    row_version  UInt64                          COMMENT 'the highest wins',
    is_deleted   UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/course_outlines', '{shard}-{replica}', row_version, is_deleted)
ORDER BY (course_id, origin, version)
SETTINGS replicated_deduplication_window = 0;

CREATE VIEW IF NOT EXISTS course_sections ON CLUSTER learning AS;

-- 0003_metrics.sql

ALTER TABLE statements_local ON CLUSTER learning ADD COLUMN IF NOT EXISTS context_key UInt64
    MATERIALIZED sipHash64(course_id, activity_id, parents, groupings)
    COMMENT 'course, object, parents and groupings, hashed'
SETTINGS alter_sync = 2;

CREATE OR REPLACE TABLE statements ON CLUSTER learning AS statements_local
ENGINE = Distributed('learning', 'engagement', 'statements_local', sipHash64(learner_id));

CREATE VIEW IF NOT EXISTS telling_verbs ON CLUSTER learning AS;

CREATE TABLE IF NOT EXISTS visits_local ON CLUSTER learning
(
    course_id         String,
    learner_id        UUID,
    section_id        String,
    started_at        DateTime64(6, 'UTC')           COMMENT 'first statement',
    first_statement   UUID                           COMMENT 'id of the first statement; two visits may start in the same microsecond',
    seconds_low       Decimal(18, 6)                 COMMENT 'measured, or declared',
    seconds_high      Decimal(18, 6)                 COMMENT 'seconds_low, plus the idle cut-off where open-ended',
    is_open           Bool                           COMMENT 'nothing tells when it ended',
    is_declared       Bool                           COMMENT 'the time is the largest a statement declared',
    is_clipped        Bool                           COMMENT 'more than 7200 s was declared',
    last_at           DateTime64(6, 'UTC')           COMMENT 'last statement',
    ended_at          DateTime64(6, 'UTC')           COMMENT 'last statement plus the measured gap after it',
    statements        UInt32,
    responses         UInt32                         COMMENT 'statements with role act',
    first_response_at Nullable(DateTime64(6, 'UTC')),
    row_version       UInt64,
    is_deleted        UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/engagement/visits_local', '{replica}', row_version, is_deleted)
ORDER BY (course_id, learner_id, section_id, started_at, first_statement)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS visits ON CLUSTER learning AS visits_local
ENGINE = Distributed('learning', 'engagement', 'visits_local', sipHash64(learner_id));

CREATE TABLE IF NOT EXISTS learner_courses_local ON CLUSTER learning
(
    learner_id   UUID,
    course_id    String,
    version      String                              COMMENT 'outline in force at the last statement',
    is_inferred  Bool,
    statements   UInt32,
    first_at     DateTime64(6, 'UTC'),
    last_at      DateTime64(6, 'UTC'),
    completed_at Nullable(DateTime64(6, 'UTC')),
    row_version  UInt64,
    is_deleted   UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/engagement/learner_courses_local', '{replica}', row_version, is_deleted)
ORDER BY (learner_id, course_id)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS learner_courses ON CLUSTER learning AS learner_courses_local
ENGINE = Distributed('learning', 'engagement', 'learner_courses_local', sipHash64(learner_id));

CREATE TABLE IF NOT EXISTS section_engagement_local ON CLUSTER learning
(
    course_id       String,
    learner_id      UUID,
    section_id      String,
    position        UInt32                           COMMENT 'from 1, in the outline in force at the learner''s last statement',
    kind            LowCardinality(String),
    status          Enum8('not-reached' = 0, 'engaged' = 1, 'deferred' = 2, 'unknown' = 3, 'rushed' = 4, 'jumped' = 5),
    visits          UInt32,
    open_visits     UInt32                           COMMENT 'visits whose end is not known',
    declared_visits UInt32,
    clipped_visits  UInt32,
    seconds_low     Decimal(18, 6),
    seconds_high    Decimal(18, 6),
    responses       UInt32,
    first_at        Nullable(DateTime64(6, 'UTC'))   COMMENT 'null: never opened',
    last_at         Nullable(DateTime64(6, 'UTC')),
    engaged_at      Nullable(DateTime64(6, 'UTC'))   COMMENT 'first response, or end of the visit that reached the floor',
    floor_seconds   Decimal(18, 6)                   COMMENT 'the least that counts as engagement',
    outline_version String,
    is_inferred     Bool,
    computed_at     DateTime64(6, 'UTC'),
    row_version     UInt64,
    is_deleted      UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/engagement/section_engagement_local', '{replica}', row_version, is_deleted)
ORDER BY (course_id, learner_id, section_id)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS section_engagement ON CLUSTER learning AS section_engagement_local
ENGINE = Distributed('learning', 'engagement', 'section_engagement_local', sipHash64(learner_id));

CREATE TABLE IF NOT EXISTS learner_activities_local ON CLUSTER learning
(
    learner_id  UUID,
    course_id   String,
    activity_id String,
    parent_id   String                               COMMENT 'first parent that is neither the course nor the activity, or empty',
    first_at    DateTime64(6, 'UTC'),
    kinds       Map(String, UInt64)                  COMMENT 'statements by section kind they hint at',
    title       String                               COMMENT 'newest activity name',
    title_at    DateTime64(6, 'UTC'),
    row_version UInt64,
    is_deleted  UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/engagement/learner_activities_local', '{replica}', row_version, is_deleted)
ORDER BY (learner_id, course_id, activity_id, parent_id)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS learner_activities ON CLUSTER learning AS learner_activities_local
ENGINE = Distributed('learning', 'engagement', 'learner_activities_local', sipHash64(learner_id));

CREATE TABLE IF NOT EXISTS voidings ON CLUSTER learning
(
    statement_id UUID                                COMMENT 'the voided statement',
    voiding_id   UUID                                COMMENT 'the voiding statement',
    learner_id   UUID                                COMMENT 'who voids',
    row_version  UInt64,
    is_deleted   UInt8                               COMMENT '1: the voiding statement''s id belongs to another statement'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/voidings', '{shard}-{replica}', row_version, is_deleted)
ORDER BY (statement_id, voiding_id, learner_id)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS outlines_applied ON CLUSTER learning
(
    course_id   String,
    origin      Enum8('declared' = 1, 'inferred' = 2),
    state       UInt64                               COMMENT 'hash over versions and contents; 0: there is none',
    row_version UInt64
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/outlines_applied', '{shard}-{replica}', row_version)
ORDER BY (course_id, origin)
SETTINGS replicated_deduplication_window = 0;

CREATE VIEW IF NOT EXISTS outlines_pending ON CLUSTER learning AS;

CREATE TABLE IF NOT EXISTS metrics_runs_local ON CLUSTER learning
(
    run        UInt64                                COMMENT 'row_version of what it wrote',
    run_id     UUID,
    started_at DateTime64(6, 'UTC') DEFAULT now64(6)
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/engagement/metrics_runs_local', '{replica}')
ORDER BY run
TTL toDateTime(started_at) + INTERVAL 30 DAY
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS metrics_runs ON CLUSTER learning AS metrics_runs_local
ENGINE = Distributed('learning', 'engagement', 'metrics_runs_local', 0);

CREATE TABLE IF NOT EXISTS run_touches ON CLUSTER learning
(
    run          UInt64,
    touch_id     UUID                                COMMENT 'zero: touched by an outline, a voiding statement or a conflict',
    learner_id   UUID,
    stored_from  DateTime64(6, 'UTC'),
    stored_until DateTime64(6, 'UTC'),
    started_at   DateTime DEFAULT now()
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/run_touches', '{shard}-{replica}') PARTITION BY run ORDER BY (touch_id, learner_id)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS run_learners ON CLUSTER learning
(
    run        UInt64,
    chunk      UInt32                                COMMENT 'learners that are computed together, neighbours in statements',
    learner_id UUID,
    started_at DateTime DEFAULT now()
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/run_learners', '{shard}-{replica}') PARTITION BY run ORDER BY (chunk, learner_id)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS run_outlines ON CLUSTER learning
(
    run        UInt64,
    course_id  String,
    origin     Enum8('declared' = 1, 'inferred' = 2),
    state      UInt64                                COMMENT 'as outlines_applied will have it',
    started_at DateTime DEFAULT now()
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/run_outlines', '{shard}-{replica}') PARTITION BY run ORDER BY course_id
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS run_sections ON CLUSTER learning
(
    run         UInt64,
    course_id   String,
    is_inferred Bool,
    version     String,
    from_us     Int64,
    until_us    Int64,
    section_id  String,
    position    UInt32,
    kind        LowCardinality(String),
    activities  Array(String),
    idle_us     Int64,
    floor_us    Int64,
    started_at  DateTime DEFAULT now()
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/run_sections', '{shard}-{replica}') PARTITION BY run ORDER BY (course_id, version, position)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS run_contexts ON CLUSTER learning
(
    run         UInt64,
    context_key UInt64,
    course_id   String,
    activity_id String,
    parents     Array(String),
    groupings   Array(String),
    started_at  DateTime DEFAULT now()
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/run_contexts', '{shard}-{replica}') PARTITION BY run ORDER BY context_key
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS context_courses ON CLUSTER learning
(
    run              UInt64,
    context_key      UInt64,
    from_us          Int64,
    until_us         Int64,
    course_id        String,
    is_declared      Bool,
    version          String,
    section_id       String,
    idle_us          Int64,
    object_is_course Bool,
    started_at       DateTime DEFAULT now()
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/context_courses', '{shard}-{replica}') PARTITION BY run ORDER BY (context_key, from_us)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS context_sections ON CLUSTER learning AS context_courses
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/context_sections', '{shard}-{replica}')
ORDER BY tuple()
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS resolved_statements ON CLUSTER learning
(
    run           UInt64,
    learner_id    UUID,
    at_us         Int64,
    statement_order FixedString(16)                  COMMENT 'the bytes of the id, which order as its text does; a UUID orders by its second half',
    statement_id  UUID,
    course_id     LowCardinality(String),
    version       LowCardinality(String),
    is_declared   Bool,
    section_id    LowCardinality(String)             COMMENT 'empty: in none',
    idle_us       Int64,
    role          Enum8('touch' = 0, 'enter' = 1, 'exit' = 2, 'pulse' = 3, 'act' = 4, 'ask' = 5, 'feedback' = 6, 'course' = 7, 'void' = 8),
    declared_us   Int64                              COMMENT '-1: none',
    is_completion Bool,
    makes_learner Bool                               COMMENT 'about the course, not about somebody''s statement',
    started_at    DateTime DEFAULT now()
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/resolved_statements', '{shard}-{replica}') PARTITION BY run ORDER BY (learner_id, at_us, statement_order)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

-- 0004_summaries.sql

CREATE VIEW IF NOT EXISTS course_outlines_in_force ON CLUSTER learning AS;

CREATE VIEW IF NOT EXISTS section_summary ON CLUSTER learning AS;

CREATE VIEW IF NOT EXISTS course_summary ON CLUSTER learning AS;

-- 0005_conflicts.sql

CREATE TABLE IF NOT EXISTS statement_contents_local ON CLUSTER learning
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
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/engagement/statement_contents_local', '{replica}')
PRIMARY KEY statement_id
ORDER BY (statement_id, learner_id, content_hash)
SETTINGS index_granularity = 256, replicated_deduplication_window = 1000, replicated_deduplication_window_seconds = 604800;

CREATE TABLE IF NOT EXISTS statement_contents ON CLUSTER learning AS statement_contents_local
ENGINE = Distributed('learning', 'engagement', 'statement_contents_local', sipHash64(learner_id));

CREATE MATERIALIZED VIEW IF NOT EXISTS statement_contents_of_statements ON CLUSTER learning TO statement_contents_local AS
SELECT statement_id, learner_id, content_hash, stored_at,
    kafka_topic, kafka_partition, kafka_offset, kafka_index
FROM statements_local
WHERE NOT is_deleted;

CREATE TABLE IF NOT EXISTS conflicts ON CLUSTER learning
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
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/conflicts', '{shard}-{replica}', row_version, is_deleted)
ORDER BY (statement_id, learner_id, content_hash)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS run_conflicts ON CLUSTER learning
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
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/run_conflicts', '{shard}-{replica}') PARTITION BY run ORDER BY (statement_id, learner_id, content_hash)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

-- 0006_rejections.sql

ALTER TABLE rejected_events ADD COLUMN IF NOT EXISTS emitter LowCardinality(String) COMMENT 'software and host that sent it, such as Moodle at lms.example.org; empty where unknown' AFTER reason
SETTINGS alter_sync = 2;

CREATE TABLE IF NOT EXISTS replayed_rejections ON CLUSTER learning
(
    kafka_topic     LowCardinality(String),
    kafka_partition Int32,
    kafka_offset    Int64,
    kafka_index     UInt32,
    content_hash    FixedString(16),
    replayed_at     DateTime64(6, 'UTC') DEFAULT now64(6)
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/replayed_rejections', '{shard}-{replica}', replayed_at)
ORDER BY (kafka_topic, kafka_partition, kafka_offset, kafka_index, content_hash)
SETTINGS replicated_deduplication_window = 1000, replicated_deduplication_window_seconds = 604800;

-- 0007_references_and_cohorts.sql

ALTER TABLE statements_local ON CLUSTER learning RENAME COLUMN IF EXISTS context_statement_id TO refers_to_id
SETTINGS alter_sync = 2;

CREATE OR REPLACE TABLE statements ON CLUSTER learning AS statements_local
ENGINE = Distributed('learning', 'engagement', 'statements_local', sipHash64(learner_id));

ALTER TABLE statements_local ON CLUSTER learning COMMENT COLUMN refers_to_id 'the statement this one is about: its object where that is a StatementRef (and the statement does not void), else context.statement, or zero'
SETTINGS alter_sync = 2;

CREATE OR REPLACE TABLE statements ON CLUSTER learning AS statements_local
ENGINE = Distributed('learning', 'engagement', 'statements_local', sipHash64(learner_id));

ALTER TABLE statements_local ON CLUSTER learning ADD COLUMN IF NOT EXISTS cohort LowCardinality(String) COMMENT 'id of the first category that is typed as a cohort, or empty' AFTER groupings
SETTINGS alter_sync = 2;

CREATE OR REPLACE TABLE statements ON CLUSTER learning AS statements_local
ENGINE = Distributed('learning', 'engagement', 'statements_local', sipHash64(learner_id));

-- 0008_models.sql

DROP VIEW IF EXISTS section_summary ON CLUSTER learning;

DROP VIEW IF EXISTS course_summary ON CLUSTER learning;

DROP VIEW IF EXISTS telling_verbs ON CLUSTER learning;

DROP VIEW IF EXISTS section_kinds ON CLUSTER learning;

DROP TABLE IF EXISTS visits ON CLUSTER learning SYNC;

DROP TABLE IF EXISTS visits_local ON CLUSTER learning SYNC;

DROP TABLE IF EXISTS section_engagement ON CLUSTER learning SYNC;

DROP TABLE IF EXISTS section_engagement_local ON CLUSTER learning SYNC;

DROP TABLE IF EXISTS learner_courses ON CLUSTER learning SYNC;

DROP TABLE IF EXISTS learner_courses_local ON CLUSTER learning SYNC;

DROP TABLE IF EXISTS voidings ON CLUSTER learning SYNC;

DROP TABLE IF EXISTS run_learners ON CLUSTER learning SYNC;

DROP TABLE IF EXISTS run_sections ON CLUSTER learning SYNC;

DROP TABLE IF EXISTS run_contexts ON CLUSTER learning SYNC;

DROP TABLE IF EXISTS context_courses ON CLUSTER learning SYNC;

DROP TABLE IF EXISTS context_sections ON CLUSTER learning SYNC;

DROP TABLE IF EXISTS resolved_statements ON CLUSTER learning SYNC;

ALTER TABLE statements_local ON CLUSTER learning MODIFY COLUMN context_key UInt64
    MATERIALIZED sipHash64(course_id, activity_id, parents, groupings, cohort)
    COMMENT 'course, object, parents, groupings and cohort, hashed'
SETTINGS alter_sync = 2;

CREATE OR REPLACE TABLE statements ON CLUSTER learning AS statements_local
ENGINE = Distributed('learning', 'engagement', 'statements_local', sipHash64(learner_id));

ALTER TABLE statements_local ON CLUSTER learning ADD COLUMN IF NOT EXISTS deed
    Enum8('' = 0, 'registered' = 1, 'withdrew' = 2, 'completed' = 3, 'submitted' = 4, 'asked' = 5, 'posted' = 6, 'replied' = 7, 'shared' = 8, 'viewed' = 9)
    MATERIALIZED multiIf(
        role = 'ask', 'asked',
        verb IN ('http://adlnet.gov/expapi/verbs/registered',
            'http://www.tincanapi.co.uk/verbs/enrolled_onto_learning_plan',
            'http://activitystrea.ms/schema/1.0/join',
            'http://activitystrea.ms/join',
            'https://xapi.edlm/profiles/edlm-lms/concepts/verbs/enrolled'), 'registered',
        verb IN ('http://id.tincanapi.com/verb/unregistered',
            'http://adlnet.gov/expapi/verbs/unregistered',
            'https://w3id.org/xapi/engagement/verbs/withdrew'), 'withdrew',
        verb IN ('http://adlnet.gov/expapi/verbs/completed',
            'http://activitystrea.ms/schema/1.0/complete',
            'https://w3id.org/xapi/video/verbs/completed',
            'http://adlnet.gov/expapi/verbs/passed'), 'completed',
        verb IN ('http://activitystrea.ms/schema/1.0/submit',
            'http://activitystrea.ms/submit',
            'http://id.tincanapi.com/verb/submitted',
            'http://adlnet.gov/expapi/verbs/submitted'), 'submitted',
        verb IN ('http://adlnet.gov/expapi/verbs/responded',
            'http://adlnet.gov/expapi/verbs/commented',
            'http://activitystrea.ms/schema/1.0/comment',
            'https://w3id.org/xapi/acrossx/verbs/commented',
            'https://w3id.org/xapi/acrossx/verbs/posted',
            'http://activitystrea.ms/schema/1.0/post',
            'http://activitystrea.ms/schema/1.0/create',
            'http://activitystrea.ms/create',
            'http://activitystrea.ms/schema/1.0/author'), 'posted',
        verb IN ('http://id.tincanapi.com/verb/replied',
            'https://w3id.org/xapi/acrossx/verbs/replied'), 'replied',
        verb IN ('http://adlnet.gov/expapi/verbs/shared',
            'http://activitystrea.ms/schema/1.0/share',
            'https://w3id.org/xapi/acrossx/verbs/shared'), 'shared',
        verb IN ('http://adlnet.gov/expapi/verbs/experienced',
            'http://activitystrea.ms/schema/1.0/experience',
            'http://activitystrea.ms/schema/1.0/consume',
            'http://id.tincanapi.com/verb/viewed',
            'http://id.tincanapi.com/verb/previewed',
            'https://w3id.org/xapi/acrossx/verbs/viewed',
            'http://activitystrea.ms/schema/1.0/read',
            'http://purl.imsglobal.org/caliper/actions/Viewed'), 'viewed',
        '')
    COMMENT 'what the verb means beyond its role' AFTER role
SETTINGS alter_sync = 2;

CREATE OR REPLACE TABLE statements ON CLUSTER learning AS statements_local
ENGINE = Distributed('learning', 'engagement', 'statements_local', sipHash64(learner_id));

ALTER TABLE statements_local ON CLUSTER learning ADD COLUMN IF NOT EXISTS declared_us Int64
    MATERIALIZED greatest(ifNull(active_us, -1), if(role = 'exit' OR role = 'act' OR deed = 'viewed', ifNull(duration_us, -1), -1))
    COMMENT 'time the statement declares for the visit (metrics: what a statement tells), microseconds; -1: none' AFTER active_us
SETTINGS alter_sync = 2;

CREATE OR REPLACE TABLE statements ON CLUSTER learning AS statements_local
ENGINE = Distributed('learning', 'engagement', 'statements_local', sipHash64(learner_id));

CREATE TABLE IF NOT EXISTS statement_refs_local ON CLUSTER learning
(
    target_id    UUID                                COMMENT 'the statement that is spoken of',
    statement_id UUID                                COMMENT 'the one that speaks of it',
    learner_id   UUID                                COMMENT 'who speaks',
    role         Enum8('touch' = 0, 'enter' = 1, 'exit' = 2, 'pulse' = 3, 'act' = 4, 'ask' = 5, 'feedback' = 6, 'course' = 7, 'void' = 8),
    occurred_at  DateTime64(6, 'UTC'),
    success      Nullable(Bool),
    row_version  UInt64,
    is_deleted   UInt8                               COMMENT '1: the id of the one that speaks belongs to another statement'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/engagement/statement_refs_local', '{replica}', row_version, is_deleted)
ORDER BY (learner_id, target_id, statement_id, role)
SETTINGS index_granularity = 1024, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS statement_refs ON CLUSTER learning AS statement_refs_local
ENGINE = Distributed('learning', 'engagement', 'statement_refs_local', sipHash64(learner_id));

CREATE TABLE IF NOT EXISTS visits_local ON CLUSTER learning
(
    course_id         LowCardinality(String),
    learner_id        UUID,
    section_id        LowCardinality(String),
    started_at        DateTime64(6, 'UTC')           COMMENT 'first statement',
    first_statement   UUID                           COMMENT 'id of the first statement; two visits may start in the same microsecond',
    seconds_low       Decimal(18, 6)                 COMMENT 'measured, or declared',
    seconds_high      Decimal(18, 6)                 COMMENT 'seconds_low, plus the idle cut-off where open-ended',
    is_open           Bool                           COMMENT 'nothing tells when it ended',
    is_declared       Bool                           COMMENT 'the time is the largest a statement declared',
    is_clipped        Bool                           COMMENT 'more than 7200 s was declared',
    last_at           DateTime64(6, 'UTC')           COMMENT 'last statement',
    ended_at          DateTime64(6, 'UTC')           COMMENT 'last statement plus the measured gap after it',
    statements        UInt32,
    responses         UInt32                         COMMENT 'statements with role act',
    first_response_at Nullable(DateTime64(6, 'UTC')),
    row_version       UInt64,
    is_deleted        UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/engagement/visits_local', '{replica}', row_version, is_deleted)
ORDER BY (course_id, learner_id, section_id, started_at, first_statement)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS visits ON CLUSTER learning AS visits_local
ENGINE = Distributed('learning', 'engagement', 'visits_local', sipHash64(learner_id));

CREATE TABLE IF NOT EXISTS enrolments_local ON CLUSTER learning
(
    learner_id    UUID,
    course_id     LowCardinality(String),
    version       LowCardinality(String)             COMMENT 'outline in force at the last statement',
    is_inferred   Bool,
    mode          LowCardinality(String)             COMMENT 'self-directed, micro-credential, facilitated or unknown: as that outline says',
    cohort        LowCardinality(String)             COMMENT 'the newest a statement of the learner names, or empty',
    statements    UInt32,
    registered_at Nullable(DateTime64(6, 'UTC'))     COMMENT 'first statement that registers or enrols',
    started_at    Nullable(DateTime64(6, 'UTC'))     COMMENT 'first activity: statement that is no registration, withdrawal or award',
    first_at      DateTime64(6, 'UTC'),
    last_at       DateTime64(6, 'UTC'),
    waiting_days  Nullable(Float64)                  COMMENT 'from registration to first activity; 0 where the activity came first',
    completed_at  Nullable(DateTime64(6, 'UTC'))     COMMENT 'first statement that the course is completed or passed',
    withdrawn_at  Nullable(DateTime64(6, 'UTC'))     COMMENT 'last withdrawal, where no registration follows',
    row_version   UInt64,
    is_deleted    UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/engagement/enrolments_local', '{replica}', row_version, is_deleted)
ORDER BY (learner_id, course_id)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS enrolments ON CLUSTER learning AS enrolments_local
ENGINE = Distributed('learning', 'engagement', 'enrolments_local', sipHash64(learner_id));

CREATE TABLE IF NOT EXISTS section_engagement_local ON CLUSTER learning
(
    course_id         LowCardinality(String),
    learner_id        UUID,
    section_id        LowCardinality(String),
    position          UInt32                         COMMENT 'from 1, in the outline in force at the learner''s last statement',
    kind              LowCardinality(String),
    required          Nullable(Bool)                 COMMENT 'as the outline says',
    status            Enum8('not-reached' = 0, 'engaged' = 1, 'deferred' = 2, 'unknown' = 3, 'rushed' = 4, 'jumped' = 5),
    visits            UInt32,
    open_visits       UInt32                         COMMENT 'visits whose end is not known',
    declared_visits   UInt32,
    clipped_visits    UInt32,
    seconds_low       Decimal(18, 6),
    seconds_high      Decimal(18, 6),
    responses         UInt32,
    first_at          Nullable(DateTime64(6, 'UTC')) COMMENT 'null: never opened',
    last_at           Nullable(DateTime64(6, 'UTC')),
    first_response_at Nullable(DateTime64(6, 'UTC')),
    engaged_at        Nullable(DateTime64(6, 'UTC')) COMMENT 'first response, or end of the visit that reached the floor',
    floor_seconds     Decimal(18, 6)                 COMMENT 'the least that counts as engagement',
    outline_version   LowCardinality(String),
    is_inferred       Bool,
    computed_at       DateTime64(6, 'UTC'),
    row_version       UInt64,
    is_deleted        UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/engagement/section_engagement_local', '{replica}', row_version, is_deleted)
ORDER BY (course_id, learner_id, section_id)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS section_engagement ON CLUSTER learning AS section_engagement_local
ENGINE = Distributed('learning', 'engagement', 'section_engagement_local', sipHash64(learner_id));

CREATE TABLE IF NOT EXISTS learner_days_local ON CLUSTER learning
(
    course_id   LowCardinality(String),
    learner_id  UUID,
    day         Date32                               COMMENT 'UTC',
    kind        LowCardinality(String)               COMMENT 'of the section by the outline then in force; empty: in no section',
    statements  UInt32,
    responses   UInt32                               COMMENT 'statements with role act, in a section or not',
    sections    UInt32                               COMMENT 'distinct ones with a statement that day',
    seconds_low Decimal(18, 6)                       COMMENT 'of visits that started that day',
    row_version UInt64,
    is_deleted  UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/engagement/learner_days_local', '{replica}', row_version, is_deleted)
ORDER BY (course_id, learner_id, day, kind)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS learner_days ON CLUSTER learning AS learner_days_local
ENGINE = Distributed('learning', 'engagement', 'learner_days_local', sipHash64(learner_id));

CREATE TABLE IF NOT EXISTS contributions_local ON CLUSTER learning
(
    course_id    LowCardinality(String),
    learner_id   UUID,
    statement_id UUID,
    what         Enum8('submission' = 4, 'question' = 5, 'post' = 6, 'reply' = 7, 'share' = 8) COMMENT 'numbers as of statements.deed',
    section_id   LowCardinality(String)              COMMENT 'empty: in none',
    kind         LowCardinality(String)              COMMENT 'of the section by the outline then in force; empty: in none',
    made_at      DateTime64(6, 'UTC'),
    row_version  UInt64,
    is_deleted   UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/engagement/contributions_local', '{replica}', row_version, is_deleted)
ORDER BY (course_id, learner_id, statement_id)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS contributions ON CLUSTER learning AS contributions_local
ENGINE = Distributed('learning', 'engagement', 'contributions_local', sipHash64(learner_id));

CREATE TABLE IF NOT EXISTS contexts ON CLUSTER learning
(
    context_key UInt64                               COMMENT 'as in statements',
    course_id   String                               COMMENT 'course by the statement alone',
    activity_id String,
    parents     Array(String),
    groupings   Array(String),
    cohort      String
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/contexts', '{shard}-{replica}')
ORDER BY context_key
SETTINGS index_granularity = 1024, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS resolved_contexts ON CLUSTER learning
(
    outlines         UInt64                          COMMENT 'hash over the outlines it was resolved by',
    context_key      UInt64,
    from_us          Int64                           COMMENT 'microseconds; the span is without its end',
    until_us         Int64,
    course_id        String,
    is_declared      Bool                            COMMENT 'false: nobody declared an outline for the course',
    version          String,
    mode             String,
    section_id       String,
    kind             String,
    idle_us          Int64,
    object_is_course Bool,
    cohort           String,
    resolved_at      DateTime DEFAULT now()
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/resolved_contexts', '{shard}-{replica}')
ORDER BY (outlines, context_key, from_us)
TTL resolved_at + INTERVAL 7 DAY
SETTINGS index_granularity = 1024, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS run_learners ON CLUSTER learning
(
    run        UInt64,
    chunk      UInt32                                COMMENT 'learners that are computed together, neighbours in statements',
    learner_id UUID,
    started_at DateTime DEFAULT now()
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/run_learners', '{shard}-{replica}') PARTITION BY run ORDER BY (chunk, learner_id)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS run_sections ON CLUSTER learning
(
    run         UInt64,
    course_id   String,
    is_inferred Bool,
    version     String,
    outline     UInt64 MATERIALIZED sipHash64(course_id, is_inferred, version),
    from_us     Int64,
    until_us    Int64,
    mode        String,
    section_id  String,
    place       UInt64 MATERIALIZED sipHash64(course_id, section_id),
    position    UInt32,
    kind        String,
    required    Nullable(Bool),
    activities  Array(String),
    idle_us     Int64,
    floor_us    Int64,
    started_at  DateTime DEFAULT now()
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/run_sections', '{shard}-{replica}') PARTITION BY run ORDER BY (course_id, version, position)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS run_contexts ON CLUSTER learning
(
    run         UInt64,
    context_key UInt64,
    started_at  DateTime DEFAULT now()
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/run_contexts', '{shard}-{replica}') PARTITION BY run ORDER BY context_key
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS unresolved_contexts ON CLUSTER learning
(
    run         UInt64,
    context_key UInt64,
    course_id   String,
    activity_id String,
    ids         Array(String)                        COMMENT 'object, parents, groupings',
    cohort      String,
    started_at  DateTime DEFAULT now()
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/unresolved_contexts', '{shard}-{replica}') PARTITION BY run ORDER BY context_key
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS context_courses ON CLUSTER learning
(
    run              UInt64,
    context_key      UInt64,
    from_us          Int64,
    until_us         Int64,
    course_id        String,
    is_declared      Bool,
    version          String,
    mode             String,
    section_id       String,
    kind             String,
    idle_us          Int64,
    object_is_course Bool,
    cohort           String,
    started_at       DateTime DEFAULT now()
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/context_courses', '{shard}-{replica}') PARTITION BY run ORDER BY (context_key, from_us)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS context_sections ON CLUSTER learning
(
    run              UInt64,
    context_key      UInt64,
    from_us          Int64,
    until_us         Int64,
    course_id        String,
    is_declared      Bool,
    version          String,
    mode             String,
    section_id       String,
    kind             Enum8('' = 0, 'content' = 1, 'resource' = 2, 'try-it' = 3, 'think-about' = 4, 'discussion' = 5, 'assessment' = 6, 'artifact' = 7, 'other' = 8),
    idle_us          Int64,
    object_is_course Bool,
    cohort           String,
    scene            UInt64 MATERIALIZED sipHash64(course_id, section_id, is_declared, version, cohort),
    started_at       DateTime DEFAULT now()
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/context_sections', '{shard}-{replica}') PARTITION BY run ORDER BY (context_key, from_us)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS run_scenes ON CLUSTER learning
(
    run         UInt64,
    scene       UInt64,
    course_id   String                               COMMENT 'empty: in none',
    course      UInt64 DEFAULT sipHash64(course_id),
    section_id  String                               COMMENT 'empty: in none',
    place       UInt64 DEFAULT sipHash64(course_id, section_id),
    is_inferred Bool,
    version     String,
    mode        String,
    cohort      String,
    kind        Enum8('' = 0, 'content' = 1, 'resource' = 2, 'try-it' = 3, 'think-about' = 4, 'discussion' = 5, 'assessment' = 6, 'artifact' = 7, 'other' = 8),
    idle_us     Int64,
    started_at  DateTime DEFAULT now()
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/run_scenes', '{shard}-{replica}') PARTITION BY run ORDER BY scene
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS run_stretches_local ON CLUSTER learning
(
    run               UInt64,
    chunk             UInt32,
    learner_id        UUID,
    number            UInt64                         COMMENT 'from 1, in the order of time',
    scene             UInt64,
    day               UInt32                         COMMENT 'since 1900',
    deed              Enum8('' = 0, 'registered' = 1, 'withdrew' = 2, 'completed' = 3),
    learns            Bool                           COMMENT 'makes somebody a learner of the course: speaks for them, and not about another statement',
    is_about_course   Bool                           COMMENT 'registers, withdraws, awards: is no activity in the course',
    started_us        Int64                          COMMENT 'first statement',
    first_statement   UInt128                        COMMENT 'statement_id as a number that orders as its text does; a UUID orders by its second half',
    last_us           Int64                          COMMENT 'last statement',
    is_left           Bool                           COMMENT 'the last is an exit',
    declared_us       Int64                          COMMENT 'the most that was declared; -1: nothing',
    statements        UInt32,
    responses         UInt32,
    first_response_us Int64                          COMMENT '0: none',
    said              Array(Tuple(id UInt128, what Enum8('submission' = 4, 'question' = 5, 'post' = 6, 'reply' = 7, 'share' = 8), at_us Int64)) COMMENT 'contributions',
    started_at        DateTime DEFAULT now()
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/engagement/run_stretches_local', '{replica}') PARTITION BY (run, chunk) ORDER BY (learner_id, number)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS run_stretches ON CLUSTER learning AS run_stretches_local
ENGINE = Distributed('learning', 'engagement', 'run_stretches_local', sipHash64(learner_id));

CREATE TABLE IF NOT EXISTS run_visits_local ON CLUSTER learning
(
    run               UInt64,
    chunk             UInt32,
    learner_id        UUID,
    course            UInt64,
    place             UInt64,
    course_id         String,
    section_id        String,
    kind              Enum8('' = 0, 'content' = 1, 'resource' = 2, 'try-it' = 3, 'think-about' = 4, 'discussion' = 5, 'assessment' = 6, 'artifact' = 7, 'other' = 8) COMMENT 'by the outline in force at the first statement',
    day               UInt32                         COMMENT 'of the first statement, since 1900',
    started_us        Int64,
    first_statement   UInt128,
    low_us            Int64,
    high_us           Int64,
    is_open           Bool,
    is_declared       Bool,
    is_clipped        Bool,
    last_us           Int64,
    ended_us          Int64,
    statements        UInt32,
    responses         UInt32,
    first_response_us Int64                          COMMENT '0: none',
    started_at        DateTime DEFAULT now()
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/engagement/run_visits_local', '{replica}') PARTITION BY (run, chunk) ORDER BY (learner_id, place, started_us, first_statement)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS run_visits ON CLUSTER learning AS run_visits_local
ENGINE = Distributed('learning', 'engagement', 'run_visits_local', sipHash64(learner_id));

-- All that was computed before is to be computed again.
INSERT INTO touches (touch_id, learner_id, touched_at)
SELECT generateUUIDv4(), learner_id, now64(6) FROM (SELECT DISTINCT learner_id FROM statements);

-- 0009_attrition.sql

CREATE TABLE IF NOT EXISTS marks_local ON CLUSTER learning
(
    course_id    LowCardinality(String),
    learner_id   UUID,
    section_id   LowCardinality(String),
    statement_id UUID                                COMMENT 'the statement that tells the mark',
    score        Float32                             COMMENT '0 to 1',
    known_at     DateTime64(6, 'UTC')                COMMENT 'when the learner could know it',
    row_version  UInt64,
    is_deleted   UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/engagement/marks_local', '{replica}', row_version, is_deleted)
ORDER BY (course_id, learner_id, statement_id)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS marks ON CLUSTER learning AS marks_local
ENGINE = Distributed('learning', 'engagement', 'marks_local', sipHash64(learner_id));

CREATE TABLE IF NOT EXISTS pauses ON CLUSTER learning
(
    course_id   String                               COMMENT 'empty: every course',
    first_day   Date32,
    last_day    Date32,
    name        String,
    row_version UInt64,
    is_deleted  UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/pauses', '{shard}-{replica}', row_version, is_deleted)
ORDER BY (course_id, first_day)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS course_runs ON CLUSTER learning
(
    course_id   String,
    first_day   Date32,
    last_day    Date32,
    row_version UInt64,
    is_deleted  UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/course_runs', '{shard}-{replica}', row_version, is_deleted)
ORDER BY course_id
SETTINGS replicated_deduplication_window = 0;

-- 0010_risk.sql

CREATE TABLE IF NOT EXISTS models ON CLUSTER learning
(
    model_id      UUID                               COMMENT 'of its document: the same rows and options give the same',
    task          LowCardinality(String)             COMMENT 'what it predicts',
    kind          LowCardinality(String)             COMMENT 'logistic, trees or corrected',
    trained_at    DateTime64(3, 'UTC'),
    trained_from  String                             COMMENT 'first of the rows it learnt from',
    trained_until String                             COMMENT 'last of these',
    row_count     UInt32                             COMMENT 'learners of courses at cuts',
    base_rate     Float64                            COMMENT 'share of these with the event',
    features      Array(String),
    metrics       Map(String, Float64),
    data_hash     String                             COMMENT 'of the rows',
    courses       Array(String)                      COMMENT 'with a finished run among the rows: only there its probabilities are shown',
    document      String                             COMMENT 'JSON: all that scoring needs'
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/models', '{shard}-{replica}')
ORDER BY (task, trained_at, model_id)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS model_switches ON CLUSTER learning
(
    task        LowCardinality(String),
    switched_at DateTime64(3, 'UTC'),
    model_id    UUID,
    reason      String
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/model_switches', '{shard}-{replica}')
ORDER BY (task, switched_at)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS risk_scores_local ON CLUSTER learning
(
    course_id   LowCardinality(String),
    cut         Date32                               COMMENT 'day up to whose end is known what the learner did',
    learner_id  UUID,
    scored_at   DateTime64(3, 'UTC'),
    model_id    UUID,
    situation   Enum8('on-track' = 0, 'never-started' = 1, 'drifting' = 2, 'stalled' = 3),
    probability Nullable(Float32)                    COMMENT 'of giving up in the 14 days after the cut; null: never started, which no model tells of',
    is_shown    Bool                                 COMMENT 'a run of the course has finished, so that the probability can be believed; else only the rank can',
    place       Nullable(UInt32)                     COMMENT '1: the learner of the course most at risk',
    of          UInt32                               COMMENT 'learners of the course with a place',
    reasons     Array(Tuple(code LowCardinality(String), weight Float32, text String)) COMMENT 'at most three, weightiest first; weight in logits',
    next_step   String                               COMMENT 'empty: none is suggested',
    digest      UInt64                               COMMENT 'of all that was found'
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/engagement/risk_scores_local', '{replica}')
PARTITION BY toYYYYMM(cut)
ORDER BY (course_id, cut, learner_id, scored_at)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS risk_scores ON CLUSTER learning AS risk_scores_local
ENGINE = Distributed('learning', 'engagement', 'risk_scores_local', sipHash64(learner_id));

CREATE TABLE IF NOT EXISTS model_watch ON CLUSTER learning
(
    cut              Date32,
    watched_at       DateTime64(3, 'UTC'),
    scored           UInt32                          COMMENT 'learners of courses',
    mean_probability Float64,
    event_rate       Float64,
    auc              Nullable(Float64)               COMMENT 'null: nobody, or everybody, gave up',
    shifts           Array(Tuple(feature LowCardinality(String), shift Float32)) COMMENT 'how far the mean of each lies from the training rows'' mean, in their standard deviations; largest first'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/model_watch', '{shard}-{replica}', watched_at)
ORDER BY cut
SETTINGS replicated_deduplication_window = 0;

-- 0011_people.sql

CREATE TABLE IF NOT EXISTS roster_local ON CLUSTER learning
(
    course_id      LowCardinality(String),
    learner_id     UUID,
    cohort         String                            COMMENT 'empty: none',
    facilitator_id UUID                              COMMENT 'pseudonym of who looks after the learner; all zeros: nobody is named',
    mode           LowCardinality(String)            COMMENT 'self-directed, micro-credential, facilitated or unknown',
    registered_at  Nullable(DateTime64(3, 'UTC')),
    withdrawn_at   Nullable(DateTime64(3, 'UTC')),
    row_version    UInt64,
    is_deleted     UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/engagement/roster_local', '{replica}', row_version, is_deleted)
ORDER BY (course_id, learner_id)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS roster ON CLUSTER learning AS roster_local
ENGINE = Distributed('learning', 'engagement', 'roster_local', sipHash64(learner_id));

CREATE TABLE IF NOT EXISTS people ON CLUSTER learning
(
    person_id   UUID                                 COMMENT 'pseudonym of a learner or facilitator',
    sealed      String                               COMMENT 'name, address and identifier, encrypted with the key of identities',
    row_version UInt64,
    is_deleted  UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/people', '{shard}-{replica}', row_version, is_deleted)
ORDER BY person_id
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS identity_reads ON CLUSTER learning
(
    read_at   DateTime64(3, 'UTC'),
    account   UUID                                   COMMENT 'who was shown it; all zeros: the product itself',
    purpose   LowCardinality(String)                 COMMENT 'what for, e.g. page, digest, export',
    person_id UUID
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/identity_reads', '{shard}-{replica}')
PARTITION BY toYYYYMM(read_at)
ORDER BY (read_at, account)
SETTINGS replicated_deduplication_window = 0;

-- 0013_alerts.sql

CREATE TABLE IF NOT EXISTS alert_events ON CLUSTER learning
(
    alert_id       UUID                              COMMENT 'of the learner, the course and how many alerts there were before',
    sequence       UInt32                            COMMENT 'from 1',
    event_id       UUID                              COMMENT 'idempotency key for whoever is told of it',
    kind           Enum8('raised' = 1, 'acknowledged' = 2, 'contacted' = 3, 'snoozed' = 4, 'resolved' = 5, 'returned' = 6, 'dismissed' = 7),
    at             DateTime64(3, 'UTC')              COMMENT 'as of which moment: by the clock, or of a course that is over, by its newest statement',
    recorded_at    DateTime64(3, 'UTC')              COMMENT 'by the clock',
    by             UUID                              COMMENT 'account; all zeros: the product itself',
    why            String                            COMMENT 'of a change that the product made, in words',
    snoozed_until  Nullable(DateTime64(3, 'UTC')),
    course_id      LowCardinality(String),
    learner_id     UUID,
    facilitator_id UUID                              COMMENT 'who looked after the learner as it was raised; all zeros: nobody is named',
    cohort         String,
    is_held_back   Bool                              COMMENT 'drawn by lot to be shown to nobody, so that it can be told what contact does',
    cause          Enum8('help-waits' = 1, 'feedback-waits' = 2, 'risk' = 3, 'never-started' = 4),
    situation      LowCardinality(String)            COMMENT 'as in risk_scores; empty: not scored',
    score          Nullable(Float32)                 COMMENT 'probability of giving up as the model said; null: it said nothing',
    is_shown       Bool                              COMMENT 'the probability can be believed',
    waiting_since  Nullable(DateTime64(3, 'UTC'))    COMMENT 'of what waits for the facilitator',
    last_at        Nullable(DateTime64(6, 'UTC'))    COMMENT 'newest statement of the learner as it was raised; null: none',
    reasons        Array(Tuple(code LowCardinality(String), text String)) COMMENT 'weightiest first',
    next_step      String                            COMMENT 'empty: none is suggested'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/alert_events', '{shard}-{replica}')
ORDER BY (alert_id, sequence)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS alert_actions ON CLUSTER learning
(
    action_id     UUID,
    alert_id      UUID,
    course_id     LowCardinality(String),
    learner_id    UUID,
    account       UUID                               COMMENT 'who asked',
    kind          Enum8('acknowledged' = 2, 'contacted' = 3, 'snoozed' = 4, 'resolved' = 5, 'dismissed' = 7),
    snoozed_until Nullable(DateTime64(3, 'UTC')),
    asked_at      DateTime64(3, 'UTC'),
    answered_at   Nullable(DateTime64(3, 'UTC'))     COMMENT 'null: not looked at yet',
    refusal       String                             COMMENT 'why it was not made; empty: it was',
    row_version   UInt64
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/alert_actions', '{shard}-{replica}', row_version)
ORDER BY action_id
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS alert_notes ON CLUSTER learning
(
    action_id  UUID,
    alert_id   UUID,
    course_id  LowCardinality(String),
    learner_id UUID,
    sealed     String
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/alert_notes', '{shard}-{replica}')
ORDER BY (alert_id, action_id)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS deliveries ON CLUSTER learning
(
    channel   Enum8('kafka' = 1, 'webhook' = 2, 'mail' = 3),
    event_id  UUID,
    try       UInt32                                 COMMENT 'from 1',
    state     Enum8('delivered' = 1, 'failed' = 2, 'given-up' = 3),
    at        DateTime64(3, 'UTC'),
    next_at   Nullable(DateTime64(3, 'UTC'))         COMMENT 'when it is tried again',
    answer    String                                 COMMENT 'why it failed',
    partition Int32                                  COMMENT 'of Kafka; -1: another channel',
    offset    Int64
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/deliveries', '{shard}-{replica}')
ORDER BY (channel, event_id, try)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS digests ON CLUSTER learning
(
    digest_id      UUID                              COMMENT 'of the facilitator and the day; its Message-ID',
    facilitator_id UUID,
    day            Date32                            COMMENT 'in the facilitator''s time zone',
    events         Array(UUID)                       COMMENT 'those of alert_events it tells of',
    planned_at     DateTime64(3, 'UTC'),
    sent_at        Nullable(DateTime64(3, 'UTC')),
    tries          UInt32,
    tried_at       Nullable(DateTime64(3, 'UTC')),
    answer         String                            COMMENT 'why the last try failed',
    row_version    UInt64
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/digests', '{shard}-{replica}', row_version)
ORDER BY (facilitator_id, day)
SETTINGS replicated_deduplication_window = 0;

-- 0014_accounts.sql

CREATE TABLE IF NOT EXISTS accounts ON CLUSTER learning
(
    user_name      String                            COMMENT 'lower case; never another person''s again',
    account_id     UUID,
    password_hash  String                            COMMENT 'empty: none was set, so that no password is right',
    stamp          UUID                              COMMENT 'another one with each password: sessions begun with an older one are over',
    roles          Array(LowCardinality(String))     COMMENT 'facilitator, designer, operator',
    facilitator_id UUID                              COMMENT 'pseudonym by which the roster names them; all zeros: nobody''s facilitator',
    courses        Array(String)                     COMMENT 'a designer may look at; *: every one',
    cohorts        Array(Tuple(course String, cohort String)) COMMENT 'a facilitator looks after beside those of the roster; *: every one',
    time_zone      LowCardinality(String)            COMMENT 'IANA',
    daily_alerts   Nullable(UInt16)                  COMMENT 'most alerts a day; null: as many as the product has by default',
    is_disabled    Bool,
    created_at     DateTime64(3, 'UTC'),
    row_version    UInt64,
    is_deleted     UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/accounts', '{shard}-{replica}', row_version, is_deleted)
ORDER BY user_name
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS api_keys ON CLUSTER learning
(
    key_id         UUID,
    name           String                            COMMENT 'what it is for',
    secret_hash    String                            COMMENT 'SHA-256 in hex of 256 random bits',
    roles          Array(LowCardinality(String)),
    facilitator_id UUID,
    courses        Array(String),
    cohorts        Array(Tuple(course String, cohort String)),
    created_at     DateTime64(3, 'UTC'),
    is_revoked     Bool,
    row_version    UInt64,
    is_deleted     UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/api_keys', '{shard}-{replica}', row_version, is_deleted)
ORDER BY key_id
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS api_key_uses ON CLUSTER learning
(
    key_id  UUID,
    used_at DateTime64(3, 'UTC')
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/api_key_uses', '{shard}-{replica}', used_at)
ORDER BY key_id
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS one_time_links ON CLUSTER learning
(
    purpose     LowCardinality(String)               COMMENT 'start: makes the first account; password: sets one',
    user_name   String                               COMMENT 'empty for a start',
    code_hash   String                               COMMENT 'SHA-256 in hex of 256 random bits',
    expires_at  DateTime64(3, 'UTC'),
    row_version UInt64,
    is_deleted  UInt8                                COMMENT 'used'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/one_time_links', '{shard}-{replica}', row_version, is_deleted)
ORDER BY (purpose, user_name)
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS ended_sessions ON CLUSTER learning
(
    session_id UUID,
    ended_at   DateTime64(3, 'UTC')
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/ended_sessions', '{shard}-{replica}', ended_at)
ORDER BY session_id
TTL toDateTime(ended_at) + INTERVAL 8 DAY
SETTINGS replicated_deduplication_window = 0;

-- 0015_erasure.sql

CREATE TABLE IF NOT EXISTS erasures ON CLUSTER learning
(
    learner_id  UUID,
    erased_at   DateTime64(3, 'UTC'),
    erased_by   String                               COMMENT 'account of the machine, or of the product, that asked for it',
    counts      Map(LowCardinality(String), UInt64)  COMMENT 'rows that were deleted, by table; empty until it is done',
    models      Array(UUID)                          COMMENT 'that may have learnt from the rows',
    row_version UInt64
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/all/engagement/erasures', '{shard}-{replica}', row_version)
ORDER BY learner_id
SETTINGS replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS retention_due ON CLUSTER learning
(
    course_id  String,
    learner_id UUID,
    last_at    DateTime64(6, 'UTC'),
    before     DateTime64(6, 'UTC')                  COMMENT 'the limit of the course'
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/retention_due', '{shard}-{replica}') ORDER BY (course_id, learner_id)
SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

CREATE TABLE IF NOT EXISTS retention_contexts ON CLUSTER learning
(
    course_id   String,
    context_key UInt64
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/all/engagement/retention_contexts', '{shard}-{replica}') ORDER BY (course_id, context_key)
SETTINGS old_parts_lifetime = 5, replicated_deduplication_window = 0;

-- 0016_visits_by_place.sql

ALTER TABLE run_visits_local ON CLUSTER learning DROP COLUMN IF EXISTS course_id, DROP COLUMN IF EXISTS section_id
SETTINGS alter_sync = 2;

CREATE OR REPLACE TABLE run_visits ON CLUSTER learning AS run_visits_local
ENGINE = Distributed('learning', 'engagement', 'run_visits_local', sipHash64(learner_id));

-- 00_course_outlines_in_force.sql

CREATE OR REPLACE VIEW course_outlines_in_force ON CLUSTER learning AS;

-- 00_course_sections.sql

CREATE OR REPLACE VIEW course_sections ON CLUSTER learning AS;

-- 01_answers.sql

CREATE OR REPLACE VIEW answers ON CLUSTER learning AS;

-- 02_answered.sql

CREATE OR REPLACE VIEW answered ON CLUSTER learning AS;

-- 03_feedback.sql

CREATE OR REPLACE VIEW feedback ON CLUSTER learning AS;

-- 04_help.sql

CREATE OR REPLACE VIEW help ON CLUSTER learning AS;

-- 05_community.sql

CREATE OR REPLACE VIEW community ON CLUSTER learning AS;

-- 06_artifacts.sql

CREATE OR REPLACE VIEW artifacts ON CLUSTER learning AS;

-- 07_section_daily.sql

CREATE OR REPLACE VIEW section_daily ON CLUSTER learning AS;

-- 08_section_summary.sql

CREATE OR REPLACE VIEW section_summary ON CLUSTER learning AS;

-- 09_outcomes.sql

CREATE OR REPLACE VIEW outcomes ON CLUSTER learning AS;

-- 10_course_summary.sql

CREATE OR REPLACE VIEW course_summary ON CLUSTER learning AS;

-- 11_group_summary.sql

CREATE OR REPLACE VIEW group_summary ON CLUSTER learning AS;

-- 12_survival.sql

CREATE OR REPLACE VIEW survival ON CLUSTER learning AS;

-- 13_skip_summary.sql

CREATE OR REPLACE VIEW skip_summary ON CLUSTER learning AS;

-- 14_answer_summary.sql

CREATE OR REPLACE VIEW answer_summary ON CLUSTER learning AS;

-- 15_community_summary.sql

CREATE OR REPLACE VIEW community_summary ON CLUSTER learning AS;

-- 16_resolved_statements.sql

CREATE OR REPLACE VIEW resolved_statements ON CLUSTER learning AS;

-- 17_placed_stretches.sql

CREATE OR REPLACE VIEW placed_stretches ON CLUSTER learning AS;

-- 18_run_enrolments.sql

CREATE OR REPLACE VIEW run_enrolments ON CLUSTER learning AS;

-- 19_risk.sql

CREATE OR REPLACE VIEW risk ON CLUSTER learning AS;

-- 20_section_report.sql

CREATE OR REPLACE VIEW section_report ON CLUSTER learning AS;

-- 21_course_report.sql

CREATE OR REPLACE VIEW course_report ON CLUSTER learning AS;

-- 22_section_daily_report.sql

CREATE OR REPLACE VIEW section_daily_report ON CLUSTER learning AS;

-- 23_group_report.sql

CREATE OR REPLACE VIEW group_report ON CLUSTER learning AS;

-- 24_survival_report.sql

CREATE OR REPLACE VIEW survival_report ON CLUSTER learning AS;

-- 25_skip_report.sql

CREATE OR REPLACE VIEW skip_report ON CLUSTER learning AS;

-- 26_answer_report.sql

CREATE OR REPLACE VIEW answer_report ON CLUSTER learning AS;

-- 27_community_report.sql

CREATE OR REPLACE VIEW community_report ON CLUSTER learning AS;

-- 28_alerts.sql

CREATE OR REPLACE VIEW alerts ON CLUSTER learning AS;

-- 28_course_learners.sql

CREATE OR REPLACE VIEW course_learners ON CLUSTER learning AS;

-- 28_learners_of.sql

CREATE OR REPLACE VIEW learners_of ON CLUSTER learning AS;

-- 29_caseload.sql

CREATE OR REPLACE VIEW caseload ON CLUSTER learning AS;

-- 30_course_daily_report.sql

CREATE OR REPLACE VIEW course_daily_report ON CLUSTER learning AS;

-- 30_section_time_report.sql

CREATE OR REPLACE VIEW section_time_report ON CLUSTER learning AS;

-- 31_section_band_report.sql

CREATE OR REPLACE VIEW section_band_report ON CLUSTER learning AS;

-- 32_section_return_report.sql

CREATE OR REPLACE VIEW section_return_report ON CLUSTER learning AS;

-- 33_section_next_report.sql

CREATE OR REPLACE VIEW section_next_report ON CLUSTER learning AS;

-- 34_section_version_report.sql

CREATE OR REPLACE VIEW section_version_report ON CLUSTER learning AS;

-- 35_followed_report.sql

CREATE OR REPLACE VIEW followed_report ON CLUSTER learning AS;

-- 36_quality_report.sql

CREATE OR REPLACE VIEW quality_report ON CLUSTER learning AS;

-- 37_version_report.sql

CREATE OR REPLACE VIEW version_report ON CLUSTER learning AS;

