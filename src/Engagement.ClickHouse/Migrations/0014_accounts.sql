-- One row an account: somebody who may sign in. Their mail address is in people, under facilitator_id. Read with FINAL.
CREATE TABLE IF NOT EXISTS accounts
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
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY user_name;

-- One row a key by which a machine asks. Read with FINAL.
CREATE TABLE IF NOT EXISTS api_keys
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
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY key_id;

-- One row a key that was used; written at most once an hour by each worker. Read with FINAL.
CREATE TABLE IF NOT EXISTS api_key_uses
(
    key_id  UUID,
    used_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(used_at)
ORDER BY key_id;

-- One row a purpose and account: the newest link alone is good. Read with FINAL.
CREATE TABLE IF NOT EXISTS one_time_links
(
    purpose     LowCardinality(String)               COMMENT 'start: makes the first account; password: sets one',
    user_name   String                               COMMENT 'empty for a start',
    code_hash   String                               COMMENT 'SHA-256 in hex of 256 random bits',
    expires_at  DateTime64(3, 'UTC'),
    row_version UInt64,
    is_deleted  UInt8                                COMMENT 'used'
)
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY (purpose, user_name);

-- One row a session somebody signed out of, for as long as its cookie could come back. Read with FINAL.
CREATE TABLE IF NOT EXISTS ended_sessions
(
    session_id UUID,
    ended_at   DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(ended_at)
ORDER BY session_id
TTL toDateTime(ended_at) + INTERVAL 8 DAY;
