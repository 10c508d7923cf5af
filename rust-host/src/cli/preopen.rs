//! Gives up a folder that the WASI runtime opened for us.

use std::os::fd::{FromRawFd, OwnedFd, RawFd};
use std::path::Path;

/// `prestat` of WASI preview 1, of which folders are the only kind.
#[repr(C)]
struct Prestat {
    kind: u8,
    name_length: usize,
}

const KIND_FOLDER: u8 = 0;
const FIRST_PREOPEN: RawFd = 3;

#[link(wasm_import_module = "wasi_snapshot_preview1")]
unsafe extern "C" {
    fn fd_prestat_get(descriptor: RawFd, prestat: *mut Prestat) -> i32;
    fn fd_prestat_dir_name(descriptor: RawFd, name: *mut u8, length: usize) -> i32;
}

/// Closes the preopened folder that has exactly this name, if there is one.
pub fn close(folder: &Path) {
    let found = (FIRST_PREOPEN..)
        .map_while(|descriptor| Some((descriptor, name(descriptor)?)))
        .find(|(_, name)| Path::new(name) == folder);
    if let Some((descriptor, _)) = found {
        // SAFETY: the libc keeps preopens by number and never closes them; it
        // will find this one gone, which is the purpose.
        drop(unsafe { OwnedFd::from_raw_fd(descriptor) });
    }
}

/// The name of a preopened folder; None behind the last one.
fn name(descriptor: RawFd) -> Option<String> {
    let mut prestat = Prestat {
        kind: KIND_FOLDER,
        name_length: 0,
    };
    // SAFETY: the runtime fills a whole value of ours.
    if unsafe { fd_prestat_get(descriptor, &mut prestat) } != 0 || prestat.kind != KIND_FOLDER {
        return None;
    }
    let mut name = vec![0; prestat.name_length];
    // SAFETY: the buffer has the length that is told.
    match unsafe { fd_prestat_dir_name(descriptor, name.as_mut_ptr(), name.len()) } {
        0 => String::from_utf8(name).ok(),
        _ => None,
    }
}
