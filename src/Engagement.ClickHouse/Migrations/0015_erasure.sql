-- One row a learner who was erased: what keeps a replay from bringing them back, and tells that it was done. Nothing but the
-- pseudonym is kept of them. Read with FINAL for the counts; who is in it at all is told without.
CREATE TABLE IF NOT EXISTS erasures
(
    learner_id  UUID,
    erased_at   DateTime64(3, 'UTC'),
    erased_by   String                               COMMENT 'account of the machine, or of the product, that asked for it',
    counts      Map(LowCardinality(String), UInt64)  COMMENT 'rows that were deleted, by table; empty until it is done',
    models      Array(UUID)                          COMMENT 'that may have learnt from the rows',
    row_version UInt64
)
ENGINE = ReplacingMergeTree(row_version)
ORDER BY learner_id;

-- What a retention run works on; emptied at its end. Learners of courses whose last statement there is older than the limit.
CREATE TABLE IF NOT EXISTS retention_due
(
    course_id  String,
    learner_id UUID,
    last_at    DateTime64(6, 'UTC'),
    before     DateTime64(6, 'UTC')                  COMMENT 'the limit of the course'
)
ENGINE = MergeTree ORDER BY (course_id, learner_id)
SETTINGS old_parts_lifetime = 5;

-- Which contexts may be of which course: it is named, or a version of its outline claims an id.
CREATE TABLE IF NOT EXISTS retention_contexts
(
    course_id   String,
    context_key UInt64
)
ENGINE = MergeTree ORDER BY (course_id, context_key)
SETTINGS old_parts_lifetime = 5;
