-- A row: a statement that answers another: acts on it or gives feedback on it. Whose it is, is for the reader to compare:
-- nobody answers themselves. Grain: target_id, statement_id, learner_id. Source: metrics, "What a statement tells":
-- feedback. A voided one answers nothing.
CREATE OR REPLACE VIEW answers AS
SELECT target_id, statement_id, learner_id, occurred_at AS answered_at, success
FROM statement_refs FINAL
WHERE role IN ('act', 'feedback')
    AND statement_id NOT IN (SELECT target_id FROM statement_refs FINAL WHERE role = 'void');
