INSERT INTO voidings (statement_id, voiding_id, learner_id, row_version, is_deleted)
SELECT voided_id, statement_id, learner_id, {run:UInt64}, 0 FROM statements FINAL
WHERE learner_id IN (SELECT learner_id FROM run_touches WHERE run = {run:UInt64}) AND role = 'void'
    AND (voided_id, statement_id, learner_id) NOT IN (SELECT statement_id, voiding_id, learner_id FROM voidings FINAL)
