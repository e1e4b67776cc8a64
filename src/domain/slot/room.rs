//! How much room the 30 days leave, and what would open more: rules 6 and 7 of [`super::find`].
//!
//! It is a count of starts, so it says how hard a date will be to find and not which one to take. Whether the
//! parties are willing is absent. Without the end of the 30 days there is no room to count.

use chrono::NaiveDate;

use super::find::{Looked, Soft, Wish};
use super::offer::runs;
use super::{Diary, Slot, bits};
use crate::domain::suits::How;
use crate::domain::typed_day::short_day;

/// Rules 6 and 7.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// Starts.
    pub times: usize,
    /// Their days.
    pub days: usize,
    /// The end of the 30 days.
    pub until: NaiveDate,
    /// They have ended already.
    pub over: bool,
    /// Without what there would be most, and how many.
    pub opens: Option<(String, usize)>,
}

impl Room {
    /// `11 times on 5 days suit everyone before Sat 19 Dec`.
    pub fn words(&self) -> String {
        let until = short_day(self.until);
        let s = |n: usize| if n == 1 { "" } else { "s" };
        match self.times {
            _ if self.over => format!("The 30 days ran out {until}: every time is after them."),
            0 => format!("None suits everyone until {until}: ask for short notice or a later date."),
            1 => format!("1 time suits everyone until {until}."),
            n => format!("{n} times on {} day{} suit everyone until {until}.", self.days, s(self.days)),
        }
    }

    /// `Without "not Wed": 14.`
    pub fn opens_words(&self) -> Option<String> {
        self.opens.as_ref().map(|(what, times)| format!("Without {what}: {times}."))
    }
}

/// What may be left aside, to see what it closes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum But {
    Said(usize, usize),
    Mark(Soft),
}

impl Diary {
    /// Rule 6 alone, for a list of cases.
    pub fn room(&self, wish: &Wish) -> Option<Room> {
        self.room_of(wish, &self.look(wish))
    }

    pub(super) fn room_of(&self, wish: &Wish, days: &[Looked<'_>]) -> Option<Room> {
        let until = wish.until?;
        let (times, on) = self.count(wish, days, until, None);
        let said = wish
            .parties
            .iter()
            .enumerate()
            .flat_map(|(party, (_, suits))| (0..suits.when.len()).map(move |at| But::Said(party, at)));
        let marks = Soft::ALL.into_iter().filter(|soft| *soft != Soft::Clock).map(But::Mark);
        let most = said
            .chain(marks)
            .map(|but| (self.count(wish, days, until, Some(but)).0, but))
            .filter(|(without, _)| *without > times)
            .fold(None, |best: Option<(usize, But)>, next| match best {
                Some(best) if best.0 >= next.0 => Some(best),
                _ => Some(next),
            });
        let opens = most.map(|(without, but)| (Self::but_words(wish, but), without));
        let opens = opens.filter(|_| until >= self.today);
        Some(Room { times, days: on, until, over: until < self.today, opens })
    }

    fn but_words(wish: &Wish, but: But) -> String {
        match but {
            But::Said(party, at) => {
                let said = wish.parties.get(party).and_then(|(_, suits)| suits.when.get(at));
                said.map(|when| format!("\"{}\"", when.words())).unwrap_or_default()
            }
            But::Mark(Soft::Notice) => "5 days' notice".to_owned(),
            But::Mark(Soft::Area) => "areas".to_owned(),
            But::Mark(Soft::Week) => "weekly limits".to_owned(),
            But::Mark(Soft::Bsl) => "BSL".to_owned(),
            But::Mark(Soft::How) => wish.how().map_or("how", How::word).to_owned(),
            But::Mark(Soft::Clock) => String::new(),
        }
    }

    /// How many starts have no mark until a day, and on how many days.
    fn count(&self, wish: &Wish, days: &[Looked<'_>], until: NaiveDate, but: Option<But>) -> (usize, usize) {
        let (mut times, mut on) = (0, 0);
        let said = match but {
            Some(But::Said(party, at)) => Some((party, at)),
            _ => None,
        };
        let aside = |soft: &Soft| but == Some(But::Mark(*soft));
        for looked in days.iter().take_while(|looked| looked.day <= until) {
            if !looked.marks.iter().all(aside) {
                continue;
            }
            let spare = looked.free.iter().filter(|(_, _, marks, _)| marks.iter().all(aside));
            let open = spare.fold(0, |all, (_, spare, ..)| all | runs(spare & looked.allowed, wish.length));
            let fits = self.grid(wish.length).filter(|start| {
                let slot = Slot { day: looked.day, start: *start, length: wish.length };
                open & bits(*start, 1) != 0 && wish.against_but(slot, said).is_none()
            });
            let fits = fits.count();
            times += fits;
            on += usize::from(fits > 0);
        }
        (times, on)
    }
}
