//! RustPython 0.6: ending an interpreter whose process exits next, and keeping
//! what building it made out of the collections of garbage on the way.
//!
//! A full end makes three collections over the whole heap, imports `threading`
//! to ask it for threads, and gives all memory back. A script can see of that
//! what happens to its own objects. So [`freeze`] takes the objects that are
//! older than the script out of the collections, and [`leave`] looks whether
//! anybody is there to see an end: an object with a finaliser, a weak reference
//! that calls back, a thread, a function for the exit, whatever could tell of an
//! import. Where nobody is, it flushes; else it takes RustPython's own way.

use std::ptr::NonNull;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use rustpython_vm::builtins::{PyDict, PyDictRef, PyModule, PyModuleDef, PyModuleSlots};
use rustpython_vm::common::rc::PyRc;
use rustpython_vm::gc_state::{current_owner, gc_state};
use rustpython_vm::{AsObject, Interpreter, Py, PyObject, PyResult, VirtualMachine};

use super::builder::finalise;

/// CPython's exit code where standard output could not be flushed.
const FLUSH_FAILURE: u8 = 120;

/// The modules whose namespaces every start changes: with its process, or by
/// asking for the script's loader.
const CHANGED: [&str; 4] = [
    "sys",
    "site",
    "_frozen_importlib",
    "_frozen_importlib_external",
];

/// Whether objects are frozen that a script has not frozen itself.
static FROZEN: AtomicBool = AtomicBool::new(false);

type Exec = fn(&VirtualMachine, &Py<PyModule>) -> PyResult<()>;

/// What [`freeze`] found, for [`leave`] to tell what the script has changed.
pub(crate) struct Frozen {
    /// What is asked when a module is imported. Only to be compared.
    finders: Vec<NonNull<PyObject>>,
    /// The namespaces of the modules, and what they referred to: only to be
    /// compared, for it may be gone. (What has taken the place of an object that
    /// is gone, in its namespace and at its address, and is itself nowhere
    /// tracked, is taken for it.)
    namespaces: Vec<(PyDictRef, Vec<NonNull<PyObject>>)>,
}

// SAFETY: the pointers are compared and never followed.
unsafe impl Send for Frozen {}

/// Takes all objects that there are out of later collections.
///
/// The youngest stay in: how many they are decides when the first collection
/// comes, and a script sees that by what it collects.
pub(crate) fn freeze(vm: &VirtualMachine) -> Frozen {
    let young = vm.state.gc.get_objects(Some(0));
    vm.state.gc.freeze();
    for object in young.iter().rev() {
        let pointer = NonNull::from(&**object);
        if is_noticed(pointer, vm) {
            continue;
        }
        // SAFETY: the vector holds the object, which is in a list: tracked
        // before, and moved by `freeze`. Nothing else runs meanwhile.
        unsafe {
            gc_state().untrack_object(pointer);
            gc_state().track_object(pointer, current_owner());
        }
    }
    FROZEN.store(true, Ordering::Relaxed);
    let described = |namespace: PyDictRef| {
        let referents = referents(namespace.as_object());
        (namespace, referents)
    };
    Frozen {
        finders: finders(vm),
        namespaces: namespaces(vm).into_iter().map(described).collect(),
    }
}

fn namespaces(vm: &VirtualMachine) -> Vec<PyDictRef> {
    let modules = vm.sys_module.get_attr("modules", vm).ok();
    let modules = modules.and_then(|modules| modules.downcast::<PyDict>().ok());
    let everything = modules
        .into_iter()
        .flat_map(|modules| modules.into_iter().collect::<Vec<_>>());
    everything
        .filter_map(|(_, module)| Some(module.downcast_ref::<PyModule>()?.dict()))
        .collect()
}

/// What an object refers to itself.
fn referents(object: &PyObject) -> Vec<NonNull<PyObject>> {
    // SAFETY: the callers look at them while nothing runs that could free them,
    // and only compare them later.
    unsafe { object.gc_get_referent_ptrs() }
}

/// Whether something can be seen when this object goes: it has a finaliser, or it
/// is a weak reference that calls back.
fn is_noticed(object: NonNull<PyObject>, vm: &VirtualMachine) -> bool {
    // SAFETY: as for `referents`.
    let object = unsafe { object.as_ref() };
    let class = object.class();
    let reference = vm.ctx.types.weakref_type;
    if class.is(reference) || (class.heaptype_ext.is_some() && class.fast_issubclass(reference)) {
        let callback = object.get_attr("__callback__", vm);
        return !callback.is_ok_and(|callback| vm.is_none(&callback));
    }
    class.slots().del.load().is_some()
}

/// Only the module `gc` shows what is frozen; so its first import ends it.
pub(super) fn thaw_for_gc(vm: &mut VirtualMachine) {
    let state = PyRc::get_mut(&mut vm.state).expect("nothing shares the state yet");
    let Some(&original) = state.module_defs.get("gc") else {
        return;
    };
    let _ = ORIGINAL.set(original.slots.exec);
    // Definitions live as long as the process.
    let definition = Box::leak(Box::new(PyModuleDef {
        name: original.name,
        doc: original.doc,
        methods: original.methods,
        slots: PyModuleSlots {
            create: original.slots.create,
            exec: Some(execute_gc),
        },
    }));
    state.module_defs.insert("gc", definition);
}

static ORIGINAL: OnceLock<Option<Exec>> = OnceLock::new();

fn execute_gc(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
    if FROZEN.swap(false, Ordering::Relaxed) {
        vm.state.gc.unfreeze();
    }
    match ORIGINAL.get() {
        Some(Some(execute)) => execute(vm, module),
        _ => Ok(()),
    }
}

/// Ends the interpreter for a process that exits next. Gives 0, or the exit code
/// that a failed flush of standard output asks for.
pub(crate) fn leave(interpreter: Interpreter, frozen: Option<Frozen>) -> u8 {
    let unseen = frozen.filter(|frozen| {
        interpreter.enter(|vm| is_plain(vm, frozen) && !is_anything_noticed(vm, frozen))
    });
    let Some(frozen) = unseen else {
        return finalise(interpreter);
    };
    // RustPython's own end flushes at its beginning and once more at its end.
    let flushed = interpreter.enter(|vm| [flush(vm), flush(vm)]);
    std::mem::forget((interpreter, frozen));
    match flushed {
        [true, true] => 0,
        _ => FLUSH_FAILURE,
    }
}

/// Looks through all that [`leave`] looks through.
pub(crate) fn rehearse_leaving(vm: &VirtualMachine, frozen: &Frozen) {
    let _ = is_plain(vm, frozen) && is_anything_noticed(vm, frozen);
}

/// Whether nothing can tell that `threading` is not imported at the end.
fn is_plain(vm: &VirtualMachine, frozen: &Frozen) -> bool {
    let modules = vm.sys_module.get_attr("modules", vm);
    let is_imported = |name: &str| {
        modules
            .as_ref()
            .is_ok_and(|modules| modules.get_item(name, vm).is_ok())
    };
    // Importing runs code of these modules, and by the builtins that are there.
    // Some are changed by every start.
    let changed = CHANGED.map(|name| {
        let module = modules.as_ref().ok()?.get_item(name, vm).ok()?;
        Some(module.downcast_ref::<PyModule>()?.dict())
    });
    let are_as_before = || {
        frozen.namespaces.iter().all(|(namespace, before)| {
            changed.iter().flatten().any(|own| own.is(namespace))
                || referents(namespace.as_object()) == *before
        })
    };
    FROZEN.load(Ordering::Relaxed)
        && !is_imported("threading")
        && vm.state.atexit_funcs.lock().is_empty()
        && finders(vm) == frozen.finders
        && are_as_before()
        && !vm.use_tracing.get()
        && vm.state.monitoring_events.load() == 0
        && is_alone(vm)
        && ["stdout", "stderr"]
            .iter()
            .all(|name| is_own_stream(vm, name))
}

/// Whether to flush this stream runs nothing of the script's.
fn is_own_stream(vm: &VirtualMachine, name: &'static str) -> bool {
    let stream = vm.sys_module.get_attr(name, vm);
    stream.is_ok_and(|stream| vm.is_none(&stream) || stream.class().heaptype_ext.is_none())
}

/// The entries of the lists in `sys` that say how to import.
fn finders(vm: &VirtualMachine) -> Vec<NonNull<PyObject>> {
    let lists = ["meta_path", "path_hooks"].map(|name| vm.sys_module.get_attr(name, vm).ok());
    let lists = lists.iter().flatten();
    lists.flat_map(|list| referents(list)).collect()
}

/// Whether there is no other thread, and no interpreter that this one has made.
#[cfg(feature = "threading")]
fn is_alone(vm: &VirtualMachine) -> bool {
    use rustpython_vm::vm::runtime::owned_interpreter_ids_for;

    vm.state.thread_frames.lock().len() <= 1
        && owned_interpreter_ids_for(vm.state.runtime_root_id).is_empty()
}

#[cfg(not(feature = "threading"))]
fn is_alone(_vm: &VirtualMachine) -> bool {
    true
}

/// Whether something can be seen when garbage and modules go: among the objects
/// that are as young as the script, and in what they and the older modules refer
/// to.
fn is_anything_noticed(vm: &VirtualMachine, frozen: &Frozen) -> bool {
    let young: Vec<_> = (0..=2)
        .flat_map(|generation| vm.state.gc.get_objects(Some(generation)))
        .collect();
    let is_found = |object: &NonNull<PyObject>| is_noticed(*object, vm);
    young
        .iter()
        .any(|object| is_found(&NonNull::from(&**object)) || referents(object).iter().any(is_found))
        || frozen.namespaces.iter().any(|(namespace, before)| {
            let now = referents(namespace.as_object());
            now != *before
                && now
                    .iter()
                    .any(|object| !before.contains(object) && is_found(object))
        })
}

/// Flushes both standard streams; false when standard output could not be.
fn flush(vm: &VirtualMachine) -> bool {
    let open = |name: &'static str| {
        let stream = vm.sys_module.get_attr(name, vm).ok()?;
        let closed = || stream.get_attr("closed", vm)?.try_to_bool(vm);
        (!vm.is_none(&stream) && !closed().unwrap_or_default()).then_some(stream)
    };
    let mut flushed = true;
    if let Some(stdout) = open("stdout")
        && let Err(error) = vm.call_method(&stdout, "flush", ())
    {
        vm.run_unraisable(error, None, stdout);
        flushed = false;
    }
    if let Some(stderr) = vm.sys_module.get_attr("stderr", vm).ok()
        && !vm.is_none(&stderr)
    {
        let _ = vm.call_method(&stderr, "flush", ());
    }
    flushed
}
