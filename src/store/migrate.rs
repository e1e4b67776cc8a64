//! The file's versions: numbered SQL, forward only, never edited once released.

/// The scripts in order; the number of scripts is the version of the file.
pub const SCRIPTS: [&str; 5] = [
    include_str!("../../assets/sql/0001_the_whole_job.sql"),
    include_str!("../../assets/sql/0002_the_coordinators_day.sql"),
    include_str!("../../assets/sql/0003_what_is_read_apart.sql"),
    include_str!("../../assets/sql/0004_one_row_for_each_case.sql"),
    include_str!("../../assets/sql/0005_a_yes_after_a_no.sql"),
];

/// The version this program writes.
pub const VERSION: i64 = SCRIPTS.len() as i64;

/// Marks a file as ours: the letters MDLN.
pub const APPLICATION_ID: i64 = 0x4D44_4C4E;
