# harness:
#   description: configparser - parsing corner cases, interpolation, converters, errors, writing back
#   tags: [module:configparser, parsing]
import configparser
import io

TEXT = """\
[DEFAULT]
base = /srv
empty =
[paths]
; a comment
Home: %(base)s/home
data = %(home)s/data
    and a second line

    after a blank
literal = 100%%
[flags]
on = YES
off: 0
bad = maybe
number = 0x10
ratio = 2.5
key with spaces = value = with : signs
# another comment
[empty section]
"""


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", " / ".join(str(error).splitlines()))


config = configparser.ConfigParser()
config.read_string(TEXT)
print("sections:", config.sections(), "options:", config.options("flags"), "defaults:",
      dict(config.defaults()))
for section in config:
    print(section, {key: config[section].get(key, raw=True) for key in config[section]})
attempt("data", config.get, "paths", "DATA")
attempt("literal", config.get, "paths", "literal")
attempt("raw", config.get, "paths", "literal", raw=True)
attempt("vars", config.get, "paths", "home", vars={"base": "/tmp"})
for key in ("on", "off", "bad", "ratio"):
    attempt(f"boolean {key}", config.getboolean, "flags", key)
attempt("int", config.getint, "flags", "number")
attempt("float", config["flags"].getfloat, "ratio")
attempt("spaces", config.get, "flags", "key with spaces")
attempt("fallback", config.getint, "flags", "nothing", fallback=-1)
attempt("no option", config.get, "flags", "nothing")
attempt("no section", config.get, "nowhere", "x")
attempt("mapping", lambda: config["nowhere"])
attempt("section get", config["flags"].get, "nothing")
attempt("add twice", config.add_section, "flags")
attempt("add default", config.add_section, "DEFAULT")
attempt("non-string", config.set, "flags", "x", 5)
attempt("bad syntax in value", config.set, "flags", "x", "50%")
config["new"] = {"a": "1", "ref": "%(a)s%(missing)s", "loop": "%(loop)s"}
attempt("missing reference", config.get, "new", "ref")
attempt("recursion", config.get, "new", "loop")
attempt("half reference", lambda: configparser.ConfigParser(defaults={"x": "%(y"}).get("DEFAULT", "x"))

for bad in ("key = 1\n", "[a\nx=1", "[a]\nnonsense\n", "[a]\nx=1\nx=2", "[a]\n[a]\n", "[a]\n= 3\n"):
    attempt(f"read {bad!r}", configparser.ConfigParser().read_string, bad)
loose = configparser.ConfigParser(strict=False, allow_no_value=True, delimiters=("=>",),
                                  comment_prefixes=("//",),
                                  inline_comment_prefixes=("--",), interpolation=None)
loose.read_string("[a]\nx => 1 -- note\nflag\n// hidden\nx => 2%\n[a]\ny=3 => 4\n")
print("loose:", dict(loose["a"]))

extended = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
extended.optionxform = str
extended.read_dict({"A": {"Key": "v$$", "x": "${Key}-${B:Key}"},
                    "B": {"Key": "${A:Key}!", "bad": "${A:b:c}", "gone": "${Q:z}"}})
attempt("extended", extended.get, "A", "x")
attempt("extended bad", extended.get, "B", "bad")
attempt("extended gone", extended.get, "B", "gone")
attempt("case kept", extended.get, "A", "key")

converting = configparser.ConfigParser(converters={"list": lambda text: [int(p) for p in text.split(",")]})
converting.read_string("[s]\nnumbers = 1,2,3\n")
print("converter:", converting.getlist("s", "numbers"), converting["s"].getlist("none", fallback=[]),
      converting["s"].getlist("numbers"))

output = io.StringIO()
config.remove_section("paths")
config.remove_option("flags", "bad")
config["flags"]["multi"] = "one\ntwo"
config.write(output)
print(output.getvalue())
no_spaces = io.StringIO()
loose.write(no_spaces, space_around_delimiters=False)
print(no_spaces.getvalue())
print("removed:", config.remove_section("nothing"), config.has_option("flags", "BASE"),
      config.has_section("DEFAULT"), "new" in config)
unnamed = configparser.ConfigParser(allow_unnamed_section=True)
unnamed.read_string("top = 1\n[s]\nx = 2\n")
print("unnamed:", unnamed.get(configparser.UNNAMED_SECTION, "top"), unnamed.sections())
