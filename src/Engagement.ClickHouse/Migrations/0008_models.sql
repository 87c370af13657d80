-- The tables of the metrics, made anew: what they held is computed again from the statements, by the touches at the end.
DROP VIEW IF EXISTS section_summary;
DROP VIEW IF EXISTS course_summary;
DROP VIEW IF EXISTS telling_verbs;
DROP VIEW IF EXISTS section_kinds;
DROP TABLE IF EXISTS visits SYNC;
DROP TABLE IF EXISTS section_engagement SYNC;
DROP TABLE IF EXISTS learner_courses SYNC;
DROP TABLE IF EXISTS voidings SYNC;
DROP TABLE IF EXISTS run_learners SYNC;
DROP TABLE IF EXISTS run_sections SYNC;
DROP TABLE IF EXISTS run_contexts SYNC;
DROP TABLE IF EXISTS context_courses SYNC;
DROP TABLE IF EXISTS context_sections SYNC;
DROP TABLE IF EXISTS resolved_statements SYNC;

-- The cohort joins what is looked up once for all statements that share it. Rows that are there keep their key, which
-- tells no two contexts apart that differ, as they have no cohort.
ALTER TABLE statements MODIFY COLUMN context_key UInt64
    MATERIALIZED sipHash64(course_id, activity_id, parents, groupings, cohort)
    COMMENT 'course, object, parents, groupings and cohort, hashed';

-- The verbs whose meaning, beyond their role, decides a number. Spelled as in the vocabulary of the statement reader. Kept
-- with the statement, as a recompute of all would else spend a tenth of its time on it.
ALTER TABLE statements ADD COLUMN IF NOT EXISTS deed
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
    COMMENT 'what the verb means beyond its role' AFTER role;

ALTER TABLE statements ADD COLUMN IF NOT EXISTS declared_us Int64
    MATERIALIZED greatest(ifNull(active_us, -1), if(role = 'exit' OR role = 'act' OR deed = 'viewed', ifNull(duration_us, -1), -1))
    COMMENT 'time the statement declares for the visit (metrics: what a statement tells), microseconds; -1: none' AFTER active_us;

-- Which statement speaks of which: voids it, answers it, gives feedback on it; whether the other has arrived or not.
-- Read with FINAL.
CREATE TABLE IF NOT EXISTS statement_refs
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
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY (learner_id, target_id, statement_id, role)
SETTINGS index_granularity = 1024;

-- One row a visit: a run of one learner's statements in one section (metrics: time on section). Read with FINAL.
CREATE TABLE IF NOT EXISTS visits
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
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY (course_id, learner_id, section_id, started_at, first_statement);

-- One row a learner and course they have a statement of their own in. Read with FINAL.
CREATE TABLE IF NOT EXISTS enrolments
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
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY (learner_id, course_id);

-- One row a learner of a course and section of its outline, also where the learner never got there. Read with FINAL.
CREATE TABLE IF NOT EXISTS section_engagement
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
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY (course_id, learner_id, section_id);

-- One row a learner, course, day and kind of section. Read with FINAL.
CREATE TABLE IF NOT EXISTS learner_days
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
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY (course_id, learner_id, day, kind);

-- One row a statement by which a learner hopes for an answer from somebody: hands in, asks, speaks to the others.
-- Read with FINAL.
CREATE TABLE IF NOT EXISTS contributions
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
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY (course_id, learner_id, statement_id);

-- What decides where a statement belongs, once for all statements that share it. Rows of one key are alike.
CREATE TABLE IF NOT EXISTS contexts
(
    context_key UInt64                               COMMENT 'as in statements',
    course_id   String                               COMMENT 'course by the statement alone',
    activity_id String,
    parents     Array(String),
    groupings   Array(String),
    cohort      String
)
ENGINE = ReplacingMergeTree
ORDER BY context_key
SETTINGS index_granularity = 1024;

-- Models/resolved_contexts.sql: a row is a context and a span of time, by the declared outlines of a state. Rows are used
-- for six days, one less than they are kept, so that none goes while a run reads it.
CREATE TABLE IF NOT EXISTS resolved_contexts
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
ENGINE = MergeTree
ORDER BY (outlines, context_key, from_us)
TTL resolved_at + INTERVAL 7 DAY
SETTINGS index_granularity = 1024;

-- What a run works on, in partitions that it drops; the TTL is for runs that died. Texts are plain strings here: a join
-- copies those faster than LowCardinality ones.
CREATE TABLE IF NOT EXISTS run_learners
(
    run        UInt64,
    chunk      UInt32                                COMMENT 'learners that are computed together, neighbours in statements',
    learner_id UUID,
    started_at DateTime DEFAULT now()
)
ENGINE = MergeTree PARTITION BY run ORDER BY (chunk, learner_id)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5;

-- course_sections as the run found them; outlines that change meanwhile are the next run's.
CREATE TABLE IF NOT EXISTS run_sections
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
ENGINE = MergeTree PARTITION BY run ORDER BY (course_id, version, position)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5;

-- Contexts of the learners' statements.
CREATE TABLE IF NOT EXISTS run_contexts
(
    run         UInt64,
    context_key UInt64,
    started_at  DateTime DEFAULT now()
)
ENGINE = MergeTree PARTITION BY run ORDER BY context_key
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5;

-- Those of them that are still to be resolved.
CREATE TABLE IF NOT EXISTS unresolved_contexts
(
    run         UInt64,
    context_key UInt64,
    course_id   String,
    activity_id String,
    ids         Array(String)                        COMMENT 'object, parents, groupings',
    cohort      String,
    started_at  DateTime DEFAULT now()
)
ENGINE = MergeTree PARTITION BY run ORDER BY context_key
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5;

CREATE TABLE IF NOT EXISTS context_courses
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
ENGINE = MergeTree PARTITION BY run ORDER BY (context_key, from_us)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5;

-- Models/context_sections.sql
CREATE TABLE IF NOT EXISTS context_sections
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
ENGINE = MergeTree PARTITION BY run ORDER BY (context_key, from_us)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5;

-- The scenes statements can belong to: a place (a section of a course, or a course outside its sections, or no course),
-- by one version of its outline, for one cohort.
CREATE TABLE IF NOT EXISTS run_scenes
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
ENGINE = MergeTree PARTITION BY run ORDER BY scene
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5;

-- Models/run_stretches.sql
CREATE TABLE IF NOT EXISTS run_stretches
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
ENGINE = MergeTree PARTITION BY (run, chunk) ORDER BY (learner_id, number)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5;

-- Models/run_visits.sql
CREATE TABLE IF NOT EXISTS run_visits
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
ENGINE = MergeTree PARTITION BY (run, chunk) ORDER BY (learner_id, place, started_us, first_statement)
TTL started_at + INTERVAL 1 DAY SETTINGS old_parts_lifetime = 5;

-- All that was computed before is to be computed again.
INSERT INTO touches (touch_id, learner_id, touched_at)
SELECT generateUUIDv4(), learner_id, now64(6) FROM (SELECT DISTINCT learner_id FROM statements);
