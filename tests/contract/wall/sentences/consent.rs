//! What a consent is, when a case opens, and what an enquiry holds.

use super::Sentences;

pub(in crate::contract::wall) const CONSENT: Sentences = &[
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
    (
        "after a withdrawal no consent is of an earlier day",
        "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, at, day, staff)
         VALUES (900, {withdrawn}, 9, 'given', 'mother', 'x', '2026-11-23', 'x', 'x', 1795532520000, '2026-11-24', 'x')",
    ),
    (
        "nor is one checked that was",
        "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, at, day, staff)
         VALUES (900, {withdrawn}, 9, 'checked', 'mother', 'x', '2026-11-01', 'x', 'x', 1795532520000, '2026-11-24', 'x')",
    ),
    (
        "an earlier withdrawal is not undone by one with a day before it",
        "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, at, day, staff)
         VALUES (900, {withdrawn}, 9, 'withdrawn', 'mother', 'x', '2026-01-01', 'x', 'x', 1795532520000, '2026-11-24', 'x');
         INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, at, day, staff)
         VALUES (901, {withdrawn}, 10, 'given', 'mother', 'x', '2026-02-01', 'x', 'x', 1795532520000, '2026-11-24', 'x')",
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
