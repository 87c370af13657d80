INSERT INTO outlines_applied (course_id, origin, state, row_version)
SELECT course_id, origin, state, {run:UInt64} FROM run_outlines WHERE run = {run:UInt64}
