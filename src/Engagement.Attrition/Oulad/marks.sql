-- Marks carry no day: known three weeks after the work was handed in.
INSERT INTO marks (course_id, learner_id, section_id, statement_id, score, known_at, row_version, is_deleted)
SELECT c.course_id, reinterpretAsUUID(sipHash128('oulad', id_student)), toString(id_assessment),
    reinterpretAsUUID(sipHash128(c.course_id, id_student, id_assessment)), score / 100, toDateTime64(c.first_day + s.day + 21, 6, 'UTC'), {version:UInt64}, 0
FROM oulad_submissions AS s
INNER JOIN oulad_course_days AS c USING (code_module, code_presentation)
WHERE score IS NOT NULL
