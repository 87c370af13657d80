-- A row: a course and what its learners hope for an answer to. Grain: course_id, what: submission, question, post, reply, share.
-- Source: metrics, "Around the sections": feedback latency, cries for help, community take-up.
-- made, answered and answers count statements; hours are from a statement to its first answer.
CREATE OR REPLACE VIEW answer_summary AS
SELECT course_id, what, uniqExact(learner_id) AS learners, count() AS made, countIf(a.answers > 0) AS answered, sum(a.answers) AS answers,
    made - answered AS unanswered, answers / made AS answers_each,
    quantilesExactInclusiveIf(0.25, 0.5, 0.75)(assumeNotNull(latency_seconds) / 3600, a.answers > 0) AS hours,
    if(answered = 0, NULL, hours[1]) AS hours_q25, if(answered = 0, NULL, hours[2]) AS hours_median, if(answered = 0, NULL, hours[3]) AS hours_q75,
    minOrNullIf(made_at, a.answers = 0) AS oldest_unanswered_at
FROM answered AS a
GROUP BY course_id, what
ORDER BY course_id, what;
