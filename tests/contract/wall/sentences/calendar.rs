//! Nobody is in two places, closed is closed, and a spoken number is never used again.

use super::Sentences;

pub(in crate::contract::wall) const CALENDAR: Sentences = &[
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
    (
        "no bank holiday of the list becomes one that was proclaimed, and can be taken away",
        "UPDATE closed_days SET proclaimed = 1 WHERE day = '2026-12-25'",
    ),
    (
        "no day of the office's own is proclaimed",
        "INSERT INTO closed_days (day, name, kind, proclaimed) VALUES ('2026-12-22', 'x', 'office', 1)",
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

pub(in crate::contract::wall) const NUMBERS: Sentences = &[
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
