//! What comes after a meeting, and around a case: with consent only, never rewritten, removed by nothing but erasing.

use super::Sentences;

pub(in crate::contract::wall) const AFTER: Sentences = &[
    (
        "a withdrawn case has no certificate",
        "INSERT INTO certificates (id, case_id, ground, event, state, at, staff)
         VALUES (900, {withdrawn}, 'declined', '2026-11-24', 'due', 1, 'x')",
    ),
    (
        "a certificate does not pass to another case",
        "INSERT INTO certificates (id, case_id, ground, event, state, at, staff)
           VALUES (900, {booked}, 'declined', '2026-11-24', 'due', 1, 'x');
         UPDATE certificates SET case_id = {waiting} WHERE id = 900",
    ),
    (
        "a certificate is not sent without its day",
        "INSERT INTO certificates (id, case_id, ground, event, state, at, staff)
           VALUES (900, {booked}, 'declined', '2026-11-24', 'due', 1, 'x');
         UPDATE certificates SET state = 'sent' WHERE id = 900",
    ),
    (
        "a certificate is not removed",
        "INSERT INTO certificates (id, case_id, ground, event, state, at, staff)
           VALUES (900, {booked}, 'declined', '2026-11-24', 'due', 1, 'x');
         DELETE FROM certificates WHERE id = 900",
    ),
    (
        "an outcome belongs to a meeting of its case",
        "INSERT INTO outcomes (id, case_id, booking_id, seq, result, ended, at, staff)
         VALUES (900, {waiting}, {booking}, 1, 'agreed', '2026-11-24', 1, 'x')",
    ),
    (
        "an outcome is not rewritten",
        "INSERT INTO outcomes (id, case_id, booking_id, seq, result, ended, at, staff)
           VALUES (900, {booked}, {booking}, 1, 'agreed', '2026-11-24', 1, 'x');
         UPDATE outcomes SET result = 'not agreed' WHERE id = 900",
    ),
    (
        "an outcome is not removed",
        "INSERT INTO outcomes (id, case_id, booking_id, seq, result, ended, at, staff)
           VALUES (900, {booked}, {booking}, 1, 'agreed', '2026-11-24', 1, 'x');
         DELETE FROM outcomes WHERE id = 900",
    ),
    (
        "a withdrawn case has no agreed action",
        "INSERT INTO agreed_actions (id, case_id, what, at, staff) VALUES (900, {withdrawn}, 'draft plan', 1, 'x')",
    ),
    (
        "an agreed action is not removed",
        "INSERT INTO agreed_actions (id, case_id, what, at, staff) VALUES (900, {booked}, 'draft plan', 1, 'x');
         DELETE FROM agreed_actions WHERE id = 900",
    ),
    (
        "a withdrawn case has no objection",
        "INSERT INTO objections (id, case_id, kind, day, at, staff)
         VALUES (900, {withdrawn}, 'court order', '2026-11-24', 1, 'x')",
    ),
    (
        "an objection is settled by somebody",
        "INSERT INTO objections (id, case_id, kind, day, at, staff)
           VALUES (900, {booked}, 'other parent objects', '2026-11-24', 1, 'x');
         UPDATE objections SET state = 'consent stands', settled = '2026-11-24' WHERE id = 900",
    ),
    (
        "an objection is settled once",
        "INSERT INTO objections (id, case_id, kind, day, at, staff)
           VALUES (900, {booked}, 'other parent objects', '2026-11-24', 1, 'x');
         UPDATE objections SET state = 'consent stands', settled = '2026-11-24', settled_by = 'x' WHERE id = 900;
         UPDATE objections SET settled_words = 'other words', settled_by = 'y' WHERE id = 900",
    ),
    (
        "nothing is booked while the other parent objects",
        "INSERT INTO objections (id, case_id, kind, day, at, staff)
           VALUES (900, {ready}, 'other parent objects', '2026-11-24', 1, 'x');
         INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, at, staff)
         VALUES (901, {ready}, 7, 'booked', '2026-12-08', 40, 12, 1, 'x')",
    ),
    (
        "a withdrawn case has no number",
        "INSERT INTO contacts (id, case_id, party_id, kind, value, day, staff)
         VALUES (900, {withdrawn}, {withdrawn_family}, 'phone', '07700 900142', '2026-11-24', 'x')",
    ),
    (
        "a number belongs to a party of its case",
        "INSERT INTO contacts (id, case_id, party_id, kind, value, day, staff)
         VALUES (900, {waiting}, {family}, 'phone', '07700 900142', '2026-11-24', 'x')",
    ),
    ("a case is not closed without a reason", "UPDATE cases SET state = 'closed', closed = '2026-11-24' WHERE id = {ready}"),
    ("a case is not closed without a day", "UPDATE cases SET state = 'closed', closing = 'other' WHERE id = {ready}"),
];
