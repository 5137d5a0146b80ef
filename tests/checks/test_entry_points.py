"""Checks that other packages bring."""

import datetime as dt
import importlib.metadata
import os
import re
import threading
from collections.abc import Iterable, Iterator

import pytest

from review_tui.checks.check import Check
from review_tui.checks.engine import run_checks
from review_tui.checks.entry_points import ENTRY_POINT_GROUP, all_checks
from review_tui.checks.isolated_check import IsolatedCheck
from review_tui.checks.table import CHECKS
from review_tui.model.findings import Finding, Severity, Suggestion
from review_tui.model.material import Document, Material, Sitting
from review_tui.model.text import Span


class Quorum(Check):
    """A check of somebody else's."""

    id = "quorum"
    finds = "Too few members."
    severity = Severity.WARNING
    example = "Nobody came."

    def run(self, material: Material) -> Iterable[Finding]:
        return ()


class Taken(Quorum):
    """Calls itself by a name that is ours."""

    id = "period"


class NoCheck:
    """Nothing like a check."""


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The values of entry points that are installed; to be filled by the test."""
    values: list[str] = []

    def points(*, group: str) -> list[importlib.metadata.EntryPoint]:
        return [importlib.metadata.EntryPoint(f"n{n}", value, group) for n, value in enumerate(values)]

    monkeypatch.setattr(importlib.metadata, "entry_points", points)
    all_checks.cache_clear()
    yield values
    all_checks.cache_clear()


def test_an_installed_check_is_taken_in(installed: list[str]) -> None:
    installed.append(f"{__name__}:Quorum")
    checks, sentences = all_checks()
    assert [c.id for c in checks] == [*(c.id for c in CHECKS), "quorum"]
    assert sentences == ()


@pytest.mark.parametrize(
    ("value", "said"),
    [("no_such_module:X", "can't be loaded"), ("Taken", "taken"), ("NoCheck", "has no id, finds")],
)
def test_what_is_no_check_is_told_and_costs_nothing(installed: list[str], value: str, said: str) -> None:
    installed.append(value if ":" in value else f"{__name__}:{value}")
    checks, sentences = all_checks()
    assert checks == CHECKS
    assert len(sentences) == 1
    assert said in sentences[0]


class Finds(Quorum):
    """Finds the first word."""

    def run(self, material: Material) -> Iterable[Finding]:
        print("not an answer")  # noqa: T201 -- on purpose
        place = material.draft.place(Span(0, 6))
        suggestion = Suggestion(Span(0, 6), "Somebody")
        yield Finding(self.id, self.severity, f"{material.others}", (place,), suggestion)


class Endless(Quorum):
    """Never comes to an end."""

    def run(self, material: Material) -> Iterable[Finding]:
        while True:
            re.match(r"(a|aa)+$", "a" * 40 + "b")


class Waits(Quorum):
    """Does nothing, for ever."""

    def run(self, material: Material) -> Iterable[Finding]:
        threading.Event().wait()
        return ()


class Breaks(Quorum):
    """Goes wrong."""

    def run(self, material: Material) -> Iterable[Finding]:
        raise ValueError("no\nroll")


class Vanishes(Quorum):
    """Takes its process with it."""

    def run(self, material: Material) -> Iterable[Finding]:
        os._exit(0)


MATERIAL = Material(
    Document.read("minutes.md", "Nobody came \udce9.\n"), others=(Sitting("m", dt.date(2022, 3, 16)),)
)


def apart(check: type[Quorum], seconds: int = 60, patience: float = 600.0) -> IsolatedCheck:
    """A check as it is run when it was added."""
    return IsolatedCheck(check(), f"{__name__}:{check.__name__}", seconds, patience)


def test_an_added_check_finds_in_a_process_of_its_own_what_it_would_find_here() -> None:
    assert tuple(apart(Finds).run(MATERIAL)) == tuple(Finds().run(MATERIAL))


@pytest.mark.parametrize(
    ("check", "said"),
    [
        (apart(Endless, seconds=1), "computed for more than 1 seconds, so it was ended"),
        (apart(Waits, patience=0.5), "gave no answer for 0.5 seconds, so it was ended"),
        (apart(Breaks), "could not be carried out (ValueError: no roll)"),
        (apart(Vanishes), "could not be carried out (its process ended without an answer)"),
    ],
    ids=["endless", "waits", "breaks", "vanishes"],
)
def test_an_added_check_that_fails_or_never_ends_is_told_and_leaves_nothing_running(
    check: IsolatedCheck, said: str
) -> None:
    before = threading.active_count()
    outcome = run_checks(MATERIAL, (check,))
    assert outcome.findings == ()
    assert said in outcome.failures[0].sentence
    assert outcome.is_final is ("was ended" not in said)
    assert threading.active_count() == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_the_group_is_the_one_that_is_documented() -> None:
    assert ENTRY_POINT_GROUP == "review_tui.checks"
