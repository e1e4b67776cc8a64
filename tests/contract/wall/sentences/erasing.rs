//! Erasing opens no door; and what is the office's own choice.

use super::Sentences;

pub(in crate::contract::wall) const ERASING: Sentences = &[
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
pub(in crate::contract::wall) const ALLOWED: Sentences = &[
    ("the office may change its hours", "UPDATE hours SET opens = 0, closes = 96"),
    ("the office may open a day that it had closed", "DELETE FROM closed_days WHERE day = '2026-12-11'"),
    (
        "the office may close a day on which a meeting stands",
        "INSERT INTO closed_days (day, name, kind) VALUES ('2026-12-10', 'x', 'office')",
    ),
    (
        "a family may agree again on the day of the withdrawal, and what was told of an earlier day before that stands",
        "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, at, day, staff)
         VALUES (900, {withdrawn}, 9, 'given', 'mother', 'x', '2026-11-24', 'x', 'x', 1795532520000, '2026-11-24', 'x');
         INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, at, day, staff)
         VALUES (901, {withdrawn}, 10, 'given', 'mother', 'x', '2026-11-23', 'x', 'x', 1795532520000, '2026-11-24', 'x')",
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
