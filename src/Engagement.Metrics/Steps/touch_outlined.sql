-- An outline that changed touches the learners of its course, as it was and as it is now. The one step that reads all
-- statements; an outline changes rarely.
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
    ids AS
    (
        SELECT DISTINCT learner_id, arrayJoin(arrayDistinct(arrayConcat([course_id, activity_id], parents, groupings))) AS id
        FROM statements
    )
SELECT DISTINCT {run:UInt64}, toUUID('00000000-0000-0000-0000-000000000000'), learner_id
FROM
(
    SELECT learner_id FROM enrolments WHERE course_id IN changed
    UNION ALL
    SELECT learner_id FROM ids WHERE id IN changed OR id IN (SELECT claimed FROM claims WHERE NOT is_prefix)
    UNION ALL
    SELECT learner_id FROM ids ARRAY JOIN arrayFilter(l -> l <= length(id), prefix_lengths) AS cut
    WHERE substring(id, 1, cut) IN (SELECT claimed FROM claims WHERE is_prefix)
)
