//! The writes after a meeting: a certificate, an agreed action, closing and opening again, an objection.
//!
//! A certificate that comes by itself is made where its cause is written: with an answer, an outcome, a call.

use chrono::NaiveDate;

use crate::domain::certificate::{CertificateState, Ground, Need};
use crate::domain::closing::Closing;
use crate::domain::contact::Said;
use crate::domain::outcome::ByWhom;
use crate::domain::queue::{CaseFacts, CertificateFacts, StepKind};
use crate::domain::refusal::Refusal;
use crate::domain::text::Private;
use crate::domain::willingness::Objection;
use crate::params;
use crate::store::cases::Change;
use crate::store::db::Write;
use crate::store::history::Line;
use crate::store::{Result, Signed, Store};

/// What is recorded of a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CertificateAct {
    /// Sent.
    Sent {
        /// The day.
        day: NaiveDate,
        /// How.
        how: Private,
        /// To whom.
        recipient: Private,
    },
    /// The family does not want it.
    NotWanted {
        /// Why, in a few words.
        words: Private,
    },
}

/// An intention about what comes after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AfterWrite {
    /// A certificate is to be sent: this ground, from this day.
    CertificateDue {
        /// The case.
        case: i64,
        /// Its own key.
        certificate: i64,
        /// Why.
        ground: Ground,
        /// The day it counts from.
        event: NaiveDate,
    },
    /// What became of a certificate. One that is not in the file yet is written with it, from this day.
    Certificate {
        /// The case.
        case: i64,
        /// Its key.
        certificate: i64,
        /// Why.
        ground: Ground,
        /// The day it counts from.
        event: NaiveDate,
        /// What became of it.
        act: CertificateAct,
    },
    /// An action of an agreement; without words, that there is nothing to note.
    Agreed {
        /// The case.
        case: i64,
        /// Its own key.
        action: i64,
        /// The meeting.
        booking: Option<i64>,
        /// What.
        what: Private,
        /// Who does it.
        who: Private,
        /// The period of regulation 44 it is counted by, where no day was typed.
        period: &'static str,
        /// The day as typed.
        typed: Private,
        /// The day.
        due: Option<NaiveDate>,
    },
    /// An agreed action was done, or was not.
    ActionDone {
        /// The case.
        case: i64,
        /// The action.
        action: i64,
        /// It was.
        done: bool,
    },
    /// The other parent objects, or a court has ordered something.
    Object {
        /// The case.
        case: i64,
        /// Its own key.
        objection: i64,
        /// Which of the two.
        kind: Objection,
        /// Who objects, or which court.
        who: Private,
        /// Their words.
        words: Private,
    },
    /// A coordinator settles an objection.
    Settle {
        /// The case.
        case: i64,
        /// The objection.
        objection: i64,
        /// The consent stands.
        stands: bool,
        /// By whom, and how.
        words: Private,
    },
    /// Which numbers and addresses of a party are safe.
    Safe {
        /// The case.
        case: i64,
        /// The party.
        party: i64,
        /// The key of the first row that may be new; the others follow it.
        contact: i64,
        /// Each number and address.
        rows: Vec<SafeRow>,
        /// Who said so.
        said_by: Private,
    },
    /// Close the case.
    Close {
        /// The case.
        case: i64,
        /// Why.
        reason: Closing,
        /// Words.
        words: Private,
        /// On whose account a date that stands is called off.
        call_off: Option<ByWhom>,
        /// A certificate is due and stays unsent: whoever closes was asked.
        unsent: bool,
    },
    /// Open a closed case again.
    Reopen {
        /// The case.
        case: i64,
    },
    /// Keep a withdrawn case locked until its review; an open one is closed by that.
    KeepLocked {
        /// The case.
        case: i64,
    },
    /// Keep a closed case another year.
    KeepLonger {
        /// The case.
        case: i64,
    },
}

/// A number or an address, and what was said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeRow {
    /// `phone`, `email` or `address`.
    pub kind: &'static str,
    /// The number or the address.
    pub value: Private,
    /// May we ring?
    pub ring: Said,
    /// May we leave a message?
    pub message: Said,
    /// May we write?
    pub writing: Said,
}

impl Store {
    /// Carries out an intention about what comes after.
    pub(in crate::store) fn after_write(&mut self, write: &AfterWrite, signed: &Signed) -> Result<()> {
        match write {
            AfterWrite::CertificateDue { case, certificate, ground, event } => {
                self.change_case(*case, signed, |_, facts| {
                    let_open(facts)?;
                    if facts.after.certificate_due().is_some() {
                        return Err(Refusal::NothingHere(
                            "A certificate is due already. f records it as sent.",
                        )
                        .into());
                    }
                    let writes = vec![insert(facts, *certificate, *ground, *event, signed)];
                    Ok(Change { writes, line: Line { act: due_act(*ground), mark: "->", ..Line::default() } })
                })
            }
            AfterWrite::Certificate { case, certificate, ground, event, act } => {
                let words = match act {
                    CertificateAct::Sent { how, recipient, .. } => joined(&[how, recipient]),
                    CertificateAct::NotWanted { words } => words.clone(),
                };
                self.change_case(*case, signed, |_, facts| {
                    let_open(facts)?;
                    let mut writes = Vec::new();
                    if !facts.after.certificates.iter().any(|c| c.id == *certificate) {
                        writes.push(insert(facts, *certificate, *ground, *event, signed));
                    }
                    writes.push(became(facts, *certificate, act)?);
                    writes.extend(old_step_done(facts, signed));
                    let act = match act {
                        CertificateAct::Sent { .. } => "Certificate sent",
                        CertificateAct::NotWanted { .. } => "Certificate not wanted",
                    };
                    Ok(Change {
                        writes,
                        line: Line { act, mark: "->", words: Some(&words), ..Line::default() },
                    })
                })
            }
            AfterWrite::Agreed { .. } => self.agree(write, signed),
            AfterWrite::ActionDone { case, action, done } => self.action_done(*case, *action, *done, signed),
            AfterWrite::Object { .. } => self.object(write, signed),
            AfterWrite::Settle { case, objection, stands, words } => {
                self.settle(*case, *objection, *stands, words, signed)
            }
            AfterWrite::Safe { .. } => self.safe(write, signed),
            AfterWrite::Close { .. } => self.close(write, signed),
            AfterWrite::Reopen { case } => self.reopen(*case, signed),
            AfterWrite::KeepLocked { case } => self.keep_locked(*case, signed),
            AfterWrite::KeepLonger { case } => self.keep_longer(*case, signed),
        }
    }
}

pub(super) fn let_open(facts: &CaseFacts) -> std::result::Result<(), Refusal> {
    if facts.consent.in_force() { Ok(()) } else { Err(Refusal::Withdrawn) }
}

fn joined(parts: &[&Private]) -> Private {
    parts.iter().map(|p| p.trim()).filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ").into()
}

fn due_act(ground: Ground) -> &'static str {
    match ground {
        Ground::Declined => "Certificate due: the family declined",
        Ground::AfterMeeting => "Certificate due after the meeting",
        Ground::Deemed => "Certificate due: the LA cannot arrange it in time",
    }
}

/// A certificate that comes by itself: where one is needed, and none is due already.
pub(in crate::store) fn certificate_due(
    facts: &mut CaseFacts,
    id: i64,
    ground: Ground,
    event: NaiveDate,
    signed: &Signed,
) -> Option<Write> {
    let old = facts.steps.iter().any(|s| s.what == StepKind::Certificate);
    let wanted = facts.after.need == Need::Needed && facts.after.certificate_due().is_none() && !old;
    wanted.then(|| insert(facts, id, ground, event, signed))
}

fn insert(facts: &mut CaseFacts, id: i64, ground: Ground, event: NaiveDate, signed: &Signed) -> Write {
    facts.after.certificates.push(CertificateFacts {
        id,
        ground,
        event,
        state: CertificateState::Due,
        sent: None,
    });
    Write::one(
        "INSERT INTO certificates (id, case_id, ground, event, state, at, staff) VALUES ($1, $2, $3, $4, 'due', $5, $6)",
        params![id, facts.id, ground.code(), event, signed.at, signed.staff.as_str()],
    )
}

fn became(facts: &mut CaseFacts, id: i64, act: &CertificateAct) -> std::result::Result<Write, Refusal> {
    let found = facts.after.certificates.iter_mut().find(|c| c.id == id);
    let found = found.ok_or(Refusal::NothingHere("That certificate is not there any more."))?;
    if found.state != CertificateState::Due {
        return Err(Refusal::NothingHere("That certificate is settled already."));
    }
    Ok(match act {
        CertificateAct::Sent { day, how, recipient } => {
            (found.state, found.sent) = (CertificateState::Sent, Some(*day));
            facts.after.sent = facts.after.sent.max(Some(*day));
            Write::one(
                "UPDATE certificates SET state = 'sent', sent = $1, how = $2, recipient = $3, rev = rev + 1
                 WHERE id = $4 AND state = 'due'",
                params![*day, how, recipient, id],
            )
        }
        CertificateAct::NotWanted { words } => {
            found.state = CertificateState::NotWanted;
            Write::one(
                "UPDATE certificates SET state = 'not wanted', words = $1, rev = rev + 1 WHERE id = $2 AND state = 'due'",
                params![words, id],
            )
        }
    })
}

/// Files of version 1 promised the certificate as a step.
fn old_step_done(facts: &mut CaseFacts, signed: &Signed) -> Option<Write> {
    let old = facts.steps.iter().any(|s| s.what == StepKind::Certificate);
    facts.steps.retain(|s| s.what != StepKind::Certificate);
    old.then(|| {
        Write::any(
            "UPDATE steps SET state = 'done', done = $1, rev = rev + 1
             WHERE case_id = $2 AND what = 'certificate' AND state = 'open'",
            params![signed.at, facts.id],
        )
    })
}

/// A no became a yes before its certificate was sent: it is not wanted any more.
pub(in crate::store) fn falls_away(facts: &mut CaseFacts, ground: Ground) -> Option<Write> {
    let due = facts
        .after
        .certificates
        .iter_mut()
        .find(|c| c.ground == ground && c.state == CertificateState::Due)?;
    due.state = CertificateState::NotWanted;
    Some(Write::one(
        "UPDATE certificates SET state = 'not wanted', words = 'the no became a yes', rev = rev + 1
         WHERE id = $1 AND state = 'due'",
        params![due.id],
    ))
}
