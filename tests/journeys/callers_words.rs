//! What a caller says goes where somebody reads it: to the family, to their own contact, or nowhere before consent.

use super::desk::Desk;

#[test]
fn when_to_ring_and_an_email_that_a_school_gave_are_found_on_the_case() {
    let mut desk = Desk::new();
    desk.school_rings().keys("y m t Enter s").text("Nina Costa").keys("Enter Enter");
    desk.text("Larkfield Primary").keys("Enter").text("Maria Costa").keys("Enter").text("07700 900 922");
    desk.keys("Enter Esc t").text("mum works nights, after 4").keys("Enter");
    desk.text("Bengali interpreter").keys("Enter").text("p.patel@larkfield.example").keys("Enter");
    desk.keys("F9")
        .shows("Family   Maria Costa, 07700 900 922, mum works nights")
        .keys("F9")
        .shows("Finished: M-0001")
        .wait(3000);
    let of = |desk: &Desk, what: &str, kind: &str| {
        desk.value(&format!("SELECT {what} FROM parties WHERE kind = '{kind}'"))
    };
    assert_eq!(of(&desk, "best_time", "family"), "mum works nights, after 4");
    assert_eq!(of(&desk, "email", "school"), "p.patel@larkfield.example");
    assert_eq!(of(&desk, "best_time || needs", "school"), "");
    desk.keys("F3").text("m1").keys("Enter");
    desk.keys("Right Right").shows("works nights");
}

#[test]
fn words_against_ringing_that_are_said_of_the_family_go_with_their_number() {
    let mut desk = Desk::new();
    desk.school_rings().keys("y m t Enter s").text("Nina Costa").keys("Enter Enter Enter Enter");
    desk.text("07700 900 922").keys("Enter Esc t").text("do not ring, he listens").keys("Enter");
    desk.keys("F9")
        .shows("DO NOT RING")
        .shows("to reach the parents?")
        .shows("I have your number")
        .keys("F9");
    assert_eq!(desk.value("SELECT group_concat(value) FROM contacts WHERE ring = 'no'"), "07700 900 922");
}

#[test]
fn of_a_callers_own_fields_only_their_own_is_kept_before_consent() {
    let mut desk = Desk::new();
    let words = ["petra", "quillfeather", "960777", "zebedee", "larkspur", "ragnhild"];
    desk.keys("F2 l Enter").text("Ann Officer re Ragnhild").keys("Enter");
    desk.text("Ealing SEN team re petra quillfeather").keys("Enter").wait(3000);
    desk.shows("/ re petra quillfeather");
    desk.text("01632 960118 ext. 4, mum is 01632 960777").keys("Enter").wait(3000);
    desk.keys("n Esc t Enter").text("for zebedee larkspur y4").keys("Up").wait(3000);
    desk.shows("/ for zebedee").nowhere_in_the_files(&words);
    let own = "SELECT group_concat(typed, '; ') FROM (SELECT typed FROM caller_details ORDER BY field)";
    assert_eq!(desk.value(own), "Ann Officer; 01632 960118 ext. 4; Ealing SEN team");
    desk.keys("F9").shows("Ann Officer").hides("petra").hides("960777").hides("zebedee");
    desk.shows("gone as well: Name (2 words), From").shows("Email (4 words)");
    desk.keys("F9").shows("Kept as enquiry E-0001").wait(3000).nowhere_in_the_files(&words);
    assert_eq!(desk.value("SELECT phone || email FROM enquiries"), "01632 960118 ext. 4");
}

#[test]
fn a_half_typed_field_of_somebody_at_work_is_in_no_file_before_it_is_left() {
    let words = ["zebedee", "960777"];
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Zebedee Larkspur").wait(3000).nowhere_in_the_files(&words);
    desk.text("'s class teacher").wait(3000).keys("Enter").shows("/ Zebedee").wait(3000);
    desk.nowhere_in_the_files(&words);
    desk.keys("Enter").text("01632 960777").wait(3000).nowhere_in_the_files(&words);
    desk.stop();
    desk.nowhere_in_the_files(&words);
    // What was left is there, and so is the whole field of a parent.
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Jo Halbrook").keys("Enter").text("Larkfield").stop();
    assert_eq!(desk.value("SELECT group_concat(typed) FROM caller_details"), "Jo Halbrook");
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Zoe Quill").wait(3000);
    assert_eq!(desk.value("SELECT group_concat(typed) FROM caller_details"), "Zoe Quill");
}

#[test]
fn words_that_were_put_right_before_consent_leave_the_journal_as_well() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Mrs Hodge, Quillfeather").keys("Enter").wait(3000);
    assert_eq!(desk.value("SELECT typed FROM caller_details"), "Mrs Hodge, Quillfeather");
    desk.keys("Esc n Ctrl+A").text("Mrs Hodge").keys("Enter");
    assert_eq!(desk.value("SELECT typed FROM caller_details"), "Mrs Hodge");
    desk.nowhere_in_the_files(&["quillfeather"]);
    assert_eq!(desk.value("SELECT count(*) FROM erasing"), "0");
}

#[test]
fn with_the_yes_all_of_it_is_kept_and_after_a_quarter_of_an_hour_none() {
    let typed = || {
        let mut desk = Desk::new();
        desk.keys("F2 l Enter").text("Ann Officer").keys("Enter").text("re petra quill").keys("Enter");
        desk.text("mum is 01632 960777").keys("Enter").wait(3000);
        desk
    };
    let mut desk = typed();
    desk.keys("y m t Enter s").wait(3000);
    let own = "SELECT group_concat(typed, '; ') FROM (SELECT typed FROM caller_details ORDER BY field)";
    assert_eq!(desk.value(own), "Ann Officer; mum is 01632 960777; re petra quill");
    let mut desk = typed();
    desk.wait(16 * 60 * 1000).tick().hides("petra").hides("960777").shows("Ann Officer");
}

#[test]
fn what_is_plainly_the_callers_own_is_kept_as_ever() {
    for (work, phone, email) in [
        ("Council for Disabled Children", "+44 1632 960118 ext 12 (direct line)", "a.b@c.example"),
        ("Office for SEND, lead officer for Ealing", "01632 960118 / 07700 900123 mob, not mondays", ""),
        ("Parent Carer Forum", "01632 960118 x204, do not ring before 9", "x@y.example"),
    ] {
        let mut desk = Desk::new();
        desk.keys("F2 l Enter").text("Ann Officer").keys("Enter").text(work).keys("Enter");
        desk.text(phone).keys("Enter n Esc t Enter").text(email).keys("Enter").wait(3000);
        let of = |field: &str| {
            desk.value(&format!(
                "SELECT COALESCE(max(typed), '') FROM caller_details WHERE field = '{field}'"
            ))
        };
        assert_eq!((&*of("work"), &*of("phone"), &*of("email")), (work, phone, email));
    }
}

#[test]
fn a_yes_with_a_limit_is_a_yes_with_its_words() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Maria Costa").keys("Enter").text("07700 900 922").keys("Enter Esc m");
    desk.text("yes but not with mrs harris")
        .keys("Enter")
        .shows("yes, but: not with m")
        .hides("Wants mediation");
    desk.keys("F9 F9").shows("Finished: M-0001");
    let answer = "SELECT answer || ': ' || words FROM answers";
    assert_eq!(desk.value(answer), "willing, but: not with mrs harris");
    desk.keys("F3")
        .text("m1")
        .keys("Enter")
        .hides("The family has not been asked")
        .shows("Family YES, but")
        .keys("Right Right");
}

#[test]
fn a_wish_that_is_not_read_is_asked_about() {
    for typed in ["yes but not sure", "well, let me see"] {
        let mut desk = Desk::new();
        desk.keys("F2 p Enter").text("Maria Costa").keys("Enter Esc m").text(typed).keys("Enter Esc m");
        desk.keys("Enter").shows("Wants mediation: y, n, or").keys("F9 F9").wait(3000);
        assert_eq!(desk.value("SELECT count(*) FROM answers"), "0", "{typed}");
        assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'wants'"), typed);
    }
}

#[test]
fn a_refusal_behind_the_letter_takes_the_yes_back_in_capitals_too() {
    for refusal in ["No she refused", "Not yet", "Never agreed", "She Said No", "Mum refused"] {
        let mut desk = Desk::new();
        desk.school_rings()
            .keys("y m y Enter s")
            .text(refusal)
            .keys("Enter")
            .shows("reads as a no")
            .wait(3000);
        desk.shows("How?").shows(refusal).nowhere_in_the_files(&[refusal]);
        assert_eq!(desk.value("SELECT count(*) FROM consents"), "0", "{refusal}");
        desk.keys("F9").shows("Finish - no consent yet");
    }
    for name in ["Noah Said", "Nora Never", "No Jun-ho", "not known", "Nevers Norton", "Will Notley"] {
        let mut desk = Desk::new();
        desk.school_rings().keys("y m y Enter s Enter").text(name).keys("Enter").wait(3000);
        assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), name);
    }
}

#[test]
fn what_was_scratch_is_a_line_of_its_own() {
    let mut desk = Desk::new();
    desk.school_rings().keys("F4").text("she will, mum").keys("F4 Esc k y m y Enter s F4");
    desk.text("senco says so").keys("F4").wait(3000);
    assert_eq!(desk.value("SELECT body FROM notes"), "she will, mum\nsenco says so");
}

#[test]
fn find_offers_to_put_in_what_there_is() {
    let mut desk = Desk::new();
    desk.school_rings().keys("F3").text("zzyzx").shows("No match").hides("Enter puts it");
}

#[test]
fn what_the_window_says_of_the_question_works_from_scratch() {
    let mut desk = Desk::new();
    desk.school_rings().keys("n F4").text("jabber").keys("F9").shows("Esc, then Esc k and y");
    desk.keys("Esc Esc k y").shows("YES - three questions");
}
