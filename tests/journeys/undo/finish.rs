//! A call that was finished too early: it is open again, its case stays, and nothing that was erased comes back.

use crate::journeys::budgets::parent_call;
use crate::journeys::desk::Desk;

fn school_call(desk: &mut Desk) {
    desk.school_rings().keys("n d Enter F9");
}

#[test]
fn a_finished_call_with_a_case_is_open_again_and_is_finished_a_second_time() {
    let mut desk = Desk::new();
    parent_call(&mut desk);
    desk.shows("Finished: M-0001");
    let parties = desk.value("SELECT count(*) FROM parties");
    desk.keys("Ctrl+Z").shows("CALL C-0001").shows("Larkfield Primary");
    assert_eq!(desk.value("SELECT state || ' ' || COALESCE(outcome, 'none') FROM calls"), "open none");
    assert_eq!(desk.value("SELECT state || number FROM cases"), "in call1");
    for table in ["attention", "parties", "answers", "steps", "documents", "certificates"] {
        assert_eq!(desk.value(&format!("SELECT count(*) FROM {table}")), "0", "{table}");
    }
    assert_eq!(desk.value("SELECT count(*) FROM history WHERE act = 'Taken back: Call finished'"), "1");
    desk.keys("F4").text("One more thing.").keys("F9 F9").shows("Finished: M-0001");
    assert_eq!(desk.value("SELECT state || ' ' || outcome FROM calls"), "finished case");
    assert_eq!(desk.value("SELECT count(*) FROM parties"), parties);
    assert_eq!(desk.value("SELECT group_concat(state || number) FROM cases"), "open1");
    assert!(desk.value("SELECT body FROM notes").contains("One more thing."));
}

#[test]
fn a_finished_call_with_an_enquiry_is_open_again_and_keeps_its_number() {
    let mut desk = Desk::new();
    school_call(&mut desk);
    desk.keys("r F9").shows("Kept as enquiry E-0001");
    desk.keys("Ctrl+Z").shows("CALL C-0001").keys("Alt+N").shows("Martin Oyelaran");
    assert_eq!(desk.value("SELECT state || name || phone FROM enquiries"), "ended");
    assert_eq!(desk.value("SELECT count(*) FROM documents"), "0");
    desk.keys("F9 r F9").shows("Kept as enquiry E-0001");
    assert_eq!(
        desk.value("SELECT state || ' ' || name || ' ' || next_step FROM enquiries"),
        "open Martin Oyelaran caller rings back"
    );
    assert_eq!(desk.value("SELECT count(*) FROM documents"), "1");
    // And the other end of it: nothing at all is kept.
    desk.keys("Ctrl+Z F9 x F9");
    assert_eq!(desk.value("SELECT state || name || phone FROM enquiries"), "ended");
    assert_eq!(desk.value("SELECT outcome FROM calls"), "no consent");
    desk.nowhere_in_the_files(&["Oyelaran"]);
}

#[test]
fn a_call_without_consent_stays_finished_and_says_so() {
    let mut desk = Desk::new();
    school_call(&mut desk);
    desk.keys("x F9");
    desk.keys("Ctrl+Z").shows("C-0001: a call that is only counted stays finished. Nothing of it was kept.");
    assert_eq!(desk.value("SELECT outcome FROM calls"), "no consent");
    desk.nowhere_in_the_files(&["Oyelaran"]);
}

#[test]
fn no_tool_opens_a_finished_call_without_its_line() {
    let mut desk = Desk::new();
    parent_call(&mut desk);
    let sql = "UPDATE calls SET state = 'not finished', outcome = NULL";
    let refused = desk.file().execute(sql, []).unwrap_err().to_string();
    assert_eq!(refused, "a finished call stays finished");
}

#[test]
fn a_child_alone_who_was_finished_leaves_the_file_all_the_same() {
    let mut desk = Desk::new();
    desk.keys("F2 y Enter").text("Maya Zzquill").keys("Enter").text("07700 900345").keys("Enter Enter Enter");
    desk.text("14.2.09").keys("Enter F4").text("zzsecret words").keys("F9 F9").shows("M-0001");
    desk.keys("Ctrl+Z").shows("CALL C-0001");
    desk.keys("Alt+R Ctrl+A").text("14.2.15").keys("Enter").shows("A parent or carer would need to ask us.");
    desk.keys("F9").shows("a child alone").keys("F9");
    assert_eq!(desk.value("SELECT outcome FROM calls"), "child alone");
    assert_eq!(desk.value("SELECT count(*) FROM cases"), "0");
    desk.nowhere_in_the_files(&["zzquill", "900345", "zzsecret"]);
}

#[test]
fn who_turns_out_otherwise_after_the_end_leaves_the_file_all_the_same() {
    let mut desk = Desk::new();
    parent_call(&mut desk);
    desk.keys("Ctrl+Z").shows("CALL C-0001");
    desk.keys("Alt+W Ctrl+A s Enter").shows("It leaves the file now.");
    desk.nowhere_in_the_files(&["kelechi", "larkfield"]);
    desk.keys("Alt+W Enter F9 x F9");
    assert_eq!(desk.value("SELECT outcome FROM calls"), "no consent");
    desk.nowhere_in_the_files(&["achebe", "kelechi", "900142"]);
}

#[test]
fn the_agreement_of_a_grown_up_is_asked_for_after_the_end_too() {
    let mut desk = Desk::new();
    parent_call(&mut desk);
    desk.keys("Ctrl+Z").shows("CALL C-0001");
    desk.keys("Alt+R Ctrl+A").text("12 mar 2004").keys("Enter").shows("Does he or she agree?");
    desk.nowhere_in_the_files(&["kelechi"]);
}

#[test]
fn a_field_is_put_right_and_the_number_stays() {
    let mut desk = Desk::new();
    parent_call(&mut desk);
    desk.keys("Ctrl+Z Alt+N Ctrl+A").text("Dawn Achebe-Hart").keys("Enter F9 F9").shows("Finished: M-0001");
    assert_eq!(desk.value("SELECT group_concat(state || number) FROM cases"), "open1");
    assert_eq!(desk.value("SELECT person FROM parties WHERE side = 'family'"), "Dawn Achebe-Hart");
    assert_eq!(desk.value("SELECT count(*) FROM parties WHERE side = 'family'"), "1");
}

#[test]
fn no_tool_takes_a_case_back_into_its_call_without_its_line() {
    let mut desk = Desk::new();
    parent_call(&mut desk);
    let refused = desk.file().execute("UPDATE cases SET state = 'in call'", []).unwrap_err().to_string();
    assert_eq!(refused, "a case is in its call only once");
}

#[test]
fn an_enquiry_that_a_colleague_took_over_stays_as_it_is() {
    let mut desk = Desk::new();
    school_call(&mut desk);
    desk.keys("r F9").shows("Kept as enquiry E-0001");
    let (enquiry, seq): (i64, i64) = desk
        .file()
        .query_row("SELECT (SELECT id FROM enquiries), (SELECT max(seq) FROM history)", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    desk.file()
        .execute(
            "INSERT INTO history (id, at, staff, act, enquiry_id)
             SELECT id + 7, at + 1000, 'Tom', 'Rang back', ?1 FROM history WHERE seq = ?2",
            [enquiry, seq],
        )
        .unwrap();
    desk.keys("Ctrl+Z").shows("Tom changed this enquiry at ").shows("Nothing was undone.");
    assert_eq!(desk.value("SELECT state FROM enquiries"), "open");
}

#[test]
fn what_a_taking_back_opens_is_closed_again_with_its_write() {
    let mut desk = Desk::new();
    parent_call(&mut desk);
    desk.shows("Finished: M-0001").keys("Ctrl+Z").shows("CALL C-0001");
    assert_eq!(desk.value("SELECT count(*) FROM taking_back"), "0");
    assert_eq!(desk.value("SELECT count(*) FROM taking"), "0");
    // A mark that is left behind does not reach the disk.
    let mut file = desk.file();
    file.execute_batch("PRAGMA foreign_keys = ON").unwrap();
    let write = file.transaction().unwrap();
    let line = "INSERT INTO history (id, at, staff, act) VALUES (9, 1, 'x', 'Taken back: Note')";
    write.execute(line, []).unwrap();
    let mark = "INSERT INTO taking (history_id) VALUES (9)";
    assert_eq!(write.execute(mark, []).unwrap(), 1);
    assert!(write.commit().unwrap_err().to_string().contains("FOREIGN KEY"));
    let refused = desk.file().execute("INSERT INTO taking (history_id) SELECT min(id) FROM history", []);
    assert_eq!(refused.unwrap_err().to_string(), "only what was done is taken back");
}
