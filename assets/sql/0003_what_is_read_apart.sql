-- Closed cases that wait for their review have a group of their own on Today, read apart from whom to chase: a
-- caseload of many years would fill it. A row of the queue is otherwise made again and never changed.
DROP TRIGGER attention_is_made_again;
UPDATE attention SET grp = 9 WHERE kind = 'review';
CREATE TRIGGER attention_is_made_again BEFORE UPDATE ON attention
BEGIN SELECT RAISE(ABORT, 'a row of the queue is made again, never changed'); END;

-- What was promised is read apart too: by the one who promised, and in the morning.
CREATE INDEX attention_promised ON attention (due, id) WHERE kind = 'step: promise';

-- What is shown before its day is found by the moment it is shown from: what comes later is not walked.
CREATE INDEX attention_ahead ON attention (grp, show_from, due) WHERE show_from < due;

-- What a line of taking back opens is open in its own write alone: the write sets this mark after the line and removes
-- it at its end, and a write that left it there is refused as a whole, for nothing has the key -1.
CREATE TABLE taking (
  history_id INTEGER PRIMARY KEY CHECK (history_id > 0),
  ends       INTEGER NOT NULL DEFAULT -1 CHECK (ends = -1)
             REFERENCES taking (history_id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TRIGGER taking_is_of_its_line BEFORE INSERT ON taking
WHEN NOT EXISTS (SELECT 1 FROM history WHERE id = NEW.history_id AND act LIKE 'Taken back: %')
BEGIN SELECT RAISE(ABORT, 'only what was done is taken back'); END;
DROP VIEW taking_back;
CREATE VIEW taking_back AS
SELECT h.case_id AS case_id, h.call_id AS call_id FROM history h
WHERE h.seq = (SELECT max(seq) FROM history)
  AND EXISTS (SELECT 1 FROM taking t WHERE t.history_id = h.id)
  AND EXISTS (SELECT 1 FROM history x
              WHERE ((h.case_id IS NOT NULL AND x.case_id = h.case_id) OR (h.call_id IS NOT NULL AND x.call_id = h.call_id))
                AND x.seq < h.seq AND h.act = substr('Taken back: ' || x.act, 1, 60)
                AND x.at BETWEEN h.at - 600000 AND h.at);
