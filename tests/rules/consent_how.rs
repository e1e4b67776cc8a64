//! Consent: how they agreed. The list is closed, and every word has to be understood. The call is on Sunday 22
//! November 2026.

use super::day;
use mediation_line::domain::consent::names_a_way;

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
