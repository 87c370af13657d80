-- Statements of visits, as ingest would have stored them: a row is an event. Goes with visits.sql before it, whose deeds are
-- places in the lists here.
INSERT INTO statements
(
    statement_id, content_hash, learner_id, registration, course_id, verb, role, object_type, activity_id, activity_type, activity_name,
    kind_hint, parents, groupings, duration_us, active_us, success, completion, scaled_score, response_length, has_instructor,
    platform, language, voided_id, refers_to_id, occurred_at, claimed_at, broker_at, stored_at, kafka_topic, kafka_partition, kafka_offset
)
SELECT * FROM
(
    WITH
        ['http://adlnet.gov/expapi/verbs/registered', 'http://id.tincanapi.com/verb/unregistered', 'http://adlnet.gov/expapi/verbs/initialized',
         'http://adlnet.gov/expapi/verbs/terminated', 'http://adlnet.gov/expapi/verbs/completed', 'http://adlnet.gov/expapi/verbs/experienced',
         'http://adlnet.gov/expapi/verbs/initialized', 'http://adlnet.gov/expapi/verbs/launched', 'http://id.tincanapi.com/verb/viewed',
         'http://adlnet.gov/expapi/verbs/interacted', 'http://adlnet.gov/expapi/verbs/progressed', 'http://adlnet.gov/expapi/verbs/progressed',
         'http://id.tincanapi.com/verb/bookmarked', 'http://adlnet.gov/expapi/verbs/answered', 'http://adlnet.gov/expapi/verbs/responded',
         'http://adlnet.gov/expapi/verbs/commented', 'http://adlnet.gov/expapi/verbs/shared', 'http://activitystrea.ms/schema/1.0/submit',
         'http://adlnet.gov/expapi/verbs/completed', 'http://adlnet.gov/expapi/verbs/passed', 'http://adlnet.gov/expapi/verbs/failed',
         'http://adlnet.gov/expapi/verbs/asked', 'http://adlnet.gov/expapi/verbs/exited', 'https://w3id.org/xapi/acrossx/verbs/evaluated',
         'http://id.tincanapi.com/verb/reviewed', 'http://adlnet.gov/expapi/verbs/voided']::Array(LowCardinality(String)) AS verbs,
        -- As the column's Enum: 0 touch, 1 enter, 2 exit, 3 pulse, 4 act, 5 ask, 6 feedback, 7 course, 8 void.
        [7, 7, 1, 2, 4, 1, 1, 1, 1, 3, 3, 3, 0, 4, 4, 4, 4, 4, 4, 4, 4, 5, 2, 6, 6, 8]::Array(Int8) AS roles,
        -- What it is about: 1 the course, 2 the section, 3 a question of it, 4 a page, 5 what was handed in, 6 a post, 7 a cry for help, 8 another statement.
        [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 6, 6, 5, 2, 2, 2, 7, 2, 8, 8, 8] AS objects,
        ['http://adlnet.gov/expapi/activities/course', '', 'http://adlnet.gov/expapi/activities/cmi.interaction', 'http://id.tincanapi.com/activitytype/slide',
         'http://id.tincanapi.com/activitytype/document', 'http://id.tincanapi.com/activitytype/forum-reply', 'http://id.tincanapi.com/activitytype/forum-topic', ''] AS types,
        -- As the column's Enum: 1 content, 2 resource, 3 try-it, 4 think-about, 5 discussion, 6 assessment.
        [0, 0, 6, 1, 2, 5, 5, 0] AS hints,
        spoken AS
        (
            SELECT *, event.1 AS deed, event.2 AS after_ms, event.3 AS item, said_before + place_in_visit AS number
            FROM
            (
                SELECT
                    events, said_before, h, v, learner_id, facilitator_id, enrolment, zone, opened_ms, length_ms, is_watched,
                    reinterpretAsUUID(sipHash128(h, 'registration')) AS registration,
                    concat('https://learn.example.org/courses/', slug) AS course_id,
                    concat('Feedback That Helps, course ', course + 1) AS course_title,
                    replaceOne({activities:Array(String)}[section], '{course}', slug) AS activity,
                    replaceOne({modules:Array(String)}[section], '{course}', slug) AS module,
                    if(style = 'Forum', '', {titles:Array(String)}[section]) AS title,
                    {types:Array(String)}[section]::LowCardinality(String) AS type,
                    {hints:Array(Int8)}[section] AS hint,
                    style = 'TimedExercise' AS is_timed,
                    facilitator > 0 AS is_led,
                    style = 'Workshop' AS is_workshop,
                    even(0.75, 1, v, 'attention') AS attention,
                    multiIf(style = 'Player', 'LearnWell Player 2', style = 'Forum', 'LearnWell Forum', 'LearnWell 4.2')::LowCardinality(String) AS platform,
                    -- What feedback, help and voiding are about.
                    [reinterpretAsUUID(sipHash128(h, said_before + indexOf(events.1, 18))), reinterpretAsUUID(sipHash128(h, said_before + indexOf(events.1, 22))),
                     reinterpretAsUUID(sipHash128(h, said_before + 1))] AS told_of
                FROM visits
            ) ARRAY JOIN events AS event, arrayEnumerate(events) AS place_in_visit
        ),
        -- deed, number, chance
        numbered AS
        (
            SELECT *, cityHash64(h, number) AS chance, if(deed = 12 AND item > 0, 4, objects[deed]) AS object, deed > 23 AS refers,
                opened_ms + after_ms AS at_ms,
                '00000000-0000-0000-0000-000000000000'::UUID AS none
            FROM spoken
        )
    SELECT
        reinterpretAsUUID(sipHash128(h, number)), chance, if(refers, facilitator_id, learner_id), registration,
        course_id, verbs[deed], roles[deed], if(refers, 4, 0)::Int8,
        concat(multiIf(object = 1, course_id, object = 6, 'https://forum.example.org/posts/', object = 7, 'https://help.example.org/questions/', object = 8, '', activity),
            ['', '', '/question/', '/page/', '/submission/', '', '', ''][object],
            multiIf(object IN (3, 4, 5), toString(item), object IN (6, 7), concat(enrolment, '-', number), '')),
        if(object = 2, type, types[object]),
        multiIf(object = 1, course_title, object = 2, title, ''),
        if(object = 2, hint, hints[object]),
        multiIf(object = 1 OR deed = 26, [], item > 0 OR refers, [activity], [module]),
        [course_id],
        multiIf(deed = 14 AND is_timed, intDiv(after_ms, 100) * 100000,
            deed = 23 AND is_watched, if(after_ms > length_ms, intDiv(after_ms - length_ms, 100), greatest(1, toInt64(after_ms * attention / 100))) * 100000, NULL),
        if(deed = 12, greatest(1, toInt64(after_ms * attention / 1000)) * 1000000, NULL),
        multiIf(deed = 14, chance % 10 < 7, deed IN (20, 24), true, deed = 21, false, NULL),
        if(deed IN (5, 19), true, NULL),
        multiIf(deed = 20, (60 + chance % 41) / 100, deed = 21, (20 + chance % 30) / 100, deed = 24, (50 + chance % 51) / 100, NULL),
        multiIf(deed = 14, 1, deed IN (15, 16, 17, 22, 24, 25), 52 + chance % 47, NULL),
        is_led AND (refers OR is_workshop),
        if(refers, '', platform),
        if(zone < 0, 'en-US', 'en-GB'),
        if(deed = 26, told_of[3], none), if(deed IN (24, 25), told_of[deed - 23], none),
        fromUnixTimestamp64Micro(at_ms * 1000, 'UTC'), fromUnixTimestamp64Micro(at_ms * 1000, 'UTC'), fromUnixTimestamp64Milli(at_ms + 50 + chance % 1500, 'UTC'),
        fromUnixTimestamp64Micro({stored_us:Int64} + rowNumberInAllBlocks(), 'UTC'),
        'direct', enrolment % 12, intDiv(enrolment, 12) * 1024 + number
    FROM numbered
)
SETTINGS async_insert = 0, optimize_on_insert = 0, insert_deduplicate = 0, deduplicate_insert_select = 'disable', throw_on_max_partitions_per_insert_block = 0,
    max_threads = 1, max_insert_threads = 1, max_block_size = 65536, min_insert_block_size_rows = 1048576, min_insert_block_size_bytes = 0
