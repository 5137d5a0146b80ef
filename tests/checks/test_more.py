"""Checks that other packages bring."""

import importlib.metadata
from collections.abc import Iterable, Iterator

import pytest

from review_tui.checks.material import Material
from review_tui.checks.more import GROUP, all_checks
from review_tui.checks.table import CHECKS
from review_tui.domain.findings import Finding, Severity


class Quorum:
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


def test_the_group_is_the_one_that_is_documented() -> None:
    assert GROUP == "review_tui.checks"
