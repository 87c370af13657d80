-- The touches of a chunk's learners, and of those who answered them. Goes with visits.sql before it, after statements.sql has run.
INSERT INTO touches (touch_id, learner_id, stored_from, stored_until, touched_at)
SELECT DISTINCT {touch:UUID}, arrayJoin([learner_id, facilitator_id]),
    fromUnixTimestamp64Micro({stored_us:Int64}, 'UTC'), fromUnixTimestamp64Micro({stored_until_us:Int64}, 'UTC'), {touched_at:DateTime64(6, 'UTC')}
FROM enrolments
SETTINGS optimize_and_compare_chain = 0
