//! A call that was finished too early: it is open again, its case stays, and nothing that was erased comes back.

use crate::journeys::budgets::parent_call;
use crate::journeys::desk::Desk;

fn school_call(desk: &mut Desk) {
    desk.keys("F2 s Enter")
        .text("Martin Oyelaran")
        .keys("Enter")
        .text("Larkfield Primary, SENCO")
        .keys("Enter");
    desk.text("01632 960118").keys("Enter n d Enter F9");
}

#[test]
fn a_finished_call_with_a_case_is_open_again_and_is_finished_a_second_time() {
    let mut desk = Desk::new();
    parent_call(&mut desk);
    desk.shows("Finished: M-0001");
    let parties = desk.value("SELECT count(*) FROM parties");
    desk.keys("Ctrl+Z").shows("CALL C-0001").shows("Larkfield Primary");
    assert_eq!(desk.value("SELECT state || ' ' || COALESCE(outcome, 'none') FROM calls"), "open none");
    assert_eq!(desk.value("SELECT state || number FROM cases"), "open1");
    assert_eq!(desk.value("SELECT count(*) FROM history WHERE act = 'Taken back: Call finished'"), "1");
    desk.keys("F4").text("One more thing.").keys("F9 F9").shows("Finished: M-0001");
    assert_eq!(desk.value("SELECT state || ' ' || outcome FROM calls"), "finished case");
    assert_eq!(desk.value("SELECT count(*) FROM parties"), parties);
    assert!(desk.value("SELECT body FROM notes").contains("One more thing."));
}

#[test]
fn a_finished_call_with_an_enquiry_is_open_again_and_keeps_its_number() {
    let mut desk = Desk::new();
    school_call(&mut desk);
    desk.keys("r F9").shows("Kept as enquiry E-0001");
    desk.keys("Ctrl+Z").shows("CALL C-0001").keys("Alt+N").shows("Martin Oyelaran");
    assert_eq!(desk.value("SELECT state || name || phone FROM enquiries"), "ended");
    assert_eq!(desk.value("SELECT count(*) FROM documents"), "0");
    desk.keys("F9 r F9").shows("Kept as enquiry E-0001");
    assert_eq!(
        desk.value("SELECT state || ' ' || name || ' ' || next_step FROM enquiries"),
        "open Martin Oyelaran caller rings back"
    );
    assert_eq!(desk.value("SELECT count(*) FROM documents"), "1");
    // And the other end of it: nothing at all is kept.
    desk.keys("Ctrl+Z F9 x F9");
    assert_eq!(desk.value("SELECT state || name || phone FROM enquiries"), "ended");
    assert_eq!(desk.value("SELECT outcome FROM calls"), "no consent");
    desk.nowhere_in_the_files(&["Oyelaran"]);
}

#[test]
fn a_call_without_consent_stays_finished_and_says_so() {
    let mut desk = Desk::new();
    school_call(&mut desk);
    desk.keys("x F9");
    desk.keys("Ctrl+Z").shows("A call without consent stays finished. Nothing of it was kept.");
    assert_eq!(desk.value("SELECT outcome FROM calls"), "no consent");
    desk.nowhere_in_the_files(&["Oyelaran"]);
}

#[test]
fn no_tool_opens_a_finished_call_without_its_line() {
    let mut desk = Desk::new();
    parent_call(&mut desk);
    let sql = "UPDATE calls SET state = 'not finished', outcome = NULL";
    let refused = desk.file().execute(sql, []).unwrap_err().to_string();
    assert_eq!(refused, "a finished call stays finished");
}
