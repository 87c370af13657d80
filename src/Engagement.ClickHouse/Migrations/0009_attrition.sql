-- One row a mark: what a piece of a learner's work was found to be worth. Read with FINAL.
CREATE TABLE IF NOT EXISTS marks
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
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY (course_id, learner_id, statement_id);

-- One row a span of days on which nobody is expected: holidays, an outage. Marked by an operator. Read with FINAL.
CREATE TABLE IF NOT EXISTS pauses
(
    course_id   String                               COMMENT 'empty: every course',
    first_day   Date32,
    last_day    Date32,
    name        String,
    row_version UInt64,
    is_deleted  UInt8
)
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY (course_id, first_day);

-- One row a course that begins and ends for all on one day. Read with FINAL.
CREATE TABLE IF NOT EXISTS course_runs
(
    course_id   String,
    first_day   Date32,
    last_day    Date32,
    row_version UInt64,
    is_deleted  UInt8
)
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY course_id;
