//! A call about a case: the key says which case, and who is ringing is asked before anything is said of a consent.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

/// At the case of Dawn Achebe, who rang herself.
fn at_the_case() -> Desk {
    let mut desk = Desk::new();
    super::budgets::parent_call(&mut desk);
    desk.keys("F3").text("M-0001").keys("Enter").shows("[Summary]");
    desk
}

/// The consents, and what the history says of the second call.
fn written(desk: &mut Desk) -> [String; 2] {
    let acts = "SELECT group_concat(act, '; ') FROM (SELECT act FROM history WHERE call_id = (SELECT id FROM calls WHERE number = 2) ORDER BY at, id)";
    [desk.value("SELECT count(*) FROM consents"), desk.value(acts)]
}

#[test]
fn a_call_about_a_case_asks_who_is_ringing_and_records_no_consent() {
    let mut desk = at_the_case();
    desk.keys("c").shows("CALL C-0002").shows("Who        [");
    desk.hides("parent rang us themselves").shows("p fills in the parent of M-0001");
    assert_eq!(written(&mut desk), ["1", "Call started"]);
    assert_eq!(desk.value("SELECT COALESCE(kind, 'nobody') FROM calls WHERE number = 2"), "nobody");
    desk.keys("p Enter").shows("Dawn Achebe").shows("07700 900142").hides("rang us themselves");
    desk.shows("OK  the consent of M-0001.");
    assert_eq!(written(&mut desk), ["1", "Call started; A parent or carer is ringing"]);
    let caller = "SELECT group_concat(typed, '; ') FROM caller_details d JOIN callers r ON r.id = d.caller_id
                  WHERE r.call_id = (SELECT id FROM calls WHERE number = 2)";
    assert_eq!(desk.value(caller), "Dawn Achebe; 07700 900142");
    desk.keys("F4").text("wants a later date").keys("F9 F9").shows("Finished");
    assert_eq!(desk.value("SELECT outcome FROM calls WHERE number = 2"), "case");
}

#[test]
fn a_side_fills_in_its_own_and_makes_room_for_another() {
    let mut desk = at_the_case();
    desk.keys("c p Enter").shows("Dawn Achebe");
    desk.keys("Esc w Backspace l Enter")
        .shows("Northmere SEND team")
        .hides("Dawn Achebe")
        .hides("07700 900142");
    desk.keys("Esc w Backspace a Enter").hides("Dawn Achebe").shows("SENDIASS officer").hides("Name: ");
    // What somebody typed is nobody's to clear.
    let mut desk = at_the_case();
    desk.keys("c Alt+N")
        .text("Emeka Achebe")
        .keys("Esc w p Enter")
        .shows("Emeka Achebe")
        .hides("Dawn Achebe");
}

#[test]
fn a_call_about_a_case_of_which_nobody_said_who_rang_keeps_its_words_in_the_case() {
    let mut desk = at_the_case();
    desk.keys("c Alt+N")
        .text("Emeka")
        .keys("F4")
        .text("left in a hurry")
        .keys("F9")
        .shows("Finish this call");
    desk.hides("Who was ringing?").keys("F9").shows("Finished");
    assert_eq!(
        desk.value("SELECT outcome || ' ' || (case_id IS NOT NULL) FROM calls WHERE number = 2"),
        "case 1"
    );
    let notes = desk.value("SELECT body FROM notes WHERE call_id = (SELECT id FROM calls WHERE number = 2)");
    assert!(notes.contains("left in a hurry") && notes.contains("Name: Emeka"), "{notes}");
    assert_eq!(desk.value("SELECT count(*) FROM consents"), "1");
}

#[test]
fn a_consent_told_by_a_third_party_is_shown_as_the_case_has_it() {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0401").keys("Enter c").shows("fills in the parent of M-0401");
    desk.keys("p Enter").shows("OK  M-0401, to check with parent. Esc k").shows("Anita Mistry");
}

#[test]
fn a_withdrawal_is_one_step_from_the_call_and_the_call_knows_of_it() {
    let mut desk = at_the_case();
    desk.keys("c p Enter Esc k").shows("[Consent]").shows("w: they withdraw.");
    desk.keys("w w").shows("Withdrawn.").keys("F2").shows("NO  consent was withdrawn: nothing is kept");
    desk.shows("Scratch - NOT SAVED").hides("Kelechi").hides("Dawn Achebe").hides("at another desk");
    desk.keys("Esc k").shows("[Consent]").shows("a: they agree again");
    // A call about it from the start: nobody is named, nothing is filled in, nothing is recorded.
    let mut desk = at_the_case();
    desk.keys("Right w w").shows("Withdrawn.").keys("c").shows("CALL C-0002").shows("Who        [");
    desk.keys("p Enter").shows("NO  consent was withdrawn").hides("Dawn").hides("Kelechi");
    assert_eq!(desk.value("SELECT count(*) FROM consents"), "2");
}

#[test]
fn the_parent_of_somebody_who_decides_has_agreed_to_nothing_by_ringing_again() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter")
        .text("Grace Tull")
        .keys("Enter")
        .text("07700 900155")
        .keys("Enter Enter Enter Enter");
    desk.text("5.6.08")
        .keys("Enter")
        .shows("Does he or she agree")
        .keys("n F9 F9")
        .shows("Kept as enquiry E-0001");
    desk.keys("F3")
        .text("E-0001")
        .keys("Enter c")
        .shows("Grace Tull")
        .shows("CONSENT - ask before any names");
    assert_eq!(desk.value("SELECT count(*) FROM consents"), "0");
    assert_eq!(desk.value("SELECT count(*) FROM cases"), "0");
    desk.keys("n F9 F9").shows("E-0001");
    assert_eq!(desk.value("SELECT count(*) || ' ' || name FROM enquiries"), "1 Grace Tull");
}

#[test]
fn what_the_case_has_of_the_caller_is_not_asked_again() {
    let mut desk = at_the_case();
    let best_time = desk.value("SELECT best_time FROM parties WHERE kind = 'family'");
    assert!(!best_time.is_empty());
    desk.keys("c").shows("When is best to ring?").keys("p Enter").shows("Dawn Achebe");
    desk.shows(&format!("Best time  case: {best_time}")).hides("When is best to ring?");
    // What the case has not is asked, and Enter leads there.
    desk.shows("Interpreter or other needs?").keys("Enter Enter").shows("Needs      [");
    desk.keys("Esc t").shows("Best time  [").shows(&format!("case: {best_time}"));
    desk.keys("F9").hides("When is best to ring?").keys("F9").shows("Finished: M-0001");
    // Nothing of it is written with the call.
    assert_eq!(desk.value("SELECT count(*) FROM caller_details WHERE field = 'best time'"), "1");
    // What is typed is this call's.
    desk.keys("F3").text("m1").keys("Enter c p Enter Esc t").text("mornings").keys("Enter");
    desk.shows("Best time  mornings").hides("case:");
}

#[test]
fn another_parent_is_asked_all_of_their_own() {
    let mut desk = at_the_case();
    desk.keys("c p Enter Alt+N Ctrl+A").text("Emeka Achebe").keys("Enter");
    desk.hides("case:").hides("07700 900142").shows("A number to ring").shows("When is best to ring?");
    // Nor is anything said before the name is.
    let mut desk = at_the_case();
    desk.keys("c p Enter Alt+N Ctrl+A Backspace Enter").hides("case:").shows("When is best to ring?");
}

#[test]
fn of_the_parent_a_caller_in_their_work_is_asked_nothing_and_nothing_is_shown() {
    let mut desk = at_the_case();
    desk.keys("c l Enter").shows("Northmere SEND team").hides("Parent's name and phone");
    desk.shows("Parent     in the case already").shows("Parent tel in the case already");
    for (width, height) in [(80, 40), (120, 40), (60, 20)] {
        let screen = desk.draw(width, height).0;
        assert!(!screen.contains("Dawn") && !screen.contains("900142"), "{screen}");
    }
    desk.keys("F9").hides("Parent's name and phone").hides("900142");
    // Once the family has withdrawn it is not said that the case has anything.
    let mut desk = at_the_case();
    desk.keys("Right w w").shows("Withdrawn.").keys("c l Enter").hides("in the case").hides("case:");
    desk.keys("Esc w Ctrl+A p Enter").hides("in the case").hides("case:");
}

#[test]
fn the_summary_says_who_rang_and_what_was_said() {
    let mut desk = at_the_case();
    desk.keys("c l Enter").text("Kit Sharma").keys("Enter F4").text("wants a later date").wait(3000);
    desk.keys("F9 F9").shows("Finished").keys("F3").text("m1").keys("Enter").shows("[Summary]");
    desk.shows("LATEST").shows("LA officer Kit Sharma. wants a");
    let (narrow, _) = desk.draw(60, 40);
    assert!(narrow.contains("Sharma. wants a later date"), "{narrow}");
    // On the timeline, as ever, both whole.
    desk.keys("Right Right Right Right").shows("LA officer Kit Sharma").shows("wants a later date");
}

#[test]
fn another_officer_of_the_same_authority_stands_with_it() {
    let mut desk = at_the_case();
    let rings = |desk: &mut Desk, who: &str, number: &str| {
        desk.keys("F3").text("m1").keys("Enter c l Enter Alt+N Ctrl+A").text(who);
        desk.keys("Alt+P Ctrl+A")
            .text(number)
            .keys("Enter")
            .wait(1000)
            .keys("F9 F9")
            .shows("Finished: M-0001");
    };
    rings(&mut desk, "Kit Sharma", "01632 960771");
    rings(&mut desk, "Jo Blake", "01632 960772");
    rings(&mut desk, "Jo Blake", "01632 960773");
    desk.keys("F3").text("m1").keys("Enter Right Right").shows("[Willingness]");
    desk.shows("also rang: Jo Blake, 01632 960773; Kit Sharma, 01632 960771");
    // Whoever is made the contact is not named twice.
    desk.keys("e Down").text("Kit Sharma").keys("F9").shows("also rang: Jo Blake, 01632 960773");
    desk.hides("; Kit Sharma");
    // A parent is no colleague, and without consent nobody is named.
    desk.keys("Left w w").shows("Withdrawn.").keys("Right").hides("also rang");
}

#[test]
fn whose_who_was_put_right_rang_for_the_side_that_was_said_last() {
    let mut desk = at_the_case();
    desk.keys("c l Enter Alt+N Ctrl+A").text("Jo Blake").keys("Alt+P Ctrl+A").text("01632 960772");
    desk.keys("Enter Esc w Ctrl+A s Enter").wait(1000);
    assert_eq!(
        desk.value("SELECT group_concat(kind, '; ') FROM callers WHERE call_id = (SELECT id FROM calls WHERE number = 2)"),
        "la officer; school staff"
    );
    desk.keys("F9 F9").shows("Finished: M-0001").keys("F3").text("m1").keys("Enter Right Right");
    let page = desk.shows("[Willingness]").draw(80, 24).0;
    let (authority, school) = page.split_once(" School ").unwrap();
    assert!(
        !authority.contains("also rang") && school.contains("also rang: Jo Blake, 01632 960772"),
        "{page}"
    );
    desk.keys("Right Right").shows("finished: school Jo Blake ").hides("LA officer Jo Blake");
}
