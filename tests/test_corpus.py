"""Finding scripts: roots and IDs, what is never a case, companions, and all bad input."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from harness import corpus
from harness.corpus import collect
from harness.errors import ExitCode, HarnessError
from harness.model import CompareOptions


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project `p` as the working directory; `.git` ends the search for a root."""
    project = tmp_path / "p"
    (project / ".git").mkdir(parents=True)
    monkeypatch.chdir(project)
    return project


def write(files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def ids(*paths: str, **filters: Any) -> list[str]:
    return [case.id for case in collect(paths, **filters)]


def refused(*paths: str, **filters: Any) -> HarnessError:
    with pytest.raises(HarnessError) as caught:
        collect(paths, **filters)
    return caught.value


def companions(script: str) -> list[str]:
    """Names of the files that `w/main.py` with this text gets."""
    write({"w/main.py": script})
    return [file.name for file in collect(["w/main.py"])[0].files]


# --------------------------------------------------------------------------- roots and IDs


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["c"], ["c/a/one.py", "c/a/two.py", "c/b/deep/three.py", "c/top.py"]),
        (["c/"], ["c/a/one.py", "c/a/two.py", "c/b/deep/three.py", "c/top.py"]),
        (["c/a"], ["a/one.py", "a/two.py"]),
        (["c/a/one.py"], ["a/one.py"]),
        (["c/a/../a/one.py", "./c/a/one.py"], ["a/one.py"]),
        (["c/a/one.py", "c"], ["c/a/one.py", "c/a/two.py", "c/b/deep/three.py", "c/top.py"]),
        (["c/**/t*.py"], ["c/a/two.py", "c/b/deep/three.py", "c/top.py"]),
        (["c/*"], ["c/a/one.py", "c/a/two.py", "c/b/deep/three.py", "c/top.py"]),
        (["c/*.py"], ["c/top.py"]),
        (["c/[ab]/*.py"], ["c/a/one.py", "c/a/two.py"]),
        (["c/b/**"], ["b/deep/three.py"]),
        (["*/a/?ne.py"], ["p/c/a/one.py"]),
        (["."], ["p/c/a/one.py", "p/c/a/two.py", "p/c/b/deep/three.py", "p/c/top.py"]),
    ],
)
def test_ids_without_a_corpus_file(paths: list[str], expected: list[str]) -> None:
    write({f"c/{name}.py": "" for name in ("b/deep/three", "a/two", "top", "a/one")})
    assert ids(*paths) == expected


@pytest.mark.parametrize("path", ["c", "c/a", "c/a/one.py", "c/*/one.py", ".", "*"])
def test_a_corpus_file_makes_the_id_the_same_from_everywhere(path: str) -> None:
    write({"c/corpus.yaml": "name: mine\n", "c/a/one.py": ""})
    assert ids(path) == ["mine/a/one.py"]


def test_a_corpus_file_without_a_name_is_named_by_its_folder() -> None:
    write({"c/corpus.yaml": "", "c/a/one.py": ""})
    assert ids("c/a") == ["c/a/one.py"]


def test_a_root_is_not_looked_for_above_a_repository() -> None:
    write({"../corpus.yaml": "", "c/one.py": ""})
    assert ids("c") == ["c/one.py"]
    write({"corpus.yaml": "name: here"})
    assert ids("c") == ["here/c/one.py"]


def test_absolute_paths_and_brackets_in_names() -> None:
    write({"c[1]/one.py": ""})
    assert ids("c[1]") == ids(str(Path("c[1]").absolute())) == ["c[1]/one.py"]


def test_area_and_path() -> None:
    write({"c/a/deep/one.py": "", "c/top.py": ""})
    assert [(case.area, case.path) for case in collect(["c"])] == [
        ("a", Path("c/a/deep/one.py").absolute()),
        (".", Path("c/top.py").absolute()),
    ]


def test_two_scripts_with_one_id() -> None:
    write({"x/c/one.py": "", "y/c/one.py": ""})
    error = refused("x/c", "y/c")
    assert error.message == "two scripts have the ID 'c/one.py': x/c/one.py and y/c/one.py"
    assert error.hint == "give one of the folders another name: 'name: NAME' in its corpus.yaml"
    write({"y/c/corpus.yaml": "name: other"})
    assert ids("x/c", "y/c") == ["c/one.py", "other/one.py"]


def test_excluded_by_the_corpus_file() -> None:
    write({"c/corpus.yaml": "exclude: [lib, '**/*_old.py']\n"})
    write({"c/lib/a.py": "", "c/a/b_old.py": "", "c/a/b.py": ""})
    assert ids("c") == ["c/a/b.py"]
    assert refused("c/lib/a.py").hint == "left out: 1 × excluded by corpus.yaml"


# --------------------------------------------------------------------------- never a case


def test_what_is_never_a_case() -> None:
    names = [
        *("__init__.py", "pkg/__init__.py", "pkg/mod.py", "pkg/__main__.py", "pkg/sub/mod.py"),
        *(
            ".hidden/a.py",
            ".b.py",
            "__pycache__/c.py",
            "node_modules/d.py",
            "data.txt",
            "dir.py/e.py",
        ),
        *("venv/pyvenv.cfg", "venv/lib/f.py", "plain/__main__.py", "plain/g.py"),
    ]
    write({f"c/a/{name}" if "/" in name or name[0] == "." else f"c/d/{name}": "" for name in names})
    Path("c/d/__init__.py").unlink()
    assert ids("c") == ["c/a/plain/__main__.py", "c/a/plain/g.py"]


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("c/pkg", "left out: 1 × a package (a folder with __init__.py)"),
        ("c/*", "left out: 1 × a package (a folder with __init__.py), 1 × a virtual environment"),
        ("c/pkg/__init__.py", "left out: 1 × __init__.py"),
        ("c/**/none*.py", "left out: 1 × a package (a folder with __init__.py), "
         "1 × a virtual environment"),
    ],
)  # fmt: skip
def test_nothing_but_what_is_never_a_case(path: str, hint: str) -> None:
    write({"c/pkg/__init__.py": "", "c/pkg/mod.py": "", "c/venv/pyvenv.cfg": "", "c/venv/a.py": ""})
    error = refused(path)
    assert (error.message, error.hint) == (f"no script in {path}", hint)
    assert error.code == ExitCode.NO_CASES


def test_what_is_named_is_taken() -> None:
    write({"c/pkg/__init__.py": "", "c/pkg/mod.py": "", "c/.hid/a.py": "", "c/.b.py": ""})
    assert ids("c/pkg/mod.py", "c/.hid", "c/.b.py") == [".hid/a.py", "c/.b.py", "pkg/mod.py"]


def test_declared_files_are_no_cases() -> None:
    write({"c/a.py": "# harness:\n#   files: [helper.py, lib]\n", "c/helper.py": "\xff"})
    write({"c/helper.py": b"\xff", "c/lib/x.py": "# harness:\n", "c/other.py": ""})
    assert ids("c") == ids("c/a.py", "c/helper.py", "c/other.py") == ["c/a.py", "c/other.py"]
    assert ids("c", names=["other", "helper"]) == ["c/other.py"]


def test_scripts_that_declare_each_other_do_not_vanish() -> None:
    write({f"c/{one}.py": f"# harness:\n#   files: [{two}.py]\n" for one, two in ("ab", "ba")})
    assert ids("c") == ["c/a.py"]


def test_links() -> None:
    write({"c/a/one.py": "", "elsewhere/two.py": ""})
    Path("c/a/loop").symlink_to(Path("c").absolute())
    Path("c/linked").symlink_to(Path("elsewhere").absolute())
    Path("c/three.py").symlink_to(Path("elsewhere/two.py").absolute())
    Path("link").symlink_to("c")
    assert ids("c") == ["c/a/one.py", "c/three.py"]
    assert ids("c/**/*.py") == ["c/a/one.py", "c/three.py"]
    assert ids("c/linked") == ["linked/two.py"]
    assert ids("link", "c") in (["c/a/one.py", "c/three.py"], ["link/a/one.py", "link/three.py"])


def test_pipes_are_not_read() -> None:
    write({"c/one.py": ""})
    os.mkfifo("c/pipe.py")
    assert ids("c") == ["c/one.py"]
    assert refused("c/pipe.py").message == "c/pipe.py is not a regular file"


# --------------------------------------------------------------------------- bad input


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("corpis", "no such path: 'corpis'; did you mean 'corpus'?"),
        ("corpus/lnguage/a.py", "no such path: 'corpus/lnguage/a.py'; did you mean "
         "'corpus/language/a.py'?"),
        ("corpus/lnguage/z.py", "no such path: 'corpus/lnguage/z.py'; did you mean "
         "'corpus/language'?"),
        ("corpus/language/a.pi", "no such path: 'corpus/language/a.pi'; did you mean "
         "'corpus/language/a.py'?"),
        ("corpus/language/a.py/b", "no such path: 'corpus/language/a.py/b'; did you mean "
         "'corpus/language/a.py'?"),
        ("12345", "no such path: '12345'"),
        ("", "no such path: ''"),
        ("corpis/*.py", "no such folder: 'corpis'; did you mean 'corpus'?"),
        ("corpus/dir.py", "corpus/dir.py is a folder, not a script"),
        ("corpus/notes.txt", "corpus/notes.txt is not a Python script: "
         "its name does not end in .py"),
    ],
)  # fmt: skip
def test_bad_paths(path: str, message: str) -> None:
    write({"corpus/language/a.py": "", "corpus/dir.py/x": "", "corpus/notes.txt": ""})
    error = refused(path)
    assert (error.message, error.code) == (message, ExitCode.USAGE)


def test_nothing_found() -> None:
    Path("empty").mkdir()
    assert refused("empty").message == "no script in empty"
    assert refused("empty").hint == "scripts are files whose names end in .py"
    assert refused("empty/x*.py", "empty").message == "no script in empty/x*.py, empty"
    assert refused("empty").code == refused().code == ExitCode.NO_CASES


NOT_UTF8 = "not UTF-8; save it as UTF-8, or begin it with '# coding: NAME' of its encoding"


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        (b"# \xe9\n", f"1: {NOT_UTF8}"),
        (b"\nx = 1\n\ny = '\xe9'\n", f"4: {NOT_UTF8}"),
        (b"# coding: utf-8\n\n'\xe9'\n", f"3: {NOT_UTF8}"),
        (b"\xef\xbb\xbf\n\xe9", f"2: {NOT_UTF8}"),
        (b"# coding: ascii\n'\xe9'\n", "2: not ascii, although its coding line says so"),
        (b"# coding: klingon\n", "1: unknown encoding: klingon"),
        (b"# coding: rot13\n", "1: 'rot13' is not a text encoding; "
         "use codecs.decode() to handle arbitrary codecs"),
        ("print(1)\n".encode("utf-16"), f"1: {NOT_UTF8}"),
    ],
)  # fmt: skip
def test_scripts_that_cannot_be_decoded(source: bytes, complaint: str) -> None:
    write({"c/a.py": source})
    error = refused("c")
    assert (error.message, error.code) == (f"c/a.py:{complaint}", ExitCode.USAGE)


@pytest.mark.parametrize(
    "source",
    [
        b"# coding: latin-1\n# harness:\n#   description: caf\xe9\n",
        b"#!python\n# -*- coding: cp1252 -*-\n# harness:\n#   description: caf\xe9\n",
        "# harness:\n#   description: café\n".encode("utf-8-sig"),
    ],
)
def test_other_encodings(source: bytes) -> None:
    write({"c/a.py": source})
    assert collect(["c"])[0].description == "café"


def test_what_only_the_interpreter_may_refuse_is_accepted() -> None:
    write({"c/a.py": "def (", "c/b.py": "x = '\0'", "c/c.py": "", "c/d.py": "t'{x}'"})
    assert len(ids("c")) == 4


def test_unreadable_things(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("c").mkdir()
    Path("c/a.py").symlink_to("nowhere.py")
    Path("c/b.py").symlink_to("b.py")
    message = "c/a.py: cannot be read: No such file or directory\n" \
        "c/b.py: cannot be read: Too many levels of symbolic links"  # fmt: skip
    assert refused("c").message == message
    assert refused("c/b.py").message == message.splitlines()[1]

    def denied(_path: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.scandir", denied)
    assert refused("c").message == "cannot read the folder c: Permission denied"


def test_a_name_that_is_not_utf8() -> None:
    Path("c").mkdir()
    try:
        Path(os.fsdecode(b"c/\xff.py")).touch()
    except OSError:
        pytest.skip("this file system has no such names")
    assert refused("c").message == "c/\\xff.py: its name is not UTF-8; rename it"


def test_all_bad_headers_are_told_at_once() -> None:
    write({"c/a.py": "# harness:\n#   timeot: 1\n#   skip:\n", "c/b.py": b"\xff", "c/c.py": ""})
    write({"c/d.py": "#!python\n# harness:\n#   needs: [thread]\n", "c/corpus.yaml": "nam: x"})
    lines = refused("c").message.splitlines()
    assert [line.split(" ")[0] for line in lines] == [
        "c/corpus.yaml:1:", "c/a.py:2:", "c/a.py:3:", "c/b.py:1:", "c/d.py:3:",
    ]  # fmt: skip
    assert lines[1] == "c/a.py:2: header key 'timeot' is not known; did you mean 'timeout'?"
    assert refused("c").code == ExitCode.USAGE


# --------------------------------------------------------------------------- filters


@pytest.fixture
def tagged() -> None:
    for name, tags in {"a/dict": "dict, slow", "a/list": "list", "b/list": "list, slow"}.items():
        write({f"c/{name}.py": f"# harness:\n#   tags: [{tags}]\n"})


@pytest.mark.usefixtures("tagged")
@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["c/a/dict.py", "c/a/list.py", "c/b/list.py"]),
        ({"areas": ["b"]}, ["c/b/list.py"]),
        ({"tags": ["dict", "list"], "without_tags": ["slow"]}, ["c/a/list.py"]),
        ({"names": ["list"]}, ["c/a/list.py", "c/b/list.py"]),
        ({"names": ["c/?/d*"]}, ["c/a/dict.py"]),
        ({"exclude": ["a"]}, ["c/b/list.py"]),
        ({"exclude": ["**/list.py"]}, ["c/a/dict.py"]),
    ],
)
def test_filters(filters: dict[str, list[str]], expected: list[str]) -> None:
    assert ids("c", **filters) == expected


@pytest.mark.usefixtures("tagged")
def test_filters_that_leave_nothing() -> None:
    error = refused("c", tags=["lists"], areas=["a", "x"])
    assert error.code == ExitCode.NO_CASES
    assert error.message == (
        "the filters leave none of 3 cases in c; there is no area 'x'; "
        "there is no tag 'lists'; did you mean 'list'?"
    )


@pytest.mark.usefixtures("tagged")
def test_a_filtered_script_may_be_bad_but_not_its_tags() -> None:
    write({"c/b/bad.py": "# harness:\n#   tags: [a: b: c\n"})
    assert ids("c", areas=["a"]) == ["c/a/dict.py", "c/a/list.py"]
    assert refused("c", tags=["dict"]).message.startswith("c/b/bad.py:2: not valid YAML")


# --------------------------------------------------------------------------- the case


def test_settings_reach_the_case() -> None:
    write({
        "c/a.py": "# harness:\n#   argv: [x]\n#   args: {small: [1], full: [2]}\n#   timeout: 3\n"
        "#   compare: {unordered: true}\n#   raises: ValueError\n#   skip: why\n#   stdin: in\n"
        "#   env: {A: b}\n#   needs: [fork]\n#   files: {f: g}\n"
    })  # fmt: skip
    case = collect(["c"])[0]
    assert (case.argv, case.args_small, case.args_full) == (("x",), ("1",), ("2",))
    assert (case.timeout_s, case.raises, case.skip, case.stdin) == (3.0, "ValueError", "why", b"in")
    assert (case.env, case.needs) == ({"A": "b"}, ("fork",))
    assert case.compare == CompareOptions(unordered=True)
    assert [(file.name, file.content) for file in case.files] == [("f", b"g")]


def test_a_side_file_is_found() -> None:
    write({"c/foo.py": "print()", "c/foo.harness.yaml": "timeout: 3\n"})
    assert collect(["c"])[0].timeout_s == collect(["c/foo.py"])[0].timeout_s == 3.0
    write({"c/foo.harness.yaml": "\ntimeot: 3\n"})
    assert refused("c").message == (
        "c/foo.harness.yaml:2: header key 'timeot' is not known; did you mean 'timeout'?"
    )


@pytest.mark.parametrize(
    "change",
    [
        {"c/a.py": "import helper; open('data/x.txt') #"},
        {"c/helper.py": "y = 1"},
        {"c/data/x.txt": "changed"},
        {"c/data/new.txt": ""},
        {"c/a.harness.yaml": "timeout: 3"},
    ],
)
def test_the_hash_follows_all_that_a_case_is(change: dict[str, str]) -> None:
    write({"c/a.py": "import helper; open('data')", "c/helper.py": "x = 1", "c/data/x.txt": "x"})
    before = collect(["c/a.py"])[0].sha256
    assert collect(["c/a.py"])[0].sha256 == before
    write(change)
    assert collect(["c/a.py"])[0].sha256 != before


def test_the_hash_does_not_depend_on_the_place() -> None:
    for folder in ("c", "d"):
        write(
            {f"{folder}/a.py": "# harness:\n#   files: [x]\n#   env: {A: b}\n", f"{folder}/x": "x"}
        )
    assert collect(["c"])[0].sha256 == collect(["d"])[0].sha256


# --------------------------------------------------------------------------- companions


@pytest.fixture
def beside() -> None:
    write({
        "w/helpers.py": "import second\nNAME = 'more.txt'\n", "w/second.py": "",
        "w/pkg/__init__.py": "from .inner import x", "w/pkg/inner.py": "import third",
        "w/pkg/data.json": "{}", "w/pkg/__pycache__/inner.pyc": "", "w/third.py": "",
        "w/ns/one.py": "from . import two", "w/ns/two.py": "", "w/ns/three.py": "",
        "w/data/in.csv": "", "w/data/sub/deep.txt": "", "w/more.txt": "", "w/my file.txt": "",
        "w/.env": "", "w/.git/x": "", "w/env/pyvenv.cfg": "", "w/json.py": "", "out.txt": "",
    })  # fmt: skip


HELPERS = ["helpers.py", "more.txt", "second.py"]
PACKAGE = ["pkg/__init__.py", "pkg/data.json", "pkg/inner.py", "third.py"]


@pytest.mark.usefixtures("beside")
@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("print('helpers', 'in.csv', 'text')", []),
        ("import helpers", HELPERS),
        ("if 1: import os, helpers as h", HELPERS),
        ("def f():\n    from helpers import *", HELPERS),
        ("import pkg.inner", PACKAGE),
        ("from pkg import inner", PACKAGE),
        ("import ns", []),
        ("import ns.three", ["ns/three.py"]),
        ("from ns import one", ["ns/one.py", "ns/two.py"]),
        ("from ns import (\n    three,\n    nothing,\n)", ["ns/three.py"]),
        ("from . import helpers", []),
        ("import json", ["json.py"]),
        ("import main", []),
        ("open('more.txt')", ["more.txt"]),
        ("open('./data/in.csv')", ["data/in.csv"]),
        ("f'data/{x}'", ["data/in.csv", "data/sub/deep.txt"]),
        ("Path(__file__).parent / 'data' / x", ["data/in.csv", "data/sub/deep.txt"]),
        ("open('my file.txt'); open('.env')", [".env", "my file.txt"]),
        ("run('helpers.py')", HELPERS),
        ("open('../out.txt'); open('data/../more.txt'); open('main.py'); open('.')", []),
        ("['.git', 'env', 'pkg/__pycache__', '', '/', 'data/none', 'data\\0']", []),
        ("'more.txt' '\\d'", []),
        ("print('\\d'); open('more.txt')", ["more.txt"]),
        ("match x:\n  case (: import helpers", []),
        ("print(t'{(}')\nimport helpers\nfrom pkg import inner", [*HELPERS, *PACKAGE]),
        ('x = t"{\'}"\nopen("more.txt"); case (', ["more.txt"]),
        ("# harness:\n#   files: []\nimport helpers", []),
        ("# harness:\n#   files: {more.txt: x}\nimport helpers", ["more.txt"]),
        ("# harness:\n#   timeout: 1\nimport helpers", HELPERS),
        ("# coding: latin-1\n# é\nimport helpers", HELPERS),
    ],
)
def test_companions(script: str, expected: list[str]) -> None:
    assert sorted(companions(script)) == sorted(expected)


@pytest.mark.usefixtures("beside")
def test_companions_are_sorted_and_read_where_they_are() -> None:
    write({"w/main.py": "import pkg, helpers\nopen('data')"})
    files = collect(["w/main.py"])[0].files
    assert [file.name for file in files] == sorted(file.name for file in files)
    assert all(file.source == Path("w", file.name).absolute() for file in files)


def test_modules_that_import_each_other() -> None:
    write({"w/a.py": "import b", "w/b.py": "import a, main"})
    assert companions("import a") == ["a.py", "b.py"]


def test_what_is_too_much_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "MAX_AUTO_FILES", 3)
    monkeypatch.setattr(corpus, "MAX_AUTO_BYTES", 2**20)
    write({f"w/many/{i}": "" for i in range(4)} | {"w/x": "", "w/y": "", "w/z": ""})
    write({"w/big": b"." * (2**20 + 1), "w/helper.py": "", "w/main.py": "import helper; "
           "open('big'), open('many'), open('x'), open('y'), open('z')"})  # fmt: skip
    notes: list[str] = []
    case = collect(["w/main.py"], warn=notes.append)[0]
    assert [file.name for file in case.files] == ["helper.py", "x", "y"]
    assert notes == [
        f"w/main.py: left out {name!r}, {why}over 3 files or 1 MiB{rest}; "
        "say what it needs in 'files'"
        for name, why, rest in (
            ("big", "not readable, or ", ""),
            ("many", "not readable, or ", ""),
            ("z", "", " with the rest"),
        )
    ]


def test_a_socket_beside_is_left_alone() -> None:
    with socket.socket(socket.AF_UNIX) as server:
        Path("w").mkdir()
        server.bind("w/sock")
        assert companions("open('sock')") == []


def test_many_plain_scripts_take_no_time() -> None:
    body = "".join(f"def f{i}(x):\n    return x + {i} * len('text {i}')\n" for i in range(50))
    write({f"c/a{i % 5}/script_{i}.py": f"{body}print(f1({i}))\n" for i in range(300)})
    start = time.perf_counter()
    assert len(collect(["c"])) == 300
    assert time.perf_counter() - start < 2  # takes 0.05 s; the machine may be busy


def test_our_own_corpus_has_good_headers() -> None:
    root = Path(__file__).parents[1] / "corpus"
    cases = collect([str(root)])
    assert all(case.description for case in cases)
