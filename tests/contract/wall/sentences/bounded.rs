//! What a person with the sqlite3 tool would put where a name or a time is meant, and a mark that was left over.

use super::Sentences;

/// A line of history that takes an act of the case `{waiting}` back, before what is attempted under it.
macro_rules! taken_back {
    ($after:literal) => {
        concat!(
            "UPDATE bookings SET state = 'let go' WHERE id = {held};
             INSERT INTO history (id, at, staff, act, case_id) VALUES (900, 1795532530000, 'x', 'Date let go', {waiting});
             INSERT INTO history (id, at, staff, act, case_id)
               VALUES (901, 1795532530000, 'x', 'Taken back: Date let go', {waiting});",
            $after
        )
    };
}

pub(in crate::contract::wall) const BOUNDED: Sentences = &[
    (
        "a case does not begin with a keeper",
        "INSERT INTO cases (id, state, opened, day, staff, touched, keeper)
         VALUES (900, 'in call', 1, '2026-11-24', 'x', '2026-11-24', 'Obsidiana Quill')",
    ),
    (
        "after a withdrawal the decision names nobody",
        "INSERT INTO attention (case_id, grp, show_from, due, kind, reason, step, number, name)
         SELECT id, 1, '2026-11-24', '2026-11-24', 'withdrawn', 'Consent withdrawn: keep or erase?', 'Decide', number, printf('%01600d', 7) FROM cases WHERE id = {withdrawn}",
    ),
    (
        "after a withdrawal the decision has its own words",
        "INSERT INTO attention (case_id, grp, show_from, due, kind, reason, step, number)
         SELECT id, 1, '2026-11-24', '2026-11-24', 'withdrawn', 'Obsidiana Quill', 'Decide', number FROM cases WHERE id = {withdrawn}",
    ),
    (
        "after a withdrawal the decision has its own step",
        "INSERT INTO attention (case_id, grp, show_from, due, kind, reason, step, number)
         SELECT id, 1, '2026-11-24', '2026-11-24', 'withdrawn', 'Consent withdrawn: keep or erase?', 'Obsidiana Quill', number FROM cases WHERE id = {withdrawn}",
    ),
    (
        "after a withdrawal the decision is due on a day",
        "INSERT INTO attention (case_id, grp, show_from, due, kind, reason, step, number)
         SELECT id, 1, '2026-11-24', 'Obsidiana', 'withdrawn', 'Consent withdrawn: keep or erase?', 'Decide', number FROM cases WHERE id = {withdrawn}",
    ),
    (
        "after a withdrawal the decision is shown from a moment",
        "INSERT INTO attention (case_id, grp, show_from, due, kind, reason, step, number)
         SELECT id, 1, '2026-11-24Obsidiana', '2026-11-24', 'withdrawn', 'Consent withdrawn: keep or erase?', 'Decide', number FROM cases WHERE id = {withdrawn}",
    ),
    (
        "after a withdrawal the decision has the number of its case",
        "INSERT INTO attention (case_id, grp, show_from, due, kind, reason, step, number)
         VALUES ({withdrawn}, 1, '2026-11-24', '2026-11-24', 'withdrawn', 'Consent withdrawn: keep or erase?', 'Decide', 7700900831)",
    ),
    (
        "after a withdrawal the decision is of no party",
        "INSERT INTO attention (case_id, grp, show_from, due, kind, reason, step, number, party_id)
         SELECT id, 1, '2026-11-24', '2026-11-24', 'withdrawn', 'Consent withdrawn: keep or erase?', 'Decide', number, 7700900831 FROM cases WHERE id = {withdrawn}",
    ),
    (
        "after a withdrawal a date in doubt is a date",
        "INSERT INTO attention (case_id, grp, show_from, due, kind, reason, step, number)
         SELECT id, 0, '2026-11-24', '2026-11-24', 'in doubt', 'In doubt Wed 9 Dec: consent withdrawn', 'Settle', number FROM cases WHERE id = {withdrawn}",
    ),
    (
        "after a withdrawal a date in doubt names nobody",
        "INSERT INTO attention (case_id, grp, show_from, due, kind, reason, step, number, booking_id)
         SELECT id, 0, '2026-11-24', '2026-11-24', 'in doubt', 'In doubt Obsidiana: consent withdrawn', 'Settle', number, 7 FROM cases WHERE id = {withdrawn}",
    ),
    (
        "an enquiry has no row of the queue",
        "INSERT INTO attention (enquiry_id, grp, show_from, due, kind, reason, step, name)
         VALUES ({enquiry}, 1, '2026-11-24', '2026-11-24', 'chase', 'Kelechi', 'Ring', 'Obsidiana Quill')",
    ),
    ("a line to count is of no case", "UPDATE calls SET case_id = {ready} WHERE id = {counted_call}"),
    (
        "a call about a case is not counted with it",
        "UPDATE calls SET case_id = {ready} WHERE id = {school_call};
         UPDATE calls SET state = 'finished', outcome = 'would not say' WHERE id = {school_call}",
    ),
    (
        "a time to ring back is a time",
        "UPDATE calls SET ring_back_time = 'Obsidiana Quill 15:00' WHERE id = {school_call}",
    ),
    (
        "a call begins without a time to ring back",
        "INSERT INTO calls (id, state, started, day, staff, ring_back_time) VALUES (900, 'open', 1, '2026-11-24', 'x', 'Obsidiana')",
    ),
    (
        "who took a call is no longer than a name",
        "INSERT INTO calls (id, state, started, day, staff) VALUES (900, 'open', 1, '2026-11-24', printf('%0201d', 7))",
    ),
    (
        "who took a case is no longer than a name",
        "INSERT INTO cases (id, state, opened, day, staff, touched)
         VALUES (900, 'in call', 1, '2026-11-24', printf('%0201d', 7), '2026-11-24')",
    ),
    (
        "who did what happened is no longer than a name",
        "INSERT INTO history (id, at, staff, act) VALUES (900, 1, printf('%0201d', 7), 'Note')",
    ),
    (
        "whoever hands an enquiry on has no number",
        "INSERT INTO handovers (id, enquiry_id, from_staff, to_staff, day, at)
         VALUES (900, {enquiry}, 'Obsidiana 07700 900831', 'Sam', '2026-11-24', 1)",
    ),
    (
        "the name of whoever hands an enquiry on is no sentence",
        "INSERT INTO handovers (id, enquiry_id, from_staff, to_staff, day, at)
         VALUES (900, {enquiry}, 'Obsidiana Quill at Larkfield Primary', 'Sam', '2026-11-24', 1)",
    ),
    (
        "a mark of taking back is of the newest line",
        taken_back!(
            "INSERT INTO history (id, at, staff, act, case_id) VALUES (902, 1795532530000, 'x', 'Note', {waiting});
             INSERT INTO taking (history_id) VALUES (901)"
        ),
    ),
    (
        "a mark of taking back is of its own moment",
        taken_back!(
            "INSERT INTO taking (history_id, since) VALUES (901, unixepoch() + 3600)"
        ),
    ),
    (
        "a mark of taking back stays as it is",
        taken_back!(
            "INSERT INTO taking (history_id) VALUES (901); UPDATE taking SET since = unixepoch() + 3600"
        ),
    ),
    (
        "a mark that was left over leaves with the next line",
        taken_back!(
            "INSERT INTO taking (history_id) VALUES (901);
             INSERT INTO history (id, at, staff, act, case_id) VALUES (902, 1795532530000, 'x', 'Note', {waiting});
             UPDATE bookings SET state = 'held' WHERE id = {held}"
        ),
    ),
    (
        "a mark that was left over opens nothing a minute later",
        taken_back!(
            "DROP TRIGGER taking_is_of_its_line;
             INSERT INTO taking (history_id, since) VALUES (901, unixepoch() - 60);
             UPDATE bookings SET state = 'held' WHERE id = {held}"
        ),
    ),
];
