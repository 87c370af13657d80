INSERT INTO voidings (statement_id)
SELECT DISTINCT voided_id FROM statements FINAL
WHERE learner_id IN (SELECT learner_id FROM run_touches WHERE run = {run:UInt64}) AND role = 'void'
    AND voided_id NOT IN (SELECT statement_id FROM voidings)
