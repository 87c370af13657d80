-- A row: an alert as it stands. Grain: alert_id. Keys: course_id, learner_id → enrolments. state: open, acknowledged, contacted, and at the
-- end resolved, returned or dismissed. owner: who acknowledged or contacted first; all zeros: nobody yet. snoozed_until: of the newest
-- snooze. What is held back is in here: who shows alerts to people leaves it out.
CREATE OR REPLACE VIEW alerts AS
SELECT alert_id, any(e.course_id) AS course_id, any(e.learner_id) AS learner_id, any(e.facilitator_id) AS facilitator_id, any(e.cohort) AS cohort,
    any(e.is_held_back) AS is_held_back, any(e.cause) AS cause, any(e.situation) AS situation, any(e.score) AS score, any(e.is_shown) AS is_shown,
    any(e.waiting_since) AS waiting_since, any(e.last_at) AS last_at, any(e.reasons) AS reasons, any(e.next_step) AS next_step,
    max(e.sequence) AS sequence,
    if((argMaxIf(toString(kind), e.sequence, kind != 'snoozed') AS last) = 'raised', 'open', last) AS state,
    minIf(at, kind = 'raised') AS raised_at, minIf(recorded_at, kind = 'raised') AS recorded_at, max(e.at) AS changed_at,
    argMinIf(by, e.sequence, kind IN ('acknowledged', 'contacted')) AS owner,
    argMaxIf(e.snoozed_until, e.sequence, kind = 'snoozed') AS snoozed_until,
    minIfOrNull(at, kind = 'contacted') AS contacted_at,
    maxIfOrNull(at, kind IN ('resolved', 'returned', 'dismissed')) AS closed_at,
    argMaxIf(e.why, e.sequence, kind IN ('resolved', 'returned')) AS why
FROM alert_events AS e FINAL
GROUP BY alert_id;
