-- What the touched learners say of other statements, where it is not known yet, or was known otherwise. What came under
-- another statement's id is left out; vanished_refs.sql takes back what was taken before that was known.
-- No FINAL: few statements speak of another, and a look at all to find them would cost as much as the numbers. What is
-- asked first (PREWHERE) leaves hardly a row for the rest.
INSERT INTO statement_refs (target_id, statement_id, learner_id, role, occurred_at, success, row_version, is_deleted)
WITH touched AS (SELECT learner_id FROM run_touches WHERE run = {run:UInt64})
SELECT told.1 AS target_id, statement_id, learner_id, told.2 AS role, told.3 AS occurred_at, told.4 AS success, {run:UInt64}, 0
FROM
(
    SELECT statement_id, learner_id,
        argMax((if(role = 'void', voided_id, refers_to_id), role, occurred_at, success), precedence) AS told
    FROM statements
    PREWHERE role = 'void' OR refers_to_id != toUUID('00000000-0000-0000-0000-000000000000')
    WHERE NOT is_deleted
        AND learner_id IN touched
        AND (statement_id, learner_id, content_hash) NOT IN (SELECT statement_id, learner_id, content_hash FROM conflicts FINAL)
    GROUP BY statement_id, learner_id
)
WHERE target_id != toUUID('00000000-0000-0000-0000-000000000000')
    AND (target_id, statement_id, learner_id, role, occurred_at, ifNull(toInt8(success), -1)) NOT IN
    (
        SELECT target_id, statement_id, learner_id, role, occurred_at, ifNull(toInt8(success), -1)
        FROM statement_refs FINAL WHERE learner_id IN touched
    )
