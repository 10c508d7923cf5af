//! The size of the process's main stack.
//!
//! A thread can be given a stack of any size, but the kernel fixes the main
//! thread's when the process starts. A program that wants its interpreter on the
//! main thread (signals arrive there, and a fork keeps only the forking thread)
//! therefore has to start itself once more.

use std::io;

/// Makes sure that the main stack may grow to `bytes`, or as far as the hard
/// limit lets it: raises the limit and replaces this process by a new one with
/// the same arguments and environment.
///
/// Returns at once where the limit is high enough already, so a second process
/// never starts a third. To be called first in `main`, before anything is open.
#[cfg(target_os = "linux")]
pub fn ensure_main_stack(bytes: u64) -> io::Result<()> {
    use std::os::unix::process::CommandExt;

    let mut limit = main_stack_limit()?;
    let wanted = bytes.min(limit.rlim_max);
    if limit.rlim_cur >= wanted {
        return Ok(());
    }
    let program = std::env::current_exe()?;
    limit.rlim_cur = wanted;
    // SAFETY: the limit is a whole value of ours.
    if unsafe { libc::setrlimit(libc::RLIMIT_STACK, &limit) } != 0 {
        return Err(io::Error::last_os_error());
    }
    let mut args = std::env::args_os();
    let mut command = std::process::Command::new(program);
    if let Some(name) = args.next() {
        command.arg0(name);
    }
    Err(command.args(args).exec())
}

#[cfg(target_os = "linux")]
fn main_stack_limit() -> io::Result<libc::rlimit> {
    let mut limit = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: the kernel fills a whole value of ours.
    match unsafe { libc::getrlimit(libc::RLIMIT_STACK, &mut limit) } {
        0 => Ok(limit),
        _ => Err(io::Error::last_os_error()),
    }
}

/// Does nothing on this target: the stack has the size it was linked with.
#[cfg(not(target_os = "linux"))]
pub fn ensure_main_stack(_bytes: u64) -> io::Result<()> {
    Ok(())
}
