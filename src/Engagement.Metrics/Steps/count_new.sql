WITH (SELECT (min(stored_from), max(stored_until)) FROM run_touches WHERE run = {run:UInt64} AND stored_until > toDateTime64(0, 6, 'UTC')) AS span
SELECT count() FROM statement_contents WHERE stored_at BETWEEN span.1 AND span.2
