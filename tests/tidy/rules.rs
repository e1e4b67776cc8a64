//! Every numbered rule at the head of a file of the domain is named by a test: `<module>_<number>_<words>`.

use super::files;

#[test]
fn every_rule_of_the_domain_is_named_by_a_test() {
    let tests: String = files("tests").into_iter().map(|file| file.text).collect();
    let mut named = 0;
    for file in files("src/domain") {
        let module = file.path.rsplit('/').next().unwrap().trim_end_matches(".rs").to_owned();
        for line in file.text.lines().take_while(|line| line.starts_with("//!")) {
            let Some((number, _)) = line.trim_start_matches("//! ").split_once(". ") else { continue };
            if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
                continue;
            }
            let name = format!("fn {module}_{number}_");
            assert!(tests.contains(&name), "{}: rule {number} has no test `{name}...`", file.path);
            named += 1;
        }
    }
    assert!(named > 40, "only {named} rules were found");
}
