//! The chase ladder.

use mediation_line::domain::ladder::{Ladder, Rung, attempts_words, nth, rung_words};
use mediation_line::domain::willingness::{Answer, Side};

#[test]
fn ladder_1_the_days_by_the_way_that_was_used() {
    let ladder = Ladder { phone: 1, email: 2, message: 3 };
    for (answer, how, days) in [
        (Answer::Asked, "phone", Some(1)),
        (Answer::Asked, "e-mail", Some(2)),
        (Answer::Asked, "E-Mail to the team", Some(2)),
        (Answer::LeftMessage, "phone", Some(3)),
        (Answer::Willing, "phone", None),
        (Answer::WillingBut, "e-mail", None),
        (Answer::NotWilling, "phone", None),
        (Answer::PulledOut, "phone", None),
    ] {
        assert_eq!(ladder.days(answer, how), days, "{answer:?} {how}");
    }
}

#[test]
fn ladder_2_three_chases_then_a_coordinator() {
    let ladder = Ladder::default();
    let rungs: Vec<Option<Rung>> =
        (0..5).map(|chases| ladder.next(chases, Answer::Asked, "e-mail")).collect();
    let chase = |n| Some(Rung { days: 2, chase: Some(n) });
    let coordinator = Some(Rung { days: 1, chase: None });
    assert_eq!(rungs, [chase(1), chase(2), chase(3), coordinator, coordinator]);
    assert_eq!(ladder.next(0, Answer::Willing, "phone"), None);
    assert_eq!([0, 1, 2].map(nth), ["1st", "2nd", "3rd"]);
    assert_eq!(rung_words(1), "2nd chase of 3");
    assert!(rung_words(3).contains("coordinator"));
}

#[test]
fn ladder_3_what_is_no_number_of_days_is_as_shipped() {
    assert_eq!(Ladder::from_settings("", "soon", "0"), Ladder::default());
    assert_eq!(Ladder::from_settings("2", " 4 ", "20"), Ladder { phone: 2, email: 4, message: 20 });
    assert_eq!(Ladder::from_settings("-1", "21", "1.5"), Ladder::default());
}

#[test]
fn ladder_4_attempts_to_each_side_are_counted_side_by_side() {
    let parties = [("family", Side::Family, 2), ("LA", Side::OtherSide, 3), ("school", Side::Beside, 1)];
    assert_eq!(attempts_words(parties), "Attempts: family 2, LA 3");
    assert_eq!(attempts_words([]), "");
}
