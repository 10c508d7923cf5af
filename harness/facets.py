"""Compares one output of a candidate with all that its oracle produced. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from harness.model import CompareOptions, Divergence
from harness.normalize import Sample, Step, normalise, usable_steps

_STRICTLY = CompareOptions()
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


@dataclass(frozen=True)
class Agreement:
    """Whether a candidate's output is one of the oracle's.

    `masks` names the steps that were needed, `relaxed` the class of what was forgiven.
    `unstable` says that the oracle disagreed with itself, beyond what is masked or forgiven,
    so that a difference is nobody's fault.
    """

    equal: bool
    masks: tuple[str, ...] = ()
    relaxed: Divergence | None = None
    unstable: bool = False

    @property
    def counts(self) -> bool:
        """Whether there is a difference that is the candidate's own."""
        return not self.equal and not self.unstable


def agree(
    candidate: Sample, oracles: Sequence[Sample], options: CompareOptions = _STRICTLY
) -> Agreement:
    """Compare raw bytes first, then masked text, then as loosely as the case allows."""
    if all(candidate.data == oracle.data for oracle in oracles):
        return Agreement(True)
    steps = usable_steps(oracles)
    text = normalise(candidate, steps)
    expected = [normalise(oracle, steps) for oracle in oracles]
    unstable = any(
        other != expected[0] and not _relaxed_class(other, expected[:1], options)
        for other in expected[1:]
    )
    if any(candidate.data == oracle.data for oracle in oracles):
        return Agreement(True, unstable=unstable)
    if text in expected:
        needed = _needed_masks(candidate, oracles[expected.index(text)], steps)
        return Agreement(True, needed, Divergence.NORMALISED_EQUAL, unstable)
    relaxed = _relaxed_class(text, expected, options)
    return Agreement(relaxed is not None, (), relaxed, unstable)


def _needed_masks(candidate: Sample, oracle: Sample, steps: Sequence[Step]) -> tuple[str, ...]:
    """The steps without which the two would differ."""

    def differ_without(step: Step) -> bool:
        others = [other for other in steps if other is not step]
        return normalise(candidate, others) != normalise(oracle, others)

    return tuple(step.name for step in steps if differ_without(step))


def _relaxed_class(
    text: str, expected: Sequence[str], options: CompareOptions
) -> Divergence | None:
    if options.unordered:
        text, expected = _in_order(text), [_in_order(other) for other in expected]
        if text in expected:
            return Divergence.UNORDERED_EQUAL
    if options.float_tolerance is not None:
        tolerance = options.float_tolerance
        if any(_close(text, other, tolerance) for other in expected):
            return Divergence.FLOAT_TOLERANCE
    return None


def _in_order(text: str) -> str:
    return "\n".join(sorted(text.split("\n")))


def _close(left: str, right: str, tolerance: float) -> bool:
    """Equal but for floats that lie within the tolerance, relative or absolute."""
    if _NUMBER.split(left) != _NUMBER.split(right):
        return False
    pairs = zip(_NUMBER.findall(left), _NUMBER.findall(right), strict=True)
    return all(
        a == b or (_is_float(a) and _is_float(b) and _near(float(a), float(b), tolerance))
        for a, b in pairs
    )


def _is_float(number: str) -> bool:
    return not number.lstrip("+-").isdigit()


def _near(left: float, right: float, tolerance: float) -> bool:
    return math.isclose(left, right, rel_tol=tolerance, abs_tol=tolerance)
