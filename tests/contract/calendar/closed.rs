//! Closed days: what they touch, what is counted anew, and what the office may take back.

use super::*;
use mediation_line::store::touched::Touching;

fn does(office: &mut Office, write: &OfficeWrite) {
    let signed = office.signed();
    office.store.office_write(write, &signed).unwrap();
}

fn row(office: &mut Office, step: &str) -> Vec<(String, String)> {
    let today = office.today();
    let rows = page_on(&mut office.store, today).rows;
    let rows = rows.into_iter().filter(|row| row.step == step);
    rows.map(|row| (row.reason.to_string(), row.due.to_string())).collect()
}

#[test]
fn a_proclaimed_bank_holiday_moves_the_clocks_and_is_told_before() {
    for mut office in offices() {
        let made = office.a_case();
        office.answers(&made, made.family, Answer::NotWilling).unwrap();
        let due = |office: &mut Office| {
            let facts = office.store.facts(made.case).unwrap();
            let event = facts.after.certificate_due().unwrap().event;
            let last = mediation_line::domain::certificate::last_day(event, office.store.law());
            let rows = page_on(&mut office.store, day("2026-11-24")).rows;
            (last, rows.iter().filter(|row| row.step == "Certificate" && row.due == last).count())
        };
        assert_eq!(due(&mut office), (day("2026-11-27"), 1));
        let (thursday, today) = (day("2026-11-26"), office.today());
        let told = office.store.touched(Touching::BankHoliday(thursday), today).unwrap();
        assert_eq!(told[0], "M-0001: certificate Fri 27 Nov -> Mon 30 Nov");
        let told = office.store.touched(Touching::Closed(thursday), today).unwrap();
        assert!(told.iter().all(|line| !line.contains("->")), "an office's own day moves no clock: {told:?}");
        assert_eq!(due(&mut office).0, day("2026-11-27"), "asking moves nothing");
        does(&mut office, &OfficeWrite::BankHoliday(thursday, "Jubilee".into()));
        assert_eq!(due(&mut office), (day("2026-11-30"), 1), "the row was made again with the day");
        assert!(office.store.law().is_bank_holiday(thursday));
        does(&mut office, &OfficeWrite::OpenDay(thursday));
        assert_eq!(due(&mut office), (day("2026-11-27"), 1), "a mistake is taken back");
        does(&mut office, &OfficeWrite::CloseDay(thursday, "Training".into()));
        assert_eq!(due(&mut office), (day("2026-11-27"), 1));
        assert_eq!(office.store.office().closed(thursday), Some("Training"));
        does(&mut office, &OfficeWrite::OpenDay(day("2026-12-25")));
        office.store.read_closed_days().unwrap();
        assert!(office.store.law().is_bank_holiday(day("2026-12-25")), "the list stays");
        assert!(office.store.closed_days(today).unwrap().iter().all(|closed| closed.day == thursday));
    }
}

#[test]
fn another_desk_counts_with_the_day_when_it_has_read_it() {
    let mut office = Office::in_file();
    let mut other = office.another_desk();
    let friday = day("2026-12-04");
    does(&mut office, &OfficeWrite::BankHoliday(friday, "Jubilee".into()));
    assert!(other.store.changed().unwrap());
    other.store.read_closed_days().unwrap();
    assert_eq!(other.store.law().closed(friday), Some("Jubilee"));
    assert_eq!(other.store.office().closed(friday), Some("Jubilee"));
}

#[test]
fn a_date_on_a_day_that_is_closed_later_waits_to_be_moved_and_is_kept() {
    for mut office in offices() {
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let made = office.a_ready_case();
        let booked = book(&mut office, &made, Some(ruth), at("2026-12-09", 10)).unwrap();
        let wednesday = day("2026-12-09");
        let said = ("Booked Wed 9 Dec: office closed that day".to_owned(), "2026-12-09".to_owned());
        for write in [
            OfficeWrite::CloseDay(wednesday, "Training".into()),
            OfficeWrite::BankHoliday(wednesday, "Jubilee".into()),
        ] {
            does(&mut office, &write);
            assert_eq!(row(&mut office, "Move it"), std::slice::from_ref(&said));
            assert_eq!(states(&mut office, &made), [BookingState::Booked], "never called off by itself");
            does(&mut office, &OfficeWrite::OpenDay(wednesday));
            assert!(row(&mut office, "Move it").is_empty(), "open again");
        }
        does(&mut office, &OfficeWrite::CloseDay(wednesday, "Training".into()));
        let (new, slot) = (office.id(), at("2026-12-10", 10));
        let moved = CalendarWrite::Move {
            booking: booked.id,
            new,
            slot,
            mediator: Some(ruth),
            short_notice_agreed: false,
        };
        writes(&mut office, &moved).unwrap();
        assert!(row(&mut office, "Move it").is_empty(), "moved");
    }
}

#[test]
fn many_cases_are_made_again_page_by_page() {
    let mut office = Office::in_memory();
    let made: Vec<Made> = (0..70).map(|_| office.a_case()).collect();
    for made in &made {
        office.answers(made, made.family, Answer::NotWilling).unwrap();
    }
    does(&mut office, &OfficeWrite::BankHoliday(day("2026-11-26"), "Jubilee".into()));
    let today = office.today();
    office.days_later(4);
    let page = page_on(&mut office.store, day("2026-11-30"));
    assert!(page.rows.iter().filter(|row| row.step == "Certificate").all(|row| row.due > today));
    let told = office.store.touched(Touching::BankHoliday(day("2026-11-25")), today).unwrap();
    assert!(told.iter().any(|line| line == "and 64 more clocks"), "{told:?}");
}

#[test]
fn a_bank_holiday_on_the_last_day_to_appeal_moves_its_row() {
    let mut office = Office::in_file();
    office.a_case();
    let due = |office: &Office| -> String {
        let sql = "SELECT group_concat(reason) FROM attention WHERE kind = 'appeal'";
        office.raw().query_row(sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(due(&office), "Appeal by Mon 4 Jan, uncertified");
    does(&mut office, &OfficeWrite::BankHoliday(day("2027-01-04"), "Jubilee".into()));
    assert_eq!(due(&office), "Appeal by Tue 5 Jan, uncertified");
    does(&mut office, &OfficeWrite::OpenDay(day("2027-01-04")));
    assert_eq!(due(&office), "Appeal by Mon 4 Jan, uncertified");
}
