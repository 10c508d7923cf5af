"""A comparison as JUnit XML: a test suite a pair of columns, a test case a script. Pure."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from harness.compare import Change, ChangeKind, Comparison
from harness.model import Comparison as SpeedComparison
from harness.model import Speed
from harness.reports.compare_summary import command, difference, headline, speed_text
from harness.reports.options import DEFAULTS, ReportOptions
from harness.reports.text import clip, safe

_MESSAGE = 300
_GOOD = frozenset(
    {
        ChangeKind.SAME,
        ChangeKind.FIXED,
        ChangeKind.PERSISTENT,
        ChangeKind.CHANGED,
        ChangeKind.STRICT_LOST,
        ChangeKind.STRICT_GAINED,
        ChangeKind.ORACLE_MOVED,
        ChangeKind.REJUDGED,
    }
)


def render(comparisons: Sequence[Comparison], options: ReportOptions = DEFAULTS) -> str:
    """Well-formed XML; what XML cannot hold is escaped as elsewhere.

    Failures are regressions and slowdowns that were confirmed, errors what may hide a
    regression; what says nothing of the candidate is skipped.
    """
    root = ET.Element("testsuites", name="harness compare")
    root.extend(map(_suite, comparisons))
    for key in ("tests", "failures", "errors", "skipped"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(comparison: Comparison) -> ET.Element:
    tests = [_test(change, comparison) for change in comparison.changes]
    tests += [_speed(speed, comparison) for speed in comparison.speeds if speed.batch == 1]
    suite = ET.Element(
        "testsuite",
        name=headline(comparison),
        tests=str(len(tests)),
        failures=str(_holding(tests, "failure")),
        errors=str(_holding(tests, "error")),
        skipped=str(_holding(tests, "skipped")),
        timestamp=safe(comparison.new.record.header.started),
    )
    if comparison.warnings:
        properties = ET.SubElement(suite, "properties")
        for warning in comparison.warnings:
            ET.SubElement(properties, "property", name="warning", value=safe(warning))
    suite.extend(tests)
    return suite


def _holding(tests: Sequence[ET.Element], kind: str) -> int:
    return sum(test.find(kind) is not None for test in tests)


def _kind(change: Change) -> str:
    if change.kind is ChangeKind.REGRESSED:
        return "failure"
    if change.hides:
        return "error"
    return "" if change.kind in _GOOD else "skipped"


def _test(change: Change, comparison: Comparison) -> ET.Element:
    test = ET.Element(
        "testcase",
        name=safe(change.case.id),
        classname=f"{comparison.new.column}.{safe(change.case.area)}",
    )
    text = f"{change.kind.value}: {safe(change.explanation)}".removesuffix(": ")
    kind = _kind(change)
    if kind:
        child = ET.SubElement(test, kind, message=clip(text, _MESSAGE))
        if kind == "failure":
            child.set("type", change.kind.value)
            repeat = f"repeat: {command(change, comparison)}"
            child.text = "\n".join([*difference(change, comparison), repeat])
    elif change.kind is not ChangeKind.SAME:
        ET.SubElement(test, "system-out").text = text
    return test


def _speed(speed: SpeedComparison, comparison: Comparison) -> ET.Element:
    classname = f"{comparison.new.column}.speed.{safe(speed.phase)}.{safe(speed.clock)}"
    test = ET.Element("testcase", name=safe(speed.case), classname=classname)
    text = clip(speed_text(speed, comparison), _MESSAGE)
    if speed in comparison.slower:
        ET.SubElement(test, "failure", message=text, type=speed.verdict.value)
    elif speed.verdict is Speed.INCONCLUSIVE:
        ET.SubElement(test, "skipped", message=text)
    else:
        ET.SubElement(test, "system-out").text = text
    return test
