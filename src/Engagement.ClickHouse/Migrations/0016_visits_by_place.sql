-- Visits of a run have their place and their course by number; whoever needs the texts joins them last.
ALTER TABLE run_visits DROP COLUMN IF EXISTS course_id, DROP COLUMN IF EXISTS section_id;
