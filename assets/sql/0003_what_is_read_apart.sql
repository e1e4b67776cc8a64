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
-- it at its end, and a write that left it there is refused as a whole, for nothing has the key -1. Where the checks of
-- keys are switched off a mark may be left over: it is of the newest line and of its own moment, ten seconds of the
-- computer's clock, and leaves with the next line.
CREATE TABLE taking (
  history_id INTEGER PRIMARY KEY CHECK (history_id > 0),
  ends       INTEGER NOT NULL DEFAULT -1 CHECK (ends = -1)
             REFERENCES taking (history_id) DEFERRABLE INITIALLY DEFERRED,
  since      INTEGER NOT NULL DEFAULT (unixepoch())
) STRICT;
CREATE TRIGGER taking_is_of_its_line BEFORE INSERT ON taking
WHEN NEW.since <> unixepoch() OR NOT EXISTS
  (SELECT 1 FROM history WHERE id = NEW.history_id AND act LIKE 'Taken back: %' AND seq = (SELECT max(seq) FROM history))
BEGIN SELECT RAISE(ABORT, 'only what was done is taken back'); END;
CREATE TRIGGER taking_stays_of_its_line BEFORE UPDATE ON taking
BEGIN SELECT RAISE(ABORT, 'only what was done is taken back'); END;
CREATE TRIGGER taking_ends_with_its_line AFTER INSERT ON history
BEGIN DELETE FROM taking; END;
DROP VIEW taking_back;
CREATE VIEW taking_back AS
SELECT h.case_id AS case_id, h.call_id AS call_id FROM history h
WHERE h.seq = (SELECT max(seq) FROM history)
  AND EXISTS (SELECT 1 FROM taking t WHERE t.history_id = h.id AND unixepoch() - t.since BETWEEN 0 AND 10)
  AND EXISTS (SELECT 1 FROM history x
              WHERE ((h.case_id IS NOT NULL AND x.case_id = h.case_id) OR (h.call_id IS NOT NULL AND x.call_id = h.call_id))
                AND x.seq < h.seq AND h.act = substr('Taken back: ' || x.act, 1, 60)
                AND x.at BETWEEN h.at - 600000 AND h.at);

-- Nobody has taken over a case that begins. Who wrote is a name, and no longer than one; a time to ring back is a time.
DROP TRIGGER cases_known;
CREATE TRIGGER cases_known BEFORE INSERT ON cases
WHEN EXISTS (SELECT 1 FROM cases WHERE id = NEW.id) OR NEW.number IS NOT NULL OR NEW.state <> 'in call'
  OR NEW.keeper <> '' OR length(NEW.staff) > 200
BEGIN SELECT RAISE(ABORT, 'a case begins in a call and its number is its own'); END;
DROP TRIGGER calls_known;
CREATE TRIGGER calls_known BEFORE INSERT ON calls
WHEN EXISTS (SELECT 1 FROM calls WHERE id = NEW.id) OR NEW.number IS NOT NULL OR NEW.enquiry_number IS NOT NULL
  OR NEW.ring_back_time <> '' OR length(NEW.staff) > 200
BEGIN SELECT RAISE(ABORT, 'a call is written once, and its number is its own'); END;
CREATE TRIGGER calls_ring_back_at_a_time BEFORE UPDATE OF ring_back_time ON calls
WHEN NEW.ring_back_time <> ''
  AND replace(replace(replace(NEW.ring_back_time, 'before ', ''), 'after ', ''), 'at ', '') NOT GLOB '[0-2][0-9]:[0-5][0-9]'
BEGIN SELECT RAISE(ABORT, 'a time to ring back is a time'); END;
DROP TRIGGER history_known;
CREATE TRIGGER history_known BEFORE INSERT ON history
WHEN EXISTS (SELECT 1 FROM history WHERE id = NEW.id OR seq = NEW.seq) OR length(NEW.staff) > 200
BEGIN SELECT RAISE(ABORT, 'what happened is added, never rewritten'); END;

-- After a withdrawal a row of the queue is the decision that is left, in its own words and of nobody's name. Enquiries
-- are read from their own index and have no rows here.
DROP TRIGGER attention_gate;
CREATE TRIGGER attention_gate BEFORE INSERT ON attention
WHEN NEW.case_id IS NULL OR EXISTS (SELECT 1 FROM attention WHERE id = NEW.id)
  OR (NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id) AND NOT (
    EXISTS (SELECT 1 FROM consents WHERE case_id = NEW.case_id)
    AND NEW.name = '' AND NEW.party_id IS NULL AND NEW.number IS (SELECT number FROM cases WHERE id = NEW.case_id)
    AND NEW.due IS date(NEW.due) AND substr(NEW.show_from, 1, 10) IS date(substr(NEW.show_from, 1, 10))
    AND (length(NEW.show_from) = 10 OR substr(NEW.show_from, 11) GLOB 'T[0-2][0-9]:[0-5][0-9]')
    AND ((NEW.kind = 'withdrawn' AND NEW.reason = 'Consent withdrawn: keep or erase?' AND NEW.step = 'Decide'
          AND NEW.booking_id IS NULL)
      OR (NEW.kind = 'in doubt' AND NEW.step = 'Settle'
          AND NEW.reason GLOB 'In doubt [MTWFS][a-z][a-z] [1-9]* [JFMASOND][a-z][a-z]: consent withdrawn'
          AND length(NEW.reason) <= 38
          AND EXISTS (SELECT 1 FROM bookings WHERE id = NEW.booking_id AND case_id = NEW.case_id)))))
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;

-- Of an enquiry the names of both colleagues are names: no number, four words at most.
DROP TRIGGER handovers_gate;
CREATE TRIGGER handovers_gate BEFORE INSERT ON handovers
WHEN NEW.state <> 'offered' OR EXISTS (SELECT 1 FROM handovers WHERE id = NEW.id)
  OR (NEW.case_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id))
  OR (NEW.enquiry_id IS NOT NULL AND (NEW.words <> '' OR NEW.to_staff || NEW.from_staff GLOB '*[0-9]*'
      OR trim(NEW.to_staff) LIKE '% % % % %' OR trim(NEW.from_staff) LIKE '% % % % %' OR NOT EXISTS
      (SELECT 1 FROM enquiries WHERE id = NEW.enquiry_id AND state = 'open')))
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;

-- The rows of open cases are made again by the rules of this version, in quiet moments; this says how far that has come.
INSERT INTO settings (key, value) SELECT 'rows made to', '0' WHERE EXISTS (SELECT 1 FROM cases);

-- A line that is only counted is of no case.
UPDATE calls SET case_id = NULL WHERE case_id IS NOT NULL AND outcome IN ('no consent', 'child alone', 'would not say');
CREATE TRIGGER calls_that_are_counted_are_of_no_case BEFORE UPDATE OF outcome, case_id ON calls
WHEN NEW.case_id IS NOT NULL AND NEW.outcome IN ('no consent', 'child alone', 'would not say')
BEGIN SELECT RAISE(ABORT, 'a line to count is of no case'); END;
