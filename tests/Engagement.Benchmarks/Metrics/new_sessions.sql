-- A short session more for each of some learners, a day after their last: their last 10 statements again, under new ids.
-- <columns> are those ingest writes.
INSERT INTO statements (<columns>)
SELECT <columns>
FROM
(
    SELECT * REPLACE (
        generateUUIDv4() AS statement_id,
        cityHash64(statement_id) AS content_hash,
        occurred_at + INTERVAL 1 DAY AS occurred_at,
        claimed_at + INTERVAL 1 DAY AS claimed_at,
        broker_at + INTERVAL 1 DAY AS broker_at,
        fromUnixTimestamp64Micro({stored_us:Int64} + rowNumberInAllBlocks(), 'UTC') AS stored_at)
    FROM
    (
        SELECT * FROM statements FINAL
        WHERE learner_id IN (SELECT learner_id FROM chosen_learners)
        ORDER BY learner_id, occurred_at DESC, statement_id
        LIMIT 10 BY learner_id
    )
)
SETTINGS async_insert = 0, optimize_on_insert = 0, throw_on_max_partitions_per_insert_block = 0
