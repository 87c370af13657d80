-- What pages read of sections: section_summary without what speaks of fewer than 5 learners. Grain: course_id, section_id.
-- A figure is judged by the group it describes: outcomes by who reached the section and by whose outcome is known, times by
-- who opened it. Nobody there is not a small group but an empty one: its zeros tell nothing about anyone. With few of
-- known outcome the rest could be read off, so all outcomes go, not the rate alone.
CREATE OR REPLACE VIEW section_report AS
SELECT course_id, section_id, position, kind, title, course_title, mode, outline_version, is_inferred, expected_seconds, floor_seconds,
    s.reached BETWEEN 1 AND 4 AS few_reached,
    few_reached OR s.known BETWEEN 1 AND 4 AS suppressed,
    few_reached OR s.opened BETWEEN 1 AND 4 AS time_suppressed,
    if(few_reached, NULL, s.reached) AS reached,
    if(suppressed OR time_suppressed, NULL, s.opened) AS opened,
    if(suppressed, NULL, s.engaged) AS engaged,
    if(suppressed, NULL, s.deferred) AS deferred,
    if(suppressed, NULL, s.rushed) AS rushed,
    if(suppressed, NULL, s.jumped) AS jumped,
    if(suppressed, NULL, s.unknown) AS unknown,
    if(suppressed, NULL, s.rushed + s.jumped) AS skipped,
    if(suppressed, NULL, s.known) AS known,
    if(suppressed, NULL, s.skip_rate) AS skip_rate,
    if(time_suppressed, NULL, s.q25) AS q25,
    if(time_suppressed, NULL, s.median) AS median,
    if(time_suppressed, NULL, s.q75) AS q75,
    if(time_suppressed, NULL, s.visits) AS visits,
    if(time_suppressed, NULL, s.open_visits) AS open_visits,
    if(time_suppressed, NULL, s.open_share) AS open_share,
    as_of
FROM section_summary AS s
ORDER BY course_id, position;
