SELECT id, actor.mbox AS mbox, actor.mbox_sha1sum AS mbox_sha1sum, actor.openid AS openid,
    actor.account.homePage AS home_page, actor.account.name AS account_name,
    verb.id AS verb_id, object.objectType AS object_type, object.id AS object_id, object.definition.type AS type,
    object.definition.name AS names, object.definition.extensions.`https://w3id.org/xapi/engagement/extensions/section-kind` AS section_kind,
    result.duration AS duration, result.success AS success, result.completion AS completion, result.score.scaled AS scaled,
    result.response AS response, result.extensions.`https://w3id.org/xapi/engagement/extensions/active-seconds` AS active_seconds,
    context.registration AS registration, context.platform AS platform, context.language AS language,
    notEmpty(context.instructor.name) AS has_instructor, context.statement.id AS reference,
    context.contextActivities.parent.id AS parents, context.contextActivities.grouping.id AS groupings,
    timestamp, _topic, _partition, _offset, _timestamp_ms
FROM bench_queue
