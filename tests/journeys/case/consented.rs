//! The window of another consent: who agreed, when and how are asked as strictly there as in a call.

use crate::journeys::desk::Desk;

const RECORDS: &str =
    "SELECT group_concat(act || ':' || giver || ':' || given || ':' || given_to || ':' || how || ':' || limits, ' / ')
     FROM consents";

/// A case whose consent was withdrawn, or one whose consent stands, on its page Consent.
fn on_consent(withdrawn: bool) -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Alt+C").text("Kelechi Achebe").keys("F9 F9");
    desk.keys("F3").text("M-0001").keys("Enter Right").shows("add another consent");
    if withdrawn {
        desk.keys("w w").shows("Withdrawn.");
    }
    desk
}

fn records(desk: &Desk) -> Vec<String> {
    desk.value(RECORDS)
        .split(" / ")
        .skip(1)
        .filter(|r| !r.starts_with("withdrawn"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn who_when_and_how_are_asked_as_in_a_call_and_what_was_typed_stays() {
    for withdrawn in [true, false] {
        for (who, when, how, said) in [
            ("nobody", "today", "spoken", "Who agreed is not read: m mother, f father"),
            ("the school", "today", "spoken", "Who agreed is not read: m mother, f father"),
            ("mother", "tomorrow", "spoken", "That is after today"),
            ("mother", "25/12/2026", "spoken", "That is after today"),
            ("mother", "some time", "spoken", "When is not read"),
            ("mother", "today", "yes", "How is not read"),
        ] {
            let mut desk = on_consent(withdrawn);
            desk.keys("a Ctrl+A").text(who).keys("Enter Ctrl+A").text(when).keys("Enter Ctrl+A").text(how);
            desk.keys("Enter").text("ring her first").keys("F9").shows(said);
            assert_eq!(records(&desk), Vec::<String>::new(), "{who} {when} {how}");
            let screen = desk.screen();
            for typed in [who, when, how, "ring her first"] {
                assert!(screen.contains(typed), "{typed:?} is lost:\n{screen}");
            }
            // Closed and opened again, it stands there still; put right, it is recorded.
            desk.keys("Esc a").shows(who).shows("ring her first").keys("Up Up Up Up Ctrl+A").text("f");
            let (letter, day, to) = if withdrawn {
                ("t", "Tue 24 Nov 2026", "2026-11-24")
            } else {
                ("y", "Mon 23 Nov 2026", "2026-11-23")
            };
            desk.keys("Enter Ctrl+A")
                .text(letter)
                .keys("Enter Ctrl+A")
                .text("w")
                .keys("F9")
                .shows("of father is recorded.");
            assert_eq!(records(&desk), [format!("given:father:{day}:{to}:in writing:ring her first")]);
        }
    }
}

#[test]
fn nothing_typed_opens_no_locked_case() {
    let mut desk = on_consent(true);
    desk.keys("a F9").shows("Who agreed is not read").keys("Enter Enter Enter Enter Enter");
    desk.shows("Who agreed is not read");
    assert_eq!(records(&desk), Vec::<String>::new());
    // Who is not enough: nothing else is filled in.
    desk.text("m").keys("F9").shows("When is not read").text("t").keys("F9").shows("How is not read");
    assert_eq!(records(&desk), Vec::<String>::new());
    desk.text("s").keys("F9").shows("Consent of mother is recorded.");
    assert_eq!(records(&desk), ["given:mother:Tue 24 Nov 2026:2026-11-24:spoken:"]);
}

#[test]
fn a_sentence_about_a_parent_opens_no_locked_case() {
    for (who, when) in [("mum to decide", "today"), ("mother", "this fri"), ("mother", "1/12")] {
        let mut desk = on_consent(true);
        desk.keys("a").text(who).keys("Enter").text(when).keys("Enter s F9");
        desk.hides("is recorded").shows(who).shows(when);
        assert_eq!(records(&desk), Vec::<String>::new());
    }
    for before in ["last month", "y", "fri"] {
        let mut desk = on_consent(true);
        desk.keys("a m Enter").text(before).keys("Enter s F9").shows("They withdrew after that.");
        assert_eq!(records(&desk), Vec::<String>::new());
    }
}

#[test]
fn a_limit_is_added_to_the_consent_that_stands_without_naming_anybody_again() {
    let mut desk = on_consent(false);
    desk.keys("a")
        .shows("parent or carer")
        .keys("Down Down Down")
        .text("ring her first")
        .keys("F9")
        .shows("is recorded.");
    assert_eq!(records(&desk), ["given:parent or carer:own call:2026-11-24:spoken:ring her first"]);
    // A letter takes the place of who stands there.
    desk.keys("a").text("m").shows("mother").keys("F9").shows("Consent of mother is recorded.");
}

#[test]
fn a_yes_when_it_is_checked_is_heard_from_somebody_who_can_agree() {
    let mut desk = on_consent(false);
    desk.keys("k y Enter Ctrl+A").text("the school").keys("Enter").text("by phone").keys("F9");
    desk.shows("Who said so is not read: m mother").shows("the school").shows("by phone");
    assert_eq!(records(&desk), Vec::<String>::new());
    desk.keys("Ctrl+A").text("m").keys("F9").shows("consent is confirmed");
    assert!(records(&desk)[0].starts_with("checked:mother:"), "{:?}", records(&desk));
    // Whoever stood there may stay; and a no is heard from anybody.
    desk.keys("k y F9").shows("consent is confirmed");
    desk.keys("k n Enter Ctrl+A").text("the school").keys("F9").shows("They never agreed.");
    assert!(records(&desk)[2].starts_with("denied:the school:"), "{:?}", records(&desk));
}
