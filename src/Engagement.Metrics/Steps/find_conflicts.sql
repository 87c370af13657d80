-- The contents, under any learner, of each new id that has more than one. New are the rows stored between the first and the
-- last statement of the touches that were taken. Rows of earlier runs may be among them, and are judged again to the same
-- end. Of two contents the later touch finds both, as a touch is written after its statements.
-- One part of the ids at a time, which bounds memory. Touches without new statements have no span.
INSERT INTO run_conflicts (run, statement_id, learner_id, content_hash, stored_at, kafka_topic, kafka_partition, kafka_offset, kafka_index)
WITH
    (SELECT (min(stored_from), max(stored_until)) FROM run_touches WHERE run = {run:UInt64} AND stored_until > toDateTime64(0, 6, 'UTC')) AS span,
    new_ids AS
    (
        SELECT statement_id FROM statement_contents
        WHERE stored_at BETWEEN span.1 AND span.2 AND cityHash64(statement_id) % {parts:UInt64} = {part:UInt64}
    ),
    repeated_ids AS
    (
        SELECT statement_id FROM statement_contents WHERE statement_id IN new_ids
        GROUP BY statement_id HAVING count() > 1
    ),
    disputed_ids AS
    (
        SELECT statement_id
        FROM (SELECT statement_id, cityHash64(learner_id, content_hash) AS content FROM statement_contents WHERE statement_id IN repeated_ids)
        GROUP BY statement_id HAVING min(content) != max(content)
    )
SELECT {run:UInt64}, statement_id, learner_id, content_hash, stored_at, kafka_topic, kafka_partition, kafka_offset, kafka_index
FROM statement_contents
WHERE statement_id IN disputed_ids
LIMIT 1 BY statement_id, learner_id, content_hash
