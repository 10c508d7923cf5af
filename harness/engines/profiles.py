"""Build profiles: cargo features and compiler settings by name, from YAML files.

Those that come with the harness stand in `profiles.yaml` beside this file; docs/profiles.md
tells the format. Every complaint is one line that begins with the file and the line.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from harness.errors import HarnessError
from harness.model import NATIVE, WASM_TARGET

SHIPPED = Path(__file__).with_name("profiles.yaml")
TARGETS = (NATIVE, WASM_TARGET)
FULL, TRIMMED = "full", "trimmed"
# Cargo's settings that a profile may choose, with the values that cargo knows.
SETTINGS: Mapping[str, str] = {
    "opt-level": "0|1|2|3|s|z",
    "lto": "off|thin|fat|true|false",
    "codegen-units": "[1-9][0-9]*",
    "panic": "unwind|abort",
    "strip": "none|debuginfo|symbols",
}
_LAYER_KEYS = (*TARGETS, "cargo", "wasm-opt", "library")
_PROFILE_KEYS = ("description", "extends", *_LAYER_KEYS, "versions")
_TARGET_KEYS = ("features", "with", "without", "unavailable")
_NAME = re.compile(r"[A-Za-z0-9._+-]+")


class UnavailableError(HarnessError):
    """A profile that cannot be had for a target, and says so itself: `reason`."""

    def __init__(self, what: str, reason: str, place: str) -> None:
        super().__init__(f"{what}: {reason}", hint=f"{place} says so")
        self.reason = reason


@dataclass(frozen=True)
class Word:
    """A text of a file, and where it stands: `file:line`."""

    text: str
    place: str = field(compare=False)


@dataclass(frozen=True)
class Features:
    """What a layer says of a target. `base` None keeps the features of the layers below."""

    base: tuple[Word, ...] | None = None
    added: tuple[Word, ...] = ()
    removed: tuple[Word, ...] = ()
    unavailable: str | None = None

    def over(self, below: Features) -> Features:
        """This, on top of what was said before."""
        if self.base is not None or self.unavailable:
            return self
        return Features(
            below.base,
            (*_without(below.added, self.removed), *self.added),
            (*_without(below.removed, self.added), *self.removed),
            None if self.added else below.unavailable,
        )


@dataclass(frozen=True)
class Layer:
    """Settings that go on top of others; what is None or missing is left as it was."""

    targets: Mapping[str, Features] = field(default_factory=dict)
    cargo: Mapping[str, str] = field(default_factory=dict)
    wasm_opt: tuple[str, ...] | None = None
    library: str | None = None

    def over(self, below: Layer) -> Layer:
        nothing = Features()
        targets = {
            name: self.targets.get(name, nothing).over(below.targets.get(name, nothing))
            for name in TARGETS
        }
        return Layer(
            targets,
            {**below.cargo, **self.cargo},
            below.wasm_opt if self.wasm_opt is None else self.wasm_opt,
            self.library or below.library,
        )


@dataclass(frozen=True)
class Profile:
    """A profile as the files give it. `versions` go on top where the version begins so."""

    name: str
    description: str
    place: str
    layer: Layer
    versions: tuple[tuple[str, Layer], ...] = ()

    def of(self, version: str) -> Layer:
        """What holds for a version of RustPython."""
        layer = self.layer
        for prefix, above in self.versions:
            if version == prefix or version.startswith(f"{prefix}."):
                layer = above.over(layer)
        return layer


@dataclass(frozen=True)
class Recipe:
    """What is done for a profile, a target and a version. `arguments` are cargo's.

    `settings` are pairs of a cargo setting and its value, sorted; `wasm_opt` is empty for a
    native build and where the module stays as the compiler made it.
    """

    arguments: tuple[str, ...]
    settings: tuple[tuple[str, str], ...] = ()
    wasm_opt: tuple[str, ...] = ()
    trimmed: bool = False

    @property
    def env(self) -> dict[str, str]:
        """The settings as cargo reads them from the environment."""
        return {variable(name): value for name, value in self.settings}


@dataclass(frozen=True)
class Catalogue:
    """All profiles by name. `trim_to` are the scripts whose imports a trimmed library keeps."""

    profiles: Mapping[str, Profile]
    trim_to: tuple[Path, ...] = ()

    def recipe(self, name: str, target: str, version: str, manifest: Path) -> Recipe:
        """What to do; `manifest` is the Cargo.toml whose features there are.

        HarnessError when the profile is unknown or names a feature that the manifest lacks;
        UnavailableError, with the reason, when it cannot be had for this target.
        """
        profile = self.profiles.get(name)
        if profile is None:
            raise HarnessError(f"no profile {name!r}", hint=_listed("profiles", self.profiles))
        layer = profile.of(version)
        features = layer.targets[target]
        if features.unavailable:
            raise UnavailableError(
                f"rustpython {version} has no profile {name} for {target}",
                features.unavailable,
                profile.place,
            )
        if features.base is None:
            raise HarnessError(f"{profile.place}: profile {name} has no features for {target}")
        return Recipe(
            _arguments(features, manifest, version),
            tuple(sorted(layer.cargo.items())),
            (layer.wasm_opt or ()) if target == WASM_TARGET else (),
            layer.library == TRIMMED,
        )


def variable(setting: str) -> str:
    """The environment variable that gives cargo a setting of its release profile."""
    return "CARGO_PROFILE_RELEASE_" + setting.upper().replace("-", "_")


def load(extra: Sequence[Path] = (), *, trim_to: Sequence[Path] = ()) -> Catalogue:
    """The shipped profiles and those of the files `extra`, of which a later one wins.

    HarnessError with file and line for what cannot be read or is not known.
    """
    profiles: dict[str, Profile] = {}
    for path in (SHIPPED, *extra):
        profiles.update(_File(path, dict(profiles)).read())
    return Catalogue(profiles, tuple(trim_to))


# --------------------------------------------------------------------------- features


def _arguments(features: Features, manifest: Path, version: str) -> tuple[str, ...]:
    """Cargo's arguments. Groups are spelt out only where something is taken from them."""
    read = tomllib.loads(manifest.read_text(encoding="utf-8"))
    # Cargo knows a feature `default` even where a manifest has none.
    table: dict[str, list[str]] = {"default": [], **read.get("features", {})}
    for word in (*(features.base or ()), *features.added):
        if word.text not in table:
            raise HarnessError(
                f"{word.place}: the host of RustPython {version} has no feature {word.text!r}",
                hint=_suggest(word.text, table) + _listed("features", sorted(table)),
            )
    names = [word.text for word in (*(features.base or ()), *features.added)]
    removed = {word.text for word in features.removed}
    if removed:
        names = [name for name in _spelt_out(names, table) if name not in removed]
    names = list(dict.fromkeys(names))
    listed = [name for name in names if name != "default"]
    own = () if "default" in names else ("--no-default-features",)
    return (*own, *(("--features", ",".join(listed)) if listed else ()))


def _spelt_out(names: Iterable[str], table: Mapping[str, Sequence[str]]) -> list[str]:
    """The features with groups replaced by their members."""
    found: list[str] = []
    for name in names:
        members = table[name]
        group = members and all(member in table for member in members)
        found += _spelt_out(members, table) if group else [name]
    return found


def _without(words: Sequence[Word], taken: Sequence[Word]) -> list[Word]:
    return [word for word in words if word not in taken]


def _listed(what: str, names: Iterable[str]) -> str:
    return f"{what}: " + ", ".join(names)


def _suggest(wanted: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(wanted, list(known), 1)
    return f"did you mean {near[0]!r}? " if near else ""


# --------------------------------------------------------------------------- files


class _File:
    """Reads one file; `known` are the profiles of the files before it."""

    def __init__(self, path: Path, known: dict[str, Profile]) -> None:
        self._path = path
        self._known = known

    def read(self) -> dict[str, Profile]:
        """The file's profiles; each may extend those above it."""
        found: dict[str, Profile] = {}
        document = self._compose()
        if document is None:
            return found
        for key, node in self._items(document, ("profiles",)):
            for name, body in self._mapping(node, f"{key} has"):
                if not _NAME.fullmatch(name.text):
                    raise self._wrong(
                        name.place, f"{name.text!r} is no name of a profile: letters, digits, ._+-"
                    )
                if name.text in found:
                    raise self._wrong(name.place, f"profile {name.text} stands here twice")
                found[name.text] = self._known[name.text] = self._profile(name, body)
        return found

    def _compose(self) -> Any:
        try:
            return yaml.compose(self._path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        except OSError as error:
            raise HarnessError(f"cannot read {self._path}: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise HarnessError(f"{self._path}: it is not UTF-8 text") from error
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise self._wrong(f"{self._path}:{line}", f"not YAML: {error.problem}") from error
        except yaml.YAMLError as error:
            raise HarnessError(f"{self._path}: not YAML: {error}") from error

    def _profile(self, name: Word, node: yaml.Node) -> Profile:
        """One profile, on top of the one that it extends."""
        below = Profile(name.text, "", name.place, Layer())
        description, versions = "", []
        parts: list[tuple[str, yaml.Node]] = []
        for key, value in self._items(node, _PROFILE_KEYS):
            if key == "description":
                description = self._scalar(value, key).text
            elif key == "extends":
                below = self._extended(self._scalar(value, key))
            elif key == "versions":
                for prefix, body in self._mapping(value, "versions has"):
                    versions.append((prefix.text, self._layer(self._items(body, _LAYER_KEYS))))
            else:
                parts.append((key, value))
        return Profile(
            name.text,
            description or below.description,
            name.place,
            self._layer(parts).over(below.layer),
            (*below.versions, *versions),
        )

    def _extended(self, word: Word) -> Profile:
        if word.text not in self._known:
            raise HarnessError(
                f"{word.place}: no profile {word.text!r} stands above it",
                hint=_suggest(word.text, self._known) + _listed("profiles", self._known),
            )
        return self._known[word.text]

    def _layer(self, items: Iterable[tuple[str, yaml.Node]]) -> Layer:
        layer = Layer()
        for key, node in items:
            if key == "cargo":
                layer = replace(layer, cargo=self._settings(node))
            elif key == "wasm-opt":
                layer = replace(layer, wasm_opt=self._flags(node))
            elif key == "library":
                layer = replace(layer, library=self._chosen(node, key, f"{FULL}|{TRIMMED}"))
            else:
                layer = replace(layer, targets={**layer.targets, key: self._features(node)})
        return layer

    def _features(self, node: yaml.Node) -> Features:
        features = Features()
        for key, value in self._items(node, _TARGET_KEYS):
            if key == "unavailable":
                features = replace(features, unavailable=self._scalar(value, key).text)
            elif key == "features":
                features = replace(features, base=self._words(value, key))
            elif key == "with":
                features = replace(features, added=self._words(value, key))
            else:
                features = replace(features, removed=self._words(value, key))
        return features

    def _settings(self, node: yaml.Node) -> dict[str, str]:
        return {
            key: self._chosen(value, key, SETTINGS[key])
            for key, value in self._items(node, SETTINGS)
        }

    def _flags(self, node: yaml.Node) -> tuple[str, ...]:
        words = self._words(node, "wasm-opt")
        for word in words:
            if not word.text.startswith("-"):
                raise self._wrong(word.place, f"{word.text!r} is no flag of wasm-opt, as -Oz")
        return tuple(word.text for word in words)

    def _chosen(self, node: yaml.Node, key: str, pattern: str) -> str:
        word = self._scalar(node, key)
        if not re.fullmatch(pattern, word.text):
            values = pattern.replace("|", ", ").replace("[1-9][0-9]*", "a number from 1")
            raise self._wrong(word.place, f"{key} cannot be {word.text!r}: {values}")
        return word.text

    # ---------------------------------------------------------------- nodes

    def _items(self, node: yaml.Node, keys: Iterable[str]) -> list[tuple[str, yaml.Node]]:
        """Keys and values; HarnessError for a key that is not one of `keys`."""
        keys = tuple(keys)
        for word, _ in (items := self._mapping(node, "here stand")):
            if word.text not in keys:
                near = _suggest(word.text, keys)
                message = f"{word.place}: unknown key {word.text!r}"
                raise HarnessError(message, hint=near + _listed("keys", keys))
        return [(word.text, value) for word, value in items]

    def _mapping(self, node: yaml.Node, what: str) -> list[tuple[Word, yaml.Node]]:
        if not isinstance(node, yaml.MappingNode):
            raise self._wrong(self._place(node), f"{what} names and values")
        return [(self._scalar(key, "a key"), value) for key, value in node.value]

    def _words(self, node: yaml.Node, key: str) -> tuple[Word, ...]:
        if not isinstance(node, yaml.SequenceNode):
            raise self._wrong(self._place(node), f"{key} is a list, as [a, b]")
        return tuple(self._scalar(item, key) for item in node.value)

    def _scalar(self, node: yaml.Node, key: str) -> Word:
        if not isinstance(node, yaml.ScalarNode) or not node.value:
            raise self._wrong(self._place(node), f"{key} is a text")
        return Word(str(node.value), self._place(node))

    def _place(self, node: yaml.Node) -> str:
        return f"{self._path}:{node.start_mark.line + 1}"

    @staticmethod
    def _wrong(place: str, what: str) -> HarnessError:
        return HarnessError(f"{place}: {what}", hint="docs/profiles.md tells the format")
