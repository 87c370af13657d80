-- What a section asks for where its outline does not say: the longest gap that still counts as time on it.
CREATE VIEW IF NOT EXISTS section_kinds AS
SELECT kind, idle_seconds
FROM values('kind String, idle_seconds UInt32',
    ('content', 300), ('resource', 300), ('try-it', 900), ('think-about', 900),
    ('discussion', 600), ('assessment', 600), ('artifact', 1800), ('other', 300));

-- One row a version of a course's outline, read with FINAL. A declared outline has one row for each version that was
-- sent; an inferred one (drafted from statements where nothing is declared) has one row, rewritten when it changes.
CREATE TABLE IF NOT EXISTS course_outlines
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
ENGINE = ReplacingMergeTree(row_version, is_deleted)
ORDER BY (course_id, origin, version);

-- One row a section of a version, with the times that apply: its own where given, else its kind's. A version is in force
-- from its valid_from until the next one's; the earliest also before. A course with a declared outline has no inferred one.
CREATE VIEW IF NOT EXISTS course_sections AS
SELECT
    course_id, (origin = 'inferred')::Bool AS is_inferred, version, o.title AS course_title, mode, valid_from,
    if(rank = 1, toInt64(-9223372036854775807), toUnixTimestamp64Micro(valid_from)) AS from_us,
    next_from_us AS until_us,
    section.id AS section_id,
    toUInt32(position) AS position,
    section.title AS title,
    section.kind AS kind,
    section.activities AS activities,
    section.expected_us AS expected_us,
    section.required AS required,
    section.due_at AS due_at,
    section.weight AS weight,
    coalesce(section.idle_us, toInt64(k.idle_seconds) * 1000000, 300000000) AS idle_us,
    coalesce(section.floor_us, greatest(10000000, intDiv(ifNull(section.expected_us, 0) * 15 + 99, 100))) AS floor_us
FROM
(
    SELECT *,
        row_number() OVER versions AS rank,
        leadInFrame(toUnixTimestamp64Micro(valid_from), 1, toInt64(9223372036854775807)) OVER versions AS next_from_us
    FROM course_outlines FINAL
    WHERE origin = 'declared' OR course_id NOT IN (SELECT course_id FROM course_outlines FINAL WHERE origin = 'declared')
    WINDOW versions AS (PARTITION BY course_id ORDER BY valid_from, version ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
) AS o
ARRAY JOIN sections AS section, arrayEnumerate(sections) AS position
LEFT JOIN section_kinds AS k ON k.kind = section.kind;
