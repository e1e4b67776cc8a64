//! Words against a number that were typed in a call about a case that is open already: its number is marked by them.
//!
//! The mark is written with the end of the call, or with leaving it for later, and only while the consent of the case
//! is in force: without it nothing of the family is written, and the words are the caller's own. Whose number it is
//! the digits say; where none were typed, or no side has them, it is that of the side that rang. What an earlier call
//! typed is not heard again, for somebody may have said since that the number is safe. Words typed into the contact of a
//! party on its own page mark its number in the write that keeps them. Taking a mark away is absent: that is said on
//! the case's own page.

use super::{FIRST_ROW, IN_THE_CALL, MARKED};
use crate::domain::call::CallerKind;
use crate::domain::contact::{Safety, Said};
use crate::domain::detail::Detail;
use crate::domain::field::Part;
use crate::domain::phone::Phone;
use crate::domain::text::cut;
use crate::domain::willingness::PartyKind;
use crate::params;
use crate::store::db::{Row, Write};
use crate::store::history::{self, Line};
use crate::store::parties::Contact;
use crate::store::{Result, Signed, Store};

/// A side of the case, and how it is reached.
struct SideOfCase {
    party: i64,
    kind: Option<PartyKind>,
    phone: String,
}

/// What was typed of a number in this call: the number with its words, its best time, and who has it.
struct TypedNumber {
    phone: String,
    best_time: String,
    of: Option<PartyKind>,
}

/// Who said so, where it was typed into the contact of a party.
const IN_THE_CONTACT: &str = "the words typed with it";

impl Store {
    /// The statements that mark the numbers of an open case by the words of a call about it; none where nothing was
    /// said against one, where the case is not open, or where its consent is not in force.
    pub(in crate::store) fn mark_heard(
        &mut self,
        call: i64,
        case: i64,
        signed: &Signed,
    ) -> Result<Vec<Write>> {
        let may = self.read_one(
            "SELECT 1 FROM cases c JOIN consent_in_force f ON f.case_id = c.id WHERE c.id = $1 AND c.state <> 'in call'",
            &params![case],
        )?;
        if may.is_none() {
            return Ok(Vec::new());
        }
        let sides = self.sides_with_numbers(case)?;
        let typed = with_known_numbers(self.typed_numbers(call, case)?, &sides);
        let mut writes = Vec::new();
        let mut marked: Vec<String> = Vec::new();
        // The caller's number may be the parents' as well.
        let mut numbers: Vec<(i64, String)> = Vec::new();
        for (nth, typed) in (0..).zip(typed) {
            let Some(side) = whose(&typed, &sides) else { continue };
            let known = self.read(
                "SELECT id, value, ring, message FROM contacts WHERE party_id = $1 AND kind = 'phone' ORDER BY id",
                &params![side.party],
            )?;
            let mine = Phone::read(&typed.phone);
            let is_new = mine.can_be_rung() && !Phone::covers(&side.phone, &typed.phone);
            let value = cut(if is_new { &typed.phone } else { &side.phone }.trim(), Part::Phone.longest());
            let same = |other: &str| is_same(&value, other);
            let row = known.iter().find(|row| same(&row.text(1)));
            // What the case itself has put into the field says nothing new.
            let filled = row.is_some() && typed.phone.trim() == side.phone.trim();
            let Some(safety) = Safety::heard(if filled { "" } else { &typed.phone }, &typed.best_time) else {
                continue;
            };
            let done = numbers.iter().any(|(party, other)| *party == side.party && same(other));
            if value.is_empty() || done || row.is_some_and(|row| says_so(row, safety)) {
                continue;
            }
            writes.extend(self.mark_of(case, side, (row, &value), safety, nth, signed)?);
            marked.push(safety.told(&value, IN_THE_CALL));
            numbers.push((side.party, value));
        }
        if !marked.is_empty() {
            let words = marked.join("; ");
            let line = Line {
                act: MARKED,
                case: Some(case),
                call: Some(call),
                words: Some(&words),
                ..Line::default()
            };
            writes.extend(history::add(&Signed { id: signed.id + FIRST_ROW, ..signed.clone() }, &line));
        }
        Ok(writes)
    }

    /// One number is marked; what was said of it before, and is not said otherwise now, stays.
    fn mark_of(
        &mut self,
        case: i64,
        side: &SideOfCase,
        (row, value): (Option<&Row>, &str),
        safety: Safety,
        nth: i64,
        signed: &Signed,
    ) -> Result<Vec<Write>> {
        let its_own = Signed { id: signed.id + FIRST_ROW + nth, ..signed.clone() };
        let mut writes = vec![mark(case, side.party, (row, value), (safety, IN_THE_CALL), &its_own)];
        if row.is_some() {
            return Ok(writes);
        }
        // By a number of its own the side is found as well.
        let contact = self.contact_of(side.party)?;
        writes.extend(self.person_document_with(case, side.party, &contact, value)?);
        Ok(writes)
    }

    /// The statements that mark the number of a party by the words of its contact, as far as they were typed now; none
    /// where they forbid nothing new.
    pub(in crate::store) fn mark_typed(
        &mut self,
        (case, party): (i64, i64),
        contact: &Contact,
        typed: impl Fn(Part) -> bool,
        signed: &Signed,
    ) -> Result<Vec<Write>> {
        let words = |part| if typed(part) { &**contact.part(part) } else { "" };
        let value = cut(contact.phone.trim(), Part::Phone.longest());
        let Some(safety) = Safety::heard(words(Part::Phone), words(Part::BestTime)) else {
            return Ok(Vec::new());
        };
        let known = self.read(
            "SELECT id, value, ring, message FROM contacts WHERE party_id = $1 AND kind = 'phone' ORDER BY id",
            &params![party],
        )?;
        let row = known.iter().find(|row| is_same(&value, &row.text(1)));
        if value.is_empty() || row.is_some_and(|row| says_so(row, safety)) {
            return Ok(Vec::new());
        }
        let signed = Signed { id: signed.id + FIRST_ROW, ..signed.clone() };
        let mut writes = vec![mark(case, party, (row, &value), (safety, IN_THE_CONTACT), &signed)];
        let words = safety.told(&value, IN_THE_CONTACT);
        let line = Line { act: MARKED, case: Some(case), words: Some(&words), ..Line::default() };
        writes.extend(history::add(&signed, &line));
        Ok(writes)
    }

    /// The numbers typed in this call: the caller's own, and the parents' where somebody else gave it.
    fn typed_numbers(&mut self, call: i64, case: i64) -> Result<Vec<TypedNumber>> {
        let own = self.read(
            "SELECT d.field, d.typed FROM caller_details d WHERE d.caller_id =
               (SELECT id FROM callers WHERE call_id = $1 ORDER BY seq DESC LIMIT 1)",
            &params![call],
        )?;
        let of = |detail: Detail| {
            own.iter().find(|row| row.text(0) == detail.code()).map(|row| row.text(1)).unwrap_or_default()
        };
        let kind = self.read_one("SELECT kind FROM calls WHERE id = $1", &params![call])?;
        let kind = kind.and_then(|row| CallerKind::from_code(&row.text(0)));
        let callers = TypedNumber {
            phone: of(Detail::Phone),
            best_time: of(Detail::BestTime),
            of: kind.and_then(CallerKind::party),
        };
        let parents = self.read_one(
            "SELECT d.typed FROM details d JOIN calls l ON l.id = $1
             WHERE d.case_id = $2 AND d.field = $3 AND d.saved >= l.started",
            &params![call, case, Detail::ParentPhone.code()],
        )?;
        let parents = parents.map(|row| TypedNumber {
            phone: row.text(0),
            best_time: String::new(),
            of: Some(PartyKind::Family),
        });
        Ok([Some(callers), parents].into_iter().flatten().collect())
    }

    fn sides_with_numbers(&mut self, case: i64) -> Result<Vec<SideOfCase>> {
        let rows = self.read(
            "SELECT id, kind, phone FROM parties WHERE case_id = $1 AND needed <> 'dropped' ORDER BY id",
            &params![case],
        )?;
        let side = |row: &Row| SideOfCase {
            party: row.int(0),
            kind: Some(PartyKind::from_code(&row.text(1))),
            phone: row.text(2),
        };
        Ok(rows.iter().map(side).collect())
    }
}

/// The statement that marks one number of a party; what was said of it before, and is not said otherwise now, stays.
fn mark(
    case: i64,
    party: i64,
    (row, value): (Option<&Row>, &str),
    (safety, said_by): (Safety, &str),
    signed: &Signed,
) -> Write {
    let (ring, message, writing) = (safety.ring.code(), safety.message.code(), safety.writing.code());
    if let Some(row) = row {
        return Write::one(
            "UPDATE contacts SET ring = CASE $1 WHEN 'no' THEN 'no' ELSE ring END,
               message = CASE $2 WHEN 'no' THEN 'no' ELSE message END,
               writing = CASE $7 WHEN 'yes' THEN 'yes' ELSE writing END,
               said_by = $3, day = $4, staff = $5, current = 'yes', rev = rev + 1 WHERE id = $6",
            params![ring, message, said_by, signed.today, signed.staff.as_str(), row.int(0), writing],
        );
    }
    Write::one(
        "INSERT INTO contacts (id, case_id, party_id, kind, value, ring, message, writing, said_by, day, staff)
         VALUES ($1, $2, $3, 'phone', $4, $5, $6, $7, $8, $9, $10)",
        params![
            signed.id,
            case,
            party,
            value,
            ring,
            message,
            writing,
            said_by,
            signed.today,
            signed.staff.as_str()
        ],
    )
}

/// The side whose number it is: by its digits, otherwise by who rang.
fn whose<'a>(typed: &TypedNumber, sides: &'a [SideOfCase]) -> Option<&'a SideOfCase> {
    let by_number = sides.iter().find(|side| Phone::share(&side.phone, &typed.phone));
    by_number.or_else(|| sides.iter().find(|side| side.kind.is_some() && side.kind == typed.of))
}

/// "Don't ring the house" may mean the number that the case had before: words that stand apart from a new number go
/// with both.
fn with_known_numbers(typed: Vec<TypedNumber>, sides: &[SideOfCase]) -> Vec<TypedNumber> {
    let before =
        |typed: &TypedNumber| {
            let side = whose(typed, sides)?;
            Safety::heard("", &typed.best_time)?;
            (Phone::read(&side.phone).can_be_rung() && !is_same(&side.phone, &typed.phone)).then(|| {
                TypedNumber { phone: side.phone.clone(), best_time: typed.best_time.clone(), of: typed.of }
            })
        };
    let known: Vec<TypedNumber> = typed.iter().filter_map(before).collect();
    typed.into_iter().chain(known).collect()
}

/// By their digits, and without any by their words; of two numbers in `one` the other has both.
fn is_same(one: &str, other: &str) -> bool {
    if Phone::read(one).can_be_rung() { Phone::covers(other, one) } else { one.trim() == other.trim() }
}

/// The row says already all that was heard.
fn says_so(row: &Row, heard: Safety) -> bool {
    let no = |at: usize, said: Said| said != Said::No || Said::from_code(&row.text(at)) == Said::No;
    no(2, heard.ring) && no(3, heard.message)
}
