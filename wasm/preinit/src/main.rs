//! Keeps an initialised instance of the host as a module of its own.
//!
//! The work is done in two steps, between which any engine runs the module: `instrument` adds
//! exports of all that an instance consists of, and `snapshot` makes a module that begins as
//! that instance is now.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::process::ExitCode;

use wasm_encoder::{ExportSection, RawSection};
use wasmparser::{Parser, Payload};
use wasmtime_wizer::{InstanceState, SnapshotVal, ValType, Wizer};

const USAGE: &str = "\
Usage: preinit instrument MODULE OUT            add exports of all state
       preinit snapshot MODULE STATE MEMORY OUT  a module that begins in this state

STATE is JSON: the value of each exported mutable global by its name, a number.
MEMORY is a folder with the bytes of each exported memory, in a file of its name.
MODULE is the same in both; its `wizer-initialize` has been called in between.
";

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let parts: Vec<_> = arguments.iter().map(String::as_str).collect();
    let done = match parts[..] {
        ["instrument", module, out] => instrument(module, out),
        ["snapshot", module, state, memory, out] => snapshot(module, state, memory, out),
        ["--help" | "-h"] => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprint!("{USAGE}");
            return 2.into();
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("preinit: {error}");
            1.into()
        }
    }
}

type Done = Result<(), Box<dyn Error>>;

fn wizer() -> Wizer {
    let mut wizer = Wizer::new();
    wizer.func_rename("_start", "resume");
    wizer
}

fn read(path: &str) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{path}: {error}"))
}

fn write(path: &str, bytes: &[u8]) -> Done {
    fs::write(path, bytes).map_err(|error| format!("{path}: {error}").into())
}

fn instrument(module: &str, out: &str) -> Done {
    let bytes = read(module)?;
    let (_, instrumented) = wizer()
        .instrument(&bytes)
        .map_err(|error| format!("{module}: {error:#}"))?;
    write(out, &instrumented)
}

fn snapshot(module: &str, state: &str, memory: &str, out: &str) -> Done {
    let bytes = read(module)?;
    let globals: HashMap<String, i64> =
        serde_json::from_slice(&read(state)?).map_err(|error| format!("{state}: {error}"))?;
    let wizer = wizer();
    let (context, _) = wizer
        .instrument(&bytes)
        .map_err(|error| format!("{module}: {error:#}"))?;
    let mut instance = Instance {
        globals,
        folder: memory.to_owned(),
        missing: None,
    };
    let made = pollster::block_on(wizer.snapshot(&context, &mut instance));
    if let Some(missing) = instance.missing {
        return Err(missing.into());
    }
    let made = made.map_err(|error| format!("{module}: {error:#}"))?;
    write(out, &with_command_exports(&made)?)
}

/// What a WASI command has to export. The host's module has much else, of the
/// libraries in it, which an engine would look up for each instance.
const EXPORTS: [&str; 3] = ["memory", "_start", "rehearse"];

/// The same module without any other export.
fn with_command_exports(module: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut made = wasm_encoder::Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        if let Payload::ExportSection(exports) = &payload {
            let mut kept = ExportSection::new();
            for export in exports.clone() {
                let export = export?;
                if EXPORTS.contains(&export.name) {
                    kept.export(export.name, export.kind.try_into()?, export.index);
                }
            }
            made.section(&kept);
        } else if let Some((id, range)) = payload.as_section() {
            let data = &module[range];
            made.section(&RawSection { id, data });
        }
    }
    Ok(made.finish())
}

/// An instance that another program ran, by what it wrote down.
struct Instance {
    globals: HashMap<String, i64>,
    folder: String,
    /// What was asked for and is not there.
    missing: Option<String>,
}

impl InstanceState for Instance {
    async fn global_get(&mut self, name: &str, kind: ValType) -> SnapshotVal {
        let value = self.globals.get(name).copied().unwrap_or_else(|| {
            self.missing = Some(format!("the state has no global {name}"));
            0
        });
        match kind {
            ValType::I32 => SnapshotVal::I32(value as i32),
            ValType::I64 => SnapshotVal::I64(value),
            other => {
                self.missing = Some(format!("the global {name} is a {other}"));
                SnapshotVal::I32(0)
            }
        }
    }

    async fn memory_contents(&mut self, name: &str, contents: impl FnOnce(&[u8]) + Send) {
        match read(&format!("{}/{name}", self.folder)) {
            Ok(bytes) => contents(&bytes),
            Err(message) => {
                self.missing = Some(message);
                contents(&[]);
            }
        }
    }
}
