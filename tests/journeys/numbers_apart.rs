//! Numbers in one line of a call, with words, hours and other numbers beside them.

use super::desk::Desk;

/// A mother's call, with what she says of her number; the cursor stands in it.
fn with_number(typed: &str) -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Sandra Okafor").keys("Enter").text(typed);
    desk
}

#[test]
fn hours_and_words_are_not_read_back() {
    for (typed, said) in [
        ("its the mobile 07700 900412 but dont ring after 3 hes home", "07700, 900, 412"),
        ("01632 960200 ext 14 after 5", "01632, 960, 200, ext 14"),
        ("07700 900633 (work, 9 to 3)", "07700, 900, 633"),
    ] {
        let mut desk = with_number(typed);
        desk.shows(&format!("Read back: {said}."));
        desk.keys("Enter F9").shows(&format!("your number as {said}.")).keys("F9");
        assert_eq!(desk.value("SELECT phone FROM parties WHERE side = 'family'"), typed, "kept as typed");
    }
}

#[test]
fn find_knows_each_of_two_numbers() {
    let mut desk = with_number("07700 900633 or 01632 960115");
    desk.shows("Read back: 07700, 900, 633.").keys("Enter F9 F9 F5");
    for typed in ["07700 900633", "900633", "01632 960115", "960115"] {
        desk.keys("F3").text(typed).shows("Sandra").keys("Esc");
    }
    // Each of them carries what is said against it.
    desk.keys("F3").text("sandra").keys("Enter Right Right r");
    desk.text("n").keys("Enter Enter Enter Enter").text("the mother").keys("Enter F5");
    desk.keys("F2 p Enter")
        .text("Edna")
        .keys("Enter")
        .text("01632960115")
        .keys("Enter")
        .shows("NOT SAFE TO RING");
}
