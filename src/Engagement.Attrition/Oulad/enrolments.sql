-- A learner of a presentation, also who never came. Where no day of registration is told, the day the course began.
-- Who passed has completed on the last day; withdrawals are stated.
INSERT INTO enrolments
    (learner_id, course_id, version, is_inferred, mode, cohort, statements, registered_at, started_at, first_at, last_at,
     waiting_days, completed_at, withdrawn_at, row_version, is_deleted)
SELECT r.learner_id, r.course_id, '', false, 'facilitated', '', d.statements,
    r.registered_at, d.first_at, least(r.registered_at, ifNull(d.first_at, r.registered_at)), greatest(r.registered_at, ifNull(d.last_at, r.registered_at)),
    if(d.first_at IS NULL, NULL, greatest(0, dateDiff('day', r.registered_at, d.first_at))),
    if(r.final_result IN ('Pass', 'Distinction'), toDateTime64(r.first_day + r.length_days, 6, 'UTC'), NULL),
    if(r.final_result = 'Withdrawn', toDateTime64(r.first_day + r.day_unregistered, 6, 'UTC'), NULL),
    {version:UInt64}, 0
FROM
(
    SELECT c.course_id AS course_id, c.first_day AS first_day, c.length_days AS length_days, l.final_result AS final_result,
        reinterpretAsUUID(sipHash128('oulad', l.id_student)) AS learner_id,
        toDateTime64(c.first_day + ifNull(day_registered, 0), 6, 'UTC') AS registered_at,
        day_unregistered
    FROM oulad_registrations AS r
    INNER JOIN oulad_labels AS l USING (code_module, code_presentation, id_student)
    INNER JOIN oulad_course_days AS c USING (code_module, code_presentation)
) AS r
LEFT JOIN
(
    SELECT course_id, learner_id, sum(statements) AS statements,
        toNullable(toDateTime64(min(day), 6, 'UTC')) AS first_at, toNullable(toDateTime64(max(day), 6, 'UTC')) AS last_at
    FROM learner_days FINAL GROUP BY course_id, learner_id
) AS d ON d.course_id = r.course_id AND d.learner_id = r.learner_id
SETTINGS optimize_on_insert = 0, join_use_nulls = 1
