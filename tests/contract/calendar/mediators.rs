//! The mediators' own page, their days in the diary, and conflicts.

use super::*;

#[test]
fn away_and_extra_days_open_and_close_times_and_never_cancel() {
    for mut office in offices() {
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let thursday = day("2026-12-03");
        let mut days = [Some(Hours { opens: 36, closes: 68 }); 5];
        days[2] = None;
        mediates(&mut office, &MediatorWrite::UsualDays { mediator: ruth, days });
        let made = office.a_ready_case();
        let said = refused(hold(&mut office, &made, Some(ruth), at("2026-12-02", 10)));
        assert_eq!(said, Refusal::NotWorking("Ruth Adeyemi".into()));
        let said = refused(hold(&mut office, &made, None, at("2026-12-02", 10)));
        assert_eq!(said.to_string(), "No mediator is free then. Nearest free: Thu 3 Dec 10:00.");
        let id = office.id();
        let (from, to) = (day("2026-12-02"), day("2026-12-02"));
        let hours = Some(Hours { opens: 40, closes: 52 });
        let words = String::new();
        mediates(&mut office, &MediatorWrite::Extra { id, mediator: ruth, from, to, hours, words });
        hold(&mut office, &made, None, at("2026-12-02", 10)).unwrap();
        let booked = book(&mut office, &made, Some(ruth), at("2026-12-03", 10)).unwrap();
        let id = office.id();
        let (from, to, words) = (thursday, day("2026-12-04"), "training".to_owned());
        mediates(&mut office, &MediatorWrite::Away { id, mediator: ruth, from, to, words });
        assert_eq!(office.store.booking(booked.id).unwrap().state, BookingState::Booked);
        let today = office.today();
        let diary = office.store.diary(today, day("2026-12-18"), None, today, 60).unwrap();
        assert!(diary.taken.iter().any(|t| t.booking == booked.id), "it stands");
        let needs =
            |office: &mut Office| reasons(office, &made).iter().any(|r| r.contains("needs a mediator"));
        assert!(needs(&mut office));
        assert!(diary.open_starts(thursday, 12, None).is_empty());
        mediates(&mut office, &MediatorWrite::RemoveDate { id });
        assert!(!needs(&mut office));
        let diary = office.store.diary(today, day("2026-12-18"), None, today, 60).unwrap();
        assert_eq!(diary.open_starts(thursday, 12, None), [52, 54, 56]);
    }
}

#[test]
fn a_declared_conflict_is_refused_and_another_mediator_taken() {
    for mut office in offices() {
        let col = mediator(&mut office, "Col Fenwick");
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let made = office.a_case();
        let words = "knows the family".into();
        mediates(&mut office, &MediatorWrite::Conflict { mediator: col, case: made.case, words });
        let slot = at("2026-12-03", 10);
        let said = refused(hold(&mut office, &made, Some(col), slot)).to_string();
        assert_eq!(said, "Col Fenwick cannot act for this case. Choose another mediator.");
        assert_eq!(hold(&mut office, &made, None, slot).unwrap().mediator, ruth);
        let pages = office.store.mediators(office.today()).unwrap();
        let page = pages.iter().find(|page| page.facts.id == col).unwrap();
        assert_eq!(page.cannot.len(), 1);
        assert_eq!(
            office.store.timeline(made.case, None, 9).unwrap()[1].act,
            "A mediator cannot act for this case"
        );
    }
}

#[test]
fn the_first_free_mediator_is_the_one_with_fewest_meetings_that_week() {
    for mut office in offices() {
        let col = mediator(&mut office, "Col Fenwick");
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let mut taken = Vec::new();
        for day in ["2026-12-07", "2026-12-08", "2026-12-09", "2026-12-14"] {
            let made = office.a_case();
            taken.push(hold(&mut office, &made, None, at(day, 10)).unwrap().mediator);
        }
        assert_eq!(taken, [col, ruth, col, col], "by name, then in turns, and a new week begins again");
    }
}

#[test]
fn the_page_counts_this_month_and_names_the_next_meeting() {
    for mut office in offices() {
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let (one, two, three) = (office.a_ready_case(), office.a_ready_case(), office.a_ready_case());
        book(&mut office, &one, Some(ruth), at("2026-11-27", 10)).unwrap();
        book(&mut office, &two, Some(ruth), at("2026-12-02", 10)).unwrap();
        hold(&mut office, &three, Some(ruth), at("2026-11-26", 10)).unwrap();
        let page = &office.store.mediators(office.today()).unwrap()[0];
        assert_eq!((page.this_month, page.booked.len()), (1, 3));
        assert_eq!(page.next_booked().unwrap().start_words(), "Fri 27 Nov 10:00");
        mediates(&mut office, &MediatorWrite::Working { mediator: ruth, on: false });
        assert!(!office.store.mediators(office.today()).unwrap()[0].facts.working);
        let made = office.a_case();
        assert_eq!(refused(hold(&mut office, &made, None, at("2026-12-08", 10))), Refusal::NoMediator);
        for made in [&one, &two] {
            assert_eq!(states(&mut office, made), [BookingState::Booked], "what is booked stays");
        }
    }
}

#[test]
fn a_mediator_saved_again_is_the_same_mediator() {
    let mut office = Office::in_memory();
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    let write = MediatorWrite::Save {
        id: ruth,
        name: "Ruth Adeyemi-Cole".into(),
        phone: "07700 900272".into(),
        areas: "Northmere".into(),
        accredited: true,
        sen_trained: false,
        offers: "BSL".into(),
        per_week: 0,
    };
    mediates(&mut office, &write);
    let pages = office.store.mediators(office.today()).unwrap();
    assert_eq!(
        (pages.len(), pages[0].facts.name.as_str(), pages[0].facts.sen_trained),
        (1, "Ruth Adeyemi-Cole", false)
    );
    assert_eq!(&*pages[0].phone, "07700 900272");
}
