//! What the pages of rows read and write: the latest calls, Find by a call's number, an enquiry that ends.

use chrono::NaiveDate;
use mediation_line::domain::queue::Group;
use mediation_line::domain::reference::RefKind;
use mediation_line::store::Store;
use mediation_line::store::office::OfficeWrite;
use mediation_line::store::queue::{Item, QueuePage};
use mediation_line::store::search::FoundKind;

use super::office::{Office, today};

/// Today's page as nobody in particular sees it at the end of a day.
pub(crate) fn page_on(store: &mut Store, day: NaiveDate) -> QueuePage {
    let now = day.and_hms_opt(23, 59, 0).unwrap();
    store.queue_at(now, now.and_utc().timestamp_millis(), "").unwrap()
}

#[test]
fn a_case_stands_once_on_today_and_its_call_still_among_the_latest() {
    let mut office = Office::in_memory();
    let made = office.a_ready_case();
    let page = page_on(&mut office.store, today());
    let rows: Vec<_> = page.rows.iter().filter(|row| row.item == Item::Case(made.case)).collect();
    assert_eq!(rows.len(), 1);
    assert_ne!(rows[0].group, Group::Recent);
    let call = page.last_calls.iter().find(|row| row.item == Item::Case(made.case)).unwrap();
    assert!(call.at.is_some() && call.due == today());
    assert_eq!(&*call.reason, "parent", "the day is told by the page, not by the words");
    assert_eq!(page.next_closed, Some(("2026-12-25".parse().unwrap(), "Christmas Day".into())));
}

#[test]
fn a_calls_number_finds_its_case() {
    let mut office = Office::in_memory();
    let made = office.a_case();
    let number = office.store.call_page(made.call).unwrap().reference.unwrap();
    assert_eq!(number.kind, RefKind::Call);
    let found = office.store.find(&number.to_string(), false).unwrap();
    assert_eq!(found.first().map(|row| (row.kind, row.case)), Some((FoundKind::Case, Some(made.case))));
    assert!(office.store.find(&number.to_string(), true).unwrap().is_empty(), "no family without consent");
}

#[test]
fn an_enquiry_that_has_ended_no_longer_waits() {
    let mut office = Office::in_memory();
    let enquiry = office.an_enquiry();
    let waits = |office: &mut Office| {
        let page = page_on(&mut office.store, today());
        page.rows.iter().any(|r| r.item == Item::Enquiry(enquiry) && r.group == Group::WaitingForConsent)
    };
    assert!(waits(&mut office));
    let signed = office.signed();
    office.store.office_write(&OfficeWrite::EndEnquiry(enquiry), &signed).unwrap();
    assert!(!waits(&mut office));
    assert_eq!(office.store.enquiry_page(enquiry).unwrap().state, "ended");
    let again = office.signed();
    let refused = office.store.office_write(&OfficeWrite::EndEnquiry(enquiry), &again).unwrap_err();
    assert!(refused.to_string().contains("ended already"), "another desk writes no second line: {refused}");
    office.store.office_write(&OfficeWrite::EndEnquiry(enquiry), &signed).unwrap();
}
