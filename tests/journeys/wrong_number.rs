//! The number of a case is quoted in a call that told of a family already: it may be another one's, or mistyped.
//!
//! No answer to the consent question stands behind a number. What was typed before it is scratch and stays so, and
//! whoever may not quote one at all is asked.

use super::desk::Desk;

/// Siobhan O'Malley has a case about Niamh.
fn known() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Siobhan O'Malley").keys("Enter").text("01632 960512").keys("Enter");
    desk.keys("Alt+C").text("Niamh O'Malley").keys("Enter F9 F9").shows("Finished: M-0001");
    desk
}

/// An officer has told of another child, and then quotes that number.
fn quoted() -> Desk {
    let mut desk = known();
    desk.keys("F2 p Enter Alt+C").text("Zebedee Quill").keys("Alt+W Ctrl+A l Enter Alt+N").text("Ann Other");
    desk.keys("Enter");
    desk.text("Wyre Vale").keys("Enter F4").text("Quillfeather at Wigglesworth").keys("F4 F3");
    desk.text("m1")
        .keys("Enter")
        .shows("This call is about M-0001 now. What was typed before it is scratch.");
    desk
}

const TOLD: [&str; 3] = ["Zebedee", "Quillfeather", "Wigglesworth"];

#[test]
fn a_number_writes_nothing_of_what_was_scratch_before_it() {
    let mut desk = quoted();
    desk.wait(3000).nowhere_in_the_files(&TOLD);
    // It stands there still, and no field or line of the case is it.
    desk.shows("NOT SAVED, before the number").shows("/ Quillfeather at").shows("Ann Other");
    desk.shows("Name: Zebedee Quill").shows("Niamh O'Malley").shows("Scratch not saved");
    // What is typed from now on is of the case that was quoted.
    desk.keys("F4").text("rings back about the draft").keys("F4").wait(3000);
    desk.keys("F9").shows("NOT SAVED: 1 field, 1 line from before the number, gone with F9.");
    desk.keys("F9").shows("Finished: M-0001");
    assert_eq!(desk.value("SELECT group_concat(body) FROM notes"), "rings back about the draft");
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Niamh O'Malley");
    desk.nowhere_in_the_files(&TOLD);
}

#[test]
fn no_key_brings_it_into_the_file() {
    let mut desk = quoted();
    desk.keys("F4 Ctrl+Z Ctrl+Z Ctrl+Y F4 Ctrl+Z").wait(3000);
    desk.nowhere_in_the_files(&TOLD);
    let mut desk = quoted();
    desk.keys("Ctrl+Q").shows("scratch is not");
    // Of what was copied before it nothing is put into a line that is saved.
    let mut desk = known();
    desk.keys("F2 l Enter").text("Ann Other").keys("F4").text("Quillfeather").keys("Ctrl+A Ctrl+C F4 F3");
    desk.text("m1").keys("Enter F4 Ctrl+V").wait(3000).nowhere_in_the_files(&TOLD);
}

#[test]
fn a_number_that_is_refused_leaves_everything_where_it_was() {
    // The call has read out a number of its own.
    let mut desk = known();
    desk.keys("F2 p Enter Alt+C").text("Zebedee").keys("Alt+W Ctrl+A l Enter Alt+N").text("Ann Other");
    desk.keys("Enter F4");
    desk.text("Quillfeather").keys("F4 F9").shows("E-0001").keys("Esc F3").text("m1").keys("Enter");
    desk.wait(500).shows("Not put in").shows("Quillfeather").hides("NOT SAVED, before");
    desk.nowhere_in_the_files(&TOLD);
}

#[test]
fn a_relative_is_not_left_in_a_case_that_an_officer_quoted() {
    let mut desk = quoted();
    desk.keys("F4").text("about the draft plan").keys("F4").wait(3000);
    desk.keys("Alt+W Ctrl+A o Enter");
    desk.shows("A relative is asked: the call is about no case now.").shows("Have the parents agreed");
    desk.hides("Niamh").hides("M-0001").wait(3000);
    assert_eq!(desk.value("SELECT count(*) FROM calls WHERE case_id IS NOT NULL AND kind = 'relative'"), "0");
    assert_eq!(desk.value("SELECT count(*) FROM notes WHERE body <> ''"), "0");
    desk.nowhere_in_the_files(&TOLD);
    desk.nowhere_in_the_files(&["draft plan"]);
    // What was scratch before the number is scratch again, and the yes of the question lets it in.
    desk.shows("Quillfeather").shows("about the draft plan");
    desk.keys("Alt+K y m t Enter s").shows("Consent recorded").wait(3000);
    desk.keys("F9").wait(500).keys("F9").shows("Finished: M-0002");
    assert_eq!(
        desk.value("SELECT group_concat(typed) FROM details WHERE field = 'child'"),
        "Niamh O'Malley,Zebedee Quill"
    );
    assert_eq!(desk.value("SELECT count(*) FROM cases WHERE state = 'open'"), "2");
    // After the program was stopped the call is still one that only quoted a number.
    let mut desk = quoted();
    desk.wait(3000).stop();
    let mut desk = desk.restart();
    desk.keys("F9").shows("Niamh").keys("Alt+W Ctrl+A o Enter").shows("A relative is asked").hides("Niamh");
}

#[test]
fn find_tells_a_relative_or_whoever_said_no_nothing_of_a_number() {
    for keys in ["F2 o Enter", "F2 l Enter Alt+K n", "F2 l Enter Alt+K u"] {
        let mut desk = known();
        desk.keys(keys).keys("F3").text("m1").shows("0 found").hides("quoted by the caller");
        desk.keys("Enter").hides("Niamh");
    }
}

#[test]
fn a_call_that_stopped_after_a_no_is_not_said_to_be_not_asked() {
    for (keys, said) in [("Alt+K Up n", "consent NO, not yet"), ("Alt+K Up u", "consent NOT SURE")] {
        let mut desk = Desk::new();
        desk.keys("F2 l Enter").text("Ann Other").keys("Enter Enter Enter y m t Enter s");
        desk.shows("Consent recorded").keys(keys).wait(3000).stop();
        let mut desk = desk.restart();
        desk.shows(said).hides("not asked");
    }
}

#[test]
fn a_no_that_is_typed_as_a_limit_is_asked_about() {
    let mut desk = Desk::new();
    desk.keys("F2 l Enter")
        .text("Ann Other")
        .keys("Enter Enter Enter y m t Enter s")
        .shows("Consent recorded");
    desk.keys("Alt+K").text("no, mum changed her mind, refused").keys("Enter");
    desk.shows("That reads as a no. Alt+K, Up, then n takes the consent back.");
    assert_eq!(desk.value("SELECT count(*) FROM consent_in_force"), "1");
    // A limit is a limit, whatever it leaves out.
    for limit in ["no limits", "phone only", "school reports, not the doctor's"] {
        let mut desk = Desk::new();
        desk.keys("F2 l Enter").text("Ann Other").keys("Enter Enter Enter y m t Enter s");
        desk.keys("Alt+K").text(limit).keys("Enter").hides("reads as a no");
    }
}

/// An officer of Lambeth quotes the number of Niamh's case, which is Ealing's.
fn misheard() -> Desk {
    let mut desk = known();
    super::budgets::parent_call(&mut desk);
    desk.keys("F3").text("m1").keys("Enter e Down Down Down").text("Ealing").keys("F9").shows("Ealing");
    desk.keys("F2 l Enter").text("Ann Other").keys("Enter").text("Lambeth SEND team").keys("Enter");
    desk.text("01632 960771").keys("Enter F4").text("about Zebedee Quill").keys("F4 F3").text("m1");
    desk.keys("Enter").shows("Niamh O'Malley");
    desk
}

#[test]
fn a_misheard_number_is_taken_out_of_the_call_and_another_put_in() {
    let mut desk = misheard();
    // The page of the case says whose it is, and a second number says what to do.
    desk.shows("M-0001 is Ealing's: check the number. Ctrl+Z takes it back.");
    desk.keys("F3").text("m2").keys("Enter");
    desk.shows("This call is about M-0001. Ctrl+Z takes that number back first.").wait(3000);
    desk.keys("Ctrl+Z")
        .shows("Taken back: this call is not about M-0001.")
        .hides("Niamh")
        .hides("CASE M-0001");
    desk.shows("Ann Other").shows("Lambeth SEND team").shows("01632 960771").shows("about Zebedee Quill");
    desk.wait(3000);
    assert_eq!(desk.value("SELECT count(*) FROM calls WHERE number = 3 AND case_id IS NULL"), "1");
    desk.nowhere_in_the_files(&["Zebedee"]);
    // The number that was meant can be put in.
    desk.keys("F3").text("m2").keys("Enter").shows("OK  the consent of M-0002").shows("Kelechi").wait(3000);
    desk.keys("F9 F9").shows("Finished: M-0002");
    desk.keys("F3").text("m1").keys("Enter Right Right Right Right").shows("quoted by mistake");
    desk.hides("Ann Other").hides("01632 960771");
}

#[test]
fn what_was_typed_behind_a_number_is_said_before_it_is_taken_back() {
    let mut desk = misheard();
    desk.keys("F4").text("wombat plan").keys("F4").wait(3000);
    desk.keys("Ctrl+Z").shows("Only the number is left to take back: Ctrl+Z again.").shows("Niamh");
    desk.keys("Ctrl+Z")
        .shows("Taken back")
        .hides("Niamh")
        .shows("wombat plan")
        .shows("about Zebedee")
        .wait(3000);
    desk.nowhere_in_the_files(&["wombat plan", "Zebedee"]);
    desk.keys("Alt+K y m t Enter s")
        .shows("Consent recorded")
        .keys("F9")
        .wait(500)
        .keys("F9")
        .shows("Finished: M-0003");
    assert_eq!(
        desk.value("SELECT count(*) FROM details WHERE field = 'child' AND typed = 'Niamh O''Malley'"),
        "1"
    );
}
