//! Of which family a third party spoke is not kept when the call ends without consent: no row of the call names the case.

use mediation_line::domain::consent::ConsentAct;
use mediation_line::domain::detail::Detail;
use mediation_line::protocol::effect::Place;
use mediation_line::store::calls::CallWrite;
use mediation_line::store::cases::CaseWrite;
use mediation_line::store::sqlite::copy_of;

use crate::contract::office::{Office, typed};
use crate::journeys::desk::Desk;

/// How many rows say that the latest call is of a case.
const NAMES_A_CASE: &str = "SELECT (SELECT count(*) FROM calls WHERE id = (SELECT max(id) FROM calls) AND case_id IS NOT NULL)
   + (SELECT count(*) FROM history WHERE call_id = (SELECT max(id) FROM calls) AND case_id IS NOT NULL)
   + (SELECT count(*) FROM enquiries WHERE id = (SELECT enquiry_id FROM calls WHERE id = (SELECT max(id) FROM calls))
        AND case_id IS NOT NULL)";

/// A school rings about the case whose consent was withdrawn.
fn about_a_withdrawn_case() -> Desk {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F3").text("m0408").keys("Enter c").shows("consent was withdrawn: nothing is kept");
    desk.keys("s Enter").text("Martin Oyelaran").keys("Enter Enter").text("01632 960118");
    desk
}

#[test]
fn an_enquiry_about_a_withdrawn_case_does_not_name_it() {
    let mut desk = about_a_withdrawn_case();
    desk.keys("Enter n F9 F9").shows("Kept as enquiry");
    assert_eq!(desk.value("SELECT outcome FROM calls ORDER BY id DESC LIMIT 1"), "enquiry");
    assert_eq!(desk.value(NAMES_A_CASE), "0");
    // Taken back, it is a call without a case, and ends as one again.
    desk.keys("Ctrl+Z").shows("CALL").shows("Martin Oyelaran").keys("F9 F9").shows("Kept as enquiry");
    assert_eq!(desk.value(NAMES_A_CASE), "0");
}

#[test]
fn a_count_line_of_a_call_about_a_withdrawn_case_does_not_name_it() {
    for end in ["Enter n F9 p F9", "Enter n F9 x F9"] {
        let mut desk = about_a_withdrawn_case();
        desk.keys(end).shows("Only a count line is kept");
        assert_eq!(desk.value(NAMES_A_CASE), "0");
    }
}

#[test]
fn what_a_parent_said_before_the_withdrawal_leaves_with_the_case() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F3").text("m0412").keys("Enter c p Enter").shows("CALL").wait(3000);
    desk.keys("Alt+N Ctrl+A").text("Zuleikha Quill").keys("Enter").wait(3000);
    assert_eq!(desk.value("SELECT count(*) FROM caller_details WHERE typed = 'Zuleikha Quill'"), "1");
    let mut other = desk.another("Tom");
    other.keys("F3").text("m0412").keys("Enter Right w w").shows("Withdrawn.");
    desk.look().wait(1000);
    desk.keys("Alt+W Backspace s Enter Alt+N Ctrl+A").text("Martin Oyelaran").keys("Enter n");
    desk.keys("Esc k n F9 F9").shows("Kept as enquiry");
    assert_eq!(
        desk.value("SELECT count(*) FROM calls WHERE outcome = 'enquiry' AND case_id IS NOT NULL"),
        "0"
    );
    assert_eq!(desk.value("SELECT count(*) FROM caller_details WHERE typed = 'Zuleikha Quill'"), "0");
}

#[test]
fn a_call_about_a_case_in_force_is_of_that_case_as_before() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F3").text("m0412").keys("Enter c").shows("CALL").keys("F9 F9");
    let own = "SELECT count(*) FROM history h JOIN calls l ON l.id = h.call_id AND l.case_id = h.case_id
       WHERE h.act = 'Call started' AND l.id = (SELECT max(id) FROM calls)";
    assert_eq!(desk.value(own), "1");
}

/// A school's enquiry about a case whose consent was withdrawn, as an earlier version left it: its three months were
/// over, and its call kept the case and the caller. Gives the enquiry's key.
fn expired_by_an_earlier_version(office: &mut Office, case: i64) -> i64 {
    let enquiry = office.an_enquiry();
    office
        .raw()
        .execute_batch(&format!(
            "UPDATE calls SET case_id = {case} WHERE enquiry_id = {enquiry};
             DELETE FROM documents WHERE enquiry_id = {enquiry};
             UPDATE enquiries SET state = 'expired', name = '', work = '', phone = '', email = '', best_time = ''
             WHERE id = {enquiry};"
        ))
        .unwrap();
    enquiry
}

const KEPT: &str = "SELECT (SELECT count(*) FROM calls WHERE outcome = 'enquiry' AND case_id IS NOT NULL)
   + (SELECT count(*) FROM caller_details d JOIN callers r ON r.id = d.caller_id JOIN calls l ON l.id = r.call_id
      WHERE l.outcome = 'enquiry')";

#[test]
fn what_an_earlier_version_kept_of_an_enquiry_about_a_withdrawn_case_leaves() {
    let mut office = Office::in_file();
    let made = office.a_case();
    let case = made.case;
    let withdrawn = CaseWrite::Consent {
        case,
        record: office.id(),
        act: ConsentAct::Withdrawn,
        giver: "mother".into(),
        given: None,
        how: "spoken".into(),
        limits: "".into(),
        not_covered: "".into(),
        words: "".into(),
    };
    office.case(&withdrawn).unwrap();
    let past = expired_by_an_earlier_version(&mut office, case);
    expired_by_an_earlier_version(&mut office, case);
    let copy = copy_of(&office.path(), 1);
    office.raw().execute("VACUUM INTO ?1", [copy.to_str().unwrap()]).unwrap();
    assert_eq!(office.number(KEPT), 6);
    office.days_later(100);
    let signed = office.signed();
    assert_eq!(office.store.expire_enquiries(&signed).unwrap(), 2);
    assert_eq!(office.number(KEPT), 0);
    assert_eq!(office.number("SELECT count(*) FROM erasing"), 0);
    assert_eq!(office.store.enquiry_page(past).unwrap().state, "expired");
    let signed = office.signed();
    assert_eq!(office.store.expire_enquiries(&signed).unwrap(), 0, "once");
    // A copy of that version still has it.
    assert_eq!(office.store.copies_past_keeping(office.today()), ["office.version-1.mediation"]);
}

#[test]
fn what_the_file_lets_go_only_with_the_case_is_not_looked_at_every_morning() {
    let mut office = Office::in_file();
    let made = office.a_case();
    let enquiry = expired_by_an_earlier_version(&mut office, made.case);
    // A parent spoke on that call too: the details leave when the case is erased, by a rule of the file.
    let call = office.number(&format!("SELECT id FROM calls WHERE enquiry_id = {enquiry}"));
    let caller = office.id();
    let raw = office.raw();
    let sql = "INSERT INTO callers (id, call_id, seq, kind) VALUES ($1, $2, 2, 'parent')";
    raw.execute(sql, [caller, call]).unwrap();
    let name = typed(Detail::Name, "Ngozi Achebe");
    office
        .call(&CallWrite::CallerDetail { call, caller, case: Some(made.case), detail: name, visit: None })
        .unwrap();
    office.days_later(200);
    let signed = office.signed();
    assert_eq!(office.store.expire_enquiries(&signed).unwrap(), 0);
    office.case(&CaseWrite::Erase { case: made.case }).unwrap();
    assert_eq!(office.number("SELECT count(*) FROM caller_details"), 0);
    let signed = office.signed();
    assert_eq!(office.store.expire_enquiries(&signed).unwrap(), 1, "the case leaves its call");
    assert_eq!(office.number(KEPT), 0);
}
