//! What the machine may keep of this process: nothing.
//!
//! New files are the owner's alone, whatever the shell was set to. There is no core file, because it would hold
//! scratch, which is on the screen only; and no other process of the same user may read this one's memory.
//! Called first thing in `main`, for the commands of the shell as well as for the desk.

/// Closes what would let words out of the process. A system that refuses one of it is not argued with.
pub fn keep() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit, umask};
        umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
    // A limit of nothing does not stop a core file that is piped to a program; this does.
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}
