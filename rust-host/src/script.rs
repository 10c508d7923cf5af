//! What to run.

use std::ffi::OsString;
use std::path::PathBuf;

/// A piece of Python to run as `__main__`, with its arguments.
#[derive(Clone, Debug)]
pub struct Script {
    pub(crate) source: Source,
    pub(crate) args: Vec<OsString>,
}

#[derive(Clone, Debug)]
pub(crate) enum Source {
    File(PathBuf),
    Text { code: String, name: String },
    Module(String),
    Interactive { history: Option<PathBuf> },
}

impl Script {
    /// A file of source code; also a folder or a zip file with a `__main__.py`.
    /// Byte code (`.pyc`) is not run.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self::new(Source::File(path.into()))
    }

    /// Source code, as `-c` takes it.
    pub fn text(code: impl Into<String>) -> Self {
        Self::named_text(code, "<string>")
    }

    /// Source code with a file name of its own for tracebacks.
    pub fn named_text(code: impl Into<String>, name: impl Into<String>) -> Self {
        let (code, name) = (code.into(), name.into());
        Self::new(Source::Text { code, name })
    }

    /// A module that can be imported, as `-m` takes it.
    pub fn module(name: impl Into<String>) -> Self {
        Self::new(Source::Module(name.into()))
    }

    /// Statements read from standard input, run one by one until its end. In a
    /// terminal lines can be edited, and are kept in `history` if given.
    pub fn interactive(history: Option<PathBuf>) -> Self {
        Self::new(Source::Interactive { history })
    }

    /// Adds the script's arguments, `sys.argv[1:]`.
    pub fn args<A: Into<OsString>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.args.extend(args.into_iter().map(Into::into));
        self
    }

    fn new(source: Source) -> Self {
        let args = Vec::new();
        Self { source, args }
    }

    /// `sys.argv` for this script.
    pub(crate) fn argv(&self) -> Vec<OsString> {
        let first = match &self.source {
            Source::File(path) => path.clone().into_os_string(),
            Source::Text { .. } => "-c".into(),
            Source::Module(_) => "-m".into(),
            Source::Interactive { .. } => "".into(),
        };
        let mut argv = vec![first];
        argv.extend_from_slice(&self.args);
        argv
    }
}
