-- A row: a learner of a course, also one who is in the roster alone, as nothing was heard of them yet. Grain: course_id, learner_id.
-- facilitator_id: who looks after them, all zeros where nobody is named. cohort: the roster's, else what statements say.
CREATE OR REPLACE VIEW course_learners AS
SELECT course_id, learner_id, max(s.facilitator_id) AS facilitator_id, if(max(s.given) != '', max(s.given), max(s.told)) AS cohort,
    min(s.registered_at) AS registered_at, min(s.started_at) AS started_at, max(s.last_at) AS last_at,
    min(s.completed_at) AS completed_at, min(s.withdrawn_at) AS withdrawn_at
FROM
(
    SELECT course_id, learner_id, facilitator_id, cohort AS given, '' AS told, registered_at::Nullable(DateTime64(6, 'UTC')) AS registered_at,
        NULL::Nullable(DateTime64(6, 'UTC')) AS started_at, NULL::Nullable(DateTime64(6, 'UTC')) AS last_at,
        NULL::Nullable(DateTime64(6, 'UTC')) AS completed_at, withdrawn_at::Nullable(DateTime64(6, 'UTC')) AS withdrawn_at
    FROM roster FINAL
    UNION ALL
    SELECT course_id, learner_id, toUUID('00000000-0000-0000-0000-000000000000'), '', cohort, registered_at,
        started_at, last_at::Nullable(DateTime64(6, 'UTC')), completed_at, withdrawn_at
    FROM enrolments FINAL
) AS s
GROUP BY course_id, learner_id;
