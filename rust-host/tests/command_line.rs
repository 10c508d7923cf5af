//! The command line: what it runs, and the code it exits with.

mod support;

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

use support::{Folder, IS_0_4, IS_0_5, code, host, run_code, stderr, stdout, with_input};

#[test]
fn exit_codes_are_cpythons() {
    for (script, expected) in [
        ("pass", 0),
        ("1/0", 1),
        ("def f(", 1),
        ("raise SystemExit", 0),
        ("raise SystemExit(7)", 7),
        ("class E(SystemExit): pass\nraise E(6)", 6),
        ("import sys; sys.exit(3)", 3),
        ("import sys; sys.exit(-1)", 255),
        ("import sys; sys.exit(256)", 0),
        ("import sys; sys.exit(2**70)", 255),
        ("import sys; sys.exit(True)", 1),
        ("import sys; sys.exit(None)", 0),
        ("import sys; sys.exit('text')", 1),
        ("import sys; sys.exit((1, 2))", 1),
        ("import sys; sys.stderr = None; sys.exit('text')", 1),
        ("import os; os._exit(3)", 3),
        ("import os; os._exit(257)", 1),
        ("raise KeyboardInterrupt", 130),
        (
            "import os; os.kill(os.getpid(), 2); import time; time.sleep(9)",
            130,
        ),
        (
            "import atexit, sys; atexit.register(print, 'bye'); sys.exit(4)",
            4,
        ),
        ("import atexit; atexit.register(lambda: 1/0)", 0),
        (
            "import threading; threading.Thread(target=lambda: 1/0).start()",
            0,
        ),
        ("raise BaseExceptionGroup('g', [SystemExit(3)])", 1),
    ] {
        assert_eq!(code(&run_code(script)), expected, "{script}");
    }
}

#[test]
fn what_exit_was_given_is_told_on_stderr() {
    for script in [
        "import sys; sys.exit('text')",
        "import sys; sys.stderr = None; sys.exit('text')",
    ] {
        assert_eq!(stderr(&run_code(script)), "text\n", "{script}");
    }
}

#[test]
fn output_that_cannot_be_flushed_is_120() {
    if IS_0_4 {
        return;
    }
    for script in ["print(1)", "print(1); raise SystemExit(3)"] {
        let full = std::fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap();
        let output = host().args(["-c", script]).stdout(full).output().unwrap();
        assert_eq!(code(&output), 120, "{script}");
    }
}

#[test]
fn a_file_is_run_with_its_arguments_and_folder() {
    let folder = Folder::new();
    folder.file("helper.py", "value = 42");
    let script = folder.file(
        "main.py",
        "import sys, helper\nprint(sys.argv, __file__, __name__, helper.value, sys.path[0])",
    );
    let output = host()
        .current_dir(folder.path())
        .args(["run", "main.py", "-x", "--y"])
        .output();
    let shown = script.display();
    let expected = format!(
        "['main.py', '-x', '--y'] {shown} __main__ 42 {}\n",
        folder.path().display()
    );
    assert_eq!(stdout(&output.unwrap()), expected);
}

#[test]
fn sources_are_read_as_python_reads_them() {
    let folder = Folder::new();
    let lines = if IS_0_5 { "1\na\r\nb\n" } else { "1\na\nb\n" };
    for (name, content, expected) in [
        ("utf8.py", "print('é')".as_bytes(), "é\n"),
        ("bom.py", b"\xEF\xBB\xBFprint('bom')", "bom\n"),
        ("latin.py", b"# coding: latin-1\nprint('\xE9')", "é\n"),
        ("crlf.py", b"print(1)\r\nprint('''a\r\nb''')\r\n", lines),
        ("empty.py", b"", ""),
    ] {
        if IS_0_4 && name == "latin.py" {
            continue;
        }
        let output = host()
            .arg("run")
            .arg(folder.file(name, content))
            .output()
            .unwrap();
        assert_eq!(stdout(&output), expected, "{name}: {}", stderr(&output));
        assert_eq!(code(&output), 0, "{name}");
    }
    for (name, content, expected) in [
        (
            "bytes.py",
            b"print('\xFF')".as_slice(),
            if IS_0_4 {
                "UnicodeDecodeError"
            } else {
                "SyntaxError"
            },
        ),
        (
            "null.py",
            b"a = 1\nb = '\0'\n",
            "source code cannot contain null bytes",
        ),
    ] {
        let output = host()
            .arg("run")
            .arg(folder.file(name, content))
            .output()
            .unwrap();
        assert!(
            stderr(&output).contains(expected),
            "{name}: {}",
            stderr(&output)
        );
        assert_eq!(code(&output), 1, "{name}");
    }
}

#[test]
fn a_folder_with_a_main_is_run() {
    let folder = Folder::new();
    folder.file("__main__.py", "import sys; print(__name__, sys.argv[1:])");
    let output = host()
        .arg("run")
        .arg(folder.path())
        .arg("a")
        .output()
        .unwrap();
    assert_eq!(stdout(&output), "__main__ ['a']\n", "{}", stderr(&output));
}

#[test]
fn a_file_that_cannot_be_read_is_2() {
    let output = host().args(["run", "/nowhere/x.py"]).output().unwrap();
    assert_eq!(code(&output), 2);
    let message = stderr(&output);
    let expected = "can't open file '/nowhere/x.py': [Errno 2] No such file or directory\n";
    assert!(message.ends_with(expected), "{message}");
}

#[test]
fn bad_usage_is_2_and_one_line() {
    for args in [&["frobnicate"][..], &[], &["--speed", "run", "x"], &["run"]] {
        let output = host().args(args).output().unwrap();
        assert_eq!(code(&output), 2, "{args:?}");
        assert_eq!(stderr(&output).lines().count(), 1, "{args:?}");
    }
}

#[test]
fn modules_and_code_see_their_arguments() {
    let folder = Folder::new();
    folder.file(
        "mod.py",
        "import sys; print(__name__, sys.argv[1:], sys.path[0])",
    );
    let output = host()
        .current_dir(folder.path())
        .args(["-m", "mod", "a"])
        .output()
        .unwrap();
    assert_eq!(
        stdout(&output),
        format!("__main__ ['a'] {}\n", folder.path().display())
    );
    let output = host()
        .args(["-c", "import sys; print(sys.argv)", "-x"])
        .output()
        .unwrap();
    assert_eq!(stdout(&output), "['-c', '-x']\n");
    assert_eq!(
        code(&host().args(["-m", "no_such_module"]).output().unwrap()),
        1
    );
}

#[test]
fn arguments_that_are_not_utf8_do_not_reach_the_script_unseen() {
    // RustPython 0.6 panics over them, which has to show.
    let odd = OsStr::from_bytes(b"\xFF");
    let output = host().args(["-c", "pass"]).arg(odd).output().unwrap();
    assert_eq!(code(&output), 101);
}

#[test]
fn stdin_is_the_scripts() {
    let output = with_input(
        host().args(["-c", "print(input()); print(input())"]),
        "a\nb\n",
    );
    assert_eq!(stdout(&output), "a\nb\n");
}

#[test]
fn the_hash_seed_is_given_by_option_or_environment() {
    let hash = ["-c", "print(hash('a string'))"];
    let with = |args: &[&str], seed: Option<&str>| {
        let mut command = host();
        command.args(args).args(hash);
        seed.map(|seed| command.env("PYTHONHASHSEED", seed));
        stdout(&command.output().unwrap())
    };
    let seven = with(&["--hash-seed", "7"], None);
    assert_eq!(seven, with(&["--hash-seed=7"], None));
    assert_eq!(seven, with(&[], Some("7")));
    assert_eq!(seven, with(&["--hash-seed", "7"], Some("8")));
    assert_ne!(seven, with(&["--hash-seed", "8"], None));
    assert_ne!(with(&[], None), with(&[], None));
    assert_ne!(seven, with(&["--isolated"], Some("7")));
    let output = host()
        .args(hash)
        .env("PYTHONHASHSEED", "x")
        .output()
        .unwrap();
    assert_eq!(code(&output), 1);
    assert!(stderr(&output).contains("PYTHONHASHSEED must be"));
}

#[test]
fn isolated_keeps_the_environment_out() {
    let folder = Folder::new();
    folder.file("inside.py", "");
    let script = folder.file("main.py", "import inside");
    let lost = |output| stderr(&output).contains("No module named 'inside'");
    assert!(!lost(host().arg("run").arg(&script).output().unwrap()));
    assert!(lost(
        host()
            .args(["--isolated", "run"])
            .arg(&script)
            .output()
            .unwrap()
    ));
    let path = host()
        .env("PYTHONPATH", folder.path())
        .args(["-c", "import inside"])
        .output();
    assert!(!lost(path.unwrap()));
    let isolated = ["--isolated", "-c", "import inside"];
    assert!(lost(
        host()
            .env("PYTHONPATH", folder.path())
            .args(isolated)
            .output()
            .unwrap()
    ));
    let given = host()
        .arg("--path")
        .arg(folder.path())
        .args(isolated)
        .output();
    assert!(!lost(given.unwrap()));
}

#[test]
fn site_can_be_left_out() {
    let script = ["-c", "import sys; print('site' in sys.modules)"];
    assert_eq!(stdout(&host().args(script).output().unwrap()), "True\n");
    assert_eq!(
        stdout(&host().arg("--no-site").args(script).output().unwrap()),
        "False\n"
    );
}

#[test]
fn nothing_is_read_from_the_machine_it_was_built_on() {
    let output = run_code(
        "import sys, os, json, asyncio, unittest, email.message, xml.dom, importlib.metadata
for name, module in sorted(sys.modules.items()):
    spec = getattr(module, '__spec__', None)
    if spec is not None and spec.origin not in ('frozen', 'built-in'):
        print(name, spec.origin)
    for place in [getattr(module, '__file__', None), *(getattr(module, '__path__', None) or [])]:
        if place and not place.startswith('/frozen/'):
            print(name, place)
print([p for p in sys.path if p], sys.prefix, os.path.exists(sys.prefix))",
    );
    assert_eq!(stdout(&output), "[] /frozen False\n", "{}", stderr(&output));
}

/// What no limit of calls ends, but only a look at the stack.
fn beyond_the_limit() -> Vec<String> {
    let unlimited = "import sys; sys.setrecursionlimit(10**8)\n\
                     def f(n): return [f(m) for m in map(f, [n])]\nf(0)";
    let parsed = [
        "import json; json.loads('[' * 1000000)",
        "eval('(' * 100000 + ')' * 100000)",
        "eval('-' * 100000 + '1')",
    ];
    let mut guarded = Vec::new();
    if !IS_0_4 {
        guarded.push(unlimited);
    }
    if !IS_0_4 && !IS_0_5 {
        guarded.extend(parsed);
    }
    guarded.into_iter().map(str::to_owned).collect()
}

#[test]
fn recursion_is_an_error_and_not_a_crash() {
    let expected = ["RecursionError", "SyntaxError"];
    let nested = "x = []\nfor i in range(1000000): x = [x]\n";
    for script in [
        "def f(): f()\nf()".to_owned(),
        "class A:\n def m(self): self.m()\nA().m()".to_owned(),
        "class A:\n def __add__(self, o): return self + o\nA() + 1".to_owned(),
        "class A:\n def __repr__(self): return repr([self])\nrepr(A())".to_owned(),
        "f = lambda n: [f(n + 1) for _ in (1,)]\nf(0)".to_owned(),
        "f = lambda n: list(map(f, [n]))\nf(0)".to_owned(),
        format!("{nested}repr(x)"),
        format!("import json\n{nested}json.dumps(x)"),
    ]
    .into_iter()
    .chain(beyond_the_limit())
    {
        // Freeing what is nested is not the point, and takes its time.
        let script = format!(
            "import os, sys\ntry:\n {}\nexcept BaseException as e: print(type(e).__name__)\n\
             sys.stdout.flush(); os._exit(0)",
            script.replace('\n', "\n ")
        );
        let output = run_code(&script);
        let printed = stdout(&output);
        assert!(expected.contains(&printed.trim()), "{script}: {output:?}");
    }
}

#[test]
fn the_stack_and_the_recursion_limit_can_be_set() {
    let deep = "import sys
def f(n):
    global depth
    depth = n
    return sorted([n + 1], key=f)
limit = sys.getrecursionlimit()
sys.setrecursionlimit(10**6)
try: f(0)
except RecursionError: print(limit, depth)";
    let depth = |args: &[&str]| {
        let output = host().args(args).args(["-c", deep]).output().unwrap();
        let printed = stdout(&output);
        let numbers: Vec<u32> = printed
            .split_whitespace()
            .map(|number| number.parse().unwrap())
            .collect();
        (numbers[0], numbers[1])
    };
    if IS_0_4 {
        let shown = ["-c", "import sys; print(sys.getrecursionlimit())"];
        let limited = host()
            .args(["--recursion-limit", "77"])
            .args(shown)
            .output();
        assert_eq!(stdout(&limited.unwrap()), "77\n");
        return;
    }
    let (limit, usual) = depth(&[]);
    assert_eq!(limit, 1000);
    assert!(usual > 1000, "{usual}");
    let (limit, larger) = depth(&["--stack-size", "200000000", "--recursion-limit", "77"]);
    assert_eq!(limit, 77);
    assert!(
        larger > 2 * usual,
        "{larger} is not much deeper than {usual}"
    );
}

#[test]
fn the_repl_goes_on_after_an_exception() {
    let (several_lines, printed) = if IS_0_4 {
        ("", "")
    } else {
        (
            "for i in range(2):\n    print(i)\n\n'''a\nb'''\n",
            "0\n1\n'a\\nb'\n",
        )
    };
    let input = format!("x = 6\nx * 7\n1/0\n{several_lines}x = = 2\ninput()\nline\n");
    let output = with_input(host().arg("repl"), &input);
    assert_eq!(stdout(&output), format!("42\n{printed}'line'\n"));
    let errors = stderr(&output);
    assert!(
        errors.contains("ZeroDivisionError") && errors.contains("SyntaxError"),
        "{errors}"
    );
    assert_eq!(code(&output), 0);
}

#[test]
fn the_repl_exits_with_the_scripts_code() {
    assert_eq!(
        code(&with_input(host().arg("repl"), "exit(5)\nprint(1)\n")),
        5
    );
    assert_eq!(code(&with_input(host().arg("repl"), "")), 0);
    assert_eq!(code(&with_input(host().arg("repl"), "def f():\n  pass")), 0);
}

#[test]
fn info_tells_what_the_build_is() {
    let output = host().args(["info", "--json"]).output().unwrap();
    let info: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    for key in [
        "host",
        "rustpython",
        "python",
        "target",
        "compiler",
        "profile",
        "opt_level",
    ] {
        assert!(
            info[key].as_str().is_some_and(|text| !text.is_empty()),
            "{key}: {info}"
        );
    }
    assert!(
        info["features"]
            .as_array()
            .unwrap()
            .iter()
            .any(|name| name == "freeze-stdlib")
    );
    let version = run_code("import sys; print('%d.%d.%d' % sys.version_info[:3])");
    assert_eq!(info["python"], stdout(&version).trim());
}
