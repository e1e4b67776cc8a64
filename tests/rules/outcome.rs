//! What came of a meeting, in one word.

use mediation_line::domain::closing::Closing;
use mediation_line::domain::outcome::{ByWhom, Outcome};

#[test]
fn outcome_1_four_words_and_each_is_read_again() {
    for outcome in Outcome::ALL {
        assert_eq!(Outcome::from_code(outcome.code()), Some(outcome));
    }
    assert_eq!(Outcome::from_code("adjourned"), None);
    assert_eq!(Outcome::ALL.map(Outcome::was_held), [true, true, true, false]);
}

#[test]
fn outcome_2_on_whose_account_is_one_of_four() {
    for by in ByWhom::ALL {
        assert_eq!(ByWhom::from_code(by.code()), Some(by));
    }
    assert_eq!(ByWhom::from_code(""), None, "a meeting that was held has nobody");
    assert_eq!(ByWhom::default(), ByWhom::Office);
}

#[test]
fn outcome_3_an_agreement_has_actions_to_note() {
    assert_eq!(Outcome::ALL.map(Outcome::has_an_agreement), [true, true, false, false]);
}

#[test]
fn outcome_4_the_line_of_the_timeline_says_which() {
    let acts = Outcome::ALL.map(Outcome::act);
    assert!(acts.iter().all(|act| act.starts_with("Meeting")));
    assert_eq!(acts.iter().collect::<std::collections::BTreeSet<_>>().len(), 4);
}

#[test]
fn outcome_5_what_did_not_happen_closes_nothing() {
    assert_eq!(Closing::after(Outcome::DidNotHappen), None);
}
