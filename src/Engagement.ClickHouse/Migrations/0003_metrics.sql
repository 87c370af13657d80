-- Which outline claims a statement depends on these four alone, so that they are looked up once for all statements that
-- share them.
ALTER TABLE statements
    ADD COLUMN IF NOT EXISTS context_key UInt64
    MATERIALIZED sipHash64(course_id, activity_id, parents, groupings)
    COMMENT 'course, object, parents and groupings, hashed';

-- The verbs whose meaning, beyond their role, decides a number. Spelled as in the vocabulary of the statement reader.
CREATE VIEW IF NOT EXISTS telling_verbs AS
SELECT name, verb
FROM values('name String, verb String',
    ('experienced', 'http://adlnet.gov/expapi/verbs/experienced'),
    ('experienced', 'http://activitystrea.ms/schema/1.0/experience'),
    ('experienced', 'http://activitystrea.ms/schema/1.0/consume'),
    ('viewed', 'http://id.tincanapi.com/verb/viewed'),
    ('viewed', 'http://id.tincanapi.com/verb/previewed'),
    ('viewed', 'https://w3id.org/xapi/acrossx/verbs/viewed'),
    ('viewed', 'http://activitystrea.ms/schema/1.0/read'),
    ('completed', 'http://adlnet.gov/expapi/verbs/completed'),
    ('completed', 'http://activitystrea.ms/schema/1.0/complete'),
    ('completed', 'https://w3id.org/xapi/video/verbs/completed'),
    ('passed', 'http://adlnet.gov/expapi/verbs/passed'));

-- One row a visit: a run of one learner's statements in one section (metrics: time on section). Read with FINAL.
CREATE TABLE IF NOT EXISTS visits
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
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY (course_id, learner_id, section_id, started_at, first_statement);

-- One row a learner and course they have a statement in. Read with FINAL.
CREATE TABLE IF NOT EXISTS learner_courses
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
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY (learner_id, course_id);

-- One row a learner of a course and section of its outline, also where the learner never got there. Read with FINAL.
CREATE TABLE IF NOT EXISTS section_engagement
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
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY (course_id, learner_id, section_id);

-- One row a learner, course without a declared outline, and activity (with its parent): what outlines are drafted from.
-- Read with FINAL.
CREATE TABLE IF NOT EXISTS learner_activities
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
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY (learner_id, course_id, activity_id, parent_id);

-- Which statement voids which, whether the voided one has arrived or not. Read with FINAL.
CREATE TABLE IF NOT EXISTS voidings
(
    statement_id UUID                                COMMENT 'the voided statement',
    voiding_id   UUID                                COMMENT 'the voiding statement',
    learner_id   UUID                                COMMENT 'who voids',
    row_version  UInt64,
    is_deleted   UInt8                               COMMENT '1: the voiding statement''s id belongs to another statement'
)
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY (statement_id, voiding_id, learner_id);

-- Which state of a course's outlines the numbers were computed with. Read with FINAL.
CREATE TABLE IF NOT EXISTS outlines_applied
(
    course_id   String,
    origin      Enum8('declared' = 1, 'inferred' = 2),
    state       UInt64                               COMMENT 'hash over versions and contents; 0: there is none',
    row_version UInt64
)
ENGINE = ReplacingMergeTree(row_version)
ORDER BY (course_id, origin);

-- Courses whose outlines are in another state than the numbers were computed with.
CREATE VIEW IF NOT EXISTS outlines_pending AS
SELECT course_id, origin, sumIf(hash, is_current) AS state
FROM
(
    SELECT course_id, origin, true AS is_current, sumWithOverflow(sipHash64(version, valid_from, content_hash)) AS hash
    FROM course_outlines FINAL GROUP BY course_id, origin
    UNION ALL
    SELECT course_id, origin, false, state FROM outlines_applied FINAL
)
GROUP BY course_id, origin
HAVING sumIf(hash, is_current) != sumIf(hash, NOT is_current);

-- Runs of the metrics job.
CREATE TABLE IF NOT EXISTS metrics_runs
(
    run        UInt64                                COMMENT 'row_version of what it wrote',
    run_id     UUID,
    started_at DateTime64(6, 'UTC') DEFAULT now64(6)
)
ENGINE = MergeTree
ORDER BY run
TTL toDateTime(started_at) + INTERVAL 30 DAY;

-- What a run works on. Each run has a partition of its own in the tables below and drops it; the TTL is for runs that died.
CREATE TABLE IF NOT EXISTS run_touches
(
    run          UInt64,
    touch_id     UUID                                COMMENT 'zero: touched by an outline, a voiding statement or a conflict',
    learner_id   UUID,
    stored_from  DateTime64(6, 'UTC'),
    stored_until DateTime64(6, 'UTC'),
    started_at   DateTime DEFAULT now()
)
ENGINE = MergeTree PARTITION BY run ORDER BY (touch_id, learner_id)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5;

CREATE TABLE IF NOT EXISTS run_learners
(
    run        UInt64,
    chunk      UInt32                                COMMENT 'learners that are computed together, neighbours in statements',
    learner_id UUID,
    started_at DateTime DEFAULT now()
)
ENGINE = MergeTree PARTITION BY run ORDER BY (chunk, learner_id)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5;

CREATE TABLE IF NOT EXISTS run_outlines
(
    run        UInt64,
    course_id  String,
    origin     Enum8('declared' = 1, 'inferred' = 2),
    state      UInt64                                COMMENT 'as outlines_applied will have it',
    started_at DateTime DEFAULT now()
)
ENGINE = MergeTree PARTITION BY run ORDER BY course_id
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5;

-- course_sections as the run found them; outlines that change meanwhile are the next run's.
CREATE TABLE IF NOT EXISTS run_sections
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
ENGINE = MergeTree PARTITION BY run ORDER BY (course_id, version, position)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5;

-- Contexts of the learners' statements. Read with FINAL.
CREATE TABLE IF NOT EXISTS run_contexts
(
    run         UInt64,
    context_key UInt64,
    course_id   String,
    activity_id String,
    parents     Array(String),
    groupings   Array(String),
    started_at  DateTime DEFAULT now()
)
ENGINE = ReplacingMergeTree PARTITION BY run ORDER BY context_key
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5;

-- Models/context_courses.sql
CREATE TABLE IF NOT EXISTS context_courses
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
ENGINE = MergeTree PARTITION BY run ORDER BY (context_key, from_us)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5;

-- Models/context_sections.sql
CREATE TABLE IF NOT EXISTS context_sections AS context_courses;

-- Models/resolved_statements.sql
CREATE TABLE IF NOT EXISTS resolved_statements
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
ENGINE = MergeTree PARTITION BY run ORDER BY (learner_id, at_us, statement_order)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5;
