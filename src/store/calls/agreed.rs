//! A "no" at a desk that does not know of the consent another desk has recorded in the same call.
//!
//! It would take out of the file what the other desk was let keep, with nobody told. So it is not written, and whoever
//! said it learns who recorded the consent; taking that back is another write, which names the case. The end of a call
//! without a consent is such a "no". Calls that nobody ends are absent: they have no record to lose (`abandoned_calls`).

use super::{CallWrite, CountReason};
use crate::domain::consent::ConsentAnswer;
use crate::domain::refusal::Refusal;
use crate::domain::text::first_name;
use crate::params;
use crate::store::{Result, Store};

impl Store {
    /// # Errors
    /// A consent that was told in this call is in force.
    pub(super) fn nobody_agreed_meanwhile(&mut self, write: &CallWrite) -> Result<()> {
        let (CallWrite::Answer { call, answer: Some(ConsentAnswer::No | ConsentAnswer::NotSure) }
        | CallWrite::FinishCount { call, reason: CountReason::NoConsent }
        | CallWrite::FinishEnquiry { call, .. }) = write
        else {
            return Ok(());
        };
        let by = self.read_one(
            "SELECT n.staff FROM calls l JOIN cases c ON c.id = l.case_id AND c.state = 'in call'
               JOIN consent_in_force f ON f.case_id = c.id JOIN consents n ON n.case_id = c.id
             WHERE l.id = $1 ORDER BY n.seq DESC LIMIT 1",
            &params![*call],
        )?;
        by.map_or(Ok(()), |row| Err(Refusal::Agreed(first_name(&row.text(0)).to_owned()).into()))
    }
}
