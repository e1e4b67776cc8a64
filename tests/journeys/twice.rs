//! An enquiry that is rung about twice without consent stays one enquiry, with two calls.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

const DAY: i64 = 24 * 3_600_000;

/// A school that asked without consent and rings back; then rings a second time, with nothing new.
fn rung_twice() -> Desk {
    let mut desk = Desk::new();
    desk.school_rings().keys("n d Enter F9 r F9").shows("Kept as enquiry E-0001");
    desk.wait(2 * DAY).at(Place::Today).choose("E-0001").keys("Enter c").shows("CALL C-0002");
    desk.shows("Martin Oyelaran").keys("n F9 r").shows("E-0001").keys("F9");
    desk
}

#[test]
fn a_second_call_without_consent_leaves_one_enquiry_with_a_new_day_and_the_same_end() {
    let mut desk = rung_twice();
    desk.shows("Kept as enquiry E-0001");
    assert_eq!(desk.value("SELECT count(*) || ' ' || max(number) FROM enquiries"), "1 1");
    assert_eq!(desk.value("SELECT last FROM counters WHERE kind = 'E'"), "1");
    assert_eq!(
        desk.value("SELECT count(*) FROM calls WHERE outcome = 'enquiry' AND enquiry_id IS NOT NULL"),
        "2"
    );
    assert_eq!(desk.value("SELECT keep_until FROM enquiries"), "2027-02-24", "from the first call on");
    assert!(desk.value("SELECT next_day FROM enquiries").as_str() > "2026-11-26");
    assert_eq!(desk.value("SELECT count(*) FROM documents"), "1");
    desk.keys("F3").text("Oyelaran").keys("Enter").shows("ENQUIRY E-0001");
    desk.shows("Calls").shows("2: Tue 24 Nov Priya Nair, Thu 26 Nov Priya Nair");
}

#[test]
fn the_second_call_is_open_again_and_ends_in_the_same_enquiry() {
    let mut desk = rung_twice();
    desk.keys("Ctrl+Z").shows("CALL C-0002").keys("F9 r").shows("E-0001").keys("F9");
    desk.shows("Kept as enquiry E-0001");
    assert_eq!(desk.value("SELECT count(*) || ' ' || max(number) FROM enquiries"), "1 1");
}

#[test]
fn an_enquiry_that_nobody_put_off_stays_on_today_after_its_second_call() {
    let mut desk = rung_twice();
    assert!(desk.value("SELECT next_day FROM enquiries").as_str() > "2026-11-26", "its day is to come");
    desk.at(Place::Today).shows("WAITING FOR CONSENT");
    // Put off by hand it waits for its day; a call taken back leaves it put off, and a call that ends does not.
    desk.choose("E-0001").keys("s").text("+9").keys("Enter").at(Place::Today).hides("WAITING FOR CONSENT");
    let call = |desk: &mut Desk| {
        desk.keys("F3").text("Oyelaran").keys("Enter c").shows("Martin Oyelaran").keys("n F9 r F9");
    };
    call(&mut desk);
    desk.keys("F5 F5").at(Place::Today).shows("WAITING FOR CONSENT");
}

#[test]
fn an_enquiry_that_was_put_off_is_put_off_still_when_a_call_about_it_is_taken_back() {
    let mut desk = rung_twice();
    desk.at(Place::Today).choose("E-0001").keys("s").text("+9").keys("Enter").hides("WAITING FOR CONSENT");
    desk.keys("F3").text("Oyelaran").keys("Enter c").shows("Martin Oyelaran").keys("n F9 r F9");
    desk.keys("Ctrl+Z").shows("CALL C-0003").at(Place::Today).hides("WAITING FOR CONSENT");
}

#[test]
fn an_enquiry_whose_first_call_was_taken_up_again_stays_on_today() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Enter").text("01632 960118");
    desk.keys("Enter n d Enter F9 r F9").shows("Kept as enquiry E-0001");
    desk.keys("Ctrl+Z").shows("CALL C-0001").keys("F9 r F9").shows("Kept as enquiry E-0001");
    desk.at(Place::Today).shows("WAITING FOR CONSENT");
    let strangers = "SELECT count(*) FROM history WHERE enquiry_id NOT IN (SELECT id FROM enquiries)";
    assert_eq!(desk.value(strangers), "0", "each line is of the enquiry that is there");
}

/// What an enquiry holds, and what Find knows of it.
fn held(desk: &Desk) -> String {
    desk.value(
        "SELECT group_concat(state || '|' || name || '|' || phone || '|' || email || '|' || subject || '|' || answer
           || '|' || next_step || '|' || next_day || '|' || keep_until || '|' || words || '|' || alike)
         FROM enquiries e JOIN documents d ON d.enquiry_id = e.id",
    )
}

#[test]
fn a_second_call_that_is_taken_back_leaves_the_enquiry_as_the_first_call_left_it() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Enter").text("01632 960118");
    desk.keys("Enter n d Enter F9 r F9").shows("Kept as enquiry E-0001");
    let before = held(&desk);
    desk.wait(2 * DAY).at(Place::Today).choose("E-0001").keys("Enter c").shows("CALL C-0002");
    desk.keys("Alt+N Ctrl+A").text("Zzelda Quagga").keys("Enter").keys("Esc k n F9 r F9");
    desk.shows("Kept as enquiry E-0001");
    let second = held(&desk);
    assert!(second.contains("Zzelda Quagga") && second != before, "{second}");
    desk.keys("Ctrl+Z").shows("CALL C-0002");
    assert_eq!(held(&desk), before);
    // Nothing of the second call is kept, as it is said.
    desk.keys("F9 x F9").shows("Only a count line is kept.");
    assert_eq!(held(&desk), before);
    desk.nowhere_in_the_files(&["Zzelda", "Quagga"]);
    desk.keys("F3").text("Oyelaran").shows("E-0001");
}

#[test]
fn a_second_call_stays_finished_once_its_enquiry_was_changed() {
    let mut desk = rung_twice();
    desk.at(Place::Today).keys("F3").text("Oyelaran").keys("Enter x").shows("Ended.");
    let before = held(&desk);
    let call: i64 = desk.value("SELECT id FROM history WHERE act LIKE '%enquiry again%'").parse().unwrap();
    let signed = desk.context().sign();
    let refused = desk.worker.store().take_back(call, &signed).unwrap_err().to_string();
    assert_eq!(refused, "It was changed again since. Nothing was undone.");
    assert_eq!(held(&desk), before);
}

#[test]
fn what_an_enquiry_held_before_a_second_call_is_forgotten_once_it_is_a_count_line() {
    let mut desk = rung_twice();
    let call: i64 = desk.value("SELECT id FROM history WHERE act LIKE '%enquiry again%'").parse().unwrap();
    assert!(desk.worker.store().act_done(call).is_some());
    let expires = "UPDATE enquiries SET state = 'expired', name = '', work = '', phone = '', email = '', best_time = ''";
    desk.file().execute(expires, []).unwrap();
    desk.look();
    assert_eq!(desk.worker.store().act_done(call), None);
    desk.keys("Ctrl+Z").shows("C-0002: That is not known at this desk any more. It stays.");
}

/// A second call in which the number of its enquiry was just read out.
fn number_is_read_out() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Enter").text("01632 960118");
    desk.keys("Enter n d Enter F9 r F9").shows("Kept as enquiry E-0001");
    desk.wait(2 * DAY).at(Place::Today).choose("E-0001").keys("Enter c").shows("CALL C-0002");
    desk.keys("n F9 r").shows("E-0001");
    desk
}

#[test]
fn the_number_that_was_read_out_is_kept_also_where_another_desk_ends_the_enquiry() {
    let mut desk = number_is_read_out();
    let mut tom = desk.another("Tom Reed");
    tom.keys("F3").text("Oyelaran").keys("Enter x").shows("Ended.");
    desk.look().keys("F9").shows("Kept as enquiry E-0001");
    assert_eq!(desk.value("SELECT group_concat(number || state) FROM enquiries"), "1open");
    assert_eq!(desk.value("SELECT last FROM counters WHERE kind = 'E'"), "1");
    // Taken back, it is what the colleague made of it.
    desk.keys("Ctrl+Z").shows("CALL C-0002");
    assert_eq!(desk.value("SELECT group_concat(number || state) FROM enquiries"), "1ended");
}

#[test]
fn another_number_than_the_one_read_out_is_told() {
    let mut desk = number_is_read_out();
    desk.file().execute("UPDATE enquiries SET state = 'became a case', rev = rev + 1", []).unwrap();
    desk.keys("F9").shows("Kept as E-0002, not E-0001: that is no enquiry any more. Tell the caller.");
    assert_eq!(desk.value("SELECT group_concat(number || state) FROM enquiries"), "1became a case,2open");
}

#[test]
fn a_caller_of_another_kind_is_another_enquiry() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Enter").text("01632 960118");
    desk.keys("Enter n d Enter F9 r F9").shows("Kept as enquiry E-0001");
    desk.wait(2 * DAY).at(Place::Today).choose("E-0001").keys("Enter c").shows("CALL C-0002");
    desk.keys("Alt+W Ctrl+A l Enter")
        .text("Jo Whitlock")
        .keys("Esc k n F9 r F9")
        .shows("Kept as enquiry E-0002");
    assert_eq!(desk.value("SELECT count(*) FROM enquiries"), "2");
}

#[test]
fn a_third_party_who_turns_out_to_be_another_third_party_is_kept_as_that() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Jo Whitlock").keys("Enter Enter").text("01632 960118").wait(3000);
    desk.keys("Alt+W Ctrl+A l Enter").hides("Not kept").hides("Taken out").wait(3000);
    assert_eq!(desk.value("SELECT kind FROM calls"), "la officer");
    assert_eq!(
        desk.value("SELECT group_concat(typed, '; ') FROM caller_details"),
        "Jo Whitlock; 01632 960118"
    );
    desk.keys("Esc k n F9 r F9").shows("Kept as enquiry E-0001");
    assert_eq!(desk.value("SELECT kind || ' ' || name FROM enquiries"), "la officer Jo Whitlock");
}
