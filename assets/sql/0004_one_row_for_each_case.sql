-- A case is shown once, by its most urgent row that is seen. From the moment a more urgent row of the case is seen, a
-- row is hidden: it says so itself, so that the page of Today asks no other row. A row that is hidden before it is seen
-- is not walked at all. Hidden rows are still read by themselves: a promise, a clock, a meeting of the morning.
ALTER TABLE attention ADD COLUMN hidden_from TEXT NOT NULL DEFAULT '9999-12-31' CHECK (length(hidden_from) IN (10, 16));
DROP TRIGGER attention_is_made_again;
UPDATE attention SET hidden_from = COALESCE(
  (SELECT min(b.show_from) FROM attention b
   WHERE b.case_id = attention.case_id
     AND (b.grp < attention.grp OR (b.grp = attention.grp AND (b.due, b.id) < (attention.due, attention.id)))),
  hidden_from);
CREATE TRIGGER attention_is_made_again BEFORE UPDATE ON attention
BEGIN SELECT RAISE(ABORT, 'a row of the queue is made again, never changed'); END;
CREATE INDEX attention_in_front ON attention (grp, due, id, show_from, hidden_from) WHERE show_from < hidden_from;
DROP INDEX attention_ahead;
CREATE INDEX attention_ahead ON attention (grp, show_from, due, hidden_from)
WHERE show_from < hidden_from AND show_from < due;

-- Enquiries are read from their own index and have no rows in the queue.
DROP INDEX attention_of_enquiry;
