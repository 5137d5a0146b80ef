"""docs/architecture.md tells the truth: its layers, the files it names, and its two walks."""

import re
import tomllib
from pathlib import Path

import pytest

from review_tui.checks.entry_points import all_checks
from review_tui.composition import SAMPLE_ITEM, run
from tests.call_trace import Entered, tracing, watching
from tests.stories.robot import reviewing

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
AMENDMENT, FINDING = "One amendment, from the key to", "One finding, from the text to the screen"
MEND_THE_PAGE = "This step is not reached after the one before it. Mend the walk in docs/architecture.md."
WRONG, RIGHT = "2020-September, 2022", "2020-September, 2021"


def section(heading: str) -> str:
    """What stands under a heading that begins so."""
    (found,) = [part for part in PAGE.split("\n## ") if part.startswith(heading)]
    return found


def walk(heading: str) -> list[Entered]:
    """The steps under a heading: files and functions."""
    steps = re.findall(r"^\d+\. `(\S+\.py)` `(\w+)`", section(heading), re.MULTILINE)
    assert len(steps) >= 10, "The page has a walk there no more."
    return [(file, function) for file, function in steps]


def test_the_layers_are_those_that_import_linter_enforces() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    enforced = next(c["layers"] for c in contracts["contracts"] if c["name"] == "Layers import from below")
    drawn = section("The layers").split("```")[1].strip().splitlines()
    assert [re.split(r"\s{2,}", line)[0] for line in drawn] == enforced


def test_every_file_that_is_named_exists() -> None:
    named = set(re.findall(r"`((?:\w+/)*\w+\.py|(?:\w+/)+)`", PAGE)) - {
        "actions.py",
        "dialog.py",
        "presenter.py",
    }
    assert len(named) > 20
    missing = [
        name for name in named if not any((top / name).exists() for top in (ROOT, ROOT / "review_tui"))
    ]
    assert missing == []


async def test_an_amendment_on_the_screen_goes_the_way_that_is_described(sample_book: Path) -> None:
    with watching(walk(AMENDMENT)) as trace:
        async with reviewing(sample_book, size=(80, 24)) as robot:
            trace.entered.clear()
            await robot.press("home", "e")
            await robot.sees("Amend this passage")
            await robot.types(" Questions followed.")
            await robot.records("Left out by mistake.")
            await robot.no_longer_sees("Amend this passage")
            read_again = walk(AMENDMENT)[-1]
            await robot.until(lambda: read_again in trace.entered, "does not read the item again")
    assert trace.first_missing(walk(AMENDMENT)) is None, MEND_THE_PAGE


def test_an_amendment_by_command_does_the_same_and_enters_no_more_files_than_is_said(
    sample_book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_book)
    with tracing() as trace:
        code = run(["amend", "5", "--replace", WRONG, RIGHT, "--reason", "The notes say so."])
    assert code == 0
    assert RIGHT in (sample_book / SAMPLE_ITEM / "minutes.md").read_text(encoding="utf-8").splitlines()[-1]
    steps = [step for step in walk(AMENDMENT) if not step[0].startswith("tui/")]
    assert trace.first_missing(steps) is None, MEND_THE_PAGE
    (said,) = re.findall(r"enters at\s+most (\d+) files", section(AMENDMENT))
    assert len(trace.files) <= int(said) <= len(trace.files) + 15, sorted(trace.files)


def test_a_finding_goes_the_way_that_is_described(sample_book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample_book)
    all_checks.cache_clear()
    with tracing() as trace:
        code = run(["check", "5"])
    assert code == 1
    assert trace.first_missing(walk(FINDING)) is None, MEND_THE_PAGE
