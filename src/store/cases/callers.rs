//! Who spoke in the calls about a case: what each was, the name, and the number.
//!
//! This is the one place that reads them for the pages of a case, so that it is said once what may be shown: of an erased
//! case nothing, and no number where the consent has limits. Whoever was put right in *Who* has a row for each answer,
//! and is the last of them. Whom a case writes to and rings is absent: those are its parties.

use crate::domain::call::CallerKind;
use crate::domain::detail::Detail;
use crate::params;
use crate::store::{Result, Store};

/// Somebody who spoke in a call.
#[derive(Clone)]
pub(in crate::store) struct Caller {
    /// The call.
    pub call: i64,
    /// What they were.
    pub kind: CallerKind,
    /// Their name, as typed; empty where it was not said.
    pub name: String,
    /// Their number, as typed; empty where it was not said or is not shown.
    pub number: String,
}

impl Store {
    /// Who spoke in each call about this case: the calls in order, and in a call whoever spoke first.
    pub(in crate::store) fn callers_of(&mut self, case: i64) -> Result<Vec<Caller>> {
        let rows = self.read(
            "SELECT r.call_id, r.kind,
               (SELECT typed FROM caller_details d WHERE d.caller_id = r.id AND d.field = $2),
               (SELECT typed FROM caller_details d WHERE d.caller_id = r.id AND d.field = $3
                 AND '' = (SELECT trim(limits) FROM consents WHERE case_id = $1 ORDER BY seq DESC LIMIT 1))
             FROM calls l JOIN callers r ON r.call_id = l.id JOIN cases c ON c.id = l.case_id
             WHERE l.case_id = $1 AND c.state <> 'erased' ORDER BY r.call_id, r.seq",
            &params![case, Detail::Name.code(), Detail::Phone.code()],
        )?;
        let trimmed = |text: String| text.trim().to_owned();
        let mut callers: Vec<Caller> = Vec::new();
        for row in &rows {
            let Some(kind) = CallerKind::from_code(&row.text(1)) else { continue };
            let [name, number] = [2, 3].map(|at| trimmed(row.text(at)));
            let caller = Caller { call: row.int(0), kind, name, number };
            callers.retain(|before| {
                before.call != caller.call || before.name.is_empty() || before.name != caller.name
            });
            callers.push(caller);
        }
        Ok(callers)
    }
}
