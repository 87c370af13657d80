-- A row: a facilitator, and what they are still to be told by mail. Grain: facilitator_id. What happened before mail was there is not told
-- afterwards, nor what is older than a week.
SELECT e.facilitator_id AS facilitator_id, any(a.time_zone) AS time_zone, groupArray(e.event_id) AS events
FROM
(
    SELECT facilitator_id, event_id, recorded_at FROM alert_events FINAL
    WHERE kind IN ('raised', 'returned') AND NOT is_held_back AND facilitator_id != toUUID('00000000-0000-0000-0000-000000000000')
        AND recorded_at >= (SELECT min(at) FROM deliveries WHERE channel = 'mail' AND event_id = toUUID('00000000-0000-0000-0000-000000000000'))
        AND recorded_at > {week:DateTime64(3)}
        AND event_id NOT IN (SELECT arrayJoin(events) FROM digests FINAL)
    ORDER BY recorded_at, alert_id, sequence
) AS e
LEFT JOIN (SELECT facilitator_id, any(toString(o.time_zone)) AS time_zone FROM accounts AS o FINAL WHERE NOT is_disabled GROUP BY facilitator_id) AS a
    ON a.facilitator_id = e.facilitator_id
GROUP BY e.facilitator_id
