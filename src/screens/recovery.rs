//! Recovery: a call was open when the program stopped, was closed, or was left on purpose: the page says which.
//!
//! It names what was kept, the last moment anything was saved and the last words, so that the call can be
//! taken up in the caller's own words. Scratch is not among what is kept, on purpose, and the page says so.
//! It is the one page that comes by itself, and only where nobody has begun to type.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::page::middle;
use super::{Look, Screen};
use crate::domain::call::CallerKind;
use crate::domain::consent::{ConsentAnswer, ConsentStanding};
use crate::domain::detail::Detail;
use crate::protocol::action::Action;
use crate::protocol::answer::Answer;
use crate::protocol::command::{Intention, Question};
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Place};
use crate::protocol::keys::Spot;
use crate::store::calls::{CallPage, CallWrite, Ended};
use crate::widgets::frame::{put, window, wrap};
use crate::widgets::theme::Role;

/// The title where its window was closed, or it was told to end.
const CLOSED: &str = "The program was closed while you were on a call";
/// The title where the program did not end by itself.
const STOPPED: &str = "The computer stopped while you were on a call";
/// The title after a person left it.
const LEFT: &str = "You left while a call was open";

/// The calls, the newest first; the first of them is asked about.
#[derive(Debug, Clone)]
pub struct State {
    calls: Vec<CallPage>,
    sound: bool,
}

impl State {
    /// For these calls.
    pub fn new(calls: &[CallPage]) -> Self {
        Self { calls: calls.to_vec(), sound: false }
    }

    /// One call is settled; the next is asked about, or the page is over.
    fn next(&mut self, mut effects: Vec<Effect>) -> Vec<Effect> {
        if !self.calls.is_empty() {
            self.calls.remove(0);
        }
        if self.calls.is_empty() {
            effects.push(Effect::Open(Place::Home));
        }
        effects
    }
}

fn detail(call: &CallPage, of: Detail) -> &str {
    call.details.iter().find(|(d, _)| *d == of).map_or("", |(_, kept)| &*kept.typed)
}

/// What was kept, in a line or two.
fn kept(call: &CallPage, look: &Look<'_>) -> Vec<String> {
    let kind = call.kind.map_or("who was ringing is not known", CallerKind::label);
    let mut own = vec![kind];
    if !look.hide_names {
        own.extend([Detail::Name, Detail::Phone].map(|of| detail(call, of)).iter().filter(|t| !t.is_empty()));
    }
    let family: Vec<String> = call
        .details
        .iter()
        .filter(|(d, k)| !d.is_the_callers() && *d != Detail::Who && !k.typed.is_empty())
        .map(|(d, _)| if *d == Detail::Child { "child's name".into() } else { d.label().to_lowercase() })
        .collect();
    let mut lines = vec![format!("caller: {}", own.join(", "))];
    let mut rest = vec![consent_words(call)];
    rest.extend(family);
    let notes = call.notes.lines().filter(|line| !line.trim().is_empty()).count();
    match notes {
        0 => {}
        1 => rest.push("1 line of notes".into()),
        n => rest.push(format!("{n} lines of notes")),
    }
    lines.push(rest.join(", "));
    lines
}

/// How the consent stands; where there is none, what was answered, so that it is not said that nobody asked.
fn consent_words(call: &CallPage) -> String {
    match (call.consent, call.answer) {
        (ConsentStanding::NotAsked, Some(ConsentAnswer::No)) => "consent NO, not yet".to_owned(),
        (ConsentStanding::NotAsked, Some(ConsentAnswer::NotSure)) => "consent NOT SURE".to_owned(),
        (ConsentStanding::NotAsked, Some(ConsentAnswer::Yes)) => {
            "consent yes, but who, when or how is not known".to_owned()
        }
        (standing, _) => format!("consent {}", standing.words()),
    }
}

/// What is said of Scratch, where what was typed may have been that; a question is asked again where there is one.
fn scratch_words(call: &CallPage) -> &'static str {
    let asked = call.kind.is_none_or(CallerKind::is_third_party) || call.for_adult;
    match call.consent {
        standing if standing.in_force() => "",
        ConsentStanding::Withdrawn => "Scratch was never saved, on purpose: the consent is withdrawn.",
        _ if asked => "Scratch was not saved, on purpose. Ask the consent question again.",
        _ => "Scratch was not saved, on purpose.",
    }
}

/// The end of the notes, as they were saved last.
fn last_words(call: &CallPage) -> Option<String> {
    const MOST: usize = 46;
    let line = call.notes.lines().rev().find(|line| !line.trim().is_empty())?.trim();
    let count = line.chars().count();
    if count <= MOST {
        return Some(line.to_owned());
    }
    let tail: String = line.chars().skip(count - MOST).collect();
    let from = tail.find(' ').map_or(0, |at| at + 1);
    Some(format!("...{}", &tail[from..]))
}

impl Screen for State {
    fn spot(&self) -> Spot {
        Spot::Recovery
    }

    fn next_step(&self) -> String {
        "Open".to_owned()
    }

    fn title(&self, _look: &Look<'_>) -> String {
        match self.calls.len() {
            0 | 1 => "MEDIATION LINE".to_owned(),
            n => format!("MEDIATION LINE  {n} calls were open"),
        }
    }

    fn lines(&self, _look: &Look<'_>) -> [String; 2] {
        let say = if self.calls.first().is_some_and(|call| call.ended == Ended::Left) {
            "SAY  \"Hello, it is the mediation line. We had not finished. Is now still good?\""
        } else {
            "SAY  \"Hello, it is the mediation line. We were cut off. Is now still good?\""
        };
        [say.to_owned(), "F9 opens the call where it stopped. l leaves it for later.".to_owned()]
    }

    fn act(&mut self, action: &Action, _context: &Context) -> Vec<Effect> {
        let Some(call) = self.calls.first().map(|call| call.id) else { return Vec::new() };
        match action {
            Action::NextStep | Action::Open => {
                self.calls.remove(0);
                vec![Effect::Open(Place::ResumeCall(call))]
            }
            Action::Later => {
                let leave = CallWrite::Leave { call, ring_back: None };
                self.next(vec![Effect::Do(Intention::Call(leave))])
            }
            _ => Vec::new(),
        }
    }

    fn hear(&mut self, answer: &Answer, _context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Checked(Ok(())) => self.sound = true,
            // Another desk of the same person may have it in hand, and take out what stands here.
            Answer::Changed => {
                return self.calls.iter().map(|call| Effect::Ask(Question::Call(call.id))).collect();
            }
            Answer::Call(page) => {
                for call in self.calls.iter_mut().filter(|call| call.id == page.id) {
                    call.clone_from(page);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let call = self.calls.first()?;
        let theme = look.theme;
        let (body, head) = (theme.style(Role::Body), theme.style(Role::Heading));
        let box_area = Rect { height: area.height.min(16), ..middle(area, 77, area.height) };
        let what = match call.ended {
            Ended::Left => LEFT,
            Ended::Closed => CLOSED,
            Ended::Stopped => STOPPED,
        };
        let inner = window(buf, box_area, what, theme);
        let room = Rect { x: inner.x + 2.min(inner.width), width: inner.width.saturating_sub(4), ..inner };
        let name = call.reference.map_or_else(|| "A call".to_owned(), |r| format!("Call {r}"));
        let started = look.context.clock(call.started);
        let saved = look.context.local_of(call.last_saved).format("%H:%M:%S").to_string();
        let mut y = u16::from(inner.height > 12);
        let width = usize::from(room.width).saturating_sub(9).max(1);
        let mut say = |label: &str, text: &str, y: &mut u16| {
            for (at, line) in wrap(text, width).into_iter().enumerate() {
                if at == 0 {
                    put(buf, room, 0, *y, label, head);
                }
                put(buf, room, 9, *y, &line, body);
                *y += 1;
            }
        };
        say("Open", &format!("{name}. Started {started}. Last saved {saved}."), &mut y);
        y += u16::from(inner.height > 10);
        for (at, line) in kept(call, look).into_iter().enumerate() {
            say(if at == 0 { "Kept" } else { "" }, &line, &mut y);
        }
        if call.ended != Ended::Left {
            say("Lost", &format!("nothing that was on the screen before {saved}"), &mut y);
        }
        let scratch = scratch_words(call);
        if !scratch.is_empty() {
            say(if call.ended == Ended::Left { "Lost" } else { "" }, scratch, &mut y);
        }
        if let Some(words) = last_words(call).filter(|_| !look.hide_names) {
            y += u16::from(inner.height > 10);
            say("Words", &format!("last saved: \"{words}\""), &mut y);
        }
        y += u16::from(inner.height > 10);
        let phone = if look.hide_names { "" } else { detail(call, Detail::Phone) };
        let cursor = Position::new(room.x, (room.y + y).min(room.y + room.height.saturating_sub(1)));
        put(buf, room, 0, y, &format!("> F9  Ring back now: open the call again   {phone}"), body);
        put(buf, room, 0, y + 1, "  l   Leave it in Calls not finished (top of your desk)", body);
        if self.sound && area.height > 17 {
            put(buf, area, 1, 17, "The file was checked and is sound.", body);
        }
        (room.width > 0 && room.height > 0).then_some(cursor)
    }
}
