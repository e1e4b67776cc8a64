//! When somebody can be rung, before a consent: what of the words is kept.

use mediation_line::domain::best_time::{left_out, without_consent};

#[track_caller]
fn kept_whole(typed: &str) {
    assert_eq!(without_consent(typed), typed);
    assert_eq!(left_out(typed), "", "{typed:?}");
}

#[test]
fn best_time_1_words_that_only_say_when_are_kept_as_typed() {
    for typed in [
        "",
        "after 3, not Wed",
        "before 9 or after 3.30",
        "Mon-Thurs 9-5",
        "Tuesdays and weds, mornings",
        "quarter to 4 or half past",
        "lunchtime 12:15 - 1pm",
        "4ish, any day this week",
        "after school; term time only",
        "don't ring before 9",
        "text only, no voicemail",
        "9 o'clock on Friday",
        "",
    ] {
        kept_whole(typed);
    }
}

#[test]
fn best_time_2_a_piece_that_says_more_is_left_out_whole() {
    for (typed, kept, left) in [
        ("when Zorblatt, the boys mum, is in", "", "when Zorblatt, the boys mum, is in"),
        ("after 3, ask for Zorblatt", "after 3", "ask for Zorblatt"),
        ("mornings (he listens), not Wed", "mornings, not Wed", "he listens"),
        ("when Zorblatt is at school", "", "when Zorblatt is at school"),
        ("after 3\nZorblatt is eight", "after 3", "Zorblatt is eight"),
    ] {
        assert_eq!(without_consent(typed), kept, "{typed:?}");
        assert_eq!(left_out(typed), left, "{typed:?}");
    }
}

#[test]
fn best_time_3_a_month_is_one_beside_its_day() {
    for typed in ["from 3 June", "after 12th nov", "until Dec 4"] {
        kept_whole(typed);
    }
    for typed in ["June", "after May", "12 mar 2016"] {
        assert_eq!(without_consent(typed), "", "{typed:?}");
    }
}

#[test]
fn best_time_4_a_number_is_a_time_or_a_day() {
    for typed in ["01632 960111", "07700900123", "12.3.2016", "year 6", "44"] {
        assert_eq!(without_consent(typed), "", "{typed:?}");
    }
}
