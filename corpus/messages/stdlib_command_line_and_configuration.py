# harness:
#   description: wording of errors - argparse, getopt, configparser, shlex and tomllib
#   tags: [messages, "module:argparse", "module:configparser"]
import argparse
import configparser
import getopt
import shlex
import string
import tomllib

CASES = {
    "argument twice": 'p.add_argument("--x")\np.add_argument("--x")',
    "argument action": 'p.add_argument("--x", action="zz")',
    "argument type": 'p.add_argument("--x", type=5)',
    "argument nargs": 'p.add_argument("--x", nargs=0)',
    "argument required": 'p.add_argument("x", required=True)',
    "argument missing": 'p.add_argument("x")\np.parse_args([])',
    "argument unknown": 'p.parse_args(["--zz"])',
    "argument number": 'p.add_argument("n", type=int)\np.parse_args(["x"])',
    "argument choice": 'p.add_argument("n", choices="ab")\np.parse_args(["x"])',
    "getopt unknown": 'getopt.getopt(["-x"], "a")',
    "getopt argument": 'getopt.getopt(["-a"], "a:")',
    "getopt long": 'getopt.getopt(["--zz"], "", ["aa"])',
    "getopt prefix": 'getopt.getopt(["--a"], "", ["aa", "ab"])',
    "no section": 'configparser.ConfigParser().get("s", "o")',
    "no option": 'c.read_string("[s]")\nc.get("s", "o")',
    "no header": 'c.read_string("a = 1")',
    "twice": 'c.read_string("[s]\\n[s]")',
    "interpolation": 'c.read_string("[s]\\na = %(b)s")\nc.get("s", "a")',
    "boolean": 'c.read_string("[s]\\na = maybe")\nc.getboolean("s", "a")',
    "not text": 'c["s"] = {"a": "1"}\nc["s"]["a"] = 5',
    "quotation": 'shlex.split("\'a")',
    "escape": 'shlex.split("a\\\\")',
    "quote number": "shlex.quote(5)",
    "toml": 'tomllib.loads("a = ")',
    "toml twice": 'tomllib.loads("a = 1\\na = 2")',
    "toml bytes": 'tomllib.loads(b"a = 1")',
    "template": 'string.Template("$").substitute()',
    "template missing": 'string.Template("$a").substitute()',
}
for label, source in CASES.items():
    names = dict(
        globals(), p=argparse.ArgumentParser(prog="tool", exit_on_error=False), c=configparser.ConfigParser()
    )
    try:
        exec(source, names)
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {' / '.join(str(exc).splitlines())}")
