//! The wall, as sentences, each beside the SQL that tries to get through it. Only the last statement of a row has
//! to be refused; those before it prepare the ground and may succeed.

/// A sentence and its statements.
pub(super) type Sentences = &'static [(&'static str, &'static str)];

/// All that has to be refused.
pub(super) const REFUSED: [Sentences; 6] = [LIGHT, FAMILY, HISTORY, CALENDAR, NUMBERS, ERASING];

pub(super) const LIGHT: Sentences = &[
    (
        "a case whose other side has not answered is not booked",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, at, staff)
         VALUES (900, {waiting}, 7, 'booked', '2026-12-08', 40, 12, 1, 'x')",
    ),
    (
        "a withdrawn case is not booked",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, at, staff)
         VALUES (900, {withdrawn}, 7, 'booked', '2026-12-08', 40, 12, 1, 'x')",
    ),
    (
        "a withdrawn case is not held",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
         VALUES (900, {withdrawn}, 7, 'held', '2026-12-08', 40, 12, '2026-12-01', 1, 'x')",
    ),
    (
        "a case that is still being taken down is not held",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
         VALUES (900, {taken}, 7, 'held', '2026-12-08', 40, 12, '2026-12-01', 1, 'x')",
    ),
    (
        "a case that does not exist is not held",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
         VALUES (900, 123456, 7, 'held', '2026-12-08', 40, 12, '2026-12-01', 1, 'x')",
    ),
    (
        "a hold becomes a booking only with the light",
        "UPDATE bookings SET state = 'booked' WHERE id = {held}",
    ),
    (
        "a booking does not pass to another case",
        "UPDATE bookings SET case_id = {waiting} WHERE id = {booking}",
    ),
    (
        "a booking does not pass to another case beside a new state",
        "UPDATE bookings SET case_id = {waiting}, state = 'in doubt' WHERE id = {booking}",
    ),
    (
        "a booking in doubt comes back only with the light",
        "INSERT INTO answers (id, party_id, seq, answer, source, day, at, staff)
           VALUES (900, {authority}, 99, 'pulled out', 'themselves', '2026-11-24', 1, 'x');
         UPDATE bookings SET state = 'booked' WHERE id = {booking}",
    ),
    (
        "a booking replaced by its own key is still a booking",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, at, staff)
         VALUES ({booking}, {waiting}, 7, 'booked', '2026-12-08', 40, 12, 1, 'x')",
    ),
    (
        "a booking does not begin as one that was met",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, at, staff)
         VALUES (900, {waiting}, 7, 'met', '2026-12-08', 40, 12, 1, 'x')",
    ),
    (
        "an answer does not pass from one party to another",
        "UPDATE answers SET party_id = {waiting_authority} WHERE party_id = {authority}",
    ),
    (
        "a party does not pass to another case",
        "UPDATE parties SET case_id = {waiting} WHERE id = {authority}",
    ),
    (
        "an answer is not put before the latest one",
        "INSERT INTO answers (id, party_id, seq, answer, source, day, at, staff)
         VALUES (900, {authority}, 0, 'willing', 'themselves', '2026-11-24', 1, 'x')",
    ),
    (
        "an answer needs a party that exists",
        "INSERT INTO answers (id, party_id, seq, answer, source, day, at, staff)
         VALUES (900, 123456, 1, 'willing', 'themselves', '2026-11-24', 1, 'x')",
    ),
    (
        "nobody answers in a withdrawn case",
        "INSERT INTO answers (id, party_id, seq, answer, source, day, at, staff)
         VALUES (900, {withdrawn_family}, 99, 'willing', 'themselves', '2026-11-24', 1, 'x')",
    ),
    (
        "a hold with a mediator who cannot act for the case is not booked",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
           VALUES (900, {ready}, 8, 'held', '2026-12-08', 40, 12, '2026-12-01', 1, 'x');
         INSERT INTO conflicts (mediator_id, case_id) VALUES (8, {ready});
         UPDATE bookings SET state = 'booked' WHERE id = 900",
    ),
];

/// Allowed, and the booking that stood is in doubt afterwards.
pub(super) const IN_DOUBT: Sentences = &[
    (
        "the other side pulls out",
        "INSERT INTO answers (id, party_id, seq, answer, source, day, at, staff)
         VALUES (900, {authority}, 99, 'pulled out', 'themselves', '2026-11-24', 1, 'x')",
    ),
    (
        "the consent is withdrawn",
        "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, at, day, staff)
         VALUES (900, {booked}, 9, 'withdrawn', 'mother', 'today', '2026-11-24', 'phone', 'mother', 1795532520000, '2026-11-24', 'x')",
    ),
    (
        "a third party becomes needed",
        "INSERT INTO parties (id, case_id, side, kind, needed) VALUES (900, {booked}, 'beside', 'school', 'needed')",
    ),
    ("the only family party is no longer needed", "UPDATE parties SET needed = 'dropped' WHERE id = {family}"),
    ("the other side changes sides", "UPDATE parties SET side = 'beside' WHERE id = {authority}"),
    ("the case is closed", "UPDATE cases SET state = 'closed', closed = '2026-11-24' WHERE id = {booked}"),
    ("the case is closed and opened again", "UPDATE cases SET state = 'closed' WHERE id = {booked};
         UPDATE cases SET state = 'open' WHERE id = {booked}"),
    ("the case is erased", "UPDATE cases SET state = 'erased' WHERE id = {booked}"),
    (
        "the answers of an erased case leave",
        "UPDATE cases SET state = 'erased' WHERE id = {booked};
         INSERT INTO erasing (owner, at) VALUES ({booked}, 1);
         DELETE FROM answers WHERE party_id = {authority}",
    ),
];

pub(super) const FAMILY: Sentences = &[
    (
        "no detail without consent",
        "INSERT INTO details (case_id, field, typed, saved) VALUES (500, 'child', 'Kelechi', 1)",
    ),
    (
        "no detail of a case that does not exist",
        "INSERT INTO details (case_id, field, typed, saved) VALUES (123456, 'child', 'Kelechi', 1)",
    ),
    (
        "no new detail after consent was withdrawn",
        "INSERT INTO details (case_id, field, typed, saved) VALUES ({withdrawn}, 'plan', 'yes', 1)",
    ),
    (
        "no change of a detail after consent was withdrawn",
        "UPDATE details SET typed = 'Somebody else' WHERE case_id = {withdrawn}",
    ),
    ("no detail moves to a case without consent", "UPDATE details SET case_id = 500 WHERE case_id = {ready}"),
    ("no detail moves to another case", "UPDATE details SET case_id = {taken} WHERE case_id = {ready}"),
    ("no detail takes the place of another", "UPDATE details SET field = 'school' WHERE case_id = {ready} AND field = 'child'"),
    ("no note without consent", "INSERT INTO notes (id, case_id, at, staff, body, saved) VALUES (900, 500, 1, 'x', 'words', 1)"),
    ("no note moves to a case without consent", "UPDATE notes SET case_id = 500 WHERE case_id = {ready}"),
    ("no note moves to another case", "UPDATE notes SET case_id = {waiting} WHERE case_id = {ready}"),
    (
        "no note takes the place of another case's",
        "INSERT INTO notes (id, case_id, at, staff, body, saved) VALUES ({booked_call}, {ready}, 1, 'x', 'words', 1)",
    ),
    ("no note after consent was withdrawn", "UPDATE notes SET body = 'more' WHERE case_id = {withdrawn}"),
    ("no party without consent", "INSERT INTO parties (id, case_id, side, kind, needed) VALUES (900, 500, 'family', 'family', 'needed')"),
    ("no party changes after consent was withdrawn", "UPDATE parties SET phone = '07700 900 999' WHERE case_id = {withdrawn}"),
    (
        "nothing of a relative without consent",
        "INSERT INTO caller_details (caller_id, field, typed, saved) VALUES ({relative}, 'name', 'Aunt', 1)",
    ),
    (
        "nothing of a relative who is said to ring about a case without consent",
        "UPDATE calls SET case_id = 500 WHERE id = {relative_call};
         INSERT INTO caller_details (caller_id, field, typed, saved) VALUES ({relative}, 'name', 'Aunt', 1)",
    ),
    (
        "nothing of a relative is left behind when the case is taken from the call",
        "UPDATE calls SET case_id = {ready} WHERE id = {relative_call};
         INSERT INTO caller_details (caller_id, field, typed, saved) VALUES ({relative}, 'name', 'Aunt', 1);
         UPDATE calls SET case_id = NULL WHERE id = {relative_call}",
    ),
    (
        "a caller with details does not become somebody else",
        "UPDATE callers SET kind = 'relative' WHERE id = {school}",
    ),
    (
        "a caller with details does not pass to another call",
        "UPDATE callers SET call_id = {relative_call}, seq = 9 WHERE id = {school}",
    ),
    (
        "a detail does not pass from one caller to another",
        "UPDATE caller_details SET caller_id = {relative} WHERE caller_id = {school}",
    ),
    (
        "a detail does not pass to a caller it may be kept of",
        "UPDATE caller_details SET caller_id = {booked_caller}, field = 'work' WHERE caller_id = {school}",
    ),
    (
        "nothing more of a caller who was counted",
        "INSERT INTO caller_details (caller_id, field, typed, saved) VALUES ({counted}, 'name', 'Bridget', 1)",
    ),
    (
        "a counted call is not opened again",
        "UPDATE calls SET outcome = NULL, state = 'open' WHERE id = {counted_call}",
    ),
    (
        "a call with a family in it is not counted as one without",
        "UPDATE calls SET state = 'finished', outcome = 'no consent' WHERE id = {taken_call}",
    ),
    (
        "a call is not called an adult's parent's to keep what a parent said",
        "UPDATE calls SET for_adult = 'yes' WHERE id = {relative_call};
         INSERT INTO caller_details (caller_id, field, typed, saved) VALUES ({relative}, 'name', 'Aunt', 1)",
    ),
    (
        "of an adult's parent no more than name and number",
        "INSERT INTO calls (id, state, started, day, staff, kind, for_adult) VALUES (901, 'open', 1, '2026-11-24', 'x', 'parent', 'yes');
         INSERT INTO callers (id, call_id, seq, kind) VALUES (902, 901, 1, 'parent');
         INSERT INTO caller_details (caller_id, field, typed, saved) VALUES (902, 'address', '1 High Street', 1)",
    ),
    (
        "what was kept of an adult's parent does not outlive the reason",
        "INSERT INTO calls (id, state, started, day, staff, kind, for_adult) VALUES (901, 'open', 1, '2026-11-24', 'x', 'parent', 'yes');
         INSERT INTO callers (id, call_id, seq, kind) VALUES (902, 901, 1, 'parent');
         INSERT INTO caller_details (caller_id, field, typed, saved) VALUES (902, 'name', 'A parent', 1);
         UPDATE calls SET for_adult = 'no' WHERE id = 901",
    ),
    ("a call keeps its key", "UPDATE calls SET id = 900 WHERE id = {school_call}"),
    ("a caller is not removed by taking the place of another", "INSERT INTO callers (id, call_id, seq, kind) VALUES (900, {school_call}, 1, 'relative')"),
    (
        "a caller does not push another out",
        "INSERT INTO callers (id, call_id, seq, kind) VALUES (900, {school_call}, 2, 'relative');
         UPDATE callers SET seq = 1 WHERE id = 900",
    ),
    ("no search words of a family without consent", "INSERT INTO documents (id, kind, case_id, source, words) VALUES (900, 'case', 500, 500, 'kelechi')"),
    (
        "no search words of a family in the name of an enquiry that is not there",
        "INSERT INTO documents (id, kind, enquiry_id, source, words) VALUES (900, 'enquiry', 123456, 1, 'kelechi')",
    ),
    (
        "no search words that become another enquiry's",
        "UPDATE documents SET enquiry_id = 123456 WHERE enquiry_id = {enquiry}",
    ),
    ("no words in history without consent", "INSERT INTO history_words (history_id, case_id, words) VALUES (900, 500, 'kelechi')"),
    (
        "no words in history after consent was withdrawn",
        "INSERT INTO history (id, at, staff, act, case_id) VALUES (900, 1, 'x', 'Note', {withdrawn});
         INSERT INTO history_words (history_id, case_id, words) VALUES (900, {withdrawn}, 'kelechi')",
    ),
    (
        "no words in history under another case's line",
        "INSERT INTO history (id, at, staff, act, case_id) VALUES (900, 1, 'x', 'Note', {withdrawn});
         INSERT INTO history_words (history_id, case_id, words) VALUES (900, {ready}, 'kelechi')",
    ),
    (
        "no row of the queue without consent",
        "INSERT INTO attention (case_id, grp, show_from, due, kind, reason, step) VALUES (500, 1, '2026-11-24', '2026-11-24', 'chase', 'Kelechi', 'Ring')",
    ),
    (
        "no row of the queue after consent was withdrawn, but for the decision",
        "INSERT INTO attention (case_id, grp, show_from, due, kind, reason, step) VALUES ({withdrawn}, 1, '2026-11-24', '2026-11-24', 'chase', 'Kelechi', 'Ring')",
    ),
    ("a row of the queue is made again, never changed", "UPDATE attention SET reason = 'Kelechi Achebe' WHERE case_id = {ready}"),
    (
        "no row of the queue about an enquiry that is not there",
        "INSERT INTO attention (enquiry_id, grp, show_from, due, kind, reason, step) VALUES (123456, 1, '2026-11-24', '2026-11-24', 'chase', 'Kelechi', 'Ring')",
    ),
    ("no step without consent", "INSERT INTO steps (id, case_id, what, due) VALUES (900, 500, 'ring', '2026-11-24')"),
    ("no new step after consent was withdrawn", "INSERT INTO steps (id, case_id, what, due) VALUES (900, {withdrawn}, 'ring', '2026-11-24')"),
    ("no words in a step after consent was withdrawn", "UPDATE steps SET who = 'Ngozi' WHERE case_id = {withdrawn}"),
    ("no step moves to another case", "UPDATE steps SET case_id = 500 WHERE case_id = {waiting}"),
    ("no conflict is declared about a case without consent", "INSERT INTO conflicts (mediator_id, case_id, words) VALUES (7, 500, 'knows Kelechi')"),
    ("no conflict moves to a case without consent", "UPDATE conflicts SET case_id = 500 WHERE case_id = {booked}"),
    (
        "no consent is dated after its record",
        "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, call_id, at, day, staff)
         VALUES (900, 500, 1, 'given', 'mother', 'x', '2026-11-25', 'x', 'x', {taken_call}, 1795532520000, '2026-11-24', 'x')",
    ),
    (
        "no consent is recorded on another day than it was written",
        "UPDATE calls SET case_id = 500 WHERE id = {relative_call};
         INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, call_id, at, day, staff)
         VALUES (900, 500, 1, 'given', 'mother', 'x', '2026-12-10', 'x', 'x', {relative_call}, 1795532520000, '2026-12-10', 'x')",
    ),
    (
        "no first consent without a call in which it was told",
        "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, at, day, staff)
         VALUES (900, 500, 1, 'given', 'mother', 'x', '2026-11-23', 'x', 'x', 1795532520000, '2026-11-24', 'x')",
    ),
    (
        "no first consent told in somebody else's call",
        "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, call_id, at, day, staff)
         VALUES (900, 500, 1, 'given', 'mother', 'x', '2026-11-23', 'x', 'x', {relative_call}, 1795532520000, '2026-11-24', 'x')",
    ),
    (
        "no first consent for a call that is over",
        "UPDATE calls SET case_id = 500 WHERE id = {counted_call};
         INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, call_id, at, day, staff)
         VALUES (900, 500, 1, 'given', 'mother', 'x', '2026-11-23', 'x', 'x', {counted_call}, 1795532520000, '2026-11-24', 'x')",
    ),
    (
        "nobody else's call is the family's own",
        "UPDATE calls SET case_id = 500 WHERE id = {relative_call};
         INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, call_id, at, day, staff)
         VALUES (900, 500, 1, 'given', 'mother', 'x', '2026-11-24', 'x', 'rang us themselves', {relative_call}, 1795532520000, '2026-11-24', 'x')",
    ),
    (
        "a case does not begin with the check of a consent nobody gave",
        "UPDATE calls SET case_id = 500 WHERE id = {relative_call};
         INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, call_id, at, day, staff)
         VALUES (900, 500, 1, 'checked', 'mother', 'x', '2026-11-23', 'x', 'x', {relative_call}, 1795532520000, '2026-11-24', 'x')",
    ),
    ("a case opens only with consent", "UPDATE cases SET state = 'open', number = (SELECT last FROM counters WHERE kind = 'M') WHERE id = 500"),
    (
        "a case opens only with consent, not by being closed first",
        "UPDATE counters SET last = last + 1 WHERE kind = 'M';
         UPDATE cases SET state = 'closed', number = (SELECT last FROM counters WHERE kind = 'M') WHERE id = 500;
         UPDATE cases SET state = 'open' WHERE id = 500",
    ),
    ("a case does not begin open", "INSERT INTO cases (id, number, state, opened, day, staff, touched) VALUES (900, 900, 'open', 1, '2026-11-24', 'x', '2026-11-24')"),
    (
        "an erased case stays erased",
        "UPDATE cases SET state = 'erased' WHERE id = {ready}; UPDATE cases SET state = 'open' WHERE id = {ready}",
    ),
    (
        "an enquiry comes from a call",
        "INSERT INTO enquiries (id, number, state, kind, name, answer, next_step, next_day, keep_until, opened, day, staff)
         VALUES (900, 1, 'open', 'parent', 'Ngozi', 'no', 'caller rings back', '2026-12-01', '2027-02-24', 1, '2026-11-24', 'x')",
    ),
    (
        "an enquiry of an adult's parent holds name and number only",
        "INSERT INTO calls (id, state, started, day, staff, kind, for_adult) VALUES (901, 'open', 1, '2026-11-24', 'x', 'parent', 'yes');
         UPDATE counters SET last = last + 1 WHERE kind = 'E';
         UPDATE calls SET enquiry_number = (SELECT last FROM counters WHERE kind = 'E') WHERE id = 901;
         INSERT INTO enquiries (id, number, state, kind, name, email, answer, next_step, next_day, keep_until, opened, day, staff)
         SELECT 900, enquiry_number, 'open', 'parent', 'Ngozi', 'n@example.org', 'no', 'caller rings back', '2026-12-01', '2027-02-24', 1, '2026-11-24', 'x' FROM calls WHERE id = 901",
    ),
    ("an enquiry is not kept longer than three months", "UPDATE enquiries SET keep_until = '2029-01-01' WHERE id = {enquiry}"),
    ("an enquiry does not become another's", "UPDATE enquiries SET kind = 'parent' WHERE id = {enquiry}"),
    (
        "an enquiry that became a line to count gets no words again",
        "UPDATE enquiries SET state = 'expired', name = '', work = '', phone = '', email = '', best_time = '' WHERE id = {enquiry};
         UPDATE enquiries SET name = 'Kelechi' WHERE id = {enquiry}",
    ),
    ("an enquiry does not end as a line to count with its words", "UPDATE enquiries SET state = 'expired' WHERE id = {enquiry}"),
];

pub(super) const HISTORY: Sentences = &[
    ("a consent is not rewritten", "UPDATE consents SET giver = 'father' WHERE case_id = {ready}"),
    ("a withdrawal is not rewritten", "UPDATE consents SET act = 'given' WHERE case_id = {withdrawn}"),
    ("a consent is not removed", "DELETE FROM consents WHERE case_id = {ready}"),
    ("a withdrawal is not removed", "DELETE FROM consents WHERE case_id = {withdrawn} AND act = 'withdrawn'"),
    (
        "a withdrawal is not replaced",
        "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, at, day, staff)
         SELECT id, case_id, seq, 'given', giver, given, given_to, how, told_by, at, day, staff FROM consents WHERE act = 'withdrawn'",
    ),
    (
        "a consent is not slipped in before another",
        "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, at, day, staff)
         VALUES (900, {withdrawn}, 0, 'given', 'x', 'x', '2026-11-24', 'x', 'x', 1795532520000, '2026-11-24', 'x')",
    ),
    ("an answer is not rewritten", "UPDATE answers SET answer = 'willing'"),
    ("an answer is not removed", "DELETE FROM answers WHERE party_id = {authority}"),
    (
        "an answer is not replaced",
        "INSERT INTO answers (id, party_id, seq, answer, source, day, at, staff)
         SELECT id, party_id, seq, 'not willing', source, day, at, staff FROM answers WHERE party_id = {authority}",
    ),
    ("what happened is not rewritten", "UPDATE history SET staff = 'Somebody else'"),
    ("what happened is not removed", "DELETE FROM history"),
    (
        "what happened is not replaced",
        "INSERT INTO history (seq, id, at, staff, act) SELECT seq, id, at, 'x', act FROM history LIMIT 1",
    ),
    (
        "what happened is not replaced by its key",
        "INSERT INTO history (id, at, staff, act) SELECT id, at, 'x', act FROM history LIMIT 1",
    ),
    ("what happened is not slipped in before", "INSERT INTO history (seq, id, at, staff, act) VALUES (-5, 900, 1, 'x', 'Nothing')"),
    ("the words of history are not rewritten", "UPDATE history_words SET words = 'other words'"),
    ("the words of history are not removed", "DELETE FROM history_words"),
    ("a claim is not rewritten", "UPDATE claims SET quarter = 0"),
    ("a claim of a date that stands is not removed", "DELETE FROM claims"),
    ("a booking is not removed", "DELETE FROM bookings WHERE id = {booking}"),
    ("a call is not removed", "DELETE FROM calls WHERE id = {school_call}"),
    ("a case is not removed", "DELETE FROM cases WHERE id = {ready}"),
    ("a case in a call is not removed but by erasing", "DELETE FROM cases WHERE id = {taken}"),
    ("an enquiry is not removed", "DELETE FROM enquiries WHERE id = {enquiry}"),
    ("a case keeps its day", "UPDATE cases SET day = '2020-01-01' WHERE id = {ready}"),
    ("a case keeps who took it", "UPDATE cases SET staff = 'Somebody else' WHERE id = {ready}"),
    ("a call keeps its day", "UPDATE calls SET day = '2020-01-01' WHERE id = {school_call}"),
    ("a call keeps who took it", "UPDATE calls SET staff = 'Somebody else' WHERE id = {school_call}"),
    ("an enquiry keeps its day", "UPDATE enquiries SET day = '2026-12-31' WHERE id = {enquiry}"),
    ("a detail is not removed", "DELETE FROM details WHERE case_id = {ready}"),
    ("a note is not removed", "DELETE FROM notes WHERE case_id = {ready}"),
    ("a party is not removed", "DELETE FROM parties WHERE case_id = {waiting}"),
    ("a step is not removed", "DELETE FROM steps WHERE case_id = {waiting}"),
    (
        "a step is not replaced",
        "INSERT INTO steps (id, case_id, what, due) SELECT id, {ready}, what, due FROM steps WHERE case_id = {waiting}",
    ),
    ("a caller is not removed", "DELETE FROM callers WHERE id = {relative}"),
    ("a caller's detail is not removed", "DELETE FROM caller_details WHERE caller_id = {school}"),
    ("a mediator is not removed", "DELETE FROM mediators WHERE id = 7"),
];

pub(super) const CALENDAR: Sentences = &[
    (
        "a mediator is not in two places",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
         VALUES (900, {ready}, 7, 'held', '2026-12-10', 51, 12, '2026-12-01', 1, 'x')",
    ),
    (
        "a mediator is not in two places, around another meeting",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
         VALUES (900, {ready}, 7, 'held', '2026-12-10', 36, 32, '2026-12-01', 1, 'x')",
    ),
    (
        "a case is not in two places",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
         VALUES (900, {waiting}, 8, 'held', '2026-12-09', 40, 12, '2026-12-01', 1, 'x')",
    ),
    (
        "a quarter hour taken away leaves no gap to book in",
        "DELETE FROM quarters WHERE quarter BETWEEN 40 AND 51;
         INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
         VALUES (900, {ready}, 7, 'held', '2026-12-08', 40, 12, '2026-12-01', 1, 'x')",
    ),
    (
        "a claim that is another's is not replaced",
        "INSERT INTO claims (resource, day, quarter, booking_id) VALUES ('mediator 7', '2026-12-10', 40, {held})",
    ),
    (
        "nobody's time is blocked without a booking",
        "INSERT INTO claims (resource, day, quarter, booking_id) VALUES ('mediator 8', '2026-12-10', 40, 123456)",
    ),
    ("a meeting is not moved by rewriting it", "UPDATE bookings SET day = '2026-12-14' WHERE id = {booking}"),
    ("a meeting is not lengthened by rewriting it", "UPDATE bookings SET length = 16 WHERE id = {booking}"),
    (
        "a meeting does not pass to another mediator",
        "UPDATE bookings SET mediator_id = 8 WHERE id = {booking}",
    ),
    ("a mediator keeps their key", "UPDATE mediators SET id = 70 WHERE id = 7"),
    (
        "a mediator is not replaced",
        "INSERT INTO mediators (id, name, accredited, sen_trained) VALUES (7, 'Nobody', 'yes', 'yes')",
    ),
    (
        "what was called off does not come back",
        "UPDATE bookings SET state = 'called off' WHERE id = {booking};
         UPDATE bookings SET state = 'booked' WHERE id = {booking}",
    ),
    (
        "no date at a weekend",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
         VALUES (900, {ready}, 7, 'held', '2026-12-12', 40, 12, '2026-12-01', 1, 'x')",
    ),
    (
        "no date on a bank holiday",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
         VALUES (900, {ready}, 7, 'held', '2026-12-25', 40, 12, '2026-12-01', 1, 'x')",
    ),
    (
        "no date on a bank holiday under another spelling",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
         VALUES (900, {ready}, 7, 'held', '2026-12-25 ', 40, 12, '2026-12-01', 1, 'x')",
    ),
    (
        "no date on a bank holiday that was taken out of the list",
        "DELETE FROM closed_days WHERE day = '2026-12-25'",
    ),
    (
        "no bank holiday becomes a day of the office's own",
        "UPDATE closed_days SET kind = 'office' WHERE day = '2026-12-25'",
    ),
    ("no bank holiday moves", "UPDATE closed_days SET day = '2026-12-24' WHERE day = '2026-12-25'"),
    (
        "no bank holiday is replaced by a day of the office's own",
        "INSERT INTO closed_days (day, name, kind) VALUES ('2026-12-25', 'x', 'office')",
    ),
    (
        "no date on a day the office has closed",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
         VALUES (900, {ready}, 7, 'held', '2026-12-11', 40, 12, '2026-12-01', 1, 'x')",
    ),
    (
        "no date outside the office's hours",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
         VALUES (900, {ready}, 7, 'held', '2026-12-08', 60, 12, '2026-12-01', 1, 'x')",
    ),
    (
        "no date when there are no hours",
        "DELETE FROM hours;
         INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
         VALUES (900, {ready}, 7, 'held', '2026-12-08', 40, 12, '2026-12-01', 1, 'x')",
    ),
    (
        "no date with a mediator who has gone",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
         VALUES (900, {ready}, 9, 'held', '2026-12-08', 40, 12, '2026-12-01', 1, 'x')",
    ),
    (
        "no date with a mediator who cannot act for the case",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
         VALUES (900, {booked}, 8, 'held', '2026-12-08', 40, 12, '2026-12-01', 1, 'x')",
    ),
    (
        "no fourth hold",
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
           VALUES (900, {ready}, 7, 'held', '2026-12-07', 40, 12, '2026-12-01', 1, 'x'),
                  (901, {ready}, 7, 'held', '2026-12-08', 40, 12, '2026-12-01', 1, 'x'),
                  (902, {ready}, 7, 'held', '2026-12-14', 40, 12, '2026-12-01', 1, 'x');
         INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
           VALUES (903, {ready}, 7, 'held', '2026-12-15', 40, 12, '2026-12-01', 1, 'x')",
    ),
];

pub(super) const NUMBERS: Sentences = &[
    ("a counter does not go back", "UPDATE counters SET last = 0"),
    ("a counter does not count something else", "UPDATE counters SET kind = 'E' WHERE kind = 'C'"),
    ("a counter is not removed", "DELETE FROM counters"),
    ("a counter is not replaced", "INSERT INTO counters (kind, last) VALUES ('M', 0)"),
    ("a case keeps its number", "UPDATE cases SET number = 99 WHERE id = {ready}"),
    ("a case gives no number back", "UPDATE cases SET number = NULL WHERE id = {ready}"),
    ("a case takes no number but the next", "UPDATE cases SET number = 99 WHERE id = 500"),
    (
        "a case takes no other's number",
        "UPDATE cases SET number = (SELECT number FROM cases WHERE id = {ready}) WHERE id = 500",
    ),
    (
        "a case does not begin with a number",
        "INSERT INTO cases (id, number, state, opened, day, staff, touched) VALUES (900, 1, 'in call', 1, '2026-11-24', 'x', '2026-11-24')",
    ),
    ("a call keeps its number", "UPDATE calls SET number = 99 WHERE id = {school_call}"),
    (
        "a call takes no other's number",
        "UPDATE calls SET number = (SELECT number FROM calls WHERE id = {school_call}) WHERE id = {relative_call}",
    ),
    (
        "a call takes no number but the next",
        "INSERT INTO calls (id, number, state, started, day, staff) VALUES (900, 99, 'open', 1, '2026-11-24', 'x')",
    ),
    (
        "a call takes no enquiry's number but the next",
        "UPDATE calls SET enquiry_number = 1 WHERE id = {school_call}",
    ),
    ("an enquiry keeps its number", "UPDATE enquiries SET number = 99 WHERE id = {enquiry}"),
    (
        "an enquiry takes no other's number",
        "UPDATE enquiries SET number = (SELECT number FROM enquiries WHERE id = {enquiry}) WHERE id = {other_enquiry}",
    ),
];

pub(super) const ERASING: Sentences = &[
    ("a case that stands is not marked for erasing", "INSERT INTO erasing (owner, at) VALUES ({ready}, 1)"),
    (
        "a \"no\" is not erased to put the light on",
        "INSERT INTO erasing (owner, at) VALUES ({booked}, 1); DELETE FROM answers WHERE party_id = {authority}",
    ),
    (
        "a withdrawal is not erased to bring consent back",
        "INSERT INTO erasing (owner, at) VALUES ({withdrawn}, 1); DELETE FROM consents WHERE case_id = {withdrawn} AND act = 'withdrawn'",
    ),
    (
        "a needed party is not erased to put the light on",
        "INSERT INTO erasing (owner, at) VALUES ({waiting}, 1);
         DELETE FROM answers WHERE party_id = {waiting_authority};
         DELETE FROM parties WHERE id = {waiting_authority}",
    ),
    (
        "a consent does not leave before the family's details",
        "UPDATE cases SET state = 'erased' WHERE id = {ready};
         INSERT INTO erasing (owner, at) VALUES ({ready}, 1); DELETE FROM consents WHERE case_id = {ready}",
    ),
    (
        "a consent does not leave before the words in history",
        "UPDATE cases SET state = 'erased' WHERE id = {withdrawn};
         INSERT INTO erasing (owner, at) VALUES ({withdrawn}, 1);
         DELETE FROM attention WHERE case_id = {withdrawn}; DELETE FROM documents WHERE case_id = {withdrawn};
         DELETE FROM details WHERE case_id = {withdrawn}; DELETE FROM notes WHERE case_id = {withdrawn};
         DELETE FROM answers WHERE party_id = {withdrawn_family}; DELETE FROM parties WHERE case_id = {withdrawn};
         DELETE FROM consents WHERE case_id = {withdrawn}",
    ),
    (
        "an erased case gets no consent again",
        "UPDATE cases SET state = 'erased' WHERE id = {ready};
         INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, call_id, at, day, staff)
         VALUES (900, {ready}, 9, 'given', 'x', 'x', '2026-11-24', 'x', 'x', NULL, 1795532520000, '2026-11-24', 'x')",
    ),
    (
        "an erased case gets no details again",
        "UPDATE cases SET state = 'erased' WHERE id = {ready};
         INSERT INTO details (case_id, field, typed, saved) VALUES ({ready}, 'plan', 'yes', 1)",
    ),
    (
        "a case that was numbered is not removed with its call",
        "INSERT INTO erasing (owner, at) VALUES ({ready}, 1); DELETE FROM cases WHERE id = {ready}",
    ),
    (
        "a call's mark does not open the case of the same key",
        "INSERT INTO calls (id, state, started, day, staff) VALUES ({ready}, 'open', 1, '2026-11-24', 'x');
         INSERT INTO erasing (owner, at) VALUES ({ready}, 1);
         DELETE FROM details WHERE case_id = {ready}",
    ),
    (
        "the caller of a case that stands is not erased by the call's mark",
        "INSERT INTO erasing (owner, at) VALUES ({booked_call}, 1); DELETE FROM caller_details WHERE caller_id = {booked_caller}",
    ),
];

/// The office's own choice: each goes through, on purpose, and breaks none of the rules above.
///
/// * The hours are the office's. Whoever changes them in the file can offer a meeting at night; never at a
///   weekend or on a bank holiday.
/// * A day the office has closed can be opened again. A meeting that stood when a day was closed stays.
/// * A case may be erased, and what is erased is gone: that is what erasing is for. It is a state for good.
/// * A mark of erasing may be taken away; the journal is then emptied by the next pause, not by the next start.
///
/// What no file can prevent: free words typed into a field that may be kept (a work address, a setting, the name
/// of a line of history, a word put straight into the index), a moment that is a lie, and somebody who drops the
/// triggers or switches the checks off. Whoever owns the file owns the wall.
pub(super) const ALLOWED: Sentences = &[
    ("the office may change its hours", "UPDATE hours SET opens = 0, closes = 96"),
    ("the office may open a day that it had closed", "DELETE FROM closed_days WHERE day = '2026-12-11'"),
    (
        "the office may close a day on which a meeting stands",
        "INSERT INTO closed_days (day, name, kind) VALUES ('2026-12-10', 'x', 'office')",
    ),
    ("a mark of erasing may be taken away", "DELETE FROM erasing"),
    (
        "a case may be erased in the right order",
        "UPDATE cases SET state = 'erased' WHERE id = {withdrawn};
         INSERT INTO erasing (owner, at) VALUES ({withdrawn}, 1);
         DELETE FROM details WHERE case_id = {withdrawn}",
    ),
    ("a mediator may stop working", "UPDATE mediators SET working = 'no' WHERE id = 7"),
];
