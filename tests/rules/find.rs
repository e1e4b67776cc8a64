//! The finder, by worked examples and by chance. Today is Tuesday 24 November 2026, just after three.

use super::day;
use super::slot::{ADA, BEN, OFFICE, at, diary, mediator, taken, with};
use mediation_line::domain::queue::BookingState;
use mediation_line::domain::slot::{Diary, OFFERS, Offer, Slot, Soft, Wish};
use mediation_line::domain::suits::Suits;
use mediation_line::domain::working_days::{WorkingDays, is_weekend};
use proptest::prelude::*;

fn wish(family: &str) -> Wish {
    let suits = Suits::read(family, day("2026-11-24"), &WorkingDays::england());
    Wish {
        length: 12,
        parties: vec![("family", suits)],
        area: String::new(),
        bsl: false,
        until: Some(day("2026-12-19")),
    }
}

fn starts(offers: &[Offer]) -> Vec<String> {
    offers.iter().map(|o| o.slot.start_words()).collect()
}

#[test]
fn find_1_hard_rules_leave_a_time_out_with_the_reason() {
    let mut diary = with(vec![
        taken(ADA, 395, at("2026-12-03", 36, 32), BookingState::Booked),
        taken(BEN, 700, at("2026-12-04", 36, 12), BookingState::Held),
    ]);
    diary.mediators[1].away = vec![(day("2026-12-03"), day("2026-12-03"))];
    // A day alone is looked at, without what stands in the way and with it.
    let on = |diary: &Diary, day: &str, said: &str| {
        let found = diary.find(&Wish { until: None, ..wish(&format!("from {day}, until {day}{said}")) });
        (starts(&found.offers), found.left_out.join(", "))
    };
    let bare = Diary { case: None, days: WorkingDays::england(), quarter: 36, ..with(Vec::new()) };
    for (day, said, left, words) in [
        ("11 dec", "", &[][..], ""),
        ("24 nov", "", &[], ""),
        ("4 dec", "", &["Fri 4 Dec 12:00"], "the case's own date"),
        ("2 dec", ", not wed", &[], "Wed (family)"),
        ("3 dec", "", &[], "no mediator free"),
    ] {
        assert_eq!(on(&bare, day, "").0.len(), 2, "{day}: a morning and an afternoon");
        let (offered, left_out) = on(&diary, day, said);
        assert_eq!(offered, left, "{day}");
        assert!(left_out.contains(words), "{day}: {left_out}");
    }
    assert_eq!(on(&bare, "5 dec", "").0, [""; 0], "a Saturday");
}

#[test]
fn find_2_a_time_carries_marks() {
    let mut diary = with(vec![taken(ADA, 395, at("2026-12-07", 36, 12), BookingState::Booked)]);
    diary.mediators.truncate(1);
    diary.mediators[0].areas = "Northmere, Wyre Vale".into();
    diary.mediators[0].per_week = 1;
    diary.mediators[0].offers = "online".into();
    let asked = Wish { area: "Eastholt".into(), bsl: true, ..wish("in person") };
    let found = diary.find(&asked);
    assert_eq!(found.offers[0].marks, [Soft::Area, Soft::Bsl, Soft::How]);
    let soon = Wish { area: "wyre".into(), until: Some(day("2026-11-26")), ..wish("until 4 dec") };
    let near = diary.find(&soon);
    let of = |text: &str| near.offers.iter().find(|o| o.slot.day == day(text)).unwrap().marks.clone();
    assert_eq!(of("2026-11-25"), [Soft::Notice]);
    let both = diary.find(&Wish { until: Some(day("2026-11-26")), ..wish("from 27 nov, until 27 nov") });
    assert_eq!(both.offers[0].marks[..2], [Soft::Clock, Soft::Notice]);
    assert_eq!(of("2026-12-02"), [Soft::Clock]);
    let full = diary.find(&Wish { until: None, ..wish("from 7 dec, until 11 dec") });
    assert!(full.offers.iter().all(|o| o.marks == [Soft::Week]), "{:?}", full.offers);
    assert!(full.left_out.iter().any(|words| words == "before Mon 7 Dec (family)"), "{:?}", full.left_out);
}

#[test]
fn find_3_the_mediator_with_fewest_marks_and_then_fewest_meetings() {
    let names = |diary: &Diary, wish: &Wish| -> Vec<String> {
        diary.find(wish).offers.into_iter().map(|o| o.name).collect()
    };
    // Of Wed, Thu, Fri and Mon, Tue, Wed.
    assert_eq!(names(&diary(), &wish("")), ["Ada", "Ben", "Ada", "Ada", "Ben", "Ada"]);
    let mut one = diary();
    one.mediators[1].offers = "BSL".into();
    let bsl = Wish { bsl: true, ..wish("") };
    assert_eq!(names(&one, &bsl), ["Ben"; 6]);
}

#[test]
fn find_4_six_times_over_six_days_with_fewest_marks_first() {
    let diary = diary();
    let all = starts(&diary.find(&wish("not wed, after 10")).offers);
    assert_eq!(
        all,
        [
            "Thu 3 Dec 10:00",
            "Fri 4 Dec 10:00",
            "Mon 7 Dec 10:00",
            "Tue 8 Dec 10:00",
            "Thu 10 Dec 10:00",
            "Mon 14 Dec 10:00",
        ]
    );
    // Two days are left inside: their mornings and afternoons, then shorter notice.
    let short = diary.find(&Wish { until: Some(day("2026-12-03")), ..wish("") }).offers;
    let said = starts(&short);
    assert_eq!(said[..4], ["Wed 2 Dec 9:00", "Wed 2 Dec 12:00", "Thu 3 Dec 9:00", "Thu 3 Dec 12:00"]);
    assert_eq!(short[4].marks, [Soft::Notice]);
    assert_eq!(said[4], "Wed 25 Nov 9:00");
}

#[test]
fn find_5_earlier_times_have_their_reasons_in_a_few_words() {
    let mut diary = diary();
    let away = (day("2026-12-03"), day("2026-12-04"));
    diary.mediators[0].away = vec![away];
    diary.mediators[1].usual[3] = None;
    diary.mediators[1].usual[4] = None;
    let found = diary.find(&wish("not wed, after 10"));
    assert_eq!(found.offers[0].slot.start_words(), "Mon 7 Dec 10:00");
    assert_eq!(
        found.left_out.join(", "),
        "Wed and before 10:00 (family), before 2 Dec (notice), 11 Dec (Training), 3 Dec to 4 Dec (Ada away), \
         after 19 Dec (30 days)"
    );
    let nothing = diary.find(&wish("not mon tue wed thu fri"));
    assert!(nothing.offers.is_empty());
    assert_eq!(nothing.left_out, ["Mon, Tue, Wed, Thu, Fri (family)"]);
}

#[test]
fn find_6_the_room_until_the_30_days_end() {
    let mut diary = diary();
    diary.mediators.truncate(1);
    // Eleven starts on each of Wed 2 to Fri 4, Mon 7 to Thu 10, Mon 14 to Fri 18: Fri 11 is closed.
    let room = diary.find(&wish("")).room.unwrap();
    assert_eq!((room.times, room.days), (11 * 12, 12));
    let room = diary.find(&wish("not wed, after 10")).room.unwrap();
    assert_eq!((room.times, room.days), (9 * 9, 9));
    assert_eq!(room.words(), "81 times on 9 days suit everyone until Sat 19 Dec.");
    assert_eq!(diary.room(&wish("not wed, after 10")), Some(room));
    assert_eq!(diary.find(&Wish { until: None, ..wish("") }).room, None);
}

#[test]
fn find_7_what_would_open_most() {
    let diary = diary();
    let room = diary.find(&wish("until 4 dec, not thu, mornings")).room.unwrap();
    // Wed 2 and Fri 4, each 9:00, 9:30 and 10:00.
    assert_eq!((room.times, room.days), (6, 2));
    assert_eq!(room.opens, Some(("\"until Fri 4 Dec\"".to_owned(), 6 + 3 * 7)));
    let none = diary.find(&Wish { until: Some(day("2026-12-01")), ..wish("") }).room.unwrap();
    assert_eq!(none.times, 0);
    assert_eq!(none.opens_words().unwrap(), "Without 5 days' notice: 55.");
    assert!(none.words().starts_with("None suits everyone until Tue 1 Dec:"));
    let over = diary.find(&Wish { until: Some(day("2026-11-20")), ..wish("") }).room.unwrap();
    assert_eq!(over.words(), "The 30 days ran out Fri 20 Nov: every time is after them.");
    assert_eq!(over.opens_words(), None);
}

fn some_diary() -> impl Strategy<Value = (Diary, Wish)> {
    let bookings = prop::collection::vec((0..2_i64, 0..30_u64, 18..32_i64, 4..16_i64, 0..3_i64), 0..12);
    let said = prop::sample::select(vec![
        "",
        "not wed",
        "after 10",
        "mornings",
        "mon tue only",
        "not 3 dec",
        "until 8 dec, not fri",
        "from 7 dec",
    ]);
    (bookings, said, 0..4_u8, 0..60_u64, any::<bool>()).prop_map(|(bookings, said, per_week, until, away)| {
        let slots = bookings.into_iter().map(|(who, on, start, length, case)| {
            let date = day("2026-11-24") + chrono::Days::new(on);
            taken(ADA + who, 699 + case, Slot { day: date, start: start * 2, length }, BookingState::Booked)
        });
        let mut diary = with(slots.collect());
        diary.mediators[0].per_week = i64::from(per_week);
        if away {
            diary.mediators[1].away = vec![(day("2026-12-01"), day("2026-12-09"))];
        }
        let until = (until > 0).then(|| day("2026-11-24") + chrono::Days::new(until));
        (diary, Wish { until, ..wish(said) })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn find_never_breaks_a_hard_rule_and_every_earlier_start_has_a_reason((diary, wish) in some_diary()) {
        let found = diary.find(&wish);
        prop_assert!(found.offers.len() <= OFFERS);
        for offer in &found.offers {
            prop_assert_eq!(diary.may_take(offer.slot, offer.mediator), Ok(()));
            prop_assert!(wish.against(offer.slot).is_none());
        }
        let Some(last) = found.offers.iter().map(|o| o.slot).max() else { return Ok(()) };
        for date in diary.today.iter_days().take_while(|date| *date <= last.day).filter(|d| !is_weekend(*d)) {
            for start in (OFFICE.opens..=OFFICE.closes - 12).step_by(2) {
                let slot = Slot { day: date, start, length: 12 };
                if found.offers.iter().any(|o| o.slot == slot) {
                    continue;
                }
                // Out: nobody is free, or a party cannot.
                let who = diary.who(&wish, slot);
                let Some(best) = who.first().filter(|_| wish.against(slot).is_none()) else { continue };
                let late = wish.until.is_some_and(|until| date > until);
                let marks = best.marks.len() + usize::from(late) + usize::from(date < diary.noticed());
                // Marks that one of those offered does not have.
                if found.offers.iter().any(|o| o.marks.len() < marks) {
                    continue;
                }
                // As good as those offered, and its half day or the six places are taken.
                let half = |s: Slot| (s.day, s.start >= 48);
                let same = found.offers.iter().any(|o| half(o.slot) == half(slot));
                prop_assert!(same || found.offers.len() == OFFERS, "{:?} {}", slot, marks);
            }
        }
    }
}

#[test]
fn a_mediator_covers_the_areas_they_name() {
    let mut m = mediator(ADA, "Ada");
    assert!(m.covers("Eastholt"));
    m.areas = "Northmere, Wyre Vale".into();
    assert!(m.covers("wyre vale council") && m.covers("Northmere") && m.covers("") && !m.covers("Eastholt"));
    m.areas = "all".into();
    assert!(m.covers("Eastholt"));
}
