-- The touches of a chunk's learners, and of those who answer them. Goes on from learners.sql; to be run after statements.sql.
INSERT INTO touches (touch_id, learner_id, stored_from, stored_until, touched_at)
SELECT DISTINCT {touch:UUID}, arrayJoin([learner_id, facilitator_id]),
    fromUnixTimestamp64Micro({stored_us:Int64}, 'UTC'), fromUnixTimestamp64Micro({stored_until_us:Int64}, 'UTC'), {touched_at:DateTime64(6, 'UTC')}
FROM enrolments
