-- What pages read of feedback, help and discussions: answer_summary without what fewer than 5 learners said. Grain: course_id, what.
CREATE OR REPLACE VIEW answer_report AS
SELECT course_id, what, s.learners < 5 AS suppressed,
    if(suppressed, NULL, s.learners) AS learners,
    if(suppressed, NULL, s.made) AS made,
    if(suppressed, NULL, s.unanswered) AS unanswered,
    if(suppressed, NULL, s.answers_each) AS answers_each,
    if(suppressed OR s.answered < 5, NULL, s.hours_q25) AS hours_q25,
    if(suppressed OR s.answered < 5, NULL, s.hours_median) AS hours_median,
    if(suppressed OR s.answered < 5, NULL, s.hours_q75) AS hours_q75,
    if(suppressed, NULL, s.oldest_unanswered_at) AS oldest_unanswered_at
FROM answer_summary AS s
ORDER BY course_id, what;
