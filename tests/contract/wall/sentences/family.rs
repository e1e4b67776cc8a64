//! Nothing of a family is kept without consent.

use super::Sentences;

pub(in crate::contract::wall) const FAMILY: Sentences = &[
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
    (
        "no link with a case that was withdrawn",
        "INSERT INTO links (id, a, b, state, at, staff) SELECT 900, min({ready}, {withdrawn}), max({ready}, {withdrawn}),
           'linked', 1, 'x'",
    ),
    (
        "no old number of a family that withdrew",
        "INSERT INTO contacts (id, case_id, party_id, kind, value, day, staff)
         SELECT 900, case_id, id, 'phone', '07700 900999', '2026-11-24', 'x' FROM parties WHERE case_id = {withdrawn} LIMIT 1",
    ),
    (
        "no keys of a name after consent was withdrawn",
        "UPDATE documents SET alike = '3a64g' WHERE case_id = {withdrawn}",
    ),
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
];
