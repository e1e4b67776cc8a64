//! A meeting whose mediator cannot be there, on Today.

use super::day;
use super::queue::{YES, case, date, row};
use mediation_line::domain::queue::{BookingFacts, BookingState, Group, Why};

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
