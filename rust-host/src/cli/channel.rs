//! The way results leave the process: lines of JSON in a file that no name
//! leads to, tagged with a nonce that the script has no way to learn but by
//! reading this process's memory.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use rustpython_host::json::Object;

const PROTOCOL: u32 = 1;
const NONCE_LENGTH: usize = 32;
/// Refused allocations come in swarms; the first few say enough.
const MAX_ALLOC_RECORDS: usize = 8;

/// Where records go. Global because panics and refused allocations are told
/// from hooks that carry no state of their own.
static CHANNEL: OnceLock<Channel> = OnceLock::new();

struct Channel {
    nonce: String,
    file: File,
    owner: Owner,
}

/// Reads the nonce, opens the result file, and takes both names away.
/// An error is one line of text.
pub fn open(folder: &Path) -> Result<(), String> {
    let channel = Channel::open(folder)?;
    #[cfg(target_os = "wasi")]
    super::preopen::close(folder);
    // Only main calls this, once.
    let _ = CHANNEL.set(channel);
    Ok(())
}

/// Writes one record, if there is a channel.
pub fn record(kind: &str, fill: impl FnOnce(&mut Object<'_>)) {
    let Some(channel) = CHANNEL.get() else {
        return;
    };
    let line = Object::write(|object| {
        object.text("nonce", &channel.nonce);
        object.value("protocol", PROTOCOL);
        object.text("kind", kind);
        fill(object);
    });
    // The leading newline ends whatever a script may have written before.
    channel.write(format!("\n{line}\n").as_bytes());
}

/// Writes the record of a refused allocation, without allocating.
pub fn record_refused_allocation(bytes: usize) {
    static WRITTEN: AtomicUsize = AtomicUsize::new(0);
    let Some(channel) = CHANNEL.get() else {
        return;
    };
    if WRITTEN.fetch_add(1, Ordering::Relaxed) >= MAX_ALLOC_RECORDS {
        return;
    }
    let mut buffer = [0; 160];
    let mut rest = &mut buffer[..];
    let nonce = &channel.nonce;
    let written = writeln!(
        rest,
        "\n{{\"nonce\":\"{nonce}\",\"protocol\":{PROTOCOL},\"kind\":\"alloc\",\"bytes\":{bytes}}}"
    );
    let unused = rest.len();
    if written.is_ok() {
        let length = buffer.len() - unused;
        channel.write(&buffer[..length]);
    }
}

impl Channel {
    fn open(folder: &Path) -> Result<Self, String> {
        let failed = |name: &str, error: std::io::Error| {
            format!("control folder {}: {name}: {error}", folder.display())
        };
        let nonce_path = folder.join("nonce");
        let nonce = fs::read_to_string(&nonce_path).map_err(|error| failed("nonce", error))?;
        let nonce = nonce.trim_end().to_owned();
        let is_hex = nonce.bytes().all(|byte| byte.is_ascii_hexdigit());
        if nonce.len() != NONCE_LENGTH || !is_hex {
            let shown = folder.display();
            return Err(format!(
                "control folder {shown}: nonce: not {NONCE_LENGTH} hex digits"
            ));
        }
        let result_path = folder.join("result");
        let file = OpenOptions::new().append(true).open(&result_path);
        let file = file.map_err(|error| failed("result", error))?;
        for (name, path) in [("nonce", nonce_path), ("result", result_path)] {
            fs::remove_file(path).map_err(|error| failed(name, error))?;
        }
        let file = out_of_the_way(file);
        Ok(Self {
            nonce,
            owner: Owner::of(&file),
            file,
        })
    }

    /// One call, so that lines stay whole. What fails is lost: the script may
    /// have closed the descriptor, and then its process status has to do.
    fn write(&self, line: &[u8]) {
        if self.owner == Owner::of(&self.file) {
            let _ = (&self.file).write(line);
        }
    }
}

/// Scripts see the numbers of the files they open, and some close the low ones
/// wholesale, so the descriptor moves to a high number.
#[cfg(unix)]
fn out_of_the_way(file: File) -> File {
    use std::os::fd::{AsRawFd, FromRawFd};

    const FIRST_NUMBER: libc::c_int = 900;
    // SAFETY: the descriptor is open, and the new one belongs to no one yet.
    let number = unsafe { libc::fcntl(file.as_raw_fd(), libc::F_DUPFD_CLOEXEC, FIRST_NUMBER) };
    if number < 0 {
        // The limit on open files is lower than that.
        return file;
    }
    // SAFETY: just made, and owned by nobody else.
    unsafe { File::from_raw_fd(number) }
}

#[cfg(not(unix))]
fn out_of_the_way(file: File) -> File {
    file
}

/// Who may write, and to what: not a child that the script forked, and not a
/// file of the script's that got the number of our descriptor.
#[cfg(unix)]
#[derive(PartialEq, Eq)]
struct Owner {
    process: u32,
    file: Option<(u64, u64)>,
}

#[cfg(unix)]
impl Owner {
    fn of(file: &File) -> Self {
        use std::os::unix::fs::MetadataExt;

        let metadata = file.metadata().ok();
        Self {
            process: std::process::id(),
            file: metadata.map(|metadata| (metadata.dev(), metadata.ino())),
        }
    }
}

/// WASI has one process, and files do not tell who they are.
#[cfg(not(unix))]
#[derive(PartialEq, Eq)]
struct Owner;

#[cfg(not(unix))]
impl Owner {
    fn of(_file: &File) -> Self {
        Self
    }
}
