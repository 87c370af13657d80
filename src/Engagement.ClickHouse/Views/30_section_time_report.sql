-- What pages read of how long learners were in a section: a row is a span of seconds. Grain: course_id, section_id, from_seconds.
-- Times by seconds_low of those who opened it. Spans double: up to 5 s, 10 s, 20 s, …; from is in, until is not. One with fewer than
-- 5 learners goes together with those after it until there are 5, the last with the one before it. Their sum is who opened the
-- section, so there are none where section_report does not say that.
CREATE OR REPLACE VIEW section_time_report AS
SELECT course_id, section_id,
    if(span.1 = 0, 0, 2.5 * exp2(span.1)) AS from_seconds, 5 * exp2(span.2) AS until_seconds, span.3 AS learners
FROM
(
    SELECT course_id, section_id,
        arraySort(groupArray((doubling, here))) AS counted,
        arrayFold(
            (spans, c) -> if(notEmpty(spans) AND spans[-1].3 < 5,
                arrayPushBack(arrayPopBack(spans), (spans[-1].1, c.1, spans[-1].3 + c.2)),
                arrayPushBack(spans, (c.1, c.1, c.2))),
            counted, CAST([], 'Array(Tuple(UInt8, UInt8, UInt64))')) AS from_left,
        if(from_left[-1].3 < 5 AND length(from_left) > 1,
            arrayPushBack(arraySlice(from_left, 1, -2), (from_left[-2].1, from_left[-1].2, from_left[-2].3 + from_left[-1].3)),
            from_left) AS spans
    FROM
    (
        SELECT course_id, section_id, toUInt8(if(seconds_low < 5, 0, 1 + floor(log2(toFloat64(seconds_low) / 5)))) AS doubling, count() AS here
        FROM section_engagement FINAL
        WHERE first_at IS NOT NULL
        GROUP BY course_id, section_id, doubling
    )
    GROUP BY course_id, section_id
)
ARRAY JOIN spans AS span
WHERE (course_id, section_id) IN (SELECT course_id, section_id FROM section_report WHERE opened >= 5)
ORDER BY course_id, section_id, from_seconds;
