//! How long an enquiry is kept, and when it is looked at again.

use mediation_line::domain::consent::ConsentAnswer;
use mediation_line::domain::enquiry::{kept_since, kept_until, next_day};
use mediation_line::domain::working_days::WorkingDays;

use super::day;

#[test]
fn enquiry_1_is_kept_for_three_months() {
    for (call, until) in
        [("2026-11-24", "2027-02-24"), ("2026-11-30", "2027-02-28"), ("2027-01-31", "2027-04-30")]
    {
        assert_eq!(kept_until(day(call)), day(until), "{call}");
    }
    assert_eq!(kept_since(day("2027-02-24")), day("2026-11-24"));
    assert_eq!(kept_since(day("2027-05-31")), day("2027-02-28"));
}

#[test]
fn enquiry_2_of_who_is_not_sure_is_looked_at_after_three_working_days() {
    let england = WorkingDays::england();
    let next = |answer, today| next_day(answer, day("2026-12-30"), day(today), &england);
    let not_sure = Some(ConsentAnswer::NotSure);
    assert_eq!(next(not_sure, "2026-11-24"), day("2026-11-27"));
    // Christmas Day, the weekend and the bank holiday are not counted.
    assert_eq!(next(not_sure, "2026-12-23"), day("2026-12-30"));
    assert_eq!(next(not_sure, "2026-12-24"), day("2026-12-31"));
    for answer in [Some(ConsentAnswer::No), None] {
        assert_eq!(next(answer, "2026-11-24"), day("2026-12-30"), "{answer:?}: the day that was said");
    }
}
