SELECT s.id AS id, s.actor.mbox AS mbox, s.actor.mbox_sha1sum AS mbox_sha1sum, s.actor.openid AS openid,
    s.actor.account.homePage AS home_page, s.actor.account.name AS account_name,
    s.verb.id AS verb_id, s.object.objectType AS object_type, s.object.id AS object_id, s.object.definition.type AS type,
    map('', s.object.definition.name.`en-US`::String) AS names, '' AS section_kind,
    s.result.duration AS duration, s.result.success::Nullable(Bool) AS success, s.result.completion::Nullable(Bool) AS completion,
    s.result.score.scaled::Nullable(Float64) AS scaled, s.result.response::Nullable(String) AS response,
    s.result.extensions.`https://w3id%2Eorg/xapi/engagement/extensions/active-seconds`::Nullable(Float64) AS active_seconds,
    s.context.registration AS registration, s.context.platform AS platform, s.context.language AS language,
    notEmpty(s.context.instructor.name) AS has_instructor, s.context.statement.id AS reference,
    arrayMap(a -> a.id::String, s.context.contextActivities.parent[]) AS parents,
    arrayMap(a -> a.id::String, s.context.contextActivities.grouping[]) AS groupings,
    s.timestamp AS timestamp, _topic, _partition, _offset, _timestamp_ms
FROM bench_queue
