//! Days that cannot be so together.

use super::{day, on};
use mediation_line::domain::deadline::{Known, oddities};
use mediation_line::domain::typed_day::DayReading;

/// What is said of a case whose letter is of 2 November, on 24 November 2026.
fn odd(change: impl FnOnce(&mut Known)) -> Vec<String> {
    let mut known = Known { letter: on("2026-11-02"), ..Known::default() };
    change(&mut known);
    oddities(&known, day("2026-11-24"))
}

fn stretch(first: &str, last: &str) -> DayReading {
    DayReading::about(day(first), day(last))
}

#[test]
fn odd_1_what_has_happened_is_not_ahead_of_today() {
    assert_eq!(odd(|known| known.sent = on("2026-11-24")), [""; 0], "today has come");
    assert_eq!(odd(|known| known.meeting = on("2026-12-07")), [""; 0], "a meeting may be ahead");
    for (change, what) in [
        ((|known| known.letter = on("2026-11-25")) as fn(&mut Known), "the date on the decision letter"),
        (|known| known.sent = on("2026-11-25"), "the letter was sent"),
        (|known| known.la_informed = on("2026-11-25"), "the authority was informed"),
        (|known| known.health_notice = on("2026-11-25"), "the commissioner had the notice"),
        (|known| known.declined = on("2026-11-25"), "the family declined"),
        (|known| known.ended = on("2026-11-25"), "the mediation ended"),
        (|known| known.deemed = on("2026-11-25"), "the authority said that it cannot"),
        (|known| known.certificate = on("2026-11-25"), "the certificate was issued"),
        (|known| known.agreement = on("2026-11-25"), "the agreement"),
        (|known| known.referral = on("2026-11-25"), "somebody else gave the details"),
        (|known| known.closed = on("2026-11-25"), "the case was closed"),
    ] {
        assert_eq!(odd(change), [format!("Wed 25 Nov 2026 is ahead of today: {what}.")]);
    }
}

#[test]
fn odd_2_nothing_that_follows_a_decision_is_before_its_letter() {
    assert_eq!(odd(|known| known.certificate = on("2026-11-02")), [""; 0], "the same day");
    assert_eq!(odd(|known| known.referral = on("2026-10-01")), [""; 0], "a referral may be older");
    for (change, what) in [
        ((|known| known.la_informed = on("2026-11-01")) as fn(&mut Known), "the authority was informed"),
        (|known| known.certificate = on("2026-11-01"), "the certificate was issued"),
        (|known| known.meeting = on("2026-11-01"), "the meeting"),
    ] {
        assert_eq!(odd(change), [format!("Sun 1 Nov 2026 is before the letter: {what}.")]);
    }
    let sent_first = |known: &mut Known| {
        (known.sent, known.certificate) = (on("2026-10-30"), on("2026-11-01"));
    };
    assert_eq!(odd(sent_first), [""; 0], "it was sent before its own date");
    let no_letter = |known: &mut Known| (known.letter, known.ended) = (DayReading::Unread, on("2026-11-01"));
    assert_eq!(odd(no_letter), [""; 0], "nothing to compare with");
}

#[test]
fn odd_3_nobody_is_born_after_the_letter() {
    assert_eq!(odd(|known| known.born = on("2016-11-02")), [""; 0]);
    assert_eq!(odd(|known| known.born = on("2026-11-03")), ["The birth date is after the letter."]);
}

#[test]
fn odd_4_a_vague_day_only_where_every_day_it_can_mean_is() {
    assert_eq!(odd(|known| known.declined = stretch("2026-11-21", "2026-11-30")), [""; 0]);
    assert_eq!(
        odd(|known| known.declined = stretch("2026-12-01", "2026-12-10")),
        ["early Dec 2026 is ahead of today: the family declined."]
    );
    assert_eq!(odd(|known| known.certificate = stretch("2026-11-01", "2026-11-10")), [""; 0]);
    assert_eq!(
        odd(|known| known.certificate = stretch("2026-10-21", "2026-10-31")),
        ["late Oct 2026 is before the letter: the certificate was issued."]
    );
}
