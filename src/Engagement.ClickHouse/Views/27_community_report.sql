-- What pages read of take-up: community_summary of courses with at least 5 active learners. Grain: course_id.
CREATE OR REPLACE VIEW community_report AS
SELECT course_id, s.active < 5 AS suppressed,
    if(suppressed, NULL, s.active) AS active,
    if(suppressed, NULL, s.posted) AS posted,
    if(suppressed, NULL, s.replied) AS replied,
    if(suppressed, NULL, s.shared) AS shared,
    if(suppressed, NULL, s.take_up) AS take_up,
    if(suppressed, NULL, s.posts) AS posts,
    if(suppressed, NULL, s.unanswered_posts) AS unanswered_posts,
    if(suppressed, NULL, s.replies_per_post) AS replies_per_post
FROM community_summary AS s;
