//! The rows of the details box, for whoever is ringing.
//!
//! Which rows there are follows from who rings and from consent; nothing is drawn here.

use super::super::State;
use super::super::form::{Focus, Part};
use crate::domain::call::CallerKind;
use crate::domain::consent::{ConsentAnswer, ConsentStanding};
use crate::domain::deadline;
use crate::domain::detail::Detail;
use crate::domain::typed_day::{DayReading, short_day};
use crate::screens::Look;

/// A row of the details.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::screens::call) enum Item {
    Heading(String),
    Text(String),
    Question,
    Field(Detail),
    Part(Part),
    Gap,
}

/// The rows of the details, for whoever is ringing.
pub(in crate::screens::call) fn items(state: &State, look: &Look<'_>, roomy: bool) -> Vec<Item> {
    let heading = |words: &str| Item::Heading(words.to_owned());
    let mut items = vec![heading("CALLER"), Item::Field(Detail::Who)];
    let third = state.kind.is_some_and(CallerKind::is_third_party);
    let field = Item::Field;
    items.push(field(Detail::Name));
    if third {
        items.push(field(Detail::Work));
    }
    items.push(field(Detail::Phone));
    let gated = state.asks_for_consent() || state.child_alone;
    let name_and_number_only = gated && state.for_adult;
    if !third && !name_and_number_only {
        items.extend([field(Detail::BestTime), field(Detail::Needs)]);
    }
    if roomy {
        items.push(Item::Gap);
    }
    items.extend(consent_items(state, look));
    if roomy {
        items.push(Item::Gap);
    }
    if gated {
        items.push(heading("CHILD or YOUNG PERSON           [locked]"));
        let yes = state.answer == Some(ConsentAnswer::Yes);
        let opens = if yes {
            "##  Opens when who, when and how are in."
        } else {
            "##  Opens when consent is recorded."
        };
        items.push(Item::Text(opens.to_owned()));
        if state.child_alone || state.for_adult {
            items.push(field(Detail::Born));
        } else if !yes {
            items.push(Item::Text("##  Until then we keep nothing of them.".to_owned()));
        }
        items.push(Item::Heading(format!("{:20}{}", "ABOUT (no names)", answered(state))));
        items.extend([field(Detail::About), field(Detail::Area)]);
        if third {
            items.extend([field(Detail::BestTime), field(Detail::Email)]);
        }
        return items;
    }
    items.push(heading("CHILD or YOUNG PERSON"));
    if state.kind != Some(CallerKind::YoungPerson) {
        items.push(field(Detail::Child));
    }
    items.extend([field(Detail::Born), field(Detail::School)]);
    if third {
        items.extend([field(Detail::ParentName), field(Detail::ParentPhone)]);
    }
    items.push(field(Detail::Area));
    if roomy {
        items.push(Item::Gap);
    }
    items.push(heading("DISAGREEMENT"));
    items.extend([
        field(Detail::About),
        field(Detail::Letter),
        field(Detail::Wants),
        field(Detail::OtherSide),
    ]);
    if roomy {
        items.extend(clocks(state));
        items.push(Item::Gap);
    }
    items.push(heading("MORE"));
    if third {
        items.extend([
            field(Detail::BestTime),
            field(Detail::Needs),
            field(Detail::Email),
            field(Detail::Plan),
        ]);
    } else {
        items.extend([
            field(Detail::Relation),
            field(Detail::Email),
            field(Detail::Address),
            field(Detail::Plan),
        ]);
    }
    items
}

/// The answer that is no yes, in words: over the long list that follows it, its own box is not in sight.
pub(in crate::screens::call) fn answered(state: &State) -> &'static str {
    match state.answer.filter(|_| state.asks_for_consent()) {
        Some(ConsentAnswer::No) => "consent NO, not yet",
        Some(ConsentAnswer::NotSure) => "consent NOT SURE",
        Some(ConsentAnswer::Yes) | None => "",
    }
}

/// The two clocks a caller asks about, where there is room.
pub(in crate::screens::call) fn clocks(state: &State) -> Vec<Item> {
    let letter = DayReading::from_stored(state.read(Detail::Letter));
    let contact = match deadline::contact_adviser_by(&letter) {
        Some(clock) => {
            let about = if clock.about { "about " } else { "" };
            format!("Clocks     2 months to ring: {about}{}", short_day(clock.date))
        }
        None => "Clocks     2 months to ring: from the letter".to_owned(),
    };
    vec![Item::Text(contact), Item::Text("           30 days to meet: from telling the LA".to_owned())]
}

pub(in crate::screens::call) fn consent_items(state: &State, look: &Look<'_>) -> Vec<Item> {
    if state.child_alone {
        return vec![
            Item::Heading("CONSENT".to_owned()),
            Item::Text("NO  a parent or carer would need to ask us".to_owned()),
        ];
    }
    if !state.asks_for_consent() {
        let begun = look.context.local_of(state.started);
        let started = if begun.date() == look.context.today() {
            format!("today {}", begun.format("%H:%M"))
        } else {
            crate::domain::typed_day::short_day(begun.date())
        };
        let words = match state.kind {
            _ if state.about().is_some() => state.consent_of_case(),
            None => "-   opens with Who".to_owned(),
            Some(CallerKind::Parent) if state.is_told() => {
                format!(
                    "OK  {}, told by the parent, {}",
                    state.told.who.text(),
                    state.agreed_on(look.context)
                )
            }
            Some(CallerKind::Parent | CallerKind::YoungPerson)
                if state.consent == ConsentStanding::ToCheck =>
            {
                format!("OK  {}, told to us. To be checked", state.told.who.text())
            }
            Some(CallerKind::Parent) => format!("OK  parent rang us themselves, {started}"),
            Some(CallerKind::YoungPerson) => format!("OK  young person rang us, {started}"),
            Some(_) => format!(
                "OK  {}, told by the caller, {}",
                state.told.who.text(),
                state.agreed_on(look.context)
            ),
        };
        let mut items = vec![Item::Heading("CONSENT".to_owned()), Item::Text(words)];
        if state.is_told() {
            if state.focus == Focus::Question {
                items.push(Item::Question);
                items.push(Item::Text("|  N no after all  U not sure after all   |".to_owned()));
            }
            items.push(Item::Part(Part::Limits));
        }
        return items;
    }
    let mut items = vec![Item::Heading("CONSENT - ask before any names".to_owned()), Item::Question];
    items.push(Item::Text(match state.answer {
        None => "|  Y yes    N no, not yet    U not sure  |".to_owned(),
        Some(ConsentAnswer::Yes) => "|  YES - three questions:                |".to_owned(),
        Some(ConsentAnswer::No) => "|  NO, not yet.  Y if it changes.        |".to_owned(),
        Some(ConsentAnswer::NotSure) => "|  NOT SURE: as not yet. Y: if they are. |".to_owned(),
    }));
    if state.answer == Some(ConsentAnswer::Yes) {
        items.extend([Item::Part(Part::Who), Item::Part(Part::When), Item::Part(Part::How)]);
    }
    items.push(Item::Text("+----------------------------------------+".to_owned()));
    items
}
