-- A row: a section of a course's outline in force now. Grain: course_id, section_id.
-- The same as course_sections says of now, of which it is a part; but found without its spans, as each look at those takes ClickHouse
-- 10 ms to plan, and pages look several times. First that fits: declared before inferred, the newest that has begun, else the
-- earliest; of versions that begin together the last, where they have begun, by its name.
CREATE OR REPLACE VIEW course_outlines_in_force AS
SELECT
    course_id, (origin = 'inferred')::Bool AS is_inferred, version, o.title AS course_title, mode, valid_from,
    section.id AS section_id,
    toUInt32(position) AS position,
    section.title AS title,
    section.kind AS kind,
    section.activities AS activities,
    section.expected_us AS expected_us,
    section.required AS required,
    section.due_at AS due_at,
    section.weight AS weight,
    coalesce(section.floor_us, greatest(10000000, intDiv(ifNull(section.expected_us, 0) * 15 + 99, 100))) AS floor_us
FROM
(
    SELECT course_id, origin, version, title, mode, valid_from, sections
    FROM course_outlines FINAL
    ORDER BY course_id, origin, valid_from > now64(6) AS is_coming, if(is_coming, 1, -1) * toUnixTimestamp64Micro(valid_from), if(is_coming, version, ''), version DESC
    LIMIT 1 BY course_id
) AS o
ARRAY JOIN sections AS section, arrayEnumerate(sections) AS position;
