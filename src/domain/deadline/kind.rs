//! Which periods there are: the word, the name, the start, the length and the source of each.
//!
//! One table, so that a clock is added in one place and its date, its arithmetic and its words cannot part. The
//! dates themselves are counted in [`super::known`].

use super::{
    APPEAL_MONTHS, CERTIFICATE_WORKING_DAYS, CONTACT_MONTHS, HEALTH_NOTICE_WORKING_DAYS, MEETING_DAYS,
    NOTICE_WORKING_DAYS, PRIVACY_MONTHS,
};

/// Which period a clock counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ClockKind {
    /// The family contacts the adviser.
    ContactAdviser,
    /// The same, counted from the day the letter was sent, where that is later than its date.
    ContactAdviserSent,
    /// The authority notifies the health bodies.
    HealthNotice,
    /// The meeting is held.
    Meeting,
    /// The meeting about health alone is held.
    HealthMeeting,
    /// The family is told date and place, the shorter reading.
    Notice,
    /// The family is told date and place, five working days left clear.
    NoticeClear,
    /// A certificate is issued after the family declined.
    CertificateAfterDecline,
    /// A certificate is issued after the mediation ended.
    CertificateAfterMeeting,
    /// A certificate is issued after the authority said that it cannot arrange a meeting in time.
    CertificateDeemed,
    /// An appeal reaches the Tribunal.
    Appeal,
    /// The same, counted from the day the letter was sent.
    AppealSent,
    /// The family is told that somebody else gave their details.
    PrivacyNotice,
    /// Agreed: an assessment; the family is told that it is made.
    AgreedAssess,
    /// Agreed: an assessment; a plan is refused after it.
    AgreedRefusal,
    /// Agreed: an assessment; the final plan after it.
    AgreedAssessPlan,
    /// Agreed: a plan is made; its draft.
    AgreedDraft,
    /// Agreed: a plan is made; the final plan.
    AgreedPlan,
    /// Agreed: the plan is amended.
    AgreedAmend,
    /// Agreed: the school named is changed.
    AgreedSchool,
    /// Agreed: the decision is considered again.
    AgreedReconsider,
    /// Agreed: anything that could not be appealed.
    AgreedOther,
    /// Agreed without the authority: the commissioner tells it.
    AgreedTellLa,
    /// The young person decides, from this day.
    YoungPersonFrom,
    /// The last day on which they are a young person.
    YoungPersonUntil,
    /// The record is looked at again.
    Retention,
}

/// The fact a period starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Start {
    /// The date on the decision letter.
    Letter,
    /// The day the letter was sent.
    Sent,
    /// The day the authority was informed.
    LaInformed,
    /// The day the health commissioner had the authority's notice.
    HealthNotice,
    /// The day the meeting is to be.
    Meeting,
    /// The day the family declined.
    Declined,
    /// The day the mediation ended.
    Ended,
    /// The day the authority said it cannot arrange one in time.
    Deemed,
    /// The day somebody else gave the family's details.
    Referral,
    /// The day of the agreement.
    Agreement,
    /// The birth date.
    Born,
    /// The day the case was closed.
    Closed,
}

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Calendar months, weekends and holidays included, and not moved.
    Months(u32),
    /// Calendar days, every one counted.
    Days(u64),
    /// Weeks of seven days, every one counted.
    Weeks(u64),
    /// Working days, the first day not counted; a negative number goes back.
    WorkingDays(i32),
    /// The later of the letter's and the certificate's months, moved as the Tribunal's rules say.
    Appeal(u32),
    /// The day after the last Friday in June that ends compulsory school age.
    SchoolAge,
    /// The day before the 25th birthday.
    Until25,
    /// The office's own years.
    Kept,
}

const LETTER: &str = "SEND Regulations 2014, regs 33 and 34(2)";
const APPEAL: &str = "Tribunal Procedure (HESC) Rules 2008, rules 12 and 20(1)(c)";
const AGREED: &str = "SEND Regulations 2014, regs 42 and 44(2)";
const AGE: &str = "Children and Families Act 2014, s.83(2); Education Act 1996, s.8";

impl ClockKind {
    /// All of them, in the order in which a case meets them.
    pub const ALL: [Self; 26] = [
        Self::ContactAdviser,
        Self::ContactAdviserSent,
        Self::HealthNotice,
        Self::Meeting,
        Self::HealthMeeting,
        Self::Notice,
        Self::NoticeClear,
        Self::CertificateAfterDecline,
        Self::CertificateAfterMeeting,
        Self::CertificateDeemed,
        Self::Appeal,
        Self::AppealSent,
        Self::PrivacyNotice,
        Self::AgreedAssess,
        Self::AgreedRefusal,
        Self::AgreedAssessPlan,
        Self::AgreedDraft,
        Self::AgreedPlan,
        Self::AgreedAmend,
        Self::AgreedSchool,
        Self::AgreedReconsider,
        Self::AgreedOther,
        Self::AgreedTellLa,
        Self::YoungPersonFrom,
        Self::YoungPersonUntil,
        Self::Retention,
    ];

    /// The word in the file and in data; it never changes.
    pub fn code(self) -> &'static str {
        match self {
            Self::ContactAdviser => "contact_adviser_by",
            Self::ContactAdviserSent => "contact_adviser_from_sent_by",
            Self::HealthNotice => "notify_health_by",
            Self::Meeting => "meet_by",
            Self::HealthMeeting => "meet_about_health_by",
            Self::Notice => "tell_date_by",
            Self::NoticeClear => "tell_date_cautious_by",
            Self::CertificateAfterDecline => "certificate_after_decline_by",
            Self::CertificateAfterMeeting => "certificate_after_meeting_by",
            Self::CertificateDeemed => "certificate_deemed_by",
            Self::Appeal => "appeal_by",
            Self::AppealSent => "appeal_from_sent_by",
            Self::PrivacyNotice => "privacy_notice_by",
            Self::AgreedAssess => "agreed_assessment_tell_family_by",
            Self::AgreedRefusal => "agreed_assessment_refuse_plan_by",
            Self::AgreedAssessPlan => "agreed_assessment_final_plan_by",
            Self::AgreedDraft => "agreed_plan_draft_by",
            Self::AgreedPlan => "agreed_plan_final_by",
            Self::AgreedAmend => "agreed_amend_by",
            Self::AgreedSchool => "agreed_school_by",
            Self::AgreedReconsider => "agreed_reconsider_by",
            Self::AgreedOther => "agreed_other_by",
            Self::AgreedTellLa => "agreed_tell_la_by",
            Self::YoungPersonFrom => "young_person_from",
            Self::YoungPersonUntil => "young_person_until",
            Self::Retention => "retention_review_by",
        }
    }

    /// Reads the word in the file.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What is to happen by then, in at most 32 characters.
    pub fn label(self) -> &'static str {
        match self {
            Self::ContactAdviser => "Family to contact us",
            Self::ContactAdviserSent => "Contact, from the day sent",
            Self::HealthNotice => "If health: LA tells the body",
            Self::Meeting => "Meet within 30 days",
            Self::HealthMeeting => "If health alone: meet by",
            Self::Notice => "Tell family the date, latest",
            Self::NoticeClear => "Tell family the date, safer",
            Self::CertificateAfterDecline => "Certificate, family declined",
            Self::CertificateAfterMeeting => "Certificate, mediation ended",
            Self::CertificateDeemed => "Certificate, LA out of time",
            Self::Appeal => "Appeal to reach the Tribunal",
            Self::AppealSent => "Appeal, from the day sent",
            Self::PrivacyNotice => "Say where details came from",
            Self::AgreedAssess => "Agreed: tell of assessment",
            Self::AgreedRefusal => "Agreed: or refuse a plan",
            Self::AgreedAssessPlan => "Agreed: plan, if one follows",
            Self::AgreedDraft => "Agreed: draft plan",
            Self::AgreedPlan => "Agreed: final plan",
            Self::AgreedAmend => "Agreed: amended plan",
            Self::AgreedSchool => "Agreed: school changed",
            Self::AgreedReconsider => "Agreed: decision reconsidered",
            Self::AgreedOther => "Agreed: anything else",
            Self::AgreedTellLa => "Agreed: commissioner tells LA",
            Self::YoungPersonFrom => "Young person decides from",
            Self::YoungPersonUntil => "Young person until",
            Self::Retention => "Look at the record again",
        }
    }

    /// The fact it starts from; an appeal has the certificate beside it.
    pub fn start(self) -> Start {
        match self {
            Self::ContactAdviser | Self::Appeal => Start::Letter,
            Self::ContactAdviserSent | Self::AppealSent => Start::Sent,
            Self::HealthNotice | Self::Meeting => Start::LaInformed,
            Self::HealthMeeting => Start::HealthNotice,
            Self::Notice | Self::NoticeClear => Start::Meeting,
            Self::CertificateAfterDecline => Start::Declined,
            Self::CertificateAfterMeeting => Start::Ended,
            Self::CertificateDeemed => Start::Deemed,
            Self::PrivacyNotice => Start::Referral,
            Self::YoungPersonFrom | Self::YoungPersonUntil => Start::Born,
            Self::Retention => Start::Closed,
            _ => Start::Agreement,
        }
    }

    /// How long it is.
    pub fn length(self) -> Length {
        match self {
            Self::ContactAdviser | Self::ContactAdviserSent => Length::Months(CONTACT_MONTHS),
            Self::HealthNotice => Length::WorkingDays(HEALTH_NOTICE_WORKING_DAYS),
            Self::Meeting | Self::HealthMeeting => Length::Days(MEETING_DAYS),
            Self::Notice => Length::WorkingDays(-NOTICE_WORKING_DAYS),
            Self::NoticeClear => Length::WorkingDays(-NOTICE_WORKING_DAYS - 1),
            Self::CertificateAfterDecline | Self::CertificateAfterMeeting | Self::CertificateDeemed => {
                Length::WorkingDays(CERTIFICATE_WORKING_DAYS)
            }
            Self::Appeal | Self::AppealSent => Length::Appeal(APPEAL_MONTHS),
            Self::PrivacyNotice => Length::Months(PRIVACY_MONTHS),
            // Regulation 44(2), as if the Tribunal had ordered it.
            Self::AgreedAssess | Self::AgreedSchool | Self::AgreedReconsider | Self::AgreedOther => {
                Length::Weeks(2)
            }
            Self::AgreedRefusal => Length::Weeks(10),
            Self::AgreedAssessPlan => Length::Weeks(14),
            Self::AgreedDraft | Self::AgreedAmend => Length::Weeks(5),
            Self::AgreedPlan => Length::Weeks(11),
            Self::AgreedTellLa => Length::Weeks(1),
            Self::YoungPersonFrom => Length::SchoolAge,
            Self::YoungPersonUntil => Length::Until25,
            Self::Retention => Length::Kept,
        }
    }

    /// The rule as a plain sentence that says it is a guide.
    pub fn rule(self) -> &'static str {
        match self {
            Self::ContactAdviser => {
                "Two months from the letter, weekends and holidays included. A guide, not advice."
            }
            Self::ContactAdviserSent => {
                "Two months from the day it was sent; the letter's own date is safer. A guide, not advice."
            }
            Self::HealthNotice => "Three working days for health matters. A guide, not advice.",
            Self::Meeting => {
                "30 days from when the authority was informed, every day counted. A guide, not advice."
            }
            Self::HealthMeeting => {
                "30 days from the commissioner's notice, every day counted. A guide, not advice."
            }
            Self::Notice => {
                "Five working days before the meeting, unless they agree to less. A guide, not advice."
            }
            Self::NoticeClear => "It leaves five whole working days before the meeting. A guide, not advice.",
            Self::CertificateAfterDecline | Self::CertificateAfterMeeting => {
                "Three working days, not counting the day itself. A guide, not advice."
            }
            Self::CertificateDeemed => {
                "Three working days from being told, whether or not they meet later. A guide, not advice."
            }
            Self::Appeal => {
                "Two months from the letter, or one month from the certificate if later. A guide, not advice."
            }
            Self::AppealSent => {
                "The same from the day it was sent; the letter's own date is safer. A guide, not advice."
            }
            Self::PrivacyNotice => {
                "At the first contact, within one month at the latest. A guide, not advice."
            }
            Self::AgreedTellLa => {
                "One week after an agreement the authority was no party to. A guide, not advice."
            }
            Self::AgreedOther => "Two weeks, unless they agreed other times in writing. A guide, not advice.",
            Self::YoungPersonFrom => {
                "The day after the last Friday in June that ends school age. A guide, not advice."
            }
            Self::YoungPersonUntil => "Until the day before the 25th birthday. A guide, not advice.",
            Self::Retention => {
                "Some years after closing, as the office has set; nothing leaves by itself. A guide, not advice."
            }
            _ => "As if ordered, unless they agreed other times in writing. A guide, not advice.",
        }
    }

    /// The source, in law or in the service's own rules.
    pub fn source(self) -> &'static str {
        match self {
            Self::ContactAdviser | Self::ContactAdviserSent => LETTER,
            Self::HealthNotice => "SEND Regulations 2014, reg 35(2)",
            Self::Meeting => "SEND Regulations 2014, regs 35(4) and 36(2)",
            Self::HealthMeeting => "SEND Regulations 2014, reg 35(3)",
            Self::Notice | Self::NoticeClear => "SEND Regulations 2014, reg 37(2)",
            Self::CertificateAfterDecline => "SEND Regulations 2014, reg 34(1)",
            Self::CertificateAfterMeeting => "SEND Regulations 2014, reg 39(1)",
            Self::CertificateDeemed => "SEND Regulations 2014, reg 39(2) and (3)",
            Self::Appeal | Self::AppealSent => APPEAL,
            Self::PrivacyNotice => "UK GDPR, art 14(3)",
            Self::YoungPersonFrom | Self::YoungPersonUntil => AGE,
            Self::Retention => "UK GDPR, art 5(1)(e); the office's own setting",
            _ => AGREED,
        }
    }
}

impl Start {
    /// What happened on that day, to go on "Wed 2 Dec 2026:".
    pub fn happened(self) -> &'static str {
        match self {
            Self::Letter => "the date on the decision letter",
            Self::Sent => "the letter was sent",
            Self::LaInformed => "the authority was informed",
            Self::HealthNotice => "the commissioner had the notice",
            Self::Meeting => "the meeting",
            Self::Declined => "the family declined",
            Self::Ended => "the mediation ended",
            Self::Deemed => "the authority said that it cannot",
            Self::Referral => "somebody else gave the details",
            Self::Agreement => "the agreement",
            Self::Born => "the birth date",
            Self::Closed => "the case was closed",
        }
    }

    /// What a clock without a start waits for.
    pub fn waits_for(self) -> &'static str {
        match self {
            Self::Letter => "waits for the date on the letter",
            Self::Sent => "waits for the day the letter was sent",
            Self::LaInformed => "starts when the LA is told",
            Self::HealthNotice => "starts when the commissioner is told",
            Self::Meeting => "waits for the day of the meeting",
            Self::Declined => "starts if the family declines",
            Self::Ended => "starts when the mediation ends",
            Self::Deemed => "starts if the LA says it cannot",
            Self::Referral => "starts if somebody else refers",
            Self::Agreement => "starts with an agreement",
            Self::Born => "waits for the birth date",
            Self::Closed => "starts when the case is closed",
        }
    }
}
