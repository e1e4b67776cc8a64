//! What is written from the lines of a small window.
//!
//! Saving gives intentions and the one sentence for the hint line, or says which line still wants something;
//! then the window stays open at that line and nothing typed is lost.

use super::after;
use super::clocks::la_told;
use super::editor::{Editor, Purpose};
use super::forms::{last_giver, party};
use super::readings::{
    DETAILS, how_line, place_of, read_answer, read_by, read_checked, read_how, read_kind, reading,
};
use super::words::light_words;
use crate::domain::consent::{
    ConsentAct, ConsentGap, ToldConsent, complete, is_young_person, names_a_giver, read_agreed, read_giver,
};
use crate::domain::contact::Safety;
use crate::domain::field::Part;
use crate::domain::reference::{RefKind, read_reference};
use crate::domain::text::Private;
use crate::domain::typed_day::{Direction, read_day, short_day};
use crate::domain::willingness::{Answer, Needed, Side, after_a_no, light};
use crate::domain::young_person::standing;
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::store::calendar::{CalendarWrite, CalledOffBy};
use crate::store::cases::{CasePage, CaseWrite};
use crate::store::parties::{Contact, NewParty, PartyWrite, is_heard};

/// What is written, and the sentence for the hint line; or what is still wanted, and in which line.
pub(super) type Saved = Result<(Vec<Intention>, String), (String, usize)>;

/// Writes from the lines of a window.
pub(super) fn save(editor: &Editor, page: &CasePage, context: &Context) -> Saved {
    let case = page.head.id;
    match editor.purpose {
        Purpose::Answer(id, what) => save_answer(editor, page, context, id, what),
        Purpose::AddConsent => another_consent(editor, page, context),
        Purpose::CheckConsent => {
            let giver = read_giver(&editor.text(1)).unwrap_or_else(|| last_giver(page));
            let words = editor.text(2);
            match read_checked(&editor.text(0)).as_deref() {
                // A yes is heard from somebody who can agree, as a consent is; a no locks the case whoever says it.
                Some("yes") if editor.changed(1) && !names_a_giver(&giver) => {
                    let words = "Who said so is not read: m mother, f father, b both, c carer, y young.";
                    Err((words.to_owned(), 1))
                }
                Some("yes") => {
                    let write = checked(page, context, ConsentAct::Checked, giver, words);
                    let said = if page.decides_alone(context.today()) {
                        "He or she was asked: consent is confirmed."
                    } else {
                        "Checked with the parent: consent is confirmed."
                    };
                    Ok((vec![write], said.to_owned()))
                }
                Some("never agreed") => {
                    let write = checked(page, context, ConsentAct::Denied, giver, words);
                    let said = "They never agreed. The case is locked; r removes the family's details.";
                    Ok((vec![write], said.to_owned()))
                }
                _ => Err(("y they agree, or n they never agreed: one of the two is wanted.".to_owned(), 0)),
            }
        }
        Purpose::CallOff(booking) => {
            let (who, by) = read_by(&editor.text(0)).unwrap_or(("the office", CalledOffBy::Office));
            let write = CalendarWrite::CallOff { booking, words: editor.text(1), by };
            let said = if page.facts.consent.in_force() {
                format!("Called off by {who}. Its time is free; whom to tell is on Dates.")
            } else {
                // Nothing can be promised about a locked case: who is rung has to be said now.
                "Called off, without the words. Ring the mediator and the other side now.".to_owned()
            };
            Ok((vec![Intention::Calendar(write)], said))
        }
        Purpose::WithdrawWords | Purpose::Link => Ok((Vec::new(), String::new())),
        Purpose::After(window) => after::forms::save(window, editor, page, context),
        Purpose::Erase => {
            let number = page.head.reference.map(|r| r.number);
            let words = editor.text(0);
            let typed = read_reference(&words);
            match typed {
                // An earlier version could leave a case without a number after a call about a withdrawn one.
                _ if number.is_none() && words.trim().eq_ignore_ascii_case("remove") => Ok((
                    vec![Intention::Case(CaseWrite::Erase { case })],
                    "The family's details are being removed.".to_owned(),
                )),
                _ if number.is_none() => {
                    Err(("Type \"remove\" to remove them. Nothing was removed.".to_owned(), 0))
                }
                Some((None | Some(RefKind::Case), n)) if Some(n) == number => {
                    let ring = after::ring_now(page, "Being removed.", context.today());
                    let said = "The family's details are being removed. The number is kept for counting.";
                    let erase = Intention::Case(CaseWrite::Erase { case });
                    Ok((vec![erase], ring.unwrap_or_else(|| said.to_owned())))
                }
                _ => Err(("That is not this case's number. Nothing was removed.".to_owned(), 0)),
            }
        }
        Purpose::AddParty => {
            let kind = read_kind(&editor.text(0));
            let (side, needed) = place_of(kind, page);
            let new = NewParty {
                id: context.id(),
                kind,
                side,
                needed,
                contact: Contact {
                    name: editor.text(1),
                    person: editor.text(2),
                    phone: editor.text(3),
                    ..Contact::default()
                },
                chase: (needed == Needed::Needed && side == Side::OtherSide)
                    .then(|| page.office.next_working(context.today())),
            };
            let said = format!("{} added: {}.", kind.short(), needed.code());
            Ok((vec![Intention::Party(PartyWrite::Add { case, party: new })], said))
        }
        Purpose::Contact(id) => {
            let (mut known, mut contact) = (Contact::default(), Contact::default());
            for (line, part) in Part::ALL.into_iter().enumerate() {
                known.put(part, editor.before(line));
                contact.put(part, editor.text(line));
                if !editor.changed(line) {
                    known.put(part, editor.text(line));
                }
            }
            let (known, contact) = (Box::new(known), Box::new(contact));
            // What forbids ringing is heard where it was typed now, as in a call; without a number it marks none yet.
            let typed = |part| if is_heard(part, &known, &contact) { &**contact.part(part) } else { "" };
            let heard = Safety::heard(typed(Part::Phone), typed(Part::BestTime));
            let said = match heard.filter(|_| !contact.phone.trim().is_empty()) {
                Some(heard) if heard.may_not_ring() => {
                    "Changed. Read as: NOT SAFE TO RING. r says otherwise."
                }
                Some(_) => "Changed. Read as: NO MESSAGES. r says otherwise.",
                None => "Contact details are changed.",
            };
            let write = PartyWrite::Contact { case, party: id, known, contact };
            Ok((vec![Intention::Party(write)], said.to_owned()))
        }
        Purpose::Note => {
            let body = editor.text(0);
            if body.is_empty() {
                return Err(("Nothing is typed yet. Esc closes.".to_owned(), 0));
            }
            let write = CaseWrite::Note { case, note: context.id(), body };
            Ok((vec![Intention::Case(write)], "The note is in the timeline.".to_owned()))
        }
        Purpose::Details => {
            let details: Vec<_> = DETAILS
                .iter()
                .enumerate()
                .filter(|(at, _)| editor.changed(*at))
                .map(|(at, detail)| {
                    let typed = editor.text(at);
                    let read = reading(*detail, &typed, context.today(), &page.office);
                    (*detail, typed, read)
                })
                .collect();
            let known = DETAILS
                .iter()
                .enumerate()
                .filter(|(at, _)| editor.changed(*at))
                .map(|(at, detail)| (*detail, editor.before(at)))
                .collect();
            let told = la_told(editor, page, context.today());
            if editor.changed(DETAILS.len()) && told.is_none() {
                return Err((
                    "One day is wanted, today or before: 19/11, yesterday.".to_owned(),
                    DETAILS.len(),
                ));
            }
            let said = match details.len() + usize::from(told.is_some()) {
                0 => return Ok((Vec::new(), "Nothing was changed.".to_owned())),
                1 => "One detail is changed.".to_owned(),
                n => format!("{n} details are changed."),
            };
            let mut writes = Vec::new();
            if !details.is_empty() {
                writes.push(Intention::Case(CaseWrite::Details { case, details, known }));
            }
            writes.extend(told.map(|day| Intention::Case(CaseWrite::LaInformed { case, day })));
            Ok((writes, said))
        }
    }
}

/// The consent is asked as strictly as in a call, by the same rules: who, when and how.
fn another_consent(editor: &Editor, page: &CasePage, context: &Context) -> Saved {
    let [who, when, how, limits, not_covered] = [0, 1, 2, 3, 4].map(|line| editor.text(line));
    let read = read_agreed(&when, context.today(), &page.office);
    let told = ToldConsent { who, when: when.0, how, caller: Private::default() };
    let too_young = is_young_person(&told.who) && standing(&page.known.born, context.today()).needs_parent();
    let given = complete(&told, &read, context.today(), page.withdrawn());
    let given = if too_young { Err(ConsentGap::TooYoung) } else { given };
    let given = given.map_err(|gap| {
        let (words, line) = match gap {
            ConsentGap::Who => ("Who agreed is not read: m mother, f father, b both, c carer, y young.", 0),
            ConsentGap::When => ("When is not read: t today, y yesterday, 12 nov, \"last week\".", 1),
            ConsentGap::AfterTheCall => {
                ("That is after today: they agree once it has come. Last year? Type the year.", 1)
            }
            ConsentGap::BeforeTheWithdrawal => {
                ("They withdrew after that. A yes of the day they withdrew, or since, counts.", 1)
            }
            ConsentGap::LongAgo => ("More than a year ago: not yet. Agreed since? Type that day.", 1),
            ConsentGap::TooYoung => ("At this age a parent or carer decides. m, f, b or c: who agreed?", 0),
            ConsentGap::How => ("How is not read: s spoken, w in writing, e e-mail.", 2),
            ConsentGap::OtherDay => ("How tells of another day than When. s, w or e, or mend the day.", 2),
        };
        (words.to_owned(), line)
    })?;
    let said = match &*given.giver {
        who if super::consent::who(who, true) == who => format!("Consent of {who} is recorded."),
        _ => "The consent is recorded.".to_owned(),
    };
    // A day that was left as it stood says nothing new of a consent to which only a limit is added.
    let day = editor.changed(1).then_some((given.given, given.given_to));
    let write = CaseWrite::Consent {
        case: page.head.id,
        record: context.id(),
        act: ConsentAct::Given,
        giver: given.giver,
        given: day,
        how: given.how,
        limits,
        not_covered,
        words: Private::default(),
    };
    Ok((vec![Intention::Case(write)], said))
}

fn checked(page: &CasePage, context: &Context, act: ConsentAct, giver: String, words: Private) -> Intention {
    Intention::Case(CaseWrite::Consent {
        case: page.head.id,
        record: context.id(),
        act,
        giver: giver.into(),
        given: None,
        how: "spoken".into(),
        limits: Private::default(),
        not_covered: Private::default(),
        words,
    })
}

/// The withdrawal, said a second time.
pub(super) fn withdrawal(page: &CasePage, context: &Context, words: &Private) -> Intention {
    Intention::Case(CaseWrite::Consent {
        case: page.head.id,
        record: context.id(),
        act: ConsentAct::Withdrawn,
        giver: last_giver(page).into(),
        given: None,
        how: "spoken".into(),
        limits: Private::default(),
        not_covered: Private::default(),
        words: words.clone(),
    })
}

fn save_answer(editor: &Editor, page: &CasePage, context: &Context, id: i64, what: Option<Answer>) -> Saved {
    let Some(found) = party(page, id) else {
        return Err(("That party is not there any more.".to_owned(), 0));
    };
    // With the answer still to choose, the lines stand one lower.
    let shift = usize::from(what.is_none());
    let Some(what) = what.or_else(|| read_answer(&editor.text(0))) else {
        return Err(("y, n, c, l, a or x: one of them is wanted.".to_owned(), 0));
    };
    let attempt = !what.is_an_answer();
    let asked_how = attempt && shift == 0;
    let how = if asked_how { read_how(&editor.text(how_line(what))) } else { "phone".to_owned() };
    let chase = asked_how
        .then(|| read_day(&editor.text(2), context.today(), Direction::Forward, &page.office).earliest())
        .flatten()
        .filter(|day| *day >= context.today());
    let person = if asked_how { Private::default() } else { editor.text(1 + shift) };
    let words = editor.text(if asked_how { 1 - how_line(what) } else { shift });
    let write = PartyWrite::Answer {
        case: page.head.id,
        party: id,
        answer: context.id(),
        what,
        person,
        words,
        how: how.clone(),
        chase,
    };
    let kind = found.facts.standing.kind;
    let said = if attempt {
        let facts = &found.facts;
        let chases = facts.chases + i64::from(facts.asked.is_some());
        let rung = page.ladder.next(chases, what, &how);
        let next = chase.or_else(|| rung.map(|rung| page.office.add(context.today(), rung.days)));
        let next = next.map(|day| format!(" Next chase {}.", short_day(day))).unwrap_or_default();
        format!("{}: {}.{next}", kind.short(), what.word())
    } else if what.is_willing() {
        let mut standings: Vec<_> = page.facts.parties.iter().map(|p| p.standing).collect();
        for (facts, standing) in page.facts.parties.iter().zip(&mut standings) {
            if facts.id == id {
                standing.answer = Some(what);
            }
        }
        let light = light(page.facts.consent, &standings);
        // Said on Today too, where F9 is another row's.
        let number = page.head.reference.map(|r| format!("{r} is ")).unwrap_or_default();
        let ready = format!("{number}READY TO BOOK.");
        let then = if light.is_empty() { ready } else { light_words(&light) };
        format!("{}: {}. {then}", kind.short(), what.word())
    } else {
        format!("{}: {}. {}", kind.short(), what.word(), after_a_no(kind, page.facts.route))
    };
    Ok((vec![Intention::Party(write)], said))
}
