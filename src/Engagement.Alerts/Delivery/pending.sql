-- A row: an event that a channel is still to be told of, and how its tries went. Grain: event_id. What is held back is told to nobody, and what
-- happened before the channel was there is not told afterwards.
SELECT e.event_id AS event_id, d.tries AS tries, if(d.tries = 0, NULL, d.first_at) AS first_at, d.next_at AS next_at
FROM
(
    SELECT alert_id, sequence, event_id, recorded_at FROM alert_events FINAL
    WHERE NOT is_held_back
        AND recorded_at >= (SELECT min(at) FROM deliveries WHERE channel = {channel:String} AND event_id = toUUID('00000000-0000-0000-0000-000000000000'))
) AS e
LEFT JOIN
(
    -- The first try is that after it was given up last, where somebody had it taken up again.
    SELECT event_id, max(t.try) AS tries, argMax(t.state, t.try) AS state, argMax(t.next_at, t.try) AS next_at, minIf(t.at, t.try > t.given) AS first_at
    FROM
    (
        SELECT event_id, try, state, next_at, at, maxIf(try, state = 'given-up') OVER (PARTITION BY event_id) AS given
        FROM deliveries WHERE channel = {channel:String}
    ) AS t GROUP BY event_id
) AS d ON d.event_id = e.event_id
WHERE d.tries = 0 OR d.state = 'failed'
ORDER BY e.recorded_at, e.alert_id, e.sequence
LIMIT {most:UInt32}
SETTINGS date_time_output_format = 'iso'
