-- The Open University's winter closure, as an operator would mark it.
INSERT INTO pauses (course_id, first_day, last_day, name, row_version, is_deleted)
SELECT course_id, toDate32(concat(toString(year), '-12-22')), toDate32(concat(toString(year + 1), '-01-02')), 'Christmas', {version:UInt64}, 0
FROM oulad_course_days ARRAY JOIN [toYear(first_day)] AS year
WHERE endsWith(code_presentation, 'J')
