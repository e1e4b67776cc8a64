//! Which office this is.

use mediation_line::domain::service::Service;

#[test]
fn service_1_a_new_file_is_the_london_offices() {
    let shipped = Service::shipped();
    assert_eq!(shipped.name, "KIDS London SEN Mediation Service");
    assert_eq!(shipped.line, "020 7359 3635, option 2");
}

#[test]
fn service_2_blackpool_shows_what_a_region_changes() {
    let region = Service::profile("Blackpool").unwrap();
    assert_eq!(region.served, "Blackpool");
    assert_ne!(region.name, Service::shipped().name);
    assert_eq!(Service::profile("Atlantis"), None);
}
