//! What a running process has used so far, as Linux tells it. Elsewhere there are no such figures, and the
//! table shows a dash.

use std::fs::{read_dir, read_to_string};

pub struct Usage {
    /// Processor time of all threads.
    pub cpu_ms: f64,
    /// How often a thread went to sleep of its own accord, which is how often one was woken.
    pub wakes: u64,
    /// The most memory that was resident at once.
    pub peak_mb: f64,
}

pub fn of(process: u32) -> Option<Usage> {
    let mut usage = Usage { cpu_ms: 0.0, wakes: 0, peak_mb: 0.0 };
    for thread in read_dir(format!("/proc/{process}/task")).ok()?.flatten() {
        // A thread may end while it is being read; then its figures are gone, not ours.
        let read = |name: &str| read_to_string(thread.path().join(name)).unwrap_or_default();
        let nanoseconds: u64 =
            read("schedstat").split(' ').next().and_then(|word| word.parse().ok()).unwrap_or(0);
        usage.cpu_ms += nanoseconds as f64 / 1e6;
        usage.wakes += figure(&read("status"), "voluntary_ctxt_switches:").unwrap_or(0);
    }
    let status = read_to_string(format!("/proc/{process}/status")).ok()?;
    usage.peak_mb = figure(&status, "VmHWM:")? as f64 / 1024.0;
    Some(usage)
}

fn figure(status: &str, name: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}
