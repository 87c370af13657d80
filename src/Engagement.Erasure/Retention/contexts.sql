-- Of the courses that are due, and of those the same learners are kept in.
INSERT INTO retention_contexts (course_id, context_key)
WITH
    concerned AS (SELECT DISTINCT course_id FROM enrolments WHERE learner_id IN (SELECT learner_id FROM retention_due)),
    claims AS
    (
        SELECT course_id, endsWith(activity, '*') AS is_prefix, if(is_prefix, substring(activity, 1, length(activity) - 1), activity) AS claimed
        FROM (SELECT course_id, arrayJoin(activities) AS activity FROM course_sections WHERE course_id IN concerned)
        UNION ALL
        SELECT course_id, false, course_id FROM concerned
    ),
    (SELECT groupUniqArrayIf(length(claimed), is_prefix) FROM claims) AS prefix_lengths,
    ids AS (SELECT context_key, arrayJoin(arrayDistinct(arrayConcat([course_id, activity_id], parents, groupings))) AS id FROM contexts),
    lookups AS
    (
        SELECT context_key, if(cut = 0, id, substring(id, 1, cut)) AS wanted, cut > 0 AS is_prefix
        FROM ids ARRAY JOIN arrayConcat([0], arrayFilter(l -> l <= length(id), prefix_lengths)) AS cut
    )
SELECT DISTINCT c.course_id, l.context_key
FROM lookups AS l INNER JOIN claims AS c ON c.claimed = l.wanted AND c.is_prefix = l.is_prefix
