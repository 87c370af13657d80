-- One row a trained model, whether it came into use or not. Nothing is overwritten.
CREATE TABLE IF NOT EXISTS models
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
ENGINE = MergeTree
ORDER BY (task, trained_at, model_id);

-- One row each time a model comes into use. The newest of a task is the one that scores.
CREATE TABLE IF NOT EXISTS model_switches
(
    task        LowCardinality(String),
    switched_at DateTime64(3, 'UTC'),
    model_id    UUID,
    reason      String
)
ENGINE = MergeTree
ORDER BY (task, switched_at);

-- One row a learner of a course each time their risk was found to be another, and at least one a day. Nothing is overwritten.
CREATE TABLE IF NOT EXISTS risk_scores
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
ENGINE = MergeTree
PARTITION BY toYYYYMM(cut)
ORDER BY (course_id, cut, learner_id, scored_at);

-- One row a cut whose horizon is over: what was predicted then and what happened since. Read with FINAL.
CREATE TABLE IF NOT EXISTS model_watch
(
    cut              Date32,
    watched_at       DateTime64(3, 'UTC'),
    scored           UInt32                          COMMENT 'learners of courses',
    mean_probability Float64,
    event_rate       Float64,
    auc              Nullable(Float64)               COMMENT 'null: nobody, or everybody, gave up',
    shifts           Array(Tuple(feature LowCardinality(String), shift Float32)) COMMENT 'how far the mean of each lies from the training rows'' mean, in their standard deviations; largest first'
)
ENGINE = ReplacingMergeTree(watched_at)
ORDER BY cut;
