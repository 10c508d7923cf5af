"""What a build can do, from its version and its features alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.model import CAPABILITIES, NATIVE, WASM_TARGET, Artefact
from harness.runtimes import RUNTIMES

WITHOUT_THE_MACHINE = frozenset(CAPABILITIES) - {
    "ctypes",
    "files",
    "fork",
    "signals",
    "sockets",
    "sqlite",
    "ssl",
    "subprocess",
    "symlinks",
}


def capabilities(version: str, features: list[str], target: str = NATIVE) -> frozenset[str]:
    (runtime,) = [runtime for runtime in RUNTIMES.values() if runtime.target == target]
    info = {"rustpython": version, "features": features}
    return runtime.capabilities(
        Artefact(Path("host"), "rustpython", version, "3.14", target, "default", "f", info)
    )


def test_access_to_the_machine_is_a_feature_since_0_5() -> None:
    for version in ("0.5.0", "0.6.0", "0.10.0", "1.0.0"):
        assert capabilities(version, ["threading"]) == WITHOUT_THE_MACHINE
        assert capabilities(version, ["stdlib"], WASM_TARGET) == frozenset()
    for version, features in (("0.4.0", []), ("0.4.1", []), ("0.5.0", ["host_env"])):
        lacks = {"threads", "ssl", "sqlite"}
        assert capabilities(version, features) == frozenset(CAPABILITIES) - lacks
        assert capabilities(version, features, WASM_TARGET) == {"files", "symlinks"}


@pytest.mark.parametrize(
    ("feature", "capability"),
    [
        ("threading", "threads"),
        ("ssl", "ssl"),
        ("ssl-rustls", "ssl"),
        ("ssl-rustls-aws-lc", "ssl"),
        ("ssl-openssl", "ssl"),
        ("sqlite", "sqlite"),
    ],
)
def test_what_hangs_on_a_feature(feature: str, capability: str) -> None:
    with_it, without = capabilities("0.6.0", ["host_env", feature]), capabilities("0.6.0", [])
    assert capability in with_it
    assert capability not in without
