//! Slips of somebody who types while listening: what is typed is kept, and nothing wrong follows from it.

use super::desk::Desk;

const TOO_OLD: &str = "~ That would make them 55 years old. Kept as typed: check the year.";

#[test]
fn a_year_that_makes_nobodys_age_is_kept_and_decides_nothing() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Grace Tull").keys("Enter Esc c").text("Jordan Tull").keys("Enter");
    desk.text("14.2.71").keys("Enter").shows(TOO_OLD).hides("he or she decides").wait(3000);
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'born'"), "14.2.71");
    // The year that was meant decides as it always did.
    desk.keys("Up Ctrl+A").text("14.2.07").keys("Enter").shows("he or she decides");
    // And one mistyped later takes nothing of that back.
    desk.keys("Alt+R Ctrl+A").text("14.2.71").keys("Enter").shows(TOO_OLD);
    desk.shows("Does he or she agree to this?");
    desk.keys("Alt+R Ctrl+A").text("14.2.17").keys("Enter").hides("Does he or she agree").wait(3000);
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Jordan Tull");
}

#[test]
fn a_year_that_makes_nobodys_age_does_not_open_what_a_childs_age_closed() {
    let mut desk = Desk::new();
    desk.keys("F2 y Enter").text("Tomas Brook").keys("Enter Alt+R").text("13").keys("Enter");
    desk.shows("A parent or carer would need to ask us");
    desk.keys("Alt+R Ctrl+A").text("14.2.71").keys("Enter").wait(3000);
    desk.nowhere_in_the_files(&["tomas", "brook", "14.2.71"]);
}
