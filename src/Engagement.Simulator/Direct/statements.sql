-- Statements: each event of a visit, as ingest would have stored it. Goes on from visits.sql.
-- Grain: statement_id, which follows from the enrolment and the number of the event among its events.
INSERT INTO statements
(
    statement_id, content_hash, learner_id, registration, course_id, verb, role, object_type, activity_id, activity_type, activity_name,
    kind_hint, parents, groupings, cohort, duration_us, active_us, success, completion, scaled_score, response_length, has_instructor,
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
        '00000000-0000-0000-0000-000000000000'::UUID AS none,
        events AS
        (
            SELECT *, deed, after_ms, item,
                first_number + place AS number,
                opened_ms + after_ms AS at_ms,
                cityHash64(h, number) AS chance,
                chance % 100 AS percent,
                if(deed = 12 AND item > 0, 4, objects[deed]) AS object,
                object = 8 AS refers,
                if(refers, uuid(h, first_number + item), none) AS told_of
            FROM
            (
                SELECT
                    (section * 5 + way) * 1000 AS first_number, deeds, moments, items, h, learner_id, facilitator_id, enrolment, zone, opened_ms, length_ms,
                    uuid(h, 'registration') AS registration,
                    concat('https://learn.example.org/courses/', slug) AS course_id,
                    concat('Feedback That Helps, course ', course + 1) AS course_title,
                    replaceOne({activities:Array(String)}[section], '{course}', slug) AS activity,
                    replaceOne({modules:Array(String)}[section], '{course}', slug) AS module,
                    if(style = 'Forum', '', {titles:Array(String)}[section]) AS title,
                    {types:Array(String)}[section]::LowCardinality(String) AS type,
                    {hints:Array(Int8)}[section] AS hint,
                    style = 'TimedExercise' AS is_timed,
                    style = 'Player' AS is_player,
                    facilitator > 0 AS is_led,
                    style = 'Workshop' AS is_workshop,
                    even(0.75, 1, v, 'attention') AS attention,
                    multiIf(style = 'Player', 'LearnWell Player 2', style = 'Forum', 'LearnWell Forum', 'LearnWell 4.2')::LowCardinality(String) AS platform
                FROM visits
            )
            ARRAY JOIN deeds AS deed, moments AS after_ms, items AS item, arrayEnumerate(deeds) AS place
        )
    SELECT
        uuid(h, number), chance, if(refers, facilitator_id, learner_id), registration,
        course_id, verbs[deed], roles[deed], if(refers, 4, 0)::Int8,
        multiIf(object = 2, activity, object = 1, course_id,
            object = 3, concat(activity, '/question/', toString(item)), object = 4, concat(activity, '/page/', toString(item)), object = 5, concat(activity, '/submission/', toString(item)),
            object = 6, concat('https://forum.example.org/posts/', toString(enrolment), '-', toString(number)),
            object = 7, concat('https://help.example.org/questions/', toString(enrolment), '-', toString(number)), ''),
        if(object = 2, type, types[object]),
        multiIf(object = 1, course_title, object = 2, title, ''),
        if(object = 2, hint, hints[object]),
        if(object = 1 OR deed = 26, [], [if(item > 0, activity, module)]),
        [course_id],
        concat('https://learn.example.org/cohorts/winter-', toString(1 + cityHash64(h, 'cohort') % 2)),
        multiIf(deed = 14 AND is_timed, intDiv(after_ms, 100) * 100000,
            deed = 23 AND is_player, if(after_ms > length_ms, intDiv(after_ms - length_ms, 100), greatest(1, toInt64(after_ms * attention / 100))) * 100000, NULL),
        if(deed = 12, greatest(1, toInt64(after_ms * attention / 1000)) * 1000000, NULL),
        multiIf(deed = 14, percent < 70, deed IN (20, 24), true, deed = 21, false, NULL),
        if(deed IN (5, 19), true, NULL),
        multiIf(deed = 20, 0.6 + 0.004 * percent, deed = 21, 0.2 + 0.003 * percent, deed = 24, 0.5 + 0.005 * percent, NULL),
        multiIf(deed = 14, 1, deed IN (15, 16, 17, 22, 24, 25), 52 + intDiv(percent, 2), NULL),
        is_led AND (refers OR is_workshop AND object > 1),
        multiIf(refers, '', object = 1, 'LearnWell 4.2', platform),
        if(zone < 0, 'en-US', 'en-GB'),
        if(deed = 26, told_of, none), if(deed IN (24, 25), told_of, none),
        fromUnixTimestamp64Micro(at_ms * 1000, 'UTC'), fromUnixTimestamp64Micro(at_ms * 1000, 'UTC'), fromUnixTimestamp64Milli(at_ms + 50 + 10 * percent, 'UTC'),
        fromUnixTimestamp64Micro({stored_us:Int64} + (enrolment - {first:UInt64}) * 200 + chance % 200, 'UTC'),
        'direct', enrolment % 12, intDiv(enrolment, 12) * 150000 + number
    FROM events
)
SETTINGS async_insert = 0, insert_deduplicate = 0, optimize_on_insert = 0, throw_on_max_partitions_per_insert_block = 0,
    -- Two of these run at once: one thread each, and parts that are made in 400 MB of memory.
    max_threads = 1, max_insert_threads = 1, max_block_size = 16384, min_insert_block_size_rows = 131072, min_insert_block_size_bytes = 0,
    max_memory_usage = 1000000000,
    -- Looks long for what is not there.
    optimize_and_compare_chain = 0
