-- An outline that changed touches the learners of its course, as it was and as it is now. Whom no run has met yet, has a
-- touch anyway, so the contexts that are known tell all.
INSERT INTO run_touches (run, touch_id, learner_id)
WITH
    changed AS (SELECT course_id FROM run_outlines WHERE run = {run:UInt64} AND origin = 'declared'),
    claims AS
    (
        SELECT endsWith(activity, '*') AS is_prefix, if(is_prefix, substring(activity, 1, length(activity) - 1), activity) AS claimed
        FROM run_sections ARRAY JOIN activities AS activity
        WHERE run = {run:UInt64} AND NOT is_inferred AND course_id IN changed
    ),
    (SELECT groupUniqArrayIf(length(claimed), is_prefix) FROM claims) AS prefix_lengths,
    ids AS (SELECT context_key, arrayJoin(arrayDistinct(arrayConcat([course_id, activity_id], parents, groupings))) AS id FROM contexts),
    claimed_ids AS
    (
        SELECT id FROM (SELECT DISTINCT id FROM ids)
        WHERE id IN changed OR id IN (SELECT claimed FROM claims WHERE NOT is_prefix)
        UNION ALL
        SELECT id FROM (SELECT DISTINCT id FROM ids)
        ARRAY JOIN arrayFilter(l -> l <= length(id), prefix_lengths) AS cut
        WHERE substring(id, 1, cut) IN (SELECT claimed FROM claims WHERE is_prefix)
    )
SELECT DISTINCT {run:UInt64}, toUUID('00000000-0000-0000-0000-000000000000'), learner_id
FROM
(
    SELECT learner_id FROM enrolments WHERE course_id IN changed
    UNION ALL
    SELECT learner_id FROM statements WHERE context_key IN (SELECT context_key FROM ids WHERE id IN claimed_ids)
)
