//! An enquiry: a caller in their work who asked for mediation without the family's consent.
//!
//! It holds the caller's own work details, a next step with its day, and until when it is kept; nothing of a
//! family and no notes. A call about it starts with the caller filled in. Once it became a case, ended or
//! was kept long enough, the page says so. While a third party without consent is on the line it says only that it
//! is over, and leads to no case: what became of it would tell that a family is known.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::page::Width;
use super::{Look, Screen};
use crate::domain::contact::Safety;
use crate::domain::refusal::Refusal;
use crate::domain::subject::subject_words;
use crate::domain::typed_day::{day_with_year, short_day};
use crate::protocol::action::Action;
use crate::protocol::answer::Answer;
use crate::protocol::command::{Intention, Question};
use crate::protocol::context::Context;
use crate::protocol::effect::{CaseTab, Effect, Place};
use crate::protocol::keys::{self, Spot};
use crate::store::calls::{About, EnquiryPage};
use crate::store::office::OfficeWrite;
use crate::widgets::frame::{boxed, pad, put, wrap};
use crate::widgets::theme::Role;

/// An enquiry.
#[derive(Debug, Clone)]
pub struct State {
    id: i64,
    page: Option<Box<EnquiryPage>>,
    tells_no_case: bool,
}

impl State {
    /// Of this key.
    pub fn new(id: i64) -> Self {
        Self { id, page: None, tells_no_case: false }
    }

    /// While somebody without consent is on the line it does not say what became of it.
    #[must_use]
    pub fn telling_no_case(self, tells_no_case: bool) -> Self {
        Self { tells_no_case, ..self }
    }

    fn is_open(&self) -> bool {
        self.page.as_ref().is_some_and(|page| page.state == "open")
    }

    fn case(&self) -> Option<i64> {
        self.page.as_ref().filter(|_| !self.tells_no_case).and_then(|page| page.case)
    }

    /// How it stands, in the word of the title.
    fn word<'a>(&self, page: &'a EnquiryPage) -> &'a str {
        if self.tells_no_case && !self.is_open() { "over" } else { &page.state }
    }

    /// Where it stands, in words.
    fn standing(&self, page: &EnquiryPage, context: &Context) -> String {
        if self.word(page) == "over" {
            return "It is over: nothing more comes of it.".to_owned();
        }
        standing(page, context)
    }

    fn call_about(&self) -> Effect {
        Effect::Open(Place::CallAbout(About::Enquiry(self.id)))
    }
}

/// Where it stands, in words.
fn standing(page: &EnquiryPage, context: &Context) -> String {
    let of = &page.enquiry;
    let next = short_day(of.next_day);
    match page.state.as_str() {
        "open" => {
            let who = if of.rings_back { "The caller rings back" } else { "He or she rings us" };
            let late = if of.next_day < context.today() { ": no word yet" } else { "" };
            format!("{who} {next}{late}.")
        }
        "became a case" => "It became a case.".to_owned(),
        "ended" => "It has ended: nothing more comes of it.".to_owned(),
        _ => "It was kept its three months. A count line is left.".to_owned(),
    }
}

impl Screen for State {
    fn spot(&self) -> Spot {
        Spot::Enquiry
    }

    fn next_step(&self) -> String {
        match (self.case(), self.is_open()) {
            (Some(_), _) => "Case",
            (None, true) => "Call",
            (None, false) => "",
        }
        .to_owned()
    }

    fn title(&self, _look: &Look<'_>) -> String {
        match &self.page {
            Some(page) => format!("ENQUIRY {}  {}", page.reference, self.word(page)),
            None => "ENQUIRY".to_owned(),
        }
    }

    fn lines(&self, look: &Look<'_>) -> [String; 2] {
        let first = self.page.as_ref().map(|page| self.standing(page, look.context)).unwrap_or_default();
        let own = if self.is_open() { keys::hints(Spot::Enquiry) + "   " } else { String::new() };
        let shared = [Action::Find, Action::Esc].map(|action| keys::hint_of(Spot::Enquiry, &action));
        [first, format!("{own}{}", shared.join("   "))]
    }

    fn opened(&mut self, _context: &Context) -> Vec<Effect> {
        vec![Effect::Ask(Question::Enquiry(self.id))]
    }

    fn act(&mut self, action: &Action, _context: &Context) -> Vec<Effect> {
        match action {
            Action::NextStep | Action::Open => match (self.case(), self.is_open()) {
                (Some(case), _) => {
                    vec![Effect::Open(Place::Case { case, tab: CaseTab::Summary, party: None })]
                }
                // Enter opens: only F9 and c begin a call, which takes a number.
                (None, true) if *action == Action::Open => {
                    vec![Effect::Refuse(Refusal::NothingHere(
                        "All of it is here. F9 or c starts a call about it.",
                    ))]
                }
                (None, true) => vec![self.call_about()],
                (None, false) => Vec::new(),
            },
            Action::CallAbout if self.is_open() => vec![self.call_about()],
            Action::NothingMore if self.is_open() => {
                vec![
                    Effect::Do(Intention::Office(OfficeWrite::EndEnquiry(self.id))),
                    Effect::Notice("Ended. What was kept leaves on its day; a count line stays.".into()),
                    Effect::Ask(Question::Enquiry(self.id)),
                ]
            }
            Action::CallAbout | Action::NothingMore => {
                vec![Effect::Refuse(Refusal::NothingHere("This enquiry is over. F2 starts a new call."))]
            }
            Action::Notes | Action::AddNote => vec![Effect::Refuse(Refusal::NothingHere(
                "An enquiry has no notes: there is no consent. F9 is the next step.",
            ))],
            _ => Vec::new(),
        }
    }

    fn hear(&mut self, answer: &Answer, _context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Enquiry(page) if page.enquiry.id == self.id => self.page = Some(page.clone()),
            Answer::Changed => return vec![Effect::Ask(Question::Enquiry(self.id))],
            _ => {}
        }
        Vec::new()
    }

    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let page = self.page.as_ref()?;
        let of = &page.enquiry;
        let inner = match Width::of(area) {
            Width::Tiny | Width::Narrow => area,
            _ => boxed(buf, area, "The caller, and what comes next", true, look.theme),
        };
        let room = Rect { x: inner.x + 1.min(inner.width), width: inner.width.saturating_sub(2), ..inner };
        let heard = Safety::heard(&of.phone, &of.best_time);
        let number =
            heard.map_or_else(|| of.phone.0.clone(), |said| said.told(of.phone.trim(), "the caller"));
        let hidden = |text: &str| if look.hide_names { String::new() } else { text.to_owned() };
        let subject = subject_words(&of.subject);
        let taken = format!("{}, by {}", day_with_year(page.day), page.staff);
        let keep = match self.word(page) {
            "expired" => format!("{}, and then removed", day_with_year(of.keep_until)),
            _ => format!("{}, then only a count line", day_with_year(of.keep_until)),
        };
        let answer = format!("{}: only what stands here is kept", of.answer.code());
        let calls = match &page.calls[..] {
            [] | [_] => String::new(),
            calls => {
                let told = calls.iter().map(|(day, staff)| format!("{} {staff}", short_day(*day)));
                format!("{}: {}", calls.len(), told.collect::<Vec<_>>().join(", "))
            }
        };
        let rows: [(&str, String); 13] = [
            ("Taken", taken),
            ("Calls", calls),
            ("Who", of.kind.label().to_owned()),
            ("Name", hidden(&of.name)),
            ("From", hidden(&of.work)),
            ("Phone", hidden(&number)),
            ("Email", hidden(&of.email)),
            ("Best time", hidden(&of.best_time)),
            ("About", if subject.is_empty() { of.subject.clone() } else { subject }),
            ("Area (LA)", of.area.clone()),
            ("Consent", answer),
            ("Next", self.standing(page, look.context)),
            ("Kept until", keep),
        ];
        let mut y = u16::from(inner.height > 14);
        for (label, text) in rows {
            if text.is_empty() {
                continue;
            }
            let width = usize::from(room.width.saturating_sub(12)).max(1);
            let label_is_phone = label == "Phone";
            for (at, line) in wrap(&text, width).into_iter().enumerate() {
                let label = if at == 0 { label } else { "" };
                put(buf, room, 0, y, &pad(label, 11), look.theme.style(Role::Heading));
                let loud = label_is_phone && heard.is_some_and(Safety::may_not_ring);
                let role = if loud { Role::Attention } else { Role::Body };
                put(buf, room, 12, y, &line, look.theme.style(role));
                y += 1;
            }
        }
        (room.width > 0 && room.height > 0).then(|| Position::new(room.x, room.y))
    }
}
