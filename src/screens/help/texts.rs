//! The texts of the help pages: what a place is, and "what if", a question and its answer on each line.

use crate::protocol::keys::Spot;

/// The text of a place: what it is, and its questions with their answers.
pub fn text(spot: Spot) -> (&'static str, Vec<(&'static str, &'static str)>) {
    let text = match spot {
        Spot::Anywhere => include_str!("../../../assets/help/everywhere.txt"),
        Spot::Field => include_str!("../../../assets/help/field.txt"),
        Spot::List => include_str!("../../../assets/help/list.txt"),
        Spot::Desk => include_str!("../../../assets/help/desk.txt"),
        Spot::Today => include_str!("../../../assets/help/today.txt"),
        Spot::Morning => include_str!("../../../assets/help/morning.txt"),
        Spot::Call => include_str!("../../../assets/help/call.txt"),
        Spot::ConsentQuestion => include_str!("../../../assets/help/consent_question.txt"),
        Spot::Notes => include_str!("../../../assets/help/notes.txt"),
        Spot::SayList => include_str!("../../../assets/help/say_list.txt"),
        Spot::Finish => include_str!("../../../assets/help/finish.txt"),
        Spot::FinishNoConsent => include_str!("../../../assets/help/finish_no_consent.txt"),
        Spot::Case => include_str!("../../../assets/help/case.txt"),
        Spot::CaseConsent => include_str!("../../../assets/help/case_consent.txt"),
        Spot::CaseWillingness => include_str!("../../../assets/help/case_willingness.txt"),
        Spot::CaseDates => include_str!("../../../assets/help/case_dates.txt"),
        Spot::TwoValues => include_str!("../../../assets/help/two_values.txt"),
        Spot::Link => include_str!("../../../assets/help/link.txt"),
        Spot::Enquiry => include_str!("../../../assets/help/enquiry.txt"),
        Spot::Calendar => include_str!("../../../assets/help/calendar.txt"),
        Spot::Book => include_str!("../../../assets/help/book.txt"),
        Spot::Mediators => include_str!("../../../assets/help/mediators.txt"),
        Spot::RowEditor => include_str!("../../../assets/help/row_editor.txt"),
        Spot::Ticks => include_str!("../../../assets/help/ticks.txt"),
        Spot::Find => include_str!("../../../assets/help/find.txt"),
        Spot::Question => include_str!("../../../assets/help/question.txt"),
        Spot::Outcome => include_str!("../../../assets/help/outcome.txt"),
        Spot::Settle => include_str!("../../../assets/help/settle.txt"),
        Spot::ByWhom => include_str!("../../../assets/help/by_whom.txt"),
        Spot::Menu => include_str!("../../../assets/help/menu.txt"),
        Spot::More => include_str!("../../../assets/help/more.txt"),
        Spot::Settings => include_str!("../../../assets/help/settings.txt"),
        Spot::ClosedDays => include_str!("../../../assets/help/closed_days.txt"),
        Spot::Words => include_str!("../../../assets/help/words.txt"),
        Spot::Help => include_str!("../../../assets/help/help.txt"),
        Spot::Safeguarding => include_str!("../../../assets/help/safeguarding.txt"),
        Spot::FirstRun => include_str!("../../../assets/help/first_run.txt"),
        Spot::Recovery => include_str!("../../../assets/help/recovery.txt"),
    };
    let (about, what_if) = text.split_once("WHAT IF").unwrap_or((text, ""));
    let questions = what_if
        .lines()
        .filter_map(|line| line.split_once('|'))
        .map(|(question, answer)| (question.trim(), answer.trim()))
        .collect();
    (about.trim(), questions)
}
