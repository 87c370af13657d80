-- A voiding statement whose id turned out to be another statement's voids nothing.
INSERT INTO voidings (statement_id, voiding_id, learner_id, row_version, is_deleted)
WITH held AS
(
    SELECT statement_id, voiding_id, learner_id FROM voidings FINAL
    WHERE learner_id IN (SELECT learner_id FROM run_touches WHERE run = {run:UInt64})
)
SELECT statement_id, voiding_id, learner_id, {run:UInt64}, 1 FROM held
WHERE (statement_id, voiding_id, learner_id) NOT IN
(
    SELECT voided_id, statement_id, learner_id FROM statements FINAL
    WHERE (learner_id, statement_id) IN (SELECT learner_id, voiding_id FROM held) AND role = 'void'
)
