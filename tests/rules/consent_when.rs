//! Consent: the day on which they agreed. The call is on Sunday 22 November 2026.

use super::day;
use mediation_line::domain::consent::{ConsentGap, ToldConsent, agreed_on, complete, read_agreed};
use mediation_line::domain::typed_day::DayReading::Unread;
use mediation_line::domain::working_days::WorkingDays;

const CALL: &str = "2026-11-22";

fn told(when: &str) -> Result<String, ConsentGap> {
    told_after(when, None)
}

fn told_after(when: &str, withdrawn: Option<&str>) -> Result<String, ConsentGap> {
    let reading = read_agreed(when, day(CALL), &WorkingDays::england());
    let told = ToldConsent { who: "m".into(), when: when.into(), how: "s".into(), ..ToldConsent::default() };
    complete(&told, &reading, day(CALL), withdrawn.map(day)).map(|given| given.given_to.to_string())
}

#[test]
fn consent_16_a_day_without_a_year_is_the_nearest_and_ahead_it_is_not_yet() {
    for when in [
        "24/11",
        "on 24/11",
        "tue 24 nov",
        "24 nov",
        "23.11",
        "dec",
        "in december",
        "early dec",
        "25",
        "24th",
        "30 nov",
        "5/12",
        "this fri",
        "this friday",
        "This Friday",
        "this mon",
        "tomorrow",
        "next fri",
        "nov",
        "2 jan",
        "24/11/2026",
    ] {
        assert_eq!(told(when), Err(ConsentGap::AfterTheCall), "{when}");
    }
    for (when, to) in [
        ("24/11/2025", "2025-11-24"),
        ("24 nov 25", "2025-11-24"),
        ("dec 2025", "2025-12-31"),
        ("12 nov", "2026-11-12"),
        ("21/11", "2026-11-21"),
        ("22/11", CALL),
        ("oct", "2026-10-31"),
        ("20", "2026-11-20"),
        ("8th", "2026-11-08"),
        ("fri", "2026-11-20"),
        ("on friday", "2026-11-20"),
        ("sunday", "2026-11-15"),
        ("last fri", "2026-11-20"),
        ("last week", "2026-11-15"),
        ("t", CALL),
        ("this morning", CALL),
        ("Earlier today", CALL),
        ("just now", CALL),
        ("y", "2026-11-21"),
    ] {
        assert_eq!(told(when).as_deref(), Ok(to), "{when}");
    }
}

#[test]
fn consent_17_a_weekday_of_another_day_is_not_read() {
    let england = WorkingDays::england();
    for when in ["mon 24 nov", "mon 24 nov 2026", "sat 20 nov", "Weds 20 Nov", "tuesday 24/11/2025"] {
        assert_eq!(read_agreed(when, day(CALL), &england), Unread, "{when}");
    }
    for when in ["fri 20 nov", "Friday 20/11", "mon 24 nov 2025"] {
        assert!(told(when).is_ok(), "{when}");
    }
}

#[test]
fn consent_18_a_record_tells_the_year_and_what_was_typed() {
    let england = WorkingDays::england();
    let on = |given: &str, to: &str| agreed_on(given, day(to), day(CALL), &england);
    assert_eq!(on("24/11/25", "2025-11-24"), "Mon 24 Nov 2025 (typed 24/11/25)");
    assert_eq!(on("last fri", "2026-11-20"), "Fri 20 Nov 2026 (typed last fri)");
    assert_eq!(on("last month", "2026-10-31"), "by Sat 31 Oct 2026 (typed last month)");
    assert_eq!(on("Fri 20 Nov 2026", "2026-11-20"), "Fri 20 Nov 2026");
}

#[test]
fn consent_20_after_a_withdrawal_only_a_later_yes_counts() {
    for when in ["last month", "19 nov", "thu", "this week", "last week", "oct"] {
        assert_eq!(told_after(when, Some("2026-11-20")), Err(ConsentGap::BeforeTheWithdrawal), "{when}");
    }
    for when in ["20 nov", "fri", "yesterday", "t"] {
        assert!(told_after(when, Some("2026-11-20")).is_ok(), "{when}");
    }
    assert_eq!(told_after("24/11", Some("2026-11-20")), Err(ConsentGap::AfterTheCall));
}

#[test]
fn consent_23_more_than_a_year_before_the_call_is_not_yet() {
    for when in ["3.5.18", "12/3/17", "21/11/2025"] {
        assert_eq!(told(when), Err(ConsentGap::LongAgo), "{when}");
    }
    for when in ["22/11/2025", "last month", "24/12/25"] {
        assert!(told(when).is_ok(), "{when}");
    }
}

#[test]
fn consent_24_a_day_is_told_by_its_part_or_by_what_has_been_since() {
    for (when, to) in [
        ("yesterday afternoon", "2026-11-21"),
        ("yesterday morning", "2026-11-21"),
        ("last night", "2026-11-21"),
        ("monday morning", "2026-11-16"),
        ("on thursday evening", "2026-11-19"),
        ("sunday evening", "2026-11-15"),
        ("monday last week", "2026-11-09"),
        ("last week Friday", "2026-11-13"),
        ("at the weekend", "2026-11-15"),
        ("earlier this week", CALL),
        ("10 minutes ago", CALL),
        ("an hour ago", CALL),
        ("right now", CALL),
        ("just before this call", CALL),
    ] {
        assert_eq!(told(when).as_deref(), Ok(to), "{when}");
    }
    for when in ["this afternoon", "today evening", "this evening", "tonight", "evening", "friday next week"]
    {
        assert_eq!(told(when), Err(ConsentGap::When), "{when}");
    }
    for when in ["tomorrow morning", "this friday evening"] {
        assert_eq!(told(when), Err(ConsentGap::AfterTheCall), "{when}");
    }
    assert_eq!(told_after("earlier this week", Some("2026-11-20")), Err(ConsentGap::BeforeTheWithdrawal));
    let england = WorkingDays::england();
    let told = agreed_on("at the weekend", day("2026-11-15"), day(CALL), &england);
    assert_eq!(told, "by Sun 15 Nov 2026 (typed at the weekend)");
}
