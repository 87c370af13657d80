-- A row: a course with an active learner. Grain: course_id. Source: metrics, "Around the sections": community take-up.
-- posted, replied, shared: learners who did; take_up: share of the active learners who did any.
CREATE OR REPLACE VIEW community_summary AS
SELECT e.course_id AS course_id, count() AS active,
    countIf(c.posts > 0) AS posted, countIf(c.replies > 0) AS replied, countIf(c.shares > 0) AS shared,
    countIf(c.posts + c.replies + c.shares > 0) / active AS take_up,
    sum(c.posts) AS posts, sum(c.unanswered) AS unanswered_posts,
    if(posts = 0, NULL, sum(c.received) / posts) AS replies_per_post
FROM (SELECT course_id, learner_id FROM enrolments FINAL WHERE started_at IS NOT NULL) AS e
LEFT JOIN
(
    SELECT course_id, learner_id, countIf(what = 'post') AS posts, countIf(what = 'reply') AS replies, countIf(what = 'share') AS shares,
        countIf(what = 'post' AND answers = 0) AS unanswered, sumIf(answers, what = 'post') AS received
    FROM answered WHERE what IN ('post', 'reply', 'share')
    GROUP BY course_id, learner_id
) AS c ON c.course_id = e.course_id AND c.learner_id = e.learner_id
GROUP BY course_id;
