-- Something for each panel of the dashboards to show. learners: of the one course; pace: how they do, so that two paces give other
-- figures of the same learners; now: what is newest is a little older than that.

INSERT INTO course_outlines (course_id, origin, version, title, mode, valid_from, sections, row_version)
SELECT 'course', 'declared', '1', 'It''s a course', 'facilitated', toDateTime64('2020-01-01', 6, 'UTC'),
    [('first', 'First', 'content', [], 120000000, true, NULL, NULL, NULL, NULL), ('second', 'Second', 'try-it', [], 300000000, true, NULL, NULL, NULL, NULL)], 1;

INSERT INTO enrolments (learner_id, course_id, mode, cohort, statements, registered_at, started_at, first_at, last_at, waiting_days, completed_at, row_version)
SELECT reinterpretAsUUID(toUInt128(number)), 'course', 'facilitated', 'spring', 10 * {pace:UInt32}, {now:DateTime64(6)} - INTERVAL 40 DAY, {now:DateTime64(6)} - INTERVAL 38 DAY,
    {now:DateTime64(6)} - INTERVAL 38 DAY, {now:DateTime64(6)} - INTERVAL 1 + 3 * {pace:UInt32} * number DAY AS last, {pace:UInt32}, if(number < {pace:UInt32}, last, NULL), 1
FROM numbers({learners:UInt32});

INSERT INTO section_engagement (course_id, learner_id, section_id, position, kind, status, visits, open_visits, seconds_low, first_at, computed_at, row_version)
SELECT 'course', reinterpretAsUUID(toUInt128(number)), section, 1, 'content', if(number < {pace:UInt32}, 'rushed', 'engaged'), {pace:UInt32}, 1, 60 * {pace:UInt32},
    {now:DateTime64(6)} - INTERVAL 2 DAY, {now:DateTime64(6)} - INTERVAL 1 HOUR, toUnixTimestamp64Nano({now:DateTime64(9)} - INTERVAL 61 MINUTE)
FROM numbers({learners:UInt32}) ARRAY JOIN ['first', 'second'] AS section;

INSERT INTO visits (course_id, learner_id, section_id, started_at, seconds_low, seconds_high, is_open, responses, row_version)
SELECT 'course', reinterpretAsUUID(toUInt128(number)), 'first', {now:DateTime64(6)} - INTERVAL 2 DAY, 60 * {pace:UInt32}, 60 * {pace:UInt32}, false, {pace:UInt32}, 1
FROM numbers({learners:UInt32});

INSERT INTO learner_days (course_id, learner_id, day, kind, statements, responses, row_version)
SELECT 'course', reinterpretAsUUID(toUInt128(number)), toDate32({now:DateTime64(6)} - INTERVAL 2 DAY), 'content', 5 * {pace:UInt32}, {pace:UInt32}, 1
FROM numbers({learners:UInt32});

INSERT INTO contributions (course_id, learner_id, statement_id, what, section_id, kind, made_at, row_version)
SELECT 'course', reinterpretAsUUID(toUInt128(number)), reinterpretAsUUID(toUInt128(100 * toInt8(what) + number)), what, 'second', 'try-it', {now:DateTime64(6)} - INTERVAL 2 DAY, 1
FROM numbers({learners:UInt32}) ARRAY JOIN CAST(['submission', 'post'], 'Array(Enum8(\'submission\' = 4, \'post\' = 6))') AS what;

INSERT INTO statement_refs (target_id, statement_id, learner_id, role, occurred_at, row_version)
SELECT reinterpretAsUUID(toUInt128(400 + number)), reinterpretAsUUID(toUInt128(900 + number)), reinterpretAsUUID(toUInt128(99)), 'feedback',
    {now:DateTime64(6)} - INTERVAL 48 - {pace:UInt32} HOUR, 1
FROM numbers({learners:UInt32});

INSERT INTO risk_scores (course_id, cut, learner_id, scored_at, situation, probability, is_shown)
SELECT 'course', toDate32({now:DateTime64(6)} - INTERVAL 1 DAY), reinterpretAsUUID(toUInt128(number)), {now:DateTime64(6)} - INTERVAL 1 HOUR,
    if({pace:UInt32} = 1, 'drifting', 'stalled'), 0.1 * {pace:UInt32}, true
FROM numbers({learners:UInt32});

INSERT INTO model_watch (cut, watched_at, scored, mean_probability, event_rate, auc, shifts)
SELECT toDate32({now:DateTime64(6)} - INTERVAL 15 DAY), {now:DateTime64(6)}, {learners:UInt32}, 0.1, 0.2 * {pace:UInt32}, 0.3 * {pace:UInt32}, [('silence', 0.5 * {pace:UInt32})];

INSERT INTO models (model_id, task, kind, trained_at, trained_from, trained_until, row_count, base_rate, metrics, courses)
SELECT reinterpretAsUUID(toUInt128(1)), 'gives-up', 'corrected', {now:DateTime64(6)} - INTERVAL 9 DAY, 'a', 'b', 1000, 0.15, map('held_out_auc', 0.8), ['course'];

INSERT INTO model_switches (task, switched_at, model_id, reason) SELECT 'gives-up', {now:DateTime64(6)} - INTERVAL 9 DAY, reinterpretAsUUID(toUInt128(1)), 'no worse';

INSERT INTO statements (statement_id, learner_id, course_id, occurred_at, claimed_at, broker_at, stored_at)
SELECT generateUUIDv4(), reinterpretAsUUID(toUInt128(number)), 'course', stored - INTERVAL 2 HOUR, stored - INTERVAL 2 HOUR, stored - INTERVAL 1 SECOND, {now:DateTime64(6)} - INTERVAL 1 HOUR AS stored
FROM numbers({learners:UInt32});

INSERT INTO touches (touch_id, learner_id, touched_at) SELECT generateUUIDv4(), reinterpretAsUUID(toUInt128(number)), {now:DateTime64(6)} - INTERVAL 1 MINUTE FROM numbers({learners:UInt32});

INSERT INTO metrics_runs (run, run_id, started_at) SELECT 1, generateUUIDv4(), {now:DateTime64(6)} - INTERVAL 1 HOUR;

INSERT INTO rejected_events (kafka_topic, kafka_offset, rule, emitter, rejected_at)
SELECT 'learner-events', number, 'statement-id', 'Moodle at lms.example.org', {now:DateTime64(6)} - INTERVAL 1 HOUR FROM numbers(3);

INSERT INTO replayed_rejections (kafka_topic, kafka_offset, replayed_at) SELECT 'learner-events', 1, {now:DateTime64(6)};

INSERT INTO conflicts (statement_id, learner_id, found_at, row_version) SELECT generateUUIDv4(), reinterpretAsUUID(toUInt128(1)), {now:DateTime64(6)} - INTERVAL 1 HOUR, 1;

INSERT INTO alert_events (alert_id, sequence, event_id, kind, recorded_at, course_id, cause)
SELECT reinterpretAsUUID(toUInt128(number)), 1, reinterpretAsUUID(toUInt128(number)), 'raised', {now:DateTime64(6)} - INTERVAL 2 HOUR, 'course', 'risk' FROM numbers(1, 3);

INSERT INTO alert_actions (action_id, kind, asked_at, row_version) SELECT generateUUIDv4(), 'contacted', {now:DateTime64(6)} - INTERVAL 1 MINUTE, 1;

INSERT INTO deliveries (channel, event_id, try, state, at)
SELECT channel, reinterpretAsUUID(toUInt128(number)), 1, if(number = 3, 'given-up', 'delivered'), {now:DateTime64(6)} - INTERVAL 1 HOUR
FROM numbers(1, 3) ARRAY JOIN CAST(['kafka', 'webhook'], 'Array(Enum8(\'kafka\' = 1, \'webhook\' = 2))') AS channel;

INSERT INTO digests (digest_id, facilitator_id, day, planned_at, sent_at, tried_at, row_version)
SELECT generateUUIDv4(), generateUUIDv4(), today(), {now:DateTime64(6)} - INTERVAL 2 HOUR, if(number = 1, {now:DateTime64(6)} - INTERVAL 1 HOUR, NULL), {now:DateTime64(6)} - INTERVAL 1 HOUR, 1
FROM numbers(2);
