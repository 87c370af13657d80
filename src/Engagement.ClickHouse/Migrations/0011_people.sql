-- One row a learner of a course, as the platform says on the topic enrolments, or a file. Read with FINAL.
CREATE TABLE IF NOT EXISTS roster
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
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY (course_id, learner_id);

-- One row a person somebody has to be able to write to: the only place that knows a name. Read with FINAL, and by one class alone.
CREATE TABLE IF NOT EXISTS people
(
    person_id   UUID                                 COMMENT 'pseudonym of a learner or facilitator',
    sealed      String                               COMMENT 'name, address and identifier, encrypted with the key of identities',
    row_version UInt64,
    is_deleted  UInt8
)
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY person_id;

-- One row each time somebody was shown who is behind a pseudonym. Nothing is overwritten.
CREATE TABLE IF NOT EXISTS identity_reads
(
    read_at   DateTime64(3, 'UTC'),
    account   UUID                                   COMMENT 'who was shown it; all zeros: the product itself',
    purpose   LowCardinality(String)                 COMMENT 'what for, e.g. page, digest, export',
    person_id UUID
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(read_at)
ORDER BY (read_at, account);
