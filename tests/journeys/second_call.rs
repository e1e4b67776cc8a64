//! A family that is known rings again: the mother, the father, with a new number, and whoever referred them.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

/// Siobhan O'Malley has a case; her number is not safe to ring.
fn known() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter")
        .text("Siobhan O'Malley")
        .keys("Enter")
        .text("01632 960 512 not safe")
        .keys("Enter");
    desk.keys("Alt+C").text("Niamh O'Malley").keys("Enter F9 F9").shows("Finished: M-0001");
    desk
}

#[test]
fn the_father_is_not_given_the_mothers_number() {
    let mut desk = known();
    desk.keys("F2 p Enter").text("Patrick OMalley").keys("Enter F3").text("m1").keys("Enter");
    desk.shows("about M-0001 now").hides("960 512").shows("Patrick OMalley");
    desk.keys("F9").hides("01632");
    // Nor where his name comes after Who, or after hers stood there.
    for keys in ["c Alt+N", "c p Enter Alt+N Ctrl+A"] {
        let mut desk = known();
        desk.keys("F3").text("m1").keys("Enter").keys(keys).text("Patrick OMalley").keys("Enter");
        if keys == "c Alt+N" {
            desk.keys("Alt+W").text("p").keys("Enter");
        }
        desk.shows("Patrick OMalley").hides("960 512").keys("F9").hides("01632");
    }
    // Her own name, as it was heard, brings her number.
    let mut desk = known();
    desk.keys("F2 p Enter").text("Siobhan OMaley").keys("Enter F3").text("m1").keys("Enter").shows("960 512");
}

#[test]
fn a_number_nobody_had_does_not_hide_who_the_name_says() {
    let mut desk = known();
    desk.keys("F2 p Enter")
        .text("Siobhan O'Malley")
        .keys("Enter")
        .shows("M-0001 Siobhan O'Malley rang before?");
    desk.text("07700 900777").keys("Enter").keys("Esc x").shows("[Summary]").shows("M-0001");
    // Another name takes the offer away.
    let mut desk = known();
    desk.keys("F2 p Enter")
        .text("Siobhan O'Malley")
        .keys("Enter Alt+N Ctrl+A")
        .text("Rufus Quill")
        .keys("Enter");
    desk.keys("Esc x").shows("Nobody like this caller is known");
}

#[test]
fn a_new_number_of_the_mother_stays_with_the_case() {
    let mut desk = known();
    desk.keys("F2 p Enter")
        .text("siobhan o'malley")
        .keys("Enter")
        .text("07700 900777 new phone")
        .keys("Enter");
    desk.keys("F3").text("m1").keys("Enter").wait(1000).keys("F9 F9").shows("Finished: M-0001");
    for number in ["900777", "960512"] {
        desk.keys("F3").text(number).shows("M-0001").keys("Esc");
    }
    // Beside the one there was, which stays what it was said to be.
    desk.keys("F3")
        .text("m1")
        .keys("Enter")
        .shows("NOT SAFE TO RING 01632 960 512")
        .shows("also 07700 900777 new phone");
    desk.keys("Right Right Right Right").shows("Call finished: parent siobhan o'malley, 07700 900777 new");
    assert_eq!(desk.value("SELECT count(*) FROM parties WHERE kind = 'family'"), "1");
    // Once more the same number is nothing new, nor is the finish that was taken back.
    desk.keys("F5 Ctrl+Z").wait(500);
    desk.keys("F3")
        .text("m1")
        .keys("Enter c p Enter Alt+P Ctrl+A")
        .text("07700900777")
        .keys("Enter F9")
        .wait(500)
        .keys("F9");
    assert_eq!(desk.value("SELECT count(*) FROM contacts WHERE value LIKE '07700%'"), "1");
}

#[test]
fn the_father_stays_with_the_case_as_a_contact_of_his_own() {
    let mut desk = known();
    desk.keys("F2 p Enter").text("Patrick OMalley").keys("Enter").text("07700 900778 not safe").keys("Enter");
    desk.keys("F3").text("m1").keys("Enter").wait(1000).keys("F9 F9").shows("Finished: M-0001");
    desk.keys("F3")
        .text("900778")
        .shows("Patrick OMalley")
        .shows("NOT SAFE")
        .keys("Esc F3")
        .text("patrick")
        .shows("M-0001");
    assert_eq!(
        desk.value("SELECT group_concat(person || ' ' || needed || ' ' || phone, '; ') FROM parties WHERE kind = 'family'"),
        "Siobhan O'Malley needed 01632 960 512 not safe; Patrick OMalley invited 07700 900778 not safe"
    );
    desk.keys("Esc F3").text("m1").keys("Enter Right Right Right Right").shows("parent Patrick OMalley");
    // He rings again: his own number stands there, and nothing is doubled.
    desk.keys("F2 p Enter")
        .text("Patrick O'Malley")
        .keys("Enter F3")
        .text("m1")
        .keys("Enter")
        .shows("900778");
    desk.hides("960 512").keys("F9").wait(500).keys("F9");
    assert_eq!(desk.value("SELECT count(*) FROM parties WHERE kind = 'family'"), "2");
}

#[test]
fn without_consent_in_force_nothing_of_who_rang_is_kept_with_the_case() {
    let mut desk = known();
    desk.keys("F3")
        .text("m1")
        .keys("Enter c p Enter Alt+P Ctrl+A")
        .text("07700 900777")
        .keys("Enter")
        .wait(3000);
    desk.keys("Esc k w w").shows("Withdrawn.").keys("F2 F9 F9");
    assert_eq!(desk.value("SELECT count(*) FROM contacts WHERE value LIKE '07700%'"), "0");
    desk.nowhere_in_the_files(&["07700 900777"]);
}

#[test]
fn a_parked_caller_without_consent_limits_nobody_elses_search() {
    let mut desk = known();
    desk.keys("F2 l Enter F5 F3")
        .text("m1")
        .hides("Niamh")
        .shows("Cases are not looked through")
        .keys("Esc F2 F2 2");
    desk.keys("p Enter")
        .text("Bob Bobson")
        .keys("Enter F3")
        .text("niamh")
        .shows("Niamh")
        .keys("Esc F9 F9 F5 F3");
    desk.text("m1").shows("Niamh").keys("Enter").shows("[Summary]");
    // Taken up again the officer is on the line.
    desk.keys("F5").choose("C-0002").keys("Enter F5 F3").text("m1").hides("Niamh");
}

#[test]
fn whoever_is_parked_is_found_by_name_number_and_reference() {
    let mut desk = known();
    desk.keys("F2 p Enter").text("Leigh-Ann Macdonald").keys("Enter").text("07700 900555").keys("Enter F2 2");
    // While somebody else is on the line, and once they are not.
    desk.keys("p Enter")
        .text("Bob Bobson")
        .keys("Enter F3")
        .text("macdonald")
        .shows("Leigh-Ann")
        .keys("Esc F9 F9");
    for typed in ["macdonald", "900555", "c2"] {
        desk.keys("F5 F3")
            .text(typed)
            .shows("Leigh-Ann")
            .keys("Enter")
            .shows("CALL C-0002")
            .shows("Leigh-Ann");
        // In hand she is not one who was cut off.
        desk.keys("F5 F3").text(typed).hides("CALLS NOT FINISHED").keys("Esc F2 F2 2 p Enter F9 F9");
    }
}

#[test]
fn a_call_in_which_nothing_was_typed_leaves_nothing() {
    let mut desk = known();
    desk.keys("F2 F9")
        .shows("NOTHING WAS TYPED")
        .keys("F9")
        .shows("in no list")
        .hides("C-0002")
        .hides("would not say");
    desk.at(Place::Today).hides("C-0002").hides("not finished");
    // A name that nobody was found by is not typed in the call.
    let mut desk = known();
    desk.keys("F3").text("zzgrub").keys("F2 F9").shows("NOTHING WAS TYPED").keys("F9");
    assert_eq!(desk.value("SELECT count(*) FROM calls WHERE outcome IS NULL"), "1");
    // Nor is it there again when the program was left, or its window closed.
    let mut desk = known();
    desk.keys("F2 Ctrl+Q Ctrl+Q");
    assert!(desk.has_left(), "{}", desk.screen());
    desk.restart().hides("C-0002").shows("MY DESK").hides("NOT FINISHED");
    let mut desk = known();
    desk.keys("F2").stop();
    desk.restart().hides("C-0002").shows("MY DESK").hides("NOT FINISHED");
    // Scratch that was not saved is told of all the same.
    let mut desk = known();
    desk.keys("F2 F4").text("hello").stop();
    desk.restart().shows("C-0002");
}

/// An officer referred Dev, with his mother's consent.
fn referred() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 l Enter")
        .text("S Okafor")
        .keys("Enter Enter Enter y m t Enter s")
        .shows("Consent recorded");
    desk.keys("Alt+C")
        .text("Dev Mistry")
        .keys("Enter F9")
        .wait(500)
        .keys("F9")
        .shows("check with the parent");
    desk
}

#[test]
fn her_own_call_answers_what_we_were_to_check_with_her() {
    let mut desk = referred();
    desk.keys("F3")
        .text("m1")
        .keys("Enter c p Enter")
        .text("Grace Okonkwo")
        .shows("Is that all right?")
        .keys("F9");
    desk.shows("TO CHECK")
        .shows("Is that all right?")
        .keys("k")
        .shows("consent is confirmed")
        .hides("TO CHECK");
    desk.wait(500).keys("F9").shows("Finished: M-0001").hides("parent, today");
    let acts = "SELECT group_concat(act) FROM consents";
    assert_eq!(desk.value(acts), "given,checked");
    assert_eq!(
        desk.value("SELECT count(*) FROM steps WHERE what = 'check with the parent' AND state = 'open'"),
        "0"
    );
    // Found in a call of her own it is the same; without the key it stays to be asked, and an officer has no key.
    let mut desk = referred();
    desk.keys("F2 p Enter")
        .text("grace okonkwo")
        .keys("Enter F3")
        .text("m1")
        .keys("Enter F9 k")
        .wait(500)
        .keys("F9");
    assert_eq!(desk.value(acts), "given,checked");
    for who in ["p", "l"] {
        let mut desk = referred();
        desk.keys(&format!("F3 m 1 Enter c {who} Enter F9"));
        if who == "l" {
            desk.hides("TO CHECK").keys("k");
        }
        desk.wait(500).keys("F9").shows("Finished: M-0001");
        assert_eq!(desk.value(acts), "given", "{who}");
    }
}

#[test]
fn whoever_agrees_again_after_a_withdrawal_is_not_checked_with() {
    let mut desk = known();
    desk.keys("F3")
        .text("m1")
        .keys("Enter Right w w")
        .shows("Withdrawn.")
        .keys("a m Enter t Enter s F9")
        .wait(500);
    assert_eq!(
        desk.value("SELECT group_concat(act) FROM consents"),
        "given,withdrawn,given",
        "{}",
        desk.screen()
    );
    desk.hides("To check with the parent");
}

#[test]
fn an_officer_who_quotes_the_number_of_our_case_is_put_on_it() {
    let mut desk = known();
    desk.keys("F2 l Enter")
        .text("S Okafor")
        .keys("Enter F4")
        .text("rings back about the draft")
        .keys("F4 F3");
    // The number as it is quoted, and nothing of the family; not by a name, nor by figures alone.
    desk.text("niamh")
        .shows("0 found")
        .keys("Esc F3")
        .text("0001")
        .shows("0 found")
        .keys("Esc F3")
        .text("M-0001");
    desk.shows("M-0001").hides("Niamh").hides("Siobhan");
    let wide = desk.draw(140, 40).0;
    assert!(!wide.contains("Niamh") && !wide.contains("Siobhan"), "{wide}");
    desk.keys("Enter")
        .shows("about M-0001 now")
        .shows("S Okafor")
        .shows("/ rings back about the draft")
        .wait(3000);
    // What was typed before the number is scratch; what is typed now is of the case.
    desk.keys("F4")
        .text("the draft comes on Friday")
        .keys("F9")
        .wait(500)
        .keys("F9")
        .shows("Finished: M-0001");
    assert_eq!(desk.value("SELECT body FROM notes"), "the draft comes on Friday");
    assert_eq!(desk.value("SELECT count(*) FROM consents"), "1");
    desk.keys("F3").text("m1").keys("Enter Right Right Right Right").shows("LA officer S Okafor");
    // From another page the case is not opened while the officer waits; one who said no is not put on it.
    let mut desk = known();
    desk.keys("F2 l Enter F5 F3")
        .text("M-0001")
        .shows("0 found")
        .keys("Esc F2 Alt+K n F3")
        .text("M-0001")
        .keys("Enter");
    desk.shows("0 found").hides("Niamh");
    // Nor a relative, nor anyone once the family has withdrawn.
    let mut desk = known();
    desk.keys("F2 o Enter F3").text("M-0001").keys("Enter").shows("0 found").hides("Niamh");
    let mut desk = known();
    desk.keys("F3")
        .text("m1")
        .keys("Enter Right w w")
        .shows("Withdrawn.")
        .keys("F5 F2 l Enter F3")
        .text("M-0001");
    desk.shows("0 found");
}

#[test]
fn a_second_parent_who_does_not_agree_is_told_of_in_the_call() {
    let mut desk = known();
    desk.keys("F2 p Enter").text("Patrick OMalley").keys("Enter").text("07700 900778").keys("Enter F3");
    desk.text("m1").keys("Enter").shows("OK  M-0001. They do not agree? Esc k, j");
    desk.keys("F9").shows("Another parent who does not agree: Esc, then Esc k, and j.").keys("Esc Esc k");
    desk.shows("[Consent]")
        .shows("j: this parent does not agree. w: whoever agreed withdraws. F2: the call.");
    desk.keys("j o Enter").text("Patrick OMalley").keys("Enter").text("does not agree").keys("Enter F2");
    desk.shows("CALL C-0002").keys("F9 F9").shows("Finished: M-0001");
    assert_eq!(desk.value("SELECT count(*) FROM objections WHERE words = 'does not agree'"), "1");
    assert_eq!(desk.value("SELECT group_concat(act) FROM consents"), "given");
    // The next call about it says that an objection stands, and has a place for more words.
    desk.keys("F2 p Enter").text("Patrick OMalley").keys("Enter").text("07700 900778").keys("Enter F3");
    desk.text("m1").keys("Enter").shows("OK  M-0001, but an objection stands. Esc k");
    desk.keys("F9").shows("OBJECTION   One stands.").keys("Esc Esc k");
    desk.shows("j: words about the objection that stands, or settle it. F2: the call.");
    desk.keys("j").text("still does not agree").keys("F9").shows("Kept as a note");
    assert_eq!(desk.value("SELECT state FROM objections"), "open");
    // Whoever agreed is offered nothing of it, nor is anybody in their work.
    for who in ["p Enter", "l Enter Alt+N o Enter"] {
        let mut desk = known();
        desk.keys("F3")
            .text("m1")
            .keys("Enter c")
            .keys(who)
            .shows("the consent of M-0001")
            .hides("not agree");
        desk.keys("F9").hides("not agree").keys("Esc Esc k").shows("w: they withdraw.");
    }
}
