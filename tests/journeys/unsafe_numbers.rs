//! A number that is not safe to ring is said wherever it stands: in another call, at its end, on the lists, in Find.

use super::desk::Desk;
use mediation_line::protocol::effect::Place;

/// A mother's call from the start, with her number as she says it; the cursor stands behind it.
fn mother_rings<'a>(desk: &'a mut Desk, number: &str) -> &'a mut Desk {
    desk.keys("F2 p Enter").text("Sandra Okafor").keys("Enter").text(number).keys("Enter")
}

/// Her number is marked on the case her first call made.
fn marked() -> Desk {
    let mut desk = Desk::new();
    mother_rings(&mut desk, "01632 960 512").keys("F9 F9");
    desk.keys("F3").text("sandra").keys("Enter Right Right r");
    desk.text("n").keys("Enter Enter Enter Enter").text("the mother").keys("Enter");
    assert_eq!(desk.value("SELECT ring FROM contacts"), "no", "{}", desk.screen());
    desk.keys("F5");
    desk
}

#[test]
fn a_number_marked_before_is_not_safe_in_the_next_call() {
    for number in ["01632 960 512", "01632960512", "+44 1632 960512"] {
        let mut desk = marked();
        mother_rings(&mut desk, number).shows("NOT SAFE TO RING");
        desk.shows("(said by the mother, M-0001).");
        desk.keys("F9").shows("What is the best way").hides("I will ring you");
        desk.shows("DO NOT RING. Find another way by [tomorrow]");
        desk.keys("p").text("thu").keys("Enter").hides("I will ring you").shows("Reach them");
        desk.keys("F9").shows("reach them, DO NOT RING");
        let said = desk.value(
            "SELECT ring || ', ' || said_by FROM contacts WHERE case_id = (SELECT max(id) FROM cases)",
        );
        assert_eq!(said, "no, the mother, M-0001");
        desk.morning("2026-11-25T09:05")
            .keys("F5 v")
            .hides("Ring family")
            .hides("Ring back")
            .shows("DO NOT RING");
    }
}

#[test]
fn the_words_of_a_caller_are_heard() {
    for (number, best) in [
        ("07700 900 888", "evenings, NOT safe to ring, he listens"),
        ("07700 900 888 not safe", ""),
        ("07700 900 888", "text only"),
    ] {
        let mut desk = Desk::new();
        mother_rings(&mut desk, number);
        if !best.is_empty() {
            desk.text(best).keys("Enter");
        }
        desk.shows("Read as: NOT SAFE TO RING");
        desk.keys("F9").hides("I will ring you").shows("What is the best way");
        desk.shows("DO NOT RING. Find another way by").keys("F9");
        let said = desk.value("SELECT value || ', ' || ring || ', ' || said_by FROM contacts");
        assert_eq!(said, format!("{number}, no, the caller, in the call"));
        let told = desk.value("SELECT words FROM history_words WHERE words LIKE 'NOT SAFE%'");
        assert!(told.contains("said by the caller, in the call"), "{told}");
        // The act is taken back whole, and done again.
        desk.keys("Ctrl+Z");
        assert_eq!(desk.value("SELECT count(*) FROM contacts"), "0");
        desk.keys("F2 F9 F9");
        assert_eq!(desk.value("SELECT count(*) FROM contacts"), "1", "{}", desk.screen());
        desk.morning("2026-11-25T09:05").keys("F5 v").shows("DO NOT RING");
    }
}

#[test]
fn words_that_say_when_leave_the_promise() {
    let mut desk = Desk::new();
    mother_rings(&mut desk, "07700 900 888").text("don't ring before 9").keys("Enter F9");
    desk.shows("I will ring you on").keys("F9");
    assert_eq!(desk.value("SELECT count(*) FROM contacts"), "0");
}

#[test]
fn without_consent_no_call_tells_that_a_number_is_known() {
    let mut desk = marked();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter").text("Larkfield Primary").keys("Enter");
    desk.text("01632 960 512").keys("Enter").hides("NOT SAFE");
    let (wide, _) = desk.draw(120, 40);
    assert!(!wide.contains("NOT SAFE"), "{wide}");
    desk.keys("F9").hides("NOT SAFE");
}

#[test]
fn who_turns_out_to_be_a_school_takes_the_word_off_the_screen() {
    let mut desk = marked();
    mother_rings(&mut desk, "01632 960 512").shows("NOT SAFE TO RING");
    desk.keys("Esc w Ctrl+A").text("s").keys("Enter").hides("NOT SAFE");
}

#[test]
fn find_says_it_of_every_person_with_that_number() {
    let mut desk = Desk::new();
    // Another case has the number already when it is marked.
    mother_rings(&mut desk, "01632960512").keys("F9 F9 F2 p Enter");
    desk.text("Sandra Okafor").keys("Enter").text("01632 960 512").keys("Enter F9 F9");
    desk.keys("F3").text("m2").keys("Enter Right Right r");
    desk.text("n").keys("Enter Enter Enter Enter").text("the mother").keys("Enter F5");
    for typed in ["sandra", "512"] {
        desk.keys("F3").text(typed);
        assert_eq!(desk.screen().matches("NOT SAFE  01632").count(), 2, "{}", desk.screen());
        desk.keys("Esc");
    }
    desk.keys("F3").text("m1").keys("Enter").shows("NOT SAFE TO RING 01632960512");
    let (narrow, _) = desk.keys("F3").text("sandra").draw(60, 20);
    assert_eq!(narrow.matches("NOT SAFE").count(), 2, "{narrow}");
}

#[test]
fn a_call_that_is_left_is_not_offered_for_ringing_back() {
    let mut desk = marked();
    mother_rings(&mut desk, "01632960512").keys("F9 b").shows("to be reached, NOT RUNG, today");
    desk.keys("v").choose("C-0002").shows("NOT SAFE 01632960512, back Tue 24 Nov").shows("DO NOT RING");
    desk.shows("NOT SAFE TO RING. F9 takes the call up").hides("F9 Ring back");
    desk.keys("F3").text("960").shows("NOT SAFE 01632960512").keys("Esc");
    let mut desk = Desk::new();
    mother_rings(&mut desk, "07700 900 888").text("he listens").keys("Enter F9 b v").choose("C-0001");
    desk.shows("NOT SAFE 07700 900 888, back").shows("DO NOT RING");
}

#[test]
fn a_number_typed_in_another_way_is_still_marked() {
    let mut desk = marked();
    desk.keys("F3")
        .text("m1")
        .keys("Enter Right Right e Down Down Down")
        .keys("Ctrl+A")
        .text("01632960512")
        .keys("F9");
    assert_eq!(
        desk.value("SELECT phone FROM parties WHERE side = 'family'"),
        "01632960512",
        "{}",
        desk.screen()
    );
    desk.shows("NOT SAFE TO RING 01632960512");
    desk.morning("2026-11-25T09:05").keys("F5 v").shows("DO NOT RING");
}

/// A call of the mother about her case, which is open; the cursor stands in the best time.
fn mother_rings_again(desk: &mut Desk) -> &mut Desk {
    desk.keys("F3").text("m1").keys("Enter").keys("c p Enter Enter Enter").shows("Sandra Okafor")
}

#[test]
fn the_words_of_a_call_about_an_open_case_mark_its_number() {
    let mut desk = Desk::new();
    mother_rings(&mut desk, "01632 960 512").keys("F9 F9");
    mother_rings_again(&mut desk).text("he listens").keys("Enter").shows("Read as: NOT SAFE TO RING");
    desk.keys("F9 F9");
    let said = desk.value("SELECT value || ', ' || ring || ', ' || said_by FROM contacts");
    assert_eq!(said, "01632 960 512, no, the caller, in the call", "{}", desk.screen());
    let told = desk.value("SELECT words FROM history_words WHERE words LIKE 'NOT SAFE%'");
    assert!(told.contains("said by the caller, in the call"), "{told}");
    desk.keys("F3").text("m1").keys("Enter").shows("NOT SAFE TO RING 01632 960 512");
    // Said once, and told to be safe again by a person: an ordinary call does not mark it again.
    desk.keys("Right Right r Ctrl+A")
        .text("y")
        .keys("Enter Enter Enter Enter")
        .text("the mother")
        .keys("Enter");
    assert_eq!(desk.value("SELECT ring FROM contacts"), "yes", "{}", desk.screen());
    mother_rings_again(&mut desk).keys("F9 F9");
    assert_eq!(desk.value("SELECT count(*) || ring FROM contacts"), "1yes");
}

#[test]
fn a_new_number_that_is_not_safe_is_kept_with_the_side_that_rang() {
    let mut desk = Desk::new();
    mother_rings(&mut desk, "01632 960 512").keys("F9 F9");
    mother_rings_again(&mut desk).keys("Up Ctrl+A").text("07700 900 888 don't ring").keys("Enter F9 F9");
    let said = desk.value("SELECT value || ', ' || ring FROM contacts");
    assert_eq!(said, "07700 900 888 don't ring, no", "{}", desk.screen());
    mother_rings(&mut desk, "07700900888").shows("NOT SAFE TO RING");
}

#[test]
fn words_apart_from_a_new_number_mark_the_one_before_as_well() {
    let mut desk = Desk::new();
    mother_rings(&mut desk, "01632 960 512").keys("F9 F9");
    mother_rings_again(&mut desk).keys("Up Ctrl+A").text("07700 900 888").keys("Enter");
    desk.text("please don't ring the house").keys("Enter F9 F9");
    let said =
        "SELECT group_concat(value || ', ' || ring, '; ') FROM (SELECT * FROM contacts ORDER BY value)";
    assert_eq!(desk.value(said), "01632 960 512, no; 07700 900 888, no", "{}", desk.screen());
}

#[test]
fn a_call_about_an_open_case_that_is_left_for_later_marks_its_number() {
    let mut desk = Desk::new();
    mother_rings(&mut desk, "01632 960 512").keys("F9 F9");
    mother_rings_again(&mut desk).text("not safe").keys("Enter F9 b");
    assert_eq!(
        desk.value("SELECT value || ', ' || ring FROM contacts"),
        "01632 960 512, no",
        "{}",
        desk.screen()
    );
    desk.morning("2026-11-25T09:05").keys("F5 v").shows("DO NOT RING");
}

#[test]
fn without_consent_the_words_of_a_call_write_nothing_of_the_case() {
    let mut desk = Desk::new();
    mother_rings(&mut desk, "01632 960 512").keys("F9 F9");
    mother_rings_again(&mut desk).text("not safe").keys("Enter Esc k w w").shows("Withdrawn.");
    desk.keys("F2 F9 F9");
    assert_eq!(desk.value("SELECT count(*) FROM contacts"), "0", "{}", desk.screen());
}

#[test]
fn an_enquiry_keeps_that_its_number_is_not_safe() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter").text("Larkfield Primary").keys("Enter");
    desk.text("07700 900 888 not safe").keys("Enter F9 F9 F5 v").choose("E-0001").shows("NOT SAFE TO RING");
    desk.hides("DO NOT RING").keys("Enter").shows("NOT SAFE TO RING 07700 900 888");
    desk.shows("(said by the caller)");
    desk.morning("2026-12-08T09:05").keys("F5 v").choose("E-0001").shows("DO NOT RING").hides("Ring school");
}

#[test]
fn the_enquiry_of_a_parent_keeps_with_the_number_what_forbids_ringing_it() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Grace Tull").keys("Enter").text("07700 900346").keys("Enter");
    desk.text("he listens")
        .keys("Enter Enter")
        .text("Jordan Tull")
        .keys("Enter")
        .text("5.6.08")
        .keys("Enter");
    desk.keys("n F9 F9");
    let kept = desk.value("SELECT phone || best_time FROM enquiries");
    assert_eq!(kept, "07700 900346, not safe to ring", "{}", desk.screen());
    desk.nowhere_in_the_files(&["he listens", "jordan"]);
}

#[test]
fn a_relative_on_the_familys_own_number_marks_it_once() {
    let mut desk = Desk::new();
    mother_rings(&mut desk, "01632 960 512").keys("F9 F9 F3").text("m1").keys("Enter c o Enter");
    desk.text("Edna Okafor")
        .keys("Alt+P")
        .text("01632960512 he listens")
        .keys("Enter Alt+C Down Down Down Down");
    desk.text("01632 960512 not safe").keys("Enter").wait(1000);
    assert_eq!(
        desk.value("SELECT count(*) FROM details WHERE field = 'parent phone'"),
        "1",
        "{}",
        desk.screen()
    );
    desk.keys("F9 F9").shows("Finished");
    assert_eq!(
        desk.value("SELECT count(*) || value || ring FROM contacts"),
        "101632 960 512no",
        "{}",
        desk.screen()
    );
}

#[test]
fn a_clock_that_ran_out_is_written_beside_the_mark() {
    // The parent the case has, and another one of whom it did not know.
    for name in ["", "Zuleikha Quill"] {
        let mut desk = Desk::practice(mediation_line::protocol::effect::Place::Today);
        let missed = "SELECT count(*) FROM misses m JOIN cases c ON c.id = m.case_id WHERE c.number = 371";
        let before: i64 = desk.value(missed).parse().unwrap();
        desk.keys("F3").text("m0371").keys("Enter c p Enter");
        if name.is_empty() {
            desk.keys("Enter Enter").text("he listens");
        } else {
            desk.keys("Alt+N Ctrl+A").text(name).keys("Alt+P Ctrl+A").text("07700 900888 he listens");
        }
        desk.keys("Enter F9 F9");
        let said = "SELECT count(*) FROM contacts WHERE said_by = 'the caller, in the call' AND ring = 'no'";
        assert_eq!(desk.value(said), "1", "{name} {}", desk.screen());
        let after: i64 = desk.value(missed).parse().unwrap();
        assert!(after > before, "the miss is written in the same write");
    }
}

#[test]
fn words_typed_into_the_contact_on_its_own_page_are_heard_as_in_a_call() {
    const ROWS: &str =
        "SELECT group_concat(value || ' ' || ring || ' ' || message || ', ' || said_by, '; ') FROM contacts";
    let open = |desk: &mut Desk| {
        desk.keys("F3").text("sandra").keys("Enter Right Right e").shows("Best time");
    };
    // In the line of the number; with Ctrl+Z nobody has said it.
    let mut desk = Desk::new();
    mother_rings(&mut desk, "01632 960 512").keys("F9 F9");
    open(&mut desk);
    desk.keys("Down Down Down End")
        .text(" not safe")
        .keys("F9")
        .shows("Read as: NOT SAFE TO RING. r says otherwise.");
    desk.shows("NOT SAFE TO RING 01632 960 512 not safe (said by the words typed with it)");
    assert_eq!(desk.value(ROWS), "01632 960 512 not safe no not said, the words typed with it");
    let told = desk.value("SELECT words FROM history_words WHERE words LIKE 'NOT SAFE%'");
    assert_eq!(told, "NOT SAFE TO RING 01632 960 512 not safe (said by the words typed with it)");
    desk.keys("F5 Ctrl+Z")
        .shows("Taken back")
        .keys("F3")
        .text("sandra")
        .keys("Enter")
        .shows("FAMILY  Sandra Okafor, 01632 960 512");
    assert_eq!(desk.value("SELECT ring FROM contacts"), "not said");
    // As the best time, of a number that was marked for something else before.
    let mut desk = marked();
    open(&mut desk);
    desk.keys("Down Down Down Down Down").text("no messages").keys("F9").shows("Read as: NO MESSAGES");
    assert_eq!(desk.value(ROWS), "01632 960 512 no no, the words typed with it");
    // Words that stood there already say nothing new when something else is changed: r has the last word.
    desk.keys("r Ctrl+A").text("yy").keys("F9");
    open(&mut desk);
    desk.text("Sandra K Okafor").keys("F9").shows("Contact details are changed.");
    assert_eq!(desk.value("SELECT ring || message FROM contacts"), "yesyes", "{}", desk.screen());
    // Words that only say when are no ban.
    let mut desk = Desk::new();
    mother_rings(&mut desk, "01632 960 512").keys("F9 F9");
    open(&mut desk);
    desk.keys("Down Down Down Down Down")
        .text("don't ring before 9")
        .keys("F9")
        .shows("Contact details are changed.");
    assert_eq!(desk.value("SELECT count(*) FROM contacts"), "0");
    // A party that is added with such words.
    desk.keys("+").text("h").keys("Enter").text("The clinic").keys("Enter").text("Rhys Dee").keys("Enter");
    desk.text("07700 900 333 do not ring").keys("F9");
    assert_eq!(desk.value(ROWS), "07700 900 333 do not ring no not said, the words typed with it");
}

#[test]
fn words_that_came_before_the_number_mark_it_when_it_is_typed() {
    const RING: &str = "SELECT group_concat(value || ' ' || ring, '; ') FROM contacts";
    let open = |desk: &mut Desk| {
        desk.keys("F3").text("sandra").keys("Enter Right Right e").shows("Best time");
    };
    let mut desk = Desk::new();
    mother_rings(&mut desk, "").keys("F9 F9");
    open(&mut desk);
    // There is no number yet: nothing is said of one.
    desk.keys("Down Down Down Down Down")
        .text("don't ring")
        .keys("F9")
        .shows("Contact details are changed.")
        .hides("NOT SAFE");
    assert_eq!(desk.value("SELECT count(*) FROM contacts"), "0");
    open(&mut desk);
    desk.keys("Down Down Down")
        .text("01632 960 512")
        .keys("F9")
        .shows("Read as: NOT SAFE TO RING. r says otherwise.");
    assert_eq!(desk.value(RING), "01632 960 512 no");
}

#[test]
fn a_narrow_list_says_it_of_every_row() {
    let mut desk = marked();
    desk.keys("F2 p Enter")
        .text("Dawn Achebe Okonkwo")
        .keys("Enter")
        .text("07700 900142")
        .keys("Ctrl+Q Ctrl+Q");
    let mut desk = desk.restart();
    desk.keys("l").morning("2026-11-25T09:05");
    for home in [Place::Desk, Place::Today] {
        let (narrow, _) = desk.at(home).draw(60, 20);
        assert!(narrow.contains("DO NOT RING"), "{narrow}");
        assert!(narrow.contains("07700 900142"), "{narrow}");
    }
}
