//! Closed cases at their review: one row at the end of Today, from which they are worked one by one.

use mediation_line::domain::closing::Closing;
use mediation_line::store::after::AfterWrite;

use super::desk_on;
use super::made::after;
use crate::contract::office::Office;

fn closed(office: &mut Office, count: usize) {
    for _ in 0..count {
        let case = office.a_case().case;
        let (reason, words) = (Closing::SettledBefore, "".into());
        after(office, AfterWrite::Close { case, reason, words, call_off: None, unsent: false });
    }
}

#[test]
fn the_reviews_are_one_row_and_are_worked_one_by_one() {
    let mut office = Office::in_file();
    closed(&mut office, 3);
    // One more is taken and left open: whom to chase is not among the reviews.
    office.a_case();
    let (mut desk, _) = desk_on(office, 1096);
    desk.shows("CLOSED CASES - keep or remove").shows("3 closed cases: review, this one first");
    assert_eq!(desk.screen().matches("review").count(), 1, "{}", desk.screen());
    // It is the last row, F9 asks about the case that has waited longest, and the row stays chosen for the next.
    desk.keys("End F9").shows("M-0001").keys("k").shows("2 closed cases: review").shows(">.  M-0002");
    // One can be put off for later, and the others are still there.
    desk.keys("s").text("+5").keys("Enter").shows("1 closed case. Kept 3 years: review").shows(">.  M-0003");
    // Enter opens the case, whose own next step is the review too.
    desk.keys("Enter").shows("M-0003").shows("F9 Review").keys("F9 k");
    desk.keys("F5").hides("CLOSED CASES").hides("closed case");
    let kept = "SELECT count(*) FROM cases WHERE keep_until > '2029-12-01'";
    assert_eq!(desk.value(kept), "2");
}

#[test]
fn a_day_that_is_handed_over_leaves_the_reviews_where_they_are() {
    let mut office = Office::in_file();
    closed(&mut office, 2);
    let (mut desk, _) = desk_on(office, 1096);
    desk.keys("g")
        .text("Tom Berry")
        .keys("Down a Enter Enter")
        .shows("No row of today is yours to hand over.");
}
