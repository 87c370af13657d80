-- One row a section of a version, with the times that apply: its own where given, else its kind's. A version is in force
-- from its valid_from until the next one's; the earliest also before. A course with a declared outline has no inferred one.
CREATE OR REPLACE VIEW course_sections AS
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
    -- What a kind of section asks for where the outline doesn't say: the longest gap that still counts as time on it.
    ifNull(section.idle_us,
        1000000 * toInt64(transform(section.kind, ['try-it', 'think-about', 'discussion', 'assessment', 'artifact'], [900, 900, 600, 600, 1800], 300))) AS idle_us,
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
ARRAY JOIN sections AS section, arrayEnumerate(sections) AS position;
