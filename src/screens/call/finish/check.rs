//! A parent rings about a case that somebody else referred: their own call can answer what we were to ask them.
//!
//! That they rang is not yet their word that we may have their details, and they are to be told from whom we have
//! them; so it is asked at the end of the call, and one key records the yes at once. A no is said on the page of
//! consent, where it locks the case. Without the key nothing changes, and Today asks to ring them as before.

use crate::domain::call::CallerKind;
use crate::domain::consent::{ConsentAct, ConsentStanding};
use crate::domain::text::Private;
use crate::protocol::command::{Intention, Question};
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::screens::call::State;
use crate::store::cases::CaseWrite;

/// What is asked.
pub(in crate::screens::call) const ASKED: &str =
    "\"Somebody gave us your details to arrange mediation. Is that all right?\"";
/// What the window says of it.
pub(in crate::screens::call) const OFFERED: &str =
    "TO CHECK    k  they agree that we have their details, and know from whom";

impl State {
    /// Whoever we are to check with is on the line.
    pub(in crate::screens::call) fn can_be_checked(&self) -> bool {
        let asked =
            if self.sides.is_of_a_young_person() { CallerKind::YoungPerson } else { CallerKind::Parent };
        self.about().is_some() && self.consent == ConsentStanding::ToCheck && self.kind == Some(asked)
    }

    /// They said yes: it is recorded at once, and the next step is asked for again.
    pub(super) fn check(&mut self, context: &Context) -> Vec<Effect> {
        let (Some(case), Some(kind)) = (self.about().filter(|_| self.can_be_checked()), self.kind) else {
            return Vec::new();
        };
        let giver = if kind == CallerKind::YoungPerson { "young person" } else { "parent or carer" };
        let record = Intention::Case(CaseWrite::Consent {
            case,
            record: context.id(),
            act: ConsentAct::Checked,
            giver: giver.into(),
            given: None,
            how: "spoken".into(),
            limits: Private::default(),
            not_covered: Private::default(),
            words: "asked on their own call".into(),
        });
        self.consent = ConsentStanding::Ok;
        vec![
            Effect::Do(record),
            Effect::Ask(Question::TakenNumber { call: self.id, case: Some(case) }),
            Effect::Notice("Checked with them: consent is confirmed.".to_owned()),
        ]
    }
}
