//! A call about a case whose consent is withdrawn: neither the page of a call that was cut off nor any list has the
//! family's name, number or words any more. A caller who rings in their work is named, as everywhere.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

/// Zuleikha Marsh, or somebody else, rings about M-0001; notes are taken; then another desk withdraws the consent.
fn withdrawn_meanwhile(who: &str) -> Desk {
    withdrawn_after(who, "zebra words")
}

fn withdrawn_after(who: &str, notes: &str) -> Desk {
    let mut desk = Desk::new();
    super::budgets::parent_call(&mut desk);
    desk.keys("F3").text("M-0001").keys("Enter c").text(who).keys("Enter Ctrl+A").text("Zuleikha Marsh");
    desk.keys("Alt+P Ctrl+A").text("07700 900177").keys("Enter F4").text(notes).wait(1000);
    assert!(desk.value("SELECT COALESCE(group_concat(body), '') FROM notes").contains(notes));
    let mut tom = desk.another("Tom Reed");
    tom.keys("F3").text("M-0001").keys("Enter Right w w").shows("Withdrawn.");
    desk
}

fn names_nobody(desk: &mut Desk) {
    for (width, height) in [(80, 24), (120, 40), (60, 20)] {
        let screen = desk.draw(width, height).0;
        for word in ["Zuleikha", "900177", "zebra"] {
            assert!(!screen.contains(word), "{word}:\n{screen}");
        }
    }
}

#[test]
fn a_call_cut_off_about_a_withdrawn_case_comes_back_without_the_familys_words() {
    let mut desk = withdrawn_meanwhile("p").restart();
    desk.shows("Call C-0002").shows("caller: Parent or carer").shows("consent withdrawn");
    names_nobody(&mut desk);
    desk.keys("F9").shows("CALL C-0002").shows("consent was withdrawn");
    names_nobody(&mut desk);
}

#[test]
fn a_call_not_finished_about_a_withdrawn_case_is_listed_by_its_reference_only() {
    for left_first in [false, true] {
        let mut desk = if left_first {
            let mut desk = Desk::new();
            super::budgets::parent_call(&mut desk);
            desk.keys("F3")
                .text("M-0001")
                .keys("Enter c p Enter Ctrl+A")
                .text("Zuleikha Marsh")
                .keys("Alt+P Ctrl+A");
            desk.text("07700 900177")
                .keys("F4")
                .text("zebra words")
                .keys("F9 b")
                .shows("Not finished: it waits");
            let mut tom = desk.another("Tom Reed");
            tom.keys("F3").text("M-0001").keys("Enter Right w w").shows("Withdrawn.");
            desk
        } else {
            let mut desk = withdrawn_meanwhile("p").restart();
            desk.keys("l");
            desk
        };
        for place in [Place::Desk, Place::Today] {
            desk.at(place).look().wait(3000).shows("C-0002").shows("onsent withdrawn");
            names_nobody(&mut desk);
            desk.choose("C-0002").wait(1000).look();
            names_nobody(&mut desk);
        }
        let context = desk.context();
        let rows = desk.worker.store().queue_at(context.local, context.now, "").unwrap().rows;
        let row = rows.iter().find(|row| row.reference.is_some_and(|r| r.to_string() == "C-0002")).unwrap();
        assert_eq!(&*row.name, "(caller)");
        assert!(!row.reason.contains("900177"), "{}", &*row.reason);
    }
}

#[test]
fn whoever_rings_in_their_work_about_a_withdrawn_case_is_still_named() {
    let mut desk = withdrawn_meanwhile("s").restart();
    desk.shows("Zuleikha Marsh").shows("07700 900177").hides("zebra").keys("l");
    desk.at(Place::Today).shows("Zuleikha M");
}

#[test]
fn finish_says_what_stays_of_a_call_whose_consent_was_withdrawn_meanwhile() {
    let stays = "Earlier NOTES stay with the case";
    let mut desk = withdrawn_meanwhile("p");
    desk.look()
        .shows("NO  consent was withdrawn")
        .keys("F9")
        .shows("Finish - consent withdrawn")
        .shows(stays);
    desk.hides("YOUR SCRATCH").hides("Esc k and y").shows("a on its Consent page");
    desk.keys("F9").shows("Finished: a count line. The earlier notes stay with the case, locked.");
    assert!(desk.value("SELECT group_concat(body) FROM notes").contains("zebra words"));
    // What is typed from then on is scratch; whoever rings in their work has a question.
    let mut desk = withdrawn_meanwhile("s");
    desk.look()
        .keys("Enter")
        .text("quagga words")
        .keys("F9")
        .shows(stays)
        .shows("YOUR SCRATCH (1 line) was never");
    desk.shows("Esc, then Esc k and y");
    // The same when the call was cut off and is taken up again.
    let mut desk = withdrawn_meanwhile("p").restart();
    desk.keys("F9 F9").shows(stays).hides("YOUR SCRATCH");
    // The consent that is removed takes them along.
    desk.keys("F9 F3").text("M-0001").keys("Enter Right r").text("1").keys("Enter").shows("details removed");
    desk.nowhere_in_the_files(&["zebra"]);
}

#[test]
fn finish_of_a_parent_about_a_withdrawn_case_names_no_question() {
    let mut desk = Desk::new();
    super::budgets::parent_call(&mut desk);
    desk.keys("F3")
        .text("M-0001")
        .keys("Enter Right w w")
        .shows("Withdrawn.")
        .keys("c p Enter F4")
        .text("zebra");
    desk.keys("F9")
        .shows("YOUR SCRATCH (1 line) was never saved")
        .hides("Earlier NOTES")
        .hides("Esc k and y");
    // The family itself is ringing: nobody else decides, and nobody else is told to ring.
    desk.hides("parents will ring us").hides("The parents").keys("p").shows("> x  nothing more");
    desk.shows("You can ring us").keys("F9").shows("Finished. Only a count line is kept.");
}

#[test]
fn finish_tells_of_scratch_only_where_there_is_some() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter F9")
        .shows("WHAT HAPPENS NEXT")
        .hides("SCRATCH")
        .keys("F9")
        .hides("Scratch is gone");
    desk.school_rings()
        .text("zebra")
        .keys("F9")
        .shows("YOUR SCRATCH (1 line)")
        .keys("F9")
        .shows("Scratch is gone");
    // A parent who turns out to be the grandmother: what she had said as a parent goes, line or no line.
    desk.keys("F2 p Enter").text("Grace Tull").keys("Enter Enter Enter Enter").text("Sam Tull").keys("Enter");
    desk.keys("Esc w Backspace o Enter F9").shows("YOUR SCRATCH (2 fields) has left the file");
}

/// The consent is given again at Tom's desk, and this one hears of it.
fn given_again(desk: &mut Desk) {
    let mut tom = desk.another("Tom Reed");
    tom.keys("F3").text("M-0001").keys("Enter Right a").text("m").keys("Enter t Enter s Enter Enter Enter");
    tom.shows("is recorded");
    desk.look().wait(3000).look().wait(3000);
}

#[test]
fn a_locked_call_taken_up_again_keeps_its_earlier_notes_when_the_consent_is_given_again() {
    for scratch in ["", "giraffe words"] {
        let mut desk = withdrawn_meanwhile("p").restart();
        desk.keys("F9 F4").text(scratch).wait(3000);
        names_nobody(&mut desk);
        desk.nowhere_in_the_files(&["giraffe"]);
        given_again(&mut desk);
        desk.shows("zebra words").shows("Zuleikha Marsh").shows("07700 900177").shows(scratch);
        desk.text(" and okapi").wait(3000);
        let notes = desk.value("SELECT body FROM notes WHERE body LIKE '%okapi%'");
        let gap = if scratch.is_empty() { "" } else { "\n" };
        assert_eq!(notes, format!("zebra words{gap}{scratch} and okapi"));
        desk.keys("F9 F9").shows("Finished").keys("F3").text("M-0001").keys("Enter").wait(1000);
        desk.keys("F3").text("zebra").wait(1000).shows("M-0001");
    }
}

#[test]
fn a_name_typed_while_the_call_was_locked_leaves_the_earlier_one_in_the_history() {
    for notes in ["zebra words", ""] {
        let mut desk = withdrawn_after("p", notes).restart();
        desk.keys("F9 Alt+N").text("Zoe Marsh").keys("Enter").wait(3000);
        desk.nowhere_in_the_files(&["zoe"]);
        given_again(&mut desk);
        desk.shows("Name       Zoe Marsh").shows("07700 900177");
        let own =
            "SELECT group_concat(typed, ', ') FROM caller_details d JOIN callers r ON r.id = d.caller_id
                   WHERE r.call_id = (SELECT max(id) FROM calls) AND d.field = 'name'";
        assert_eq!(desk.value(own), "Zoe Marsh");
        let was = "SELECT group_concat(words, '; ') FROM history_words WHERE words LIKE 'was: Z%'";
        assert_eq!(desk.value(was), "was: Zuleikha Marsh");
    }
}

#[test]
fn what_was_typed_while_the_call_was_locked_is_counted_before_it_goes() {
    let ends = ["Only a count line is kept.", "The earlier notes stay, locked. Scratch is gone."];
    for (notes, end) in ["", "zebra words"].into_iter().zip(ends) {
        let mut desk = withdrawn_after("p", notes).restart();
        desk.keys("F9 Alt+N").text("Zoe Marsh").keys("F9").shows("YOUR SCRATCH (1 field) was never saved");
        desk.keys("F9").shows(end);
        desk.nowhere_in_the_files(&["zoe"]);
    }
}

#[test]
fn with_another_call_parked_what_stays_is_said_behind_the_way_to_it() {
    let mut desk = withdrawn_after("p", "zebra words").restart();
    desk.keys("F9 F2 2 s Enter")
        .text("Martin Oyelaran")
        .keys("Enter F2 Alt+N")
        .text("Zoe Marsh")
        .keys("F9 F9");
    desk.shows("Finished: a count line. Parked: F2 F2. The earlier notes stay, locked.");
}

#[test]
fn a_key_that_types_nothing_in_a_locked_field_takes_nothing_from_the_file() {
    for keys in ["Backspace", "x Backspace", "Ctrl+A", "Delete"] {
        let mut desk = withdrawn_meanwhile("p").restart();
        desk.keys("F9 Alt+N").keys(keys).wait(3000);
        given_again(&mut desk);
        desk.shows("Zuleikha Marsh").keys("Enter").wait(3000).shows("Zuleikha Marsh");
        let name = "SELECT typed FROM caller_details d JOIN callers r ON r.id = d.caller_id
                    WHERE r.call_id = (SELECT max(id) FROM calls) AND d.field = 'name'";
        assert_eq!(desk.value(name), "Zuleikha Marsh", "{keys}");
    }
}

#[test]
fn what_was_answered_no_here_stays_scratch_when_another_desk_records_a_consent() {
    let mut desk = Desk::new();
    super::budgets::parent_call(&mut desk);
    desk.keys("F3").text("M-0001").keys("Enter Right w w").shows("Withdrawn.");
    desk.keys("F3")
        .text("M-0001")
        .keys("Enter c s Enter")
        .text("Martin Oyelaran")
        .keys("Enter Enter Enter n");
    desk.keys("F4").text("kittiwake").shows("NOT SAVED");
    let mut tom = desk.another("Tom Reed");
    tom.keys("F3")
        .text("M-0001")
        .keys("Enter Right a")
        .text("mother")
        .keys("Enter")
        .text("today")
        .keys("Enter s F9");
    assert_eq!(desk.value("SELECT act FROM consents ORDER BY seq DESC LIMIT 1"), "given");
    desk.look().wait(3000).shows("NOT SAVED");
    assert_eq!(desk.value("SELECT count(*) FROM notes WHERE body LIKE '%kittiwake%'"), "0");
}

#[test]
fn while_names_are_hidden_whoever_rang_before_is_a_reference() {
    let mut desk = Desk::new();
    super::budgets::parent_call(&mut desk);
    let phone = desk.value("SELECT phone FROM parties WHERE phone <> '' ORDER BY id LIMIT 1");
    desk.keys("h F2 p Enter").text("Zed").keys("Enter").text(&phone).keys("Enter").wait(1000);
    let name = desk.value("SELECT typed FROM caller_details WHERE field = 'name' LIMIT 1");
    let screen = desk.draw(120, 40).0;
    assert!(screen.contains("rang before?") && !screen.contains(&name), "{screen}");
}

#[test]
fn a_parent_who_withdraws_in_the_call_hears_what_stays_and_what_is_lost() {
    for (who, back) in [("p Enter", "Esc"), ("", "Esc F4")] {
        let mut desk = Desk::practice(Place::Today);
        desk.keys("F3")
            .text("m0405")
            .keys("Enter c")
            .keys(who)
            .keys("F4")
            .text("zebra words")
            .keys("Esc k w w F2");
        desk.shows("Kept with the case, locked.").keys("F9").shows("Finish - consent withdrawn");
        desk.shows("Earlier NOTES stay with the case").hides("YOUR SCRATCH").hides("parents");
        desk.shows("Nothing more is kept from now on. You can ring us:");
        desk.keys(back).keys("Enter").text("quagga words").shows("Not saved, and gone when the");
        desk.keys("F9").shows("YOUR SCRATCH (1 line) was never saved and is gone when you press F9.");
        let (narrow, _) = desk.draw(60, 20);
        assert!(narrow.contains("Finish - consent withdrawn"), "{narrow}");
        desk.keys("F9").shows("Scratch is gone.");
        assert_eq!(desk.value("SELECT count(*) FROM notes WHERE body LIKE '%quagga%'"), "0");
    }
}

#[test]
fn a_locked_call_that_was_left_tells_its_own_moment_and_that_scratch_was_never_saved() {
    let mut desk = Desk::new();
    super::budgets::parent_call(&mut desk);
    desk.keys("F3").text("M-0001").keys("Enter Right w w").shows("Withdrawn.");
    desk.wait(60 * 60_000).keys("F5 F3").text("M-0001").keys("Enter c p Enter F4").text("zebra").wait(3000);
    desk.keys("Ctrl+Q Ctrl+Q");
    assert!(desk.has_left());
    let mut desk = desk.restart();
    desk.shows("You left while a call was open").shows("Started 15:32. Last saved 15:32");
    desk.shows("Lost     Scratch was never saved, on purpose: the consent is withdrawn.");
}
