-- One row a change of an alert, the first being that it was raised. The events of an alert are numbered without a gap, and the last one
-- that is no snooze is its state. Nothing is overwritten: a row that comes twice is the same row. Read with FINAL.
CREATE TABLE IF NOT EXISTS alert_events
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
ENGINE = ReplacingMergeTree
ORDER BY (alert_id, sequence);

-- One row a change that a person asked for, and a second one once it was made or refused. Read with FINAL.
CREATE TABLE IF NOT EXISTS alert_actions
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
ENGINE = ReplacingMergeTree(row_version)
ORDER BY action_id;

-- One row a note on a contact: what a person wrote of a person, so it is encrypted as names are, and sent nowhere.
CREATE TABLE IF NOT EXISTS alert_notes
(
    action_id  UUID,
    alert_id   UUID,
    course_id  LowCardinality(String),
    learner_id UUID,
    sealed     String
)
ENGINE = ReplacingMergeTree
ORDER BY (alert_id, action_id);

-- One row a try to tell somebody of an event. Nothing is overwritten. The newest try of an event says how it stands.
CREATE TABLE IF NOT EXISTS deliveries
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
ENGINE = MergeTree
ORDER BY (channel, event_id, try);

-- One row a digest as it is planned, and a second one when it was sent: what is in it is settled before it leaves. Read with FINAL.
CREATE TABLE IF NOT EXISTS digests
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
ENGINE = ReplacingMergeTree(row_version)
ORDER BY (facilitator_id, day);
