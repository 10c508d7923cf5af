//! The variables that RustPython's own command line reads, with its meanings.

use std::env;
use std::path::PathBuf;

use rustpython_host::Flags;

use super::arguments::HashSeed;

/// What the environment asks for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Environment {
    pub flags: Flags,
    pub hash_seed: Option<HashSeed>,
    pub paths: Vec<PathBuf>,
}

impl Environment {
    /// Reads the process's environment. An error is one line of text.
    pub fn read() -> Result<Self, String> {
        Self::from(|name| env::var_os(name)?.into_string().ok())
    }

    /// Reads these variables. An error is one line of text.
    pub fn from(variable: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        let get = |name: &str| variable(name).filter(|value| !value.is_empty());
        let is_set = |name: &str| get(name).is_some();
        let level = |name: &str| get(name).map_or(0, |value| value.parse().unwrap_or(1));

        let (stdio_encoding, stdio_errors) = match get("PYTHONIOENCODING") {
            Some(value) => stdio(&value),
            None => (None, None),
        };
        let flags = Flags {
            optimize: level("PYTHONOPTIMIZE"),
            verbose: level("PYTHONVERBOSE"),
            debug: level("PYTHONDEBUG"),
            write_bytecode: !is_set("PYTHONDONTWRITEBYTECODE"),
            user_site: !is_set("PYTHONNOUSERSITE"),
            safe_path: is_set("PYTHONSAFEPATH"),
            warnings: get("PYTHONWARNINGS").map_or(Vec::new(), |value| warnings(&value)),
            utf8: match get("PYTHONUTF8").as_deref() {
                None | Some("1") => true,
                Some("0") => false,
                Some(other) => return Err(format!("PYTHONUTF8 must be 0 or 1, not {other}")),
            },
            stdio_encoding,
            stdio_errors,
            int_max_str_digits: match get("PYTHONINTMAXSTRDIGITS") {
                Some(value) => digits(&value)?,
                None => Flags::default().int_max_str_digits,
            },
            warn_default_encoding: is_set("PYTHONWARNDEFAULTENCODING"),
            ..Flags::default()
        };
        let hash_seed = get("PYTHONHASHSEED").map(|value| {
            HashSeed::parse(&value)
                .ok_or("PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]")
        });
        let paths = ["RUSTPYTHONPATH", "PYTHONPATH"]
            .iter()
            .filter_map(|name| get(name));
        Ok(Self {
            flags,
            hash_seed: hash_seed.transpose()?,
            paths: paths.flat_map(|value| folders(&value)).collect(),
        })
    }
}

/// `encoding[:errors]`, either of which may be empty.
fn stdio(value: &str) -> (Option<String>, Option<String>) {
    let (encoding, errors) = value.split_once(':').unwrap_or((value, ""));
    let given = |part: &str| (!part.is_empty()).then(|| part.to_owned());
    (given(encoding), given(errors))
}

fn warnings(value: &str) -> Vec<String> {
    let filters = value
        .split(',')
        .map(str::trim)
        .filter(|filter| !filter.is_empty());
    filters.map(str::to_owned).collect()
}

fn digits(value: &str) -> Result<u32, String> {
    let number = value
        .parse()
        .ok()
        .filter(|number| matches!(number, 0 | 640..));
    number.ok_or_else(|| "PYTHONINTMAXSTRDIGITS must be 0 or at least 640".to_owned())
}

/// The standard library refuses to split paths for WASI, which has them as Unix does.
fn folders(value: &str) -> Vec<PathBuf> {
    let separator = if cfg!(windows) { ';' } else { ':' };
    value.split(separator).map(PathBuf::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &'static str, value: &'static str) -> Result<Environment, String> {
        Environment::from(|asked| (asked == name).then(|| value.to_owned()))
    }

    #[test]
    fn variables_are_read_as_by_rustpython() {
        assert_eq!(with("PYTHONOPTIMIZE", "2").unwrap().flags.optimize, 2);
        assert_eq!(with("PYTHONOPTIMIZE", "yes").unwrap().flags.optimize, 1);
        assert!(
            !with("PYTHONDONTWRITEBYTECODE", "0")
                .unwrap()
                .flags
                .write_bytecode
        );
        assert!(
            with("PYTHONDONTWRITEBYTECODE", "")
                .unwrap()
                .flags
                .write_bytecode
        );
        assert_eq!(
            with("PYTHONWARNINGS", "error, ,once")
                .unwrap()
                .flags
                .warnings
                .len(),
            2
        );
        let errors_only = with("PYTHONIOENCODING", ":replace").unwrap().flags;
        assert_eq!(errors_only.stdio_encoding, None);
        assert_eq!(errors_only.stdio_errors.as_deref(), Some("replace"));
        assert_eq!(
            with("PYTHONHASHSEED", "5").unwrap().hash_seed,
            Some(HashSeed::Fixed(5))
        );
    }

    #[test]
    fn values_that_cannot_be_are_refused() {
        assert!(with("PYTHONHASHSEED", "-1").is_err());
        assert!(with("PYTHONUTF8", "2").is_err());
        assert!(with("PYTHONINTMAXSTRDIGITS", "5").is_err());
    }
}
