//! What a disagreement is about, and the route that follows.

use mediation_line::domain::subject::{Route, SUBJECTS, kinds_that_fit, route_of, sounds_like};

#[test]
fn subject_1_an_appealable_decision_is_statutory() {
    for code in ["refuse_assess", "content_F", "cease", "duties refuse_issue"] {
        assert_eq!(route_of(code), Route::Statutory, "{code}");
    }
}

#[test]
fn subject_2_duties_and_a_schools_provision_take_disagreement_resolution() {
    for code in ["school_provision", "duties", "lac_health_la", "other duties"] {
        assert_eq!(route_of(code), Route::DisagreementResolution, "{code}");
    }
}

#[test]
fn subject_3_of_something_else_or_nothing_the_route_is_not_known() {
    for code in ["", "other", "no such kind"] {
        assert_eq!(route_of(code), Route::NotKnown, "{code}");
    }
}

#[test]
fn subject_4_an_authority_may_decline_disagreement_resolution_only() {
    assert!(Route::DisagreementResolution.la_may_decline());
    assert!(!Route::Statutory.la_may_decline());
    assert!(!Route::NotKnown.la_may_decline());
}

#[test]
fn subject_5_the_first_kinds_that_fit_and_each_once() {
    assert_eq!(kinds_that_fit(""), "");
    assert_eq!(kinds_that_fit("content_B content_B content_F"), "content_B content_F");
    let all = SUBJECTS.map(|subject| subject.code).join(" ");
    assert_eq!(kinds_that_fit(&all), "refuse_assess refuse_reassess");
    for subject in SUBJECTS {
        assert_eq!(kinds_that_fit(subject.code), subject.code);
    }
}

#[test]
fn subject_6_plain_words_sound_like_a_kind_and_are_none() {
    for (said, kind) in [
        ("they refused to assess him", "refuse_assess"),
        ("council won't assess", "refuse_assess"),
        ("they will not assess her", "refuse_assess"),
        ("wont re-assess", "refuse_reassess"),
        ("no EHC plan", "refuse_issue"),
        ("they won\u{2019}t issue a plan", "refuse_issue"),
        ("its the wrong school", "content_I"),
        ("the school named in it", "content_I"),
        ("they ceased the plan", "cease"),
        ("stopped his EHCP", "cease"),
        ("not doing what's in the plan", "duties"),
        ("won't amend it after the review", "refuse_amend"),
        ("not enough hours", "content_F"),
    ] {
        assert_eq!(sounds_like(said).map(|kind| kind.code), Some(kind), "{said}");
    }
    for said in ["", "he is sad", "school", "the plan", "nothing yet"] {
        assert_eq!(sounds_like(said), None, "{said}");
    }
}
