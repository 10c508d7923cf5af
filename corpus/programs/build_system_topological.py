# harness:
#   description: build tool reading a makefile-like text, topological order, cycles, staleness by digest and pattern rules
#   tags: [program, framework, graph, files, hashlib]
#   files: {src/main.txt: "include util\nmain\n", src/util.txt: "util\n", src/extra.txt: "extra\n", Buildfile: "# targets\nOUT = out\nWORDS = main util\n\nall: $(OUT)/app.lst stats   # everything\n$(OUT)/%.low: src/%.txt\n\tlower $< > $@\n$(OUT)/app.lst: $(OUT)/main.low $(OUT)/util.low\n\tconcat $^ > $@\n\tnote built $(WORDS)\nstats: $(OUT)/app.lst src/extra.txt\n\tcount $^\n.phony: all stats\nloop1: loop2\nloop2: loop3\nloop3: loop1\nbroken: nowhere.txt\n\tcount $^\nfailing: src/util.txt\n\texplode $<\n"}
"""A small build system working in the current directory."""
import hashlib
import json
import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path, PurePosixPath


class BuildError(Exception):
    pass


class Rule:
    def __init__(self, target, sources, line):
        self.target, self.sources, self.line, self.recipe = target, sources, line, []

    def matches(self, name):
        prefix, star, suffix = self.target.partition("%")
        if not star:
            return {} if name == self.target else None
        if name.startswith(prefix) and name.endswith(suffix) and len(name) > len(prefix) + len(suffix):
            return {"stem": name[len(prefix):len(name) - len(suffix)]}
        return None

    def __repr__(self):
        sources = " ".join(self.sources)
        return f"Rule({self.target} <- {sources}, line {self.line}, {len(self.recipe)} commands)"


class Build:
    def __init__(self, path):
        self.variables, self.rules, self.phony, self.log = {}, [], set(), []
        for number, line in enumerate(Path(path).read_text().splitlines(), 1):
            line = re.sub(r"\s*#.*", "", line)
            if line.startswith("\t"):
                self.rules[-1].recipe.append(line.strip())
            elif match := re.fullmatch(r"(\w+)\s*(\?|\+)?=\s*(.*)", line):
                name, kind, value = match.groups()
                old = self.variables.get(name)
                if kind and old is not None:
                    value = old if kind == "?" else f"{old} {value}"
                self.variables[name] = value
            elif line.strip():
                target, colon, sources = self.expand(line).partition(":")
                if not colon:
                    raise BuildError(f"line {number}: cannot read {line!r}")
                if target == ".phony":
                    self.phony |= set(sources.split())
                else:
                    self.rules.append(Rule(target.strip(), sources.split(), number))
        state = Path(".state.json")
        self.state = json.loads(state.read_text()) if state.exists() else {}

    def expand(self, text, **extra):
        table = self.variables | extra
        return re.sub(r"\$\((\w+)\)|\$([@<^])", lambda m: table.get(m[1] or m[2], ""), text)

    def rule_for(self, name):
        found = [(rule, match) for rule in self.rules if (match := rule.matches(name)) is not None]
        exact = [pair for pair in found if not pair[1]]
        return (exact or found or [(None, {})])[0]

    def graph(self, *goals):
        graph, todo = {}, list(goals)
        while todo:
            name = todo.pop()
            if name in graph:
                continue
            rule, match = self.rule_for(name)
            if rule is None and not Path(name).exists():
                raise BuildError(f"no rule to make {name!r}")
            graph[name] = [s.replace("%", match.get("stem", "%")) for s in rule.sources] if rule else []
            todo.extend(graph[name])
        return graph

    def digest(self, name):
        path = Path(name)
        return hashlib.sha1(path.read_bytes()).hexdigest()[:10] if path.is_file() else "-"

    def make(self, *goals):
        graph = self.graph(*goals)
        sorter = TopologicalSorter(graph)
        sorter.prepare()
        wave = 0
        while sorter.is_active():
            ready = sorted(sorter.get_ready())
            wave += 1
            for name in ready:
                self.update(name, graph[name], wave)
            sorter.done(*ready)
        Path(".state.json").write_text(json.dumps(self.state, sort_keys=True))
        return wave

    def update(self, name, sources, wave):
        rule, _ = self.rule_for(name)
        if rule is None:
            return
        wanted = [self.digest(s) for s in sources] + rule.recipe
        unchanged = self.state.get(name) == [self.digest(name), *wanted]
        if unchanged and name not in self.phony and Path(name).exists():
            self.log.append(f"{wave}: {name} is fresh")
            return
        for line in rule.recipe:
            command = self.expand(line, **{"@": name, "<": sources[0] if sources else "",
                                           "^": " ".join(sources)})
            self.log.append(f"{wave}: {command}")
            self.execute(command)
        self.state[name] = [self.digest(name), *wanted]

    def execute(self, command):
        words, _, target = command.partition(">")
        verb, *args = words.split()
        action = getattr(self, f"do_{verb}", None)
        if action is None:
            raise BuildError(f"unknown command {verb!r}")
        result = action(*args)
        if target:
            path = Path(target.strip())
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(result)
        elif result:
            self.log.append(f"   {result}")

    def do_lower(self, source):
        return Path(source).read_text().casefold().replace("u", "U")

    def do_concat(self, *sources):
        return "".join(f"-- {PurePosixPath(s).stem}\n{Path(s).read_text()}" for s in sources)

    def do_count(self, *sources):
        return ", ".join(f"{PurePosixPath(s).name} {len(Path(s).read_text().split())} words" for s in sources)

    def do_note(self, *words):
        return " ".join(words).upper()


def session(label, *goals, change=None):
    if change:
        change()
    build = Build("Buildfile")
    waves = build.make(*goals)
    print(f"== {label}: {waves} waves", *build.log, sep="\n  ")


build = Build("Buildfile")
print("rules:", *build.rules, sep="\n  ")
print("variables:", build.variables, "phony:", sorted(build.phony))
graph = build.graph("all")
print("graph:", {k: graph[k] for k in sorted(graph)})
order = list(TopologicalSorter(graph).static_order())
print("sources come first:", all(order.index(s) < order.index(t) for t, sources in graph.items()
                                 for s in sources))
session("first", "all")
session("again", "all")
session("touch util", "all", change=lambda: Path("src/util.txt").write_text("util changed twice\n"))
session("no real change", "out/app.lst",
        change=lambda: Path("src/main.txt").write_text("INCLUDE util\nMAIN\n"))
session("deleted output", "out/app.lst", change=Path("out/util.low").unlink)
session("pattern", "out/extra.low")
print("app.lst:", Path("out/app.lst").read_text().splitlines())
print("files:", sorted(p.as_posix() for p in Path(".").rglob("*.l*")),
      [p.suffix for p in sorted(Path("out").iterdir())])
for goals in (["loop2"], ["broken"], ["failing"], ["nothing"]):
    try:
        Build("Buildfile").make(*goals)
    except CycleError as error:
        nodes = error.args[1]
        print(f"{goals}: {type(error).__name__}: {error.args[0]} {sorted(set(nodes))}",
              nodes[0] == nodes[-1], isinstance(error, ValueError))
    except (BuildError, FileNotFoundError) as error:
        print(f"{goals}: {type(error).__name__}: {error}")
Path("Bad").write_text("X = 1\nX += 2\nX ?= 3\nY ?= $(X)\nt: $(X)$(UNSET)\njust words\n")
try:
    Build("Bad")
except BuildError as error:
    print("BuildError:", error)
sorter = TopologicalSorter({"d": {"b", "c"}, "b": ["a"]})
sorter.add("c", "a", "a")
print("sorter:", list(sorter.static_order())[0::3])
for label, action in {"not prepared": lambda: TopologicalSorter({1: [2]}).get_ready(),
                      "done": lambda: sorter.done("zz")}.items():
    try:
        action()
    except ValueError as error:
        print(f"{label}: {error}")
