//! A third party without consent is on the line, and whoever took the call looks at their own work: the pages that name
//! families say that nothing of it is told.

use super::desk::Desk;
use mediation_line::protocol::effect::Place;

const LINE: &str = "Caller on the line, no consent: tell nothing of a family.";

#[test]
fn while_a_caller_without_consent_is_on_the_line_the_pages_that_name_families_say_so() {
    let mut desk = Desk::practice(Place::Today);
    desk.hides(LINE).school_rings().hides(LINE);
    // Today, a case and its tabs, the calendar; and not where Find tells less by itself.
    desk.keys("F5").shows("TODAY").shows(LINE).keys("Enter").shows(LINE).keys("Right").shows(LINE);
    desk.keys("F7").shows(LINE);
    assert!(desk.draw(60, 20).0.contains(LINE), "{}", desk.draw(60, 20).0);
    desk.keys("F3").hides(LINE).shows("Only enquiries are looked through until consent is recorded.");
    // With the yes it is gone, and with a no it stays.
    desk.keys("Esc F2 Alt+K n F5").shows(LINE);
    desk.keys("F2 Alt+K y m t Enter s Enter").keys("F5").hides(LINE);
}

#[test]
fn a_parent_a_parked_caller_and_a_window_leave_the_line_to_the_page() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F2 p Enter F5").shows("TODAY").hides(LINE);
    let mut desk = Desk::practice(Place::Today);
    desk.school_rings().keys("F5").shows(LINE);
    // A window has the words of its own.
    desk.keys("n").hides(LINE).keys("Esc").shows(LINE);
    // Whoever is parked hears nothing.
    desk.keys("F2 F2 2 p Enter F5").shows("TODAY").hides(LINE);
}

#[test]
fn a_child_alone_is_told_no_more_than_a_third_party_whatever_page_is_in_front() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F2 y Enter Alt+R").text("3 mar 2016").keys("Enter").shows("A parent or carer would need");
    desk.keys("F5").shows(LINE).keys("F3").shows("Only enquiries are looked through");
    desk.text("achebe").hides("M-0412");
}
