//! Why a case is closed, and how long it is kept.

use super::day;
use mediation_line::domain::closing::{Closing, KEEP_LONGER_YEARS, KEEP_YEARS, review_on};
use mediation_line::domain::outcome::Outcome;

#[test]
fn closing_1_a_letter_or_the_first_letters_choose_the_reason() {
    let letters: std::collections::BTreeSet<char> = Closing::ALL.map(Closing::letter).into();
    assert_eq!(letters.len(), Closing::ALL.len(), "each has its own letter");
    for reason in Closing::ALL {
        assert_eq!(Closing::read(&reason.letter().to_string()), Some(reason));
        assert_eq!(Closing::read(reason.code()), Some(reason));
        assert_eq!(Closing::from_code(reason.code()), Some(reason));
    }
    assert_eq!(Closing::read("settled"), Some(Closing::SettledBefore));
    assert_eq!(Closing::read("cert"), Some(Closing::CertificateOnly));
    for unclear in ["", "agr", "withd", "zz"] {
        assert_eq!(Closing::read(unclear), None, "{unclear}");
    }
}

#[test]
fn closing_2_settled_before_and_withdrawn_are_reasons_of_their_own() {
    for reason in [Closing::SettledBefore, Closing::FamilyWithdrew, Closing::OtherSideWithdrew] {
        assert!(Outcome::ALL.into_iter().all(|outcome| Closing::after(outcome) != Some(reason)));
    }
}

#[test]
fn closing_3_three_years_and_then_reviewed() {
    assert_eq!(KEEP_YEARS, 3);
    assert_eq!(review_on(day("2026-11-24"), KEEP_YEARS), day("2029-11-24"));
    assert_eq!(review_on(day("2024-02-29"), KEEP_YEARS), day("2027-02-28"));
}

#[test]
fn closing_4_a_review_puts_it_off_by_a_year() {
    assert_eq!(review_on(day("2029-11-24"), KEEP_LONGER_YEARS), day("2030-11-24"));
}

#[test]
fn closing_5_no_reason_is_no_reason() {
    assert_eq!(Closing::from_code(""), None);
}

#[test]
fn closing_6_the_outcome_brings_its_reason() {
    let reasons = Outcome::ALL.map(Closing::after);
    assert_eq!(reasons, [Some(Closing::Agreed), Some(Closing::PartAgreed), Some(Closing::NoAgreement), None]);
}
