//! A third party rings about a case whose consent was withdrawn, and says that the parents agree again: what is recorded
//! is a case of its own, seen, checked and removable, and the withdrawn one stays as it is.

use super::desk::Desk;

/// At the page Consent of Dawn Achebe's case, which she has withdrawn.
fn withdrawn() -> Desk {
    let mut desk = Desk::new();
    super::budgets::parent_call(&mut desk);
    desk.keys("F3").text("M-0001").keys("Enter Right w w").shows("Withdrawn.");
    desk
}

/// A school rings about it and says yes.
fn told_yes() -> Desk {
    let mut desk = withdrawn();
    desk.keys("c s Enter")
        .text("Martin Oyelaran")
        .keys("Enter")
        .text("Larkfield")
        .keys("Enter Enter y m t Enter s");
    desk.text("Ellis Quill").keys("Enter").wait(500);
    desk
}

const CASES: &str = "SELECT group_concat(COALESCE(number, 'none') || ' ' || state || ' ' ||
    (SELECT act FROM consents WHERE case_id = c.id ORDER BY seq DESC LIMIT 1), '; ') FROM (SELECT * FROM cases ORDER BY id) c";

#[test]
fn a_yes_about_a_withdrawn_case_makes_a_case_of_its_own_that_is_seen() {
    let mut desk = told_yes();
    desk.shows("OK  mother, told by the caller").hides("M-0001");
    desk.keys("F9")
        .shows("Check with the parent today")
        .keys("F9")
        .shows("Finished: M-0002. Next: check with the parent, today.");
    assert_eq!(desk.value(CASES), "1 open withdrawn; 2 open given");
    assert_eq!(
        desk.value("SELECT a.reason || ' / ' || a.step FROM attention a JOIN cases c ON c.id = a.case_id WHERE c.number = 2"),
        "Check with parent, say where from / Ring parent"
    );
    desk.shows("M-0002");
}

#[test]
fn a_yes_from_before_the_withdrawal_opens_nothing() {
    let mut desk = withdrawn();
    desk.keys("c s Enter").text("Martin Oyelaran").keys("Enter Enter Enter y");
    desk.shows("Withdrawn on Tue 24 Nov 2026. A yes of that day, or since, opens a new case.");
    desk.keys("m");
    for before in ["y", "last month", "23/11", "fri"] {
        desk.keys("Ctrl+A").text(before).keys("Enter").shows("Before they withdrew");
        desk.keys("s").hides("Consent recorded");
        assert_eq!(desk.value(CASES), "1 open withdrawn", "{before}");
    }
}

#[test]
fn a_yes_about_a_withdrawn_case_is_taken_back_by_the_question() {
    let mut desk = told_yes();
    desk.keys("Esc k Up").shows("N no after all").keys("n").shows("Taken back: it leaves the file");
    assert_eq!(desk.value(CASES), "1 open withdrawn");
    desk.nowhere_in_the_files(&["Ellis Quill"]);
    desk.keys("F9 F9");
    assert_eq!(desk.value(CASES), "1 open withdrawn");
}

#[test]
fn a_yes_about_a_withdrawn_case_is_taken_up_again_with_its_call() {
    let mut desk = told_yes().restart();
    desk.keys("F9").shows("OK  mother, told by the caller").keys("F9 F9").shows("Finished: M-0002.");
    assert_eq!(desk.value(CASES), "1 open withdrawn; 2 open given");
}

#[test]
fn a_yes_after_a_withdrawal_at_another_desk_is_written_with_the_notes_of_the_call() {
    let mut desk = Desk::new();
    super::budgets::parent_call(&mut desk);
    desk.keys("F3").text("M-0001").keys("Enter c s Enter").text("Martin Oyelaran").keys("Enter F4");
    desk.text("zebra words").wait(1000);
    let mut tom = desk.another("Tom Reed");
    tom.keys("F3").text("M-0001").keys("Enter Right w w").shows("Withdrawn.");
    desk.look().shows("NO").keys("Esc k y m t Enter s").text("Ellis Quill").keys("Enter F4");
    desk.text("and foal").wait(500);
    let mut desk = desk.restart();
    desk.keys("F9").shows("zebra words").shows("and foal");
    desk.keys("F9 F9").shows("Finished: M-0002.");
    assert_eq!(desk.value(CASES), "1 open withdrawn; 2 open given");
    let notes =
        "SELECT group_concat(c.number || ' ' || n.body, '; ') FROM cases c JOIN notes n ON n.case_id = c.id
                 WHERE n.body LIKE 'zebra%'";
    assert_eq!(desk.value(notes), "1 zebra words; 2 zebra words\nand foal");
}

#[test]
fn a_case_that_never_had_a_number_is_removed_by_a_word() {
    // As an earlier version ended such a call: the case stays as in its call, without a number.
    let mut desk = told_yes();
    let call = desk.value("SELECT id FROM calls WHERE number = 2").parse().unwrap();
    let case = desk.value("SELECT id FROM cases WHERE number IS NULL").parse().unwrap();
    let signed = mediation_line::store::Signed {
        id: 1_000_000_007,
        at: desk.context().now,
        today: desk.context().today(),
        quarter: 58,
        staff: "Priya Nair".into(),
    };
    let write = mediation_line::store::calls::CallWrite::FinishCase { call, new: None, case };
    desk.worker.store().call_write(&write, &signed).unwrap();
    let mut desk = desk.restart();
    desk.keys("F3")
        .text("Quill")
        .keys("Enter Right w w")
        .shows("Withdrawn.")
        .keys("r")
        .shows("It has no number");
    desk.text("2").keys("Enter").shows("Nothing was removed.");
    assert_eq!(desk.value("SELECT state FROM cases WHERE number IS NULL"), "in call");
    desk.keys("Ctrl+A").text("Remove").keys("Enter");
    desk.shows("details removed");
    assert_eq!(desk.value("SELECT state FROM cases WHERE number IS NULL"), "erased");
    assert_eq!(desk.value("SELECT count(*) FROM consents"), "2");
    desk.nowhere_in_the_files(&["Quill", "Oyelaran"]);
}
