-- Version 2: what a coordinator's day needs. Certificates, outcomes, agreements, objections, which numbers are
-- safe, promises with words, snoozes, handovers, links between cases, two values for one field, misses of a
-- clock, names that sound alike. The same wall stands around all of it: nothing of a family without consent,
-- nothing rewritten that is history, nothing removed but by erasing.

ALTER TABLE cases ADD COLUMN closing TEXT NOT NULL DEFAULT '' CHECK (closing IN ('', 'agreed in full', 'agreed in part',
  'no agreement', 'settled before the meeting', 'the la changed its decision', 'family withdrew', 'other side withdrew',
  'not arranged in time', 'certificate only', 'no contact', 'other'));
-- Who looks after the case: the last who took it over.
ALTER TABLE cases ADD COLUMN keeper TEXT NOT NULL DEFAULT '' CHECK (length(keeper) <= 100);
CREATE TRIGGER cases_keeper_gate BEFORE UPDATE OF keeper ON cases
WHEN NEW.keeper <> OLD.keeper AND NEW.keeper <> ''
  AND NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;
-- A closed case is kept until this day, and then reviewed.
ALTER TABLE cases ADD COLUMN keep_until TEXT CHECK (keep_until IS NULL OR keep_until IS date(keep_until));
-- Closed cases are reviewed when their time of keeping ends.
CREATE INDEX cases_closed ON cases (closed, id) WHERE state = 'closed';
CREATE TRIGGER cases_close_with_a_reason BEFORE UPDATE OF state ON cases
WHEN NEW.state = 'closed' AND OLD.state <> 'closed' AND (NEW.closing = '' OR NEW.closed IS NULL)
BEGIN SELECT RAISE(ABORT, 'closing asks for a reason'); END;

CREATE INDEX calls_of_enquiry ON calls (enquiry_id) WHERE enquiry_id IS NOT NULL;
-- Rows of clocks that can run out unmet: the morning looks through those that are past their day.
CREATE INDEX attention_that_can_be_missed ON attention (due, id)
WHERE kind IN ('two months', '30 days', 'certificate', 'step: certificate', 'step: check with the parent',
  'step: tell the family the date');

-- A promise in words, and of whom.
ALTER TABLE steps ADD COLUMN words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 300);
ALTER TABLE steps ADD COLUMN party_id INTEGER;
CREATE TRIGGER steps_words_gate BEFORE UPDATE OF words ON steps
WHEN NEW.words <> OLD.words AND NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;

-- 0: as many as there are.
ALTER TABLE mediators ADD COLUMN per_week INTEGER NOT NULL DEFAULT 0 CHECK (per_week BETWEEN 0 AND 20);

-- An answer that was taken back stays in the file and counts no more.
ALTER TABLE answers ADD COLUMN taken_back INTEGER;
DROP TRIGGER answers_stay_as_they_are;
CREATE TRIGGER answers_stay_as_they_are BEFORE UPDATE ON answers
WHEN NEW.id <> OLD.id OR NEW.party_id <> OLD.party_id OR NEW.seq <> OLD.seq OR NEW.answer <> OLD.answer
  OR NEW.person <> OLD.person OR NEW.words <> OLD.words OR NEW.how <> OLD.how OR NEW.source <> OLD.source
  OR NEW.day <> OLD.day OR NEW.at <> OLD.at OR NEW.staff <> OLD.staff
  OR OLD.taken_back IS NOT NULL OR NEW.taken_back IS NULL
BEGIN SELECT RAISE(ABORT, 'an answer is added, never rewritten'); END;
DROP VIEW standing_answers;
CREATE VIEW standing_answers AS
SELECT p.id AS party_id, p.case_id AS case_id, p.side AS side, p.needed AS needed,
  COALESCE((SELECT a.answer FROM answers a
            WHERE a.party_id = p.id AND a.answer NOT IN ('asked', 'left message') AND a.taken_back IS NULL
            ORDER BY a.seq DESC LIMIT 1), 'not asked') AS answer
FROM parties p;
CREATE TRIGGER light_out_by_taking_back AFTER UPDATE OF taken_back ON answers
BEGIN
  UPDATE bookings SET state = 'in doubt', rev = rev + 1
  WHERE state = 'booked' AND case_id = (SELECT case_id FROM parties WHERE id = NEW.party_id)
    AND NOT EXISTS (SELECT 1 FROM ready_to_book r WHERE r.case_id = bookings.case_id);
END;

-- A second parent who objects, or an order of a court: nothing is booked until a coordinator has settled it.
CREATE TABLE objections (
  id         INTEGER PRIMARY KEY,
  case_id    INTEGER NOT NULL REFERENCES cases (id),
  kind       TEXT NOT NULL CHECK (kind IN ('other parent objects', 'court order')),
  who        TEXT NOT NULL DEFAULT '' CHECK (length(who) <= 200),
  words      TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 500),
  day        TEXT NOT NULL CHECK (day IS date(day)),
  at         INTEGER NOT NULL,
  staff      TEXT NOT NULL CHECK (length(trim(staff)) > 0),
  state      TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'consent stands', 'consent withdrawn')),
  settled_words TEXT NOT NULL DEFAULT '' CHECK (length(settled_words) <= 500),
  settled    TEXT CHECK (settled IS NULL OR settled IS date(settled)),
  settled_by TEXT NOT NULL DEFAULT '' CHECK (length(settled_by) <= 100),
  rev        INTEGER NOT NULL DEFAULT 1,
  CHECK ((state = 'open') = (settled IS NULL))
) STRICT;
CREATE INDEX objections_of_case ON objections (case_id, id);
CREATE TRIGGER objections_gate BEFORE INSERT ON objections
WHEN NEW.state <> 'open' OR EXISTS (SELECT 1 FROM objections WHERE id = NEW.id)
  OR NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;
CREATE TRIGGER objections_are_settled_once BEFORE UPDATE ON objections
WHEN OLD.state <> 'open' OR NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.kind <> OLD.kind
  OR NEW.who <> OLD.who OR NEW.words <> OLD.words OR NEW.day <> OLD.day OR NEW.at <> OLD.at OR NEW.staff <> OLD.staff
  OR NEW.settled_by = '' OR NEW.state = 'open'
  -- Words of the settling need consent; those of a withdrawal are written at its moment, before anything else is.
  OR (NEW.settled_words <> '' AND NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
      AND (NEW.state <> 'consent withdrawn' OR EXISTS
           (SELECT 1 FROM history h WHERE h.case_id = NEW.case_id
              AND h.at > (SELECT at FROM consents WHERE case_id = NEW.case_id ORDER BY seq DESC LIMIT 1))))
BEGIN SELECT RAISE(ABORT, 'an objection is settled once, by a person'); END;
DROP VIEW ready_to_book;
CREATE VIEW ready_to_book AS
SELECT c.id AS case_id FROM cases c
WHERE c.state = 'open'
  AND EXISTS (SELECT 1 FROM consent_in_force f WHERE f.case_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM objections o WHERE o.case_id = c.id AND o.state = 'open')
  AND EXISTS (SELECT 1 FROM parties p WHERE p.case_id = c.id AND p.side = 'family' AND p.needed = 'needed')
  AND EXISTS (SELECT 1 FROM parties p WHERE p.case_id = c.id AND p.side = 'other side' AND p.needed = 'needed')
  AND NOT EXISTS (SELECT 1 FROM standing_answers s
                  WHERE s.case_id = c.id AND s.needed = 'needed' AND s.answer NOT IN ('willing', 'willing, but'));
CREATE TRIGGER light_out_by_objection AFTER INSERT ON objections
BEGIN
  UPDATE bookings SET state = 'in doubt', rev = rev + 1 WHERE state = 'booked' AND case_id = NEW.case_id;
END;

-- Each number and address of a party: may we ring, leave a message, write; who said so. Old ones are kept for Find.
CREATE TABLE contacts (
  id       INTEGER PRIMARY KEY,
  case_id  INTEGER NOT NULL REFERENCES cases (id),
  party_id INTEGER NOT NULL REFERENCES parties (id),
  kind     TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'address')),
  value    TEXT NOT NULL CHECK (length(trim(value)) > 0 AND length(value) <= 300),
  ring     TEXT NOT NULL DEFAULT 'not said' CHECK (ring IN ('yes', 'no', 'not said')),
  message  TEXT NOT NULL DEFAULT 'not said' CHECK (message IN ('yes', 'no', 'not said')),
  writing  TEXT NOT NULL DEFAULT 'not said' CHECK (writing IN ('yes', 'no', 'not said')),
  said_by  TEXT NOT NULL DEFAULT '' CHECK (length(said_by) <= 200),
  day      TEXT NOT NULL CHECK (day IS date(day)),
  staff    TEXT NOT NULL CHECK (length(trim(staff)) > 0),
  current  TEXT NOT NULL DEFAULT 'yes' CHECK (current IN ('yes', 'no')),
  rev      INTEGER NOT NULL DEFAULT 1,
  UNIQUE (party_id, kind, value)
) STRICT;
CREATE INDEX contacts_of_case ON contacts (case_id, party_id);
CREATE TRIGGER contacts_gate BEFORE INSERT ON contacts
WHEN NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
  OR NOT EXISTS (SELECT 1 FROM parties WHERE id = NEW.party_id AND case_id = NEW.case_id)
  OR EXISTS (SELECT 1 FROM contacts WHERE id = NEW.id OR (party_id = NEW.party_id AND kind = NEW.kind AND value = NEW.value))
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;
CREATE TRIGGER contacts_gate_on_change BEFORE UPDATE ON contacts
WHEN NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.party_id <> OLD.party_id
  OR NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;

-- What came of a meeting. A correction is another row; the latest that was not taken back counts.
CREATE TABLE outcomes (
  id         INTEGER PRIMARY KEY,
  case_id    INTEGER NOT NULL REFERENCES cases (id),
  booking_id INTEGER NOT NULL REFERENCES bookings (id),
  seq        INTEGER NOT NULL,
  result     TEXT NOT NULL CHECK (result IN ('agreed', 'part agreed', 'not agreed', 'did not happen')),
  by_whom    TEXT NOT NULL DEFAULT '' CHECK (by_whom IN ('', 'family', 'other side', 'mediator', 'office')),
  words      TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 1000),
  ended      TEXT NOT NULL CHECK (ended IS date(ended)),
  at         INTEGER NOT NULL,
  staff      TEXT NOT NULL CHECK (length(trim(staff)) > 0),
  taken_back INTEGER,
  UNIQUE (booking_id, seq)
) STRICT;
CREATE INDEX outcomes_of_case ON outcomes (case_id, at);
CREATE TRIGGER outcomes_gate BEFORE INSERT ON outcomes
WHEN EXISTS (SELECT 1 FROM outcomes WHERE id = NEW.id OR (booking_id = NEW.booking_id AND seq >= NEW.seq))
  OR NOT EXISTS (SELECT 1 FROM bookings WHERE id = NEW.booking_id AND case_id = NEW.case_id)
  OR NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'an outcome is added, with consent, never rewritten'); END;
CREATE TRIGGER outcomes_stay_as_they_are BEFORE UPDATE ON outcomes
WHEN NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.booking_id <> OLD.booking_id OR NEW.seq <> OLD.seq
  OR NEW.result <> OLD.result OR NEW.by_whom <> OLD.by_whom OR NEW.words <> OLD.words OR NEW.ended <> OLD.ended
  OR NEW.at <> OLD.at OR NEW.staff <> OLD.staff OR OLD.taken_back IS NOT NULL OR NEW.taken_back IS NULL
BEGIN SELECT RAISE(ABORT, 'an outcome is added, with consent, never rewritten'); END;

-- What the parties agreed, each with its day.
CREATE TABLE agreed_actions (
  id         INTEGER PRIMARY KEY,
  case_id    INTEGER NOT NULL REFERENCES cases (id),
  booking_id INTEGER REFERENCES bookings (id),
  what       TEXT NOT NULL CHECK (length(what) <= 500),
  who        TEXT NOT NULL DEFAULT '' CHECK (length(who) <= 200),
  period     TEXT NOT NULL DEFAULT '' CHECK (length(period) <= 60),
  typed      TEXT NOT NULL DEFAULT '' CHECK (length(typed) <= 200),
  due        TEXT CHECK (due IS NULL OR due IS date(due)),
  state      TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
  done       TEXT CHECK (done IS NULL OR done IS date(done)),
  at         INTEGER NOT NULL,
  staff      TEXT NOT NULL CHECK (length(trim(staff)) > 0),
  rev        INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX agreed_actions_of_case ON agreed_actions (case_id, state, due);
CREATE TRIGGER agreed_actions_gate BEFORE INSERT ON agreed_actions
WHEN EXISTS (SELECT 1 FROM agreed_actions WHERE id = NEW.id)
  OR NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;
CREATE TRIGGER agreed_actions_gate_on_change BEFORE UPDATE ON agreed_actions
WHEN NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.booking_id IS NOT OLD.booking_id
  OR NEW.at <> OLD.at OR NEW.staff <> OLD.staff
  OR ((NEW.what <> OLD.what OR NEW.who <> OLD.who OR NEW.typed <> OLD.typed OR NEW.period <> OLD.period)
      AND NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id))
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;

-- A certificate: why, the day it counts from, and once sent, when, how and to whom. Its last day is computed.
CREATE TABLE certificates (
  id        INTEGER PRIMARY KEY,
  case_id   INTEGER NOT NULL REFERENCES cases (id),
  ground    TEXT NOT NULL CHECK (ground IN ('declined', 'after the meeting', 'deemed')),
  event     TEXT NOT NULL CHECK (event IS date(event)),
  state     TEXT NOT NULL CHECK (state IN ('due', 'sent', 'not wanted', 'taken back')),
  sent      TEXT CHECK (sent IS NULL OR sent IS date(sent)),
  how       TEXT NOT NULL DEFAULT '' CHECK (length(how) <= 100),
  recipient TEXT NOT NULL DEFAULT '' CHECK (length(recipient) <= 200),
  words     TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 500),
  at        INTEGER NOT NULL,
  staff     TEXT NOT NULL CHECK (length(trim(staff)) > 0),
  rev       INTEGER NOT NULL DEFAULT 1,
  CHECK ((state = 'sent') = (sent IS NOT NULL))
) STRICT;
CREATE INDEX certificates_of_case ON certificates (case_id, event);
CREATE TRIGGER certificates_gate BEFORE INSERT ON certificates
WHEN EXISTS (SELECT 1 FROM certificates WHERE id = NEW.id)
  OR NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;
CREATE TRIGGER certificates_gate_on_change BEFORE UPDATE ON certificates
WHEN NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.ground <> OLD.ground
  OR NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;

-- A clock whose last day passed unmet, written once; it tells nothing of the family and stays for counting.
CREATE TABLE misses (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  -- The codes of the clocks: free words would be kept for good, of a family that is gone as well.
  clock   TEXT NOT NULL CHECK (clock IN (
    'contact_adviser_by', 'contact_adviser_from_sent_by', 'notify_health_by', 'meet_by',
    'meet_about_health_by', 'tell_date_by', 'tell_date_cautious_by', 'certificate_after_decline_by',
    'certificate_after_meeting_by', 'certificate_deemed_by', 'appeal_by', 'appeal_from_sent_by',
    'privacy_notice_by', 'agreed_assessment_tell_family_by', 'agreed_assessment_refuse_plan_by',
    'agreed_assessment_final_plan_by', 'agreed_plan_draft_by', 'agreed_plan_final_by', 'agreed_amend_by',
    'agreed_school_by', 'agreed_reconsider_by', 'agreed_other_by', 'agreed_tell_la_by', 'young_person_from',
    'young_person_until', 'retention_review_by')),
  due     TEXT NOT NULL CHECK (due IS date(due)),
  day     TEXT NOT NULL CHECK (day IS date(day) AND day > due),
  at      INTEGER NOT NULL,
  PRIMARY KEY (case_id, clock, due)
) STRICT, WITHOUT ROWID;
CREATE INDEX misses_by_due ON misses (due, case_id);
CREATE TRIGGER misses_known BEFORE INSERT ON misses
WHEN EXISTS (SELECT 1 FROM misses WHERE case_id = NEW.case_id AND clock = NEW.clock AND due = NEW.due)
BEGIN SELECT RAISE(ABORT, 'a miss is written once'); END;
CREATE TRIGGER misses_stay_as_they_are BEFORE UPDATE ON misses
BEGIN SELECT RAISE(ABORT, 'a miss is written once'); END;
CREATE TRIGGER misses_stay BEFORE DELETE ON misses
BEGIN SELECT RAISE(ABORT, 'a miss is written once'); END;

-- booking_id: the booking the row is about, or the promise, the agreed action, the objection.
-- A row of Today put off until a day ("2026-11-26") or a time of today ("2026-11-24T15:00").
CREATE TABLE snoozes (
  id         INTEGER PRIMARY KEY,
  case_id    INTEGER NOT NULL REFERENCES cases (id),
  kind       TEXT NOT NULL CHECK (length(kind) <= 40),
  party_id   INTEGER,
  booking_id INTEGER,
  until      TEXT NOT NULL CHECK (substr(until, 1, 10) IS date(substr(until, 1, 10))
               AND (length(until) = 10 OR substr(until, 11) GLOB 'T[0-2][0-9]:[0-5][0-9]')),
  at         INTEGER NOT NULL,
  staff      TEXT NOT NULL CHECK (length(trim(staff)) > 0),
  taken_back INTEGER
) STRICT;
CREATE INDEX snoozes_of_case ON snoozes (case_id, until);
CREATE TRIGGER snoozes_gate BEFORE INSERT ON snoozes
WHEN EXISTS (SELECT 1 FROM snoozes WHERE id = NEW.id)
  OR NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;

-- Without consent a row is only taken back, once.
CREATE TRIGGER snoozes_gate_on_change BEFORE UPDATE ON snoozes
WHEN NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.kind <> OLD.kind OR NEW.party_id IS NOT OLD.party_id
  OR NEW.booking_id IS NOT OLD.booking_id OR NEW.at <> OLD.at OR NEW.staff <> OLD.staff
  OR ((NEW.until <> OLD.until OR OLD.taken_back IS NOT NULL OR NEW.taken_back IS NULL)
      AND NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id))
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;

-- Rows that come into view at a minute of a day: put off, or promised before a time.
CREATE INDEX attention_by_minute ON attention (show_from) WHERE length(show_from) = 16;

-- A case or an enquiry given to a colleague, who accepts it or does not.
CREATE TABLE handovers (
  id         INTEGER PRIMARY KEY,
  case_id    INTEGER REFERENCES cases (id),
  enquiry_id INTEGER REFERENCES enquiries (id),
  from_staff TEXT NOT NULL CHECK (length(trim(from_staff)) > 0 AND length(from_staff) <= 100),
  to_staff   TEXT NOT NULL CHECK (length(trim(to_staff)) > 0 AND length(to_staff) <= 100),
  day        TEXT NOT NULL CHECK (day IS date(day)),
  words      TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 300),
  state      TEXT NOT NULL DEFAULT 'offered' CHECK (state IN ('offered', 'accepted', 'declined', 'taken back')),
  at         INTEGER NOT NULL,
  settled    INTEGER,
  rev        INTEGER NOT NULL DEFAULT 1,
  CHECK ((case_id IS NULL) <> (enquiry_id IS NULL)),
  CHECK ((state = 'offered') = (settled IS NULL))
) STRICT;
CREATE INDEX handovers_offered ON handovers (day, id) WHERE state = 'offered';
CREATE INDEX handovers_of_case ON handovers (case_id, id) WHERE case_id IS NOT NULL;
CREATE INDEX handovers_of_enquiry ON handovers (enquiry_id, id) WHERE enquiry_id IS NOT NULL;
CREATE TRIGGER handovers_gate BEFORE INSERT ON handovers
WHEN NEW.state <> 'offered' OR EXISTS (SELECT 1 FROM handovers WHERE id = NEW.id)
  OR (NEW.case_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id))
  -- Of an enquiry no words are kept: a colleague's name has no number in it, and four words at most.
  OR (NEW.enquiry_id IS NOT NULL AND (NEW.words <> '' OR NEW.to_staff GLOB '*[0-9]*'
      OR trim(NEW.to_staff) LIKE '% % % % %' OR NOT EXISTS
      (SELECT 1 FROM enquiries WHERE id = NEW.enquiry_id AND state = 'open')))
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;
CREATE TRIGGER handovers_are_settled_once BEFORE UPDATE ON handovers
WHEN OLD.state <> 'offered' OR NEW.id <> OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.enquiry_id IS NOT OLD.enquiry_id
  OR NEW.from_staff <> OLD.from_staff OR NEW.to_staff <> OLD.to_staff OR NEW.words <> OLD.words OR NEW.day <> OLD.day
BEGIN SELECT RAISE(ABORT, 'a handover is settled once'); END;

-- Two cases that a person has linked, or said to be of different children.
CREATE TABLE links (
  id    INTEGER PRIMARY KEY,
  a     INTEGER NOT NULL REFERENCES cases (id),
  b     INTEGER NOT NULL REFERENCES cases (id),
  state TEXT NOT NULL CHECK (state IN ('linked', 'unlinked', 'not the same')),
  at    INTEGER NOT NULL,
  staff TEXT NOT NULL CHECK (length(trim(staff)) > 0),
  rev   INTEGER NOT NULL DEFAULT 1,
  UNIQUE (a, b),
  CHECK (a < b)
) STRICT;
CREATE INDEX links_of_b ON links (b, a);
CREATE TRIGGER links_gate BEFORE INSERT ON links
WHEN EXISTS (SELECT 1 FROM links WHERE id = NEW.id OR (a = NEW.a AND b = NEW.b))
  OR NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.a)
  OR NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.b)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;
CREATE TRIGGER links_gate_on_change BEFORE UPDATE ON links
WHEN NEW.id <> OLD.id OR NEW.a <> OLD.a OR NEW.b <> OLD.b
  OR (NEW.state <> 'unlinked' AND (NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.a)
      OR NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.b)))
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;

-- Who typed what stands in a field.
ALTER TABLE details ADD COLUMN staff TEXT NOT NULL DEFAULT '';
-- Two desks gave one field two values: the first stands in the field, the second here, until a person chooses.
CREATE TABLE clashes (
  id      INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  field   TEXT NOT NULL CHECK (length(field) <= 60),
  typed   TEXT NOT NULL CHECK (length(typed) <= 2000),
  reading TEXT NOT NULL DEFAULT '' CHECK (length(reading) <= 200),
  at      INTEGER NOT NULL,
  staff   TEXT NOT NULL CHECK (length(trim(staff)) > 0),
  state   TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'taken', 'left')),
  rev     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX clashes_of_case ON clashes (case_id, state);
CREATE TRIGGER clashes_gate BEFORE INSERT ON clashes
WHEN NEW.state <> 'open' OR EXISTS (SELECT 1 FROM clashes WHERE id = NEW.id)
  OR NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;
CREATE TRIGGER clashes_gate_on_change BEFORE UPDATE ON clashes
WHEN OLD.state <> 'open' OR NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.field <> OLD.field
  OR NEW.staff <> OLD.staff OR (NEW.typed <> OLD.typed AND NEW.state <> 'open') OR NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'a clash is settled once'); END;

-- Which desk looks at which case; it says nothing of the family.
CREATE TABLE presence (
  desk    INTEGER NOT NULL,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  staff   TEXT NOT NULL CHECK (length(staff) <= 100),
  since   INTEGER NOT NULL,
  PRIMARY KEY (desk, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX presence_of_case ON presence (case_id);

-- Keys of the names in a document that sound alike or are one letter apart; filled in quiet moments where it is NULL.
ALTER TABLE documents ADD COLUMN alike TEXT;
CREATE INDEX documents_without_alike ON documents (id) WHERE alike IS NULL;
CREATE VIRTUAL TABLE likeness USING fts5 (
  alike, content = 'documents', content_rowid = 'id', detail = 'none', tokenize = 'ascii'
);
INSERT INTO likeness (likeness, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER documents_alike AFTER INSERT ON documents WHEN NEW.alike IS NOT NULL
BEGIN INSERT INTO likeness (rowid, alike) VALUES (NEW.id, NEW.alike); END;
CREATE TRIGGER documents_unalike AFTER DELETE ON documents WHEN OLD.alike IS NOT NULL
BEGIN INSERT INTO likeness (likeness, rowid, alike) VALUES ('delete', OLD.id, OLD.alike); END;
CREATE TRIGGER documents_realike AFTER UPDATE OF alike ON documents WHEN NEW.alike IS NOT OLD.alike
BEGIN
  INSERT INTO likeness (likeness, rowid, alike) SELECT 'delete', OLD.id, OLD.alike WHERE OLD.alike IS NOT NULL;
  INSERT INTO likeness (rowid, alike) SELECT NEW.id, NEW.alike WHERE NEW.alike IS NOT NULL;
END;

-- Nothing is removed but by erasing; the consent record leaves last.
CREATE TRIGGER objections_stay BEFORE DELETE ON objections
WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'nothing is removed but by erasing'); END;
CREATE TRIGGER contacts_stay BEFORE DELETE ON contacts
WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'nothing is removed but by erasing'); END;
CREATE TRIGGER outcomes_stay BEFORE DELETE ON outcomes
WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'nothing is removed but by erasing'); END;
CREATE TRIGGER agreed_actions_stay BEFORE DELETE ON agreed_actions
WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'nothing is removed but by erasing'); END;
CREATE TRIGGER certificates_stay BEFORE DELETE ON certificates
WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'nothing is removed but by erasing'); END;
CREATE TRIGGER snoozes_stay BEFORE DELETE ON snoozes
WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'nothing is removed but by erasing'); END;
CREATE TRIGGER handovers_stay BEFORE DELETE ON handovers
WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE case_id = OLD.case_id)
  -- With the words of an enquiry, whom it was given to leaves too.
  AND NOT EXISTS (SELECT 1 FROM enquiries WHERE id = OLD.enquiry_id AND state IN ('expired', 'became a case')
                  AND name || work || phone || email || best_time = '')
BEGIN SELECT RAISE(ABORT, 'nothing is removed but by erasing'); END;
CREATE TRIGGER links_stay BEFORE DELETE ON links
WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE case_id IN (OLD.a, OLD.b))
BEGIN SELECT RAISE(ABORT, 'nothing is removed but by erasing'); END;
CREATE TRIGGER clashes_stay BEFORE DELETE ON clashes
WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'nothing is removed but by erasing'); END;
CREATE TRIGGER consents_leave_after_the_rest BEFORE DELETE ON consents
WHEN EXISTS (SELECT 1 FROM objections WHERE case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM contacts WHERE case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM outcomes WHERE case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM agreed_actions WHERE case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM certificates WHERE case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM snoozes WHERE case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM handovers WHERE case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM links WHERE OLD.case_id IN (a, b))
  OR EXISTS (SELECT 1 FROM clashes WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'a consent record leaves only when the family''s details have left'); END;

-- Taking an act back: its line of history stands first in the same write, and names an act of the same case or call
-- that is not older than ten minutes. Only under such a line does a date come back, or a call that was finished.
-- It holds until the next line of history, so a write without a line that follows at once stands under it too: what
-- is open to that is only what the line named, the case or call of an act that was taken back.
CREATE VIEW taking_back AS
SELECT h.case_id AS case_id, h.call_id AS call_id FROM history h
WHERE h.seq = (SELECT max(seq) FROM history)
  AND EXISTS (SELECT 1 FROM history x
              WHERE ((h.case_id IS NOT NULL AND x.case_id = h.case_id) OR (h.call_id IS NOT NULL AND x.call_id = h.call_id))
                AND x.seq < h.seq AND h.act = substr('Taken back: ' || x.act, 1, 60)
                AND x.at BETWEEN h.at - 600000 AND h.at);

DROP TRIGGER bookings_change;
CREATE TRIGGER bookings_change BEFORE UPDATE ON bookings
BEGIN
  SELECT RAISE(ABORT, 'a moved meeting is a new booking')
  WHERE NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.mediator_id <> OLD.mediator_id
     OR NEW.day <> OLD.day OR NEW.start <> OLD.start OR NEW.length <> OLD.length;
  SELECT RAISE(ABORT, 'what is over stays over')
  WHERE OLD.state IN ('called off', 'let go', 'moved', 'did not happen') AND NEW.state <> OLD.state
    AND NOT (NEW.state IN ('held', 'booked', 'in doubt', 'met')
             AND EXISTS (SELECT 1 FROM taking_back WHERE case_id = NEW.case_id)
             AND (NEW.state <> 'met' OR OLD.state = 'did not happen'))
    -- Who said that it did not happen was mistaken: the latest word of the meeting says that it was held.
    AND NOT (NEW.state = 'met' AND OLD.state = 'did not happen'
             AND EXISTS (SELECT 1 FROM outcomes o WHERE o.booking_id = NEW.id AND o.taken_back IS NULL
                           AND o.result <> 'did not happen'
                           AND o.seq = (SELECT max(seq) FROM outcomes WHERE booking_id = NEW.id AND taken_back IS NULL)));
  SELECT RAISE(ABORT, 'a booking does not become a hold')
  WHERE NEW.state = 'held' AND OLD.state <> 'held'
    AND NOT EXISTS (SELECT 1 FROM taking_back WHERE case_id = NEW.case_id);
  SELECT RAISE(ABORT, 'no consent: no date can be held')
  WHERE NEW.state IN ('held', 'booked', 'in doubt') AND OLD.state IN ('called off', 'let go', 'moved', 'did not happen')
    AND (NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
         OR NOT EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id AND state = 'open'));
  SELECT RAISE(ABORT, 'three dates are held already')
  WHERE NEW.state = 'held' AND OLD.state <> 'held'
    AND (SELECT count(*) FROM bookings WHERE case_id = NEW.case_id AND state = 'held') >= 3;
  SELECT RAISE(ABORT, 'that slot is taken')
  WHERE NEW.state IN ('held', 'booked', 'in doubt', 'met') AND OLD.state IN ('called off', 'let go', 'moved', 'did not happen')
    AND EXISTS (SELECT 1 FROM claims c WHERE c.resource IN ('mediator ' || NEW.mediator_id, 'case ' || NEW.case_id)
                  AND c.day = NEW.day AND c.quarter >= NEW.start AND c.quarter < NEW.start + NEW.length);
  SELECT RAISE(ABORT, 'a needed party is not willing')
  WHERE NEW.state = 'booked' AND OLD.state <> 'booked'
    AND NOT EXISTS (SELECT 1 FROM ready_to_book WHERE case_id = NEW.case_id);
  SELECT RAISE(ABORT, 'closed that day')
  WHERE NEW.state IN ('held', 'booked') AND OLD.state NOT IN ('held', 'booked')
    AND EXISTS (SELECT 1 FROM closed_days WHERE day = NEW.day);
  SELECT RAISE(ABORT, 'the mediator cannot act for this case')
  WHERE NEW.state IN ('held', 'booked') AND OLD.state <> NEW.state
    AND (EXISTS (SELECT 1 FROM conflicts WHERE mediator_id = NEW.mediator_id AND case_id = NEW.case_id)
         OR NOT EXISTS (SELECT 1 FROM mediators WHERE id = NEW.mediator_id AND working = 'yes'));
  SELECT RAISE(ABORT, 'only a booked meeting is met')
  WHERE (NEW.state = 'met' AND OLD.state NOT IN ('booked', 'in doubt', 'met', 'did not happen'))
     OR (NEW.state = 'in doubt' AND OLD.state NOT IN ('booked', 'in doubt', 'met')
         AND NOT EXISTS (SELECT 1 FROM taking_back WHERE case_id = NEW.case_id));
END;
-- A date that comes back claims its quarter hours again.
CREATE TRIGGER bookings_claim_again AFTER UPDATE OF state ON bookings
WHEN OLD.state IN ('called off', 'let go', 'moved', 'did not happen') AND NEW.state IN ('held', 'booked', 'in doubt', 'met')
BEGIN
  INSERT INTO claims SELECT 'mediator ' || NEW.mediator_id, NEW.day, quarter, NEW.id FROM quarters
  WHERE quarter >= NEW.start AND quarter < NEW.start + NEW.length;
  INSERT INTO claims SELECT 'case ' || NEW.case_id, NEW.day, quarter, NEW.id FROM quarters
  WHERE quarter >= NEW.start AND quarter < NEW.start + NEW.length;
  SELECT RAISE(ABORT, 'that slot is taken')
  WHERE (SELECT count(*) FROM claims WHERE booking_id = NEW.id) <> 2 * NEW.length;
END;

-- The case that a call made is in its call again while that call is taken back, as long as no date was ever taken for
-- it: then all that holds for a first call holds for it, erasing included. Its number stays with it.
DROP TRIGGER cases_open_with_consent;
CREATE TRIGGER cases_open_with_consent BEFORE UPDATE ON cases
BEGIN
  SELECT RAISE(ABORT, 'a case keeps its key, its day and who took it')
  WHERE NEW.id <> OLD.id OR NEW.day <> OLD.day OR NEW.opened <> OLD.opened OR NEW.staff <> OLD.staff;
  SELECT RAISE(ABORT, 'a spoken number is the next one, and is never used again')
  WHERE NEW.number IS NOT OLD.number
    AND (OLD.number IS NOT NULL OR NEW.number IS NOT (SELECT last FROM counters WHERE kind = 'M')
         OR EXISTS (SELECT 1 FROM cases WHERE number = NEW.number));
  SELECT RAISE(ABORT, 'an erased case stays erased') WHERE OLD.state = 'erased' AND NEW.state <> 'erased';
  SELECT RAISE(ABORT, 'a case is in its call only once')
  WHERE (NEW.state = 'closed' AND OLD.state = 'in call')
     OR (NEW.state = 'in call' AND OLD.state <> 'in call'
         AND NOT (OLD.state = 'open'
                  AND EXISTS (SELECT 1 FROM taking_back t
                              JOIN calls l ON l.id = t.call_id AND l.case_id = NEW.id AND l.outcome = 'case'
                              WHERE t.case_id = NEW.id
                                AND NOT EXISTS (SELECT 1 FROM calls o WHERE o.case_id = NEW.id AND o.id <> l.id))
                  AND NOT EXISTS (SELECT 1 FROM bookings WHERE case_id = NEW.id)));
  SELECT RAISE(ABORT, 'a case opens only with consent')
  WHERE NEW.state = 'open' AND OLD.state <> 'open' AND NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.id);
END;

-- A call that was finished with a case or an enquiry is taken up again; one without consent stays finished.
DROP TRIGGER calls_change;
CREATE TRIGGER calls_change BEFORE UPDATE ON calls
BEGIN
  SELECT RAISE(ABORT, 'a call keeps its key, its day and who took it')
  WHERE NEW.id <> OLD.id OR NEW.day <> OLD.day OR NEW.started <> OLD.started OR NEW.staff <> OLD.staff;
  SELECT RAISE(ABORT, 'a spoken number is the next one, and is never used again')
  WHERE (NEW.number IS NOT OLD.number
         AND (OLD.number IS NOT NULL OR NEW.number IS NOT (SELECT last FROM counters WHERE kind = 'C')
              OR EXISTS (SELECT 1 FROM calls WHERE number = NEW.number)))
     OR (NEW.enquiry_number IS NOT OLD.enquiry_number
         AND (OLD.enquiry_number IS NOT NULL OR NEW.enquiry_number IS NOT (SELECT last FROM counters WHERE kind = 'E')
              OR EXISTS (SELECT 1 FROM enquiries WHERE number = NEW.enquiry_number)));
  SELECT RAISE(ABORT, 'a finished call stays finished')
  WHERE OLD.state = 'finished' AND (NEW.state <> OLD.state OR NEW.outcome IS NOT OLD.outcome)
    AND NOT (NEW.state = 'not finished' AND NEW.outcome IS NULL AND OLD.outcome IN ('case', 'enquiry')
             AND EXISTS (SELECT 1 FROM taking_back WHERE call_id = NEW.id));
  SELECT RAISE(ABORT, 'the family''s details leave the file first')
  WHERE NEW.outcome IN ('no consent', 'child alone', 'would not say', 'enquiry')
    AND EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id AND state = 'in call');
END;
-- An enquiry whose call was taken up again, without a word in it, may turn out to be of another kind of caller.
DROP TRIGGER enquiries_change;
CREATE TRIGGER enquiries_change BEFORE UPDATE ON enquiries
WHEN NEW.id <> OLD.id OR NEW.number <> OLD.number OR NEW.day <> OLD.day
  OR NEW.opened <> OLD.opened OR NEW.staff <> OLD.staff OR (OLD.state = 'expired' AND NEW.state <> OLD.state)
  OR (NEW.kind <> OLD.kind AND NOT (
        OLD.state = 'ended' AND OLD.name || OLD.work || OLD.phone || OLD.email || OLD.best_time = ''
        AND EXISTS (SELECT 1 FROM calls WHERE enquiry_number = NEW.number AND kind = NEW.kind AND state <> 'finished')))
BEGIN SELECT RAISE(ABORT, 'an enquiry keeps its key, its kind and its day'); END;

-- Words need a consent in force; those of a withdrawal are written at its moment, and not once more has happened.
DROP TRIGGER history_words_gate;
CREATE TRIGGER history_words_gate BEFORE INSERT ON history_words
WHEN NOT EXISTS (SELECT 1 FROM history h WHERE h.id = NEW.history_id AND h.case_id = NEW.case_id AND (
       EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
       OR (h.at = (SELECT at FROM consents WHERE case_id = NEW.case_id ORDER BY seq DESC LIMIT 1)
           AND NOT EXISTS (SELECT 1 FROM history x WHERE x.case_id = NEW.case_id AND x.at > h.at
                             AND x.seq > (SELECT min(w.seq) FROM history w
                                          WHERE w.case_id = NEW.case_id AND w.at = h.at)))))
  OR EXISTS (SELECT 1 FROM history_words WHERE history_id = NEW.history_id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;

-- A bank holiday that was proclaimed after the list was made: the office adds it, and may take a mistake back.
-- What came with the program stays.
ALTER TABLE closed_days ADD COLUMN proclaimed INTEGER NOT NULL DEFAULT 0
  CHECK (proclaimed IN (0, 1) AND (proclaimed = 0 OR kind = 'bank holiday'));
DROP TRIGGER bank_holidays_stay;
CREATE TRIGGER bank_holidays_stay BEFORE DELETE ON closed_days
WHEN OLD.kind = 'bank holiday' AND OLD.proclaimed = 0
BEGIN SELECT RAISE(ABORT, 'a bank holiday stays'); END;
DROP TRIGGER closed_days_stay_where_they_are;
CREATE TRIGGER closed_days_stay_where_they_are BEFORE UPDATE ON closed_days
WHEN NEW.day <> OLD.day OR NEW.kind <> OLD.kind OR NEW.proclaimed <> OLD.proclaimed
BEGIN SELECT RAISE(ABORT, 'a closed day is added or taken away'); END;
