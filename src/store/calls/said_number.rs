//! A number that the caller gives in a call about a case that was open before: it stays with the case.
//!
//! Of the person the case has, a new number stands beside the one it has; which of them is rung is for a person to
//! say, so that none takes the place of another. A parent of another name is somebody else: they are kept as a contact
//! of the family that a meeting does not wait for. Nothing is written where consent is not in force, where there is
//! nothing to ring, or for a caller who is no side of the case; who rang stands in the timeline in any case.

use super::super::db::Write;
use super::super::parties::{Contact, NewParty, add_party, party_facts};
use super::super::{Result, Signed, Store};
use crate::domain::call::CallerKind;
use crate::domain::contact::Safety;
use crate::domain::detail::Detail;
use crate::domain::likeness::may_be_one_person;
use crate::domain::phone::Phone;
use crate::domain::queue::CaseFacts;
use crate::domain::text::cut;
use crate::domain::willingness::{Needed, PartyKind, Side};
use crate::params;

/// The rows made here stand behind the key of the write by so many.
const NUMBER: i64 = 13;
const PARTY: i64 = 14;
/// The longest number of a contact, in characters.
const LONGEST: usize = 300;

impl Store {
    /// The statements that keep who rang, and the words against their number, at the end of a call about this case.
    pub(super) fn keep_who_rang(
        &mut self,
        call: i64,
        facts: &mut CaseFacts,
        signed: &Signed,
    ) -> Result<Vec<Write>> {
        let case = facts.id;
        let caller = self.read_one(
            "SELECT id, kind FROM callers WHERE call_id = $1 ORDER BY seq DESC LIMIT 1",
            &params![call],
        )?;
        let kind = caller.as_ref().and_then(|row| CallerKind::from_code(&row.text(1)));
        let (Some(caller), Some(kind), Some(wanted)) = (caller, kind, kind.and_then(CallerKind::party))
        else {
            return self.mark_heard(call, case, signed);
        };
        if !facts.consent.in_force() {
            return Ok(Vec::new());
        }
        let said = self.contact_said(caller.int(0))?;
        let sides = self.read(
            "SELECT id, name, person, phone FROM parties WHERE case_id = $1 AND kind = $2 AND needed <> 'dropped'
             ORDER BY id",
            &params![case, wanted.code()],
        )?;
        let own = !kind.is_third_party();
        let person = |row: &super::super::db::Row| {
            if own && row.text(2).trim().is_empty() { row.text(1) } else { row.text(2) }
        };
        let them = sides.iter().find(|row| may_be_one_person(&person(row), &said.person));
        match them {
            Some(row) => {
                let mut writes = self.mark_heard(call, case, signed)?;
                writes.extend(self.number_beside(case, (row.int(0), &row.text(3)), &said, signed)?);
                Ok(writes)
            }
            None if wanted == PartyKind::Family && !sides.is_empty() => {
                if let Some(writes) = self.invited_again(call, facts, &said, signed)? {
                    return Ok(writes);
                }
                let party = NewParty {
                    id: signed.id + PARTY,
                    kind: PartyKind::Family,
                    side: Side::Family,
                    needed: Needed::Invited,
                    contact: said,
                    chase: None,
                };
                facts.parties.push(party_facts(&party));
                let mut writes = vec![add_party(case, &party)];
                writes.extend(crate::store::search::person_document(party.id, case, &party.contact));
                writes.extend(self.mark_unsafe(case, &[party], signed)?);
                Ok(writes)
            }
            None => self.mark_heard(call, case, signed),
        }
    }

    /// The end of this call was taken back, and the contact it had added with it: they are the same one. By the key of
    /// the line of that end it is known which; a contact of another call that somebody dropped stays dropped.
    fn invited_again(
        &mut self,
        call: i64,
        facts: &mut CaseFacts,
        said: &Contact,
        signed: &Signed,
    ) -> Result<Option<Vec<Write>>> {
        let row = self.read_one(
            "SELECT id FROM parties WHERE case_id = $1 AND kind = $2 AND needed = 'dropped' AND person = $3
               AND phone = $4 AND id - $5 IN (SELECT id FROM history WHERE call_id = $6 AND act = $7)
             ORDER BY id DESC LIMIT 1",
            &params![
                facts.id,
                PartyKind::Family.code(),
                &said.that_fits().person,
                &said.that_fits().phone,
                PARTY,
                call,
                super::finish::FINISHED
            ],
        )?;
        let Some(party) = row.map(|row| row.int(0)) else { return Ok(None) };
        if let Some(them) = facts.parties.iter_mut().find(|facts| facts.id == party) {
            them.standing.needed = Needed::Invited;
        }
        let mut writes = vec![Write::one(
            "UPDATE parties SET needed = 'invited', rev = rev + 1 WHERE id = $1",
            params![party],
        )];
        writes.extend(self.mark_typed((facts.id, party), said, |_| true, signed)?);
        Ok(Some(writes))
    }

    /// What the caller said of themselves.
    fn contact_said(&mut self, caller: i64) -> Result<Contact> {
        let rows =
            self.read("SELECT field, typed FROM caller_details WHERE caller_id = $1", &params![caller])?;
        let of = |detail: Detail| {
            let row = rows.iter().find(|row| row.text(0) == detail.code());
            row.map(|row| row.text(1).trim().to_owned()).unwrap_or_default().into()
        };
        Ok(Contact {
            name: of(Detail::Name),
            person: of(Detail::Name),
            relation: of(Detail::Relation),
            phone: of(Detail::Phone),
            email: of(Detail::Email),
            best_time: of(Detail::BestTime),
            needs: of(Detail::Needs),
            ..Contact::default()
        })
    }

    /// A number that this party was not known to have. One with words against it is written with those.
    fn number_beside(
        &mut self,
        case: i64,
        (party, has): (i64, &str),
        said: &Contact,
        signed: &Signed,
    ) -> Result<Vec<Write>> {
        let value = cut(&said.phone, LONGEST);
        let phone = Phone::read(&value);
        let known = self.read(
            "SELECT value, current, id FROM contacts WHERE party_id = $1 AND kind = 'phone' ORDER BY id",
            &params![party],
        )?;
        let has_it = |text: &str| Phone::covers(text, &value);
        if !phone.can_be_rung()
            || has_it(has)
            || known.iter().any(|row| row.text(1) == "yes" && has_it(&row.text(0)))
            || Safety::heard(&value, &said.best_time).is_some()
        {
            return Ok(Vec::new());
        }
        let mut contact = self.contact_of(party)?;
        if has.trim().is_empty() {
            // There was none: it is the one to ring.
            contact.phone = value.into();
            let mut writes = vec![Write::one(
                "UPDATE parties SET phone = $1, rev = rev + 1 WHERE id = $2",
                params![&contact.that_fits().phone, party],
            )];
            writes.extend(self.person_document_with(case, party, &contact, "")?);
            return Ok(writes);
        }
        let mut writes = vec![match known.iter().find(|row| has_it(&row.text(0))) {
            // They had it before, or the end of this call was taken back.
            Some(old) => Write::one(
                "UPDATE contacts SET current = 'yes', rev = rev + 1 WHERE id = $1",
                params![old.int(2)],
            ),
            None => Write::one(
                "INSERT INTO contacts (id, case_id, party_id, kind, value, day, staff)
                 VALUES ($1, $2, $3, 'phone', $4, $5, $6)",
                params![signed.id + NUMBER, case, party, value.as_str(), signed.today, signed.staff.as_str()],
            ),
        }];
        writes.extend(self.person_document_with(case, party, &contact, &value)?);
        Ok(writes)
    }
}
