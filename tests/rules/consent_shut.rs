//! Consent: sentences that are no answer, and opened the gate once or might. The call is on Sunday 22
//! November 2026.

use super::day;
use mediation_line::domain::consent::ConsentGap::{self, OtherDay};
use mediation_line::domain::consent::{ToldConsent, complete, names_a_giver, names_a_way, read_agreed};
use mediation_line::domain::working_days::WorkingDays;

const CALL: &str = "2026-11-22";

fn no_way(typed: &[&str]) {
    for how in typed {
        assert!(!names_a_way(how, day(CALL)), "{how}");
    }
}

#[test]
fn consent_22_what_we_did_to_them_is_no_answer() {
    no_way(&[
        "told the family",
        "told family",
        "emailed the family",
        "emailed family",
        "rang the family",
        "called the family twice",
        "told the child",
        "gave the family a form",
        "gave the child a letter",
        "emailed Mrs Okafor",
        "told Mrs Okafor",
        "rang Mr Okafor twice",
        "texted Ms Quill yesterday",
        "phoned Mrs Quill last week",
        "letter to Mrs Okafor",
        "letter to Mr and Mrs Okafor",
        "message to Mrs Quill",
        "meeting with the family",
        "told stepparent",
        "told her",
        "text her",
        "rang mrs okafor",
        "letter to parents",
        "we emailed her",
        "I told mum on Friday",
        "informed by letter",
        "confirmed by letter",
        "mum has the form",
        "she has been told",
    ]);
}

#[test]
fn consent_22_an_attempt_or_a_refusal_is_no_answer() {
    no_way(&[
        "rang twice",
        "phoned twice",
        "called again",
        "message on her phone",
        "message on the phone",
        "phone. Engaged.",
        "by email. Unanswered.",
        "by phone. Rejected.",
        "By phone. Ignored.",
        "by phone, Furious",
        "said it was all over",
        "called to say it was over",
        "said to Mr Poe that it was over",
        "said all was fine at school",
        "said that was that",
        "says who",
        "she rang to say no",
        "mum said yes, but",
        "mum agreed, dad",
        "mum said yes and dad said no",
    ]);
}

#[test]
fn consent_22_a_word_of_somebody_else_or_of_something_else_is_no_answer() {
    no_way(&[
        "the child said yes",
        "child agreed",
        "said by the child",
        "signed by Mr Poe",
        "agreed with the school",
        "spoke to the headteacher",
        "spoke to his teacher",
        "spoke about mediation",
        "meeting about the child",
        "she was at the meeting",
        "gave us her phone",
        "gave us her email",
        "copy of the letter",
        "said which form",
        "same form",
        "consent form",
        "form",
        "teams meeting at 11",
        "yes",
        "no limits",
        "said",
        "rang",
    ]);
}

#[test]
fn consent_14_who_begins_with_the_giver_and_ends_with_the_name() {
    for who in [
        "with mum",
        "with dad",
        "With parents",
        "With the parents",
        "with her parents",
        "with mum and dad",
        "spoke with mum",
        "mum. Rejected.",
        "Mum: Forbids",
        "Mother. Vetoed.",
        "mum. Livid.",
        "Mum, Furious",
        "mum. Uncontactable.",
        "mum (Hospitalised)",
        "dad (Estranged)",
        "dad, Overseas",
        "Mum. Pretended.",
        "mums Solicitor",
        "mums Lawyer",
        "mums Boyfriend",
        "mum Refuses",
        "mum (Declined)",
        "guardian (Cafcass)",
        "parent Partnership",
    ] {
        assert!(!names_a_giver(who), "{who}");
    }
}

fn told(when: &str, how: &str) -> Option<ConsentGap> {
    let reading = read_agreed(when, day(CALL), &WorkingDays::england());
    let told = ToldConsent { who: "m".into(), when: when.into(), how: how.into(), ..ToldConsent::default() };
    complete(&told, &reading, day(CALL), None).err()
}

#[test]
fn consent_25_a_day_in_how_is_one_that_when_can_mean() {
    for (when, how) in [
        ("t", "by letter on Monday"),
        ("last week", "by letter on Monday"),
        ("yesterday", "spoken today"),
        ("20 nov", "e-mail of 12/11"),
        ("t", "spoken, last Monday"),
        ("fri", "said yes on the phone last week"),
    ] {
        assert_eq!(told(when, how), Some(OtherDay), "{when}, {how}");
    }
    for (when, how) in [
        ("mon", "by letter on Monday"),
        ("this week", "by letter on Monday"),
        ("12 nov", "said yes on the phone last week"),
        ("last week", "e-mail of 12/11"),
        ("t", "by phone this morning"),
        ("y", "by phone"),
    ] {
        assert_eq!(told(when, how), None, "{when}, {how}");
    }
    assert!(OtherDay.words().contains("s, w or e"), "the hint says what to press");
}

#[test]
fn consent_22_whoever_tells_us_is_nobody_who_agreed() {
    let way = |how: &str, caller: &str| {
        let told = ToldConsent { how: how.into(), caller: caller.into(), ..ToldConsent::default() };
        told.way(day(CALL))
    };
    for how in ["Mr Poe said yes", "email from Mr Poe", "spoke to Mr Poe", "mum agreed by email from Mr Poe"]
    {
        assert_eq!(way(how, "Edgar Poe, SENCO"), None, "{how}");
        assert!(way(how, "").is_some(), "{how}: nobody is known by this name");
    }
    for how in ["email from Mrs Okafor", "told the SENCO", "mum agreed", "s"] {
        assert!(way(how, "Edgar Poe, SENCO").is_some(), "{how}");
    }
}
