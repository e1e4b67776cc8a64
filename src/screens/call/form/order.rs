//! The one order of the fields, as they stand on the page for whoever is ringing.
//!
//! It follows from who rings and from the consent, and moving between fields, drawing them and reading them all ask here.
//! Which of them may be entered is another question, and absent: it is the gate's.

use crate::domain::call::CallerKind;
use crate::domain::consent::ConsentAnswer;
use crate::domain::detail::Detail;

use super::super::State;
use super::{Focus, Part};

impl State {
    /// The fields in order, for whoever is ringing.
    pub(in crate::screens::call) fn order(&self) -> Vec<Focus> {
        use Detail::{
            About, Address, Area, BestTime, Born, Child, Email, Letter, Name, Needs, OtherSide, ParentName,
            ParentPhone, Phone, Plan, Relation, School, Wants, Who, Work,
        };
        let fields = |list: &[Detail]| list.iter().copied().map(Focus::Field).collect::<Vec<_>>();
        let third = self.kind.is_some_and(CallerKind::is_third_party);
        match (third, self.consent.in_force()) {
            _ if self.child_alone => {
                fields(&[Who, Name, Phone, BestTime, Needs, Born, About, Area, Relation, Email, Address])
            }
            (false, _) if self.kind == Some(CallerKind::YoungPerson) => fields(&[
                Who, Name, Phone, BestTime, Needs, Born, School, Area, About, Letter, Wants, OtherSide,
                Email, Address, Plan,
            ]),
            (false, false) if self.for_adult => {
                let mut order = fields(&[Who, Name, Phone, Born]);
                order.push(Focus::Question);
                order.extend(self.parts());
                order.extend(fields(&[About, Area]));
                order
            }
            (false, told) => {
                let mut order = fields(&[Who, Name, Phone, BestTime, Needs]);
                order.extend((told && self.for_adult).then_some(Focus::Part(Part::Limits)));
                order.extend(fields(&[
                    Child, Born, School, Area, About, Letter, Wants, OtherSide, Relation, Email, Address,
                    Plan,
                ]));
                order
            }
            (true, false) => {
                let mut order = fields(&[Who, Name, Work, Phone]);
                order.push(Focus::Question);
                order.extend(self.parts());
                order.extend(fields(&[About, Area, BestTime, Email]));
                order
            }
            (true, true) => {
                let mut order = fields(&[Who, Name, Work, Phone]);
                order.push(Focus::Part(Part::Limits));
                order.extend(fields(&[
                    Child,
                    Born,
                    School,
                    ParentName,
                    ParentPhone,
                    Area,
                    About,
                    Letter,
                    Wants,
                    OtherSide,
                    BestTime,
                    Needs,
                    Email,
                    Plan,
                ]));
                order
            }
        }
    }

    fn parts(&self) -> Vec<Focus> {
        let yes = self.answer == Some(ConsentAnswer::Yes);
        let parts = [Part::Who, Part::When, Part::How];
        parts.into_iter().filter(|_| yes).map(Focus::Part).collect()
    }

    /// The first field without text, of those that can be entered.
    pub(in crate::screens::call) fn first_empty(&self) -> Focus {
        self.order()
            .into_iter()
            .find(|focus| match focus {
                Focus::Field(detail) => self.has_nothing(*detail) && self.may_enter(*detail),
                Focus::Question => self.answer.is_none(),
                _ => false,
            })
            .unwrap_or(Focus::Field(Detail::Who))
    }

    /// Until somebody says who rings, the fields of the family are locked: Enter before one of them comes back to *Who*,
    /// so that what is typed for it lands in no other field behind it.
    pub(super) fn comes_back_to_who(&self, from: Focus) -> bool {
        let mut behind = self.order().into_iter().skip_while(|focus| *focus != from).skip(1);
        self.kind.is_none()
            && behind.next().is_some_and(|next| matches!(next, Focus::Field(field) if !self.may_enter(field)))
    }
}
