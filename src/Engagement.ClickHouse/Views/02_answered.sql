-- A row: a contribution, and what others said to it. Grain: statement_id.
-- answers: by others than the learner; first_answer_at: null while there is none; accepted_at: the first that was a success.
CREATE OR REPLACE VIEW answered AS
SELECT c.course_id AS course_id, c.learner_id AS learner_id, c.statement_id AS statement_id, c.what AS what,
    c.section_id AS section_id, c.kind AS kind, c.made_at AS made_at,
    arrayFilter(a -> a.1 != c.learner_id, a.said) AS by_others,
    length(by_others) AS answers,
    if(answers = 0, NULL, arrayMin(by_others.2)) AS first_answer_at,
    if(first_answer_at < made_at, 0, dateDiff('microsecond', made_at, first_answer_at) / 1e6) AS latency_seconds,
    arrayFilter(a -> a.3, by_others).2 AS accepted,
    if(empty(accepted), NULL, arrayMin(accepted)) AS accepted_at
FROM (SELECT * FROM contributions FINAL) AS c
LEFT JOIN
(
    SELECT target_id, groupArray((learner_id, answered_at, ifNull(success, false))) AS said FROM answers GROUP BY target_id
) AS a ON a.target_id = c.statement_id;
