//! What a case without consent does not take on later, table by table, and what an enquiry never holds.

use super::Sentences;

/// Statements of the case `{booked}` while consent is in force, its withdrawal, and what comes after.
macro_rules! locked {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            "; INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, at, day, staff)
               VALUES (950, {booked}, 9, 'withdrawn', 'mother', 'x', '2026-11-24', 'x', 'x', 1795532520000, '2026-11-24', 'x');",
            $after
        )
    };
}

pub(in crate::contract::wall) const LATE: Sentences = &[
    (
        "a miss is of a clock",
        "INSERT INTO misses (case_id, clock, due, day, at)
         VALUES ({withdrawn}, 'Obsidiana Quill 07700 900831', '2026-11-20', '2026-11-24', 1)",
    ),
    (
        "after a withdrawal what was put off keeps its kind",
        locked!(
            "INSERT INTO snoozes (id, case_id, kind, until, at, staff) VALUES (900, {booked}, 'x', '2026-11-26', 1, 'x')",
            "UPDATE snoozes SET kind = 'Obsidiana Quill' WHERE id = 900"
        ),
    ),
    (
        "what was put off keeps who put it off",
        "INSERT INTO snoozes (id, case_id, kind, until, at, staff) VALUES (900, {booked}, 'x', '2026-11-26', 1, 'x');
         UPDATE snoozes SET staff = 'Obsidiana Quill' WHERE id = 900",
    ),
    (
        "after a withdrawal a row is taken back once",
        locked!(
            "INSERT INTO snoozes (id, case_id, kind, until, at, staff) VALUES (900, {booked}, 'x', '2026-11-26', 1, 'x');
             UPDATE snoozes SET taken_back = 1 WHERE id = 900",
            "UPDATE snoozes SET taken_back = 1632960118 WHERE id = 900"
        ),
    ),
    (
        "a row is put off until a time and nothing else",
        "INSERT INTO snoozes (id, case_id, kind, until, at, staff) VALUES (900, {booked}, 'x', '2026-11-26Zulkin', 1, 'x')",
    ),
    (
        "after a withdrawal an agreed action keeps its period",
        locked!(
            "INSERT INTO agreed_actions (id, case_id, what, at, staff) VALUES (900, {booked}, 'x', 1, 'x')",
            "UPDATE agreed_actions SET period = 'Obsidiana Quill' WHERE id = 900"
        ),
    ),
    (
        "an agreed action keeps who noted it",
        "INSERT INTO agreed_actions (id, case_id, what, at, staff) VALUES (900, {booked}, 'x', 1, 'x');
         UPDATE agreed_actions SET staff = 'Obsidiana Quill' WHERE id = 900",
    ),
    (
        "who settled an objection is a name",
        "INSERT INTO objections (id, case_id, kind, day, at, staff)
           VALUES (900, {booked}, 'court order', '2026-11-24', 1, 'x');
         UPDATE objections SET state = 'consent stands', settled = '2026-11-24', settled_by = printf('%0101d', 7) WHERE id = 900",
    ),
    (
        "after a withdrawal no objection is settled with words, as if consent stood",
        locked!(
            "INSERT INTO objections (id, case_id, kind, day, at, staff)
               VALUES (900, {booked}, 'court order', '2026-11-24', 1, 'x')",
            "UPDATE objections SET state = 'consent stands', settled = '2026-11-24', settled_by = 'x',
               settled_words = 'Obsidiana Quill' WHERE id = 900"
        ),
    ),
    (
        "an objection that was not settled has no words of it",
        "INSERT INTO objections (id, case_id, kind, day, at, staff)
           VALUES (900, {booked}, 'court order', '2026-11-24', 1, 'x');
         UPDATE objections SET settled_words = 'Obsidiana Quill', settled_by = 'x' WHERE id = 900",
    ),
    (
        "once more has happened, a withdrawal gets no more words on an objection",
        locked!(
            "INSERT INTO objections (id, case_id, kind, day, at, staff)
               VALUES (900, {booked}, 'court order', '2026-11-24', 1, 'x')",
            "INSERT INTO history (id, at, staff, act, case_id) VALUES (960, 1795532530000, 'x', 'Case looked at', {booked});
             UPDATE objections SET state = 'consent withdrawn', settled = '2026-11-24', settled_by = 'x',
               settled_words = 'Obsidiana Quill' WHERE id = 900"
        ),
    ),
    (
        "once more has happened, a withdrawal gets no more words",
        locked!(
            "INSERT INTO history (id, at, staff, act, case_id) VALUES (960, 1795532520000, 'x', 'Consent withdrawn', {booked})",
            "INSERT INTO history (id, at, staff, act, case_id) VALUES (961, 1795532530000, 'x', 'Case closed', {booked});
             INSERT INTO history (id, at, staff, act, case_id) VALUES (962, 1795532520000, 'x', 'Consent withdrawn', {booked});
             INSERT INTO history_words (history_id, case_id, words) VALUES (962, {booked}, 'Obsidiana Quill')"
        ),
    ),
    (
        "who is in a case is a name",
        "INSERT INTO presence (desk, case_id, staff, since) VALUES (9, {withdrawn}, printf('%0101d', 7), 1)",
    ),
    ("a withdrawn case gets no keeper", "UPDATE cases SET keeper = 'Obsidiana Quill' WHERE id = {withdrawn}"),
    (
        "a colleague has no number",
        "INSERT INTO handovers (id, enquiry_id, from_staff, to_staff, day, at)
         VALUES (900, {enquiry}, 'Priya', 'Obsidiana 07700 900831', '2026-11-24', 1)",
    ),
    (
        "a colleague's name is no sentence",
        "INSERT INTO handovers (id, enquiry_id, from_staff, to_staff, day, at)
         VALUES (900, {enquiry}, 'Priya', 'Obsidiana Quill at Larkfield Primary', '2026-11-24', 1)",
    ),
    (
        "a colleague's name is short",
        "INSERT INTO handovers (id, case_id, from_staff, to_staff, day, at)
         VALUES (900, {booked}, 'Priya', printf('%0101d', 7), '2026-11-24', 1)",
    ),
    (
        "a handover of an open enquiry is not removed",
        "INSERT INTO handovers (id, enquiry_id, from_staff, to_staff, day, at)
           VALUES (900, {enquiry}, 'Priya', 'Sam', '2026-11-24', 1);
         DELETE FROM handovers WHERE id = 900",
    ),
];
