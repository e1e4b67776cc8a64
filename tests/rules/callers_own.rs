//! What of the words of a caller in their work is plainly their own.

use mediation_line::domain::callers_own::{left_out, without_consent};
use mediation_line::domain::detail::Detail;

#[track_caller]
fn are(detail: Detail, rows: &[(&str, &str, &str)]) {
    for (typed, kept, waits) in rows {
        assert_eq!((&*without_consent(detail, typed), &*left_out(detail, typed)), (*kept, *waits), "{typed}");
    }
}

#[test]
fn callers_own_1_beside_a_number_stands_what_is_of_it() {
    are(
        Detail::Phone,
        &[
            ("01632 960118 ext. 4", "01632 960118 ext. 4", ""),
            ("+44 1632 960118 x204, do not ring before 9", "+44 1632 960118 x204, do not ring before 9", ""),
            ("mum is 01632 960777", "", "mum is 01632 960777"),
            ("01632 960118 (ask for Zeb), not safe", "01632 960118, not safe", "ask for Zeb"),
            ("020 7946 0156 ask for Zeb", "020 7946 0156", "ask for Zeb"),
            ("01632 960118 Ask for Zeb's mum", "01632 960118", "Ask for Zeb's mum"),
            ("01632 960118 ASK for Zeb", "01632 960118", "ASK for Zeb"),
            ("01632 960118, home 01632 960777", "01632 960118", "home 01632 960777"),
            ("01632 960118 or ask for Zeb", "01632 960118", "or ask for Zeb"),
            ("01632 960118 do not ask for Zeb", "01632 960118", "do not ask for Zeb"),
        ],
    );
}

#[test]
fn callers_own_2_an_email_is_one_address() {
    are(
        Detail::Email,
        &[
            ("a.b@c.example", "a.b@c.example", ""),
            ("", "", ""),
            ("for zebedee y4", "", "for zebedee y4"),
            ("mum is m@c.example", "", "mum is m@c.example"),
            ("a@b@c", "", "a@b@c"),
        ],
    );
}

#[test]
fn callers_own_3_a_name_ends_where_it_says_whom_it_is_about() {
    let rows = [
        ("Larkfield Primary, SENCO", "Larkfield Primary, SENCO", ""),
        ("Council for Disabled Children", "Council for Disabled Children", ""),
        ("Parent Carer Forum", "Parent Carer Forum", ""),
        ("re petra quill", "", "re petra quill"),
        ("Ealing SEN team, about Petra", "Ealing SEN team", "about Petra"),
        ("SEN officer for Zebedee", "SEN officer", "for Zebedee"),
        ("lead officer for Ealing, SEND", "lead officer for Ealing, SEND", ""),
        ("Ann Lee for Zebedee", "Ann Lee", "for Zebedee"),
        ("Tom Ellis, mum of Petra", "Tom Ellis", "mum of Petra"),
        ("Petra Quill's mum", "", "Petra Quill's mum"),
        ("Tom Ellis pupil Petra Quill", "Tom Ellis", "pupil Petra Quill"),
        ("Tom Ellis, child Petra", "Tom Ellis", "child Petra"),
        ("Tom Ellis class teacher of Petra", "Tom Ellis class", "teacher of Petra"),
        ("Tom Ellis, caseworker of Petra", "Tom Ellis", "caseworker of Petra"),
        ("Tom Ellis, teaches Petra", "Tom Ellis", "teaches Petra"),
        ("Tom Ellis, Petra's teacher", "", "Tom Ellis, Petra's teacher"),
        ("Petra\u{2019}s TA Tom Ellis", "", "Petra\u{2019}s TA Tom Ellis"),
        ("Tom Ellis 14.2.17", "Tom Ellis", "14.2.17"),
        ("Harbour SENDIASS, client Petra, dob 14/2/2017", "Harbour SENDIASS", "client Petra, dob 14/2/2017"),
        ("Tom Ellis, teacher of the deaf", "Tom Ellis, teacher of the deaf", ""),
        ("Tom Ellis, St Mary's SENCO", "Tom Ellis, St Mary's SENCO", ""),
        ("Child and Family Service", "Child and Family Service", ""),
        ("Northmere Pupil Referral Unit", "Northmere Pupil Referral Unit", ""),
        ("Anna Child", "Anna Child", ""),
        ("SENCO/pupil Petra", "SENCO", "pupil Petra"),
        ("SENCO/Petra's form tutor", "", "SENCO/Petra's form tutor"),
        ("St Marys/Petra's TA", "", "St Marys/Petra's TA"),
        ("St Marys: Petra's TA", "", "St Marys: Petra's TA"),
        ("Petra/child", "", "Petra/child"),
        ("Mrs Hodge, Petra Quill Y4", "Mrs Hodge", "Petra Quill Y4"),
        ("Mrs Hodge, Petra Quill dob 14/2/17", "Mrs Hodge", "Petra Quill dob 14/2/17"),
        ("Mrs Hodge SENCO, Petra Quill 7yrs", "Mrs Hodge SENCO", "Petra Quill 7yrs"),
        ("Mrs Hodge, Petra aged 7", "Mrs Hodge", "Petra aged 7"),
        ("Larkfield, Petra Quill mum", "Larkfield", "Petra Quill mum"),
        ("Mrs Hodge, SENCO 14.2.17", "Mrs Hodge, SENCO", "14.2.17"),
        ("Mrs Hodge, Petra Quill, yr 4", "Mrs Hodge", "Petra Quill, yr 4"),
        ("Mrs Hodge (Petra Quill, LAC)", "Mrs Hodge", "Petra Quill, LAC)"),
        ("Mrs Hodge, the Quill family", "Mrs Hodge", "the Quill family"),
        ("Mrs Hodge, young person Petra", "Mrs Hodge", "young person Petra"),
        ("Mrs Hodge (mum Petra Quill)", "Mrs Hodge", "mum Petra Quill)"),
        ("Larkfield Primary, his mum is Petra", "Larkfield Primary", "his mum is Petra"),
        ("Mrs Hodge 1:1 to Petra", "Mrs Hodge 1:1", "to Petra"),
        ("Mrs Hodge with Petra", "Mrs Hodge", "with Petra"),
        ("Hodge, boy called Petra", "Hodge", "boy called Petra"),
        ("Larkfield Primary, Y4", "Larkfield Primary, Y4", ""),
        ("Mrs Hodge, head of Year 4", "Mrs Hodge, head of Year 4", ""),
        ("Parent Partnership officer", "Parent Partnership officer", ""),
        ("Jo Halbrook, parent governor", "Jo Halbrook, parent governor", ""),
        ("Early Help, Child and Family", "Early Help, Child and Family", ""),
        ("Works with deaf children", "Works with deaf children", ""),
        ("Jo Halbrook, teacher/SENCO of Petra", "Jo Halbrook, teacher", "SENCO of Petra"),
        ("Larkfield Primary SENCO re:Petra", "Larkfield Primary SENCO", "re:Petra"),
        ("SENCO child/Petra", "SENCO", "child/Petra"),
        ("Jo Halbrook, pupils Petra and Zeb", "Jo Halbrook", "pupils Petra and Zeb"),
        ("Jo Halbrook, pupils (Petra and Zeb)", "Jo Halbrook", "pupils (Petra and Zeb)"),
        ("Jo Halbrook, twins - Petra and Zeb", "Jo Halbrook", "twins - Petra and Zeb"),
        ("SENCO, students/Petra and Zeb", "SENCO", "students/Petra and Zeb"),
        ("Jo Halbrook re: twins", "Jo Halbrook", "re: twins"),
    ];
    for detail in [Detail::Name, Detail::Work] {
        are(detail, &rows);
    }
}

#[test]
fn callers_own_3_a_post_and_a_workplace_are_the_callers_own() {
    let whole = [
        "Northmere Council, children's social worker",
        "Northmere children\u{2019}s nurse",
        "Young People's services, key worker",
        "All Saints' SENCO",
        "early years' SENCO",
        "parents' and families' worker",
        "St John Fisher's SENCO",
        "Queen's Park Primary",
        "King's College Hospital",
        "Northmere Council's SEND team",
        "Ealing's SEN team",
        "KIDS' Northmere",
        "SENCO of Larkfield Primary",
        "SENCO of St Mary's",
        "social worker of Ealing",
        "social worker of Northmere Council, Jo Halbrook",
        "Educational and Child Psychologist",
        "Child Minder",
        "Anna Child, SENCO",
        "Siobhan O'Ryans, SENCO",
        "SEN team 01632-960-118",
        "teacher of deaf pupils",
        "pupils with EHC plans, SENCO",
        "Pupils and Families Team",
        "pupils' welfare officer",
        "SENCO/inclusion lead",
        "Mr/Mrs Halbrook",
        "Jo Halbrook, child/adolescent psychiatrist",
        "Jo Halbrook, child/family social worker",
    ];
    let rows = whole.map(|all| (all, all, ""));
    for detail in [Detail::Name, Detail::Work] {
        are(detail, &rows);
        are(detail, &[("Jo Halbrook re Petra's mum", "Jo Halbrook", "re Petra's mum")]);
    }
}

#[test]
fn callers_own_3_a_childs_name_waits_whatever_stands_behind_it() {
    let none = [
        "Jo Halbrook, Petra's form tutor",
        "Petra's head teacher",
        "Petra's support worker",
        "PETRA'S OT, Jo Halbrook",
        "petra's school, SENCO",
        "James' social worker",
        "St Mary's Petra's teacher",
        "King's mum",
        "pupil's name Petra",
        "Petra Quill (pupil), support worker",
        "Petra Quill, child",
        "Petra Quill child",
        "Petra pupil - Larkfield Primary",
        "Petra Quill - pupil",
        "Larkfield St, Petra's SENCO",
        "Devon's SENCO",
        "teacher of King Quill",
    ];
    let rows = none.map(|all| (all, "", all));
    for detail in [Detail::Name, Detail::Work] {
        are(detail, &rows);
        are(
            detail,
            &[
                ("Jo Halbrook - Petra Quill (pupil)", "Jo Halbrook", "Petra Quill (pupil)"),
                ("Jo Halbrook \u{2013} Petra Quill, pupil", "Jo Halbrook", "Petra Quill, pupil"),
                ("Jo Halbrook -Petra Quill, pupil", "Jo Halbrook", "Petra Quill, pupil"),
                ("Jo Halbrook, Petra child", "Jo Halbrook", "Petra child"),
                ("Jo Halbrook, pupil's name Petra", "Jo Halbrook", "pupil's name Petra"),
                (
                    "Jo Halbrook, teacher of Petra at Larkfield Primary",
                    "Jo Halbrook",
                    "teacher of Petra at \
                 Larkfield Primary",
                ),
                ("Jo Halbrook 2017-02-14", "Jo Halbrook", "2017-02-14"),
            ],
        );
    }
}

#[test]
fn callers_own_4_the_best_time_has_rules_of_its_own() {
    are(Detail::BestTime, &[("after 3, when Zeb is in", "after 3", "when Zeb is in")]);
    are(Detail::Needs, &[("anything", "anything", "")]);
}
