//! Consent: what a third party has to say, and which record of a case decides. The call is on Tuesday
//! 24 November 2026.

use super::day;
use crate::contract::office::Office;
use mediation_line::domain::call::CallerKind;
use mediation_line::domain::consent::ConsentAct::{self, Checked, Denied, Given, Withdrawn};
use mediation_line::domain::consent::{
    ConsentAnswer, ConsentGap, ConsentStanding, GIVERS, GivenConsent, ToldConsent, WAYS, complete,
    names_a_way, read_giver, read_way,
};
use mediation_line::domain::typed_day::DayReading::{self, Age, Day, Unread, YearGroup};
use mediation_line::store::calls::{CallWrite, NewEnquiry};

const CALL: &str = "2026-11-24";
const ACTS: [ConsentAct; 4] = [Given, Checked, Withdrawn, Denied];

fn told(who: &str, how: &str) -> ToldConsent {
    ToldConsent { who: who.into(), when: String::new(), how: how.into(), ..ToldConsent::default() }
}

fn said(who: &str, when: &DayReading, how: &str) -> Result<GivenConsent, ConsentGap> {
    complete(&told(who, how), when, day(CALL), None)
}

fn stretch(earliest: &str, latest: &str) -> DayReading {
    DayReading::about(day(earliest), day(latest))
}

#[test]
fn consent_1_the_parents_own_call_is_its_own_record() {
    assert_eq!(ConsentStanding::of([(Given, true)]), ConsentStanding::Ok, "there is nothing to check");
    assert_eq!(ConsentStanding::of([(Given, false)]), ConsentStanding::ToCheck, "somebody else said so");
    let mut office = Office::in_memory();
    let made = office.a_parents_call();
    assert_eq!(office.store.facts(made.case).unwrap().consent, ConsentStanding::Ok);
    for kind in CallerKind::ALL {
        let speaks_for_themselves = matches!(kind, CallerKind::Parent | CallerKind::YoungPerson);
        assert_eq!(kind.is_third_party(), !speaks_for_themselves, "{kind:?}");
    }
}

#[test]
fn consent_2_a_yes_opens_only_with_who_when_and_how() {
    let given = said("m", &Day(day("2026-11-20")), "s").unwrap();
    assert_eq!((&*given.giver, given.given_to, &*given.how), ("mother", day("2026-11-20"), "spoken"));
    for (when, kept) in [("y", "Fri 20 Nov 2026"), (" last friday ", "last friday")] {
        let told = ToldConsent { when: when.into(), ..told("m", "s") };
        let given = complete(&told, &Day(day("2026-11-20")), day(CALL), None).unwrap();
        assert_eq!(&*given.given, kept, "as typed, but for a letter");
    }
    for (letter, words) in GIVERS {
        assert_eq!(read_giver(&format!(" {letter} ")).as_deref(), Some(words));
        assert_eq!(read_giver(&letter.to_uppercase().to_string()).as_deref(), Some(words));
    }
    for (letter, words) in WAYS {
        assert_eq!(read_way(&letter.to_string()).as_deref(), Some(words));
    }
    assert_eq!(read_giver("her aunt").as_deref(), Some("her aunt"), "words stay words");
    assert_eq!(read_way("spoken, through an interpreter").as_deref(), Some("spoken, through an interpreter"));
    assert_eq!(read_way("x").as_deref(), Some("x"), "a letter of no list is what was typed");
}

#[test]
fn consent_3_any_one_of_the_three_not_known_is_a_gap() {
    let on = Day(day("2026-11-20"));
    for who in ["", " ", "m"] {
        for when in [Unread, Age(9), YearGroup(4), on.clone()] {
            for how in ["", "\t", "w"] {
                let gap = match (who.trim(), &when, how.trim()) {
                    ("", ..) => Some(ConsentGap::Who),
                    (_, Unread | Age(_) | YearGroup(_), _) => Some(ConsentGap::When),
                    (.., "") => Some(ConsentGap::How),
                    _ => None,
                };
                assert_eq!(said(who, &when, how).err(), gap, "{who:?}, {when:?}, {how:?}");
            }
        }
    }
}

#[test]
fn consent_4_comes_before_the_call() {
    for (when, gap) in [
        ("2026-01-01", None),
        ("2026-11-23", None),
        (CALL, None),
        ("2026-11-25", Some(ConsentGap::AfterTheCall)),
        ("2027-11-24", Some(ConsentGap::AfterTheCall)),
    ] {
        assert_eq!(said("f", &Day(day(when)), "e").err(), gap, "{when}");
    }
    assert!(ConsentGap::AfterTheCall.words().contains("Kept"), "what was typed is not thrown away");
}

#[test]
fn consent_5_a_vague_day_lies_wholly_before_or_on_the_day() {
    for (earliest, latest, given_to) in [
        ("2026-10-01", "2026-10-31", Ok(day("2026-10-31"))),
        ("2026-11-16", CALL, Ok(day(CALL))),
        ("2026-11-16", "2026-11-25", Err(ConsentGap::AfterTheCall)),
        ("2026-12-01", "2026-12-10", Err(ConsentGap::AfterTheCall)),
    ] {
        let found = said("b", &stretch(earliest, latest), "s").map(|given| given.given_to);
        assert_eq!(found, given_to, "{earliest} to {latest}");
    }
}

#[test]
fn consent_6_no_and_not_sure_keep_nothing_of_the_family() {
    for answer in [ConsentAnswer::Yes, ConsentAnswer::No, ConsentAnswer::NotSure] {
        assert_eq!(ConsentAnswer::from_code(answer.code()), Some(answer));
    }
    for answer in [ConsentAnswer::No, ConsentAnswer::NotSure] {
        let mut office = Office::in_file();
        let of = office.a_third_party_call();
        let enquiry = NewEnquiry { answer, ..office.new_enquiry(CallerKind::SchoolStaff) };
        let finish = CallWrite::FinishEnquiry { call: of.call, enquiry };
        office.call(&finish).unwrap();
        for table in ["cases", "parties", "notes", "consents", "details"] {
            assert_eq!(office.number(&format!("SELECT count(*) FROM {table}")), 0, "{answer:?}: {table}");
        }
    }
}

#[test]
fn consent_7_the_latest_record_decides() {
    let mut histories: Vec<Vec<(ConsentAct, bool)>> = vec![vec![]];
    assert_eq!(ConsentStanding::of([]), ConsentStanding::NotAsked);
    // Every history of up to four records, of either sort of call.
    for _ in 0..4 {
        let longer = histories.iter().flat_map(|before| {
            ACTS.into_iter().flat_map(move |act| {
                [true, false].map(|own| before.iter().copied().chain([(act, own)]).collect::<Vec<_>>())
            })
        });
        histories = longer.collect();
        for history in &histories {
            let (latest, _) = history[history.len() - 1];
            let standing = ConsentStanding::of(history.iter().copied());
            assert_eq!(standing.in_force(), matches!(latest, Given | Checked), "{history:?}");
            assert_eq!(standing == ConsentStanding::Withdrawn, matches!(latest, Withdrawn | Denied));
            assert_ne!(standing, ConsentStanding::NotAsked, "{history:?}");
        }
    }
    assert_eq!(histories.len(), 4096);
    for act in ACTS {
        assert_eq!(ConsentAct::from_code(act.code()), Some(act));
    }
    let again = [(Given, true), (Withdrawn, true), (Given, false)];
    assert_eq!(ConsentStanding::of(again), ConsentStanding::ToCheck, "told to us anew, it is to be checked");
    assert_eq!(ConsentStanding::of([(Checked, false), (Given, false)]), ConsentStanding::Ok);
}

#[test]
fn consent_8_who_and_how_name_somebody_and_a_way() {
    let on = Day(day("2026-11-20"));
    for who in ["mother, Sue Okafor", "his foster carer", "both", "special guardian", "c"] {
        assert!(said(who, &on, "s").is_ok(), "{who}");
    }
    for who in
        ["both parentslast thu, tomorrowNathanial Okafor", "Nathanial Okafor", "last thu", "x", "her aunt"]
    {
        assert_eq!(said(who, &on, "s").err(), Some(ConsentGap::Who), "{who}");
    }
    for how in ["spoken, through an interpreter", "by phone", "signed a form", "W", "email"] {
        assert!(said("m", &on, how).is_ok(), "{how}");
    }
    for how in ["last thu", "x", "tomorrow"] {
        assert_eq!(said("m", &on, how).err(), Some(ConsentGap::How), "{how}");
    }
}

#[test]
fn consent_9_words_that_deny_or_put_off_name_neither() {
    let on = Day(day("2026-11-20"));
    for who in [
        "mother does not know",
        "not the mother yet",
        "mother doesn't know",
        "father hasn\u{2019}t been told",
        "mum didnt agree",
        "will ask mother",
        "Will ask mother",
        "mother still to be asked",
        "no parent",
        "nobody, parents unknown",
        "father refused",
        "parents unsure",
        "I'll ask the parents",
    ] {
        assert_eq!(said(who, &on, "s").err(), Some(ConsentGap::Who), "{who}");
    }
    for who in ["Will Ames, father", "father, Will", "Mrs Knott, mother", "dad"] {
        assert!(said(who, &on, "s").is_ok(), "{who}");
    }
    for how in [
        "will ask her tonight",
        "not asked yet",
        "never agreed",
        "not signed",
        "email tomorrow",
        "asked",
        "to be signed",
        "still waiting for the form",
        "I'll phone her",
        "she wouldn\u{2019}t say",
        "said no",
        "asked by phone",
    ] {
        assert_eq!(said("m", &on, how).err(), Some(ConsentGap::How), "{how}");
    }
    for how in ["she agreed", "told the SENCO", "spoke to her at the meeting", "signed note"] {
        assert!(said("m", &on, how).is_ok(), "{how}");
    }
}

#[test]
fn consent_10_whoever_has_to_do_with_the_child_at_work_is_no_giver() {
    let on = Day(day("2026-11-20"));
    for who in [
        "class teacher",
        "social worker",
        "local authority",
        "mother's social worker",
        "SENCO, for the mother",
        "SENDIASS officer",
        "deputy head",
        "mother, told by the class teacher",
        "Sue Okafor, mother (at school)",
        "Mrs Khan, foster team social worker",
    ] {
        assert_eq!(said(who, &on, "s").err(), Some(ConsentGap::Who), "{who}");
    }
    for who in ["local authority, care order", "social worker: the council has parental responsibility"] {
        assert!(said(who, &on, "s").is_ok(), "{who}");
    }
}

#[test]
fn consent_11_no_limits_denies_nothing_and_no_objection_is_no_yes() {
    let on = Day(day("2026-11-20"));
    for how in [
        "spoken, no limits",
        "spoken,no limits",
        "spoken; No limits.",
        "signed form (no limits)",
        "in writing, without restrictions",
        "said yes without reservation",
        "email, limits: none",
        "phone, limits none.",
    ] {
        assert!(said("m", &on, how).is_ok(), "{how}");
    }
    for how in [
        "no limits",
        "said no, limits unclear",
        "said no - limits",
        "said no: limits",
        "spoken, no limits, no",
        "spoken, no limits yet",
        "never, no limits, spoken",
        "spoken, none",
        "spoken, limits, none",
        "spoken, limits: none agreed",
        "spoken, limits none asked",
        "spoken, no objection",
        "letter home, no objections",
        "said that it is no problem",
        "phone, not at all a problem",
        "email, no concerns",
        "said under no conditions",
        "spoke, in no condition to say",
    ] {
        assert_eq!(said("m", &on, how).err(), Some(ConsentGap::How), "{how}");
    }
    for who in [
        "no mother, no limits",
        "mother, no limits",
        "mother, no objection",
        "none of the parents, no limits",
    ] {
        assert_eq!(said(who, &on, "s").err(), Some(ConsentGap::Who), "{who}");
    }
}

#[test]
fn consent_12_beside_a_way_no_word_may_be_of_another_answer() {
    let on = Day(day("2026-11-20"));
    for how in [
        "spoken, undecided",
        "said she is thinking about it",
        "spoken, considering it",
        "spoken, reluctant",
        "Spoken. Undecided",
        "spoken, she may",
        "said hoping to agree",
        "told us she is going to agree",
        "spoken, tbc",
        "said yes then changed her mind",
        "said yes, since withdrawn",
        "told she withdrew it",
        "said nah",
        "said over my dead body",
        "phone, left a voicemail",
        "texted, gone quiet",
        "form sent home",
        "letter sent",
        "said no limits on how much she hates this",
        "SPOKEN, RELUCTANT",
    ] {
        assert_eq!(said("m", &on, how).err(), Some(ConsentGap::How), "{how}");
    }
    for how in [
        "through an interpreter (Somali)",
        "in writing, e-mail of 12/11",
        "face to face at the annual review",
        "spoken to Mrs Patel at home",
        "gave permission by text message",
        "said yes on the phone last week",
        "signed form, 3 Nov",
    ] {
        assert!(names_a_way(how, day(CALL)), "{how}");
    }
    for who in ["mum, opposed", "mother unconvinced", "mother, dad opposed", "mother, undecided"] {
        assert_eq!(said(who, &on, "s").err(), Some(ConsentGap::Who), "{who}");
    }
    for who in ["Hope Adams, mother", "mother, May", "mum Jane"] {
        assert!(said(who, &on, "s").is_ok(), "{who}");
    }
}

#[test]
fn consent_13_a_way_that_is_still_to_come_is_none() {
    let on = Day(day("2026-11-20"));
    for how in [
        "phone her this evening",
        "phone her",
        "Phone her.",
        "PHONE HER",
        "call again",
        "call Mrs Okafor",
        "text Dawn",
        "email the father",
        "phone mum",
        "text them both",
        "visit them at home",
        "spoken to dad, phone mum",
        "said phone her",
        "phone today",
        "call after 3",
        "phone a parent",
        "e-mail her",
        "phone this afternoon",
        "email this week",
        "meeting today",
        "by phone this evening",
        "spoken this evening",
        "in the evening, by phone",
        "ring her, by phone",
        "on the phone after school",
        "phone call after the meeting",
        "talk to her",
        "meeting to agree",
        "she'd say yes",
        "by phone, tomorrow",
        "will phone",
        "going to phone",
        "phone, later",
    ] {
        assert_eq!(said("m", &on, how).err(), Some(ConsentGap::How), "{how}");
    }
    assert_eq!(said("mother, this evening", &on, "s").err(), Some(ConsentGap::Who));
    for how in [
        "phone",
        "phone, mother",
        "spoke to her at home, by phone",
        "phone call",
        "Phone Call",
        "by phone this morning",
        "phone this morning",
        "spoken today",
        "by phone, spoke this afternoon",
        "rang us yesterday afternoon",
        "spoke to her yesterday evening",
        "text message from her mother",
        "spoken, on a video call",
        "e-mail of 12/11",
        "E-mail from Mrs Okafor",
        "in writing, e mail",
        "signed permission slip",
        "at the child's meeting",
        "home visit",
    ] {
        assert!(names_a_way(how, day(CALL)), "{how}");
    }
}
