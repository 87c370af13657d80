-- What was handed in. What was banked in an earlier presentation was done before this one.
INSERT INTO contributions (course_id, learner_id, statement_id, what, section_id, kind, made_at, row_version, is_deleted)
SELECT c.course_id, reinterpretAsUUID(sipHash128('oulad', id_student)), reinterpretAsUUID(sipHash128(c.course_id, id_student, id_assessment)),
    'submission', toString(id_assessment), 'assessment', toDateTime64(c.first_day + s.day, 6, 'UTC'), {version:UInt64}, 0
FROM oulad_submissions AS s
INNER JOIN oulad_course_days AS c USING (code_module, code_presentation)
