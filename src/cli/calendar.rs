//! `week`, `hold` and `book`: the calendar as lines, and its two writes under the rules of the keys.
//!
//! Whether a date may be held or booked is asked of the same rules, with the same sentences; where one names
//! a key, the shell's own command stands instead. Warnings are told after the write and stop nothing. Moving
//! a date and calling it off are absent: they are done at the desk.

use chrono::NaiveDate;

use super::lines::Lines;
use super::trouble::Trouble;
use super::workdays::one_day;
use super::{Answer, Arguments, Moment, case, data, place};
use crate::domain::booking::{Asked, deciders, warnings};
use crate::domain::queue::BookingState;
use crate::domain::refusal::Refusal;
use crate::domain::slot::{Diary, Slot, USUAL_LENGTH, clock, week_of};
use crate::domain::text::{clean_line, words};
use crate::domain::typed_day::long_day;
use crate::domain::typed_time::{quarter_of_day, read_time};
use crate::store::Store;
use crate::store::calendar::{Booking, CalendarWrite, Format};
use crate::store::office::setting;

/// What was asked of `hold` and `book`.
pub(super) struct Wish<'a> {
    pub(super) reference: &'a str,
    pub(super) date: &'a str,
    pub(super) time: &'a str,
    pub(super) mediator: Option<&'a str>,
    pub(super) format: Option<&'a str>,
    pub(super) short_notice_agreed: bool,
    pub(super) book: bool,
}

/// The length of a meeting by the office's setting, in quarter hours.
fn meeting_length(store: &mut Store) -> Result<i64, Trouble> {
    Ok(store.settings()?.get(setting::MEETING).parse().unwrap_or(USUAL_LENGTH))
}

/// The week of a day: for each working day what is taken, and each mediator's open starts.
pub(super) fn week(arguments: &Arguments, date: Option<&str>, moment: Moment) -> Result<Answer, Trouble> {
    let mut store = place::open(arguments, moment)?;
    let today = moment.today();
    let day = match date {
        Some(typed) => one_day(typed, today, store.office())?,
        None => today,
    };
    let length = meeting_length(&mut store)?;
    let (monday, sunday) = week_of(day);
    let diary = store.diary(monday, sunday, None, today, moment.quarter())?;
    let days: Vec<data::Day> = monday.iter_days().take(5).map(|day| day_of(&diary, day, length)).collect();
    let mut lines = Lines::default();
    lines.add("Week of", &long_day(monday));
    lines.add("Meeting", &format!("{} hours", length as f64 / 4.0));
    for day in &days {
        lines.add("Day", &long_day(day.day));
        lines.add("Closed", day.closed.as_deref().unwrap_or_default());
        for taken in &day.taken {
            let times = format!("{}-{}", taken.from, taken.to);
            lines.all(&capital(taken.state), &[&times, &taken.reference, &taken.mediator]);
        }
        for open in &day.open {
            lines.all("Open", &[&open.mediator, &open.starts.join(" ")]);
        }
    }
    Answer::new(&data::Week { monday, meeting_quarters: length, days }, lines.0)
}

fn capital(state: &str) -> String {
    let mut letters = state.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

fn day_of(diary: &Diary, day: NaiveDate, length: i64) -> data::Day {
    let name = |id| diary.mediator(id).map_or_else(String::new, |m| clean_line(&m.name));
    data::Day {
        day,
        closed: diary.days.closed(day).map(clean_line),
        taken: diary
            .taken_on(day)
            .iter()
            .map(|taken| data::Taken {
                state: taken.state.code(),
                from: clock(taken.slot.start),
                to: clock(taken.slot.end()),
                reference: taken.reference.clone(),
                mediator: name(taken.mediator),
            })
            .collect(),
        open: diary
            .mediators
            .iter()
            .map(|mediator| data::Open {
                mediator: clean_line(&mediator.name),
                starts: diary.open_starts(day, length, Some(mediator.id)).into_iter().map(clock).collect(),
            })
            .filter(|open| !open.starts.is_empty())
            .collect(),
    }
}

/// The one mediator whose name has these words, in whole or as beginnings.
fn mediator_named(store: &mut Store, typed: &str, moment: Moment) -> Result<i64, Trouble> {
    let wanted = words(typed);
    let pages = store.mediators(moment.today())?;
    let all: Vec<_> = pages.iter().map(|page| &page.facts).filter(|m| m.working).collect();
    let exact = all.iter().find(|m| words(&m.name) == wanted);
    let begins = |name: &str| {
        let names = words(name);
        !wanted.is_empty() && wanted.iter().all(|w| names.iter().any(|n| n.starts_with(w)))
    };
    let found: Vec<_> = all.iter().filter(|m| begins(&m.name)).collect();
    match (exact, found.as_slice()) {
        (Some(one), _) => Ok(one.id),
        (None, [one]) => Ok(one.id),
        (None, []) => Err(Trouble::Refused(format!("No mediator is called '{}'.", clean_line(typed)))),
        (None, several) => {
            let names: Vec<&str> = several.iter().map(|m| m.name.as_str()).collect();
            Err(Trouble::Usage(clean_line(&format!("Which of them? {}.", names.join(", ")))))
        }
    }
}

/// A booking at that time is made of the case's own hold, where there is one.
fn own_hold(
    store: &mut Store,
    case: i64,
    slot: Slot,
    mediator: Option<i64>,
) -> Result<Option<Booking>, Trouble> {
    let dates = store.bookings(case)?;
    Ok(dates.into_iter().find(|b| {
        b.state == BookingState::Held && b.slot == slot && mediator.is_none_or(|m| m == b.mediator)
    }))
}

/// Holds or books.
pub(super) fn place_date(arguments: &Arguments, wish: &Wish<'_>, moment: Moment) -> Result<Answer, Trouble> {
    let mut store = place::open(arguments, moment)?;
    let staff = place::staff(arguments, &mut store)?;
    let day = one_day(wish.date, moment.today(), store.office())?;
    let time = read_time(wish.time).ok_or_else(|| {
        Trouble::Usage(format!("'{}' is not a time. Try 10, 930, 2 (14:00) or 14:30.", clean_line(wish.time)))
    })?;
    let format = match wish.format.map(Format::from_code) {
        Some(Format::NotDecided) => {
            return Err(Trouble::Usage("A meeting is online, \"in person\" or telephone.".to_owned()));
        }
        format => format,
    };
    let case = case::case_meant(&mut store, wish.reference)?;
    let mediator = wish.mediator.map(|name| mediator_named(&mut store, name, moment)).transpose()?;
    let length = meeting_length(&mut store)?;
    let slot = Slot { day, start: i64::from(quarter_of_day(time)), length };
    let signed = moment.signed(&staff);
    let hold = own_hold(&mut store, case, slot, mediator)?;
    let booking = signed.id + 16;
    let write = if wish.book {
        CalendarWrite::Book {
            booking: hold.as_ref().map_or(booking, |hold| hold.id),
            case,
            mediator: mediator.or_else(|| hold.as_ref().map(|hold| hold.mediator)),
            slot,
            format: format.or_else(|| hold.as_ref().map(|hold| hold.format)).unwrap_or_default(),
            short_notice_agreed: wish.short_notice_agreed,
            told_family: false,
            told_other_side: false,
        }
    } else {
        CalendarWrite::Hold { booking, case, mediator, slot, format: format.unwrap_or_default() }
    };
    let done = store.calendar_write(&write, &signed).map_err(|why| in_the_shell(why.into(), wish))?;
    let warned = warned(&mut store, &done, moment)?;
    answer(&done, &staff, warned)
}

/// The sentences of the keys name a key; a shell has the other command.
fn in_the_shell(trouble: Trouble, wish: &Wish<'_>) -> Trouble {
    match trouble {
        Trouble::Refused(words) if wish.book => {
            Trouble::Refused(words.replace("F9 holds it until", "It can be held until"))
        }
        other => other,
    }
}

/// What the Book window would warn of; of a hold, that a date is booked already.
fn warned(store: &mut Store, done: &Booking, moment: Moment) -> Result<Vec<String>, Trouble> {
    let page = store.case_page(done.case)?;
    if done.state != BookingState::Booked {
        let fixed = |b: &&Booking| matches!(b.state, BookingState::Booked | BookingState::InDoubt);
        let booked = page.dates.iter().filter(fixed).map(|b| {
            let doubt = if b.state == BookingState::InDoubt { ", in doubt" } else { "" };
            format!("{} has a date already: {}{doubt}.", b.reference, b.slot.start_words())
        });
        return Ok(booked.collect());
    }
    let pages = store.mediators(moment.today())?;
    let mediator = pages.iter().map(|page| &page.facts).find(|m| m.id == done.mediator);
    let mediator = mediator.ok_or(Refusal::NoMediator)?;
    let deciding: Vec<_> = deciders(&page.facts)
        .map(|(party, kind)| {
            let decides =
                page.parties.iter().find(|p| p.facts.id == party).map(|p| p.contact.decides.to_string());
            (kind, decides.unwrap_or_default())
        })
        .collect();
    let needs: Vec<&str> = page.parties.iter().map(|party| &*party.contact.needs).collect();
    let asked = Asked {
        slot: done.slot,
        mediator,
        short_notice_agreed: done.short_notice_agreed,
        deciding: &deciding,
        needs: &needs.join(" "),
    };
    let warnings = warnings(&asked, &page.facts, moment.today(), store.law());
    let in_the_shell = |sentence: String| {
        clean_line(
            &sentence.replace("Space if the family agrees.", "--short-notice-agreed if the family agrees."),
        )
    };
    Ok(warnings.iter().map(|warning| in_the_shell(warning.sentence())).collect())
}

fn answer(done: &Booking, staff: &str, warnings: Vec<String>) -> Result<Answer, Trouble> {
    let placed = data::Placed {
        state: done.state.code(),
        reference: done.reference.to_string(),
        day: done.slot.day,
        from: clock(done.slot.start),
        to: clock(done.slot.end()),
        mediator: clean_line(&done.name),
        format: done.format.code(),
        held_until: done.held_until.filter(|_| done.state == BookingState::Held),
        staff: staff.to_owned(),
        warnings,
    };
    let mut lines = Lines::default();
    lines.add(&capital(placed.state), &placed.reference);
    lines.add("Day", &long_day(placed.day));
    lines.add("Time", &format!("{}-{}", placed.from, placed.to));
    lines.add("Mediator", &placed.mediator);
    lines.add("Format", placed.format);
    lines.add("Held until", &placed.held_until.map(long_day).unwrap_or_default());
    lines.add("Staff", &placed.staff);
    for warning in &placed.warnings {
        lines.add("Warning", warning);
    }
    Answer::new(&placed, lines.0)
}
