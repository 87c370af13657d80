-- A presentation and its assessments, in order of their due days. An exam without a day is due on the last.
INSERT INTO course_outlines (course_id, origin, version, title, mode, valid_from, received_at, content_hash, sections, row_version, is_deleted)
SELECT c.course_id, 'declared', '', concat(c.code_module, ' ', c.code_presentation), 'facilitated', c.first_day, c.first_day, '',
    arraySort(s -> (s.9, s.1), groupArray((
        toString(id_assessment), concat(assessment_type, ' ', toString(id_assessment)), 'assessment', [concat(c.course_id, ':', toString(id_assessment))],
        NULL, true, NULL, NULL, toDateTime64(c.first_day + ifNull(due_day, length_days), 6, 'UTC'), weight / 100))),
    {version:UInt64}, 0
FROM oulad_assessments AS a
INNER JOIN oulad_course_days AS c USING (code_module, code_presentation)
GROUP BY c.course_id, c.code_module, c.code_presentation, c.first_day, c.length_days
