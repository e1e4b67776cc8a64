//! What of all that was sent is in the file, and the words for it.
//!
//! It counts the intentions that were sent and not answered, and knows since when the file takes none.
//! Sending again is the worker's; here is only what the first line says of it, so that "Saved" never stands
//! there before the commit returned. While the file is still being opened, or could not be, it says that.

use crate::protocol::answer::Answer;
use crate::protocol::command::{Intention, Target};
use crate::protocol::context::Context;
use crate::store::NotDone;
use crate::store::db::Fault;
use crate::store::place::NotOpened;

/// What is said where another program, as one that copies the file, keeps what was taken out in it for now.
const STILL_IN_THE_FILE: &str = "Not out of the file yet: another program reads it. It goes when that ends.";
/// What is said when that is over.
const LEFT_THE_FILE: &str = "Out of the file now: the other program is done reading.";

/// How far the file is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Opening {
    #[default]
    Done,
    /// It is being opened: what is typed waits for it.
    UnderWay,
    /// It did not open, and somebody is writing down a call already.
    NotOpened(Unopened),
}

/// Why a file did not open, as far as a person in the middle of a call can do something about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unopened {
    /// Somebody else holds it: it is tried again.
    Busy,
    /// It is damaged.
    Damaged,
    /// A newer program wrote it.
    Newer,
    /// The last line of the program says it.
    Other,
}

impl Unopened {
    /// What the engine said.
    pub fn of(why: &NotOpened) -> Self {
        match why {
            NotOpened::Busy(_) => Self::Busy,
            NotOpened::Damaged(_) => Self::Damaged,
            NotOpened::Newer(_) => Self::Newer,
            _ => Self::Other,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Busy => "NOT SAVED yet: another program holds the file. Your text is kept. Trying again.",
            Self::Damaged => "NOT SAVED: the file is damaged. Your words are on this screen only: copy them.",
            Self::Newer => "NOT SAVED: a newer program wrote the file. Your words are on this screen only.",
            Self::Other => {
                "NOT SAVED: the file does not open. Your words are on this screen only: copy them."
            }
        }
    }
}

/// What is saved.
#[derive(Debug, Default)]
pub(super) struct Saving {
    pub opening: Opening,
    /// Intentions sent and not answered, by their keys.
    waiting: Vec<(i64, Target)>,
    /// The last commit, UTC milliseconds.
    last: Option<i64>,
    /// What was sent of these can never be written, and stands on the screen only.
    lost: Vec<Target>,
    /// What was taken out is still in the file.
    still_there: bool,
    /// Since when nothing could be saved, and why.
    trouble: Option<(i64, Fault)>,
}

impl Saving {
    pub fn sent(&mut self, id: i64, what: &Intention) {
        self.waiting.push((id, what.target()));
    }

    /// It was answered. Where nothing waits any more nothing is in trouble.
    fn answered(&mut self, id: i64) -> Option<Target> {
        let at = self.waiting.iter().position(|(sent, _)| *sent == id)?;
        let (_, target) = self.waiting.remove(at);
        self.trouble.take_if(|_| self.waiting.is_empty());
        Some(target)
    }

    /// Takes note of an answer; gives a notice where one is worth showing.
    pub fn hear(&mut self, answer: &Answer, context: &Context) -> Option<String> {
        self.still_there = match answer {
            Answer::StillInTheFile => true,
            Answer::LeftTheFile => false,
            _ => self.still_there,
        };
        match answer {
            Answer::Saved { id, at } => {
                self.last = Some(*at);
                let again = self.trouble.take().map(|_| format!("Saved again, {}.", context.minute()));
                let saved = self.answered(*id);
                self.lost.retain(|lost| Some(*lost) != saved);
                again
            }
            Answer::Refused { id, .. } => {
                self.answered(*id);
                None
            }
            Answer::Lost { id, fault } => {
                let target = self.answered(*id);
                self.lost.extend(target);
                Some(format!("Not kept: {fault}. What is on the screen is still there."))
            }
            Answer::Unanswered(NotDone::Refused(refusal)) => Some(refusal.to_string()),
            Answer::Unanswered(NotDone::Failed(fault)) => Some(format!("Could not be read: {fault}.")),
            Answer::StillInTheFile => Some(STILL_IN_THE_FILE.to_owned()),
            Answer::LeftTheFile => Some(LEFT_THE_FILE.to_owned()),
            Answer::NotSaved(fault) => {
                let since =
                    self.trouble.as_ref().map_or(self.last.unwrap_or(context.now), |(since, _)| *since);
                self.trouble = Some((since, fault.clone()));
                None
            }
            Answer::Checked(Err(Fault::Damaged)) => {
                self.trouble = Some((context.now, Fault::Damaged));
                None
            }
            _ => None,
        }
    }

    /// `Saved 14:38`, or why not; with seconds where there is room.
    pub fn words(&self, context: &Context, seconds: bool) -> String {
        if self.is_in_trouble() || self.has_lost() {
            return "NOT SAVED".to_owned();
        }
        match self.last {
            _ if self.opening == Opening::UnderWay => "Opening the file".to_owned(),
            Some(at) if seconds => format!("Saved {}", context.local_of(at).format("%H:%M:%S")),
            Some(at) => format!("Saved {}", context.clock(at)),
            None => String::new(),
        }
    }

    /// Nothing can be saved just now.
    pub fn is_in_trouble(&self) -> bool {
        self.trouble.is_some() || matches!(self.opening, Opening::NotOpened(_))
    }

    /// The line that stays until it is over.
    pub fn trouble(&self, context: &Context) -> Option<String> {
        if let Opening::NotOpened(why) = self.opening {
            return Some(why.words().to_owned());
        }
        let (since, fault) = self.trouble.as_ref()?;
        let since = context.clock(*since);
        Some(match fault {
            Fault::Busy => {
                "NOT SAVED yet: another desk is writing. Your text is kept. Trying again.".to_owned()
            }
            Fault::Full => format!("NOT SAVED since {since}: the disk is full. Keep typing. Tell someone."),
            Fault::Damaged => {
                "NOT SAVED: the file is damaged. Nothing was changed. Bring back a copy of it.".to_owned()
            }
            Fault::Newer => {
                "NOT SAVED: a newer program updated the file. Close this one, start it again.".to_owned()
            }
            Fault::Replaced => {
                format!("NOT SAVED since {since}: the file was replaced. Keep this open. Tell someone.")
            }
            _ => format!("NOT SAVED since {since}: the disk does not answer. Keep typing. Tell someone."),
        })
    }

    /// Something was taken out, and is in the file as long as another program reads it.
    pub fn is_still_there(&self) -> bool {
        self.still_there
    }

    /// Something could not be written, and was not saved since.
    pub fn has_lost(&self) -> bool {
        !self.lost.is_empty()
    }

    /// Something was sent and is not answered.
    pub fn waits(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// What is said to whom something that was sent has to be in the file first; none where all of it is.
    pub fn not_yet(&self, context: &Context) -> Option<String> {
        self.waits().then(|| self.trouble(context).unwrap_or_else(|| "Being saved. Press again.".to_owned()))
    }

    /// The answer to "is it saved?".
    pub fn when(&self, context: &Context) -> String {
        match (self.trouble(context), self.waiting.len(), self.last) {
            (Some(trouble), ..) => trouble,
            _ if self.has_lost() => {
                "NOT SAVED: a change was not kept. It stands only where it was typed.".to_owned()
            }
            (_, 0, _) if self.still_there => STILL_IN_THE_FILE.to_owned(),
            (_, 0, Some(at)) => format!("Already saved, {}.", context.local_of(at).format("%H:%M:%S")),
            (_, 0, None) => "Nothing has been typed since the start.".to_owned(),
            _ => "Being saved.".to_owned(),
        }
    }
}
