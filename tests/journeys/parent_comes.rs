//! The parent comes to the phone in a call that somebody else began: what was told of them is theirs now.

use super::desk::Desk;

/// An officer has told of the consent, of the child, and of the mother and her number.
fn told_of_the_mother() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 a Enter").text("Paul Dray").keys("Enter").text("Ealing SENDIASS").keys("Enter");
    desk.text("01632 960 855").keys("Enter y m y Enter s").text("Nina Costa").keys("Enter");
    desk.text("10").keys("Enter Enter").text("Maria Costa").keys("Enter");
    desk.text("07700 900 922 not safe to ring").keys("Enter").text("ealing").keys("Enter i Enter");
    desk
}

#[test]
fn the_parents_name_and_number_that_an_officer_gave_are_her_own_when_she_comes() {
    let mut desk = told_of_the_mother();
    desk.keys("Esc w Ctrl+A").text("mum").keys("Enter").wait(3000);
    desk.shows("[Maria Costa").shows("07700 900 922 not safe").hides("A number to ring");
    let own = "SELECT group_concat(field || '=' || typed, ', ') FROM (SELECT field, typed FROM caller_details
        WHERE caller_id = (SELECT id FROM callers ORDER BY seq DESC LIMIT 1) ORDER BY field)";
    assert_eq!(desk.value(own), "name=Maria Costa, phone=07700 900 922 not safe to ring");
    let notes = "Name: Paul Dray\nFrom: Ealing SENDIASS\nPhone: 01632 960 855";
    assert_eq!(desk.value("SELECT body FROM notes"), notes, "what is hers is not repeated there");
    desk.keys("F9").shows("NOT SAFE TO RING").keys("F9").shows("Finished: M-0001");
    assert_eq!(desk.value("SELECT person FROM parties WHERE kind = 'family'"), "Maria Costa");
    assert_eq!(desk.value("SELECT ring FROM contacts WHERE value LIKE '07700 900 922%'"), "no");
    desk.keys("F3").text("922").shows("Maria Costa");
}

#[test]
fn what_stands_in_the_parents_own_fields_is_not_written_over_and_all_of_the_rest_is_in_notes() {
    let mut desk = told_of_the_mother();
    desk.keys("Esc w Ctrl+A y Enter").wait(3000);
    let notes = "Parent: Maria Costa\nParent tel: 07700 900 922 not safe to ring";
    assert!(desk.value("SELECT body FROM notes").ends_with(notes), "{}", desk.screen());
    let left = "SELECT count(*) FROM details WHERE field IN ('parent name', 'parent phone') AND typed <> ''";
    assert_eq!(desk.value(left), "0");
}

#[test]
fn the_parents_own_call_is_the_consent_and_what_an_officer_wanted_for_them_is_not_their_answer() {
    let mut desk = told_of_the_mother();
    desk.keys("Alt+K").text("not with mrs harris").keys("Enter Esc m y Enter").wait(3000);
    desk.keys("Esc w Ctrl+A p Enter").shows("OK  parent rang us themselves").wait(3000);
    desk.shows("Wants mediation?");
    assert!(desk.value("SELECT body FROM notes").ends_with("\nWants: Mediation: yes"));
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'wants'"), "");
    let consents =
        "SELECT group_concat(seq || ' ' || giver || ', ' || told_by || ', ' || limits, '; ') FROM consents";
    assert_eq!(
        desk.value(consents),
        "1 mother, Paul Dray, Ealing SENDIASS, ; 2 mother, Paul Dray, Ealing SENDIASS, not with mrs harris; \
         3 parent or carer, rang us themselves, not with mrs harris"
    );
    desk.keys("F9 F9").shows("Finished: M-0001").hides("check with the parent");
    assert_eq!(desk.value("SELECT count(*) FROM answers"), "0");
    assert_eq!(desk.value("SELECT count(*) FROM steps WHERE what = 'check with the parent'"), "0");
    desk.keys("F3").text("m1").keys("Enter").hides("to check").keys("Right").shows("rang us themselves");
}

#[test]
fn a_call_that_is_taken_up_again_still_says_that_the_parent_rang() {
    let mut desk = told_of_the_mother();
    desk.keys("Esc w Ctrl+A p Enter").wait(3000);
    let mut desk = desk.restart();
    desk.keys("Enter").shows("OK  parent rang us themselves");
}

#[test]
fn whoever_may_not_decide_at_that_age_gives_no_consent_by_coming() {
    for (born, who) in [("10", "y"), ("3 mar 2006", "p")] {
        let mut desk = told_of_the_mother();
        desk.keys("Esc r Ctrl+A").text(born).keys("Enter Esc w Ctrl+A").text(who).keys("Enter").wait(3000);
        desk.shows("OK  mother, told to us").hides("themselves");
        assert_eq!(desk.value("SELECT count(*) FROM consents"), "1", "{born} {who}");
    }
}

#[test]
fn a_parent_who_was_a_school_all_along_loses_nothing() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Maria Costa").keys("Enter").text("07700 900 922 not safe").keys("Enter");
    desk.keys("Esc h Down").text("aunt").keys("Enter").text("m@larkfield.example").keys("Enter");
    desk.text("4 Fir Way").keys("Enter Esc w Ctrl+A s Enter").wait(3000);
    desk.nowhere_in_the_files(&["maria", "900 922", "aunt", "larkfield", "fir way"]);
    desk.keys("Esc k y m t Enter s").shows("Consent recorded").wait(3000);
    let notes = "Name: Maria Costa\nPhone: 07700 900 922 not safe\nRelation: aunt\nEmail: m@larkfield.example\n\
                 Address: 4 Fir Way";
    assert_eq!(desk.value("SELECT body FROM notes"), notes);
    assert_eq!(desk.value("SELECT count(*) FROM caller_details"), "0");
    // Her number is offered to its field with what was said of it.
    desk.text("Nina").keys("Enter Enter Enter Enter").keys("Esc u Enter").wait(3000);
    assert_eq!(
        desk.value("SELECT typed FROM details WHERE field = 'parent phone'"),
        "07700 900 922, not safe to ring"
    );
    // She was the parent after all.
    desk.keys("Esc w Ctrl+A p Enter").wait(3000);
    let own = "SELECT group_concat(field || '=' || typed, ', ') FROM (SELECT field, typed FROM caller_details
        WHERE caller_id = (SELECT id FROM callers ORDER BY seq DESC LIMIT 1) ORDER BY field)";
    assert_eq!(
        desk.value(own),
        "address=4 Fir Way, email=m@larkfield.example, name=Maria Costa, phone=07700 900 922, not safe to ring, \
         relation=aunt"
    );
}
