-- A case is shown once, by its most urgent row that is seen. A row that stands behind a more urgent one seen from the
-- same moment or earlier is never that row, as long as the rows are as they are: it says so itself, and the page
-- of Today does not walk it. Such rows are still read by themselves: a promise, a clock, a meeting of the morning.
ALTER TABLE attention ADD COLUMN behind INTEGER NOT NULL DEFAULT 0 CHECK (behind IN (0, 1));
DROP TRIGGER attention_is_made_again;
UPDATE attention SET behind = 1 WHERE EXISTS
  (SELECT 1 FROM attention b
   WHERE b.case_id = attention.case_id AND b.show_from <= attention.show_from
     AND (b.grp < attention.grp OR (b.grp = attention.grp AND (b.due, b.id) < (attention.due, attention.id))));
CREATE TRIGGER attention_is_made_again BEFORE UPDATE ON attention
BEGIN SELECT RAISE(ABORT, 'a row of the queue is made again, never changed'); END;
CREATE INDEX attention_in_front ON attention (grp, due) WHERE behind = 0;
DROP INDEX attention_ahead;
CREATE INDEX attention_ahead ON attention (grp, show_from, due) WHERE behind = 0 AND show_from < due;

-- Enquiries are read from their own index and have no rows in the queue.
DROP INDEX attention_of_enquiry;
