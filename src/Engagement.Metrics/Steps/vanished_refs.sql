-- A statement whose id turned out to be another's speaks of nothing.
INSERT INTO statement_refs (target_id, statement_id, learner_id, row_version, is_deleted)
WITH held AS
(
    SELECT target_id, statement_id, learner_id FROM statement_refs FINAL
    WHERE learner_id IN (SELECT learner_id FROM run_touches WHERE run = {run:UInt64})
        AND statement_id IN (SELECT statement_id FROM conflicts FINAL)
)
SELECT target_id, statement_id, learner_id, {run:UInt64}, 1 FROM held
WHERE (target_id, statement_id, learner_id) NOT IN
(
    SELECT if(role = 'void', voided_id, refers_to_id), statement_id, learner_id FROM statements FINAL
    WHERE (learner_id, statement_id) IN (SELECT learner_id, statement_id FROM held)
)
