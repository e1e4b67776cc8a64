//! A meeting whose mediator cannot be there, and one whose day is closed by now, on Today.

use super::day;
use super::queue::{YES, case, date, row};
use mediation_line::domain::queue::{BookingFacts, BookingState, CaseFacts, Group, Why, attention};
use mediation_line::domain::working_days::WorkingDays;

fn without(name: &str, state: BookingState, on: &str) -> BookingFacts {
    BookingFacts { away: Some(name.to_owned()), ..date(state, on) }
}

#[test]
fn queue_20_a_meeting_without_its_mediator_needs_another_until_its_day_is_over() {
    let mut facts = case(YES, YES);
    facts.bookings = vec![without("Ruth Adeyemi", BookingState::Booked, "2026-12-02")];
    let found = row(&facts, Why::NeedsMediator).unwrap();
    assert_eq!((found.group, found.due, found.booking), (Group::Now, day("2026-12-02"), Some(5)));
    assert_eq!((found.reason.as_str(), found.step), ("Wed 2 Dec needs a mediator (Ruth away)", "Find one"));
    assert_eq!(found.show_from, facts.touched.into());
    facts.bookings = vec![without("Bartholomew Okonkwo", BookingState::InDoubt, "2026-12-02")];
    assert_eq!(row(&facts, Why::NeedsMediator).unwrap().reason, "Wed 2 Dec needs a mediator");
    for (state, on) in [(BookingState::Held, "2026-12-02"), (BookingState::Booked, "2026-11-20")] {
        facts.bookings = vec![without("Ruth Adeyemi", state, on)];
        assert_eq!(row(&facts, Why::NeedsMediator), None, "{state:?} {on}");
    }
    facts.bookings = vec![date(BookingState::Booked, "2026-12-02")];
    assert_eq!(row(&facts, Why::NeedsMediator), None);
}

#[test]
fn queue_21_a_date_on_a_day_that_is_closed_by_now_is_to_be_moved() {
    let england = WorkingDays::england();
    let office = england.clone().with_closed_days([(day("2026-12-09"), "Training".to_owned())]);
    let mut facts = case(YES, YES);
    let rows = |facts: &CaseFacts, office: &WorkingDays| {
        let found = attention(facts, &england, office).into_iter().filter(|row| row.why == Why::ClosedDay);
        found.collect::<Vec<_>>()
    };
    for (state, said) in [(BookingState::Booked, "Booked"), (BookingState::Held, "Held")] {
        facts.bookings = vec![date(state, "2026-12-09")];
        let found = rows(&facts, &office);
        assert_eq!(found.len(), 1, "{state:?}");
        assert_eq!(found[0].reason, format!("{said} Wed 9 Dec: office closed that day"));
        assert_eq!((found[0].step, found[0].group, found[0].booking), ("Move it", Group::Now, Some(5)));
        assert_eq!(found[0].show_from, facts.touched.into());
        assert!(rows(&facts, &england).is_empty(), "the day is open again");
    }
    for (state, on) in [
        (BookingState::Booked, "2026-12-10"),
        (BookingState::CalledOff, "2026-12-09"),
        (BookingState::Moved, "2026-12-09"),
    ] {
        facts.bookings = vec![date(state, on)];
        assert!(rows(&facts, &office).is_empty(), "{state:?} {on}");
    }
    facts.touched = day("2026-12-10");
    facts.bookings = vec![date(BookingState::Booked, "2026-12-09")];
    assert!(rows(&facts, &office).is_empty(), "its day is over");
}
