//! Consent: who can be said to have agreed. The list is closed, and every word has to be understood.

use mediation_line::domain::consent::{is_young_person, names_a_giver};

fn read(typed: &[&str]) {
    for who in typed {
        assert!(names_a_giver(who), "{who}: this is somebody who can agree");
    }
}

fn not_read(typed: &[&str]) {
    for who in typed {
        assert!(!names_a_giver(who), "{who}: this says something else");
    }
}

#[test]
fn consent_14_who_is_a_closed_list() {
    read(&[
        "m",
        "B",
        "mum",
        "Mum",
        "MUM",
        "her mum",
        "yes, mum",
        "the child's mother",
        "Adam\u{2019}s mother",
        "mother of the child",
        "mother of Adam",
        "mum and dad",
        "mum & dad",
        "Mother, father",
        "both parents",
        "both",
        "step-father",
        "birth mother",
        "foster carer",
        "adoptive parents",
        "special guardian",
        "mother Sue Okafor",
        "Mother, Sue Okafor",
        "MOTHER, father",
        "father (Mr O'Brien-Jones)",
        "Mrs Okafor, mother",
        "mum with dad",
        "mother herself",
        "young person",
        "parent or carer",
        "mother, has parental responsibility",
        "grandmother, carer",
        "gran (her legal guardian)",
        "aunt, with parental responsibility",
    ]);
    not_read(&[
        "mum to decide",
        "Mum To Decide",
        "MUM TO DECIDE",
        "mum needs a chat first",
        "Mum, Needs A Chat",
        "mum in two minds",
        "mum over my dead body",
        "mum when back from holiday",
        "mum is ringing you back this evening",
        "mum said leave her alone",
        "mum said yes",
        "deceased mother",
        "Deceased mother",
        "mother (deceased)",
        "Mother, deceased",
        "parents know about it",
        "we informed the parents",
        "parents evening on tuesday",
        "parents' evening",
        "nan, mum knows",
        "the neighbour, mum is away",
        "a friend of the parents",
        "mother's friend",
        "mum's mum",
        "mum's",
        "mother of the mother",
        "her brother",
        "aunt",
        "grandmother",
        "aunt, mum",
        "mother without parental responsibility",
        "mum?",
        "mum...",
        "mum or dad",
        "mum, 2",
        "young",
        "young mother",
        "Sue Okafor",
        "the",
        "yes",
        "",
        ", ,",
    ]);
}

#[test]
fn consent_15_who_gives_none_and_who_is_appointed() {
    read(&["Court of Protection deputy", "court-appointed deputy", "LPA donee", "EPA attorney"]);
    read(&["her deputy (Court of Protection)", "attorney, lasting power of attorney"]);
    not_read(&["deputy", "advocate", "her advocate", "representative", "attorney", "deputy head", "court"]);
    not_read(&["solicitor", "deputy, court date in June", "mother's representative", "donee"]);
}

#[test]
fn consent_21_the_young_person_is_known_as_the_giver() {
    for who in ["y", "Y", "young person", "the Young person", "young person herself"] {
        assert!(is_young_person(who) && names_a_giver(who), "{who}");
    }
    for who in ["m", "mother", "carer", ""] {
        assert!(!is_young_person(who), "{who}");
    }
}

#[test]
fn consent_14_a_doubt_with_a_capital_is_no_name() {
    for who in [
        "Mum. Apparently",
        "Mum, Supposedly",
        "Dad. Allegedly",
        "mum (Presumably)",
        "Mum. Hesitating.",
        "mum, Declining",
        "mum, Objecting",
        "mum Unreachable",
        "mum Abroad",
        "mum Friday",
    ] {
        assert!(!names_a_giver(who), "{who}");
    }
    for who in ["mum, Emily", "mother (Kimberly Fleming)", "dad, Mr Browning"] {
        assert!(names_a_giver(who), "{who}");
    }
}

#[test]
fn consent_14_a_relative_of_whom_it_is_said_can_agree_and_so_can_two() {
    read(&[
        "both of them",
        "both of her parents",
        "nan who has PR",
        "nan, she has parental responsibility",
        "grandma is the guardian",
        "nan and grandad, special guardians",
        "aunt, kinship carer",
        "mum (Sue) and dad (Tom)",
        "Mr and Mrs Okafor, parents",
        "parents, Mr & Mrs Okafor",
        "mum, Mrs Ahmed",
        "dad, Mohammed",
        "Mrs. Okafor, mother",
    ]);
    not_read(&[
        "nan",
        "nan, mum agreed",
        "grandma is away",
        "aunt, dad",
        "nan and mum",
        "both of us",
        "Mum Jane",
    ]);
}
