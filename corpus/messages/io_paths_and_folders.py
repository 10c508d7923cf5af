# harness:
#   description: messages of os, os.path, pathlib and tempfile functions for wrong arguments
#   tags: [errors, messages, files, pathlib]
import fileinput
import os
import tempfile
from pathlib import Path, PurePath, PurePosixPath


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("os.stat(1.5)", "os.path.join('a', b'b')", "os.path.join('a', 5)",
             "os.path.commonpath(['/a', 'b'])", "os.path.commonpath([])", "os.path.relpath('')",
             "os.fspath(5)", "os.environ['NOT_SET']", "os.environ.__setitem__('A', 5)",
             "os.environ.__setitem__('A=B', 'x')",
             "os.putenv('N\\0', 'x')", "PurePath(5)", "PurePath(b'a')", "PurePath('a') / 5",
             "PurePath('/a/b').with_name('')", "PurePath('/a/b').with_name('a/b')",
             "PurePath('/a/b').with_suffix('gz')", "PurePath('/').with_suffix('.x')",
             "PurePath('/a').relative_to('/etc')", "PurePath('a').match('')", "PurePosixPath('a') < 'b'",
             "Path('a').as_uri()", "list(Path('.').glob(''))", "list(Path('.').glob('/x'))",
             "tempfile.mkdtemp(suffix=b'x', prefix='y')", "tempfile.mkdtemp(suffix=5)",
             "tempfile.TemporaryFile(mode='q')", "fileinput.lineno()",
             "fileinput.FileInput('a', mode='w')"):
    attempt(text)
