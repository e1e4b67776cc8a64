//! What is said when a call is finished: the next step of its case, and "nothing more" only where that is true.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

#[test]
fn the_next_step_of_a_new_case_is_named_with_its_day() {
    let mut desk = Desk::new();
    super::budgets::parent_call(&mut desk);
    desk.shows("Finished: M-0001. Next: ring the LA, Wed 25 Nov.").hides("Nothing more to do");
    // A school that rings with consent: the parent is checked with first.
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Enter Enter y m t Enter s F9 F9");
    desk.shows("Finished: M-0001. Next: check with the parent, today.");
}

#[test]
fn after_a_call_about_a_case_what_is_due_in_it_is_named() {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0412").keys("Enter c p Enter F4").text("rang to ask").keys("F9 F9");
    desk.shows("Finished: M-0412. Next: ring LA, ").hides("Nothing more to do");
    // What was promised on the line comes first where its day does.
    let mut desk = Desk::new();
    super::budgets::parent_call(&mut desk);
    desk.keys("F3").text("M-0001").keys("Enter c p Enter F9 p").text("+0").keys("Enter F9");
    desk.shows("Finished: M-0001. Next: ring them, today.");
}

#[test]
fn nothing_more_is_said_of_a_case_in_which_nothing_is_due() {
    let mut desk = Desk::practice(Place::Today);
    let quiet = "SELECT number FROM cases c WHERE state = 'closed' AND NOT EXISTS (SELECT 1 FROM attention WHERE case_id = c.id)
                 AND EXISTS (SELECT 1 FROM consent_in_force WHERE case_id = c.id) ORDER BY number LIMIT 1";
    let number = format!("M-{:04}", desk.value(quiet).parse::<i64>().unwrap());
    desk.keys("F3").text(&number).keys("Enter c p Enter F9 F9");
    desk.shows(&format!("Finished: {number}. Nothing more to do here."));
}

#[test]
fn a_familys_call_with_nothing_in_it_is_a_count_line_and_no_case() {
    for (who, kind) in [("p", "parent"), ("y", "young person")] {
        let mut desk = Desk::new();
        desk.keys(&format!("F2 {who} Enter F8 F9")).shows("WE WILL KEEP only a count line").hides("M-0001");
        assert!(desk.draw(60, 20).0.contains("there is nobody to ring"), "{}", desk.draw(60, 20).0);
        desk.keys("F9").shows("Finished. Only a count line is kept.");
        // The file has one word for it; who rang off is not written down as one who refused.
        assert_eq!(desk.value("SELECT outcome || ', ' || kind FROM calls"), format!("would not say, {kind}"));
        let acts = desk.value("SELECT group_concat(act, '; ') FROM history");
        assert!(acts.contains("Call finished: nothing was said, no details kept"), "{acts}");
        desk.at(Place::Today).shows("nothing was said").hides("would not say");
        for gone in ["cases", "consents", "attention", "caller_details"] {
            assert_eq!(desk.value(&format!("SELECT count(*) FROM {gone}")), "0", "{gone}");
        }
        // Nor was a number of a case used up.
        assert_eq!(desk.value("SELECT last FROM counters WHERE kind = 'M'"), "0");
    }
}

#[test]
fn whoever_rings_and_does_not_say_who_they_are_would_not_say() {
    let mut desk = Desk::new();
    desk.keys("F2 F4").text("hello?").keys("F9 F9 F9").shows("Finished. Only a count line is kept.");
    let acts = desk.value("SELECT group_concat(act, '; ') FROM history");
    assert!(acts.contains("Call finished: would not say, no details kept"), "{acts}");
    desk.at(Place::Today).shows("would not say").hides("nothing was said");
}

#[test]
fn a_key_that_types_nothing_makes_no_case() {
    for key in ["Ctrl+A", "Left", "Right", "Home", "End", "Backspace", "Delete", "Ctrl+Z", "Ctrl+C", "Ctrl+X"]
    {
        let mut desk = Desk::new();
        desk.keys(&format!("F2 p Enter {key} F9")).shows("there is nobody to ring").keys("F9");
        assert_eq!(desk.value("SELECT outcome FROM calls"), "would not say", "{key}");
        assert_eq!(desk.value("SELECT count(*) FROM cases"), "0", "{key}");
    }
}

#[test]
fn whatever_a_family_said_makes_a_case() {
    for (field, typed) in
        [("n", "Dawn"), ("p", "07700 900142"), ("e", "BSL"), ("a", "a"), ("m", "y"), ("c", "Kelechi")]
    {
        let mut desk = Desk::new();
        desk.keys(&format!("F2 p Enter Esc {field}")).text(typed).keys("F9 F9").shows("M-0001");
        assert_eq!(desk.value("SELECT outcome FROM calls"), "case", "{typed}");
    }
    let mut desk = Desk::new();
    desk.keys("F2 p Enter F4").text("she rang off").keys("F9 F9").shows("M-0001");
    // What was typed and taken out may have been read out with its number.
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("D").keys("Backspace F9 F9").shows("M-0001");
    // Back from Finish, a name makes it a case after all.
    let mut desk = Desk::new();
    desk.keys("F2 p Enter F9 Esc").text("Dawn Achebe").keys("F9 F9").shows("M-0001");
    assert_eq!(desk.value("SELECT name FROM parties WHERE side = 'family'"), "Dawn Achebe");
}
