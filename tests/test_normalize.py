"""Every step does what its sample says, and only where it may."""

from __future__ import annotations

import pytest

from harness.normalize import STEPS, Sample, Step, normalise, usable_steps

SCRATCH = "/scratch/a"


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_each_step_turns_its_sample(step: Step) -> None:
    before, after = step.sample
    assert step.apply(before, SCRATCH) == after
    assert before != after


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_each_step_changes_nothing_twice(step: Step) -> None:
    once = step.apply(step.sample[0], SCRATCH)
    assert step.apply(once, SCRATCH) == once


@pytest.mark.parametrize(
    "text",
    [
        "0xdeadbeef",
        "mask 0x7f3a12345678 of it",
        "3 s",
        "2026-01-31 10:00:00",
        "Ran out of time",
        'File "mine.py", line 3',
        "/scratch/b/work",
    ],
)
def test_values_of_a_script_are_left_alone_where_the_oracle_stands_still(text: str) -> None:
    sample = Sample(text.encode(), SCRATCH)
    assert normalise(sample, usable_steps([sample, sample])) == text


@pytest.mark.parametrize("text", ["0xdeadbeef", "mask 0x7f3a12345678 of it", "at 12 o'clock"])
def test_values_that_are_no_addresses_are_never_masked(text: str) -> None:
    assert normalise(Sample(text.encode(), SCRATCH), STEPS) == text


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["<C at 0x7f01> 5 s", "<C at 0x7f02> 5 s"], {"address"}),
        (["<C at 0x7f01> 5 s", "<C at 0x7f02> 6 s"], {"address", "duration"}),
        (["<C at 0x7f01> 5 s", "<C at 0x7f01> 5 s 1"], set()),
        (["2026-01-31 10:00:00", "2026-01-31 10:00:01"], {"timestamp"}),
    ],
)
def test_a_step_is_usable_where_the_oracle_moves_in_just_that(
    texts: list[str], names: set[str]
) -> None:
    usable = usable_steps([Sample(text.encode()) for text in texts])
    assert {step.name for step in usable if not step.always} == names


def test_a_moving_scratch_folder_alone_does_not_free_the_other_steps() -> None:
    moving = [Sample(b"/scratch/a/x", "/scratch/a"), Sample(b"/scratch/bb/x", "/scratch/bb")]
    assert all(step.always for step in usable_steps(moving))


def test_bytes_that_are_no_utf8_stay_different() -> None:
    assert Sample(b"\xff").text != Sample(b"\xfe").text
    assert Sample(b"\xff").text != Sample("\ufffd".encode()).text


def test_names_are_distinct() -> None:
    names = [step.name for step in STEPS]
    assert len(names) == len(set(names))
