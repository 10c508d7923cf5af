"""Building our host of a RustPython version, native or for wasm, once for all that it hangs on."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock

from harness.engines import binaryen, library, profiles, toolchain
from harness.engines import checkout as checkouts
from harness.engines.checkout import Checkout
from harness.engines.profiles import Catalogue, Recipe
from harness.engines.toolchain import Rustc
from harness.errors import ExitCode, HarnessError
from harness.model import (
    DEFAULT_PROFILE,
    NATIVE,
    WASM_TARGET,
    Artefact,
    ArtefactStore,
    Progress,
    StoreEntry,
    ToolRunner,
)

KIND = "host"
SOURCE_VARIABLE = "HARNESS_RUST_HOST"
_PROGRAM = "rustpython-host"
# Crates that a checkout's lock file has yet to name must not ask for a later compiler.
_CARGO = {"CARGO_TERM_COLOR": "never", "CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS": "fallback"}
# Seconds of a first build with two cores, where there is no past build to go by.
_FIRST_BUILD_S = {NATIVE: 360.0, WASM_TARGET: 270.0}
# Seconds of a build that finds RustPython compiled and makes only the host anew.
_REBUILD_S = 60.0
# One that finds the crates compiled that RustPython's own hang on.
_CHECKOUT_BUILD_S = 240.0
_FETCH_S = 900.0
_TOOL_S = 60.0
_WASM_OPT_S = 120.0
_LAST_LINES = 12
# Read by the host's build script.
_WASM_STACK = "RUST_HOST_WASM_STACK"
# Parts of a key that are there only when they say something.
_EXTRAS = ("settings", "wasm-opt", "environment")
_NETWORK = re.compile(
    r"failed to download|Could(n't| not) (resolve|connect)|spurious network error|"
    r"download of .* failed|network failure|Connection refused|timed? ?out",
    re.IGNORECASE,
)

# Runs a host's `info --json` and returns what it printed.
Describe = Callable[[Path], str]


def build_host(
    version: str,
    *,
    target: str,
    profile: str = DEFAULT_PROFILE,
    checkout: Checkout | None = None,
    catalogue: Catalogue | None = None,
    tools: ToolRunner,
    store: ArtefactStore,
    progress: Progress,
    describe: Describe | None = None,
) -> Artefact:
    """The host of RustPython `version` for `target`, built unless it was before.

    With a `checkout` it is built from these sources, and `version` is only their name. The
    `profile` is one of the `catalogue`, by default of those that come with the harness.
    `describe` runs the artefact's `info --json`; it is needed for wasm, since only a runtime
    can. Without a Rust compiler a host built before from the same sources will do. HarnessError
    tells apart: no compiler, no network, a full disk, an error in compiling (with the
    compiler's last lines and the log's path). Nothing half-made is left.
    """
    catalogue = catalogue or profiles.load()
    plan = _Plan.make(version, target, profile, checkout, store, catalogue)
    if target != NATIVE and describe is None:
        raise ValueError(f"a host for {target} needs `describe`")
    try:
        rustc = toolchain.find_rustc(tools)
    except HarnessError:
        kept = _kept(plan, store)
        if kept is None:
            raise
        return _artefact(kept.path, plan, kept.info)
    toolchain.require_new_enough(rustc)
    described = describe or (lambda path: _describe_native(path, tools))
    build = _Build(plan, rustc, tools, store, progress, described)
    build.prepare()
    path, info = store.get_or_build(KIND, build.key(), build.make, progress=progress)
    return _artefact(path, plan, info)


def check_host(
    version: str,
    *,
    target: str,
    profile: str,
    checkout: Checkout | None,
    catalogue: Catalogue,
    store: ArtefactStore,
) -> None:
    """The HarnessError that building it would begin with; nothing is built."""
    _Plan.make(version, target, profile, checkout, store, catalogue)


def versions() -> list[str]:
    """The versions of RustPython that a host can be built for, oldest first."""
    folders = (path.parent.name for path in source_folder().glob("versions/*/Cargo.toml"))
    return sorted(folders, key=lambda name: [int(n) for n in re.findall(r"\d+", name)])


def list_hosts(store: ArtefactStore) -> list[Artefact]:
    """The hosts in the store, newest first; some may be of sources that have changed since."""
    return [_artefact(entry.path, _Plan.of(entry.key), entry.info) for entry in store.entries(KIND)]


@dataclass(frozen=True)
class KeptHost:
    """A host in the store. It is not `current` when its sources, its settings or the compiler
    have changed since, so that a use would build it again. `created` is ISO 8601, UTC."""

    artefact: Artefact
    current: bool
    created: str


def kept_host(
    version: str,
    *,
    target: str,
    profile: str,
    checkout: Checkout | None,
    catalogue: Catalogue,
    store: ArtefactStore,
    entries: Sequence[StoreEntry],
    sources: str,
    rustc: Rustc | None,
) -> KeptHost | None:
    """The host that was built for this, by the `entries` of the store, newest first.

    `sources` is what `sources_hash` says. Nothing is built. A trimmed one is the newest, whatever
    it was trimmed to; without `rustc` one of any compiler is current. HarnessError, with the
    reason, for what cannot be built.
    """
    plan = _Plan.make(version, target, profile, checkout, store, catalogue, sources)
    older = None
    for entry in entries:
        found = _Plan.of(entry.key)
        if (found.version, found.target, found.profile) != (plan.version, target, profile):
            continue
        current = found == plan and (rustc is None or entry.key["rustc"] == rustc.verbose)
        host = KeptHost(_artefact(entry.path, plan, entry.info), current, entry.created)
        if current:
            return host
        older = older or host
    return older


def sources_hash(version: str, checkout: Checkout | None = None) -> str:
    """Hash of all files that the hosts of a version, or of a checkout, are made of."""
    folder = source_folder()
    if checkout is None:
        return _sources_hash(folder, version)
    template = checkouts.nearest_version(checkout.version, versions())
    return _combined(_sources_hash(folder, template), checkout.identity)


# ------------------------------------------------------------------- what to build


@dataclass(frozen=True)
class _Plan:
    """A host to build; `sources` is the hash of the files that it is made of.

    `template` is the known version whose manifest is taken: the version itself, or the one that
    is nearest to the checkout. `extras` is what the host hangs on beyond a build of the default
    profile in a plain environment.
    """

    version: str
    target: str
    profile: str
    sources: str
    arguments: str = ""
    extras: tuple[tuple[str, str], ...] = ()
    recipe: Recipe = field(default=Recipe(()), compare=False)
    scripts: tuple[Path, ...] = field(default=(), compare=False)
    template: str = field(default="", compare=False)
    folder: Path = field(default=Path(), compare=False)
    manifest: Path = field(default=Path(), compare=False)
    checkout: Checkout | None = field(default=None, compare=False)

    @classmethod
    def make(
        cls,
        version: str,
        target: str,
        profile: str,
        checkout: Checkout | None,
        store: ArtefactStore,
        catalogue: Catalogue,
        sources: str | None = None,
    ) -> _Plan:
        """Find the sources, whose hash may be known; HarnessError when there are none for this."""
        folder = source_folder()
        if checkout:
            template = checkouts.nearest_version(checkout.version, versions())
            sources = sources or sources_hash(version, checkout)
            manifest = store.folder("checkout-manifest") / sources[:24] / "Cargo.toml"
            label, release = checkout.label, checkout.version
        else:
            label = template = release = version
            manifest = folder / "versions" / version / "Cargo.toml"
            if not manifest.is_file():
                raise HarnessError(
                    f"no host for RustPython {version}: there is no {folder}/versions/{version}",
                    hint=f"versions: {', '.join(versions())}; "
                    f"sources of another: --engine {checkouts.EXPECTED}",
                )
            sources = sources or sources_hash(version)
        known = folder / "versions" / template / "Cargo.toml"
        recipe = catalogue.recipe(profile, target, release, known)
        return cls(
            label,
            target,
            profile,
            sources,
            " ".join(recipe.arguments),
            tuple(_extras(recipe, target).items()),
            recipe,
            catalogue.trim_to,
            template,
            folder,
            manifest,
            checkout,
        )

    @classmethod
    def of(cls, key: Mapping[str, str]) -> _Plan:
        """What an entry of the store was built from."""
        extras = tuple((name, key[name]) for name in _EXTRAS if name in key)
        arguments = key.get("arguments", "")
        return cls(key["version"], key["target"], key["profile"], key["sources"], arguments, extras)

    def sources_now(self, tools: ToolRunner) -> str:
        """`sources` of the files as they are now."""
        own = _sources_hash(self.folder, self.template)
        if not self.checkout:
            return own
        return _combined(own, checkouts.current_identity(self.checkout, tools))

    @property
    def program(self) -> str:
        return f"{_PROGRAM}.wasm" if self.target == WASM_TARGET else _PROGRAM

    @property
    def cargo_target(self) -> tuple[str, ...]:
        return () if self.target == NATIVE else ("--target", self.target)

    def __str__(self) -> str:
        profile = "" if self.profile == DEFAULT_PROFILE else f", {self.profile}"
        return f"rustpython {self.version} ({self.target}{profile})"


def source_folder() -> Path:
    """`rust-host/` of the repository that this file is in, or the one that is named."""
    named = os.environ.get(SOURCE_VARIABLE)
    folder = Path(named) if named else Path(__file__).parents[2] / "rust-host"
    if not (folder / "versions").is_dir():
        raise HarnessError(
            f"the host's sources are not in {folder}",
            hint=f"run from a clone of the repository, or name its rust-host in {SOURCE_VARIABLE}",
        )
    return folder.absolute()


def _sources_hash(folder: Path, version: str) -> str:
    """Hash of all files that the host of this version is compiled from."""
    own = folder / "versions" / version
    files = [folder / "build.rs", *(folder / "src").rglob("*")]
    files += [own / "Cargo.toml", own / "Cargo.lock", own / "build.rs"]
    files += [*(own / "src").rglob("*"), folder / ".cargo/config.toml"]
    digest = hashlib.sha256()
    for path in sorted(path for path in files if path.is_file()):
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _combined(own: str, checkout: str) -> str:
    return hashlib.sha256(f"{own} {checkout}".encode()).hexdigest()


def _extras(recipe: Recipe, target: str) -> dict[str, str]:
    """What a host hangs on that a build of the default profile in a plain environment has not."""
    names = [profiles.variable(setting) for setting in profiles.SETTINGS]
    names += [_WASM_STACK] if target == WASM_TARGET else []
    given = [f"{name}={os.environ[name]}" for name in names if name in os.environ]
    values = (
        " ".join(f"{name}={value}" for name, value in recipe.settings),
        " ".join(recipe.wasm_opt),
        " ".join(given),
    )
    return {name: value for name, value in zip(_EXTRAS, values, strict=True) if value}


def _kept(plan: _Plan, store: ArtefactStore) -> StoreEntry | None:
    """A host built before from the same sources, by whatever compiler."""
    if plan.recipe.trimmed:  # to what, only cargo's own files tell
        return None
    for entry in store.entries(KIND):
        if _Plan.of(entry.key) == plan and (entry.path / plan.program).is_file():
            return entry
    return None


def _artefact(folder: Path, plan: _Plan, info: Mapping[str, Any]) -> Artefact:
    return Artefact(
        path=folder / plan.program,
        engine="rustpython",
        version=plan.version,
        python=".".join(str(info["python"]).split(".")[:2]),
        target=plan.target,
        profile=plan.profile,
        fingerprint=info["sha256"],
        info=info,
    )


def _describe_native(path: Path, tools: ToolRunner) -> str:
    ended = tools([str(path), "info", "--json"], timeout_s=_TOOL_S)
    if ended.returncode:
        raise HarnessError(
            f"the host was built, but does not run: {ended.output.strip()[-200:]}",
            code=ExitCode.INCOMPLETE,
        )
    return ended.output


# ------------------------------------------------------------------- building


@dataclass
class _Build:
    """One build with cargo."""

    plan: _Plan
    rustc: Rustc
    tools: ToolRunner
    store: ArtefactStore
    progress: Progress
    describe: Describe
    wasm: toolchain.WasmToolchain | None = None
    optimiser: binaryen.WasmOpt | None = None
    modules: Sequence[str] = ()
    config: tuple[str, ...] = ()

    def prepare(self) -> None:
        """Find out all that the key needs."""
        handed: Any = {"tools": self.tools, "store": self.store, "progress": self.progress}
        if self.plan.target == WASM_TARGET:
            lto = dict(self.plan.recipe.settings).get("lto") in ("fat", "thin", "true")
            self.wasm = toolchain.wasm_toolchain(**handed, lto=lto)
        if self.plan.recipe.wasm_opt:
            self.optimiser = binaryen.find(**handed)
        if self.plan.recipe.trimmed:
            self._choose_modules()

    def _choose_modules(self) -> None:
        """The modules of a trimmed library, and the copy of its crate that has them alone."""
        plan = self.plan
        if plan.checkout or not plan.scripts:
            raise HarnessError(
                f"{plan}: a checkout's library is not trimmed"
                if plan.checkout
                else f"{plan}: to what is the library to be trimmed?",
                hint="name a published version" if plan.checkout else "--trim-to PATH of scripts",
            )
        self._fetch()
        crate = self._crate_folder(library.CRATE)
        self.modules = library.needed(crate, plan.scripts)
        name = hashlib.sha256(" ".join(self.modules).encode()).hexdigest()
        copy, _ = self.store.get_or_build(
            "trimmed-library",
            {"version": plan.version, "modules": name},
            lambda folder: library.write_trimmed(crate, self.modules, folder),
            progress=self.progress,
        )
        self.config = ("--config", f"paths=[{json.dumps(str(copy / library.CRATE))}]")

    def _crate_folder(self, name: str) -> Path:
        """Where cargo has the sources of a crate that the host hangs on."""
        output = self._cargo("metadata", "--locked", "--format-version", "1", timeout_s=_FETCH_S)
        line = next((line for line in output.splitlines() if line.startswith("{")), "{}")
        for package in json.loads(line).get("packages", ()):
            if package["name"] == name:
                return Path(package["manifest_path"]).parent
        raise HarnessError(f"{self.plan}: it has no crate {name}", code=ExitCode.INCOMPLETE)

    def key(self) -> dict[str, str]:
        """All that the artefact hangs on."""
        plan = self.plan
        flags = ("RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS")
        return {
            "version": plan.version,
            "target": plan.target,
            "profile": plan.profile,
            "sources": plan.sources,
            "arguments": plan.arguments,
            "rustc": self.rustc.verbose,
            "flags": " ".join(os.environ.get(name, "") for name in flags).strip(),
            "linker": self.wasm.identity if self.wasm else _linker(self.tools),
            **dict(plan.extras),
            **({"optimiser": self.optimiser.version} if self.optimiser else {}),
            **({"modules": " ".join(self.modules)} if self.modules else {}),
        }

    def make(self, folder: Path) -> Mapping[str, Any]:
        """Build into the empty `folder`; what is returned is the artefact's info."""
        self.log.unlink(missing_ok=True)
        notes = self._write_manifest()
        self._fetch()
        below = self.cargo_folder / WASM_TARGET if self.wasm else self.cargo_folder
        built = below / "release" / self.plan.program
        # Another build in the same folder would put its own program in the place of this one.
        with FileLock(self.cargo_folder.with_name(f"{self.cargo_folder.name}.lock")):
            started = time.monotonic()
            crates = self._compile()
            self._require_unchanged()
            path = Path(shutil.copy2(built, folder / self.plan.program))
        optimised = self._optimise(path)
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return {
            **self._info(path),
            "sha256": sha256,
            "size_bytes": path.stat().st_size,
            "build_seconds": round(time.monotonic() - started, 1),
            "compiled_crates": crates,
            **({"settings": dict(self.plan.recipe.settings)} if self.plan.recipe.settings else {}),
            **optimised,
            **({"modules": list(self.modules)} if self.modules else {}),
            **self._origin(notes),
        }

    def _optimise(self, path: Path) -> dict[str, Any]:
        """Let wasm-opt work on the module, where there is one; returns what the info says of it."""
        flags = self.plan.recipe.wasm_opt
        if not self.optimiser or not flags:
            return {}
        if self.optimiser.path is None:
            return {"wasm_opt": f"not used: {self.optimiser.reason}"}
        before = path.stat().st_size
        self.progress(f"optimising {self.plan} with wasm-opt", expected_s=_WASM_OPT_S)
        binaryen.optimise(self.optimiser, path, flags, tools=self.tools, log=self.log)
        said = f"{self.optimiser.version} {' '.join(flags)}"
        return {"wasm_opt": said, "size_before_wasm_opt": before}

    def _write_manifest(self) -> list[str]:
        """For a checkout: its manifest, and its own lock file to begin with. Returns notes."""
        plan = self.plan
        if not plan.checkout:
            return []
        template = plan.folder / "versions" / plan.template / "Cargo.toml"
        text, notes = checkouts.host_manifest(plan.checkout, template)
        plan.manifest.parent.mkdir(parents=True, exist_ok=True)
        plan.manifest.write_text(text, encoding="utf-8")
        lock = plan.checkout.folder / "Cargo.lock"
        if lock.is_file() and not (plan.manifest.parent / "Cargo.lock").exists():
            shutil.copyfile(lock, plan.manifest.parent / "Cargo.lock")
        return notes

    def _origin(self, notes: Sequence[str]) -> dict[str, Any]:
        """What the info of a checkout's host says of its sources."""
        checkout = self.plan.checkout
        if not checkout:
            return {}
        return {"source": checkout.source, "identity": checkout.identity, "notes": list(notes)}

    def _require_unchanged(self) -> None:
        """What an edit during the build made must not be kept under the old sources' key."""
        plan = self.plan
        if plan.sources_now(self.tools) != plan.sources:
            where = f"{plan.folder} or {plan.checkout.folder}" if plan.checkout else plan.folder
            raise HarnessError(
                f"the sources in {where} changed while {plan} was built",
                hint="build again; what is compiled is kept",
                code=ExitCode.INCOMPLETE,
            )

    @property
    def log(self) -> Path:
        plan = self.plan
        name = f"rustpython-{plan.version}-{plan.profile}-{plan.target}.log"
        return self.store.folder("logs") / name

    @property
    def cargo_folder(self) -> Path:
        """Kept from build to build, so that an edit of the host compiles only the host."""
        compiler = hashlib.sha256(self.rustc.verbose.encode()).hexdigest()[:12]
        plan = self.plan
        # A checkout has most of its crates in common with the version that is nearest to it.
        name = f"{plan.template}-{plan.target}-{compiler}"
        if plan.recipe.settings:
            # Nothing that is compiled would serve both; those with the same settings share.
            # So does a standard library of its own, as for link-time optimisation.
            text = dict(plan.extras)["settings"] + (self.wasm.identity if self.wasm else "")
            name += f"-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
        return self.store.folder("cargo-target") / name

    def _info(self, path: Path) -> Mapping[str, Any]:
        text = self.describe(path)
        try:
            info = json.loads(text.strip().splitlines()[-1])
            if isinstance(info, dict) and "python" in info:
                return info
        except (ValueError, IndexError):
            pass
        raise HarnessError(
            f"the host of {self.plan} was built, but its `info --json` said {text.strip()[:80]!r}",
            code=ExitCode.INCOMPLETE,
        )

    def _cargo(
        self,
        *arguments: str,
        on_line: Callable[[str], None] | None = None,
        timeout_s: float | None = None,
    ) -> str:
        """What cargo prints; HarnessError when it fails."""
        manifest = self.plan.manifest
        ended = self.tools(
            ["cargo", arguments[0], "--manifest-path", str(manifest), *arguments[1:]],
            cwd=manifest.parent,
            env={**(self.wasm.env if self.wasm else {}), **_CARGO, **self.plan.recipe.env},
            log=self.log,
            timeout_s=timeout_s,
            on_line=on_line,
        )
        if ended.returncode:
            raise _failure(self.plan, arguments[0], ended.returncode, ended.output, self.log)
        return ended.output

    def _fetch(self) -> None:
        """A step of its own: then no network is not mistaken for a failing build."""
        self.progress(f"fetching the crates of {self.plan}")
        triple = WASM_TARGET if self.wasm else self.rustc.host
        # A checkout's lock file has yet to take up what the host needs beside it.
        locked = () if self.plan.checkout else ("--locked",)
        self._cargo("fetch", *locked, "--target", triple, timeout_s=_FETCH_S)

    def _compile(self) -> int:
        """Compile, telling how far it is; returns how many crates were compiled."""
        plan = self.plan
        arguments = (*plan.recipe.arguments, *self.config)
        meter = _Meter(plan, self._crates(arguments), self._expected_s(), self.progress)
        meter.tell()
        folder = ("--target-dir", str(self.cargo_folder))
        common = ("--release", "--locked", "--ignore-rust-version", "--bin", _PROGRAM, *folder)
        messages = "--message-format=json-render-diagnostics"
        options = (*common, *plan.cargo_target, *arguments, messages)
        # Cargo tells neither another copy of the host's sources nor another lock file from the
        # one that it compiled last in this folder, and would take that for this.
        own = ("--release", "--locked", "--package", _PROGRAM, *folder, *plan.cargo_target)
        self._cargo("clean", *own, timeout_s=_TOOL_S)
        self._cargo("build", *options, on_line=meter.read)
        return len(meter.compiled)

    def _crates(self, arguments: Sequence[str]) -> int:
        """How many crates the build has."""
        triple = WASM_TARGET if self.wasm else self.rustc.host
        wanted = ("--locked", "--edges", "normal,build", "--prefix", "none", "--format", "{p}")
        lines = self._cargo("tree", *wanted, "--target", triple, *arguments, timeout_s=_TOOL_S)
        return len({line.removesuffix(" (*)") for line in lines.splitlines() if " v" in line})

    def _expected_s(self) -> float:
        """How long it took before, else a guess; short when only the host is to be made anew."""
        plan = self.plan
        if self.cargo_folder.is_dir():
            return _CHECKOUT_BUILD_S if plan.checkout else _REBUILD_S
        for entry in self.store.entries(KIND):
            same = (entry.key["version"], entry.key["target"]) == (plan.version, plan.target)
            if same and entry.info["compiled_crates"] > 50:
                return float(entry.info["build_seconds"])
        return _FIRST_BUILD_S[plan.target]


@dataclass
class _Meter:
    """Counts the crates in cargo's messages. `compiled` are those that were not there before."""

    plan: _Plan
    total: int
    expected_s: float
    progress: Progress
    seen: set[str] = field(default_factory=set)
    compiled: set[str] = field(default_factory=set)

    def read(self, line: str) -> None:
        """One line of cargo's; whatever is not a message of a finished crate is passed over."""
        if not line.startswith('{"reason":"compiler-artifact"'):
            return
        message = json.loads(line)
        crate = message["package_id"]
        known = crate in self.seen
        self.seen.add(crate)
        # Those that were there before come all at once: they are counted, not told.
        if not message["fresh"]:
            self.compiled.add(crate)
            if not known:
                self.tell()

    def tell(self) -> None:
        done = f"{len(self.seen)}/{max(self.total, len(self.seen))} crates"
        self.progress(f"compiling {self.plan}: {done}", expected_s=self.expected_s)


def _linker(tools: ToolRunner) -> str:
    """The linker's version: the first line of what `cc` says of itself."""
    ended = tools(["cc", "--version"], timeout_s=_TOOL_S)
    if ended.returncode:
        raise HarnessError(
            "no C compiler: RustPython's TLS library and the linking need `cc`",
            hint="apt install build-essential cmake (or your system's equal)",
            code=ExitCode.INCOMPLETE,
        )
    return ended.output.splitlines()[0]


# ------------------------------------------------------------------- failures


def _failure(plan: _Plan, step: str, status: int, output: str, log: Path) -> HarnessError:
    """The one clear error for a cargo that failed."""
    lines = [line for line in output.splitlines() if line.strip() and not line.startswith("{")]
    first = next((line for line in lines if line.startswith("error")), "no reason was given")
    tail = "\n".join([*_compiler_lines(lines), f"the whole log: {log}"])
    if status == 127:
        message, hint = f"cannot build {plan}: no cargo", "install Rust: https://rustup.rs"
    elif status < 0:
        message = f"building {plan} was ended from outside, by signal {-status}"
        hint = "build again; what is compiled is kept"
    elif "No space left on device" in output:
        message = f"cannot build {plan}: no space is left on the disk"
        hint = "free 3 GB, or name another folder in HARNESS_CACHE"
    elif step == "fetch" and (_NETWORK.search(output) or status == 124):
        message = f"cannot build {plan}: its crates cannot be fetched, is there a network?"
        hint = tail
    elif "--locked" in output:
        message = f"cannot build {plan}: {plan.manifest.parent}/Cargo.lock does not fit Cargo.toml"
        hint = f"run `cargo update --workspace --manifest-path {plan.manifest}`"
    else:
        message, hint = f"building {plan} failed: {first}", tail
    return HarnessError(message, hint=hint, code=ExitCode.INCOMPLETE)


def _compiler_lines(lines: Iterable[str]) -> list[str]:
    """The compiler's own last lines, without cargo's account of what it compiled."""
    noise = re.compile(r"\s*(Compiling|Downloaded|Downloading|Adding|Fresh|Updating|Locking)\b")
    return [line for line in lines if not noise.match(line)][-_LAST_LINES:]
