//! Who is willing, and the light.

use super::day;
use crate::contract::office::Office;
use mediation_line::domain::consent::ConsentStanding;
use mediation_line::domain::queue::{Group, Why};
use mediation_line::domain::subject::Route;
use mediation_line::domain::willingness::{
    Answer, CHASES_BEFORE_COORDINATOR, Missing, Needed, Objection, PartyKind, Side, Standing, after_a_no,
    light,
};

const CONSENTS: [ConsentStanding; 4] =
    [ConsentStanding::NotAsked, ConsentStanding::ToCheck, ConsentStanding::Ok, ConsentStanding::Withdrawn];
const NEEDS: [Needed; 3] = [Needed::Needed, Needed::Invited, Needed::Dropped];
const ROUTES: [Route; 3] = [Route::Statutory, Route::DisagreementResolution, Route::NotKnown];

/// Every answer the light can be given, and none.
fn answers() -> impl Iterator<Item = Option<Answer>> {
    Answer::ALL.into_iter().map(Some).chain([None])
}

fn family(needed: Needed, answer: Option<Answer>) -> Standing {
    Standing { kind: PartyKind::Family, side: Side::Family, needed, answer }
}

fn authority(needed: Needed, answer: Option<Answer>) -> Standing {
    Standing { kind: PartyKind::LocalAuthority, side: Side::OtherSide, needed, answer }
}

fn school(needed: Needed, answer: Option<Answer>) -> Standing {
    Standing { kind: PartyKind::School, side: Side::Beside, needed, answer }
}

/// What the sentence of rule 4 says of one needed party.
fn missing_of(party: Standing) -> Option<Missing> {
    match party.answer {
        _ if party.needed != Needed::Needed => None,
        Some(Answer::Willing | Answer::WillingBut) => None,
        Some(Answer::NotWilling) => Some(Missing::SaidNo(party.kind)),
        Some(Answer::PulledOut) => Some(Missing::PulledOut(party.kind)),
        Some(Answer::Asked | Answer::LeftMessage) | None => Some(Missing::NoAnswer(party.kind)),
    }
}

#[test]
fn willingness_1_a_party_is_needed_invited_or_dropped() {
    let yes = Some(Answer::Willing);
    let both = [family(Needed::Needed, yes), authority(Needed::Needed, yes)];
    for needed in NEEDS {
        assert_eq!(Needed::from_code(needed.code()), needed);
        for answer in answers() {
            let dark = needed == Needed::Needed && !answer.is_some_and(Answer::is_willing);
            let [one, other] = both;
            let missing = light(ConsentStanding::Ok, &[one, other, school(needed, answer)]);
            assert_eq!(!missing.is_empty(), dark, "{needed:?} {answer:?}");
        }
    }
    assert_eq!(Needed::from_code("perhaps"), Needed::Invited, "no booking waits for a word nobody knows");
    let mut office = Office::in_memory();
    let made = office.a_case();
    for party in office.store.facts(made.case).unwrap().parties {
        assert_eq!(party.standing.needed, Needed::Needed, "{:?}", party.standing.kind);
    }
}

#[test]
fn willingness_2_the_latest_answer_counts_and_an_attempt_is_none() {
    for answer in Answer::ALL {
        assert_eq!(answer.is_an_answer(), !matches!(answer, Answer::Asked | Answer::LeftMessage));
        assert_eq!(Answer::from_code(answer.code()), Some(answer));
    }
    // Every two in a row: what stands is the later one, or the earlier where the later is an attempt.
    for first in Answer::ALL {
        for second in Answer::ALL {
            let mut office = Office::in_memory();
            let made = office.a_case();
            for what in [first, second] {
                office.answers(&made, made.authority, what).unwrap();
            }
            let facts = office.store.facts(made.case).unwrap();
            let stands = facts.parties.iter().find(|p| p.id == made.authority).unwrap().standing.answer;
            let meant = [second, first].into_iter().find(|a| a.is_an_answer());
            assert_eq!(stands, meant, "{first:?}, then {second:?}");
        }
    }
}

#[test]
fn willingness_3_yes_but_is_willing() {
    for answer in Answer::ALL {
        let willing = matches!(answer, Answer::Willing | Answer::WillingBut);
        assert_eq!(answer.is_willing(), willing, "{answer:?}");
        assert!(!willing || answer.word().starts_with("YES"), "{answer:?}");
    }
    let both = [
        family(Needed::Needed, Some(Answer::WillingBut)),
        authority(Needed::Needed, Some(Answer::WillingBut)),
    ];
    assert_eq!(light(ConsentStanding::Ok, &both), []);
}

#[test]
fn willingness_4_the_light_is_consent_and_every_needed_party_of_both_sides_willing() {
    let (mut seen, mut lit) = (0, 0);
    for consent in CONSENTS {
        for (one, two) in NEEDS.into_iter().flat_map(|a| NEEDS.map(|b| (a, b))) {
            for (hers, theirs) in answers().flat_map(|a| answers().map(move |b| (a, b))) {
                let parties = [family(one, hers), authority(two, theirs)];
                let mut meant = Vec::new();
                let in_force = matches!(consent, ConsentStanding::Ok | ConsentStanding::ToCheck);
                meant.extend((!in_force).then_some(Missing::Consent));
                meant.extend((one != Needed::Needed).then_some(Missing::Side(Side::Family)));
                meant.extend((two != Needed::Needed).then_some(Missing::Side(Side::OtherSide)));
                meant.extend(parties.into_iter().filter_map(missing_of));
                let missing = light(consent, &parties);
                assert_eq!(missing, meant, "{consent:?} {parties:?}");
                assert!(missing.iter().all(|m| m.sentence().ends_with('.') && !m.still_needed().is_empty()));
                seen += 1;
                lit += usize::from(missing.is_empty());
            }
        }
    }
    // Two consents in force, one way to be needed on both sides, two ways to be willing for each.
    assert_eq!((seen, lit), (4 * 9 * 49, 2 * 2 * 2));
    let nobody = [Missing::Consent, Missing::Side(Side::Family), Missing::Side(Side::OtherSide)];
    assert_eq!(light(ConsentStanding::NotAsked, &[]), nobody);
}

#[test]
fn willingness_4_what_is_missing_is_a_sentence() {
    for (missing, sentence, needed) in [
        (Missing::Consent, "Consent is not in force.", "consent"),
        (Missing::Side(Side::Family), "Nobody of the family takes part yet.", "a family to ask"),
        (Missing::Side(Side::OtherSide), "Nobody of the other side takes part yet.", "another side to ask"),
        (Missing::NoAnswer(PartyKind::LocalAuthority), "The LA has not said yes yet.", "LA to say yes"),
        (Missing::SaidNo(PartyKind::School), "The school said no.", "school to say yes"),
        (Missing::PulledOut(PartyKind::Family), "The family pulled out.", "family to say yes"),
        (
            Missing::NoAnswer(PartyKind::YoungPerson),
            "The young person has not said yes yet.",
            "young person to say yes",
        ),
    ] {
        assert_eq!((&*missing.sentence(), &*missing.still_needed()), (sentence, needed));
    }
}

#[test]
fn willingness_5_a_third_partys_word_is_never_the_familys() {
    let mut office = Office::in_file();
    let of = office.a_third_party_call();
    office.give(&of, vec![], "The school says that the mother wants mediation.").unwrap();
    assert_eq!(office.number("SELECT count(*) FROM answers"), 0, "consent is not willingness");
    let made = office.a_case_of_a_silent_family().case;
    let said = "INSERT INTO answers (id, party_id, seq, answer, source, day, at, staff)
                SELECT 7, id, 1, 'willing', $1, '2026-11-24', 1, 'Priya' FROM parties
                WHERE side = 'family' AND case_id = $2";
    let of_the_school = office.raw().execute(said, rusqlite::params!["the school", made]);
    assert!(of_the_school.is_err(), "an answer from anybody else has no place in the file");
    assert_eq!(office.raw().execute(said, rusqlite::params!["themselves", made]), Ok(1));
}

#[test]
fn willingness_6_an_authoritys_no_does_not_end_the_case() {
    for kind in PartyKind::ALL {
        for route in ROUTES {
            let said = after_a_no(kind, route);
            let duty = kind == PartyKind::LocalAuthority && route != Route::DisagreementResolution;
            assert_eq!(said.contains("duty"), duty, "{kind:?} {route:?}");
            assert_eq!(said.contains("voluntary"), !duty, "{kind:?} {route:?}");
            let certificate = matches!(kind, PartyKind::Family | PartyKind::YoungPerson);
            assert_eq!(said.contains("certificate"), certificate, "{kind:?} {route:?}");
        }
    }
    let mut office = Office::in_memory();
    let made = office.a_case();
    office.answers(&made, made.authority, Answer::NotWilling).unwrap();
    let facts = office.store.facts(made.case).unwrap();
    assert_eq!(facts.state.code(), "open");
    assert_eq!(facts.missing(), [Missing::SaidNo(PartyKind::LocalAuthority)]);
}

#[test]
fn willingness_7_the_next_chase_by_how_they_were_asked() {
    let mut office = Office::in_memory();
    let made = office.a_case();
    for (what, how, next) in [
        (Answer::Asked, "phone", Some("2026-11-25")),
        (Answer::Asked, "e-mail", Some("2026-11-26")),
        (Answer::LeftMessage, "phone", Some("2026-11-25")),
        (Answer::Willing, "phone", None),
    ] {
        office.answers_by(&made, made.authority, what, how).unwrap();
        let facts = office.store.facts(made.case).unwrap();
        let chase = facts.parties.iter().find(|p| p.id == made.authority).unwrap().chase;
        assert_eq!(chase, next.map(day), "{what:?} by {how}");
    }
}

#[test]
fn willingness_8_after_three_chases_a_coordinator_takes_the_row() {
    let mut office = Office::in_memory();
    let made = office.a_case();
    // Asking is no chase; the chases are what comes after it.
    for chases in 0..=CHASES_BEFORE_COORDINATOR + 1 {
        office.answers(&made, made.authority, Answer::Asked).unwrap();
        let facts = office.store.facts(made.case).unwrap();
        let office_days = office.store.office().clone();
        let rows = mediation_line::domain::queue::attention(&facts, &office_days.for_law(), &office_days);
        let row = rows.iter().find(|row| matches!(row.why, Why::Chase | Why::Chased)).unwrap();
        assert_eq!(row.group, Group::Chase);
        let counted = format!("LA: {chases} chases, last Tue 24 Nov");
        let plain = format!(
            "LA asked Tue 24 Nov, {}",
            ["no answer", "2nd chase of 3", "3rd chase of 3"][chases.min(2) as usize]
        );
        let theirs = chases >= CHASES_BEFORE_COORDINATOR;
        assert_eq!(row.reason, if theirs { counted } else { plain }, "after {chases} chases");
        assert_eq!(row.step, if theirs { "Look" } else { "Ring LA" });
    }
    assert_eq!(CHASES_BEFORE_COORDINATOR, 3);
}

#[test]
fn willingness_9_an_objection_is_said_and_settled_by_a_coordinator() {
    for kind in [Objection::OtherParent, Objection::CourtOrder] {
        assert_eq!(Objection::from_code(kind.code()), kind);
        assert!(Missing::Objection(kind).sentence().ends_with("a coordinator settles it."));
        assert!(Missing::Objection(kind).still_needed().ends_with("to be settled"));
    }
    assert_eq!(Objection::from_code("?"), Objection::CourtOrder, "the more careful of the two");
}
