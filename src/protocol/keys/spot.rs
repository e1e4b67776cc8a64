//! The places where keys have a meaning, and whose rows hold at each.
//!
//! A place knows its name on the screen and in the README, and nothing of what its keys do.

/// A place where keys have a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Spot {
    /// Everywhere.
    Anywhere,
    /// Where text is typed.
    Field,
    /// Where rows are chosen.
    List,
    /// My desk.
    Desk,
    /// Today.
    Today,
    /// The morning page.
    Morning,
    /// The call page.
    Call,
    /// The consent question of a call.
    ConsentQuestion,
    /// Notes, or Scratch.
    Notes,
    /// The list of SAY lines.
    SayList,
    /// Finish.
    Finish,
    /// Finish without consent.
    FinishNoConsent,
    /// Any page of a case.
    Case,
    /// Its consent page.
    CaseConsent,
    /// Its willingness page.
    CaseWillingness,
    /// Its dates page.
    CaseDates,
    /// Two cases, to be linked or not.
    Link,
    /// An enquiry.
    Enquiry,
    /// The calendar.
    Calendar,
    /// The book window.
    Book,
    /// Mediators.
    Mediators,
    /// A window of one or a few lines.
    RowEditor,
    /// Ticks for when a meeting suits.
    Ticks,
    /// Find.
    Find,
    /// A question with its answers as keys.
    Question,
    /// What came of a meeting.
    Outcome,
    /// On whose account.
    ByWhom,
    /// A question of yes or no.
    Settle,
    /// A field with two values.
    TwoValues,
    /// The menu strip.
    Menu,
    /// More pages.
    More,
    /// Settings.
    Settings,
    /// The office's own closed days.
    ClosedDays,
    /// A text of several lines of the office's own.
    Words,
    /// Help.
    Help,
    /// The safeguarding card.
    Safeguarding,
    /// First run.
    FirstRun,
    /// Recovery.
    Recovery,
}

impl Spot {
    /// All places that have rows of their own.
    pub const ALL: [Self; 38] = [
        Self::Anywhere,
        Self::Field,
        Self::List,
        Self::Desk,
        Self::Today,
        Self::Morning,
        Self::Call,
        Self::ConsentQuestion,
        Self::Notes,
        Self::SayList,
        Self::Finish,
        Self::FinishNoConsent,
        Self::Case,
        Self::CaseConsent,
        Self::CaseWillingness,
        Self::CaseDates,
        Self::Link,
        Self::Enquiry,
        Self::Calendar,
        Self::Book,
        Self::Mediators,
        Self::RowEditor,
        Self::Ticks,
        Self::Find,
        Self::Question,
        Self::TwoValues,
        Self::Outcome,
        Self::ByWhom,
        Self::Settle,
        Self::Menu,
        Self::More,
        Self::Settings,
        Self::ClosedDays,
        Self::Words,
        Self::Help,
        Self::Safeguarding,
        Self::FirstRun,
        Self::Recovery,
    ];

    /// The name on the screen and in the README.
    pub fn name(self) -> &'static str {
        match self {
            Self::Anywhere => "Everywhere",
            Self::Field => "In a field",
            Self::List => "On a list",
            Self::Desk => "My desk",
            Self::Today => "Today",
            Self::Morning => "The morning page",
            Self::Call => "The call",
            Self::ConsentQuestion => "The consent question",
            Self::Notes => "Notes",
            Self::SayList => "The SAY lines",
            Self::Finish => "Finish",
            Self::FinishNoConsent => "Finish without consent",
            Self::Case => "A case",
            Self::CaseConsent => "A case: Consent",
            Self::CaseWillingness => "A case: Willingness",
            Self::CaseDates => "A case: Dates",
            Self::Link => "Two cases",
            Self::Enquiry => "An enquiry",
            Self::Calendar => "The calendar",
            Self::Book => "Book",
            Self::Mediators => "Mediators",
            Self::RowEditor => "A small window",
            Self::Ticks => "When it suits",
            Self::Find => "Find",
            Self::Question => "A question",
            Self::TwoValues => "Two values",
            Self::Outcome => "What came of a meeting",
            Self::ByWhom => "On whose account",
            Self::Settle => "Yes or no",
            Self::Menu => "The menu strip",
            Self::More => "More",
            Self::Settings => "Settings",
            Self::ClosedDays => "Closed days",
            Self::Words => "Words of the office",
            Self::Help => "Help",
            Self::Safeguarding => "A child at risk",
            Self::FirstRun => "First run",
            Self::Recovery => "Recovery",
        }
    }

    /// Whose rows hold here, nearest first.
    pub fn chain(self) -> &'static [Self] {
        use Spot::{
            Anywhere, Book, ByWhom, Calendar, Call, Case, CaseConsent, CaseDates, CaseWillingness,
            ClosedDays, ConsentQuestion, Desk, Enquiry, Field, Find, Finish, FinishNoConsent, FirstRun, Help,
            Link, List, Mediators, Menu, More, Morning, Notes, Outcome, Question, Recovery, RowEditor,
            Safeguarding, SayList, Settings, Settle, Ticks, Today, TwoValues, Words,
        };
        match self {
            Anywhere => &[Anywhere],
            Field => &[Field, Anywhere],
            List => &[List, Anywhere],
            Desk => &[Desk, List, Anywhere],
            Today => &[Today, List, Anywhere],
            Morning => &[Morning, List, Anywhere],
            Call => &[Call, Field, Anywhere],
            ConsentQuestion => &[ConsentQuestion, Call, Field, Anywhere],
            Notes => &[Notes, Call, Field, Anywhere],
            SayList => &[SayList, List, Anywhere],
            Finish => &[Finish, Field, Anywhere],
            FinishNoConsent => &[FinishNoConsent, Field, Anywhere],
            Case => &[Case, List, Anywhere],
            CaseConsent => &[CaseConsent, Case, List, Anywhere],
            CaseWillingness => &[CaseWillingness, Case, List, Anywhere],
            CaseDates => &[CaseDates, Case, List, Anywhere],
            Link => &[Link, List, Anywhere],
            Enquiry => &[Enquiry, List, Anywhere],
            Calendar => &[Calendar, List, Anywhere],
            Book => &[Book, List, Anywhere],
            Mediators => &[Mediators, List, Anywhere],
            RowEditor => &[RowEditor, Field, Anywhere],
            Ticks => &[Ticks, List, Anywhere],
            Find => &[Find, Field, Anywhere],
            TwoValues => &[TwoValues, List, Anywhere],
            Question => &[Question, List, Anywhere],
            Outcome => &[Outcome, List, Anywhere],
            ByWhom => &[ByWhom, List, Anywhere],
            Settle => &[Settle, List, Anywhere],
            Menu => &[Menu, Anywhere],
            More => &[More, List, Anywhere],
            Settings => &[Settings, List, Anywhere],
            ClosedDays => &[ClosedDays, List, Anywhere],
            Words => &[Words, Field, Anywhere],
            Help => &[Help, List, Anywhere],
            Safeguarding => &[Safeguarding, List, Anywhere],
            FirstRun => &[FirstRun, Field, Anywhere],
            Recovery => &[Recovery, List, Anywhere],
        }
    }
}
