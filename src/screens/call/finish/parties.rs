//! The parties of a new case beside the family: the other side, and a school next to it.
//!
//! What was typed in the call says who they are; the details of a caller who rings for one of them go with it.
//! Nobody is asked here whether they are willing, and a party can be changed or added on the case later.

use crate::domain::call::CallerKind;
use crate::domain::detail::Detail;
use crate::domain::text::Private;
use crate::domain::willingness::{Needed, PartyKind, Side};
use crate::protocol::context::Context;
use crate::screens::call::State;
use crate::store::parties::{Contact, NewParty};

impl State {
    /// A young person whose parent rang: what there is to reach him or her by is the parent's, and says so.
    pub(super) fn through_the_parent(&self) -> Contact {
        let relation = self.private(Detail::Relation);
        Contact {
            name: self.private(Detail::Child),
            person: self.private(Detail::Name),
            relation: if relation.trim().is_empty() { "parent".into() } else { relation },
            phone: self.private(Detail::Phone),
            email: self.private(Detail::Email),
            best_time: self.private(Detail::BestTime),
            needs: self.private(Detail::Needs),
            ..Contact::default()
        }
    }

    pub(super) fn other_side(&self, context: &Context) -> NewParty {
        let typed = self.entry(Detail::OtherSide);
        let officer = self.kind == Some(CallerKind::LaOfficer);
        let person = |detail| if officer { self.private(detail) } else { Private::default() };
        NewParty {
            id: context.id(),
            kind: self.other_kind(),
            side: Side::OtherSide,
            needed: Needed::Needed,
            contact: Contact {
                name: if typed.is_empty() { self.private(Detail::Area) } else { typed.into() },
                person: person(Detail::Name),
                phone: person(Detail::Phone),
                email: person(Detail::Email),
                ..Contact::default()
            },
            chase: None,
        }
    }

    /// A school beside a local authority is invited.
    pub(super) fn school_beside(&self, context: &Context) -> Vec<NewParty> {
        let school = self.private(Detail::School);
        if school.trim().is_empty() || self.entry(Detail::OtherSide).contains(&*school) {
            return Vec::new();
        }
        let staff = self.kind == Some(CallerKind::SchoolStaff);
        let person = |detail| if staff { self.private(detail) } else { Private::default() };
        vec![NewParty {
            id: context.id(),
            kind: PartyKind::School,
            side: Side::Beside,
            needed: Needed::Invited,
            contact: Contact {
                name: school,
                person: person(Detail::Name),
                phone: person(Detail::Phone),
                email: person(Detail::Email),
                ..Contact::default()
            },
            chase: None,
        }]
    }
}
