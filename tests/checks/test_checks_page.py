"""``docs/checks.md`` says what each check sees and what it does not; every example on it is run."""

import re
from pathlib import Path

import pytest

from review_tui.checks.check import Check
from review_tui.checks.table import CHECKS
from review_tui.model.findings import Finding
from review_tui.model.material import Document, Material

PAGE = (Path(__file__).parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### ([\w-]+)\n(.*?)(?=^##|\Z)", PAGE, flags=re.DOTALL | re.MULTILINE))
NOTE = "notes: "


def examples(check: Check, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", SECTIONS[check.id], flags=re.DOTALL | re.MULTILINE)


def findings(check: Check, example: str) -> list[Finding]:
    lines = example.splitlines()
    draft = [line for line in lines if not line.startswith(NOTE)]
    noted = [line.removeprefix(NOTE) for line in lines if line.startswith(NOTE)]
    notes = (Document.read("notes/clerk.md", "\n".join(noted)),) if noted else ()
    return list(check.run(Material(Document.read("minutes.md", "\n".join(draft)), notes)))


def test_every_check_has_its_section_in_the_order_of_the_table() -> None:
    assert list(SECTIONS) == [check.id for check in CHECKS]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_section_says_where_its_check_ends(check: Check) -> None:
    assert examples(check, "not seen")
    assert bool(examples(check, "found")) is not bool(check.example_style)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_what_the_page_says_is_found_is_found_and_nothing_else(check: Check) -> None:
    assert [example for example in examples(check, "found") if not findings(check, example)] == []
    assert [example for example in examples(check, "not seen") if findings(check, example)] == []
