//! Nothing is booked without the light, and what is booked when it goes out is in doubt.

use super::Sentences;

pub(in crate::contract::wall) const LIGHT: Sentences = &[
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
pub(in crate::contract::wall) const IN_DOUBT: Sentences = &[
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
    (
        "the other parent objects",
        "INSERT INTO objections (id, case_id, kind, day, at, staff)
         VALUES (900, {booked}, 'other parent objects', '2026-11-24', 1, 'x')",
    ),
    ("the case is closed", "UPDATE cases SET state = 'closed', closing = 'no contact', closed = '2026-11-24' WHERE id = {booked}"),
    ("the case is closed and opened again", "UPDATE cases SET state = 'closed', closing = 'no contact', closed = '2026-11-24' WHERE id = {booked};
         UPDATE cases SET state = 'open' WHERE id = {booked}"),
    ("the case is erased", "UPDATE cases SET state = 'erased' WHERE id = {booked}"),
    (
        "the answers of an erased case leave",
        "UPDATE cases SET state = 'erased' WHERE id = {booked};
         INSERT INTO erasing (owner, at) VALUES ({booked}, 1);
         DELETE FROM answers WHERE party_id = {authority}",
    ),
];
