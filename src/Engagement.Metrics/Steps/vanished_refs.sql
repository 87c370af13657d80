-- A statement whose id turned out to be another's, or to have come with other content first, speaks of nothing.
INSERT INTO statement_refs (target_id, statement_id, learner_id, role, row_version, is_deleted)
WITH held AS
(
    SELECT target_id, statement_id, learner_id, role FROM statement_refs FINAL
    WHERE learner_id IN (SELECT learner_id FROM run_touches WHERE run = {run:UInt64})
        AND statement_id IN (SELECT statement_id FROM conflicts FINAL)
)
SELECT target_id, statement_id, learner_id, role, {run:UInt64}, 1 FROM held
WHERE (target_id, statement_id, learner_id, role) NOT IN
(
    SELECT if(role = 'void', voided_id, refers_to_id), statement_id, learner_id, role FROM statements FINAL
    WHERE (learner_id, statement_id) IN (SELECT learner_id, statement_id FROM held)
)
