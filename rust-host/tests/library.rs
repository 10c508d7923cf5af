//! The library as an embedding program uses it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use rustpython_host::{
    Config, Ended, ExceptionData, Host, HostError, NativeModule, Outcome, Prototype, Script,
    SystemExit, Text, install_panic_hook, run,
};
use rustpython_vm::{py_freeze, pymodule};

/// Output, hash seed and panic hook belong to the process: one test at a time.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn config() -> Config {
    Config::new().hash_seed(0).stack_size(64 * 1024 * 1024)
}

fn outcome(code: &str) -> Outcome {
    let _alone = alone();
    run(config(), Script::text(code)).expect("the host starts")
}

fn raised(code: &str) -> ExceptionData {
    match outcome(code).ended {
        Ended::Raised(exception) => *exception,
        other => panic!("{code}: {other:?}"),
    }
}

fn message(exception: &ExceptionData) -> String {
    exception
        .message
        .as_ref()
        .map(Text::to_string_lossy)
        .unwrap_or_default()
}

#[test]
fn endings_are_told_apart() {
    assert!(matches!(outcome("pass").ended, Ended::Ok));
    assert!(matches!(outcome("1/0").ended, Ended::Raised(_)));
    for (argument, code, text) in [
        ("3", Some(3), None),
        ("-1", Some(-1), None),
        ("None", None, None),
        ("'text'", None, Some("text")),
        ("2**70", None, Some("1180591620717411303424")),
    ] {
        let expected = SystemExit {
            code,
            text: text.map(Text::from),
        };
        match outcome(&format!("raise SystemExit({argument})")).ended {
            Ended::Exit(exit) => assert_eq!(exit, expected),
            other => panic!("{argument}: {other:?}"),
        }
    }
}

#[test]
fn the_process_survives_what_a_script_does() {
    assert_eq!(outcome("raise KeyboardInterrupt").exit_code, 130);
    assert_eq!(outcome("import sys; sys.exit(9)").exit_code, 9);
}

#[test]
fn an_exception_has_its_type_message_and_frames() {
    let exception = raised("def f(x):\n    return 1 / x\n\nf(0)");
    assert_eq!(exception.type_name, "ZeroDivisionError");
    assert_eq!(exception.module, "builtins");
    assert_eq!(message(&exception), "division by zero");
    let frames: Vec<_> = exception
        .frames
        .iter()
        .map(|frame| (frame.line, &frame.function))
        .collect();
    assert_eq!(
        frames,
        [(Some(4), &"<module>".into()), (Some(2), &"f".into())]
    );
    assert!(
        exception
            .frames
            .iter()
            .all(|frame| frame.file == "<string>")
    );
    assert!(
        exception
            .frames
            .iter()
            .all(|frame| frame.module == Some("__main__".into()))
    );
}

#[test]
fn types_are_named_with_their_modules() {
    assert_eq!(
        raised("import json; json.loads('{')").type_name,
        "json.decoder.JSONDecodeError"
    );
    let nested = "class A:\n    class E(Exception): pass\nraise A.E('x')";
    assert_eq!(raised(nested).type_name, "A.E");
    let frames = raised("import json; json.loads('{')").frames;
    assert_eq!(frames.last().unwrap().module, Some("json.decoder".into()));
}

#[test]
#[cfg(not(rustpython_generation = "0.4"))] // its exceptions take none
fn notes_are_kept() {
    let exception = raised("e = ValueError(1); e.add_note('one'); e.add_note('two'); raise e");
    assert_eq!(exception.notes, [Text::from("one"), Text::from("two")]);
}

#[test]
fn the_chain_is_followed() {
    let exception = raised(
        "try:
    try: raise KeyError(1)
    except KeyError: raise ValueError(2)
except ValueError as e: raise TypeError(3) from e",
    );
    let cause = exception.cause.expect("a cause");
    assert_eq!(cause.type_name, "ValueError");
    assert!(exception.context.is_none(), "it is the cause");
    assert!(exception.suppress_context);
    let context = cause.context.expect("a context");
    assert_eq!(
        (context.type_name, cause.suppress_context),
        ("KeyError".into(), false)
    );
}

#[test]
fn a_chain_that_bites_its_tail_ends() {
    let exception = raised(
        "a, b = ValueError('a'), ValueError('b')\na.__cause__ = b\nb.__cause__ = a\nraise a",
    );
    let cause = exception.cause.expect("b");
    assert_eq!(message(&cause), "b");
    assert!(cause.cause.is_none());
}

#[test]
fn a_long_chain_is_cut_and_says_so() {
    let exception = raised(
        "e = None
for n in range(100):
    new = ValueError(n)
    new.__cause__ = e
    e = new
raise e",
    );
    let mut depth = 1;
    let mut at = &exception;
    while let Some(cause) = &at.cause {
        depth += 1;
        at = cause;
    }
    assert_eq!((depth, at.truncated), (16, true));
}

#[test]
fn groups_have_their_members() {
    let exception =
        raised("raise ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [KeyError(2)])])");
    let members = exception.exceptions.expect("a group");
    assert_eq!(members[0].type_name, "ValueError");
    assert_eq!(
        members[1].exceptions.as_ref().unwrap()[0].type_name,
        "KeyError"
    );
    assert!(members[0].exceptions.is_none());
    let wide = raised("raise ExceptionGroup('g', [ValueError(n) for n in range(100)])");
    assert_eq!(wide.exceptions.unwrap().len(), 63);
    assert!(wide.truncated);
}

#[test]
fn a_syntax_error_tells_its_place() {
    let exception = raised("x = 1\ny = (\n");
    let syntax = exception.syntax.expect("a syntax error");
    // RustPython 0.4 points to the end, and not to the bracket that was never closed.
    let line = if cfg!(rustpython_generation = "0.4") {
        3
    } else {
        2
    };
    assert_eq!(
        (syntax.file, syntax.line),
        (Some("<string>".into()), Some(line))
    );
    assert!(syntax.offset.is_some() && syntax.text.is_some());
}

#[test]
fn of_deep_recursion_the_two_ends_are_kept() {
    let exception = raised("def f(n): return f(n + 1)\nf(0)");
    assert_eq!(exception.type_name, "RecursionError");
    assert_eq!(exception.frames.len(), 64);
    assert!(
        exception.frames_omitted > 800,
        "{}",
        exception.frames_omitted
    );
    assert_eq!(exception.frames[0].function, "<module>");
}

#[test]
fn a_message_that_cannot_be_had_is_none() {
    let exception = raised("class E(Exception):\n    def __str__(self): return 1/0\nraise E");
    assert_eq!((exception.type_name, exception.message), ("E".into(), None));
}

#[test]
fn long_and_odd_messages_are_kept_in_bounds() {
    let long = message(&raised("raise ValueError('é' * 100000)"));
    assert!(
        long.len() <= 16 * 1024 && long.ends_with('…'),
        "{}",
        long.len()
    );
    if cfg!(not(rustpython_generation = "0.4")) {
        let odd = outcome(r"raise ValueError('a\ud800b')").to_json();
        assert!(odd.contains(r#""message":"a\ud800b""#), "{odd}");
    }
}

#[test]
fn json_is_json() {
    for code in [
        "pass",
        "1/0",
        "raise SystemExit('x')",
        "raise ExceptionGroup('g', [KeyError()])",
    ] {
        let json = outcome(code).to_json();
        let value: serde_json::Value = serde_json::from_str(&json).expect(&json);
        assert!(value["exit_code"].is_u64());
    }
}

#[pymodule]
mod trap {
    use rustpython_vm::PyResult;

    #[pyfunction]
    fn spring(text: String) -> PyResult<()> {
        panic!("sprung: {text}")
    }
}

#[cfg(rustpython_generation = "0.4")]
const TRAP: NativeModule = ("trap", trap::make_module);
#[cfg(not(rustpython_generation = "0.4"))]
const TRAP: NativeModule = trap::module_def;

#[test]
fn a_panic_is_an_outcome_with_its_place() {
    let _alone = alone();
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    install_panic_hook(|_| {});
    let script = Script::text("import trap; trap.spring('now')");
    let outcome = run(config().module(TRAP), script).unwrap();
    std::panic::set_hook(previous);

    assert_eq!(outcome.exit_code, 101);
    let Ended::Panic(panic) = outcome.ended else {
        panic!("{:?}", outcome.ended);
    };
    assert_eq!(panic.message, "sprung: now");
    let place = panic.place.expect("the hook is there");
    assert!(place.file.ends_with("library.rs"), "{place:?}");
    assert!(place.function.unwrap().contains("library::trap::spring"));
    assert!(!place.main_thread, "the script has a thread of its own");
}

#[test]
fn one_host_can_follow_another() {
    let _alone = alone();
    for number in 0..3 {
        let host = Host::new(Config::new().hash_seed(0)).unwrap();
        let script =
            format!("import sys; assert 'seen' not in vars(sys); sys.seen = 1; sys.exit({number})");
        assert_eq!(host.run(Script::text(script)).exit_code, number);
    }
}

#[test]
fn python_modules_can_be_frozen_in() {
    let _alone = alone();
    let frozen = py_freeze!(source = "def answer(): return 42", module_name = "oracle");
    let script = Script::text("import oracle, sys; sys.exit(oracle.answer())");
    assert_eq!(run(config().frozen(frozen), script).unwrap().exit_code, 42);
}

#[test]
fn init_functions_come_before_the_script_and_may_fail() {
    let _alone = alone();
    let set = config().init(|vm| vm.builtins.set_attr("given", vm.ctx.new_int(8), vm));
    let outcome = run(set, Script::text("import sys; sys.exit(given)")).unwrap();
    assert_eq!(outcome.exit_code, 8);
    let failing = config().init(|vm| Err(vm.new_value_error("not today".to_owned())));
    match run(failing, Script::text("pass")) {
        Err(HostError::Raised(exception)) => assert_eq!(message(&exception), "not today"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_left_after_the_script_can_be_looked_at() {
    let _alone = alone();
    let host = Host::new(Config::new().hash_seed(0)).unwrap();
    let executed = host.execute(Script::text("import atexit\natexit.register(lambda: 1/0)"));
    assert!(executed.outcome().phases.execute.is_some());
    assert!(executed.outcome().phases.finalise.is_none());
    let outcome = executed.finalise();
    assert_eq!(outcome.exit_code, 0);
    assert!(outcome.phases.finalise.is_some());
}

#[test]
fn a_prototype_starts_a_script_with_what_it_is_called_with() {
    let _alone = alone();
    let prototype = Prototype::new(config()).expect("it is built");
    prototype.rehearse().expect("it can be rehearsed");
    let host = prototype.start(vec!["program".into(), "one".into()]);
    let code = "import sys; sys.exit(7 if sys.orig_argv == ['program', 'one'] else sys.orig_argv)";
    let outcome = host.expect("it starts").execute(Script::text(code)).leave();
    assert_eq!(outcome.exit_code, 7, "{outcome:?}");
}

#[test]
fn leaving_does_all_that_a_script_can_see() {
    let _alone = alone();
    let folder = std::env::temp_dir().join(format!("leaving-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let ends = [
        ("text = open(path, 'w'); text.write('open')", "open"),
        (
            "class Noisy:\n def __del__(self, open=open):\n  with open(path, 'w') as f: f.write('gone')\nkept = Noisy()",
            "gone",
        ),
        (
            "import atexit\natexit.register(lambda: open(path, 'w').write('exit'))",
            "exit",
        ),
        (
            "def waiting():\n try: yield\n finally:\n  f = open(path, 'w'); f.write('closed'); f.close()\nw = waiting(); next(w)",
            "closed",
        ),
    ];
    for (number, (code, expected)) in ends.into_iter().enumerate() {
        let path = folder.join(number.to_string());
        let code = format!("path = {:?}\n{code}\n", path.display().to_string());
        let host = Prototype::new(config())
            .expect("it is built")
            .start(Vec::new());
        let outcome = host
            .expect("it starts")
            .execute(Script::text(code.clone()))
            .leave();
        assert_eq!(outcome.exit_code, 0, "{outcome:?}");
        let written = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(written, expected, "{code}");
    }
    std::fs::remove_dir_all(&folder).expect("it is removed");
}
