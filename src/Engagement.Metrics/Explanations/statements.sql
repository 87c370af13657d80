-- In every course, as a gap lasts until the learner's next statement in any. What is declared and what is voided is as the
-- models have it. A Decimal of six digits after the point is a number of microseconds.
SELECT statement_id, occurred_at, verb, role, object_type, activity_id, course_id,
    has(arrayConcat([course_id, activity_id], parents, groupings), {course:String})::Bool AS names_course,
    if(declared_us < 0, NULL, reinterpret(declared_us, 'Decimal64(6)')) AS declared_seconds, is_voided
FROM
(
    SELECT *, declared_us,
        (role != 'void' AND statement_id IN
            (SELECT target_id FROM statement_refs FINAL
             WHERE role = 'void' AND target_id IN (SELECT statement_id FROM statements WHERE learner_id = {learner:UUID})))::Bool AS is_voided
    FROM statements FINAL
    WHERE learner_id = {learner:UUID}
)
SETTINGS date_time_output_format = 'iso'
