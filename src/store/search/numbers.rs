//! Old numbers: a person whose number was changed is still found by the one they had.
//!
//! The old number is kept beside the others of the party, marked as not current; it stays a word of the person's
//! document until the family is erased. What was said of a line goes on with the numbers of it that stay; what is said of
//! one now is written in `after`.

use super::{Contact, joined, person_keys};
use crate::domain::contact::{self, Safety};
use crate::domain::phone::Phone;
use crate::domain::text::words;
use crate::params;
use crate::store::after::Reached;
use crate::store::db::Write;
use crate::store::search::FoundKind;
use crate::store::{Result, Signed, Store};

/// The numbers that stay when a line changes are kept behind the key of the write by so many, from and to.
const STAYS: (i64, i64) = (6, 13);

impl Store {
    /// The statements that keep the number a party has now as an old one, where the new one has other digits, and the
    /// old number itself. One that comes back, however it is spelt, is no old one any more.
    pub(in crate::store) fn number_changed(
        &mut self,
        case: i64,
        party: i64,
        new: &str,
        signed: &Signed,
    ) -> Result<(Vec<Write>, String)> {
        let row = self.read_one("SELECT phone FROM parties WHERE id = $1", &params![party])?;
        let old = row.map(|row| row.text(0)).unwrap_or_default();
        let phones = self.phones_of(party)?;
        let mut writes = Vec::new();
        for known in &phones {
            let current = is_current(known, &old, new);
            if current != known.current {
                writes.push(Write::any(
                    "UPDATE contacts SET current = $1, rev = rev + 1
                     WHERE party_id = $2 AND kind = 'phone' AND value = $3",
                    params![if current { "yes" } else { "no" }, party, &known.value],
                ));
            }
        }
        if Phone::read(&old).digits().is_empty() || Phone::covers(new, &old) {
            return Ok((writes, String::new()));
        }
        // What was said of the old line goes on with each number of it that stays.
        for (id, number) in (signed.id + STAYS.0..signed.id + STAYS.1).zip(Phone::all(new)) {
            let said = contact::said_of(number.digits(), &phones).filter(|said| !is_current(said, &old, new));
            let Some(said) = said else { continue };
            let (ring, message, writing) = (said.safety.ring, said.safety.message, said.safety.writing);
            writes.push(Write::any(
                "INSERT INTO contacts (id, case_id, party_id, kind, value, day, staff)
                 SELECT $1, $2, $3, 'phone', $4, $5, $6
                 WHERE NOT EXISTS (SELECT 1 FROM contacts WHERE party_id = $3 AND kind = 'phone' AND value = $4)",
                params![id, case, party, number.digits(), signed.today, signed.staff.as_str()],
            ));
            writes.push(Write::one(
                "UPDATE contacts SET ring = $1, message = $2, writing = $3, said_by = $4, current = 'yes', rev = rev + 1
                 WHERE party_id = $5 AND kind = 'phone' AND value = $6",
                params![ring.code(), message.code(), writing.code(), &said.said_by, party, number.digits()],
            ));
        }
        writes.push(Write::any(
            "INSERT INTO contacts (id, case_id, party_id, kind, value, day, staff, current)
             SELECT $1, $2, $3, 'phone', $4, $5, $6, 'no'
             WHERE NOT EXISTS (SELECT 1 FROM contacts WHERE party_id = $3 AND kind = 'phone' AND value = $4)",
            params![signed.id + 1, case, party, old.as_str(), signed.today, signed.staff.as_str()],
        ));
        Ok((writes, old))
    }

    /// The document of a person with their old numbers, and with one that is `also` theirs.
    pub(in crate::store) fn person_document_with(
        &mut self,
        case: i64,
        party: i64,
        contact: &Contact,
        also: &str,
    ) -> Result<Vec<Write>> {
        let rows =
            self.read("SELECT value FROM contacts WHERE party_id = $1 AND kind = 'phone'", &params![party])?;
        let kept: Vec<String> = rows.iter().map(|row| row.text(0)).collect();
        let mut phones: Vec<&str> = vec![&contact.phone, also];
        phones.extend(kept.iter().map(String::as_str));
        let text = joined(&[&contact.name, &contact.person, &contact.email], &phones, &[]);
        Ok(super::document(FoundKind::Person, party, case, &text, &person_keys(contact)))
    }

    /// What was typed ends an old number of this person, and not the one they have.
    pub(super) fn by_old_number(&mut self, party: i64, now: &str, typed: &str) -> Result<bool> {
        let ends = |digits: &str, word: &String| {
            word.len() >= 3 && word.bytes().all(|b| b.is_ascii_digit()) && digits.ends_with(word.as_str())
        };
        let joined: String = words(typed).concat();
        let mut typed = words(typed);
        typed.push(joined);
        let ends =
            |phone: &str, word: &String| Phone::all(phone).iter().any(|number| ends(number.digits(), word));
        if !typed.iter().any(|word| word.len() >= 3 && word.bytes().all(|b| b.is_ascii_digit()))
            || typed.iter().any(|word| ends(now, word))
        {
            return Ok(false);
        }
        let rows = self.read(
            "SELECT value FROM contacts WHERE party_id = $1 AND kind = 'phone' AND current = 'no'",
            &params![party],
        )?;
        Ok(rows.iter().any(|row| typed.iter().any(|word| ends(&row.text(0), word))))
    }
}

/// A number of this party is one they have when the old line becomes the new one.
fn is_current(known: &Reached, old: &str, new: &str) -> bool {
    let comes = |number: &Phone| Phone::share(new, number.digits()) && !Phone::share(old, number.digits());
    let comes = Phone::all(&known.value).iter().any(comes);
    let stays = Phone::covers(new, &known.value) || !Phone::covers(old, &known.value);
    known.current && stays || comes && (known.safety != Safety::default() || Phone::covers(new, &known.value))
}
