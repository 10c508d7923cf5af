# harness:
#   description: INI reader with continuation lines, typed getters, defaults and ${section:key} interpolation
#   tags: [program, parser, config]
"""INI parser with interpolation, includes a comparison with configparser."""
import configparser
import re
from collections import ChainMap

TEXT = """\
; global comment
[DEFAULT]
root = /srv
debug = no

[paths]
data = ${root}/data
cache = ${data}/cache
logs = ${paths:cache}/../logs

[Server]
Host : example.org
port = 8080
ratio = 0.75
description = first line
    second line
    third line
debug = On
empty =
flag
# trailing comment

[loops]
a = ${b}
b = ${a}
missing = ${nowhere:key}
"""


class IniError(Exception):
    pass


class InterpolationLoop(IniError):
    def __init__(self, trail):
        super().__init__(" -> ".join(trail))


class Ini:
    _reference = re.compile(r"\$\{(?:([^:}]+):)?([^}]+)\}")
    _booleans = {"1": True, "yes": True, "on": True, "true": True,
                 "0": False, "no": False, "off": False, "false": False}

    def __init__(self, text):
        self.defaults = {}
        self.sections = {}
        self._parse(text)

    def _parse(self, text):
        current = key = None
        for number, line in enumerate(text.splitlines(), 1):
            stripped = line.strip()
            if not stripped or stripped[0] in "#;":
                continue
            if line[0].isspace() and key is not None:
                current[key] += "\n" + stripped
                continue
            if header := re.fullmatch(r"\[(?P<name>[^\]]+)\]", stripped):
                name = header["name"]
                if name in self.sections:
                    raise IniError(f"line {number}: duplicate section {name!r}")
                current = self.defaults if name == "DEFAULT" else self.sections.setdefault(name, {})
                key = None
                continue
            if current is None:
                raise IniError(f"line {number}: no section before {stripped!r}")
            name, separator, value = re.match(r"([^=:]+?)\s*(?:([=:])\s*(.*))?$", stripped).groups()
            key = name.lower()
            current[key] = value if separator else None
            if not separator:
                key = None

    def __getitem__(self, pair):
        section, key = pair
        return self._resolve(section, key, ())

    def _resolve(self, section, key, trail):
        here = f"{section}:{key}"
        if here in trail:
            raise InterpolationLoop([*trail, here])
        try:
            raw = ChainMap(self.sections[section], self.defaults)[key]
        except KeyError as exc:
            raise IniError(f"unknown {here}") from exc
        if raw is None:
            return None
        return self._reference.sub(
            lambda m: str(self._resolve(m[1] or section, m[2], (*trail, here))), raw)

    def get(self, section, key, kind=str, fallback=...):
        try:
            value = self[section, key]
        except IniError:
            if fallback is ...:
                raise
            return fallback
        if kind is bool:
            return self._booleans[value.lower()]
        return kind(value)


ini = Ini(TEXT)
for name, section in ini.sections.items():
    print(f"[{name}]")
    for key in section:
        try:
            print(f"  {key} = {ini[name, key]!r}")
        except IniError as error:
            print(f"  {key} -> {type(error).__name__}: {error}; cause {error.__cause__!r}")

print("port:", ini.get("Server", "port", int) + 1)
print("ratio:", ini.get("Server", "ratio", float) * 3)
print("debug:", ini.get("Server", "debug", bool), ini.get("paths", "debug", bool))
print("fallback:", ini.get("Server", "nothing", int, fallback=-1), ini.get("x", "y", fallback=None))
for section, key, kind in (("Server", "host", int), ("Server", "host", bool), ("Nope", "k", str)):
    try:
        ini.get(section, key, kind)
    except (ValueError, KeyError, IniError) as error:
        print(f"{section}.{key} as {kind.__name__}: {type(error).__name__}: {error}")
for bad in ("key = 1\n", "[a]\nx=1\n[a]\n"):
    try:
        Ini(bad)
    except IniError as error:
        print(repr(bad), "->", error)

reference = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True)
reference.read_string(TEXT)
same = [(s, k) for s in ("paths", "Server") for k in ini.sections[s] if ini[s, k] != reference[s][k]]
print("differences from configparser:", same)
print("configparser options:", reference.options("Server"))
print("getboolean/getint:", reference.getboolean("Server", "debug"), reference.getint("Server", "port"))
try:
    reference.get("loops", "missing")
except configparser.Error as error:
    print(type(error).__name__, "|", str(error).splitlines()[0])
