//! Lays the program out: the functions that a working day touches stand together, the rest behind them.
//!
//! The system maps a program in pieces of 64 KB, so a function that is used brings its neighbours into memory. In the
//! order the compiler chooses, nearly all of the program is brought in. `assets/layout.ld` names what goes together;
//! how it is made stands in `benches/layout`.

use std::env;

fn main() {
    println!("cargo:rerun-if-changed=assets/layout.ld");
    println!("cargo:rerun-if-env-changed=MEDIATION_LINE_LAYOUT");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|set| set == value);
    // A linker that somebody chose may not know such scripts; without the layout the program is the same.
    let chosen = env::var("RUSTC_LINKER").is_ok()
        || env::var("CARGO_ENCODED_RUSTFLAGS").is_ok_and(|flags| flags.contains("link"));
    if is("PROFILE", "release")
        && is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
        && is("CARGO_CFG_TARGET_ARCH", "x86_64")
        && !is("MEDIATION_LINE_LAYOUT", "none")
        && !chosen
    {
        let root = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
        println!("cargo:rustc-link-arg-bin=mediation-line=-Wl,-T,{root}/assets/layout.ld");
    }
}
