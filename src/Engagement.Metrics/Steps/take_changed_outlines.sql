INSERT INTO run_outlines (run, course_id, origin, state)
SELECT {run:UInt64}, course_id, origin, state FROM outlines_pending WHERE origin = {origin:String}
