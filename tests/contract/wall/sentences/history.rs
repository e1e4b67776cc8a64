//! What happened is never rewritten, and nothing leaves but by erasing.

use super::Sentences;

pub(in crate::contract::wall) const HISTORY: Sentences = &[
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
