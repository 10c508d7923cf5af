//! What this build is.

use std::fmt;

use crate::generation;
use crate::json::Object;

/// What this build is.
#[derive(Clone, Debug)]
pub struct Info {
    /// The version of this crate.
    pub host: &'static str,
    /// The version of RustPython.
    pub rustpython: &'static str,
    /// The version of Python that it claims.
    pub python: String,
    /// The cargo features of this build, sorted.
    pub features: Vec<&'static str>,
    /// The target triple.
    pub target: &'static str,
    /// The compiler, as `rustc --version` names it.
    pub compiler: &'static str,
    /// The cargo profile.
    pub profile: &'static str,
    /// Its optimisation level.
    pub opt_level: &'static str,
    /// Bytes of stack in the linear memory of a WebAssembly build.
    pub wasm_stack: Option<u64>,
    /// The version of the fork server's protocol, where the program has one.
    pub fork_server: Option<u64>,
}

/// docs/fork-server.md has the protocol of this version.
pub const FORK_SERVER_PROTOCOL: u64 = 1;

impl Info {
    /// What this build is.
    pub fn get() -> Self {
        Self {
            host: env!("CARGO_PKG_VERSION"),
            rustpython: env!("HOST_RUSTPYTHON"),
            python: generation::python_version(),
            features: env!("HOST_FEATURES")
                .split(',')
                .filter(|name| !name.is_empty())
                .collect(),
            target: env!("HOST_TARGET"),
            compiler: env!("HOST_RUSTC"),
            profile: env!("HOST_PROFILE"),
            opt_level: env!("HOST_OPT_LEVEL"),
            wasm_stack: option_env!("HOST_WASM_STACK").and_then(|bytes| bytes.parse().ok()),
            fork_server: cfg!(target_os = "linux").then_some(FORK_SERVER_PROTOCOL),
        }
    }

    /// The same as one line of JSON.
    pub fn to_json(&self) -> String {
        Object::write(|object| {
            object.text("host", self.host);
            object.text("rustpython", self.rustpython);
            object.text("python", &self.python);
            object.texts("features", &self.features);
            object.text("target", self.target);
            object.text("compiler", self.compiler);
            object.text("profile", self.profile);
            object.text("opt_level", self.opt_level);
            object.optional_value("wasm_stack", self.wasm_stack);
            object.optional_value("fork_server", self.fork_server);
        })
    }
}

impl fmt::Display for Info {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "host       {}", self.host)?;
        writeln!(formatter, "RustPython {}", self.rustpython)?;
        writeln!(formatter, "Python     {}", self.python)?;
        writeln!(formatter, "features   {}", self.features.join(" "))?;
        writeln!(formatter, "target     {}", self.target)?;
        writeln!(formatter, "compiler   {}", self.compiler)?;
        write!(
            formatter,
            "profile    {}, opt-level {}",
            self.profile, self.opt_level
        )?;
        if let Some(bytes) = self.wasm_stack {
            write!(formatter, "\nwasm stack {bytes} bytes")?;
        }
        if let Some(version) = self.fork_server {
            write!(formatter, "\nserve      protocol {version}")?;
        }
        Ok(())
    }
}
