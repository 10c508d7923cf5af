"""Headers: what good ones say, and the exact line that each bad one gets."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from harness.header import Header, read_corpus_settings, read_header
from harness.model import CAPABILITIES, CaseFile, CompareOptions

ENV_RULE = "a name is not empty and has no '=', and neither side holds NUL"
KNOWN = ", ".join(CAPABILITIES)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with a file and a folder beside the script `x.py`."""
    monkeypatch.chdir(tmp_path)
    Path("data.csv").write_text("1,2\n")
    Path("tree/sub").mkdir(parents=True)
    Path("tree/a.txt").write_text("a")
    Path("tree/sub/b.txt").write_text("b")
    return tmp_path


def read(text: str, side_file: Path | None = None) -> tuple[Header, list[str]]:
    return read_header(Path("x.py").absolute(), text, side_file, Path.cwd())


def good(*lines: str) -> Header:
    header, errors = read("# harness:\n" + "".join(f"#   {line}\n" for line in lines))
    assert errors == []
    return header


def bad(*lines: str) -> list[str]:
    """Complaints about these header lines; the first of them is line 2 of the script."""
    return read("# harness:\n" + "".join(f"#   {line}\n" for line in lines))[1]


def test_every_key() -> None:
    header = good(
        "description: one line",
        "tags: [dict, ordering]",
        'argv: ["--n", 3]',
        'stdin: "first\\nsecond\\n"',
        "env: {NAME: value, EMPTY: }",
        "needs: [threads, sockets, threads]",
        "timeout: 2.5",
        'args: {small: ["20"], full: ["2000"]}',
        'files: {b.txt: "text\\n", a/c.bin: {base64: AAE=}, d: {from: data.csv}}',
        "compare: {unordered: yes, float_tolerance: 1e-9}",
        "raises: json.JSONDecodeError",
        "skip: the reason",
    )
    assert header == Header(
        description="one line",
        tags=("dict", "ordering"),
        argv=("--n", "3"),
        stdin=b"first\nsecond\n",
        env={"NAME": "value", "EMPTY": ""},
        needs=("threads", "sockets"),
        timeout=2.5,
        args=(("20",), ("2000",)),
        files=(
            CaseFile("a/c.bin", content=b"\0\1"),
            CaseFile("b.txt", content=b"text\n"),
            CaseFile("d", source=Path.cwd() / "data.csv"),
        ),
        compare=CompareOptions(unordered=True, float_tolerance=1e-9),
        raises="json.JSONDecodeError",
        skip="the reason",
    )


@pytest.mark.parametrize(
    "text",
    [
        "# harness:\n#   timeout: 7\n",
        "#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n\n# harness:\n#   timeout: 7\nprint()\n",
        "# About it.\n\n# harness:\n#   timeout: 7\n#\n# More about it.\n'''doc'''\n",
        "# harness:  \r\n#   timeout: 7\r\nprint()\r\n",
        "# harness:\n#\n#     # a comment\n#     timeout: 7",
    ],
)
def test_where_a_header_may_stand(text: str) -> None:
    assert read(text) == (Header(timeout=7.0), [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "print('# harness:')\n",
        "'''doc'''\n# harness:\n#   timeout: 7\n",
        "import os\n# harness:\n#   timeout: 7\n",
        "# a harness for tests\n",
        "# harness: see the manual\n",
    ],
)
def test_no_header(text: str) -> None:
    assert read(text) == (Header(), [])


def test_scalars_stay_as_they_are_written() -> None:
    header = good("argv: [1, yes, 1.50, ~, 0x10, null, 2024-01-01, '']", "env: {A: no, B: 1e3}")
    assert header.argv == ("1", "yes", "1.50", "~", "0x10", "null", "2024-01-01", "")
    assert header.env == {"A": "no", "B": "1e3"}


def test_a_plain_list_of_args_is_for_every_size() -> None:
    assert good("args: [5]").args == (("5",), None)
    assert good("args: {full: [9]}").args == ((), ("9",))


def test_text_of_several_lines() -> None:
    assert good("stdin: |", "  one", "", "  two").stdin == b"one\n\ntwo\n"


def test_stdin_from_a_file() -> None:
    assert good("stdin: {file: data.csv}").stdin == b"1,2\n"


def test_files_as_a_list_take_whole_folders_in_order() -> None:
    Path("tree/__pycache__").mkdir()
    Path("tree/__pycache__/b.pyc").write_bytes(b"")
    Path("tree/empty").mkdir()
    Path("tree/loop").symlink_to(Path("tree").absolute())
    files = good("files: [./tree/, data.csv]").files or ()
    assert [file.name for file in files] == [
        "data.csv", "tree/a.txt", "tree/empty", "tree/sub/b.txt",
    ]  # fmt: skip
    assert files[1].source == Path.cwd() / "tree/a.txt"


def test_no_files_is_not_the_same_as_none_given() -> None:
    assert good("files: []").files == ()
    assert good("timeout: 1").files is None


NOT_INSIDE = "give a relative path inside the working directory"

BAD: list[tuple[str, str]] = [
    ("timeot: 3", "header key 'timeot' is not known; did you mean 'timeout'?"),
    ("Needs: [fork]", "header key 'Needs' is not known; did you mean 'needs'?"),
    (
        "zzz: 3",
        "header key 'zzz' is not known; known are: description, tags, argv, stdin, env, needs, "
        "timeout, args, files, compare, raises, skip",
    ),
    ('timeout: "soon"', "header key 'timeout' must be a number of seconds above 0, not 'soon'"),
    ("timeout: 0", "header key 'timeout' must be a number of seconds above 0, not '0'"),
    ("timeout: .inf", "header key 'timeout' must be a number of seconds above 0, not '.inf'"),
    ("timeout: inf", "header key 'timeout' must be a number of seconds above 0, not 'inf'"),
    ("timeout: [1]", "header key 'timeout' must be a number of seconds above 0, not a list"),
    ("description: [a]", "header key 'description' must be text, not a list"),
    ("tags: dict", "header key 'tags' must be a list, as [a, b], not 'dict'"),
    ("tags: [[a]]", "header key 'tags' must be text, not a list"),
    ("tags:", "header key 'tags' must be a list, as [a, b], not empty"),
    ('argv: ["a\\0"]', "header key 'argv' must be without NUL characters, not a list"),
    ("stdin: [a]", "header key 'stdin' must be text, not a list"),
    ("stdin: {fil: a}", "header key 'stdin.fil' is not known; did you mean 'file'?"),
    (
        "stdin: {file: dta.csv}",
        "header key 'stdin.file': no such file or folder beside the script: 'dta.csv'; "
        "did you mean 'data.csv'?",
    ),
    ("stdin: {file: tree}", "header key 'stdin.file': cannot read 'tree': Is a directory"),
    ("env: [A]", "header key 'env' must be a mapping of names to texts, not a list"),
    ("env: {A: [1]}", "header key 'env.A' must be text, not a list"),
    ("env: {A=B: c}", f"header key 'env' cannot set 'A=B': {ENV_RULE}"),
    ("needs: threads", "header key 'needs' must be a list, as [a, b], not 'threads'"),
    (
        "needs: [thread]",
        f"header key 'needs' knows no 'thread'; did you mean 'threads'? (known: {KNOWN})",
    ),
    (
        "args: 3",
        "header key 'args' must be a list, or a mapping {small: [...], full: [...]}, not '3'",
    ),
    ("args: {smal: [3]}", "header key 'args.smal' is not known; did you mean 'small'?"),
    ("args: {small: 3}", "header key 'args.small' must be a list, as [a, b], not '3'"),
    ("compare: true", "header key 'compare' must be a mapping, as {unordered: true}, not 'true'"),
    ("compare: {order: 1}", "header key 'compare.order' is not known; did you mean 'unordered'?"),
    ("compare: {unordered: 1}", "header key 'compare.unordered' must be true or false, not '1'"),
    (
        "compare: {float_tolerance: -1}",
        "header key 'compare.float_tolerance' must be a number above 0, not '-1'",
    ),
    (
        "raises: a value error",
        "header key 'raises' must be the name of an exception, as ValueError, not 'a value error'",
    ),
    ("raises:", "header key 'raises' must be the name of an exception, as ValueError, not empty"),
    ("skip: true", "header key 'skip' must be the reason as text, not 'true'"),
    ("skip:", "header key 'skip' must be the reason as text, not empty"),
    (
        "files: a",
        "header key 'files' must be a list of paths, or a mapping of names to texts, not 'a'",
    ),
    ("files: {../a: x}", f"header key 'files' cannot place '../a': {NOT_INSIDE}"),
    ("files: {/a: x}", f"header key 'files' cannot place '/a': {NOT_INSIDE}"),
    ("files: {'C:/a': x}", f"header key 'files' cannot place 'C:/a': {NOT_INSIDE}"),
    ("files: {.: x}", f"header key 'files' cannot place '.': {NOT_INSIDE}"),
    ("files: {x.py: x}", "header key 'files' cannot place 'x.py': that is the script itself"),
    ("files: {a: [x]}", "header key 'files.a' must be text, not a list"),
    (
        "files: {a: {}}",
        "header key 'files.a' must be text, {base64: ...} or {from: path}, not a mapping",
    ),
    ("files: {a: {base64: '*'}}", "header key 'files.a.base64' is not valid base64"),
    (
        "files: {a: {form: b}}",
        "header key 'files.a.form' is not known; did you mean 'from'?",
    ),
    ("files: {a: {from: ../b}}", "header key 'files.a.from': '../b' is outside the corpus folder"),
    (
        "files: {a: {from: .}}",
        "header key 'files.a.from' cannot place '.': the script itself is in it",
    ),
    (
        "files: [data.cvs]",
        "header key 'files': no such file or folder beside the script: 'data.cvs'; "
        "did you mean 'data.csv'?",
    ),
    (
        "files: {a: x, ./a: y}",
        "header key 'files' places 'a' twice, or as both a file and a folder",
    ),
    (
        "files: {a: x, a/b: y}",
        "header key 'files' places 'a' twice, or as both a file and a folder",
    ),
    ("? [a]", "a key must be text, not a list"),
    ("- a", "expected lines of 'key: value', not a list"),
    ("words", "expected lines of 'key: value', not 'words'"),
]


@pytest.mark.parametrize(("line", "message"), BAD)
def test_a_bad_line_is_named(line: str, message: str) -> None:
    assert message in [error.removeprefix("x.py:2: ") for error in bad(line)]


def test_the_line_is_that_of_the_value() -> None:
    assert bad("description: x", "needs:", "  - fork", "  - forks", "timeout: soon") == [
        f"x.py:5: header key 'needs' knows no 'forks'; did you mean 'fork'? (known: {KNOWN})",
        "x.py:6: header key 'timeout' must be a number of seconds above 0, not 'soon'",
    ]


def test_a_key_given_twice() -> None:
    assert bad("timeout: 1", "env: {A: 1, A: 2}", "timeout: 2") == [
        "x.py:3: header key 'env.A' is given twice; line 3 has it already",
        "x.py:4: header key 'timeout' is given twice; line 2 has it already",
    ]


@pytest.mark.parametrize(
    ("lines", "start"),
    [
        (["timeout: 1", "description: a: b"], "x.py:3: not valid YAML: mapping values are not"),
        (["timeout: 1", "tags: [a"], "x.py:3: not valid YAML: "),
        (["timeout: 1", "\ttags: [a]"], "x.py:3: not valid YAML: "),
        (["tags: [\x07]"], "x.py:2: not valid YAML: "),
    ],
)
def test_invalid_yaml(lines: list[str], start: str) -> None:
    assert bad(*lines)[0].startswith(start)


def test_a_colon_in_a_text_is_explained() -> None:
    assert "(quote a text with ': ' in it)" in bad("description: a: b")[0]


@pytest.mark.parametrize("marker", ["#harness:", "# Harness:", "## harness:", " # harness:"])
def test_a_marker_that_is_nearly_right(marker: str) -> None:
    _, errors = read(f"#!python\n{marker}\n#   timeout: 1\n")
    assert errors == ["x.py:2: a header's first line must be exactly '# harness:'"]


RULE = "its lines are YAML, indented by at least two spaces more than '# harness:'"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("# harness:\n# timeout: 1\n", f"x.py:1: the header is empty: {RULE}"),
        ("# harness:\nprint()\n", f"x.py:1: the header is empty: {RULE}"),
        (
            "# harness:\n#  timeout: 1\n",
            f"x.py:2: this line of the header is indented wrongly: {RULE}",
        ),
        (
            "# harness:\n#   tags: []\n#\ttimeout: 1\n",
            f"x.py:3: this line of the header is indented wrongly: {RULE}",
        ),
    ],
)
def test_wrong_indentation(text: str, error: str) -> None:
    assert read(text)[1] == [error]


def test_a_side_file_has_the_same_keys() -> None:
    side = Path("x.harness.yaml").absolute()
    side.write_text("# about it\ntimeout: 3\ntags: [a]\n")
    assert read("print()", side) == (Header(timeout=3.0, tags=("a",)), [])
    side.write_text("tags: [a]\ntimeot: 3\n")
    assert read("print()", side)[1] == [
        "x.harness.yaml:2: header key 'timeot' is not known; did you mean 'timeout'?"
    ]


def test_a_side_file_beside_a_header_is_refused() -> None:
    side = Path("x.harness.yaml").absolute()
    side.write_text("timeout: 3\n")
    _, errors = read("#!python\n# harness:\n#   timeout: 1\n", side)
    assert errors == ["x.harness.yaml:1: x.py:2 has a header too; keep one"]


def test_a_side_file_that_cannot_be_read() -> None:
    side = Path("x.harness.yaml").absolute()
    side.write_bytes(b"tags: [\xff]\n")
    assert read("", side)[1] == ["x.harness.yaml:1: not UTF-8; save it as UTF-8"]
    side.unlink()
    side.mkdir()
    assert read("", side)[1] == ["x.harness.yaml:1: cannot be read: Is a directory"]


def test_corpus_settings() -> None:
    path = Path("corpus.yaml")
    path.write_text("name: mine\ndescription: about it\nexclude: [lib/**, '*_old.py']\n")
    settings, errors = read_corpus_settings(path)
    assert (settings.name, settings.exclude, errors) == ("mine", ("lib/**", "*_old.py"), [])
    path.write_text("")
    assert read_corpus_settings(path)[0].name is None


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("a: 1\n", "key 'a' is not known; known are: name, description, exclude"),
        ("\nnme: x\n", "key 'nme' is not known; did you mean 'name'?"),
        ("name: a/b\n", "key 'name' must be of letters, digits and . _ + -, not 'a/b'"),
        ("name:\n", "key 'name' must be of letters, digits and . _ + -, not empty"),
        ("exclude: lib\n", "key 'exclude' must be a list, as [a, b], not 'lib'"),
    ],
)
def test_bad_corpus_settings(text: str, error: str) -> None:
    Path("corpus.yaml").write_text(text)
    line = 2 if text.startswith("\n") else 1
    assert read_corpus_settings(Path("corpus.yaml"))[1] == [f"corpus.yaml:{line}: {error}"]


def test_the_document_names_every_key_and_need_and_its_example_is_right() -> None:
    text = (Path(__file__).parents[1] / "docs/cases.md").read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
    assert rows >= {field.name for field in fields(Header)} | CAPABILITIES.keys()
    example = text.split("```python\n")[1].split("```")[0]
    Path("c/a").mkdir(parents=True)
    Path("c/shared").mkdir()
    Path("c/shared/big.csv").touch()
    script = Path("c/a/x.py").absolute()
    header, errors = read_header(script, example, None, Path("c").absolute())
    assert errors == []
    assert header.env == {"LOCALE": "C", "PRECISION": "1.50"}
    assert header.stdin == b"sum\nquit\n"
