//! What was typed and is not in the file: kept until it is, and named before the program is left.
//!
//! A window that was sent is kept until the file has taken all of it; what is refused, or is lost, stands in its window
//! again, on whatever page that is by then. When the details of a family are gone, here or at another desk, so is what
//! was typed about them. Words of a call are absent: they are sent while they are typed.

use super::pages::Page;
use super::{App, LINE};
use crate::domain::text::cut;
use crate::protocol::answer::Answer;
use crate::screens::drafts::Draft;

/// What leaves all the same.
const AGAIN: &str = ". q again to leave.";

impl App {
    /// What was sent is in the file, or stands in its window again.
    pub(super) fn hear_of_sent(&mut self, answer: &Answer) {
        match answer {
            Answer::Saved { id, .. } => {
                for (ids, _) in &mut self.sent {
                    ids.retain(|sent| sent != id);
                }
                self.sent.retain(|(ids, _)| !ids.is_empty());
            }
            Answer::Refused { id, .. } | Answer::Lost { id, .. } => {
                let Some(at) = self.sent.iter().position(|(ids, _)| ids.contains(id)) else { return };
                self.drafts.push(self.sent.remove(at).1);
                for page in &mut self.pages {
                    if let Page::Screen { screen, .. } = page {
                        screen.stand_again(&mut self.drafts);
                    }
                }
            }
            Answer::Erased(cases) => {
                let is_gone = |case: Option<i64>| case.is_some_and(|case| cases.contains(&case));
                self.drafts.retain(|draft| !is_gone(draft.case()));
                self.sent.retain(|(_, draft)| !is_gone(draft.case()));
            }
            _ => {}
        }
    }

    /// The windows that hold words, for the question before leaving; none where nothing would be lost.
    pub(super) fn would_lose(&self) -> Option<String> {
        let open = self.pages.iter().filter_map(|page| match page {
            Page::Screen { screen, .. } => Some(screen.unsaved()),
            Page::Call => None,
        });
        let mut names: Vec<String> = open.flatten().chain(self.drafts.iter().map(Draft::name)).collect();
        names.dedup();
        let (first, rest) = names.split_first()?;
        let more = match rest.len() {
            0 => String::new(),
            n => format!(" and {n} more"),
        };
        let room = LINE - "Not saved: ".len() - more.len() - AGAIN.len();
        Some(format!("Not saved: {}{more}{AGAIN}", cut(first, room)))
    }
}

/// What is said after a removal, where copies of earlier versions still hold the family.
pub(super) fn older_copies(names: &[String]) -> String {
    let more = names.len().saturating_sub(1);
    let (more, they) = if more == 0 { (String::new(), "it") } else { (format!(" and {more} more"), "them") };
    let end = format!("{more} beside the file. Delete {they}.");
    let room = LINE - "Removed. Still in ".len() - end.len();
    format!("Removed. Still in {}{end}", cut(names.first().map_or("", String::as_str), room))
}

/// What is said of a new day: holds let go, enquiries and calls that are count lines now. Where a copy of an earlier
/// version still holds their words, that goes before the holds, which the morning page has too.
pub(super) fn new_day(let_go: usize, [enquiries, calls]: [usize; 2], copies: &[String]) -> String {
    let some = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    };
    let counted = [some(enquiries, "enquiry", "enquiries"), some(calls, "call", "calls")];
    let counted = counted.into_iter().flatten().collect::<Vec<_>>();
    if let Some(name) = copies.first().filter(|_| !counted.is_empty()) {
        let begin = format!("Count lines: {}. Still in ", counted.join(", "));
        let end = match copies.len() {
            1 => ": delete it.".to_owned(),
            n => format!(" and {} more: delete them.", n - 1),
        };
        return format!("{begin}{}{end}", cut(name, LINE.saturating_sub(begin.len() + end.len())));
    }
    let are = if enquiries + calls == 1 { "is a count line now" } else { "are count lines now" };
    let counted = (!counted.is_empty()).then(|| format!("{} {are}", counted.join(" and ")));
    let let_go = some(let_go, "hold was let go", "holds were let go");
    format!("{}.", let_go.into_iter().chain(counted).collect::<Vec<_>>().join("; "))
}
