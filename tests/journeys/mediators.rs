//! The mediators' page: made, given days, away, cannot act, seen in the calendar.

use mediation_line::domain::queue::StepKind;

use super::calendar::desk_of;
use super::desk::Desk;
use crate::contract::calendar::{at, book, mediator};
use crate::contract::office::Office;
use crate::contract::office::today as day;

#[test]
fn a_mediator_is_made_with_days_and_seen_in_the_calendar() {
    let mut desk = desk_of(Office::in_file());
    desk.keys("Esc 0").shows("Mediators").keys("Enter").shows("No mediator has days yet.");
    desk.keys("+").shows("New mediator").text("Hana Osei").keys("Enter").text("07700 900271").keys("Enter");
    desk.text("Eastholt")
        .keys("Enter Enter Enter")
        .text("BSL")
        .keys("Enter")
        .text("2")
        .shows("up to 2 a week")
        .keys("Enter");
    desk.text("mon 9-5 tue 9-1").shows("mon 9-5 tue 9-1").keys("Enter").shows("Mon 9-5  Tue 9-1  Wed -");
    desk.shows("> Hana Osei").shows("Mon Tue").shows("07700 900271   BSL   up to 2 a week   accredited");
    desk.keys("x").text("2/12").keys("Enter Enter").text("10-1").shows("10:00 to 13:00").keys("F9");
    desk.shows("Wed 2 Dec 10-1");
    desk.keys("a").text("8/12").shows("Tue 8 Dec 2026").keys("Enter").text("7/12").keys("F9");
    desk.shows("The last day is before the first.").keys("Ctrl+A").text("9/12").keys("Enter");
    desk.text("training").keys("Enter").shows("Tue 8 Dec to Wed 9 Dec (training)");
    desk.keys("F7 PgDn").shows("Hana Osei").shows("│ open        │ open        │ -           │");
    desk.keys("Backspace").shows("MEDIATORS").keys("-").shows("no longer").keys("-").hides("no longer");
    let days = desk.worker.store().mediators(day()).unwrap();
    assert_eq!(days[0].facts.areas, "Eastholt");
    assert_eq!(days[0].dates.len(), 2);
}

#[test]
fn a_conflict_is_kept_with_its_case_and_closes_the_mediator_for_it() {
    let mut office = Office::in_file();
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    office.a_ready_case();
    let mut desk = desk_of(office);
    desk.keys("Esc 0 Enter c").text("1").keys("Enter").text("knows the family").keys("Enter");
    desk.shows("M-0001 (knows the family)");
    let pages = desk.worker.store().mediators(day()).unwrap();
    assert_eq!(pages[0].facts.id, ruth);
    assert_eq!(pages[0].cannot.len(), 1);
    desk.keys("c").text("M-0999").keys("F9").shows("No match for 'M-0999'.").shows("cannot act for");
    desk.keys("Esc F5 F9").shows("No open time was found.");
}

#[test]
fn away_days_cancel_nothing_and_the_usual_days_are_changed() {
    let mut office = Office::in_file();
    mediator(&mut office, "Ruth Adeyemi");
    let made = office.a_ready_case();
    book(&mut office, &made, None, at("2026-12-02", 10)).unwrap();
    let mut desk = desk_of(office);
    desk.keys("Esc 0 Enter").shows("Wed 2 Dec").keys("F9").text("2/12").keys("F9");
    desk.shows("Wed 2 Dec 10:00   M-0001   needs a mediator");
    desk.keys("u").shows("mon-fri 9-5").keys("Ctrl+A").text("mon-wed 9-1").keys("Enter");
    desk.shows("Mon 9-1  Tue 9-1  Wed 9-1  Thu -  Fri -");
    desk.keys("u Ctrl+A").text("sometimes").keys("Enter").shows("Days look like: mon 9-5 tue 9-1.");
    // What was typed stands there again.
    desk.keys("Esc").hides("sometimes").keys("u").shows("sometimes");
}

#[test]
fn the_usual_days_are_read_as_they_are_said() {
    let mut office = Office::in_file();
    mediator(&mut office, "Ruth Adeyemi");
    let mut desk = desk_of(office);
    desk.keys("Esc 0 Enter");
    let days = "Mon 9-5  Tue 9-5  Wed 9-5  Thu 9-5  Fri -";
    for said in [
        "mon to thu 9 to 5",
        "Monday to Thursday, 9am to 5pm",
        "mon - thu 9 \u{2013} 5",
        "from mon till thu 9-5",
    ] {
        desk.keys("u Ctrl+A").text("fri 9-10").keys("Enter").shows("Mon -  Tue -  Wed -  Thu -  Fri 9-10");
        desk.keys("u Ctrl+A").text(said).keys("Enter").shows(days);
    }
    desk.keys("u Ctrl+A").text("mon and wed 9.30 to 1, fri 9 to noon").keys("Enter");
    desk.shows("Mon 9.30-1  Tue -  Wed 9.30-1  Thu -  Fri 9-12");
    desk.keys("x").text("2/12").keys("Enter Enter").text("10 to 1").shows("10:00 to 13:00");
    for unread in ["mon to", "to 5", "mon to thu", "mon 9 to", "9 to 5"] {
        desk.keys("Esc u Ctrl+A").text(unread).keys("Enter").shows("Days look like");
    }
}

#[test]
fn a_wrong_away_day_is_removed_and_the_meeting_has_its_mediator_again() {
    let mut office = Office::in_file();
    mediator(&mut office, "Ruth Adeyemi");
    let made = office.a_ready_case();
    book(&mut office, &made, None, at("2026-12-02", 10)).unwrap();
    let mut desk = desk_of(office);
    let touched = |desk: &mut Desk| {
        let facts = desk.worker.store().facts(made.case).unwrap();
        (facts.bookings[0].away.is_some(), facts.steps.iter().any(|s| s.what == StepKind::FindMediator))
    };
    desk.keys("Esc 0 Enter r").shows("No away or extra days are ahead.");
    desk.keys("a").text("2/12").keys("F9").shows("needs a mediator");
    assert_eq!(touched(&mut desk), (true, true));
    desk.keys("x").text("2/12").shows("Away Wed 2 Dec: not counted until r removes that.").keys("F9");
    desk.shows("Wed 2 Dec  - away then, not counted");
    desk.keys("r").shows("remove days").shows("1  away Wed 2 Dec").shows("2  extra Wed 2 Dec");
    desk.keys("F9").shows("The number of the days to remove.");
    desk.text("1").shows("> 1  away Wed 2 Dec").keys("Enter");
    desk.shows("Removed.").hides("needs a mediator").hides("not counted");
    assert_eq!(touched(&mut desk), (false, false));
    desk.keys("r").shows("> 1  extra Wed 2 Dec").keys("F9").hides("Extra");
    assert_eq!(desk.worker.store().mediators(day()).unwrap()[0].dates, Vec::new());
}

#[test]
fn the_page_at_its_sizes() {
    let mut office = Office::in_file();
    for name in ["Ruth Adeyemi", "Col Fenwick", "Mia Stott"] {
        mediator(&mut office, name);
    }
    let made = office.a_ready_case();
    book(&mut office, &made, None, at("2026-12-02", 10)).unwrap();
    let mut desk = desk_of(office);
    desk.keys("Esc 0 Enter");
    insta::assert_snapshot!("mediators_80x24", desk.draw(80, 24).0);
    insta::assert_snapshot!("mediators_120x40", desk.draw(120, 40).0);
    insta::assert_snapshot!("mediators_60x20", desk.draw(60, 20).0);
    insta::assert_snapshot!("mediators_40x12", desk.draw(40, 12).0);
    desk.keys("e");
    insta::assert_snapshot!("mediators_edit_80x24", desk.draw(80, 24).0);
    for width in (1..=12).chain([39, 40, 59, 60, 79, 80, 119, 120]) {
        for height in (1..=14).chain([16, 20, 24, 40]) {
            desk.draw(width, height);
        }
    }
}
