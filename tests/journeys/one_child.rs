//! The same child in two calls: one quiet line, a link that a person makes, and its taking back.

use super::desk::Desk;

/// Monday: an officer of the authority, with the father's consent.
fn officer(desk: &mut Desk) {
    desk.keys("F2 l Enter").text("Jo Whitlock").keys("Enter").text("Northmere SEND team").keys("Enter");
    desk.text("01632 960204").keys("Enter y f t Enter s").text("Kelechi Achebe").keys("Enter");
    desk.text("12.3.16").keys("Enter").text("Larkfield Primary").keys("Enter").text("Emeka Achebe");
    desk.keys("Enter").text("07700 900142").keys("Enter F9 F9");
}

/// A parent on the phone, as far as the child's name.
fn parent(desk: &mut Desk, own: &str, phone: &str, child: &str) {
    desk.keys("F2 p Enter").text(own).keys("Enter").text(phone).keys("Enter Enter Enter");
    desk.text(child).keys("Enter");
}

const LINE: &str = "M-0001 looks like the same child. Esc x to see. Nothing has been joined.";

/// How many lines of history there are of a case.
fn lines_of(desk: &Desk, number: i64) -> String {
    desk.value(&format!(
        "SELECT count(*) FROM history h JOIN cases c ON c.id = h.case_id WHERE c.number = {number}"
    ))
}

#[test]
fn the_same_child_referred_twice() {
    let mut desk = Desk::new();
    officer(&mut desk);
    desk.wait(24 * 3_600_000);
    let before = lines_of(&desk, 1);
    // Tuesday: the father, whose names are heard and not read.
    parent(&mut desk, "Emeka Achebi", "07700 900143", "Kelechi Achebi");
    desk.hides("looks like").text("12/3/16").keys("Enter").shows(LINE);
    insta::assert_snapshot!("one_child_call_80x24", desk.screen());
    insta::assert_snapshot!("one_child_call_120x40", desk.draw(120, 40).0);
    desk.keys("Esc x").shows("M-0001").shows("Kelechi Achebe");
    desk.shows("Why: same first name, surname same by sound, born 12 Mar 2016.");
    desk.keys("F2").shows("Kelechi Achebi").hides("looks like").keys("F9 F9");
    assert_eq!(desk.value("SELECT count(*) FROM links"), "0", "nothing is joined by itself");
    assert_eq!(lines_of(&desk, 1), before, "and nothing of it is written");
    // Later: the link.
    desk.keys("F3")
        .text("m2")
        .keys("Enter m")
        .shows("One child, or two?")
        .shows("Kelechi Achebe")
        .shows("Kelechi Achebi");
    desk.shows("Alike: same first name, surname same by sound, born 12 Mar 2016.");
    insta::assert_snapshot!("one_child_window_80x24", desk.screen());
    insta::assert_snapshot!("one_child_window_60x20", desk.draw(60, 20).0);
    desk.keys("s").shows("Linked with M-0001").shows("(same child)");
    assert_eq!(desk.value("SELECT state || rev FROM links"), "linked1");
    let cases = "SELECT count(*) || ' ' || count(DISTINCT number) FROM cases WHERE state = 'open'";
    assert_eq!(desk.value(cases), "2 2", "two cases as before");
    assert_eq!(desk.value("SELECT count(*) FROM calls WHERE outcome = 'case'"), "2");
    let tellers = "SELECT group_concat(told_by, '; ') FROM (SELECT told_by FROM consents ORDER BY seq, at)";
    assert_eq!(desk.value(tellers), "Jo Whitlock, Northmere SEND team; rang us themselves");
    desk.keys("F3")
        .text("m1")
        .keys("Enter")
        .shows("Linked with M-0002 (same child)")
        .shows("Linked: the same child");
    // And its taking back, from the other side.
    desk.keys("m").shows("Linked as the same child").keys("s").shows("One child").keys("t");
    desk.hides("(same child)").shows("The link was taken back");
    assert_eq!(desk.value("SELECT state || rev FROM links"), "unlinked2");
    desk.keys("F3").text("m2").keys("Enter").shows("The link was taken back");
}

#[test]
fn two_who_are_not_the_same_are_not_offered_again() {
    let mut desk = Desk::new();
    officer(&mut desk);
    parent(&mut desk, "Emeka Achebe", "07700 900142", "Kelechi Achebe");
    desk.text("12/3/16").keys("Enter").shows(LINE).keys("F9 F9");
    desk.keys("F3").text("m2").keys("Enter m").shows("Alike").keys("n").shows("M-0001 is another child");
    assert_eq!(desk.value("SELECT state FROM links"), "not the same");
    desk.keys("m").shows("Another case of the same child").hides("Alike");
    desk.text("zzz").keys("Enter").shows("A case's number is wanted").keys("Esc");
    desk.keys("m Ctrl+A").text("2").keys("Enter").shows("That is this case itself");
    desk.keys("m Ctrl+A").text("77").keys("Enter").shows("No match for 'M-0077'");
    desk.keys("m Ctrl+A").text("M-1").keys("Enter").shows("Said before: not the same child").keys("Esc");
    assert_eq!(desk.value("SELECT state || rev FROM links"), "not the same1");
}

#[test]
fn brothers_and_sisters_at_one_number_are_two_children() {
    let mut desk = Desk::new();
    officer(&mut desk);
    parent(&mut desk, "Emeka Achebe", "07700 900142", "Tobe Achebe");
    desk.text("30/5/14")
        .keys("Enter")
        .text("Larkfield Primary")
        .keys("Enter")
        .hides("looks like")
        .keys("F9 F9");
    desk.keys("F3").text("m2").keys("Enter m").shows("Another case of the same child");
}

#[test]
fn without_consent_nothing_of_a_family_shows_by_its_sound_either() {
    let mut desk = Desk::new();
    officer(&mut desk);
    for who in ["s", "o"] {
        desk.keys("F2").keys(who).keys("Enter").text("Emeka Achebi").keys("Enter");
        desk.hides("rang before")
            .hides("looks like")
            .keys("F4")
            .text("Kelechi Achebi 12.3.16 Larkfeild")
            .wait(3000);
        desk.hides("looks like");
        for typed in ["achebi", "kelechee", "larkfeild", "emeka achebi"] {
            desk.keys("F3").text(typed).hides("M-0001").hides("Achebe").hides("SOUNDS LIKE").keys("Esc");
        }
        desk.keys("F9 x F9");
    }
    // A relative typed the child before it was asked who rings: scratch, and not compared.
    desk.keys("F2 Down Esc c")
        .text("Kelechi Achebi")
        .keys("Enter")
        .text("12.3.16")
        .keys("Enter")
        .hides("looks like");
    desk.keys("Esc w o Enter").hides("looks like").keys("F9 x F9");
}

#[test]
fn a_family_that_withdrew_is_neither_told_of_nor_linked() {
    let mut desk = Desk::new();
    officer(&mut desk);
    desk.keys("F3").text("m1").keys("Enter Right w w");
    parent(&mut desk, "Emeka Achebe", "07700 900142", "Kelechi Achebe");
    desk.text("12/3/16").keys("Enter").hides("looks like").keys("F9 F9");
    desk.keys("F3")
        .text("m2")
        .keys("Enter m")
        .text("1")
        .keys("Enter")
        .shows("consent withdrawn")
        .hides("born 12.3.16");
    desk.keys("s").shows("Not linked. The other case has no consent in force.");
    assert_eq!(desk.value("SELECT count(*) FROM links"), "0");
}

/// Two cases at the father's number: of the child, and of whoever this is.
fn two_cases(child: &str) -> Desk {
    let mut desk = Desk::new();
    officer(&mut desk);
    parent(&mut desk, "Emeka Achebe", "07700 900142", child);
    desk.keys("F9 F9");
    desk
}

#[test]
fn a_withdrawal_names_the_other_case_of_the_family_that_is_still_open() {
    let linked = "M-0001 is linked with it and is still open. Ask: is that withdrawn too?";
    let mut desk = two_cases("Kelechi Achebe");
    desk.keys("F3").text("m2").keys("Enter m").text("1").keys("Enter s Right").hides(linked);
    desk.keys("w w").shows(&format!(" {linked}"));
    desk.keys("Down").shows("NOW").shows("M-0001 is linked with it and is still open.");
    // Once that is withdrawn as well, nothing is left to ask.
    desk.keys("F3")
        .text("m1")
        .keys("Enter Right w w")
        .shows("Withdrawn. The case is locked")
        .hides("still open");
    desk.keys("F3").text("m2").keys("Enter Right").hides("still open");
}

#[test]
fn a_withdrawal_names_a_case_of_the_same_number_and_no_other() {
    let same = "M-0001 has the same number and is still open. Ask: is that withdrawn too?";
    let mut desk = two_cases("Tobe Achebe");
    desk.keys("F3").text("m2").keys("Enter Right w w").shows(same);
    let mut desk = Desk::new();
    officer(&mut desk);
    parent(&mut desk, "Dawn Reed", "07700 900199", "Tobe Reed");
    desk.keys("F9 F9 F3").text("m2").keys("Enter Right w w").shows("Withdrawn. The case is locked");
    desk.hides("still open");
}

#[test]
fn both_names_by_their_sound_and_an_age_are_one_quiet_line() {
    let mut desk = Desk::new();
    parent(&mut desk, "Ngozi Achebe", "07700 900142", "Chidi Achebe");
    desk.text("8").keys("Enter F9 F9").wait(24 * 3_600_000);
    parent(&mut desk, "Emeka Achebi", "07700 900143", "Chidy Achebi");
    desk.hides("looks like").text("8 years").keys("Enter").shows(LINE);
    desk.keys("Esc x").shows("Why: first name same by sound, surname same by sound, the age agrees.");
    desk.keys("F2 F9 F9").wait(24 * 3_600_000);
    // A brother of the same age, and another family's child of the name, are not named.
    parent(&mut desk, "Emeka Achebe", "07700 900143", "Tobe Achebe");
    desk.text("8").keys("Enter").hides("looks like").keys("F9 F9");
    parent(&mut desk, "Ada Okafor", "07700 900149", "Chidi Okafor");
    desk.text("8").keys("Enter").hides("looks like");
}
