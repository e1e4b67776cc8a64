//! The windows over a call: all SAY lines, and Finish.
//!
//! Finish reads back what will be kept and what will not, before it is done. The windows are drawn over the
//! boxes, which stay as they are behind them. What their keys do is in `say` and `finish`.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::values::{ended, in_two_lines};
use crate::domain::call::CallerKind;
use crate::domain::consent::ConsentAnswer;
use crate::domain::detail::Detail;
use crate::domain::subject::{kinds_that_fit, subject_words};
use crate::domain::text::short_name;
use crate::domain::typed_day::short_day;
use crate::screens::Look;
use crate::screens::call::State;
use crate::screens::call::dropped::counted;
use crate::screens::call::finish::{AfterNo, Ending, Finish, place_of};
use crate::screens::call::notes::Left;
use crate::screens::page::middle;
use crate::widgets::frame::{cells, put, window, wrap};
use crate::widgets::theme::Role;

pub(super) fn draw(state: &State, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if let Some(finish) = &state.finish {
        return finish_window(state, finish, look, area, buf);
    }
    state.say_list.map(|at| say_list(state, at, look, area, buf))
}

fn say_list(state: &State, at: usize, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Position {
    let script = state.script();
    let width = usize::from(area.width.min(76)).saturating_sub(13).max(1);
    let lines: Vec<Vec<String>> = script.iter().map(|say| wrap(say.words, width)).collect();
    let height = lines.iter().map(Vec::len).sum::<usize>() as u16;
    let room = window(buf, middle(area, 76, height + 4), "What can be said", look.theme);
    // In a small window the line that is chosen stays in sight.
    let (inside, mut y) = (usize::from(room.height), u16::from(room.height >= height + 2));
    let fits = |first: usize| lines.iter().take(at + 1).skip(first).map(Vec::len).sum::<usize>() <= inside;
    let first = (0..at).find(|first| fits(*first));
    let first = if y == 1 { 0 } else { first.unwrap_or(at) };
    let mut cursor = room.y;
    for ((row, say), words) in script.iter().enumerate().zip(&lines).skip(first) {
        let mark = if state.said.contains_key(say.key) { "x" } else { " " };
        let when = state.said.get(say.key).map(|at| look.context.clock(*at)).unwrap_or_default();
        let style = look.theme.style(if row == at { Role::Chosen } else { Role::Body });
        if row == at {
            cursor = room.y + y.min(room.height.saturating_sub(1));
        }
        for (turn, line) in words.iter().enumerate() {
            let head = if turn == 0 { format!("[{mark}] {when:5}") } else { " ".repeat(9) };
            put(buf, room, 1, y, &format!("{head} {line}"), style);
            y += 1;
        }
    }
    Position::new(room.x + 2.min(room.width), cursor)
}

fn finish_window(
    state: &State,
    finish: &Finish,
    look: &Look<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let title = match finish.ending {
        Ending::NoConsent(_) if state.was_withdrawn() => "Finish - consent withdrawn",
        Ending::NoConsent(_) => "Finish - no consent yet",
        Ending::ChildAlone => "Finish - a child alone",
        _ => "Finish this call",
    };
    let room = window(buf, middle(area, 77, 19), title, look.theme);
    let room = Rect { x: room.x + 2.min(room.width), width: room.width.saturating_sub(3), ..room };
    let body = look.theme.style(Role::Body);
    let mut lines = match finish.ending {
        Ending::Case => case_lines(state, finish, look, usize::from(room.width)),
        Ending::NoConsent(after) => no_consent_lines(state, finish, after, look, usize::from(room.width)),
        Ending::ChildAlone => vec![
            String::new(),
            "WE WILL KEEP   that a child rang alone: the day, the time, who took it.".into(),
            "WE DO NOT KEEP any name, number or anything that was typed.".into(),
            String::new(),
            "Who can ring for them: a parent or carer, or anyone with their consent.".into(),
            "If the child may be at risk: Esc, then Esc !".into(),
        ],
        Ending::Nobody => vec![
            String::new(),
            "WE WILL KEEP only a count line".into(),
            format!(" Caller      {}, no name", kind(state)),
            String::new(),
            "Nothing is typed: there is nobody to ring.".into(),
            "Esc, then anything typed makes this a case.".into(),
        ],
        Ending::NoCall => vec![
            String::new(),
            "NOTHING WAS TYPED   F9 leaves this call: it is in no list and in no count.".into(),
            String::new(),
            "Somebody rang and would not say who?".into(),
            "Esc, then a word in Scratch (F4): F9 keeps a count line, and no word.".into(),
        ],
        Ending::WhoWasIt => vec![
            String::new(),
            "Who was ringing?   Esc, then one letter in Who.".into(),
            String::new(),
            "A parent, or a young person: everything typed is kept at once.".into(),
            "Not known: F9 keeps a count line, and nothing that was typed.".into(),
        ]
        .into_iter()
        .chain(state.unsaved_in_words().into_iter().flat_map(|typed| {
            [String::new(), format!("NOT SAVED: {typed}. It is gone when the call ends like this.")]
        }))
        .collect(),
    };
    let width = usize::from(room.width).max(1);
    lines = lines
        .iter()
        .flat_map(|line| if line.is_empty() { vec![String::new()] } else { hanging(line, width) })
        .collect();
    let inside = usize::from(room.height.saturating_sub(1));
    // What can be chosen goes before empty lines, of which the last give way first.
    while lines.len() > inside
        && let Some(empty) = lines.iter().rposition(String::is_empty)
    {
        lines.remove(empty);
    }
    // Then what is said of the call itself: it is known.
    for head in [" Call  ", " Have they agreed"] {
        if lines.len() > inside
            && let Some(at) = lines.iter().position(|line| line.starts_with(head))
        {
            let more = lines.iter().skip(at + 1).take_while(|line| line.starts_with("     ")).count();
            lines.drain(at..=at + more);
        }
    }
    // A heading of which nothing can be seen is none.
    lines.truncate(inside);
    lines.pop_if(|last| last == STILL_TO_ASK);
    let mut cursor = None;
    for (y, line) in lines.iter().enumerate() {
        put(buf, room, 0, y as u16, line, body);
        let promise = line.starts_with("PROMISE");
        let field = if promise { &state.promise.line } else { &finish.day };
        let Some(at) = line.find(&place_of(field)).filter(|_| y > 0) else { continue };
        let x = cells(&line[..at]) as u16 + 1;
        // The line of a promise that is typed has the keys before the day.
        let has_keys = promise == state.promise.typing;
        let typing = has_keys && (promise || finish.editing);
        let letters = cells(&place_of(field)) - 2;
        // The cursor behind the last letter stands on the edge.
        let wide = (letters + usize::from(typing)) as u16;
        let place = Rect {
            x: room.x + x.min(room.width),
            y: room.y + y as u16,
            width: wide.min(room.width.saturating_sub(x)),
            height: 1,
        };
        put(buf, place, 0, 0, &" ".repeat(letters), body);
        let typed = field.draw(buf, place, typing, look.theme);
        if has_keys {
            cursor = typed.or(Some(Position::new(room.x, place.y)));
        }
    }
    let keys = format!("F9 {}      Esc back to the call", finish.next_step());
    let x = room.width.saturating_sub(cells(&keys) as u16).min(22);
    put(buf, room, x, room.height.saturating_sub(1), &keys, look.theme.style(Role::Heading));
    cursor.or(Some(Position::new(room.x, room.y)))
}

/// Who is ringing, as *Who* has it.
fn kind(state: &State) -> &'static str {
    state.kind.map_or("not known", CallerKind::label)
}

/// What is in the file of a call whose consent was withdrawn while it was on the line.
const NOTES_LEFT: &str = "Earlier NOTES stay with the case, and go when its details are removed.";

/// The heading of what is still to ask.
const STILL_TO_ASK: &str = "STILL TO ASK, kept for next time";

/// Wraps a line under the column its text begins in.
fn hanging(line: &str, width: usize) -> Vec<String> {
    let indent = line.len() - line.trim_start().len();
    let mut pieces = wrap(line, width).into_iter();
    let mut out: Vec<String> = pieces.next().into_iter().collect();
    let rest: Vec<String> = pieces.map(|piece| piece.trim().to_owned()).collect();
    let room = width.saturating_sub(indent + 10).max(1);
    out.extend(
        wrap(&rest.join(" "), room)
            .into_iter()
            .filter(|piece| !piece.is_empty())
            .map(|piece| format!("{}{}", " ".repeat(indent + 10), piece.trim_start())),
    );
    out
}

/// A row of values, in two lines at most.
fn row(head: &str, values: &[&str], width: usize) -> String {
    format!("{head}{}", in_two_lines(values, cells(head), width).join(", "))
}

fn case_lines(state: &State, finish: &Finish, look: &Look<'_>, width: usize) -> Vec<String> {
    let today = look.context.today();
    let number = finish.number.map(|n| n.to_string()).unwrap_or_default();
    let child = if state.kind == Some(CallerKind::YoungPerson) { Detail::Name } else { Detail::Child };
    let (_, age) = state.shown(Detail::Born, today);
    let (about, _) = state.shown(Detail::About, today);
    let (wants, _) = state.shown(Detail::Wants, today);
    let kind = state.kind.map_or("", CallerKind::short);
    let relation =
        if state.entry(Detail::Relation).is_empty() { kind } else { state.entry(Detail::Relation) };
    // The day it was read as is what has to be right.
    let letter = match state.shown(Detail::Letter, today) {
        (typed, read) if read.is_empty() && !typed.is_empty() => format!("\"{typed}\""),
        (_, read) => read,
    };
    let safe = if state.not_safe(Detail::Phone) { "NOT SAFE TO RING" } else { "" };
    // How the family is reached, as a third party told it.
    let of_family = state.number_of_best_time() == Detail::ParentPhone;
    let not_safe = if state.not_safe(Detail::ParentPhone) { "NOT SAFE TO RING" } else { "" };
    let [name, phone, best_time] =
        [Detail::ParentName, Detail::ParentPhone, Detail::BestTime].map(|detail| state.entry(detail));
    let family = [name, not_safe, phone, best_time];
    let mut lines = vec![
        String::new(),
        row(
            &format!("{number}   "),
            &[state.entry(child), &age, state.entry(Detail::School), &state.area_read_back()],
            width,
        ),
        row(
            "Rang     ",
            &[
                state.entry(Detail::Name),
                relation,
                safe,
                state.entry(Detail::Phone),
                if of_family { "" } else { state.entry(Detail::BestTime) },
            ],
            width,
        ),
        match &in_two_lines(&[&about, &letter], 9 + 12, width)[..] {
            [] => "About    -".to_owned(),
            [about, letter] => format!("About    {about}.  Letter: {letter}"),
            [letter, ..] if about.is_empty() => format!("About    -.  Letter: {letter}"),
            [about, ..] => format!("About    {about}"),
        },
        state.two_months_over(today).map_or_else(String::new, |words| format!("Clock    {words}")),
        row("Wants    ", &[if wants.is_empty() { "-" } else { &wants }], width),
        String::new(),
        format!("READ BACK   {}", state.read_back(look.context)),
        String::new(),
        format!("NEXT STEP   {}", state.step_words(&place_of(&finish.day), look.context)),
    ];
    if lines[4].is_empty() {
        lines.remove(4);
    }
    if of_family && family.iter().any(|text| !text.is_empty()) {
        lines.insert(3, row("Family   ", &family, width));
    }
    if state.objected().is_some() {
        lines.push("OBJECTION   One stands. More words about it: Esc, then Esc k, and j.".to_owned());
    } else if state.is_another_parent() {
        lines.push("OBJECTION   Another parent who does not agree: Esc, then Esc k, and j.".to_owned());
    }
    if state.can_be_checked() {
        lines.push(super::super::finish::OFFERED.to_owned());
    }
    lines.extend(state.promise_words(look.context));
    if let Some(words) = state.aside_in_words() {
        lines.push(format!("NOT SAVED: {words} from before the number, gone with F9."));
    }
    lines.push(String::new());
    let asked = state.to_ask(look.context);
    if !asked.is_empty() {
        lines.push(STILL_TO_ASK.to_owned());
        // A question and its dot stay together where the line turns.
        let mut line = String::new();
        for (words, _) in &asked {
            if !line.is_empty() && cells(&line) + cells(words) + 7 > width {
                lines.push(std::mem::take(&mut line));
            }
            line.extend(["  . ", &ended(words, width.saturating_sub(5)), " "]);
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

fn no_consent_lines(
    state: &State,
    finish: &Finish,
    after: AfterNo,
    look: &Look<'_>,
    width: usize,
) -> Vec<String> {
    let kept = state.keeps_an_enquiry(after);
    let about = subject_words(&kinds_that_fit(state.read(Detail::About)));
    let about = if about.is_empty() { "-" } else { &about };
    let area = if state.read(Detail::Area).is_empty() { "-" } else { state.read(Detail::Area) };
    let started = look.context.local_of(state.started);
    let mut lines = vec![if kept {
        match finish.number {
            Some(number) => format!("WE WILL KEEP, as enquiry {number}"),
            None => "WE WILL KEEP, as an enquiry".to_owned(),
        }
    } else {
        "WE WILL KEEP only a count line".to_owned()
    }];
    if kept {
        let is_kept = |detail| state.kind.is_some_and(|kind| kind.keeps_without_consent(detail));
        let own = [Detail::Name, Detail::Work, Detail::Phone, Detail::Email]
            .map(|detail| if is_kept(detail) { state.may_be_kept(detail).0 } else { String::new() });
        lines.push(row(" Caller      ", &own.each_ref().map(String::as_str), width));
        let best = state.may_be_kept(Detail::BestTime);
        if is_kept(Detail::BestTime) && !best.trim().is_empty() {
            lines.push(row(" Best time   ", &[&best], width));
        }
    } else {
        lines.push(format!(" Caller      {}, no name", kind(state)));
    }
    lines.push(format!(
        " Call        {} {}, {}, taken by {}",
        short_day(started.date()),
        started.format("%H:%M"),
        counted(state.minutes(look.context), "minute"),
        look.context.staff
    ));
    lines.push(format!(" About       {about}      Area  {area}"));
    let said = match state.answer {
        Some(ConsentAnswer::Yes) => "not sure: who, when or how is not known",
        Some(ConsentAnswer::No) => "NO, not yet.",
        Some(ConsentAnswer::NotSure) => "NOT SURE: as not yet.",
        None if state.case_was_open => "withdrawn. If they agree again: a on its Consent page.",
        None => "not answered: as not yet.",
    };
    lines.push(format!(" Consent     {said}"));
    lines.extend(what_goes(state, look));
    if state.asks_for_consent() {
        lines.push(String::new());
        lines.push(" Have they agreed after all?  Esc, then Esc k and y, keeps it.".into());
    }
    lines.push(String::new());
    lines.push("WHAT HAPPENS NEXT".into());
    let day = place_of(&finish.day);
    let mark = |on: bool| if on { ">" } else { " " };
    // In a small window each choice has one line all the same.
    let wide = width >= 70;
    if state.may_ring_back() {
        let words = if wide { "caller asks parents and rings back  by" } else { "caller rings back by" };
        lines.push(format!(
            "{} r  {words} {day} {}",
            mark(after == AfterNo::RingsBack),
            short_day(state.next_day(look.context))
        ));
    }
    let they = if state.for_adult {
        format!("he or she rings us    keeps {} and the number", short_name(state.entry(Detail::Name)))
    } else if wide {
        "parents will ring us themselves     keeps no caller, only a count".to_owned()
    } else {
        "parents ring us: no caller kept, only a count".to_owned()
    };
    if state.they_may_ring() {
        lines.push(format!("{} p  {they}", mark(after == AfterNo::TheyRing)));
    }
    let words = if wide {
        "nothing more                        keeps no caller, only a count"
    } else {
        "nothing more: no caller kept, only a count"
    };
    lines.push(format!("{} x  {words}", mark(after == AfterNo::Nothing)));
    lines
}

/// What leaves with the call, under an empty line; nothing where nothing does.
fn what_goes(state: &State, look: &Look<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    if state.notes_left != Left::Nothing {
        lines.push(NOTES_LEFT.to_owned());
    }
    if let Some(scratch) = state.scratch_in_words(look.context) {
        let saved = match (state.made.taken_out, state.made.still_there) {
            (true, true) => "is not out of the file yet: another program reads it.",
            (true, false) => "has left the file and is gone when you press F9.",
            (false, _) => "was never saved and is gone when you press F9.",
        };
        lines.push(format!("YOUR SCRATCH ({scratch}) {saved}"));
    }
    if let Some(words) = state.aside_in_words() {
        lines.push(format!("NOT SAVED: {words} from before the number, gone with F9."));
    }
    if let Some(words) = state.words_of_no_list() {
        lines.push(format!("Not of the list, and gone as well: {words}."));
    }
    if !lines.is_empty() {
        lines.insert(0, String::new());
    }
    lines
}
