//! Where the file lies, whether it can be trusted there, and why it was not opened.
//!
//! A file of children's details is for its owner only, on this machine's own disk. A network folder or a
//! synced one is refused for writing: two desks writing through it can destroy the file.

use std::path::Path;

use super::db::Fault;
use super::migrate::{APPLICATION_ID, VERSION};

/// Why a file was not opened. One line each, in the user's words; the file was not touched.
#[derive(Debug, thiserror::Error)]
pub enum NotOpened {
    /// There is no file.
    #[error("There is no file {0}. Make one with: mediation-line init --database {0} --staff NAME")]
    Missing(String),
    /// There is a file already.
    #[error("{0} exists already. Nothing was changed.")]
    Exists(String),
    /// Not a file of this program.
    #[error("{0} is not a Mediation Line file. Nothing was changed.")]
    Foreign(String),
    /// Written by a newer program.
    #[error("{0} was written by a newer Mediation Line. Start that one; nothing was changed.")]
    Newer(String),
    /// The copy that was made when its file was brought up to date.
    #[error("{0} is a copy of an earlier version and stays as it is. Open the file itself.")]
    EarlierCopy(String),
    /// Damaged.
    #[error("{0} is damaged. Nothing was changed. Bring back a copy of it.")]
    Damaged(String),
    /// Cannot be read or written.
    #[error("{0} cannot be opened for writing. Nothing was changed.")]
    ReadOnly(String),
    /// Everyone on this machine can read it.
    #[error("Others on this machine can read {0}. Close it to them (chmod 600) and start again.")]
    Exposed(String),
    /// On another machine or in a synced folder.
    #[error(
        "This folder is on another machine ({0}). Two desks writing through it can destroy the file. \
         Keep it on the office server's own disk and connect to that with ssh."
    )]
    Elsewhere(String),
    /// Another desk holds it.
    #[error("Another desk is writing to {0}. Try again in a moment.")]
    Busy(String),
    /// The library is too old to be trusted with two desks.
    #[error("This program was built with SQLite {0}, which can damage a shared file. Nothing was changed.")]
    OldLibrary(String),
    /// Something else.
    #[error("{0} could not be opened: {1}")]
    Other(String, String),
}

/// Which file it is: its device and its number there. A file put in its place has another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity(u64, u64);

/// File systems that are other machines, by the number `statfs` gives (Linux).
#[cfg(target_os = "linux")]
const ELSEWHERE: [(u32, &str); 8] = [
    (0x6969, "nfs"),
    (0x517B, "smb"),
    (0xFF53_4D42, "cifs"),
    (0xFE53_4D42, "smb2"),
    (0x5346_414F, "afs"),
    (0x00C3_6400, "ceph"),
    (0x0102_1997, "9p"),
    (0x0BD0_0BD0, "lustre"),
];
/// FUSE: what is behind it is looked up by name.
#[cfg(target_os = "linux")]
const FUSE: u32 = 0x6573_5546;
/// What is behind it is another machine.
#[cfg(target_os = "linux")]
const REMOTE: [&str; 12] = [
    "sshfs", "rclone", "davfs", "webdav", "s3fs", "gcsfuse", "gluster", "ceph", "nfs", "smb", "drive",
    "dropbox",
];

/// Folders that a program copies to another machine; also as the beginning of `OneDrive - The Council`.
const SYNCED: [&str; 9] = [
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "icloud drive",
    "nextcloud",
    "owncloud",
    "mobile documents",
];

fn is_synced(folder: &str) -> bool {
    let folder = folder.to_lowercase();
    SYNCED.iter().any(|name| {
        folder.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-', '(']))
    })
}

/// Which file lies at `path`; none when there is none.
pub fn identity(path: &Path) -> Option<Identity> {
    let stat = rustix::fs::stat(path).ok()?;
    Some(Identity(stat.st_dev as u64, stat.st_ino))
}

/// Free room on the disk of `path`, in bytes.
pub fn free_bytes(path: &Path) -> Option<u64> {
    let stat = rustix::fs::statvfs(path).ok()?;
    Some(stat.f_bavail.saturating_mul(stat.f_frsize))
}

/// The folder as it was named, and the one where the file really lies: either may belong to another machine.
fn is_elsewhere(named: &Path, real: &Path) -> Option<String> {
    let named = std::path::absolute(named).unwrap_or_else(|_| named.to_owned());
    let real = real.canonicalize().unwrap_or_else(|_| real.to_owned());
    let synced = named.iter().chain(&real).filter_map(|part| part.to_str()).find(|part| is_synced(part));
    if let Some(folder) = synced {
        return Some(folder.to_owned());
    }
    #[cfg(target_os = "linux")]
    {
        let kind = rustix::fs::statfs(&real).ok()?.f_type as u32;
        if let Some((_, name)) = ELSEWHERE.iter().find(|(number, _)| *number == kind) {
            return Some((*name).to_owned());
        }
        if kind == FUSE {
            return fuse_name(&real).filter(|name| REMOTE.iter().any(|remote| name.contains(remote)));
        }
    }
    None
}

/// The folder of a path; the working folder for a bare name.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The type of the mount a path lies on, from the list of mounts: `fuse.sshfs`.
#[cfg(target_os = "linux")]
fn fuse_name(path: &Path) -> Option<String> {
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    let mut best: Option<(usize, String)> = None;
    for line in mounts.lines() {
        let Some((place, rest)) = line.split_once(" - ") else { continue };
        let mount = place.split(' ').nth(4).unwrap_or_default();
        let longer = best.as_ref().is_none_or(|(length, _)| mount.len() >= *length);
        if path.starts_with(mount) && longer {
            best = Some((mount.len(), rest.split(' ').next().unwrap_or_default().to_owned()));
        }
    }
    best.map(|(_, name)| name)
}

/// Refuses a place that cannot be trusted; says which file lies there.
pub fn trusted(path: &Path) -> Result<Identity, NotOpened> {
    let shown = path.display().to_string();
    let stat = match rustix::fs::stat(path) {
        Ok(stat) => stat,
        Err(rustix::io::Errno::NOENT | rustix::io::Errno::NOTDIR) => return Err(NotOpened::Missing(shown)),
        Err(_) => return Err(NotOpened::ReadOnly(shown)),
    };
    if !rustix::fs::FileType::from_raw_mode(stat.st_mode).is_file() {
        return Err(NotOpened::Foreign(shown));
    }
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if let Some(name) = is_elsewhere(folder_of(path), folder_of(&real)) {
        return Err(NotOpened::Elsewhere(name));
    }
    if stat.st_mode & 0o200 == 0 {
        return Err(NotOpened::ReadOnly(shown));
    }
    if stat.st_mode & 0o077 != 0 {
        return Err(NotOpened::Exposed(shown));
    }
    Ok(Identity(stat.st_dev as u64, stat.st_ino))
}

/// What the first bytes of a file say, read without the library: ours, and not from a newer program. A later
/// answer may still lie in the journal; this one is enough to leave a foreign file alone.
pub fn looks_like_ours(path: &Path) -> Result<(), NotOpened> {
    let shown = path.display().to_string();
    let mut head = [0; 100];
    let read = std::fs::File::open(path).and_then(|mut file| std::io::Read::read_exact(&mut file, &mut head));
    if let Err(error) = read {
        return Err(match error.kind() {
            std::io::ErrorKind::UnexpectedEof => NotOpened::Foreign(shown),
            std::io::ErrorKind::PermissionDenied => NotOpened::ReadOnly(shown),
            _ => NotOpened::Other(shown, Fault::Disk.to_string()),
        });
    }
    let number =
        |at: usize| i64::from(u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]));
    if !head.starts_with(b"SQLite format 3\0") || number(68) != APPLICATION_ID {
        return Err(NotOpened::Foreign(shown));
    }
    if number(60) > VERSION { Err(NotOpened::Newer(shown)) } else { Ok(()) }
}

/// Makes the folder (0700) and an empty file (0600) for a new database.
pub fn make_room(path: &Path) -> Result<(), NotOpened> {
    use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
    let shown = path.display().to_string();
    let other = |error: std::io::Error| NotOpened::Other(shown.clone(), error.to_string());
    let folder = folder_of(path);
    if !folder.exists() {
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(other)?;
    }
    if let Some(name) = is_elsewhere(folder, folder) {
        return Err(NotOpened::Elsewhere(name));
    }
    match std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        // The folder's own list has to reach the disk too, or a power cut takes the file with it.
        Ok(_) => std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(other),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Err(NotOpened::Exists(shown)),
        Err(error) => Err(other(error)),
    }
}

/// Takes back what [`make_room`] made, when no tables could be written into it.
pub fn take_back(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        let _ = std::fs::remove_file(name);
    }
}
