-- The whole job in one file: calls, consent, cases, willingness, the calendar, the queue.
--
-- The wall is here, not in the screens: whoever writes, with whatever tool and verb, meets the same rules.
-- A family's row needs a consent in force; a booking needs the light; a quarter of an hour is claimed once;
-- what happened is never rewritten. Every trigger asks first and then raises ABORT, which neither OR IGNORE
-- nor OR REPLACE overrides, and a known key is refused before REPLACE can delete its row.
--
-- Text and 64-bit integers only. Moments are UTC milliseconds; days are YYYY-MM-DD; quarters count quarter
-- hours from midnight (36 is nine o'clock, 68 is five). Row keys are made at the desk.

-- ---------------------------------------------------------------- the office

CREATE TABLE settings (
  key   TEXT PRIMARY KEY CHECK (length(key) <= 60),
  value TEXT NOT NULL CHECK (length(value) <= 20000),
  rev   INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

-- The spoken numbers, C- E- M-. A number is never used again.
CREATE TABLE counters (
  kind TEXT PRIMARY KEY CHECK (kind IN ('C', 'E', 'M')),
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER counters_only_grow BEFORE UPDATE ON counters WHEN NEW.last < OLD.last OR NEW.kind <> OLD.kind
BEGIN SELECT RAISE(ABORT, 'a spoken number is never used again'); END;
CREATE TRIGGER counters_stay BEFORE DELETE ON counters
BEGIN SELECT RAISE(ABORT, 'a spoken number is never used again'); END;
CREATE TRIGGER counters_known BEFORE INSERT ON counters WHEN EXISTS (SELECT 1 FROM counters WHERE kind = NEW.kind)
BEGIN SELECT RAISE(ABORT, 'a spoken number is never used again'); END;

-- Bank holidays and the office's own closed days.
CREATE TABLE closed_days (
  day  TEXT PRIMARY KEY CHECK (day IS date(day)),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('bank holiday', 'office'))
) STRICT, WITHOUT ROWID;

-- What is a bank holiday is the law's. What the office has closed beside it, it may open again.
CREATE TRIGGER bank_holidays_known BEFORE INSERT ON closed_days
WHEN EXISTS (SELECT 1 FROM closed_days WHERE day = NEW.day)
BEGIN SELECT RAISE(ABORT, 'that day is closed already'); END;
CREATE TRIGGER bank_holidays_stay BEFORE DELETE ON closed_days WHEN OLD.kind = 'bank holiday'
BEGIN SELECT RAISE(ABORT, 'a bank holiday stays'); END;
CREATE TRIGGER closed_days_stay_where_they_are BEFORE UPDATE ON closed_days
WHEN NEW.day <> OLD.day OR NEW.kind <> OLD.kind
BEGIN SELECT RAISE(ABORT, 'a closed day is added or taken away'); END;

CREATE TABLE hours (
  season TEXT PRIMARY KEY CHECK (season IN ('term time', 'school holidays')),
  opens  INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 95),
  closes INTEGER NOT NULL CHECK (closes BETWEEN 1 AND 96 AND closes > opens)
) STRICT, WITHOUT ROWID;

-- The quarter hours of a day, so that a trigger can write a slot's claims.
CREATE TABLE quarters (quarter INTEGER PRIMARY KEY) STRICT;

-- A mark set in the transaction that erases. While it stands, the journal may still hold the words,
-- and the next start finishes the work. `owner` is a case, a call or an enquiry. A mark opens nothing by itself:
-- a family's rows leave only a case that is erased for good, or one whose call is still being taken.
CREATE TABLE erasing (
  owner INTEGER PRIMARY KEY,
  at    INTEGER NOT NULL
) STRICT;
CREATE TRIGGER erasing_is_a_mark BEFORE UPDATE ON erasing
BEGIN SELECT RAISE(ABORT, 'a mark of erasing is set, never moved'); END;
CREATE TRIGGER erasing_of_what_may_leave BEFORE INSERT ON erasing
WHEN NOT EXISTS (SELECT 1 FROM cases WHERE id = NEW.owner AND state IN ('in call', 'erased'))
  AND NOT EXISTS (SELECT 1 FROM calls WHERE id = NEW.owner)
  AND NOT EXISTS (SELECT 1 FROM enquiries WHERE id = NEW.owner)
BEGIN SELECT RAISE(ABORT, 'a case is erased before its rows leave'); END;

-- ---------------------------------------------------------------- calls, enquiries, cases

CREATE TABLE cases (
  id          INTEGER PRIMARY KEY,
  number      INTEGER UNIQUE,
  state       TEXT NOT NULL CHECK (state IN ('in call', 'open', 'closed', 'erased')),
  route       TEXT NOT NULL DEFAULT 'not known'
              CHECK (route IN ('statutory', 'disagreement resolution', 'not known')),
  opened      INTEGER NOT NULL,
  day         TEXT NOT NULL CHECK (day IS date(day)),
  staff       TEXT NOT NULL CHECK (length(trim(staff)) > 0),
  la_informed TEXT CHECK (la_informed IS NULL OR la_informed IS date(la_informed)),
  touched     TEXT NOT NULL CHECK (touched IS date(touched)),
  closed      TEXT CHECK (closed IS NULL OR closed IS date(closed)),
  rev         INTEGER NOT NULL DEFAULT 1,
  CHECK (number IS NOT NULL OR state IN ('in call', 'erased'))
) STRICT;

CREATE TABLE enquiries (
  id        INTEGER PRIMARY KEY,
  number    INTEGER NOT NULL UNIQUE,
  state     TEXT NOT NULL CHECK (state IN ('open', 'became a case', 'ended', 'expired')),
  kind      TEXT NOT NULL CHECK (kind IN ('la officer', 'sendiass officer', 'school staff', 'other party', 'parent')),
  name      TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),
  work      TEXT NOT NULL DEFAULT '' CHECK (length(work) <= 200),
  phone     TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 100),
  email     TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 200),
  best_time TEXT NOT NULL DEFAULT '' CHECK (length(best_time) <= 200),
  subject   TEXT NOT NULL DEFAULT '' CHECK (length(subject) <= 40),
  area      TEXT NOT NULL DEFAULT '' CHECK (length(area) <= 80),
  answer    TEXT NOT NULL CHECK (answer IN ('no', 'not sure')),
  next_step TEXT NOT NULL CHECK (next_step IN ('caller rings back', 'he or she rings us')),
  next_day  TEXT NOT NULL CHECK (next_day IS date(next_day)),
  keep_until TEXT NOT NULL CHECK (keep_until IS date(keep_until)),
  opened    INTEGER NOT NULL,
  day       TEXT NOT NULL CHECK (day IS date(day)),
  staff     TEXT NOT NULL CHECK (length(trim(staff)) > 0),
  case_id   INTEGER REFERENCES cases (id),
  rev       INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT three_months CHECK (keep_until <= date(day, '+3 months')),
  CONSTRAINT a_parent_leaves_name_and_number CHECK (kind <> 'parent' OR work || email || best_time = ''),
  CONSTRAINT expired_is_without_words CHECK (state <> 'expired' OR name || work || phone || email || best_time = '')
) STRICT;
CREATE INDEX enquiries_open ON enquiries (next_day, id) WHERE state = 'open';
CREATE INDEX enquiries_of_case ON enquiries (case_id) WHERE case_id IS NOT NULL;

CREATE TABLE calls (
  id         INTEGER PRIMARY KEY,
  number     INTEGER UNIQUE,
  state      TEXT NOT NULL CHECK (state IN ('open', 'not finished', 'finished')),
  started    INTEGER NOT NULL,
  finished   INTEGER,
  day        TEXT NOT NULL CHECK (day IS date(day)),
  staff      TEXT NOT NULL CHECK (length(trim(staff)) > 0),
  kind       TEXT CHECK (kind IS NULL OR kind IN ('parent', 'la officer', 'sendiass officer', 'school staff',
                         'other party', 'relative', 'young person')),
  answer     TEXT CHECK (answer IS NULL OR answer IN ('yes', 'no', 'not sure')),
  subject    TEXT NOT NULL DEFAULT '' CHECK (length(subject) <= 40),
  area       TEXT NOT NULL DEFAULT '' CHECK (length(area) <= 80),
  outcome    TEXT CHECK (outcome IS NULL OR outcome IN ('case', 'enquiry', 'no consent', 'child alone', 'would not say')),
  ring_back_day  TEXT CHECK (ring_back_day IS NULL OR ring_back_day IS date(ring_back_day)),
  ring_back_time TEXT NOT NULL DEFAULT '',
  case_id    INTEGER REFERENCES cases (id),
  enquiry_id INTEGER REFERENCES enquiries (id),
  enquiry_number INTEGER,
  -- A parent of a young person over compulsory school age, who has not agreed: only name and number are kept.
  for_adult  TEXT NOT NULL DEFAULT 'no' CHECK (for_adult IN ('yes', 'no')),
  rev        INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX calls_not_finished ON calls (started, id) WHERE state <> 'finished';
CREATE INDEX calls_recent ON calls (started DESC, id);
CREATE INDEX calls_of_case ON calls (case_id) WHERE case_id IS NOT NULL;

-- Whoever spoke on a call, in order: the mother who takes the phone from the school is a second row.
CREATE TABLE callers (
  id      INTEGER PRIMARY KEY,
  call_id INTEGER NOT NULL REFERENCES calls (id),
  seq     INTEGER NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('parent', 'la officer', 'sendiass officer', 'school staff',
                   'other party', 'relative', 'young person')),
  UNIQUE (call_id, seq)
) STRICT;

-- ---------------------------------------------------------------- consent

CREATE TABLE consents (
  id         INTEGER PRIMARY KEY,
  case_id    INTEGER NOT NULL REFERENCES cases (id),
  seq        INTEGER NOT NULL,
  act        TEXT NOT NULL CHECK (act IN ('given', 'checked', 'withdrawn', 'denied')),
  giver      TEXT NOT NULL CHECK (length(trim(giver)) > 0 AND length(giver) <= 200),
  given      TEXT NOT NULL CHECK (length(trim(given)) > 0 AND length(given) <= 200),
  given_to   TEXT NOT NULL CHECK (given_to IS date(given_to)),
  how        TEXT NOT NULL CHECK (length(trim(how)) > 0 AND length(how) <= 200),
  told_by    TEXT NOT NULL CHECK (length(trim(told_by)) > 0 AND length(told_by) <= 300),
  limits     TEXT NOT NULL DEFAULT '' CHECK (length(limits) <= 500),
  not_covered TEXT NOT NULL DEFAULT '' CHECK (length(not_covered) <= 500),
  words      TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 500),
  call_id    INTEGER REFERENCES calls (id),
  at         INTEGER NOT NULL,
  day        TEXT NOT NULL CHECK (day IS date(day)),
  staff      TEXT NOT NULL CHECK (length(trim(staff)) > 0),
  UNIQUE (case_id, seq),
  CHECK (given_to <= day)
) STRICT;

CREATE VIEW consent_in_force AS
SELECT c.id AS case_id FROM cases c
WHERE c.state <> 'erased'
  AND (SELECT act FROM consents WHERE case_id = c.id ORDER BY seq DESC LIMIT 1) IN ('given', 'checked');

-- The first record is made in the call in which the consent was told. The day is the day of the moment beside it,
-- give or take the hours between clocks, so that one cannot be moved without the other.
CREATE TRIGGER consents_known BEFORE INSERT ON consents
BEGIN
  SELECT RAISE(ABORT, 'a consent record is added, never rewritten')
  WHERE EXISTS (SELECT 1 FROM consents WHERE id = NEW.id OR (case_id = NEW.case_id AND seq >= NEW.seq))
     OR NOT EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id AND state <> 'erased');
  SELECT RAISE(ABORT, 'consent comes before the call')
  WHERE NEW.given_to > NEW.day
     OR NEW.day NOT BETWEEN date(NEW.at / 1000, 'unixepoch', '-1 day') AND date(NEW.at / 1000, 'unixepoch', '+1 day');
  SELECT RAISE(ABORT, 'the first consent of a case is told in its call')
  WHERE NOT EXISTS (SELECT 1 FROM consents WHERE case_id = NEW.case_id)
    AND (NEW.act <> 'given' OR NOT EXISTS (SELECT 1 FROM calls l WHERE l.id = NEW.call_id AND l.case_id = NEW.case_id
                                           AND l.state <> 'finished' AND l.day <= NEW.day));
  SELECT RAISE(ABORT, 'only a parent or young person rings for themselves')
  WHERE NEW.told_by = 'rang us themselves'
    AND NOT EXISTS (SELECT 1 FROM consents WHERE case_id = NEW.case_id AND told_by = NEW.told_by)
    AND NOT EXISTS (SELECT 1 FROM callers WHERE call_id = NEW.call_id AND kind IN ('parent', 'young person'));
END;
CREATE TRIGGER consents_stay_as_they_are BEFORE UPDATE ON consents
BEGIN SELECT RAISE(ABORT, 'a consent record is added, never rewritten'); END;
-- The cases whose rows may leave.
CREATE VIEW leaving AS
SELECT c.id AS case_id FROM cases c JOIN erasing e ON e.owner = c.id WHERE c.state IN ('in call', 'erased');
-- The calls whose callers' details may leave.
CREATE VIEW leaving_callers AS
SELECT r.id AS caller_id FROM callers r JOIN calls l ON l.id = r.call_id
WHERE l.case_id IN (SELECT case_id FROM leaving)
   OR (l.id IN (SELECT owner FROM erasing) AND (l.case_id IS NULL OR l.state <> 'finished'));

CREATE TRIGGER consents_leave_last BEFORE DELETE ON consents
WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM details WHERE case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM notes WHERE case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM parties WHERE case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM steps WHERE case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM conflicts WHERE case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM attention WHERE case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM documents WHERE case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM history_words WHERE case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM caller_details d JOIN callers r ON r.id = d.caller_id JOIN calls l ON l.id = r.call_id
             WHERE l.case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM bookings WHERE case_id = OLD.case_id AND state IN ('held', 'booked', 'in doubt'))
BEGIN SELECT RAISE(ABORT, 'a consent record leaves only when the family''s details have left'); END;

CREATE TRIGGER cases_known BEFORE INSERT ON cases
WHEN EXISTS (SELECT 1 FROM cases WHERE id = NEW.id) OR NEW.number IS NOT NULL OR NEW.state <> 'in call'
BEGIN SELECT RAISE(ABORT, 'a case begins in a call and its number is its own'); END;
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
  WHERE (NEW.state = 'in call' AND OLD.state <> 'in call') OR (NEW.state = 'closed' AND OLD.state = 'in call');
  SELECT RAISE(ABORT, 'a case opens only with consent')
  WHERE NEW.state = 'open' AND OLD.state <> 'open' AND NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.id);
END;
CREATE TRIGGER cases_stay BEFORE DELETE ON cases
WHEN OLD.state <> 'in call' OR NOT EXISTS (SELECT 1 FROM erasing WHERE owner = OLD.id)
  OR EXISTS (SELECT 1 FROM consents WHERE case_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a case is never removed'); END;

CREATE TRIGGER calls_known BEFORE INSERT ON calls
WHEN EXISTS (SELECT 1 FROM calls WHERE id = NEW.id) OR NEW.number IS NOT NULL OR NEW.enquiry_number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a call is written once, and its number is its own'); END;
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
  WHERE OLD.state = 'finished' AND (NEW.state <> OLD.state OR NEW.outcome IS NOT OLD.outcome);
  SELECT RAISE(ABORT, 'the family''s details leave the file first')
  WHERE NEW.outcome IN ('no consent', 'child alone', 'would not say', 'enquiry')
    AND EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id AND state = 'in call');
END;
CREATE TRIGGER calls_leave_nobody_behind AFTER UPDATE OF case_id, for_adult, outcome ON calls
WHEN NOT EXISTS (SELECT 1 FROM consents WHERE case_id = NEW.case_id)
  AND EXISTS (SELECT 1 FROM callers r JOIN caller_details d ON d.caller_id = r.id
              WHERE r.call_id = NEW.id
                AND NOT (r.kind IN ('la officer', 'sendiass officer', 'school staff', 'other party')
                         AND COALESCE(NEW.outcome, 'open') NOT IN ('no consent', 'child alone', 'would not say'))
                AND NOT (r.kind = 'parent' AND NEW.for_adult = 'yes' AND d.field IN ('name', 'phone')
                         AND COALESCE(NEW.outcome, 'enquiry') = 'enquiry'))
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of this caller is kept'); END;
CREATE TRIGGER calls_stay BEFORE DELETE ON calls
BEGIN SELECT RAISE(ABORT, 'a call is never removed'); END;

-- An enquiry comes from a call that is being finished: of a caller in their work, or of the parent of a young
-- person who has not agreed. It has no notes.
CREATE TRIGGER enquiries_known BEFORE INSERT ON enquiries
WHEN EXISTS (SELECT 1 FROM enquiries WHERE id = NEW.id OR number = NEW.number)
  OR NOT EXISTS (SELECT 1 FROM calls WHERE enquiry_number = NEW.number AND kind = NEW.kind AND state <> 'finished'
                 AND (kind <> 'parent' OR for_adult = 'yes'))
BEGIN SELECT RAISE(ABORT, 'an enquiry is written once, from its call'); END;
CREATE TRIGGER enquiries_change BEFORE UPDATE ON enquiries
WHEN NEW.id <> OLD.id OR NEW.number <> OLD.number OR NEW.kind <> OLD.kind OR NEW.day <> OLD.day
  OR NEW.opened <> OLD.opened OR NEW.staff <> OLD.staff OR (OLD.state = 'expired' AND NEW.state <> OLD.state)
BEGIN SELECT RAISE(ABORT, 'an enquiry keeps its key, its kind and its day'); END;
CREATE TRIGGER enquiries_stay BEFORE DELETE ON enquiries
BEGIN SELECT RAISE(ABORT, 'an enquiry is never removed'); END;

-- The caller's own details: kept at once of a caller in their work, of anyone else only with consent. Needs, a
-- relation and an address are a family's: they wait for consent whoever is said to ring.
-- A parent whose son or daughter decides leaves name and number only, as long as the enquiry is kept.
CREATE TABLE caller_details (
  caller_id INTEGER NOT NULL REFERENCES callers (id),
  field     TEXT NOT NULL CHECK (field IN ('name', 'work', 'phone', 'best time', 'needs', 'email', 'relation', 'address')),
  typed     TEXT NOT NULL CHECK (length(typed) <= 2000),
  reading   TEXT NOT NULL DEFAULT '' CHECK (length(reading) <= 200),
  saved     INTEGER NOT NULL,
  rev       INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (caller_id, field)
) STRICT, WITHOUT ROWID;

CREATE VIEW caller_may_be_kept AS
SELECT r.id AS caller_id,
  (l.for_adult = 'yes' AND NOT EXISTS (SELECT 1 FROM consent_in_force f WHERE f.case_id = l.case_id)) AS contact_only,
  NOT EXISTS (SELECT 1 FROM consent_in_force f WHERE f.case_id = l.case_id) AS work_only
FROM callers r JOIN calls l ON l.id = r.call_id
WHERE (r.kind = 'parent' AND l.for_adult = 'yes' AND COALESCE(l.outcome, 'open') = 'open')
   OR (r.kind IN ('la officer', 'sendiass officer', 'school staff', 'other party')
       AND COALESCE(l.outcome, 'open') NOT IN ('no consent', 'child alone', 'would not say'))
   OR EXISTS (SELECT 1 FROM consent_in_force f WHERE f.case_id = l.case_id);

CREATE TRIGGER caller_details_gate BEFORE INSERT ON caller_details
WHEN NOT EXISTS (SELECT 1 FROM caller_may_be_kept WHERE caller_id = NEW.caller_id
                 AND (contact_only = 0 OR NEW.field IN ('name', 'phone'))
                 AND (work_only = 0 OR NEW.field NOT IN ('needs', 'relation', 'address')))
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of this caller is kept'); END;
CREATE TRIGGER caller_details_gate_on_change BEFORE UPDATE ON caller_details
WHEN NEW.caller_id <> OLD.caller_id OR NEW.field <> OLD.field
  OR NOT EXISTS (SELECT 1 FROM caller_may_be_kept WHERE caller_id = NEW.caller_id
                 AND (contact_only = 0 OR NEW.field IN ('name', 'phone'))
                 AND (work_only = 0 OR NEW.field NOT IN ('needs', 'relation', 'address')))
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of this caller is kept'); END;
CREATE TRIGGER callers_keep_their_kind BEFORE UPDATE ON callers
WHEN NEW.id <> OLD.id OR NEW.call_id <> OLD.call_id OR NEW.seq <> OLD.seq
  OR (NEW.kind <> OLD.kind AND EXISTS (SELECT 1 FROM caller_details WHERE caller_id = OLD.id))
BEGIN SELECT RAISE(ABORT, 'a caller with details keeps their kind'); END;
CREATE TRIGGER callers_known BEFORE INSERT ON callers
WHEN EXISTS (SELECT 1 FROM callers WHERE id = NEW.id OR (call_id = NEW.call_id AND seq = NEW.seq))
BEGIN SELECT RAISE(ABORT, 'a caller is written once'); END;

-- ---------------------------------------------------------------- the family's details

CREATE TABLE details (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  field   TEXT NOT NULL CHECK (field IN ('child', 'born', 'school', 'area', 'about', 'letter', 'wants', 'other side',
                  'relation', 'email', 'address', 'plan', 'parent name', 'parent phone', 'needs')),
  typed   TEXT NOT NULL CHECK (length(typed) <= 2000),
  reading TEXT NOT NULL DEFAULT '' CHECK (length(reading) <= 200),
  saved   INTEGER NOT NULL,
  rev     INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (case_id, field)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER details_gate BEFORE INSERT ON details
WHEN NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;
CREATE TRIGGER details_gate_on_change BEFORE UPDATE ON details
WHEN NEW.case_id <> OLD.case_id OR NEW.field <> OLD.field
  OR NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;

-- Notes of a call (one row, its key is the call's) and notes added to a case.
-- `begun` holds the minute each line was begun, one number a line.
CREATE TABLE notes (
  id      INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  call_id INTEGER REFERENCES calls (id),
  at      INTEGER NOT NULL,
  staff   TEXT NOT NULL,
  body    TEXT NOT NULL CHECK (length(body) <= 100000),
  begun   TEXT NOT NULL DEFAULT '',
  saved   INTEGER NOT NULL,
  rev     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX notes_of_case ON notes (case_id, at);
CREATE TRIGGER notes_gate BEFORE INSERT ON notes
WHEN NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
  OR EXISTS (SELECT 1 FROM notes WHERE id = NEW.id AND (case_id <> NEW.case_id OR call_id IS NOT NEW.call_id))
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;
CREATE TRIGGER notes_gate_on_change BEFORE UPDATE ON notes
WHEN NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.call_id IS NOT OLD.call_id
  OR NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;

-- Which SAY lines were said, and when.
CREATE TABLE said (
  call_id INTEGER NOT NULL REFERENCES calls (id),
  line    TEXT NOT NULL CHECK (length(line) <= 40),
  at      INTEGER NOT NULL,
  PRIMARY KEY (call_id, line)
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- parties and willingness

CREATE TABLE parties (
  id        INTEGER PRIMARY KEY,
  case_id   INTEGER NOT NULL REFERENCES cases (id),
  side      TEXT NOT NULL CHECK (side IN ('family', 'other side', 'beside')),
  kind      TEXT NOT NULL CHECK (kind IN ('family', 'young person', 'local authority', 'school', 'provider', 'health', 'other')),
  needed    TEXT NOT NULL CHECK (needed IN ('needed', 'invited', 'dropped')),
  name      TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),
  person    TEXT NOT NULL DEFAULT '' CHECK (length(person) <= 200),
  relation  TEXT NOT NULL DEFAULT '' CHECK (length(relation) <= 200),
  phone     TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 100),
  email     TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 200),
  best_time TEXT NOT NULL DEFAULT '' CHECK (length(best_time) <= 200),
  needs     TEXT NOT NULL DEFAULT '' CHECK (length(needs) <= 500),
  decides   TEXT NOT NULL DEFAULT '' CHECK (length(decides) <= 300),
  suits     TEXT NOT NULL DEFAULT '' CHECK (length(suits) <= 300),
  chase     TEXT CHECK (chase IS NULL OR chase IS date(chase)),
  chases    INTEGER NOT NULL DEFAULT 0,
  rev       INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX parties_of_case ON parties (case_id, id);
CREATE TRIGGER parties_gate BEFORE INSERT ON parties
WHEN NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;
CREATE TRIGGER parties_known BEFORE INSERT ON parties WHEN EXISTS (SELECT 1 FROM parties WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a party is written once'); END;
CREATE TRIGGER parties_gate_on_change BEFORE UPDATE ON parties
WHEN NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
  OR NEW.case_id <> OLD.case_id OR NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;

-- Answers and attempts, in order. Attempts ('asked', 'left message') are not answers.
CREATE TABLE answers (
  id       INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES parties (id),
  seq      INTEGER NOT NULL,
  answer   TEXT NOT NULL CHECK (answer IN ('asked', 'left message', 'willing', 'willing, but', 'not willing', 'pulled out')),
  person   TEXT NOT NULL DEFAULT '' CHECK (length(person) <= 200),
  words    TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 500),
  how      TEXT NOT NULL DEFAULT '' CHECK (length(how) <= 60),
  source   TEXT NOT NULL CHECK (source IN ('themselves', 'own call')),
  day      TEXT NOT NULL CHECK (day IS date(day)),
  at       INTEGER NOT NULL,
  staff    TEXT NOT NULL CHECK (length(trim(staff)) > 0),
  UNIQUE (party_id, seq)
) STRICT;

CREATE VIEW standing_answers AS
SELECT p.id AS party_id, p.case_id AS case_id, p.side AS side, p.needed AS needed,
  COALESCE((SELECT a.answer FROM answers a
            WHERE a.party_id = p.id AND a.answer NOT IN ('asked', 'left message')
            ORDER BY a.seq DESC LIMIT 1), 'not asked') AS answer
FROM parties p;

-- The booking light. Computed, never typed.
CREATE VIEW ready_to_book AS
SELECT c.id AS case_id FROM cases c
WHERE c.state = 'open'
  AND EXISTS (SELECT 1 FROM consent_in_force f WHERE f.case_id = c.id)
  AND EXISTS (SELECT 1 FROM parties p WHERE p.case_id = c.id AND p.side = 'family' AND p.needed = 'needed')
  AND EXISTS (SELECT 1 FROM parties p WHERE p.case_id = c.id AND p.side = 'other side' AND p.needed = 'needed')
  AND NOT EXISTS (SELECT 1 FROM standing_answers s
                  WHERE s.case_id = c.id AND s.needed = 'needed' AND s.answer NOT IN ('willing', 'willing, but'));

CREATE TRIGGER answers_gate BEFORE INSERT ON answers
WHEN EXISTS (SELECT 1 FROM answers WHERE id = NEW.id OR (party_id = NEW.party_id AND seq >= NEW.seq))
  OR NOT EXISTS (SELECT 1 FROM parties p JOIN consent_in_force f ON f.case_id = p.case_id WHERE p.id = NEW.party_id)
BEGIN SELECT RAISE(ABORT, 'an answer is added, with consent, never rewritten'); END;
CREATE TRIGGER answers_stay_as_they_are BEFORE UPDATE ON answers
BEGIN SELECT RAISE(ABORT, 'an answer is added, never rewritten'); END;

-- ---------------------------------------------------------------- mediators and the calendar

CREATE TABLE mediators (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL CHECK (length(trim(name)) > 0 AND length(name) <= 200),
  phone       TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 100),
  areas       TEXT NOT NULL DEFAULT '' CHECK (length(areas) <= 500),
  accredited  TEXT NOT NULL CHECK (accredited IN ('yes', 'no')),
  sen_trained TEXT NOT NULL CHECK (sen_trained IN ('yes', 'no')),
  offers      TEXT NOT NULL DEFAULT '' CHECK (length(offers) <= 300),
  working     TEXT NOT NULL DEFAULT 'yes' CHECK (working IN ('yes', 'no')),
  rev         INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TRIGGER mediators_known BEFORE INSERT ON mediators WHEN EXISTS (SELECT 1 FROM mediators WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a mediator is written once'); END;
CREATE TRIGGER mediators_keep_their_key BEFORE UPDATE ON mediators WHEN NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'a mediator keeps their key'); END;
CREATE TRIGGER mediators_stay BEFORE DELETE ON mediators
BEGIN SELECT RAISE(ABORT, 'a mediator is never removed: working becomes no'); END;

-- Usual days: weekday 1 is Monday, 5 is Friday.
CREATE TABLE mediator_days (
  mediator_id INTEGER NOT NULL REFERENCES mediators (id),
  weekday     INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 5),
  opens       INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 95),
  closes      INTEGER NOT NULL CHECK (closes BETWEEN 1 AND 96 AND closes > opens),
  PRIMARY KEY (mediator_id, weekday)
) STRICT, WITHOUT ROWID;

-- Away days, and extra days outside the usual ones.
CREATE TABLE mediator_dates (
  id          INTEGER PRIMARY KEY,
  mediator_id INTEGER NOT NULL REFERENCES mediators (id),
  kind        TEXT NOT NULL CHECK (kind IN ('away', 'extra')),
  from_day    TEXT NOT NULL CHECK (from_day IS date(from_day)),
  to_day      TEXT NOT NULL CHECK (to_day IS date(to_day) AND to_day >= from_day),
  opens       INTEGER CHECK (opens IS NULL OR opens BETWEEN 0 AND 95),
  closes      INTEGER CHECK (closes IS NULL OR closes BETWEEN 1 AND 96),
  words       TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 200)
) STRICT;
CREATE INDEX mediator_dates_of ON mediator_dates (mediator_id, to_day);

-- A declared conflict: this mediator cannot act for this case.
CREATE TABLE conflicts (
  mediator_id INTEGER NOT NULL REFERENCES mediators (id),
  case_id     INTEGER NOT NULL REFERENCES cases (id),
  words       TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 200),
  PRIMARY KEY (mediator_id, case_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER conflicts_gate BEFORE INSERT ON conflicts
WHEN NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;
CREATE TRIGGER conflicts_gate_on_change BEFORE UPDATE ON conflicts
WHEN NEW.mediator_id <> OLD.mediator_id OR NEW.case_id <> OLD.case_id
  OR NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;

CREATE TABLE bookings (
  id          INTEGER PRIMARY KEY,
  case_id     INTEGER NOT NULL REFERENCES cases (id),
  mediator_id INTEGER NOT NULL REFERENCES mediators (id),
  state       TEXT NOT NULL CHECK (state IN ('held', 'booked', 'in doubt', 'met', 'did not happen', 'called off', 'let go', 'moved')),
  day         TEXT NOT NULL CHECK (day IS date(day) AND strftime('%w', day) BETWEEN '1' AND '5'),
  start       INTEGER NOT NULL CHECK (start BETWEEN 0 AND 95),
  length      INTEGER NOT NULL CHECK (length BETWEEN 1 AND 32 AND start + length <= 96),
  held_until  TEXT CHECK (held_until IS NULL OR held_until IS date(held_until)),
  format      TEXT NOT NULL DEFAULT 'not decided' CHECK (format IN ('online', 'in person', 'telephone', 'not decided')),
  short_notice_agreed TEXT NOT NULL DEFAULT 'no' CHECK (short_notice_agreed IN ('yes', 'no')),
  told_family TEXT NOT NULL DEFAULT 'no' CHECK (told_family IN ('yes', 'no')),
  told_other_side TEXT NOT NULL DEFAULT 'no' CHECK (told_other_side IN ('yes', 'no')),
  at          INTEGER NOT NULL,
  staff       TEXT NOT NULL CHECK (length(trim(staff)) > 0),
  rev         INTEGER NOT NULL DEFAULT 1,
  CHECK (state <> 'held' OR held_until IS NOT NULL)
) STRICT;
CREATE INDEX bookings_of_case ON bookings (case_id, day);
CREATE INDEX bookings_by_day ON bookings (day, start, id);
CREATE INDEX bookings_held ON bookings (held_until, id) WHERE state = 'held';
CREATE INDEX bookings_in_doubt ON bookings (day, id) WHERE state = 'in doubt';

-- Who is taken when. `resource` is 'mediator <id>' or 'case <id>'. Written by the booking's own trigger.
CREATE TABLE claims (
  resource   TEXT NOT NULL,
  day        TEXT NOT NULL,
  quarter    INTEGER NOT NULL,
  booking_id INTEGER NOT NULL REFERENCES bookings (id),
  PRIMARY KEY (resource, day, quarter)
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_by_day ON claims (day, booking_id);
CREATE INDEX claims_of_booking ON claims (booking_id);

CREATE TRIGGER claims_belong_to_a_booking BEFORE INSERT ON claims
WHEN EXISTS (SELECT 1 FROM claims WHERE resource = NEW.resource AND day = NEW.day AND quarter = NEW.quarter)
  OR NOT EXISTS (SELECT 1 FROM bookings b
                 WHERE b.id = NEW.booking_id AND b.state IN ('held', 'booked', 'in doubt', 'met') AND b.day = NEW.day
                   AND NEW.quarter >= b.start AND NEW.quarter < b.start + b.length
                   AND NEW.resource IN ('mediator ' || b.mediator_id, 'case ' || b.case_id))
BEGIN SELECT RAISE(ABORT, 'that slot is taken'); END;
CREATE TRIGGER claims_stay_as_they_are BEFORE UPDATE ON claims
BEGIN SELECT RAISE(ABORT, 'a claim follows its booking'); END;
CREATE TRIGGER claims_stay_while_booked BEFORE DELETE ON claims
WHEN EXISTS (SELECT 1 FROM bookings b WHERE b.id = OLD.booking_id AND b.state IN ('held', 'booked', 'in doubt', 'met'))
BEGIN SELECT RAISE(ABORT, 'a claim follows its booking'); END;

CREATE TRIGGER bookings_wall BEFORE INSERT ON bookings
BEGIN
  SELECT RAISE(ABORT, 'a booking is written once') WHERE EXISTS (SELECT 1 FROM bookings WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'a booking begins held or booked') WHERE NEW.state NOT IN ('held', 'booked');
  SELECT RAISE(ABORT, 'no consent: no date can be held')
  WHERE NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
     OR NOT EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id AND state = 'open');
  SELECT RAISE(ABORT, 'a needed party is not willing')
  WHERE NEW.state = 'booked' AND NOT EXISTS (SELECT 1 FROM ready_to_book WHERE case_id = NEW.case_id);
  SELECT RAISE(ABORT, 'three dates are held already')
  WHERE NEW.state = 'held' AND (SELECT count(*) FROM bookings WHERE case_id = NEW.case_id AND state = 'held') >= 3;
  SELECT RAISE(ABORT, 'closed that day') WHERE EXISTS (SELECT 1 FROM closed_days WHERE day = NEW.day);
  SELECT RAISE(ABORT, 'outside the office''s hours')
  WHERE NEW.start < (SELECT min(opens) FROM hours) OR NEW.start + NEW.length > (SELECT max(closes) FROM hours)
     OR NOT EXISTS (SELECT 1 FROM hours);
  SELECT RAISE(ABORT, 'the mediator cannot act for this case')
  WHERE EXISTS (SELECT 1 FROM conflicts WHERE mediator_id = NEW.mediator_id AND case_id = NEW.case_id)
     OR NOT EXISTS (SELECT 1 FROM mediators WHERE id = NEW.mediator_id AND working = 'yes');
  SELECT RAISE(ABORT, 'that slot is taken')
  WHERE EXISTS (SELECT 1 FROM claims c WHERE c.resource IN ('mediator ' || NEW.mediator_id, 'case ' || NEW.case_id)
                  AND c.day = NEW.day AND c.quarter >= NEW.start AND c.quarter < NEW.start + NEW.length);
END;
CREATE TRIGGER bookings_claim AFTER INSERT ON bookings
BEGIN
  INSERT INTO claims SELECT 'mediator ' || NEW.mediator_id, NEW.day, quarter, NEW.id FROM quarters
  WHERE quarter >= NEW.start AND quarter < NEW.start + NEW.length;
  INSERT INTO claims SELECT 'case ' || NEW.case_id, NEW.day, quarter, NEW.id FROM quarters
  WHERE quarter >= NEW.start AND quarter < NEW.start + NEW.length;
  SELECT RAISE(ABORT, 'that slot is taken')
  WHERE (SELECT count(*) FROM claims WHERE booking_id = NEW.id) <> 2 * NEW.length;
END;
CREATE TRIGGER bookings_change BEFORE UPDATE ON bookings
BEGIN
  SELECT RAISE(ABORT, 'a moved meeting is a new booking')
  WHERE NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.mediator_id <> OLD.mediator_id
     OR NEW.day <> OLD.day OR NEW.start <> OLD.start OR NEW.length <> OLD.length;
  SELECT RAISE(ABORT, 'what is over stays over')
  WHERE OLD.state IN ('called off', 'let go', 'moved', 'did not happen') AND NEW.state <> OLD.state;
  SELECT RAISE(ABORT, 'a booking does not become a hold') WHERE NEW.state = 'held' AND OLD.state <> 'held';
  SELECT RAISE(ABORT, 'a needed party is not willing')
  WHERE NEW.state = 'booked' AND OLD.state <> 'booked'
    AND NOT EXISTS (SELECT 1 FROM ready_to_book WHERE case_id = NEW.case_id);
  SELECT RAISE(ABORT, 'closed that day')
  WHERE NEW.state = 'booked' AND OLD.state <> 'booked' AND EXISTS (SELECT 1 FROM closed_days WHERE day = NEW.day);
  SELECT RAISE(ABORT, 'the mediator cannot act for this case')
  WHERE NEW.state = 'booked' AND OLD.state <> 'booked'
    AND (EXISTS (SELECT 1 FROM conflicts WHERE mediator_id = NEW.mediator_id AND case_id = NEW.case_id)
         OR NOT EXISTS (SELECT 1 FROM mediators WHERE id = NEW.mediator_id AND working = 'yes'));
  SELECT RAISE(ABORT, 'only a booked meeting is met')
  WHERE NEW.state IN ('met', 'in doubt') AND OLD.state NOT IN ('booked', 'in doubt', 'met');
END;
CREATE TRIGGER bookings_release AFTER UPDATE OF state ON bookings
WHEN NEW.state IN ('called off', 'let go', 'moved', 'did not happen')
BEGIN DELETE FROM claims WHERE booking_id = NEW.id; END;
CREATE TRIGGER bookings_stay BEFORE DELETE ON bookings
WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE case_id = OLD.case_id) OR OLD.state IN ('held', 'booked', 'in doubt')
BEGIN SELECT RAISE(ABORT, 'a booking is called off, never removed'); END;

-- When the light goes out, a booked meeting is in doubt in the same transaction; without consent no hold stands.
CREATE TRIGGER light_out_by_answer AFTER INSERT ON answers
WHEN NEW.answer NOT IN ('asked', 'left message')
BEGIN
  UPDATE bookings SET state = 'in doubt', rev = rev + 1
  WHERE state = 'booked' AND case_id = (SELECT case_id FROM parties WHERE id = NEW.party_id)
    AND NOT EXISTS (SELECT 1 FROM ready_to_book r WHERE r.case_id = bookings.case_id);
END;
CREATE TRIGGER light_out_by_consent AFTER INSERT ON consents
WHEN NEW.act IN ('withdrawn', 'denied')
BEGIN
  UPDATE bookings SET state = 'in doubt', rev = rev + 1 WHERE state = 'booked' AND case_id = NEW.case_id;
  UPDATE bookings SET state = 'let go', rev = rev + 1 WHERE state = 'held' AND case_id = NEW.case_id;
  DELETE FROM attention WHERE case_id = NEW.case_id;
END;
CREATE TRIGGER light_out_by_new_party AFTER INSERT ON parties
BEGIN
  UPDATE bookings SET state = 'in doubt', rev = rev + 1
  WHERE state = 'booked' AND case_id = NEW.case_id
    AND NOT EXISTS (SELECT 1 FROM ready_to_book r WHERE r.case_id = bookings.case_id);
END;
CREATE TRIGGER light_out_by_party AFTER UPDATE OF needed, side ON parties
BEGIN
  UPDATE bookings SET state = 'in doubt', rev = rev + 1
  WHERE state = 'booked' AND case_id = NEW.case_id
    AND NOT EXISTS (SELECT 1 FROM ready_to_book r WHERE r.case_id = bookings.case_id);
END;
CREATE TRIGGER light_out_by_closing AFTER UPDATE OF state ON cases WHEN NEW.state <> 'open'
BEGIN
  UPDATE bookings SET state = 'in doubt', rev = rev + 1 WHERE state = 'booked' AND case_id = NEW.id;
  UPDATE bookings SET state = 'let go', rev = rev + 1 WHERE state = 'held' AND case_id = NEW.id;
END;

-- ---------------------------------------------------------------- the queue

-- What has to be done about a case or an enquiry, made again in every write that touches it.
-- `grp` is the group on Today, most urgent first; a row is seen from `show_from` on.
CREATE TABLE attention (
  id         INTEGER PRIMARY KEY,
  case_id    INTEGER REFERENCES cases (id),
  enquiry_id INTEGER REFERENCES enquiries (id),
  grp        INTEGER NOT NULL CHECK (grp BETWEEN 0 AND 9),
  show_from  TEXT NOT NULL,
  due        TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (length(kind) <= 40),
  reason     TEXT NOT NULL CHECK (length(reason) <= 120),
  step       TEXT NOT NULL CHECK (length(step) <= 40),
  party_id   INTEGER,
  booking_id INTEGER,
  -- The case's number and the child's name as they stand, so that a page of Today is read from one place.
  number     INTEGER,
  name       TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 2000),
  CHECK ((case_id IS NULL) <> (enquiry_id IS NULL))
) STRICT;
CREATE INDEX attention_by_group ON attention (grp, due, id);
CREATE INDEX attention_of_case ON attention (case_id, grp) WHERE case_id IS NOT NULL;
CREATE INDEX attention_of_enquiry ON attention (enquiry_id) WHERE enquiry_id IS NOT NULL;
-- After a withdrawal only the decision that is left is shown.
CREATE TRIGGER attention_gate BEFORE INSERT ON attention
WHEN (NEW.case_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
      AND NOT (NEW.kind IN ('withdrawn', 'in doubt') AND EXISTS (SELECT 1 FROM consents WHERE case_id = NEW.case_id)))
  OR (NEW.enquiry_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM enquiries WHERE id = NEW.enquiry_id AND state = 'open'))
  OR EXISTS (SELECT 1 FROM attention WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;
CREATE TRIGGER attention_is_made_again BEFORE UPDATE ON attention
BEGIN SELECT RAISE(ABORT, 'a row of the queue is made again, never changed'); END;

-- Steps promised about a case: tell the authority, check with the parent, tell the mediator, remind.
CREATE TABLE steps (
  id      INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  what    TEXT NOT NULL CHECK (length(what) <= 40),
  due     TEXT NOT NULL CHECK (due IS date(due)),
  at_time TEXT NOT NULL DEFAULT '',
  who     TEXT NOT NULL DEFAULT '',
  state   TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
  done    INTEGER,
  rev     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX steps_of_case ON steps (case_id, state, due);
CREATE TRIGGER steps_gate BEFORE INSERT ON steps
WHEN NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
  OR EXISTS (SELECT 1 FROM steps WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;
-- Without consent a step may still be dropped or done; nothing else of it changes.
CREATE TRIGGER steps_gate_on_change BEFORE UPDATE ON steps
WHEN NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id
  OR ((NEW.what <> OLD.what OR NEW.due <> OLD.due OR NEW.at_time <> OLD.at_time OR NEW.who <> OLD.who)
      AND NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id))
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;

-- ---------------------------------------------------------------- history and search

-- Everything that happened, who did it. Acts and keys only; the words stand apart so that they can leave.
CREATE TABLE history (
  seq        INTEGER PRIMARY KEY,
  id         INTEGER NOT NULL UNIQUE,
  at         INTEGER NOT NULL,
  staff      TEXT NOT NULL,
  act        TEXT NOT NULL CHECK (length(act) <= 60),
  mark       TEXT NOT NULL DEFAULT '.' CHECK (length(mark) <= 4),
  case_id    INTEGER,
  call_id    INTEGER,
  enquiry_id INTEGER
) STRICT;
CREATE INDEX history_of_case ON history (case_id, seq DESC) WHERE case_id IS NOT NULL;
CREATE INDEX history_of_call ON history (call_id, seq DESC) WHERE call_id IS NOT NULL;
CREATE INDEX history_of_enquiry ON history (enquiry_id, seq DESC) WHERE enquiry_id IS NOT NULL;
CREATE TRIGGER history_known BEFORE INSERT ON history
WHEN EXISTS (SELECT 1 FROM history WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'what happened is added, never rewritten'); END;
CREATE TRIGGER history_in_order AFTER INSERT ON history WHEN EXISTS (SELECT 1 FROM history WHERE seq > NEW.seq)
BEGIN SELECT RAISE(ABORT, 'what happened is added, never slipped in'); END;
CREATE TRIGGER history_stays_as_it_is BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'what happened is added, never rewritten'); END;
CREATE TRIGGER history_stays BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'what happened is added, never removed'); END;

CREATE TABLE history_words (
  history_id INTEGER PRIMARY KEY,
  case_id    INTEGER NOT NULL,
  words      TEXT NOT NULL CHECK (length(words) <= 1000)
) STRICT;
CREATE INDEX history_words_of_case ON history_words (case_id);
-- Words need a consent in force; those of a withdrawal are written at the moment of its record.
CREATE TRIGGER history_words_gate BEFORE INSERT ON history_words
WHEN NOT EXISTS (SELECT 1 FROM history h WHERE h.id = NEW.history_id AND h.case_id = NEW.case_id AND (
       EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id)
       OR h.at = (SELECT at FROM consents WHERE case_id = NEW.case_id ORDER BY seq DESC LIMIT 1)))
  OR EXISTS (SELECT 1 FROM history_words WHERE history_id = NEW.history_id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;
CREATE TRIGGER history_words_stay_as_they_are BEFORE UPDATE ON history_words
BEGIN SELECT RAISE(ABORT, 'what happened is added, never rewritten'); END;

-- What Find looks through: one row for a case, each of its people, its notes, and for an enquiry.
-- `words` are made by the program: folded, with the last digits of phone numbers. The index parts them at spaces
-- only ('ascii' leaves every other script whole), so that it never sees two words where the program sees one.
CREATE TABLE documents (
  id         INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL CHECK (kind IN ('case', 'person', 'notes', 'enquiry')),
  case_id    INTEGER,
  enquiry_id INTEGER,
  source     INTEGER NOT NULL,
  words      TEXT NOT NULL,
  CHECK ((kind = 'enquiry') = (enquiry_id IS NOT NULL) AND (kind = 'enquiry') = (case_id IS NULL))
) STRICT;
CREATE INDEX documents_of_case ON documents (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX documents_of_enquiry ON documents (enquiry_id) WHERE enquiry_id IS NOT NULL;
CREATE TRIGGER documents_gate BEFORE INSERT ON documents
WHEN (NEW.case_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id))
  OR (NEW.enquiry_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM enquiries WHERE id = NEW.enquiry_id AND state <> 'expired'))
  OR EXISTS (SELECT 1 FROM documents WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;
CREATE TRIGGER documents_gate_on_change BEFORE UPDATE ON documents
WHEN NEW.id <> OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.enquiry_id IS NOT OLD.enquiry_id
  OR (NEW.case_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = NEW.case_id))
BEGIN SELECT RAISE(ABORT, 'no consent: nothing of the family is kept'); END;

CREATE VIRTUAL TABLE search USING fts5 (
  words, content = 'documents', content_rowid = 'id', prefix = '1 2 3', detail = 'none',
  tokenize = 'ascii'
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER documents_index AFTER INSERT ON documents
BEGIN INSERT INTO search (rowid, words) VALUES (NEW.id, NEW.words); END;
CREATE TRIGGER documents_unindex AFTER DELETE ON documents
BEGIN INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.id, OLD.words); END;
CREATE TRIGGER documents_reindex AFTER UPDATE OF words ON documents WHEN NEW.words <> OLD.words
BEGIN
  INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.id, OLD.words);
  INSERT INTO search (rowid, words) VALUES (NEW.id, NEW.words);
END;

-- ---------------------------------------------------------------- nothing leaves but by erasing

CREATE TRIGGER caller_details_stay BEFORE DELETE ON caller_details
WHEN NOT EXISTS (SELECT 1 FROM leaving_callers WHERE caller_id = OLD.caller_id)
BEGIN SELECT RAISE(ABORT, 'nothing is removed but by erasing'); END;
CREATE TRIGGER callers_stay BEFORE DELETE ON callers
WHEN EXISTS (SELECT 1 FROM caller_details WHERE caller_id = OLD.id)
  OR NOT EXISTS (SELECT 1 FROM leaving_callers WHERE caller_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'nothing is removed but by erasing'); END;
CREATE TRIGGER details_stay BEFORE DELETE ON details
WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'nothing is removed but by erasing'); END;
CREATE TRIGGER notes_stay BEFORE DELETE ON notes
WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'nothing is removed but by erasing'); END;
CREATE TRIGGER steps_stay BEFORE DELETE ON steps
WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'nothing is removed but by erasing'); END;
CREATE TRIGGER history_words_stay BEFORE DELETE ON history_words
WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'nothing is removed but by erasing'); END;
CREATE TRIGGER parties_stay BEFORE DELETE ON parties
WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE case_id = OLD.case_id)
  OR EXISTS (SELECT 1 FROM answers WHERE party_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'nothing is removed but by erasing'); END;
CREATE TRIGGER answers_stay BEFORE DELETE ON answers
WHEN NOT EXISTS (SELECT 1 FROM leaving e JOIN parties p ON p.case_id = e.case_id WHERE p.id = OLD.party_id)
BEGIN SELECT RAISE(ABORT, 'nothing is removed but by erasing'); END;

-- ---------------------------------------------------------------- what a new file begins with

INSERT INTO counters (kind, last) VALUES ('C', 0), ('E', 0), ('M', 0);
INSERT INTO hours (season, opens, closes) VALUES ('term time', 36, 68), ('school holidays', 36, 68);
WITH RECURSIVE count (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM count WHERE n < 95)
INSERT INTO quarters (quarter) SELECT n FROM count;
