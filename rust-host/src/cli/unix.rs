//! The system calls of the fork server, made safe to call.

use std::io;
use std::mem::{MaybeUninit, size_of, zeroed};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, OwnedFd, RawFd};
use std::ptr;
use std::time::{Duration, Instant};

/// A request is one datagram, and no longer than this.
const LONGEST: usize = 1 << 20;

/// How a process ended.
pub struct Ended {
    /// The exit code, or the signal's number below zero.
    pub status: i32,
    pub user_ns: i64,
    pub system_ns: i64,
    pub peak_bytes: i64,
    pub page_faults: i64,
}

fn checked(result: libc::c_long) -> io::Result<libc::c_long> {
    match result {
        ..0 => Err(io::Error::last_os_error()),
        _ => Ok(result),
    }
}

/// Takes over a socket that this process was started with, out of its children's way.
pub fn adopt_socket(number: RawFd) -> io::Result<OwnedFd> {
    let mut kind: libc::c_int = 0;
    let mut length = size_of::<libc::c_int>() as libc::socklen_t;
    // SAFETY: the kernel fills a whole value of ours, or refuses what is no socket.
    checked(unsafe {
        libc::getsockopt(
            number,
            libc::SOL_SOCKET,
            libc::SO_TYPE,
            (&raw mut kind).cast(),
            &raw mut length,
        )
    } as _)?;
    if kind != libc::SOCK_SEQPACKET {
        return Err(io::Error::other("not a socket that keeps messages apart"));
    }
    // SAFETY: it is open, and the caller's arguments gave it to us.
    unsafe { libc::fcntl(number, libc::F_SETFD, libc::FD_CLOEXEC) };
    // SAFETY: as above.
    Ok(unsafe { OwnedFd::from_raw_fd(number) })
}

/// One message with its descriptors; an empty one when the other side has closed.
pub fn receive(socket: &OwnedFd, most: usize) -> io::Result<(Vec<u8>, Vec<OwnedFd>)> {
    let mut payload = Vec::<u8>::with_capacity(LONGEST); // not touched beyond what comes
    let mut control = vec![0u64; 16];
    let mut part = libc::iovec {
        iov_base: payload.as_mut_ptr().cast(),
        iov_len: LONGEST,
    };
    // SAFETY: a header of zeros is a valid one.
    let mut message: libc::msghdr = unsafe { zeroed() };
    message.msg_iov = &raw mut part;
    message.msg_iovlen = 1;
    message.msg_control = control.as_mut_ptr().cast();
    message.msg_controllen = (control.len() * size_of::<u64>()) as _;
    let size = loop {
        // SAFETY: the header names buffers of ours with their lengths.
        let size =
            unsafe { libc::recvmsg(socket.as_raw_fd(), &raw mut message, libc::MSG_CMSG_CLOEXEC) };
        match checked(size as _) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => break result? as usize,
        }
    };
    let descriptors = handed_over(&message);
    if message.msg_flags & (libc::MSG_TRUNC | libc::MSG_CTRUNC) != 0 || descriptors.len() > most {
        return Err(io::Error::other(
            "it is too long, or has too many descriptors",
        ));
    }
    // SAFETY: the kernel has filled so many bytes of it.
    unsafe { payload.set_len(size) };
    Ok((payload, descriptors))
}

fn handed_over(message: &libc::msghdr) -> Vec<OwnedFd> {
    let mut found = Vec::new();
    // SAFETY: the kernel has filled the control buffer that the header names;
    // each descriptor in it is new and nobody else's.
    unsafe {
        let mut header = libc::CMSG_FIRSTHDR(message);
        while !header.is_null() {
            if ((*header).cmsg_level, (*header).cmsg_type) == (libc::SOL_SOCKET, libc::SCM_RIGHTS) {
                let bytes = (*header).cmsg_len as usize - libc::CMSG_LEN(0) as usize;
                let data = libc::CMSG_DATA(header).cast::<RawFd>();
                for index in 0..bytes / size_of::<RawFd>() {
                    found.push(OwnedFd::from_raw_fd(ptr::read_unaligned(data.add(index))));
                }
            }
            header = libc::CMSG_NXTHDR(message, header);
        }
    }
    found
}

/// Sends one message, with a descriptor if there is one.
pub fn send(socket: &OwnedFd, payload: &[u8], with: Option<BorrowedFd<'_>>) -> io::Result<()> {
    let mut control = [0u64; 4];
    let mut part = libc::iovec {
        iov_base: payload.as_ptr().cast_mut().cast(),
        iov_len: payload.len(),
    };
    // SAFETY: a header of zeros is a valid one.
    let mut message: libc::msghdr = unsafe { zeroed() };
    message.msg_iov = &raw mut part;
    message.msg_iovlen = 1;
    if let Some(descriptor) = with {
        message.msg_control = control.as_mut_ptr().cast();
        // SAFETY: the buffer has room for one descriptor and its header.
        unsafe {
            message.msg_controllen = libc::CMSG_SPACE(size_of::<RawFd>() as _) as _;
            let header = libc::CMSG_FIRSTHDR(&raw const message);
            (*header).cmsg_level = libc::SOL_SOCKET;
            (*header).cmsg_type = libc::SCM_RIGHTS;
            (*header).cmsg_len = libc::CMSG_LEN(size_of::<RawFd>() as _) as _;
            let place = libc::CMSG_DATA(header).cast::<RawFd>();
            ptr::write_unaligned(place, descriptor.as_raw_fd());
        }
    }
    // SAFETY: the header names buffers of ours with their lengths.
    let sent = unsafe { libc::sendmsg(socket.as_raw_fd(), &raw const message, libc::MSG_NOSIGNAL) };
    checked(sent as _).map(drop)
}

/// Whether the kernel uses small pages alone for what is allocated from here on: a
/// fork shares its pages until they are written to, and copies a small one faster.
pub fn use_small_pages(alone: bool) {
    // SAFETY: the call has no pointers.
    unsafe {
        libc::prctl(
            libc::PR_SET_THP_DISABLE,
            libc::c_ulong::from(alone),
            0,
            0,
            0,
        )
    };
}

/// None in the child, its number in the parent.
pub fn fork() -> io::Result<Option<i32>> {
    // SAFETY: the caller has checked that there is no other thread.
    match checked(unsafe { libc::fork() } as _)? {
        0 => Ok(None),
        pid => Ok(Some(pid as i32)),
    }
}

/// A descriptor of a child that has not been waited for.
pub fn open_process(pid: i32) -> io::Result<OwnedFd> {
    // SAFETY: the call has no pointers, and its result is ours.
    let number = checked(unsafe { libc::syscall(libc::SYS_pidfd_open, pid, 0) })?;
    // SAFETY: just opened, and nobody else's.
    Ok(unsafe { OwnedFd::from_raw_fd(number as RawFd) })
}

/// Waits until a process has ended, or something can be read; true when the other
/// side of the socket hung up before.
pub fn wait_or_hang_up(process: &OwnedFd, socket: &OwnedFd) -> bool {
    let watched = |descriptor: &OwnedFd, events| libc::pollfd {
        fd: descriptor.as_raw_fd(),
        events,
        revents: 0,
    };
    loop {
        let mut both = [watched(process, libc::POLLIN), watched(socket, 0)];
        // SAFETY: the array is ours and has two entries.
        let ready = unsafe { libc::poll(both.as_mut_ptr(), 2, -1) };
        if ready > 0 {
            return both[0].revents == 0;
        }
    }
}

/// What came first.
pub enum Waited {
    Byte,
    Closed,
    HungUp,
}

/// Waits for a byte in a pipe, its end, or the other side of the socket to hang up.
pub fn wait_for_byte(pipe: &OwnedFd, socket: &OwnedFd) -> Waited {
    loop {
        if wait_or_hang_up(pipe, socket) {
            return Waited::HungUp;
        }
        let mut byte = 0u8;
        // SAFETY: the buffer is ours and has one byte.
        match unsafe { libc::read(pipe.as_raw_fd(), (&raw mut byte).cast(), 1) } {
            0 => return Waited::Closed,
            1 => return Waited::Byte,
            _ => {}
        }
    }
}

/// Both ends of a new pipe: to read from, and to write to.
pub fn pipe() -> io::Result<(OwnedFd, OwnedFd)> {
    let mut ends = [0; 2];
    // SAFETY: the kernel fills two descriptors, which are nobody else's.
    unsafe {
        checked(libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC) as _)?;
        Ok((OwnedFd::from_raw_fd(ends[0]), OwnedFd::from_raw_fd(ends[1])))
    }
}

/// Writes one byte.
pub fn write_byte(pipe: &OwnedFd) -> io::Result<()> {
    // SAFETY: the buffer has one byte.
    checked(unsafe { libc::write(pipe.as_raw_fd(), [1u8].as_ptr().cast(), 1) } as _).map(drop)
}

/// Kills what is left of a child's group, before its number can be another's.
pub fn kill_group(pid: i32) {
    // SAFETY: the calls have no pointers. The child may not have got to lead its
    // group yet, so it is killed by its own number too.
    unsafe {
        libc::setpgid(pid, pid);
        libc::kill(-pid, libc::SIGKILL);
        libc::kill(pid, libc::SIGKILL);
    }
}

/// Ends what a child that has been waited for has left of its group, after a while
/// in which it may end by itself.
pub fn end_group(pid: i32, patience: Duration) {
    let began = Instant::now();
    // SAFETY: the calls have no pointers. As long as the group has members, its
    // number is nobody else's.
    while unsafe { libc::kill(-pid, 0) } == 0 {
        if began.elapsed() >= patience {
            unsafe { libc::kill(-pid, libc::SIGKILL) };
            return;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// Waits for a child.
pub fn reap(pid: i32) -> io::Result<Ended> {
    let mut status = 0;
    let mut usage = MaybeUninit::<libc::rusage>::uninit();
    let usage = loop {
        // SAFETY: the kernel fills whole values of ours.
        match checked(unsafe { libc::wait4(pid, &raw mut status, 0, usage.as_mut_ptr()) } as _) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // SAFETY: filled, since the call went well.
            result => break result.map(|_| unsafe { usage.assume_init() })?,
        }
    };
    let nanoseconds = |time: libc::timeval| time.tv_sec * 1_000_000_000 + time.tv_usec * 1000;
    let status = if libc::WIFSIGNALED(status) {
        -libc::WTERMSIG(status)
    } else {
        libc::WEXITSTATUS(status)
    };
    Ok(Ended {
        status,
        user_ns: nanoseconds(usage.ru_utime),
        system_ns: nanoseconds(usage.ru_stime),
        peak_bytes: usage.ru_maxrss * 1024,
        page_faults: usage.ru_minflt + usage.ru_majflt,
    })
}

/// Makes this process the leader of a group of its own.
pub fn lead_group() {
    // SAFETY: the call has no pointers; it cannot fail for a new child.
    unsafe { libc::setpgid(0, 0) };
}

/// Has the kernel end this process when its parent ends.
pub fn die_with_parent() {
    // SAFETY: the call has no pointers.
    unsafe { libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL) };
}

/// Makes the first three descriptors the standard streams; all others are closed,
/// those of the server among them.
pub fn take_streams(descriptors: Vec<OwnedFd>) {
    for (number, descriptor) in descriptors.iter().take(3).enumerate() {
        // SAFETY: both are open, or the first becomes so.
        unsafe { libc::dup2(descriptor.as_fd().as_raw_fd(), number as RawFd) };
    }
    std::mem::forget(descriptors);
    // SAFETY: nothing of this process uses any of them again.
    unsafe { libc::syscall(libc::SYS_close_range, 3, libc::c_uint::MAX, 0) };
}

/// The limits of one attempt: bytes of address space, seconds of CPU time, no core.
pub fn limit(memory_bytes: Option<u64>, cpu_s: Option<u64>) {
    let set = |kind, soft: u64, hard: u64| {
        let limit = libc::rlimit {
            rlim_cur: soft,
            rlim_max: hard,
        };
        // SAFETY: the limit is a whole value of ours.
        unsafe { libc::setrlimit(kind, &raw const limit) };
    };
    set(libc::RLIMIT_CORE, 0, 0);
    if let Some(seconds) = cpu_s {
        set(libc::RLIMIT_CPU, seconds, seconds + 1);
    }
    if let Some(bytes) = memory_bytes {
        set(libc::RLIMIT_AS, bytes, bytes);
    }
}

/// Exits without the destructors of the process, which would give back page by
/// page what the kernel takes back at once. What C has buffered is written.
pub fn exit_at_once(code: u8) -> ! {
    let _ = io::Write::flush(&mut io::stdout());
    // SAFETY: there is no other thread that the script has not left behind, and
    // nothing of this process is used afterwards.
    unsafe {
        libc::fflush(ptr::null_mut());
        libc::_exit(code.into())
    }
}
