//! When a meeting suits somebody, by the words they use. Today is Tuesday 24 November 2026.

use super::day;
use mediation_line::domain::slot::Slot;
use mediation_line::domain::suits::{How, Suits, Ticks};
use mediation_line::domain::working_days::WorkingDays;

fn read(typed: &str) -> Suits {
    Suits::read(typed, day("2026-11-24"), &WorkingDays::england())
}

/// Words typed, and what is shown.
fn shown(table: &[(&str, &str)]) {
    for (typed, words) in table {
        assert_eq!(read(typed).words(), *words, "{typed:?}");
    }
}

fn fits(typed: &str, date: &str, start: i64, length: i64) -> bool {
    let slot = Slot { day: day(date), start, length };
    !read(typed).when.iter().any(|when| when.closes(slot))
}

#[test]
fn suits_1_a_no_closes_days() {
    shown(&[
        ("not wed", "not Wed"),
        ("Not Wednesdays", "not Wed"),
        ("not mon, wed", "not Mon, Wed"),
        ("not mon or tue", "not Mon, Tue"),
        ("can't do fridays", "not Fri"),
        ("no mon/tue", "not Mon, Tue"),
        ("", ""),
        ("any time", ""),
    ]);
    assert!(!fits("not wed", "2026-12-02", 40, 12));
    assert!(fits("not wed", "2026-12-03", 40, 12));
}

#[test]
fn suits_2_days_alone_are_the_only_ones() {
    shown(&[
        ("mon tue only", "only Mon, Tue"),
        ("mon, tue", "only Mon, Tue"),
        ("thursdays", "only Thu"),
        ("mon-wed", "only Mon, Tue, Wed"),
        ("mon to thu", "only Mon, Tue, Wed, Thu"),
        ("mon mornings, thu", "only Mon mornings, Thu"),
    ]);
    assert!(fits("mon mornings, thu", "2026-12-03", 52, 12));
    assert!(!fits("mon mornings, thu", "2026-12-07", 52, 12));
    assert!(!fits("mon mornings, thu", "2026-12-08", 40, 12));
}

#[test]
fn suits_3_hours_bound_the_meeting() {
    shown(&[
        ("after 10", "after 10:00"),
        ("from 9.30", "after 9:30"),
        ("before 2.30", "before 14:30"),
        ("by 3", "before 15:00"),
        ("10 to 2", "10:00 to 14:00"),
        ("10-2", "10:00 to 14:00"),
        ("between 10 and 2", "10:00 to 14:00"),
        ("not before 10", "after 10:00"),
        ("not wed, after 10, online", "not Wed; after 10:00; online"),
    ]);
    for (start, length, fit) in [(39, 12, false), (40, 12, true), (56, 12, true)] {
        assert_eq!(fits("after 10", "2026-12-03", start, length), fit, "{start}");
    }
    for (start, length, fit) in [(46, 12, true), (47, 12, false)] {
        assert_eq!(fits("before 2.30", "2026-12-03", start, length), fit, "{start}");
    }
}

#[test]
fn suits_4_mornings_and_afternoons() {
    shown(&[
        ("mornings", "mornings"),
        ("pm only", "afternoons"),
        ("not mornings", "afternoons"),
        ("not fri afternoon", "on Fri mornings"),
    ]);
    for (typed, date, start, fit) in [
        ("mornings", "2026-12-03", 40, true),
        ("mornings", "2026-12-03", 42, false),
        ("afternoons", "2026-12-03", 48, true),
        ("afternoons", "2026-12-03", 46, false),
        ("not fri afternoon", "2026-12-04", 40, true),
        ("not fri afternoon", "2026-12-04", 52, false),
        ("not fri afternoon", "2026-12-03", 52, true),
    ] {
        assert_eq!(fits(typed, date, start, 12), fit, "{typed} {date} {start}");
    }
}

#[test]
fn suits_5_dates_are_closed_or_bounded() {
    shown(&[
        ("not 3 dec", "not Thu 3 Dec"),
        ("not 3/12", "not Thu 3 Dec"),
        ("away 3 dec to 10 dec", "not Thu 3 Dec to Thu 10 Dec"),
        ("from 7 dec", "from Mon 7 Dec"),
        ("after 7 dec", "from Tue 8 Dec"),
        ("until 12 dec", "until Sat 12 Dec"),
        ("before 12 dec", "until Fri 11 Dec"),
        ("not before 7 dec", "from Mon 7 Dec"),
        ("not until 7 dec", "from Mon 7 Dec"),
        // The nearest: what was said a week ago does not become next year's.
        ("from 16 nov", "from Mon 16 Nov"),
    ]);
    assert!(!fits("not 3 dec", "2026-12-03", 40, 12));
    assert!(!fits("from 7 dec", "2026-12-04", 40, 12));
    assert!(fits("until 12 dec", "2026-12-11", 40, 12));
    assert!(fits("from 16 nov", "2026-12-11", 40, 12));
}

#[test]
fn suits_6_how_and_what_is_needed() {
    for (typed, how) in [
        ("online", How::Online),
        ("by video", How::Online),
        ("in person", How::InPerson),
        ("face to face", How::InPerson),
        ("by telephone", How::Telephone),
    ] {
        assert_eq!(read(typed).how, Some(how), "{typed}");
    }
    assert!(read("needs bsl").bsl);
    shown(&[
        ("interpreter (Somali)", "interpreter (Somali)"),
        ("somali interpreter", "interpreter (Somali)"),
        ("needs an interpreter", "interpreter"),
        ("bsl, online", "online; BSL"),
    ]);
}

#[test]
fn suits_7_what_cannot_be_read_is_also_said_and_closes_nothing() {
    shown(&[
        ("not school holidays", "also said: not school holidays"),
        ("prefers tue", "also said: prefers tue"),
        ("wed if her sister can come", "also said: wed if her sister can come"),
        ("not wed, school run", "not Wed; also said: school run"),
        ("not online", "also said: not online"),
        ("?", "also said: ?"),
    ]);
    let suits = read("wed if her sister can come");
    assert!(suits.when.is_empty());
    assert!(!format!("{suits:?}").contains("sister"), "what was said is not told by a panic");
}

#[test]
fn suits_8_ticks_are_words_and_read_back() {
    for bits in 0..1024_u32 {
        let mut ticks = Ticks::default();
        for at in 0..10 {
            if bits & (1 << at) != 0 {
                ticks.turn(at / 2, at % 2 == 1);
            }
        }
        let typed = ticks.typed();
        let nothing = (0..5).all(|d| !ticks.is_on(d, false) && !ticks.is_on(d, true));
        if !nothing {
            assert_eq!(Ticks::of(&read(&typed)), ticks, "{typed}");
        }
        assert!(read(&typed).also.is_empty(), "{typed}");
    }
    assert_eq!(Ticks::default().typed(), "");
    let mut ticks = Ticks::default();
    ticks.turn(2, false);
    ticks.turn(2, true);
    assert_eq!(ticks.typed(), "not wed");
    ticks.turn(4, false);
    assert_eq!(ticks.typed(), "not wed, not fri mornings");
    assert_eq!(Ticks::of(&read("not wed; not fri morning; online")), ticks);
}

#[test]
fn suits_8_what_is_said_beside_ticks_stays() {
    let mut ticks = Ticks::default();
    ticks.turn(2, false);
    ticks.turn(2, true);
    let said = |typed: &str| ticks.within(typed, read);
    assert_eq!(said(""), "not wed");
    assert_eq!(said("not wed; online"), "not wed; online", "the same ticks leave the words alone");
    assert_eq!(said("not mon, tue, online, school run"), "not wed, online, school run");
    assert_eq!(said("after 10, not 3 dec"), "not wed, after 10, not 3 dec");
    assert_eq!(said("after 2pm, bsl"), "not wed, bsl", "an hour that closes a ticked half goes");
    for bits in 0..1024_u32 {
        let mut ticks = Ticks::default();
        (0..10).filter(|at| bits & (1 << at) != 0).for_each(|at| ticks.turn(at / 2, at % 2 == 1));
        for typed in ["", "not wed; not fri morning; online", "after 10, thursdays", "before 11, her sister"]
        {
            let now = ticks.within(typed, read);
            assert_eq!(Ticks::of(&read(&now)), ticks, "{typed} became {now}");
            assert_eq!(read(&now).how, read(typed).how, "{now}");
        }
    }
    assert_eq!(How::within(Some(How::InPerson), "not wed, online", read), "not wed, in person");
    assert_eq!(How::within(None, "not wed, online, bsl", read), "not wed, bsl");
}
