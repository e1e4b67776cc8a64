//! What is said to the caller at the end of a call, and what the hint line says of the keys there.
//!
//! Nothing is decided here: how the call ends, and what it keeps, is known before.

use super::{AfterNo, Ending, Finish};
use crate::domain::reference::Reference;
use crate::protocol::context::Context;
use crate::protocol::keys::{self, Spot};
use crate::screens::call::State;

impl Finish {
    pub fn say_and_hint(&self, state: &State, context: &Context) -> [String; 2] {
        let number = self.number.map(Reference::spoken).unwrap_or_default();
        let say = match self.ending {
            Ending::Case if state.can_be_checked() => super::ASKED.to_owned(),
            Ending::Case if state.promised(context).is_some() => {
                let number = if number.is_empty() { number } else { format!("Your reference is {number}. ") };
                format!("\"{number}{}\"", state.promise_said(context))
            }
            Ending::Case if number.is_empty() => "\"You do not need to send us anything.\"".to_owned(),
            Ending::Case => format!("\"Your reference is {number}. You do not need to send us anything.\""),
            Ending::NoConsent(AfterNo::RingsBack) if !number.is_empty() => {
                format!("\"Please quote {number} when you ring back, and I can pick up from here.\"")
            }
            Ending::NoConsent(_) if state.was_withdrawn() && !state.they_may_ring() => {
                format!("\"Nothing more is kept from now on. You can ring us: {}.\"", state.service.line)
            }
            Ending::NoConsent(_) => {
                let who = match (state.for_adult, state.they_may_ring()) {
                    (true, _) => "He or she",
                    (_, true) => "The parents",
                    _ => "You",
                };
                format!("\"{who} can ring us: {}. Thank you for asking.\"", state.service.line)
            }
            Ending::ChildAlone => {
                "\"A parent or carer can ring us for you. You did the right thing to ask.\"".to_owned()
            }
            Ending::WhoWasIt | Ending::NoCall => "\"May I just ask who you are?\"".to_owned(),
            Ending::Nobody => format!("\"You can ring us again: {}. Thank you.\"", state.service.line),
        };
        let hint = match self.ending {
            Ending::Case if state.promise.typing => {
                "thu before noon, fri 2pm, +3, after 4. Enter keeps it, Esc does not promise.".to_owned()
            }
            Ending::Case if state.can_be_checked() => {
                "k: yes, and they are told from whom. A no: Esc, Esc k. F9 finishes.".to_owned()
            }
            Ending::Case if state.day_counts(self, context) => {
                format!("F9 finishes. {}. Tab: another day.", keys::hints(Spot::Finish))
            }
            Ending::Case => {
                format!("F9 again finishes. {}. All of it may wait.", keys::hints(Spot::Finish))
            }
            Ending::NoConsent(_) if !state.they_may_ring() => {
                "Nothing has to be chosen: F9 keeps a count line.".to_owned()
            }
            Ending::NoConsent(_) if !state.may_ring_back() => {
                "p or x chooses what happens next. Nothing else is needed: F9 keeps this.".to_owned()
            }
            Ending::NoConsent(_) => {
                "r, p or x chooses what happens next. Tab: another day. F9 keeps this.".to_owned()
            }
            Ending::ChildAlone => {
                "F9 keeps a count line only: no name, nothing of what was typed.".to_owned()
            }
            Ending::Nobody => {
                "Nothing is typed. F9 keeps a count line. Esc, and a name makes a case.".to_owned()
            }
            Ending::NoCall => {
                "F9 again leaves this call, and nothing of it. Esc: back to the call.".to_owned()
            }
            Ending::WhoWasIt => "Esc, then one letter in Who. F9 keeps a count line only.".to_owned(),
        };
        [format!("SAY  {say}"), hint]
    }
}
