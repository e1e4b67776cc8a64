//! The first run on a computer: four questions, all of which may be skipped, and a test of the keys.
//!
//! Nothing is written before the end: F9 makes the file and starts, with whatever was answered. Practice is
//! chosen to begin with, so that nobody's first call is a real one by accident. The key test only shows what
//! arrives; nothing depends on a key that does not.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::settings::NAME;
use super::{Look, Screen};
use crate::domain::authority::Authorities;
use crate::domain::text::clean_line;
use crate::protocol::action::Action;
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, FirstRunChoice};
use crate::protocol::keys::Spot;
use crate::widgets::field::Line;
use crate::widgets::frame::put;
use crate::widgets::theme::Role;

/// A place of the page where the cursor can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Name,
    Phone,
    Review,
    Served,
    Practice,
    Real,
}

const ORDER: [At; 6] = [At::Name, At::Phone, At::Review, At::Served, At::Practice, At::Real];

/// The keys that are tested, with what to do without them.
const TESTED: [(&str, &str); 4] = [
    ("F4", "without it: Esc, then 4"),
    ("F7", "without it: Esc, then 7"),
    ("F10", "you will not need it"),
    ("Alt+P", "without it: Esc, then p"),
];

/// The first run.
#[derive(Debug, Clone)]
pub struct State {
    at: At,
    name: Line,
    served: Line,
    review: bool,
    practice: bool,
    arrived: Vec<&'static str>,
}

impl State {
    /// With a name to keep or to change, as the computer knows it; empty where it does not.
    pub fn new(name: &str) -> Self {
        Self {
            at: At::Name,
            name: Line::holding(name),
            served: Line::default(),
            review: false,
            practice: true,
            arrived: Vec::new(),
        }
    }

    fn choice(&self) -> FirstRunChoice {
        FirstRunChoice {
            staff: clean_line(self.name.text()).trim().to_owned(),
            home_is_today: self.review,
            served: clean_line(self.served.text()).trim().to_owned(),
            practice: self.practice,
        }
    }

    /// What of the areas served is no authority of the list; of the one that is being typed nothing is said yet.
    fn unknown(&self) -> Option<String> {
        let served = self.served.text();
        let typed =
            if self.at == At::Served { served.rsplit_once(',').map_or("", |(done, _)| done) } else { served };
        Authorities::england().unknown_words(typed)
    }

    /// On to a place; being on a choice chooses it.
    fn go(&mut self, at: At) {
        self.at = at;
        match at {
            At::Phone | At::Review => self.review = at == At::Review,
            At::Practice | At::Real => self.practice = at == At::Practice,
            At::Name | At::Served => {}
        }
    }

    fn step(&mut self, forward: bool) {
        let at = ORDER.iter().position(|at| *at == self.at).unwrap_or(0);
        let next = if forward { (at + 1).min(ORDER.len() - 1) } else { at.saturating_sub(1) };
        self.go(ORDER[next]);
    }

    /// To the next question, or to the one before; within a question what was chosen stays.
    fn question(&mut self, forward: bool) {
        let (home, file) = (
            if self.review { At::Review } else { At::Phone },
            if self.practice { At::Practice } else { At::Real },
        );
        self.at = match (self.at, forward) {
            (At::Name, true) | (At::Served, false) => home,
            (At::Name | At::Phone | At::Review, false) => At::Name,
            (At::Phone | At::Review, true) | (At::Practice | At::Real, false) => At::Served,
            (At::Served | At::Practice | At::Real, true) => file,
        };
    }

    fn other(&mut self) {
        let other = match self.at {
            At::Phone => At::Review,
            At::Review => At::Phone,
            At::Practice => At::Real,
            At::Real => At::Practice,
            same => same,
        };
        self.go(other);
    }
}

impl Screen for State {
    fn spot(&self) -> Spot {
        Spot::FirstRun
    }

    fn typing(&self) -> bool {
        matches!(self.at, At::Name | At::Served)
    }

    fn full(&self) -> Option<String> {
        match self.at {
            At::Name => self.name.full(),
            At::Served => self.served.full(),
            _ => None,
        }
    }

    fn next_step(&self) -> String {
        "Start".to_owned()
    }

    fn title(&self, _look: &Look<'_>) -> String {
        "MEDIATION LINE   first time on this computer".to_owned()
    }

    fn lines(&self, _look: &Look<'_>) -> [String; 2] {
        [
            self.unknown().unwrap_or_else(|| "Your file is kept on this computer only.".to_owned()),
            "Tab next question. Up/Down choose. F9 starts even if you skip all four.".to_owned(),
        ]
    }

    fn act(&mut self, action: &Action, _context: &Context) -> Vec<Effect> {
        match action {
            Action::Edit(edit) => match self.at {
                At::Name => drop(self.name.edit_within(edit, NAME)),
                At::Served => drop(self.served.edit(edit)),
                _ => {}
            },
            Action::NextField | Action::NextBox => self.question(true),
            Action::PreviousField => self.question(false),
            Action::Down => self.step(true),
            Action::Up => self.step(false),
            Action::Tick => self.other(),
            Action::Arrived(name) if !self.arrived.contains(name) => self.arrived.push(name),
            Action::NextStep => return vec![Effect::Start(self.choice())],
            _ => {}
        }
        Vec::new()
    }

    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (body, head) = (look.theme.style(Role::Body), look.theme.style(Role::Heading));
        let roomy = area.height >= 19;
        let gap = u16::from(roomy);
        let mut y = gap;
        put(buf, area, 1, y, "Four questions. Enter keeps what is shown. All can be changed later.", body);
        y += 1 + gap;
        let left = if area.width >= 60 { 26 } else { 4 };
        let under = u16::from(left == 4);
        let mut cursor = None;
        let label = |n: &str, words: &str, y: u16, buf: &mut Buffer| {
            put(buf, area, 1, y, n, head);
            put(buf, area, 4, y, words, head);
        };
        let field = |line: &Line, here: bool, y: u16, buf: &mut Buffer| {
            let width = area.width.saturating_sub(left + 3).min(44);
            put(buf, area, left, y, "[", body);
            put(buf, area, left + 1 + width, y, "]", body);
            if y >= area.height || left + 1 >= area.width {
                return None;
            }
            let room = Rect { x: area.x + left + 1, y: area.y + y, width, height: 1 };
            line.draw(buf, room, here, look.theme)
        };
        let option = |on: bool, here: bool, words: &str, y: u16, buf: &mut Buffer| {
            let role = if here { Role::Chosen } else { Role::Body };
            put(buf, area, left, y, if on { ">" } else { " " }, body);
            put(buf, area, left + 2, y, words, look.theme.style(role));
            (here && y < area.height && left + 2 < area.width)
                .then(|| Position::new(area.x + left + 2, area.y + y))
        };

        label("1", "Your name", y, buf);
        y += under;
        cursor = cursor.or(field(&self.name, self.at == At::Name, y, buf));
        y += 1 + gap;
        label("2", "You mostly", y, buf);
        y += under;
        let phone = "answer the phone     starts at My desk";
        cursor = cursor.or(option(!self.review, self.at == At::Phone, phone, y, buf));
        let review = "review the day       starts at Today's list";
        cursor = cursor.or(option(self.review, self.at == At::Review, review, y + 1, buf));
        y += 2 + gap;
        label("3", "Areas (LAs) served", y, buf);
        y += under;
        cursor = cursor.or(field(&self.served, self.at == At::Served, y, buf));
        y += 1 + gap;
        label("4", "Start with", y, buf);
        y += under;
        let practice = "practice       12 made-up families, marked PRACTICE";
        cursor = cursor.or(option(self.practice, self.at == At::Practice, practice, y, buf));
        let real = "the real file  empty, ready for the first call";
        cursor = cursor.or(option(!self.practice, self.at == At::Real, real, y + 1, buf));
        y += 2 + gap;
        put(buf, area, 1, y, "TEST YOUR KEYS", head);
        y += under;
        for (at, (name, without)) in TESTED.into_iter().enumerate() {
            let says = if self.arrived.contains(&name) { "works" } else { without };
            put(buf, area, left, y + at as u16, &format!("{name:<6} {says}"), body);
        }
        cursor
    }
}
