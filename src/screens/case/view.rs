//! How the pages of a case are drawn: the line of pages, the boxes side by side where there is room, one box at
//! a time where there is not, and the windows over them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::sheet::Sheet;
use super::{Asked, Shown, State, clocks, consent, dates, sheet, summary, timeline, willingness, words};
use crate::protocol::effect::CaseTab;
use crate::screens::Look;
use crate::screens::page::{middle, split_left, split_top};
use crate::store::cases::CasePage;
use crate::widgets::frame::{cells, fit, put, window};
use crate::widgets::theme::Role;

impl State {
    /// The sheet with the feasibility light under it: how many times are left, and what would open most.
    fn with_room(&self, mut sheet: Sheet, look: &Look<'_>) -> Sheet {
        if let Some(room) = &self.room {
            let role = if room.times == 0 { Role::Attention } else { Role::Body };
            let opens = room.opens_words().filter(|_| !look.hide_names);
            let opens = opens.map(|words| format!(" {words}")).unwrap_or_default();
            sheet.gap();
            sheet.text(2, &format!("{}{opens}", room.words()), role);
        }
        sheet
    }

    pub(super) fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let Some(page) = self.page.as_deref() else {
            put(buf, area, 1, 1, "Reading the case...", look.theme.style(Role::Body));
            return None;
        };
        let (head, mut body) = split_top(area, 1);
        self.tabs(page, look, head, buf);
        if !matches!(self.tab, CaseTab::Summary | CaseTab::Dates)
            && let Some(words) = words::decides(page, look.context.today())
            && body.height > 4
        {
            let (line, rest) = split_top(body, 1);
            put(buf, line, 1, 0, words, look.theme.style(Role::Attention));
            body = rest;
        }
        let order = page.court_order();
        if !order.is_empty() && !words::hidden(page, look) && body.height > 4 {
            let (line, rest) = split_top(body, 1);
            put(buf, line, 1, 0, &order, look.theme.style(Role::Attention));
            body = rest;
        }
        let mut cursor = Some(self.view_page(page, look, body, buf));
        if let Some(shown) = self.shown {
            let place =
                if matches!(shown, Shown::Clocks(_)) { middle(body, 90, 30) } else { middle(body, 76, 18) };
            let width = place.width.saturating_sub(2);
            let sheet = match shown {
                Shown::Clocks(chosen) => clocks::list(page, look, width, chosen),
                Shown::History => {
                    let chosen = self.chosen_party().map(|p| p.facts.id);
                    willingness::latest(page, look, width, chosen, true)
                }
                Shown::Told => consent::told(page, look, width),
            };
            let room = window(buf, place, sheet.title(), look.theme);
            cursor = Some(match shown {
                Shown::Clocks(chosen) => clocks::draw(&sheet, page, look, room, buf, (chosen, self.scrolled)),
                _ => sheet.draw(buf, room, look, false, true, self.scrolled),
            });
        }
        if let Some(asked) = &self.asked {
            let (title, what, keys) = match asked {
                Asked::Withdraw(_) => (
                    "Withdraw the consent?",
                    "The case locks and names hide. Chases stop; a booking is in doubt until you decide about it.",
                    "w  withdraw     Enter  their words first     Esc  keep it",
                ),
                Asked::CallOff(_) if page.facts.consent.in_force() => (
                    "Call the meeting off?",
                    "Called off, its time is free, and whom to tell becomes a step on Dates.",
                    "k  keep it     c  call it off",
                ),
                Asked::CallOff(_) => (
                    "Call the meeting off?",
                    "Called off, its time is free. Ring the mediator then: no step is kept.",
                    "k  keep it     c  call it off",
                ),
                Asked::After(question) => question.words(),
                Asked::Values(_) => ("Two values for one field", "", ""),
            };
            let place = middle(body, 76, 7);
            let room = window(buf, place, title, look.theme);
            let sheet = if let Asked::Values(id) = asked {
                super::values::sheet(page, *id, look, room.width)
            } else {
                let mut sheet = Sheet::new("", room.width);
                let (why, other) = match asked {
                    Asked::CallOff(id) => (self.why_in_doubt(*id), self.other_way(*id).1),
                    _ => (String::new(), ""),
                };
                if !why.is_empty() {
                    sheet.text(1, &why, Role::Attention);
                }
                sheet.text(1, what, Role::Body);
                let keeps = matches!(asked, Asked::After(super::after::Question::Decide));
                if keeps && page.facts.after.certificate_due().is_some() {
                    sheet.text(1, "A certificate is due. Either way it stays unsent.", Role::Attention);
                }
                sheet.gap();
                sheet.text(1, format!("{keys}     {other}").trim_end(), Role::Heading);
                sheet
            };
            cursor = Some(sheet.draw(buf, room, look, false, true, 0));
        }
        cursor = self.draw_compared(page, look, body, buf).or(cursor);
        if let Some(follow) = &self.follow {
            cursor = follow.view(look, body, buf, &page.office);
        }
        if let Some(editor) = &self.editor {
            cursor = editor.draw(buf, body, look, &page.office);
            if let Some(grid) = self.ticks {
                cursor = grid.draw(editor, look, &page.office, body, buf);
            }
        }
        cursor.filter(|place| area.contains(*place))
    }

    /// The boxes of the page, the first one first.
    fn sheets(&self, page: &CasePage, look: &Look<'_>, width: u16) -> (Vec<(u16, Sheet)>, bool) {
        let wide = width >= 120;
        let left = |n: u16| if wide { n } else { width };
        let inner = |n: u16| if wide { n.saturating_sub(2) } else { n };
        let sheets = match self.tab {
            CaseTab::Summary => {
                let l = left(48);
                let mut all = vec![(l, summary::sheet(page, look, inner(l), wide))];
                if wide {
                    let rest = width - l;
                    all.push((rest, timeline::sheet(page, look, inner(rest), &[], false)));
                }
                all
            }
            CaseTab::Consent => {
                let l = left(80);
                vec![
                    (l, consent::sheet(page, look, inner(l), wide)),
                    (
                        width.saturating_sub(l),
                        consent::beside(page, look, inner(left(width.saturating_sub(80)))),
                    ),
                ]
            }
            CaseTab::Willingness => {
                let l = left(82);
                let chosen = self.chosen_party().map(|p| p.facts.id);
                vec![
                    (l, willingness::parties(page, look, inner(l), chosen, wide)),
                    (l, self.with_room(willingness::light(page, look, inner(l), wide), look)),
                    (
                        width.saturating_sub(l),
                        willingness::latest(page, look, inner(left(width.saturating_sub(82))), chosen, false),
                    ),
                ]
            }
            CaseTab::Dates => {
                let sheet = dates::sheet(page, look, inner(width), self.chosen_date());
                vec![(width, self.with_room(sheet, look))]
            }
            CaseTab::Timeline => {
                vec![(width, timeline::sheet(page, look, inner(width), &self.older, self.more))]
            }
        };
        (sheets, wide)
    }

    fn view_page(&self, page: &CasePage, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let (sheets, wide) = self.sheets(page, look, area.width);
        let draw = |buf: &mut Buffer, at: usize, area: Rect, framed: bool| {
            let scrolled = if at == self.focus { self.scrolled } else { 0 };
            sheets.get(at).map_or(Position::new(area.x, area.y), |(_, sheet)| {
                sheet.draw(buf, area, look, framed, at == self.focus, scrolled)
            })
        };
        if !wide {
            // The parties and the light share a page where there is room for both.
            if self.tab == CaseTab::Willingness && area.height >= 18 && self.focus < 2 {
                let light = sheets.get(1).map_or(0, |(_, s)| s.len() as u16);
                let rows = sheets.first().map_or(0, |(_, s)| s.len() as u16);
                let (upper, lower) = split_top(area, area.height.saturating_sub(light).min(rows));
                draw(buf, 1, lower, false);
                return draw(buf, 0, upper, false);
            }
            return draw(buf, self.focus.min(sheets.len().saturating_sub(1)), area, false);
        }
        if let [(l, _), (_, light), _] = sheets.as_slice() {
            let (left, right) = split_left(area, *l);
            let (upper, lower) = split_top(left, area.height.saturating_sub(light.len() as u16 + 2));
            let places = [draw(buf, 0, upper, true), draw(buf, 1, lower, true), draw(buf, 2, right, true)];
            return places.get(self.focus).copied().unwrap_or(places[0]);
        }
        let (left, right) = split_left(area, sheets.first().map_or(0, |(l, _)| *l));
        let first = draw(buf, 0, left, true);
        if sheets.len() < 2 {
            return first;
        }
        let second = draw(buf, 1, right, true);
        if self.focus == 1 { second } else { first }
    }

    fn tabs(&self, page: &CasePage, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        let theme = look.theme;
        if area.width < 60 {
            let at = CaseTab::ALL.iter().position(|t| *t == self.tab).unwrap_or(0) + 1;
            put(buf, area, 1, 0, &format!("[{}]  {at} of 5", self.tab.label()), theme.style(Role::Heading));
            return;
        }
        let gap = if area.width >= 80 { 3 } else { 1 };
        let mut x = 1;
        for tab in CaseTab::ALL {
            let here = tab == self.tab;
            let text = if here { format!("[{}]", tab.label()) } else { format!(" {} ", tab.label()) };
            let role = if here { Role::Heading } else { Role::Body };
            x += put(buf, area, x, 0, &text, theme.style(role)) + gap;
        }
        if area.width >= 100 && !words::hidden(page, look) {
            let school = sheet::commas(&[&page.head.school, &page.head.area]).replace(", ", " / ");
            let room = area.width.saturating_sub(x + 1);
            let text = fit(&school, usize::from(room));
            let at = area.width.saturating_sub(cells(&text) as u16 + 1);
            put(buf, area, at, 0, &text, theme.style(Role::Body));
        }
    }
}
