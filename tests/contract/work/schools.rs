//! What one letter in *School* may read, however many names begin so.

use mediation_line::domain::detail::Detail;
use mediation_line::domain::subject::Route;
use mediation_line::domain::typed_day::DayReading;

use super::*;

#[test]
fn a_letter_in_school_reads_the_children_of_few_names() {
    let (engine, plan) = Failing::around(Box::new(Sqlite::in_memory().unwrap()));
    let mut office = Office::around(Box::new(engine));
    for nth in 0..60 {
        // Two cases of one child at each of thirty schools: no number in common, so that only the child tells.
        let made = office.a_full_call();
        office.family_detail(&made, Detail::School, &format!("Lark {:02}", nth / 2));
        let born = DayReading::Day(day("2016-03-12")).to_stored().into();
        let (call, case) = (Some(made.call), made.case);
        let detail = (Detail::Born, "12.3.16".into(), born);
        office.call(&CallWrite::FamilyDetail { call, case, detail, visit: None, known: Vec::new() }).unwrap();
        let mut new = office.new_case(&made, Route::Statutory);
        new.parties[0].contact.phone = format!("01632 960{nth:03}").into();
        office.call(&CallWrite::FinishCase { call: made.call, new: Some(new), case }).unwrap();
    }
    let typed = office.a_full_call();
    plan.next_reads(vec![Turn::Works; 200]);
    assert_eq!(office.store.schools(typed.case, "lark").unwrap(), []);
    let read = 200 - plan.reads_left();
    assert!((40..=50).contains(&read), "{read} reads: the list, the case itself, two cases of 24 names");
}
