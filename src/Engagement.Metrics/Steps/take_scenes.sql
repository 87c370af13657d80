INSERT INTO run_scenes (run, scene, course_id, section_id, is_inferred, version, mode, cohort, kind, idle_us)
SELECT DISTINCT {run:UInt64}, scene, course_id, section_id, NOT is_declared, version, mode, cohort, kind, idle_us
FROM context_sections WHERE run = {run:UInt64}
