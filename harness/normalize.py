"""Ordered, named steps that mask what may differ between two honest runs. Pure.

A step marked `always` masks what differs between installations. Every other step is used
only where the oracle's own runs moved in just what it masks, so that a real difference hides
behind a mask only beside a value of the same kind that moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    """One output with the scratch folder of the attempt that wrote it."""

    data: bytes
    scratch: str = ""

    @property
    def text(self) -> str:
        """Decoded so that any two different byte strings stay different."""
        return self.data.decode("utf-8", "surrogateescape")


@dataclass(frozen=True)
class Step:
    """One mask. `sample` is a pair (before, after) for an attempt in `/scratch/a`.

    Without a `pattern` it is the attempt's own scratch folder that is replaced.
    """

    name: str
    why: str
    always: bool
    pattern: re.Pattern[str] | None
    replacement: str
    sample: tuple[str, str]

    def apply(self, text: str, scratch: str) -> str:
        """The text with all that this step finds replaced."""
        if self.pattern:
            return self.pattern.sub(self.replacement, text)
        return text.replace(scratch, self.replacement) if scratch else text

    def moves(self, texts: Iterable[str]) -> bool:
        """Whether what this step finds is not the same in all the texts."""
        assert self.pattern is not None
        found = {tuple(match.group() for match in self.pattern.finditer(t)) for t in texts}
        return len(found) > 1


STEPS: tuple[Step, ...] = (
    Step(
        "scratch-path",
        "each attempt has a folder of its own",
        True,
        None,
        "<scratch>",
        ('open("/scratch/a/work/x")', 'open("<scratch>/work/x")'),
    ),
    Step(
        "stdlib-path",
        "the standard library lies elsewhere in each installation, or is frozen in",
        True,
        re.compile(r'File "(?:[^"\n]*/(?:lib/python3\.\d+|Lib)/|<frozen )([^"\n>]+?)>?"'),
        r'File "<stdlib>/\1"',
        (
            'File "/usr/lib/python3.14/json/decoder.py", line 3',
            'File "<stdlib>/json/decoder.py", line 3',
        ),
    ),
    Step(
        "test-duration",
        "a test runner says how long it took",
        True,
        re.compile(r"(?m)^(Ran \d+ tests? in )\d+\.\d+s$"),
        r"\1<duration>",
        ("Ran 2 tests in 0.001s", "Ran 2 tests in <duration>"),
    ),
    Step(
        "address",
        "objects lie elsewhere in memory in each run",
        False,
        re.compile(r"(?<= at )0x[0-9a-fA-F]{4,16}\b"),
        "<address>",
        ("<C object at 0x7f3a12345678>", "<C object at <address>>"),
    ),
    Step(
        "thread-identifier",
        "threads have other identifiers in each run",
        False,
        re.compile(r"(?<=started )((?:daemon )?)\d{4,}"),
        r"\1<thread>",
        ("<Thread(a, started 140312)>", "<Thread(a, started <thread>)>"),
    ),
    Step(
        "timestamp",
        "the clock goes on",
        False,
        re.compile(r"\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?"),
        "<timestamp>",
        ("at 2026-01-31 10:00:00.123 up", "at <timestamp> up"),
    ),
    Step(
        "duration",
        "no two runs take the same time",
        False,
        re.compile(
            r"\b\d+(?:\.\d+)?(?:e-?\d+)?( ?(?:s|sec|secs|seconds|ms|milliseconds|us|µs|ns))\b"
        ),
        r"<duration>\1",
        ("took 0.31 s", "took <duration> s"),
    ),
)


def normalise(sample: Sample, steps: Iterable[Step]) -> str:
    """The sample's text with these steps applied in their order."""
    text = sample.text
    for step in steps:
        text = step.apply(text, sample.scratch)
    return text


def usable_steps(oracles: Iterable[Sample]) -> tuple[Step, ...]:
    """The steps that may be used against these outputs of the oracle.

    Each stands for itself: an address that moves does not free the durations.
    """
    usable = [step for step in STEPS if step.always]
    samples = list(oracles)
    if len({sample.data for sample in samples}) < 2:
        return tuple(usable)  # nothing moves at all
    texts = list(dict.fromkeys(normalise(sample, usable) for sample in samples))
    for step in STEPS:
        if len(texts) < 2:
            break  # nothing moves any more
        if not step.always and step.moves(texts):
            usable.append(step)
            texts = list(dict.fromkeys(step.apply(text, "") for text in texts))
    return tuple(usable)
