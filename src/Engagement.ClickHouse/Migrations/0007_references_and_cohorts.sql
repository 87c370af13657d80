-- A facilitator's feedback names the learner's statement as its object, or in its context: one column, whichever it is.
ALTER TABLE statements RENAME COLUMN IF EXISTS context_statement_id TO refers_to_id;
ALTER TABLE statements COMMENT COLUMN refers_to_id 'the statement this one is about: its object where that is a StatementRef (and the statement does not void), else context.statement, or zero';

ALTER TABLE statements ADD COLUMN IF NOT EXISTS cohort LowCardinality(String) COMMENT 'id of the first category that is typed as a cohort, or empty' AFTER groupings;
