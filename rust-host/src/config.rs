//! How an interpreter is set up.

use std::path::PathBuf;

use rustpython_vm::frozen::FrozenModule;
use rustpython_vm::{PyResult, VirtualMachine};

pub use crate::generation::NativeModule;

pub(crate) type InitHook = Box<dyn FnOnce(&VirtualMachine) -> PyResult<()> + Send>;

/// How an interpreter is set up; see [`Host::new`](crate::Host::new).
///
/// The defaults suit an embedded interpreter: a random hash seed, `site`
/// imported, nothing read from the environment, no signal handlers.
pub struct Config {
    pub(crate) hash_seed: Option<u32>,
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) isolated: bool,
    pub(crate) site: bool,
    pub(crate) recursion_limit: Option<usize>,
    pub(crate) stack_size: Option<usize>,
    pub(crate) modules: Vec<NativeModule>,
    pub(crate) frozen: Vec<(&'static str, FrozenModule)>,
    pub(crate) init: Vec<InitHook>,
    pub(crate) flags: Flags,
}

/// Flags for the interpreter and its standard library, as CPython's options of
/// the same meaning set them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flags {
    /// `-O`, `-OO`: without assertions, without docstrings.
    pub optimize: u8,
    /// `-v`: tell about imports on standard error.
    pub verbose: u8,
    /// `-d`.
    pub debug: u8,
    /// `-B` turns it off: write `.pyc` files beside imported sources.
    pub write_bytecode: bool,
    /// `-s` turns it off: the user's own site folder is on the path.
    pub user_site: bool,
    /// `-P`: nothing is put in front of `sys.path` for the script.
    pub safe_path: bool,
    /// `-u` turns it off: standard output is buffered.
    pub buffered_stdio: bool,
    /// `-W`: warning filters.
    pub warnings: Vec<String>,
    /// `-X utf8`: text is UTF-8 whatever the locale says.
    pub utf8: bool,
    /// `PYTHONIOENCODING`: the encoding of the standard streams.
    pub stdio_encoding: Option<String>,
    /// `PYTHONIOENCODING`: their error handler.
    pub stdio_errors: Option<String>,
    /// `-X int_max_str_digits`; 0 is no limit.
    pub int_max_str_digits: u32,
    /// `-X warn_default_encoding`.
    pub warn_default_encoding: bool,
    /// Whether Python installs its handler of SIGINT, which an embedding
    /// program rarely wants.
    pub signal_handlers: bool,
}

impl Default for Flags {
    fn default() -> Self {
        Self {
            optimize: 0,
            verbose: 0,
            debug: 0,
            write_bytecode: true,
            user_site: true,
            safe_path: false,
            buffered_stdio: true,
            warnings: Vec::new(),
            utf8: true,
            stdio_encoding: None,
            stdio_errors: None,
            int_max_str_digits: 4300,
            warn_default_encoding: false,
            signal_handlers: false,
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            hash_seed: None,
            paths: Vec::new(),
            isolated: false,
            site: true,
            recursion_limit: None,
            stack_size: None,
            modules: Vec::new(),
            frozen: Vec::new(),
            init: Vec::new(),
            flags: Flags::default(),
        }
    }
}

impl Config {
    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Fixes the seed of string hashes; without it, it is random.
    ///
    /// Interned strings keep their hashes for the life of the process, so the
    /// first interpreter of a process decides for all later ones.
    pub fn hash_seed(mut self, seed: u32) -> Self {
        self.hash_seed = Some(seed);
        self
    }

    /// Adds a folder to the front part of `sys.path`, behind the script's own
    /// and before the standard library.
    pub fn path(mut self, path: impl Into<PathBuf>) -> Self {
        self.paths.push(path.into());
        self
    }

    /// Keeps the user's environment out: no `PYTHON*` variables, no user site
    /// folder, no folder of the script on `sys.path` (CPython's `-I`).
    pub fn isolated(mut self, isolated: bool) -> Self {
        self.isolated = isolated;
        self
    }

    /// Whether `site` is imported at the start.
    pub fn site(mut self, site: bool) -> Self {
        self.site = site;
        self
    }

    /// What `sys.getrecursionlimit()` starts with. Where the native stack ends
    /// earlier, `RecursionError` comes earlier.
    pub fn recursion_limit(mut self, limit: usize) -> Self {
        self.recursion_limit = Some(limit);
        self
    }

    /// The native stack for the script, in bytes. [`run`](crate::run) gives it a
    /// thread of that size; [`Host`](crate::Host) runs on the caller's thread,
    /// whose size it cannot change. Without effect in WebAssembly.
    pub fn stack_size(mut self, bytes: usize) -> Self {
        self.stack_size = Some(bytes);
        self
    }

    /// Adds a module written in Rust, which scripts can then import.
    pub fn module(mut self, module: NativeModule) -> Self {
        self.modules.push(module);
        self
    }

    /// Adds modules written in Python and compiled into the program by
    /// `rustpython_vm::py_freeze!`.
    pub fn frozen(
        mut self,
        modules: impl IntoIterator<Item = (&'static str, FrozenModule)>,
    ) -> Self {
        self.frozen.extend(modules);
        self
    }

    /// Adds a function to call once the interpreter is ready, before the script.
    pub fn init(
        mut self,
        hook: impl FnOnce(&VirtualMachine) -> PyResult<()> + Send + 'static,
    ) -> Self {
        self.init.push(Box::new(hook));
        self
    }

    /// Replaces the flags.
    pub fn flags(mut self, flags: Flags) -> Self {
        self.flags = flags;
        self
    }

    /// Whether the script's folder stays off `sys.path`.
    pub(crate) fn safe_path(&self) -> bool {
        self.isolated || self.flags.safe_path
    }
}
