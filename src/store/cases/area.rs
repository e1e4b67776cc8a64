//! An area that is put right takes the authority with it, as long as nothing but the area has named it.
//!
//! The other side of a new case is called after the area (rule 7 of [`crate::domain::authority`]); what makes it that
//! authority, which stays, is rule 8 there. What somebody typed as a name is never changed.
//!
//! It follows where the details are saved together on the case, and where one of two values of *Area* is taken. In a call
//! about an open case it does not: there *Area* is saved while it is typed, and half a word names no authority.

use super::super::calls::Typed;
use super::super::clashes::is_otherwise;
use super::super::db::Write;
use super::super::{Result, Signed, Store};
use super::Kept;
use crate::domain::authority::{KNOWN_BY, named_with, team_of};
use crate::domain::detail::Detail;
use crate::domain::field::{Field, Part};
use crate::domain::queue::CaseFacts;
use crate::domain::text::Private;
use crate::domain::willingness::{PartyKind, Side};

/// What is renamed with the area.
#[derive(Default)]
pub(in crate::store) struct Renamed {
    /// The detail of that name.
    pub detail: Option<Typed>,
    /// The party, and its name after the new area.
    party: Option<(i64, Private)>,
    /// What each held, for the line of history.
    pub was: Vec<String>,
}

impl Store {
    /// What follows where these details are written into a case that holds those; nothing where Area is not among them,
    /// or stays beside what another desk wrote since.
    pub(in crate::store) fn renamed_with_area(
        &mut self,
        facts: &CaseFacts,
        details: &[Typed],
        known: &[(Detail, Private)],
        before: &[(Detail, Kept)],
    ) -> Result<Renamed> {
        let mut renamed = Renamed::default();
        let held = |wanted| before.iter().find(|(detail, _)| *detail == wanted).map(|(_, kept)| &*kept.typed);
        let new = details.iter().find(|(detail, ..)| *detail == Detail::Area).map(|(_, typed, _)| typed);
        let (Some(old), Some(new)) = (held(Detail::Area), new) else { return Ok(renamed) };
        if is_otherwise(Detail::Area, new, &old.into(), known) {
            return Ok(renamed);
        }
        let (old, new) = (old.trim(), new.trim());
        if old.is_empty() || new.is_empty() || old == new {
            return Ok(renamed);
        }
        let (team, other) = (team_of(old), held(Detail::OtherSide).unwrap_or_default());
        if other == team && details.iter().all(|(detail, ..)| *detail != Detail::OtherSide) {
            renamed.was.push(format!("{} was: {team}.", Detail::OtherSide.label()));
            renamed.detail = Some((Detail::OtherSide, team_of(new).into(), Private::default()));
        }
        let unasked = facts.parties.iter().filter(|party| {
            let standing = &party.standing;
            standing.kind == PartyKind::LocalAuthority
                && standing.side == Side::OtherSide
                && standing.answer.is_none()
        });
        for party in unasked {
            let contact = self.contact_of(party.id)?;
            let nobody_known = KNOWN_BY.into_iter().all(|part| contact.part(part).trim().is_empty());
            let Some(name) = named_with(&contact.name, [old, new]).filter(|_| nobody_known) else { continue };
            let label = Field::Party(party.id, Part::Name).label(|_| Some(PartyKind::LocalAuthority));
            renamed.was.push(format!("{label} was: {}.", &*contact.name));
            renamed.party = Some((party.id, name.into()));
            break;
        }
        Ok(renamed)
    }

    /// The statements by which the party has its new name.
    pub(in crate::store) fn rename(
        &mut self,
        facts: &CaseFacts,
        to: &Renamed,
        signed: &Signed,
    ) -> Result<Vec<Write>> {
        let Some((party, name)) = to.party.clone() else { return Ok(Vec::new()) };
        let mut contact = self.contact_of(party)?;
        contact.put(Part::Name, name);
        self.contact_writes(facts, party, &contact, signed)
    }
}
