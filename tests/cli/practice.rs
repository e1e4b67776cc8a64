//! The twelve made-up families, as the shell reads them.

use serde_json::Value;

use super::{Shell, said};

fn case(shell: &Shell, reference: &str) -> Value {
    shell.run(&["case", reference, "--json"]).done().json()
}

fn rows(today: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    today["groups"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|group| {
            group["rows"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| (text(&group["group"]), text(&row["reference"])))
        })
        .collect()
}

#[test]
fn today_has_every_group_that_a_working_day_can_have() {
    let shell = Shell::with_practice();
    let today = shell.run(&["today", "--json"]).done().json();
    let rows = rows(&today);
    let has = |group: &str, reference: &str| {
        assert!(rows.contains(&(group.into(), reference.into())), "{group} {reference} in {rows:?}");
    };
    // A clock overdue, one ending, a booking in doubt, a withdrawn consent, a certificate.
    has("in doubt", "M-0388");
    for reference in ["M-0371", "M-0405", "M-0408", "M-0398"] {
        has("now", reference);
    }
    for reference in ["M-0401", "M-0409", "M-0412"] {
        has("chase", reference);
    }
    for reference in ["E-1179", "E-1186", "E-1187"] {
        has("waiting for consent", reference);
    }
    has("ready", "M-0407");
    assert!(rows.iter().any(|(group, _)| group == "not finished"), "{rows:?}");
    let lines = shell.run(&["today"]).done().out;
    assert!(lines.contains("M-0412 Kelechi A.: LA asked "), "{lines}");
    assert!(!lines.contains("Achebe"), "surnames are shortened: {lines}");
}

#[test]
fn the_meeting_of_the_day_is_among_the_dates() {
    let shell = Shell::with_practice();
    let theo = case(&shell, "376");
    assert_eq!(theo["dates"][0]["state"], "booked");
    let closed = mediation_line::domain::working_days::WorkingDays::england();
    let day = closed.next_working(super::today()).to_string();
    assert_eq!(theo["dates"][0]["day"], Value::String(day));
}

#[test]
fn every_state_of_a_case_is_there() {
    let shell = Shell::with_practice();
    for (reference, state, consent, date) in [
        ("M-0412", "open", "OK", None),
        ("M-0409", "open", "OK", Some("held")),
        ("M-0407", "open", "OK", Some("held")),
        ("M-0411", "open", "OK", Some("booked")),
        ("M-0388", "open", "OK", Some("in doubt")),
        ("M-0398", "open", "OK", Some("met")),
        ("M-0401", "open", "OK, to check with parent", None),
        ("M-0233", "closed", "OK", Some("met")),
    ] {
        let case = case(&shell, reference);
        assert_eq!(case["state"], state, "{reference}");
        assert_eq!(case["consent"]["standing"], consent, "{reference}");
        let first = &case["dates"][0]["state"];
        assert_eq!(first.as_str(), date, "{reference}");
    }
}

#[test]
fn a_case_shows_what_its_page_shows() {
    let shell = Shell::with_practice();
    let lines = shell.run(&["case", "m412"]).done().out;
    for line in [
        "Case: M-0412",
        "Consent: OK",
        "Light: not ready to book",
        "Missing: The LA has not said yes yet.",
        "Child: Kelechi Achebe",
        "Party: family, needed, Dawn Achebe, willing",
        "Party person: Dawn Achebe, mother, 07700 900142, after 3, not Wed",
        "Party: school, invited, Larkfield Primary, no answer yet",
    ] {
        assert!(lines.lines().any(|l| l == line), "{line} in {lines}");
    }
    assert!(
        lines.contains("Consent given: parent or carer, spoken, on their own call, recorded "),
        "{lines}"
    );
    assert!(lines.contains("A guide, not advice."), "{lines}");
    let happened: Vec<&str> = lines.lines().filter(|l| l.starts_with("Happened:")).collect();
    assert!(happened[0].contains("Message left for the other side"), "newest first: {happened:?}");
    assert_eq!(case(&shell, "412"), case(&shell, "M-0412"));
}

#[test]
fn without_consent_nothing_of_the_family_is_read_out() {
    let shell = Shell::with_practice();
    let shown = [&["case", "M-0408"][..], &["case", "M-0408", "--json"]];
    for words in shown {
        let said = shell.run(words).done().out;
        for word in ["Zara", "Noor", "Qureshi", "Larkfield", "07700", "solicitor", "Wyre Vale"] {
            assert!(!said.contains(word), "{word} in {said}");
        }
        assert!(said.contains("withdrawn"), "{said}");
    }
    assert!(case(&shell, "M-0408").get("parties").is_none());
}

#[test]
fn no_word_of_a_withdrawn_family_finds_it_but_its_number_does() {
    let shell = Shell::with_practice();
    for words in ["find Zara", "find Noor", "find Qureshi", "find solicitor", "find zara --json"] {
        let said = shell.run(&words.split_whitespace().collect::<Vec<_>>());
        assert!(!said.out.contains("M-0408") && !said.out.contains("withdrawn"), "{words}: {}", said.out);
    }
    for number in ["M-0408", "m408", "408"] {
        let said = shell.run(&["find", number]).done().out;
        assert!(said.contains("M-0408") && said.contains("withdrawn"), "{said}");
    }
}

#[test]
fn an_enquiry_shows_only_its_own_fields() {
    let shell = Shell::with_practice();
    let enquiry = case(&shell, "e1187");
    assert_eq!(enquiry["what"], "enquiry");
    assert_eq!(enquiry["name"], "Martin Oyelaran");
    assert_eq!(enquiry["next"], "caller rings back");
    assert!(enquiry.get("timeline").is_none() && enquiry.get("parties").is_none());
    // A bare number that no case has is an enquiry's.
    assert_eq!(case(&shell, "1187"), enquiry);
}

#[test]
fn a_calls_number_leads_to_its_case_and_an_open_call_says_nothing_of_a_family() {
    let shell = Shell::with_practice();
    let mut whats = Vec::new();
    for number in 2190..2209 {
        let shown = shell.run(&["case", &format!("C-{number}"), "--json"]).done().json();
        whats.push(shown["what"].as_str().unwrap().to_owned());
        if shown["what"] == "call" {
            let text = shown.to_string();
            assert!(!text.contains("Ellis") && !text.contains("Marsh"), "{text}");
        }
    }
    for (what, times) in [("case", 13), ("enquiry", 3), ("call", 3)] {
        assert_eq!(whats.iter().filter(|w| *w == what).count(), times, "{what}");
    }
}

#[test]
fn find_answers_by_name_phone_and_reference() {
    let shell = Shell::with_practice();
    let found = |text: &str| shell.run(&["find", text, "--json"]).done().json()["found"].clone();
    assert!(found("achebe").as_array().unwrap().len() >= 4);
    assert_eq!(found("900142")[0]["kind"], "person");
    assert_eq!(found("m412")[0]["reference"], "M-0412");
    assert_eq!(
        (&found("kelechee")[0]["reference"], &found("kelechee")[0]["alike"]),
        (&"M-0412".into(), &true.into())
    );
    assert!(found("oyela larkf").as_array().unwrap().iter().any(|f| f["reference"] == "E-1187"));
}

#[test]
fn the_practice_file_of_the_user_is_made_when_it_is_asked_for_and_stays() {
    let shell = Shell::new();
    let run = |words: &[&str]| said(&shell.command().args(words).output().unwrap());
    run(&["today", "--practice"]).done();
    let file = shell.folder().join("data/mediation-line/practice.sqlite");
    let before = std::fs::metadata(&file).unwrap().len();
    assert!(run(&["case", "412", "--practice"]).done().out.contains("Kelechi Achebe"));
    assert_eq!(std::fs::metadata(&file).unwrap().len(), before);
    assert!(run(&["practice"]).not_done(1).contains("exists already"));
    assert!(run(&["init", "--practice", "--staff", "x"]).not_done(2).contains("mediation-line practice"));
}

#[test]
fn the_families_can_be_made_on_any_day_of_any_year() {
    use crate::contract::lists::page_on;
    use mediation_line::domain::queue::Group;
    use mediation_line::store::{Store, practice, sqlite::Sqlite};
    let days =
        ["2026-01-01", "2026-02-28", "2026-05-31", "2026-10-25", "2026-12-27", "2027-12-31", "2028-02-29"];
    for day in days {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("practice.sqlite");
        let day: chrono::NaiveDate = day.parse().unwrap();
        let now = day.and_hms_opt(9, 30, 0).unwrap().and_utc().timestamp_millis();
        assert_eq!(practice::make(&path, "Priya Nair", day, now).unwrap(), 13, "{day}");
        let mut store = Store::new(Box::new(Sqlite::open(&path).unwrap()));
        let rows = page_on(&mut store, day).rows;
        for group in [Group::Now, Group::Chase, Group::WaitingForConsent, Group::Ready, Group::NotFinished] {
            assert!(rows.iter().any(|row| row.group == group), "{day} {group:?}");
        }
        // Nothing that has happened lies in the future.
        let case = store.case_numbered(413).unwrap().unwrap();
        assert!(store.timeline(case, None, 50).unwrap().iter().all(|line| line.at <= now), "{day}");
        let working = mediation_line::domain::working_days::WorkingDays::england().is_working(day);
        assert_eq!(rows.iter().any(|row| row.group == Group::Meetings), working, "{day}");
    }
}

/// All that can be read of a file, table by table.
fn content(path: &std::path::Path) -> Vec<String> {
    let connection = rusqlite::Connection::open(path).unwrap();
    let tables =
        ["cases", "calls", "consents", "details", "parties", "answers", "bookings", "attention", "history"];
    let mut all = Vec::new();
    for table in tables {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let row: Vec<String> = (0..columns).map(|at| format!("{:?}", row.get_ref(at).unwrap())).collect();
            all.push(format!("{table}: {}", row.join(" | ")));
        }
    }
    all
}

#[test]
fn a_caseload_is_the_same_for_the_same_seed_and_another_for_another() {
    use mediation_line::store::practice;
    let folder = tempfile::tempdir().unwrap();
    let day: chrono::NaiveDate = "2026-11-24".parse().unwrap();
    let now = day.and_hms_opt(18, 0, 0).unwrap().and_utc().timestamp_millis();
    let make = |name: &str, seed| {
        let path = folder.path().join(name);
        practice::make_many(&path, "Priya Nair", day, now, 600, seed).unwrap();
        content(&path)
    };
    let (one, again, other) = (make("a", 7), make("b", 7), make("c", 8));
    assert!(one == again, "the same seed made two caseloads");
    assert!(one != other, "two seeds made one caseload");
}

#[test]
fn a_caseload_of_any_size_stands_and_can_be_asked() {
    let shell = Shell::new();
    for cases in ["1", "30", "501"] {
        let file = shell.folder().join(cases);
        let file = file.to_str().unwrap();
        let made =
            shell.bare(&["practice", "--cases", cases, "--seed", "3", "--database", file, "--json"]).done();
        assert_eq!(made.json()["cases"].to_string(), cases);
        let last = shell.bare(&["case", cases, "--database", file, "--json"]).done().json();
        assert_eq!(last["state"], "open");
        shell.bare(&["today", "--database", file]).done();
    }
    let file = shell.folder().join("501");
    let connection = rusqlite::Connection::open(&file).unwrap();
    let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count("SELECT count(*) FROM cases WHERE state = 'open'"), 20);
    assert!(count("SELECT count(*) FROM bookings WHERE state = 'met'") > 150);
    assert_eq!(
        count("SELECT count(*) FROM bookings WHERE state = 'in doubt' AND day < date('now', '-3 day')"),
        0
    );
    assert_eq!(count("SELECT count(*) FROM cases WHERE number IS NULL"), 0);
    // A row says from when a more urgent one of its case hides it.
    let hidden = "COALESCE((SELECT min(b.show_from) FROM attention b WHERE b.case_id = a.case_id
        AND (b.grp < a.grp OR (b.grp = a.grp AND (b.due, b.id) < (a.due, a.id)))), '9999-12-31')";
    assert_eq!(count(&format!("SELECT count(*) FROM attention a WHERE hidden_from <> {hidden}")), 0);
    assert!(count("SELECT count(*) FROM attention WHERE hidden_from < '9999'") > 10);
    assert!(count("SELECT count(*) FROM attention WHERE hidden_from > '9999'") > 10);
    // A person is found by name, so the search words are there.
    let name: String = connection
        .query_row("SELECT d.typed FROM details d JOIN cases c ON c.id = d.case_id WHERE c.number = 200 AND field = 'child'", [], |row| row.get(0))
        .unwrap();
    let file = file.to_str().unwrap();
    let found = shell.bare(&["find", &name, "--database", file, "--json"]).done().json();
    assert!(found["found"].as_array().unwrap().iter().any(|f| f["reference"] == "M-0200"), "{name}: {found}");
}
