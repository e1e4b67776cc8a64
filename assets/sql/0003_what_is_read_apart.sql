-- Closed cases that wait for their review have a group of their own on Today, read apart from whom to chase: a
-- caseload of many years would fill it. A row of the queue is otherwise made again and never changed.
DROP TRIGGER attention_is_made_again;
UPDATE attention SET grp = 9 WHERE kind = 'review';
CREATE TRIGGER attention_is_made_again BEFORE UPDATE ON attention
BEGIN SELECT RAISE(ABORT, 'a row of the queue is made again, never changed'); END;

-- What was promised is read apart too: by the one who promised, and in the morning.
CREATE INDEX attention_promised ON attention (due, id) WHERE kind = 'step: promise';
