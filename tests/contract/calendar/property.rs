//! The diary against a naive one: a set of quarter hours, looked at one by one.

use std::collections::BTreeSet;

use mediation_line::domain::slot::{Cell, Diary};
use proptest::prelude::*;

use super::*;

/// The naive answer: every quarter hour is asked for by itself.
fn naive(diary: &Diary, taken: &BTreeSet<(i64, chrono::NaiveDate, i64)>, slot: Slot, mediator: i64) -> bool {
    (slot.start..slot.end()).all(|quarter| {
        (36..68).contains(&quarter)
            && !taken.contains(&(mediator, slot.day, quarter))
            && diary.days.is_working(slot.day)
            && (slot.day, quarter) > (diary.today, diary.quarter)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn free_and_taken_agree_with_a_set_of_quarter_hours(
        asked in prop::collection::vec((0_usize..3, 0_u64..9, 34_i64..68, 4_i64..20), 1..24),
    ) {
        let mut office = Office::in_memory();
        let mediators = ["Ada", "Ben", "Cai"].map(|name| mediator(&mut office, name));
        let (from, to) = (day("2026-11-23"), day("2026-12-04"));
        let mut taken = BTreeSet::new();
        for (which, after, start, length) in asked {
            let made = office.a_case();
            let slot = Slot { day: from + chrono::Days::new(after), start, length };
            let with = mediators[which];
            let diary = office.store.diary(from, to, Some(made.case), office.today(), 60).unwrap();
            let free = naive(&diary, &taken, slot, with);
            prop_assert_eq!(diary.may_take(slot, with).is_ok(), free, "{:?}", slot);
            prop_assert_eq!(diary.free(slot).iter().any(|m| m.id == with), free, "{:?}", slot);
            prop_assert_eq!(hold(&mut office, &made, Some(with), slot).is_ok(), free, "{:?}", slot);
            if free {
                taken.extend((slot.start..slot.end()).map(|quarter| (with, slot.day, quarter)));
            }
        }
        let diary = office.store.diary(from, to, None, office.today(), 60).unwrap();
        for day in from.iter_days().take_while(|day| *day <= to) {
            for length in [4, 12, 32] {
                let starts: Vec<i64> = (0..96)
                    .step_by(2)
                    .filter(|start| {
                        let slot = Slot { day, start: *start, length };
                        mediators.iter().any(|m| naive(&diary, &taken, slot, *m))
                    })
                    .collect();
                prop_assert_eq!(diary.open_starts(day, length, None), starts);
            }
            for hour in (36..68).step_by(4) {
                let slot = Slot { day, start: hour, length: 4 };
                let count = mediators.iter().filter(|m| naive(&diary, &taken, slot, **m)).count();
                let shown = match diary.cell(day, hour, None) {
                    Cell::Open { free, .. } => free,
                    _ => 0,
                };
                prop_assert_eq!(shown, count, "{} {}", day, hour);
            }
        }
    }
}
