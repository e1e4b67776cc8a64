//! Promises as they are typed, on Tuesday 24 November 2026.

use chrono::{NaiveDateTime, NaiveTime};
use mediation_line::domain::promise::{Part, Promised, read_promise};
use mediation_line::domain::working_days::WorkingDays;

use super::day;

/// Tuesday afternoon, 14:32.
fn now() -> NaiveDateTime {
    day("2026-11-24").and_hms_opt(14, 32, 0).unwrap()
}

fn read(typed: &str) -> Promised {
    read_promise(typed, now(), &WorkingDays::england()).unwrap()
}

fn said(typed: &str) -> String {
    read(typed).words()
}

fn parts() -> [Part; 4] {
    let four = NaiveTime::from_hms_opt(16, 0, 0).unwrap();
    [Part::Any, Part::Before(four), Part::At(four), Part::After(four)]
}

#[test]
fn promise_1_a_day_and_a_part_of_it_in_either_order() {
    for (typed, meant) in [
        ("thu before noon", "Thu 26 Nov before 12:00"),
        ("Thursday, before noon", "Thu 26 Nov before 12:00"),
        ("on thu by 12", "Thu 26 Nov before 12:00"),
        ("fri 2pm", "Fri 27 Nov at 14:00"),
        ("fri at 2", "Fri 27 Nov at 14:00"),
        ("after 4 today", "Tue 24 Nov after 16:00"),
        ("today after 4", "Tue 24 Nov after 16:00"),
        ("before half 3 tomorrow", "Wed 25 Nov before 15:30"),
        ("+3", "Fri 27 Nov"),
        ("mon", "Mon 30 Nov"),
        ("2 dec", "Wed 2 Dec"),
        ("3/12 9.30", "Thu 3 Dec at 09:30"),
        ("", "Tue 24 Nov"),
    ] {
        assert_eq!(said(typed), meant, "{typed}");
    }
}

#[test]
fn promise_2_morning_and_afternoon() {
    for (typed, meant) in [
        ("tomorrow am", "Wed 25 Nov before 12:00"),
        ("fri morning", "Fri 27 Nov before 12:00"),
        ("fri in the afternoon", "Fri 27 Nov after 12:00"),
        ("thu pm", "Thu 26 Nov after 12:00"),
        ("after lunch", "Tue 24 Nov after 13:30"),
        ("thu any time", "Thu 26 Nov"),
    ] {
        assert_eq!(said(typed), meant, "{typed}");
    }
}

#[test]
fn promise_3_a_time_alone_is_today_and_a_bare_number_is_an_hour() {
    for (typed, meant) in
        [("4", "at 16:00"), ("after 4", "after 16:00"), ("noon", "at 12:00"), ("thu 4", "at 16:00")]
    {
        assert!(said(typed).ends_with(meant), "{typed}: {}", said(typed));
    }
    assert_eq!(read("4").day, day("2026-11-24"));
    assert_eq!(read("thu 4").day, day("2026-11-26"));
}

#[test]
fn promise_4_what_cannot_be_read_is_kept_as_words() {
    for (typed, on) in [
        ("thu when the taxi has come", "2026-11-26"),
        ("when the boys are at school, fri", "2026-11-27"),
        ("fri evening", "2026-11-27"),
    ] {
        let read = read(typed);
        assert_eq!((read.day, read.part, read.in_words), (day(on), Part::Any, true), "{typed}");
        assert!(read.words().starts_with("~ "), "{typed}");
    }
    for typed in ["when hes back from holiday", "when may I ring", "soon", "this evening"] {
        assert_eq!(read_promise(typed, now(), &WorkingDays::england()), None, "{typed}");
    }
}

#[test]
fn promise_5_when_it_is_late() {
    let four = NaiveTime::from_hms_opt(16, 0, 0);
    assert_eq!(parts().map(Part::late_from), [None, four, four, None]);
    assert_eq!(parts().map(Part::time), [None, four, four, four]);
}

#[test]
fn promise_6_a_day_that_has_passed_is_today() {
    for typed in ["yesterday", "23/11/2026 2pm"] {
        assert_eq!(read(typed).day, day("2026-11-24"), "{typed}");
    }
}

#[test]
fn promise_7_the_stored_form_reads_back() {
    for part in parts() {
        assert_eq!(Part::from_code(&part.code()), part);
    }
    for text in ["soon", "before", "before tea", "during 12:00"] {
        assert_eq!(Part::from_code(text), Part::Any, "{text}");
    }
}

#[test]
fn a_promise_as_it_is_said_on_the_telephone() {
    let office = WorkingDays::england();
    for (typed, said) in [
        ("thu before noon", "on Thursday before noon"),
        ("fri 2pm", "on Friday at 2 pm"),
        ("after lunch", "today after 1:30 pm"),
        ("3 dec", "on Thursday 3 December"),
        ("next week", "around Monday 30 November"),
    ] {
        let read = read_promise(typed, now(), &office).unwrap();
        assert_eq!(read.spoken(now().date()), said, "{typed}");
    }
}

#[test]
fn promise_8_words_that_only_say_that_somebody_rings_are_passed_over() {
    for typed in ["I'll ring Thursday before noon", "will ring her back on thu before 12", "Ring thu am"] {
        assert_eq!(said(typed), "Thu 26 Nov before 12:00", "{typed}");
    }
    // Alone they are no day and no time, and nothing of them is lost: what was typed is kept beside the reading.
    assert_eq!(said("ring back"), "Tue 24 Nov");
}

#[test]
fn promise_9_so_long_from_now_and_an_hour_or_so() {
    for (typed, meant) in [
        ("in an hour", "Tue 24 Nov at 15:32"),
        ("ring back in half an hour", "Tue 24 Nov at 15:02"),
        ("in 20 mins", "Tue 24 Nov at 14:52"),
        ("in two hours", "Tue 24 Nov at 16:32"),
        ("in 10 hours", "Wed 25 Nov at 00:32"),
        ("4ish", "Tue 24 Nov at 16:00"),
        ("thu 10-ish", "Thu 26 Nov at 10:00"),
        ("this afternoon", "Tue 24 Nov after 12:00"),
    ] {
        assert_eq!(said(typed), meant, "{typed}");
    }
}

#[test]
fn promise_10_a_stretch_is_about_its_first_open_day() {
    for (typed, meant) in [
        ("next week", "about Mon 30 Nov"),
        ("next week am", "about Mon 30 Nov before 12:00"),
        ("this week", "about Tue 24 Nov"),
        ("early january", "about Mon 4 Jan"),
    ] {
        assert_eq!(said(typed), meant, "{typed}");
    }
    assert!(read("when he is back next week").words().starts_with("~ about Mon 30 Nov"));
}

#[test]
fn a_hurried_tomorrow_is_tomorrow() {
    for typed in ["tomorow", "tommorow", "tommorrow", "tmrw", "tomorrow"] {
        assert_eq!(said(typed), "Wed 25 Nov", "{typed}");
        assert_eq!(said(&format!("{typed} pm")), "Wed 25 Nov after 12:00", "{typed}");
    }
}
