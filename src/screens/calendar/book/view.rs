//! How the Book window looks: one line for each fact, the box to tick at the end of its line.
//!
//! Each line that needs a tick has its box at the end, and the box stays in sight when the words before it
//! have to give way. A refusal stands in the window in the words of its rule. What the keys do is in `book`.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Book, Tick};
use crate::domain::booking::{Asked, deciders, warnings};
use crate::domain::deadline::NOTICE_WORKING_DAYS;
use crate::domain::refusal::Refusal;
use crate::domain::slot::clock;
use crate::domain::typed_day::{day_with_year, short_day};
use crate::domain::willingness::{Answer, Needed, PartyKind, Side};
use crate::screens::calendar::lines::Page;
use crate::screens::calendar::rules::Rules;
use crate::screens::case::needs;
use crate::screens::page::middle;
use crate::store::calendar::Format;
use crate::store::cases::CasePage;
use crate::widgets::frame::{cells, fit, pad, put, window, wrap};
use crate::widgets::theme::Role;

/// The column of what is said after a label.
const SAID: usize = 12;

/// A line of the window.
struct Said {
    role: Role,
    text: String,
    tick: Option<Tick>,
}

struct Lines<'a> {
    book: &'a Book,
    all: Vec<Said>,
}

impl Lines<'_> {
    fn add(&mut self, role: Role, text: String) {
        self.all.push(Said { role, text, tick: None });
    }

    fn fact(&mut self, label: &str, text: &str) {
        self.add(Role::Body, format!("{}{text}", pad(label, SAID)));
    }

    /// A line with its box, if it can be ticked now.
    fn ticked(&mut self, label: &str, text: &str, tick: Tick) {
        if !self.book.ticks.contains(&tick) {
            self.fact(label, text);
            return;
        }
        let (question, yes, no) = match tick {
            Tick::ShortNotice => ("family agrees?", "yes", "no"),
            _ => ("told this date?", "yes, now", "not yet"),
        };
        let on = self.book.is_ticked(tick);
        let text = format!(
            "{}{}{question}  [{}] {}",
            pad(label, SAID),
            pad(text, 20.max(cells(text) + 2)),
            if on { 'x' } else { ' ' },
            if on { yes } else { no }
        );
        self.all.push(Said { role: Role::Body, text, tick: Some(tick) });
    }
}

fn consent_words(page: &CasePage, hidden: bool) -> String {
    let standing = page.facts.consent_words();
    let Some(record) = page.consents.last() else { return standing };
    let giver = if hidden { "" } else { record.giver.trim() };
    let comma = if giver.is_empty() { "" } else { ", " };
    format!("{standing}   {giver}{comma}{}", short_day(record.given_to))
}

impl Book {
    fn lines(&self, page: &CasePage, rules: &Rules<'_>, on: &Page<'_>) -> Vec<Said> {
        let hidden = on.look.hide_names;
        let mut lines = Lines { book: self, all: Vec::new() };
        let reference = page.head.reference.map(|r| r.to_string()).unwrap_or_default();
        let name = if hidden { String::new() } else { page.head.short() };
        lines.add(Role::Heading, format!("{reference}  {name}"));
        let format = match self.format {
            Format::NotDecided => "how is not decided".to_owned(),
            other => other.code().to_owned(),
        };
        let (from, to) = (clock(self.slot.start), clock(self.slot.end()));
        lines.add(Role::Heading, format!("{}, {from} to {to}, {format}", day_with_year(self.slot.day)));
        if let Some(before) = &self.moved {
            let instead = if self.is_given() { before.name.clone() } else { before.slot.words() };
            lines.fact("Instead of", &instead);
        }
        let mediator = on.diary.mediator(self.mediator);
        lines.fact("Mediator", mediator.map_or("", |m| m.name.as_str()));
        lines.add(Role::Body, String::new());
        lines.fact("Consent", &consent_words(page, hidden));
        Self::parties(page, hidden, &mut lines);
        let asked = needs(page, on.look);
        if !asked.is_empty() {
            lines.fact("Needs", &asked);
        }
        let deciding: Vec<(PartyKind, String)> = deciders(&page.facts)
            .map(|(id, kind)| {
                let party = page.parties.iter().find(|p| p.facts.id == id);
                (kind, party.map(|p| p.contact.decides.0.clone()).unwrap_or_default())
            })
            .collect();
        for (kind, who) in deciding.iter().filter(|(_, who)| !who.trim().is_empty()) {
            lines.fact(&format!("{} decides", kind.short()), who);
        }
        let clear = rules.clear_days(self.slot.day);
        let s = if clear == 1 { "" } else { "s" };
        if self.ticks.contains(&Tick::ShortNotice) {
            lines.ticked("Notice", &format!("{clear} clear working day{s}"), Tick::ShortNotice);
        } else {
            let notice = format!(
                "{clear} clear working day{s} ({NOTICE_WORKING_DAYS} needed, fewer if the family agrees)"
            );
            lines.fact("Notice", &notice);
        }
        lines.fact("30 days", &rules.clock_words(self.slot.day));
        if let Some(mediator) = mediator {
            let needs: Vec<&str> = page.parties.iter().map(|p| p.contact.needs.trim()).collect();
            let asked = Asked {
                slot: self.slot,
                mediator,
                short_notice_agreed: self.short_notice,
                deciding: &deciding,
                needs: &needs.join(" "),
            };
            for warning in warnings(&asked, &page.facts, rules.today, rules.law()) {
                // The box to tick stands in its own line, three lines up.
                let sentence = warning.sentence().replace(" Space if the family agrees.", "");
                lines.add(Role::Attention, format!("!  {sentence}"));
            }
        }
        if let Some(mediator) = mediator.filter(|m| on.diary.is_full(m, self.slot.day)) {
            let (first, most) = (mediator.first_name(), mediator.per_week);
            lines.add(Role::Attention, format!("!  {first} is at {most} a week."));
        }
        if let Some(closed) = on.diary.days.closed(self.slot.day) {
            lines.add(Role::Attention, format!("!  The office is closed that day: {closed}."));
        }
        if let Some(refusal) = &self.refusal {
            lines.add(Role::Body, String::new());
            lines.add(Role::Attention, self.refused_words(refusal));
        } else if self.moves_a_hold() {
            let until = short_day(rules.hold_until());
            lines.add(Role::Body, format!("It stays a hold, now until {until}. Nobody has to be told."));
        } else {
            let promised = self.promised(page, rules.today).join(", ");
            lines.add(Role::Body, format!("After it, in Today:  {promised}"));
        }
        lines.all
    }

    fn refused_words(&self, refusal: &Refusal) -> String {
        let held = self.held.as_ref().and_then(|b| b.held_until);
        match held {
            Some(until) => format!("{refusal} It stays held until {}.", short_day(until)),
            None => refusal.to_string(),
        }
    }

    fn parties(page: &CasePage, hidden: bool, lines: &mut Lines<'_>) {
        let mut asked = [false; 2];
        for party in &page.parties {
            let standing = party.facts.standing;
            if standing.needed == Needed::Dropped {
                continue;
            }
            let word = standing.answer.map_or("...", Answer::word);
            let day = party.facts.answered.map(short_day).unwrap_or_default();
            let word = if cells(word) < 4 { pad(word, 5) } else { format!("{word} ") };
            let text = format!("{word}{day}");
            let family = standing.side == Side::Family;
            let side = usize::from(!family);
            if std::mem::replace(&mut asked[side], true) {
                lines.fact(standing.kind.short(), &text);
            } else {
                let tick = if family { Tick::Family } else { Tick::OtherSide };
                lines.ticked(standing.kind.short(), &text, tick);
            }
            let condition = party.given.iter().find(|g| g.answer == Answer::WillingBut);
            if let Some(said) = condition.filter(|_| standing.answer == Some(Answer::WillingBut))
                && !hidden
            {
                lines.fact("", &format!("but: {}", &*said.words));
            }
        }
    }

    /// Draws the window over the page and gives the cursor's place.
    pub(in crate::screens::calendar) fn view(
        &self,
        on: &Page<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let page = on.state.page.as_deref()?;
        let lines = self.lines(page, on.rules()?, on);
        let theme = on.look.theme;
        let title = match (self.moved.is_some(), self.step_word()) {
            (true, _) if self.is_given() => "Another mediator for this meeting",
            (true, _) if self.moves_a_hold() => "Move this hold",
            (true, _) => "Move this meeting",
            (false, "Hold") => "Hold this time",
            (false, _) => "Book this meeting",
        };
        let wide = usize::from(area.width.min(77)).saturating_sub(6);
        let mut rows: Vec<(Role, String, Option<Tick>)> = Vec::new();
        for line in &lines {
            if line.tick.is_some() || cells(&line.text) <= wide {
                rows.push((line.role, line.text.clone(), line.tick));
            } else {
                rows.extend(wrap(&line.text, wide).into_iter().map(|text| (line.role, text, None)));
            }
        }
        let small = area.height < rows.len() as u16 + 4;
        let height = rows.len() as u16 + if small { 2 } else { 4 };
        let room = window(buf, middle(area, 77, height), title, theme);
        let room = Rect { x: room.x + 2.min(room.width), width: room.width.saturating_sub(4), ..room };
        let at = rows.iter().position(|(_, _, tick)| tick.is_some() && *tick == self.chosen_tick());
        let foot = u16::from(!small);
        let height = usize::from(room.height.saturating_sub(foot));
        let mut cursor = None;
        for (y, row) in crate::widgets::list::seen(rows.len(), at.unwrap_or(0), height).enumerate() {
            let Some((role, text, tick)) = rows.get(row) else { continue };
            let y = y as u16;
            // The box stays in sight where the window is narrow: the words before it give way.
            let text = match (tick, text.rfind('[')) {
                (Some(_), Some(box_at)) if cells(text) > usize::from(room.width) => {
                    let label = fit(text, usize::from(room.width).saturating_sub(5));
                    format!("{label} {}", &text[box_at..])
                }
                _ => text.clone(),
            };
            put(buf, room, 0, y, &text, theme.style(*role));
            if tick.is_some() && *tick == self.chosen_tick() {
                let x = text.rfind('[').map_or(0, |at| cells(&text[..at])) as u16;
                put(
                    buf,
                    room,
                    x,
                    y,
                    &fit(&text[text.rfind('[').unwrap_or(0)..], 3),
                    theme.style(Role::Chosen),
                );
                if x + 1 < room.width {
                    cursor = Some(Position::new(room.x + x + 1, room.y + y));
                }
            }
        }
        if !small && room.height > 0 {
            let step = match self.step_word() {
                "" => String::new(),
                word => format!("F9 {word} it       "),
            };
            let foot = format!("{step}Esc go back");
            crate::widgets::frame::put_right(buf, room, room.height - 1, &foot, theme.style(Role::Body));
        }
        cursor
    }
}
