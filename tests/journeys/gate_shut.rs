//! What a privacy officer typed at the consent question, and nothing of which may open the gate. The call is on Tuesday 24
//! November 2026.

use super::desk::Desk;

fn school() -> Desk {
    let mut desk = Desk::new();
    desk.school_rings();
    desk
}

/// Says which of these ways to answer opened the gate.
fn opened(answers: &[(&str, &str, &str)]) -> Vec<String> {
    let mut opened = Vec::new();
    for (who, when, how) in answers {
        let mut desk = school();
        desk.keys("y");
        for answer in [who, when, how] {
            // One letter goes on by itself, but for the day.
            desk.text(answer);
            if answer.len() > 1 || answer == when {
                desk.keys("Enter");
            }
        }
        desk.wait(3000);
        if desk.value("SELECT count(*) FROM consents") != "0" {
            opened.push(format!("{who} / {when} / {how}"));
        }
    }
    opened
}

#[test]
fn a_day_that_may_be_ahead_opens_nothing() {
    let days = [
        "26/11",
        "thu 26 nov",
        "26 nov",
        "25.11",
        "dec",
        "in december",
        "27",
        "this fri",
        "this friday",
        "on 26/11",
        "30 nov",
        "5/12",
        "26th",
        "fri 26 nov",
        "tomorrow",
        "next week",
        "nov",
    ];
    assert_eq!(
        opened(&[("m", "t", "s"), ("mum and dad", "12 nov", "by phone")]).len(),
        2,
        "an answer opens it"
    );
    assert_eq!(opened(&days.map(|when| ("m", when, "s"))), Vec::<String>::new());
}

#[test]
fn a_sentence_about_somebody_opens_nothing() {
    let whos = [
        "mum to decide",
        "mum needs a chat first",
        "mum in two minds",
        "mum over my dead body",
        "mum when back from holiday",
        "mum is ringing you back this evening",
        "mum said leave her alone",
        "deceased mother",
        "parents know about it",
        "we informed the parents",
        "parents evening on tuesday",
        "nan, mum knows",
        "the neighbour, mum is away",
        "a friend of the parents",
        "her brother",
        "aunt",
        "advocate",
        "deputy",
        "representative",
        "MUM TO DECIDE",
        "Both Parents To Decide",
        "father away",
        "carer not asked",
        "carer: mum to decide",
        "both to be asked",
        "young carer",
    ];
    assert_eq!(opened(&whos.map(|who| (who, "t", "s"))), Vec::<String>::new());
}

#[test]
fn a_way_that_is_none_opens_nothing() {
    let ways = [
        "phone her this evening",
        "meeting with her this week",
        "letter by 30/11",
        "meeting 24/11/2027",
        "said she'd say yes",
        "asked by letter",
        "we asked her by phone",
        "voice message",
        "spoke to office",
        "form by Friday",
        "Letter After Half Term",
        "Mum Said Ring Next Week",
        "SHE WILL ASK HIM FIRST",
        "WILL RING TOMORROW",
        "SADLY REFUSED",
        "SHE SAID NO",
        "Email To Follow",
        "Spoken To Come",
        "Waiting For Mum",
        "Written Form To Come",
        "Sadly refused",
        "W8 for her",
        "s 2 be asked",
        "said \"no way\"",
    ];
    assert_eq!(opened(&ways.map(|how| ("m", "t", how))), Vec::<String>::new());
}

#[test]
fn a_sentence_behind_yes_opens_nothing() {
    for typed in
        ["yes but she has to ask dad first", "yes can you ring them", "YES BUT NOT YET", "yes if dad agrees"]
    {
        let mut desk = school();
        desk.text(typed).keys("Enter t Enter s").shows("~ Who is not read").wait(3000);
        assert_eq!(desk.value("SELECT count(*) FROM consents"), "0", "{typed}");
    }
}

#[test]
fn what_we_did_to_them_and_what_is_not_told_of_them_opens_nothing() {
    let ways = [
        "told the family",
        "emailed Mrs Okafor",
        "phone. Engaged.",
        "by phone, Furious",
        "signed by Mr Poe",
        "Mr Oyelaran said yes",
    ];
    assert_eq!(opened(&ways.map(|how| ("m", "t", how))), Vec::<String>::new());
    let whos = ["with mum", "mum. Rejected.", "mums Solicitor", "dad, Overseas"];
    assert_eq!(opened(&whos.map(|who| (who, "t", "s"))), Vec::<String>::new());
}
