//! The window that shows the two values of a field, whose they are, and takes one key to choose. Where names are hidden
//! it is only whose they are.
//!
//! Mine is what this desk's person typed; where both are of others, the later one. What is not chosen stays in the
//! timeline.

use super::sheet::Sheet;
use super::{Asked, State};
use crate::domain::text::{cut, first_name};
use crate::protocol::action::Action;
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::screens::Look;
use crate::store::cases::{CasePage, CaseWrite};
use crate::store::clashes::Clash;
use crate::widgets::theme::Role;

/// The longest value that is shown, in characters.
const SHOWN: usize = 40;

/// The value in the field is this person's own, and the other one is not.
fn mine_stands(clash: &Clash, staff: &str) -> bool {
    clash.stands_by == staff && clash.staff != staff
}

impl State {
    /// Opens the window at the oldest field with two values.
    pub(super) fn choose_value(&mut self) -> Vec<Effect> {
        let clash = self.page.as_deref().and_then(|page| page.clashes.first()).map(|clash| clash.id);
        self.asked = clash.map(Asked::Values);
        Vec::new()
    }

    /// A key in the window; none where it chooses nothing.
    pub(super) fn chosen_value(&self, id: i64, action: &Action, context: &Context) -> Option<Vec<Effect>> {
        let mine = match action {
            Action::Mine => true,
            Action::Theirs => false,
            Action::Esc | Action::StepBack => {
                return Some(vec![Effect::Notice("Both values are kept. F9 chooses.".to_owned())]);
            }
            _ => return None,
        };
        let clash = self.page.as_deref()?.clashes.iter().find(|clash| clash.id == id)?;
        let taken = mine != mine_stands(clash, &context.staff);
        let said = format!("{}: as you chose. The other value is in the timeline.", clash.label);
        let write = CaseWrite::Settle { case: self.case, clash: id, taken };
        let mut effects = vec![Effect::Do(Intention::Case(write)), Effect::Notice(said)];
        effects.extend(self.errand.then_some(Effect::Close));
        Some(effects)
    }
}

/// The two values and their keys.
pub(super) fn sheet(page: &CasePage, id: i64, look: &Look<'_>, width: u16) -> Sheet {
    let mut sheet = Sheet::new("", width);
    let Some(clash) = page.clashes.iter().find(|clash| clash.id == id) else { return sheet };
    let context = look.context;
    let line = |key: char, text: &str, staff: &str, at: i64| {
        let who = match staff {
            "" => "somebody",
            staff if staff == context.staff => "you",
            staff => first_name(staff),
        };
        let value = if look.hide_names { "(hidden)".to_owned() } else { format!("'{}'", cut(text, SHOWN)) };
        format!("{key}  {value}   {who}, {}", context.clock(at))
    };
    let (first, second) = if mine_stands(clash, &context.staff) { ('m', 't') } else { ('t', 'm') };
    sheet.text(1, &format!("{}: it was typed twice. One key keeps one.", clash.label), Role::Body);
    sheet.text(1, &line(first, &clash.stands, &clash.stands_by, clash.stands_at), Role::Heading);
    sheet.text(1, &line(second, &clash.typed, &clash.staff, clash.at), Role::Heading);
    sheet.text(1, "Esc  decide later: both are kept", Role::Body);
    sheet
}
