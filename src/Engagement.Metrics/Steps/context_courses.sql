-- What the run computes with. Runs at the same time may have resolved a context twice, to the same end.
INSERT INTO context_courses (run, context_key, from_us, until_us, course_id, is_declared, version, mode, section_id, kind, idle_us, object_is_course, cohort)
SELECT {run:UInt64}, context_key, from_us, until_us, course_id, is_declared, version, mode, section_id, kind, idle_us, object_is_course, cohort
FROM resolved_contexts
WHERE outlines = {outlines:UInt64} AND resolved_at > now() - INTERVAL 6 DAY
    AND context_key IN (SELECT context_key FROM run_contexts WHERE run = {run:UInt64})
    AND context_key NOT IN (SELECT context_key FROM context_courses WHERE run = {run:UInt64})
LIMIT 1 BY context_key, from_us
