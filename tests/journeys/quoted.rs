//! In the middle of a call the caller quotes the number of an enquiry: the call is about it from then on.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

/// A school has rung once, and its enquiry waits.
fn waits() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter")
        .text("Martin Oyelaran")
        .keys("Enter")
        .text("Larkfield Primary, SENCO")
        .keys("Enter")
        .text("01632 960118")
        .keys("Enter n d Enter F9 r F9")
        .shows("Kept as enquiry E-0001");
    desk
}

/// The states of all enquiries, each with what it holds of the caller.
const ENQUIRIES: &str = "SELECT group_concat(number || ' ' || state || ': ' || name || ', ' || work || ', ' || phone, '; ') FROM enquiries";

#[test]
fn the_number_fills_the_call_and_what_was_typed_stays() {
    let mut desk = waits();
    desk.keys("F2 s Enter F3").text("1").keys("Enter");
    desk.shows("about E-0001").shows("This call is about E-0001 now. Empty fields are filled from it.");
    desk.shows("Larkfield Primary, SENCO").shows("01632 960118").shows("|  Y yes");
    // The consent question has the keys, as where the call begins at the enquiry.
    desk.keys("n F9").shows("WE WILL KEEP, as enquiry E-0001").keys("F9");
    assert_eq!(desk.value(ENQUIRIES), "1 open: Martin Oyelaran, Larkfield Primary, SENCO, 01632 960118");
    // With a name and a number typed already, and Who not left yet.
    let mut desk = waits();
    desk.keys("F2 s Enter").text("Hanne Lindqvist").keys("F3").text("e1").keys("Enter");
    desk.shows("about E-0001").shows("Hanne Lindqvist").shows("01632 960118").hides("Martin Oyelaran");
    desk.keys("Esc k n F9 F9");
    assert_eq!(desk.value(ENQUIRIES), "1 open: Hanne Lindqvist, Larkfield Primary, SENCO, 01632 960118");
    // Nobody said yet who is ringing.
    let mut desk = waits();
    desk.keys("F2 F3").text("e1").keys("Enter").shows("about E-0001").shows("School staff");
    desk.shows("Martin Oyelaran").keys("u F9 F9");
    assert_eq!(desk.value("SELECT count(*) FROM enquiries"), "1");
    assert_eq!(desk.value("SELECT group_concat(kind) FROM callers"), "school staff,school staff");
}

#[test]
fn with_the_yes_the_enquiry_becomes_the_case() {
    let mut desk = waits();
    desk.keys("F2 s Enter F3").text("1").keys("Enter y m t Enter s").shows("Consent recorded");
    desk.text("Kelechi Achebe").keys("Enter F9 F9").shows("Finished: M-0001");
    assert_eq!(desk.value("SELECT number || ' ' || state FROM enquiries"), "1 became a case");
    // The mother rings about what the school asked: she says who she is herself.
    let mut desk = waits();
    desk.keys("F2 p Enter F3").text("e1").keys("Enter").shows("about E-0001").hides("Martin Oyelaran");
    desk.shows("Its caller was another: nothing is filled.").text("Dawn Achebe").keys("Enter F9 F9");
    assert_eq!(desk.value("SELECT number || ' ' || state FROM enquiries"), "1 became a case");
}

#[test]
fn what_cannot_be_joined_is_said() {
    let mut desk = waits();
    desk.keys("F2 s Enter F3").text("1").keys("Enter F3").text("1").keys("Enter");
    desk.shows("This call is about E-0001 already.");
    // A number of its own was read out.
    let mut desk = waits();
    desk.keys("F2 s Enter")
        .text("Hanne")
        .keys("Enter F9")
        .shows("E-0002")
        .keys("Esc F3")
        .text("e1")
        .keys("Enter");
    desk.shows("Not put in: this call has an enquiry number of its own.").hides("about E-0001");
    // The enquiry is over.
    let mut desk = waits();
    desk.keys("F3").text("e1").keys("Enter x").shows("Ended.");
    desk.keys("F2 s Enter F3").text("e1").keys("Enter").shows("Not put in: that enquiry is over.");
    // A call about a case stays one.
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F3").text("m412").keys("Enter c p Enter F3").text("1187").keys("Enter");
    desk.shows("This call is about M-0412 and stays so: nothing was put in.");
}

#[test]
fn c_on_a_page_that_was_opened_out_of_the_call_puts_it_in_and_begins_no_second_call() {
    let mut desk = waits();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter").shows("rang before? Esc x");
    desk.keys("Esc x").shows("ENQUIRY E-0001").keys("c").shows("about E-0001").shows("01632 960118");
    desk.hides("parked").keys("Esc k n F9 F9");
    assert_eq!(desk.value(ENQUIRIES), "1 open: Martin Oyelaran, Larkfield Primary, SENCO, 01632 960118");
    assert_eq!(desk.value("SELECT count(*) || ' ' || group_concat(DISTINCT state) FROM calls"), "2 finished");
    // A case, from any of its pages.
    let mut desk = Desk::new();
    super::budgets::parent_call(&mut desk);
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Enter").shows("rang before? Esc x");
    desk.keys("Esc x").shows("M-0001").keys("Right Left c").shows("This call is about M-0001 now.");
    desk.shows("Kelechi Achebe").hides("parked").keys("F9 F9").shows("Finished: M-0001");
    assert_eq!(desk.value("SELECT count(*) || ' ' || group_concat(DISTINCT state) FROM calls"), "2 finished");
    // From a list that the call does not stand behind it is a call of its own.
    desk.keys("F2 p Enter").text("Ada Lovell").keys("Enter F5 F3").text("m1").keys("Enter c");
    desk.shows("1 parked: F2").shows("fills in the parent of M-0001");
}

#[test]
fn the_page_of_somebody_like_the_caller_says_what_c_does_there() {
    let mut desk = Desk::new();
    super::budgets::parent_call(&mut desk);
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Enter Esc x");
    desk.shows("c: this call is about it. F2: back to the call, as it was.").keys("c");
    // What stands there is of the case, and was typed in another call.
    desk.keys("Esc t").hides("you typed");
}
