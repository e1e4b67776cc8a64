//! Whether a certificate is needed, and from which day it counts.

use super::day;
use mediation_line::domain::certificate::{
    CertificateState, Ground, Need, last_day, need, not_wanted, route_words,
};
use mediation_line::domain::queue::{AfterFacts, CertificateFacts};
use mediation_line::domain::subject::{Route, SUBJECTS, route_of};
use mediation_line::domain::willingness::PartyKind;
use mediation_line::domain::working_days::WorkingDays;

#[test]
fn certificate_1_needed_unless_it_is_disagreement_resolution() {
    for subject in SUBJECTS.into_iter().filter(|s| s.code != "content_I") {
        let expected = if subject.route == Route::DisagreementResolution { Need::None } else { Need::Needed };
        assert_eq!(need(route_of(subject.code), subject.code), expected, "{}", subject.code);
    }
    assert_eq!(need(Route::NotKnown, ""), Need::Needed, "nothing is known yet");
}

#[test]
fn certificate_2_a_school_named_alone_needs_none() {
    assert_eq!(need(Route::Statutory, "content_I"), Need::PlacementOnly);
    assert_eq!(need(Route::Statutory, "content_I content_F"), Need::Needed, "not alone");
    assert!(
        route_words(Route::Statutory, Need::PlacementOnly, None).contains("mediation is still their right")
    );
    for (state, stands) in [
        (None, "needed"),
        (Some(CertificateState::Due), "needed"),
        (Some(CertificateState::Sent), "sent"),
        (Some(CertificateState::NotWanted), "not wanted"),
    ] {
        let words = format!("statutory mediation; certificate {stands}");
        assert_eq!(route_words(Route::Statutory, Need::Needed, state), words);
    }
    assert_eq!(
        route_words(Route::NotKnown, Need::Needed, None),
        "not known yet: the stricter clock is shown"
    );
}

#[test]
fn certificate_3_three_working_days_from_the_day_of_its_ground() {
    let england = WorkingDays::england();
    for (event, last) in
        [("2026-12-23", "2026-12-30"), ("2026-11-19", "2026-11-24"), ("2026-04-02", "2026-04-09")]
    {
        assert_eq!(last_day(day(event), &england), day(last), "{event}");
    }
    let grounds = PartyKind::ALL.map(Ground::of_a_no);
    let told = [Some(Ground::Declined), Some(Ground::Declined), Some(Ground::Deemed), None, None, None, None];
    assert_eq!(grounds, told);
    for ground in Ground::ALL {
        assert_eq!(Ground::from_code(ground.code()), Some(ground));
    }
}

fn one(id: i64, state: CertificateState) -> CertificateFacts {
    CertificateFacts { id, ground: Ground::Declined, event: day("2026-11-19"), state, sent: None }
}

#[test]
fn certificate_4_the_earlier_day_stands() {
    let certificates =
        vec![one(1, CertificateState::Sent), one(2, CertificateState::Due), one(3, CertificateState::Due)];
    let after = AfterFacts { certificates, ..AfterFacts::default() };
    assert_eq!(after.certificate_due().map(|c| c.id), Some(2));
}

#[test]
fn certificate_5_what_fell_away_is_not_due() {
    let after =
        AfterFacts { certificates: vec![one(1, CertificateState::NotWanted)], ..AfterFacts::default() };
    assert_eq!(after.certificate_due(), None);
}

#[test]
fn certificate_6_three_states_and_an_unknown_one_is_looked_at() {
    for state in [CertificateState::Due, CertificateState::Sent, CertificateState::NotWanted] {
        assert_eq!(CertificateState::from_code(state.code()), state);
    }
    assert_eq!(CertificateState::from_code("?"), CertificateState::Due);
}

#[test]
fn certificate_8_a_day_before_the_one_it_counts_from_is_named() {
    let met = chrono::NaiveDate::from_ymd_opt(2026, 11, 17).unwrap();
    assert_eq!(Ground::AfterMeeting.before(met), "before the meeting of Tue 17 Nov");
    assert_eq!(Ground::Declined.before(met), "before the family declined, Tue 17 Nov");
    assert_eq!(Ground::Deemed.before(met), "before the LA told us, Tue 17 Nov");
}

#[test]
fn certificate_7_not_wanted_is_said_and_never_the_first_letter_of_a_day() {
    for said in
        ["n", "N", " no ", "None", "not wanted", "not needed any more", "no longer wanted", "no, thanks"]
    {
        assert!(not_wanted(said), "{said}");
    }
    for other in
        ["nov 20", "now", "", "next week", "noon", "not sent yet", "not yet", "20 nov", "nobody rang"]
    {
        assert!(!not_wanted(other), "{other}");
    }
}
