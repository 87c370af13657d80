-- A row: a learner of a course, and how it ended for them so far. Grain: course_id, learner_id.
-- Source: metrics, "Around the sections": completion, attrition, survival.
-- completed, withdrawn (stated, and not completed), silent (no statement in the 14 days before the newest of the course), or
-- active. ended_at: when they completed, withdrew or were last seen; for the active, the newest statement of the course.
-- start: registration or first statement, whichever is known to be first.
CREATE OR REPLACE VIEW outcomes AS
SELECT course_id, learner_id, mode, cohort, statements, first_at, last_at, started_at, waiting_days, row_version,
    max(last_at) OVER (PARTITION BY course_id) AS newest_at,
    multiIf(
        completed_at IS NOT NULL, 'completed',
        withdrawn_at IS NOT NULL, 'withdrawn',
        last_at < newest_at - INTERVAL 14 DAY, 'silent',
        'active') AS outcome,
    outcome IN ('withdrawn', 'silent') AS gave_up,
    multiIf(outcome = 'completed', assumeNotNull(completed_at), outcome = 'withdrawn', assumeNotNull(withdrawn_at), outcome = 'silent', last_at, newest_at) AS ended_at
FROM enrolments FINAL;
