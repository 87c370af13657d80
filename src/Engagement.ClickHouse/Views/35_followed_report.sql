-- What pages read of what came after a Try It or Think About: of those who did it (engaged, deferred) and those who skipped it
-- (rushed, jumped), who gave up the course and who completed it. Grain: course_id, section_id. Both groups are held back where one
-- has fewer than 5: the course's numbers would give it away. An empty one has nothing to hide.
CREATE OR REPLACE VIEW followed_report AS
SELECT course_id, section_id, position, kind, title,
    s.did BETWEEN 1 AND 4 OR s.skipped BETWEEN 1 AND 4 AS suppressed,
    if(suppressed, NULL, s.did) AS did,
    if(suppressed, NULL, s.did_gave_up) AS did_gave_up,
    if(suppressed, NULL, s.did_completed) AS did_completed,
    if(suppressed, NULL, s.skipped) AS skipped,
    if(suppressed, NULL, s.skipped_gave_up) AS skipped_gave_up,
    if(suppressed, NULL, s.skipped_completed) AS skipped_completed
FROM
(
    SELECT e.course_id AS course_id, e.section_id AS section_id,
        countIf(e.status IN ('engaged', 'deferred')) AS did,
        countIf(e.status IN ('engaged', 'deferred') AND u.gave_up) AS did_gave_up,
        countIf(e.status IN ('engaged', 'deferred') AND u.outcome = 'completed') AS did_completed,
        countIf(e.status IN ('rushed', 'jumped')) AS skipped,
        countIf(e.status IN ('rushed', 'jumped') AND u.gave_up) AS skipped_gave_up,
        countIf(e.status IN ('rushed', 'jumped') AND u.outcome = 'completed') AS skipped_completed
    FROM (SELECT course_id, learner_id, section_id, status FROM section_engagement FINAL WHERE kind IN ('try-it', 'think-about')) AS e
    INNER JOIN (SELECT course_id, learner_id, outcome, gave_up FROM outcomes) AS u ON u.course_id = e.course_id AND u.learner_id = e.learner_id
    GROUP BY course_id, section_id
) AS s
INNER JOIN
(
    SELECT course_id, section_id, position, kind, title FROM course_outlines_in_force WHERE kind IN ('try-it', 'think-about')
) AS o USING (course_id, section_id)
ORDER BY course_id, position;
