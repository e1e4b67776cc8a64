//! Old numbers: a person whose number was changed is still found by the one they had.
//!
//! The old number is kept beside the others of the party, marked as not current; it stays a word of the person's
//! document until the family is erased. Whether a number is safe to ring is absent here.

use super::{Contact, joined, person_keys};
use crate::domain::phone::Phone;
use crate::domain::text::words;
use crate::params;
use crate::store::db::Write;
use crate::store::search::FoundKind;
use crate::store::{Result, Signed, Store};

impl Store {
    /// The statements that keep the number a party has now as an old one, where the new one has other digits, and the
    /// old number itself.
    pub(in crate::store) fn number_changed(
        &mut self,
        case: i64,
        party: i64,
        new: &str,
        signed: &Signed,
    ) -> Result<(Vec<Write>, String)> {
        let row = self.read_one("SELECT phone FROM parties WHERE id = $1", &params![party])?;
        let old = row.map(|row| row.text(0)).unwrap_or_default();
        if Phone::read(&old).digits().is_empty() || Phone::covers(new, &old) {
            return Ok((Vec::new(), String::new()));
        }
        let current =
            "UPDATE contacts SET current = CASE WHEN value = $2 THEN 'no' ELSE 'yes' END, rev = rev + 1
                       WHERE party_id = $1 AND kind = 'phone' AND value IN ($2, $3)";
        let writes = vec![
            Write::any(current, params![party, old.as_str(), new]),
            Write::any(
                "INSERT INTO contacts (id, case_id, party_id, kind, value, day, staff, current)
                 SELECT $1, $2, $3, 'phone', $4, $5, $6, 'no'
                 WHERE NOT EXISTS (SELECT 1 FROM contacts WHERE party_id = $3 AND kind = 'phone' AND value = $4)",
                params![signed.id + 1, case, party, old.as_str(), signed.today, signed.staff.as_str()],
            ),
        ];
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
