//! An allocator that tells when it has to refuse.
//!
//! A refused allocation usually ends in an abort, whose status (or whose bare
//! `unreachable` in WebAssembly) does not say that memory was the reason.

use std::alloc::{GlobalAlloc, Layout};
use std::sync::OnceLock;

static NOTE: OnceLock<fn(usize)> = OnceLock::new();

/// Registers what to call with the size of each refused allocation. The first
/// call decides. `note` must not allocate, and may be called from any thread.
pub fn on_refused_allocation(note: fn(usize)) {
    let _ = NOTE.set(note);
}

/// Wraps a global allocator; allocations it refuses are told to the function
/// given to [`on_refused_allocation`].
///
/// ```
/// use std::alloc::System;
///
/// #[global_allocator]
/// static ALLOCATOR: rustpython_host::NotingAllocator<System> =
///     rustpython_host::NotingAllocator(System);
/// ```
#[derive(Debug, Default)]
pub struct NotingAllocator<A>(
    /// The allocator that does the work.
    pub A,
);

// SAFETY: every call goes to the wrapped allocator, and its answer is passed on.
unsafe impl<A: GlobalAlloc> GlobalAlloc for NotingAllocator<A> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller keeps the contract of this same method.
        noted(unsafe { self.0.alloc(layout) }, layout.size())
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        noted(unsafe { self.0.alloc_zeroed(layout) }, layout.size())
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as above.
        noted(unsafe { self.0.realloc(pointer, layout, size) }, size)
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { self.0.dealloc(pointer, layout) }
    }
}

#[inline]
fn noted(pointer: *mut u8, size: usize) -> *mut u8 {
    if pointer.is_null() {
        refused(size);
    }
    pointer
}

#[cold]
fn refused(size: usize) {
    if let Some(note) = NOTE.get() {
        note(size);
    }
}
