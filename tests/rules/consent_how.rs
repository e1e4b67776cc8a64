//! Consent: how they agreed. The list is closed, and every word has to be understood. The call is on Sunday 22
//! November 2026.

use super::day;
use mediation_line::domain::consent::{day_in_way, names_a_way};

#[test]
fn consent_19_how_is_a_closed_list() {
    let on = day("2026-11-22");
    for how in [
        "s",
        "E",
        "by phone",
        "BY PHONE",
        "SIGNED FORM",
        "Signed form",
        "said yes on the phone last week",
        "e-mail of 12/11",
        "letter dated 3 November 2026",
        "form signed on 20/11",
        "in writing, signed 14.11.26",
        "E-mail from Mrs Okafor",
        "spoken, through an interpreter (Somali)",
        "agreed to it by text",
        "she told us",
    ] {
        assert!(names_a_way(how, on), "{how}");
    }
    for how in [
        "phone her this evening",
        "PHONE HER",
        "meeting with her this week",
        "letter by 30/11",
        "letter by 12/11",
        "letter of 30/11",
        "form signed 25 nov",
        "meeting 24/11/2026",
        "meeting 24/11",
        "said she'd say yes",
        "said she\u{2019}d say yes",
        "asked by letter",
        "we asked her by phone",
        "I told her by phone",
        "told her mother",
        "rang the parents",
        "texted her",
        "wrote to office",
        "voice message",
        "spoke to office",
        "form by Friday",
        "Form By Friday",
        "Letter After Half Term",
        "letter after Easter",
        "Mum Said Ring Next Week",
        "MUM SAID RING NEXT WEEK",
        "SPOKEN TO COME",
        "SHE WILL ASK HIM FIRST",
        "SADLY REFUSED",
        "SHE SAID NO",
        "Said Will Think",
        "Said Sadly Refused",
        "agreed to a call",
        "said yes?",
        "signed 3",
        "letter 45/99",
    ] {
        assert!(!names_a_way(how, on), "{how}");
    }
}

#[test]
fn consent_19_a_weekday_in_how_has_been_where_nothing_lets_it_be_ahead() {
    let on = day("2026-11-22");
    for (how, day) in [
        ("by email on Friday", "Friday"),
        ("by e-mail on Friday", "Friday"),
        ("BY EMAIL ON FRIDAY", "FRIDAY"),
        ("by phone last Tuesday", "Tuesday"),
        ("in writing on mon", "mon"),
        ("spoken on Friday", "Friday"),
        ("spoken, last Monday", "Monday"),
        ("she rang Friday", "Friday"),
        ("agreed at the meeting on Wednesday", "Wednesday"),
        ("signed form Friday 20 nov", "Friday 20 nov"),
        ("by email, Fri 20/11", "Fri 20/11"),
        ("letter dated 3 November 2026", "3 November 2026"),
        ("by phone on Sunday", "Sunday"),
        ("by phone, on Friday", "Friday"),
        ("agreed at the annual review meeting on Wednesday", "Wednesday"),
        ("agreed by video call on Friday", "Friday"),
        ("over the phone on Friday", "Friday"),
        ("spoken, through an interpreter, Monday", "Monday"),
    ] {
        assert!(names_a_way(how, on), "{how}");
        assert_eq!(day_in_way(how, on).map(|day| day.to_lowercase()), Some(day.to_lowercase()), "{how}");
    }
    for how in [
        "email on Friday",
        "phone on Friday",
        "phone, Friday",
        "meeting on Friday",
        "letter on Friday",
        "by email this Friday",
        "by email by Friday",
        "by email before Friday",
        "by email after Friday",
        "by email next Friday",
        "by email Friday week",
        "by email every Friday",
        "by email on Fri 27 nov",
        "by email on Thursday 20 nov",
        "will email on Friday",
        "by email on Friday afternoon",
        "she sat with us",
        "agreed to sign on Friday",
        "by phone, meeting on Friday",
        "spoken, meeting on Friday",
        "agreed by phone, meeting on Friday",
        "agreed by phone, Friday meeting",
        "agreed by phone and meeting on Friday",
        "the phone on Friday",
        "agreed last week call on Friday",
        "said yes last week, meeting on Friday",
        "signed form for the meeting on Friday",
        "spoke about the visit on Friday",
    ] {
        assert!(!names_a_way(how, on), "{how}");
        assert_eq!(day_in_way(how, on), None, "{how}");
    }
    assert_eq!(day_in_way("by email", on), None);
    assert_eq!(day_in_way("by email on Friday and by phone on Monday", on), None);
}

#[test]
fn consent_22_a_word_of_how_stands_in_its_place() {
    let on = day("2026-11-22");
    for how in [
        "mum wrote to us",
        "spoke to school",
        "agreed with the SENCO",
        "rang to say yes",
        "she phoned me to say she agrees",
        "spoke to me at school",
        "met with mum, spoken",
        "phone call with both parents",
        "said yes at the home visit",
        "gave us verbal permission",
        "permission was given by phone",
        "signed form for mediation",
        "said yes yesterday evening",
        "e-mail to us from Mrs Okafor",
        "mum signed the form",
        "dad texted us",
        "carer told us on the phone",
    ] {
        assert!(names_a_way(how, on), "{how}");
    }
    for how in [
        "form with us",
        "email from us",
        "our letter",
        "by our form",
        "written by me",
        "text by us",
        "she was told by us",
        "mum was phoned",
        "told by letter",
        "consent form emailed",
        "letter written",
        "agreed with reservations",
        "agreed, with limits",
        "gave mum a consent form",
        "consent form given to parents",
        "form given to mum",
        "gave her the form",
        "form with mum",
        "form for parents",
        "form at home",
        "consent form with the school",
        "letter home",
        "in a letter to mum",
        "letter to parents yesterday",
        "wrote to mum",
        "wrote to the parents",
        "email to mum",
        "email for mum",
        "emailed the form to mum",
        "texted form to mum",
        "sms to mum",
        "message with mum",
        "EMAIL TO MUM",
        "FORM WITH MUM",
        "mum to say by phone",
        "email, mum to say",
        "school to say",
        "mum to telephone",
        "mum to video call",
        "she's to consent in writing",
        "happy to consent at the review meeting",
        "mum happy to say yes at the meeting",
        "mum said after the annual review",
        "she said this afternoon",
        "said in a week",
        "mum said friday",
        "agreed Friday",
        "told us Friday",
        "his nan said ok",
        "Nan signed",
        "sister said ok",
        "sister texted yes",
        "uncle phoned",
        "aunt signed the form",
        "mum's sister signed",
        "friend said ok",
        "spoke to mum's friend",
        "spoke to grandma",
        "signed by the headteacher",
        "deputy head signed",
        "school signed",
        "school agreed",
        "senco said yes",
        "teacher said parents fine",
        "email from school",
        "met the teacher",
    ] {
        assert!(!names_a_way(how, on), "{how}");
    }
}
