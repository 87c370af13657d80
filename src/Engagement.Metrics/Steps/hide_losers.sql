-- A statement whose id is another learner's, who was first, is hidden by a deleted row. It has the winner's time, so that it
-- hides what was stored after the winner, also what is delivered again later, and nothing that may turn up as stored before.
-- Where only a microsecond's tie decides, report_conflicts.sql says who wins.
INSERT INTO statements (statement_id, learner_id, occurred_at, stored_at, is_deleted)
WITH losers AS
(
    SELECT statement_id, learner_id, min((winner_stored_at, winner_learner_id)) AS winner FROM conflicts FINAL
    WHERE statement_id IN (SELECT statement_id FROM run_conflicts WHERE run = {run:UInt64}) AND learner_id != winner_learner_id
    GROUP BY statement_id, learner_id
)
SELECT s.statement_id, s.learner_id, s.occurred_at, addMicroseconds(winner.1, s.learner_id < winner.2), 1
FROM statements AS s FINAL
GLOBAL INNER JOIN losers AS l ON l.statement_id = s.statement_id AND l.learner_id = s.learner_id
WHERE (s.learner_id, s.statement_id) IN (SELECT learner_id, statement_id FROM losers)
SETTINGS throw_on_max_partitions_per_insert_block = 0
