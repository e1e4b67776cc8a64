//! Two desks in one third party's call: at one a consent is recorded, at the other the answer is no.

use super::desk::Desk;

const SAID: &str = "Priya recorded a consent in this call. n again on the question takes it back.";

/// A yes with a child's name and notes at one desk; the other one opened the call before.
fn a_yes_and_another_desk() -> (Desk, Desk) {
    let mut desk = Desk::new();
    desk.school_rings().wait(3000);
    let mut second = desk.another("Priya Nair");
    second.ask_for_interrupted();
    second.keys("F9").shows("CALL C-0001");
    desk.keys("y m t Enter s").text("Zuleikha Quill").keys("Enter F4").text("jabberwick").wait(3000);
    (desk, second)
}

#[test]
fn a_no_where_another_desk_has_recorded_a_consent_says_so_before_it_takes_it_back() {
    let (mut desk, mut second) = a_yes_and_another_desk();
    second.keys("Alt+K n").shows(SAID).hides("Zuleikha").hides("jabberwick");
    assert_eq!(desk.value("SELECT count(*) FROM consents"), "1");
    assert_eq!(desk.value("SELECT body FROM notes"), "jabberwick");
    second.keys("n").shows("Taken back: it leaves the file").wait(3000);
    assert_eq!(desk.value("SELECT count(*) FROM consents"), "0");
    desk.look().shows("Another desk took the consent back");
    desk.nowhere_in_the_files(&["Zuleikha", "jabberwick"]);
}

#[test]
fn a_call_is_not_ended_without_consent_where_another_desk_has_recorded_one() {
    for finish in ["F9 x F9", "F9 F9"] {
        let (desk, mut second) = a_yes_and_another_desk();
        second.keys(finish).shows("Priya recorded a consent in this call.").wait(3000);
        assert_eq!(desk.value("SELECT count(*) FROM consents"), "1", "{finish}");
        assert_eq!(desk.value("SELECT body FROM notes"), "jabberwick", "{finish}");
        assert_eq!(desk.value("SELECT state FROM calls"), "open", "{finish}");
    }
}
