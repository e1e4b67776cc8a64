//! Closing for a family that withdrew where a certificate is needed and nothing has brought one: is it wanted?
//!
//! The question is a line more in the window that closes, once the reason is there. A certificate that is due
//! already is asked about before that window opens; that question is absent here.

use super::super::editor::{EditLine, Editor};
use super::super::saving::Saved;
use super::settle::{after, dated};
use crate::domain::certificate::{Ground, Need, last_day, not_wanted};
use crate::domain::closing::Closing;
use crate::domain::typed_day::short_day;
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::store::after::AfterWrite;
use crate::store::cases::CasePage;

/// The line of the certificate in the window that closes a case.
fn certificate_line(page: &CasePage) -> usize {
    if dated(page) { 3 } else { 2 }
}

/// A family that withdraws is asked whether a certificate is wanted: a line more, once the reason is there.
pub(super) fn ask_certificate(editor: &mut Editor, page: &CasePage) {
    let withdrew = Closing::read(&editor.text(0)) == Some(Closing::FamilyWithdrew);
    if withdrew && uncertified(page) && editor.count() == certificate_line(page) {
        editor.add(EditLine::new(
            "Certificate",
            "",
            "y it is due first: nothing is closed yet. n none is wanted.",
        ));
    }
}

/// A certificate is needed, and nothing has brought one yet.
fn uncertified(page: &CasePage) -> bool {
    page.facts.after.need == Need::Needed && page.facts.after.certificates.is_empty()
}

/// What is done before such a case is closed: the question, or the certificate; none where it may be closed.
pub(super) fn first(editor: &Editor, page: &CasePage, context: &Context) -> Option<Saved> {
    if !uncertified(page) {
        return None;
    }
    let at = certificate_line(page);
    match editor.text(at).trim().to_lowercase() {
        typed if matches!(typed.as_str(), "y" | "yes") => Some(Ok(certificate_first(page, context))),
        typed if not_wanted(&typed) => None,
        _ => Some(Err(("Is a certificate wanted? y due first, n close without it.".to_owned(), at))),
    }
}

/// The certificate of a family that withdrew is due from today, and the case waits for it.
fn certificate_first(page: &CasePage, context: &Context) -> (Vec<Intention>, String) {
    let (case, certificate, event) = (page.head.id, context.id(), context.today());
    let write = AfterWrite::CertificateDue { case, certificate, ground: Ground::Declined, event };
    let last = last_day(event, &page.office.for_law());
    (vec![after(write)], format!("Not closed yet: the certificate is due {}.", short_day(last)))
}
