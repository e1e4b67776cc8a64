//! Following up a row without leaving the page: a promise to ring back, putting the row off, handing it on.
//!
//! A window of a line or two over Today or over a case. Enter saves from any line, Tab goes to the next, Esc closes
//! and what was typed stands there again. What a text means is read by the rules; whether it may be written is asked
//! of the file.

mod give;
mod promise;

use chrono::{NaiveDate, NaiveDateTime};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub use self::give::{Day, Give};

use super::Look;
use super::editor::{self, After, EditLine, Editor, Reads};
use crate::domain::moment::Moment;
use crate::domain::queue::{Group, Why};
use crate::domain::reference::Reference;
use crate::domain::refusal::Refusal;
use crate::domain::snooze::{closed_then, read_until, until_words};
use crate::domain::typed_day::short_day;
use crate::domain::typed_time::clock_time;
use crate::domain::working_days::WorkingDays;
use crate::protocol::action::Action;
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::store::calls::CallWrite;
use crate::store::cases::CaseWrite;
use crate::store::handovers::{HandoverWrite, People};
use crate::store::office::OfficeWrite;
use crate::store::queue::{Item, QueueRow};
use crate::widgets::theme::Role;

/// What the window is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// A promise to ring back, as made at this minute.
    Promise(NaiveDateTime),
    /// Putting the row off, as seen at this minute; a clock only to later today.
    Snooze {
        /// It is a clock.
        clock: bool,
        /// The minute at the office.
        now: NaiveDateTime,
    },
    /// Handing it to a colleague.
    Give(Box<Give>),
    /// Not accepting what was handed to this person.
    Decline(i64),
}

impl editor::Purpose for Purpose {
    fn reading(editor: &Editor<Self>, line: usize, text: &str, _: NaiveDate, office: &WorkingDays) -> String {
        match &editor.purpose {
            Self::Promise(now) => promise::reading(text, *now, office),
            Self::Snooze { clock, now } => match read_until(text, *now, *clock, office) {
                Ok(until) => format!("{}{}", until_words(until, *now), closed_words(text, *now, office)),
                Err(why) => format!("~ {}", why.words()),
            },
            Self::Give(give) if line == 0 => give.reading(text),
            Self::Give(_) => match give::is_the_day(text) {
                Some(true) => "all of today that I keep".to_owned(),
                Some(false) => "this row".to_owned(),
                None => "~ not read".to_owned(),
            },
            Self::Decline(_) => String::new(),
        }
    }
}

/// The row that is followed up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// What it stands for.
    pub item: Item,
    /// Its spoken number.
    pub reference: Option<Reference>,
    /// Why it is there.
    pub why: Option<Why>,
    /// Its group.
    pub group: Group,
    /// The party it is about.
    pub party: Option<i64>,
    /// The booking it is about.
    pub booking: Option<i64>,
    /// Its step would ring a number that is not safe.
    pub not_safe: bool,
}

impl From<&QueueRow> for Target {
    fn from(row: &QueueRow) -> Self {
        let QueueRow { item, reference, why, group, party, booking, not_safe, .. } = row;
        Self {
            item: *item,
            reference: *reference,
            why: *why,
            group: *group,
            party: *party,
            booking: *booking,
            not_safe: *not_safe,
        }
    }
}

/// That the office is closed on the day that was typed.
fn closed_words(typed: &str, now: NaiveDateTime, office: &WorkingDays) -> String {
    closed_then(typed, now, office).map_or_else(String::new, |day| format!(" Closed {}.", short_day(day)))
}

/// The most letters of the words to a colleague.
const WORDS: usize = 300;
/// The most letters of a colleague's name.
const COLLEAGUE: usize = 100;

/// The window.
#[derive(Debug, Clone)]
pub struct Follow {
    target: Target,
    /// With a handover: all listed rows that this person keeps, but for locked cases.
    day: Day,
    /// With a promise: whose number is not safe to ring.
    warnings: promise::Warnings,
    editor: Editor<Purpose>,
}

/// What a key did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Done {
    /// The window stays.
    Open(Vec<Effect>),
    /// It is closed, its text kept.
    Closed,
    /// It is closed, and this is written.
    Saved(Vec<Effect>),
}

impl Follow {
    /// Putting a row off.
    ///
    /// # Errors
    /// The row cannot be put off.
    pub fn snooze(target: Target, now: NaiveDateTime) -> Result<Self, Refusal> {
        let waits = match target.item {
            Item::Case(_) => target.why.is_some(),
            Item::Enquiry(_) => target.group == Group::WaitingForConsent,
            Item::Call(_) => target.group == Group::NotFinished,
        };
        if !waits {
            return Err(Refusal::NothingHere(
                "This row waits for nothing that could be put off. Enter opens it.",
            ));
        }
        let clock = matches!(target.group, Group::InDoubt | Group::Now);
        let help = if clock {
            "4, 15:30, after lunch: later today. Empty: in two hours. Enter puts it off."
        } else {
            "fri, +3, 2 dec. Empty: the next working day. Enter puts it off."
        };
        let lines = vec![EditLine::new("Until", "", help).read_as(Reads::Purpose)];
        Ok(Self::new(target, Purpose::Snooze { clock, now }, "Put off until", lines))
    }

    fn new(target: Target, purpose: Purpose, title: &str, lines: Vec<EditLine>) -> Self {
        let reference = target.reference.map(|r| format!("  {r}")).unwrap_or_default();
        let editor = Editor::new(purpose, format!("{title}{reference}"), lines);
        Self { editor, target, day: Day::default(), warnings: promise::Warnings::default() }
    }

    /// Handing a row to a colleague, or all of the day.
    ///
    /// # Errors
    /// The row is neither a case nor an enquiry.
    pub fn give(target: Target, day: Day) -> Result<Self, Refusal> {
        if matches!(target.item, Item::Call(_)) {
            return Err(Refusal::NothingHere("A call is taken up again by whoever rings: F9."));
        }
        let lines = vec![
            EditLine::new("To", "", "The first letters of a colleague's name. Enter hands it over.")
                .read_as(Reads::Purpose)
                .at_most(COLLEAGUE),
            EditLine::new("Which", "", "a all rows of today that you keep. Empty: this row.")
                .read_as(Reads::Purpose),
            EditLine::new("Words", "", "A few words for your colleague, or none. Enter hands it over.")
                .at_most(WORDS),
        ];
        Ok(Self { day, ..Self::new(target, Purpose::Give(Box::default()), "Hand over", lines) })
    }

    /// Not accepting what was handed to this person.
    pub fn decline(target: Target, handover: i64) -> Self {
        let lines = vec![
            EditLine::new("Words", "", "Why not, in a few words, or none. Enter keeps it.").at_most(WORDS),
        ];
        Self::new(target, Purpose::Decline(handover), "Not accepted", lines)
    }

    /// The people of the office have come, and what is offered to them.
    pub fn hear_people(&mut self, people: &People, own: &str) {
        let item = self.target.item;
        if let Purpose::Give(give) = &mut self.editor.purpose {
            give.hear(people, own);
            let offered = give.offered(item);
            self.editor.above = offered
                .map(|offer| format!("Offered to {}, not accepted yet.", &*offer.to))
                .map(|words| (words.into(), Role::Attention))
                .into_iter()
                .collect();
        }
    }

    /// It puts a row off.
    pub fn puts_off(&self) -> bool {
        matches!(self.editor.purpose, Purpose::Snooze { .. })
    }

    /// Something was typed in it.
    pub fn holds_something(&self) -> bool {
        self.editor.holds_something()
    }

    /// Its title.
    pub fn name(&self) -> String {
        self.editor.name().to_owned()
    }

    /// The same words over a row as it is now.
    #[must_use]
    pub fn over(self, fresh: Self) -> Self {
        let mut editor = self.editor;
        (editor.purpose, editor.above) = (fresh.editor.purpose, fresh.editor.above);
        let mut over = Self { editor, ..fresh };
        over.warn();
        over
    }

    /// It is for the same thing as another one.
    pub fn is_like(&self, other: &Self) -> bool {
        self.target.item == other.target.item
            && std::mem::discriminant(&self.editor.purpose) == std::mem::discriminant(&other.editor.purpose)
    }

    /// What is said where more was typed or pasted than its line holds.
    pub fn full(&self) -> Option<String> {
        self.editor.full()
    }

    /// The help of its line.
    pub fn help(&self) -> &'static str {
        self.editor.help()
    }

    /// What a key does.
    pub fn act(&mut self, action: &Action, context: &Context, office: &WorkingDays) -> Done {
        // One line is usually all there is to say: Enter keeps it from any.
        let action = match action {
            Action::NextField => &Action::NextStep,
            Action::NextLine => &Action::Down,
            action => action,
        };
        let after = self.editor.act(action);
        self.warn();
        match after {
            After::Open => Done::Open(Vec::new()),
            After::Closed => Done::Closed,
            After::Save => match self.write(context, office) {
                Ok((writes, said)) => {
                    let mut effects: Vec<Effect> = writes.into_iter().map(Effect::Do).collect();
                    effects.push(Effect::Notice(said));
                    Done::Saved(effects)
                }
                Err(said) => {
                    // Words of a promise stay, and the day is typed behind them.
                    if self.puts_off() {
                        self.editor.go(self.editor.line());
                    }
                    Done::Open(vec![Effect::Notice(said)])
                }
            },
        }
    }

    fn write(&mut self, context: &Context, office: &WorkingDays) -> Result<(Vec<Intention>, String), String> {
        let typed = self.editor.text(0);
        if let Purpose::Give(_) = self.editor.purpose {
            return self.hand_over(&typed, context);
        }
        match &self.editor.purpose {
            Purpose::Promise(_) => self.write_promise(typed, context, office),
            Purpose::Snooze { clock, .. } => {
                let until = read_until(&typed, context.local, *clock, office)
                    .map_err(|why| why.words().to_owned())?;
                let closed = closed_words(&typed, context.local, office);
                let said = self.put_off_words(until, context) + &closed;
                Ok((vec![self.put_off(until, context)?], said))
            }
            Purpose::Give(_) => Err(String::new()),
            Purpose::Decline(id) => {
                let write = HandoverWrite::Decline { id: *id, words: typed };
                Ok((vec![Intention::Handover(write)], "Not accepted. It stays where it was.".to_owned()))
            }
        }
    }

    /// The case it is about.
    ///
    /// # Errors
    /// It is about an enquiry or a call.
    pub fn case(&self) -> Result<i64, &'static str> {
        match self.target.item {
            Item::Case(case) => Ok(case),
            _ => Err("That row is not about a case."),
        }
    }

    /// What puts the row off: a case's row, the day of an enquiry, the ring-back of a call.
    fn put_off(&self, until: Moment, context: &Context) -> Result<Intention, &'static str> {
        Ok(match self.target.item {
            Item::Case(case) => Intention::Case(CaseWrite::Snooze {
                case,
                id: context.id(),
                why: self.target.why.ok_or("This row cannot be put off.")?,
                party: self.target.party,
                booking: self.target.booking,
                until,
            }),
            Item::Enquiry(enquiry) if until.time.is_none() || until.day > context.today() => {
                Intention::Office(OfficeWrite::MoveEnquiry(enquiry, until.day))
            }
            Item::Enquiry(_) => return Err("An enquiry is put off by days: fri, +3, 2 dec."),
            Item::Call(call) => {
                let time = until.time.map(clock_time).unwrap_or_default();
                Intention::Call(CallWrite::Leave { call, ring_back: Some((until.day, time)) })
            }
        })
    }

    fn put_off_words(&self, until: Moment, context: &Context) -> String {
        let until = until_words(until, context.local);
        match self.target.item {
            Item::Call(_) => format!("Ring back {until}."),
            _ => format!("Put off until {until}."),
        }
    }

    /// Draws it over a page and gives the cursor's place.
    pub fn view(
        &self,
        look: &Look<'_>,
        area: Rect,
        buf: &mut Buffer,
        office: &WorkingDays,
    ) -> Option<Position> {
        self.editor.draw(buf, area, look, office)
    }
}
