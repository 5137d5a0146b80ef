"""The one table of checks: every check shows what it finds."""

import pytest

from review_tui.checks.engine import run_checks
from review_tui.checks.examples import example_of
from review_tui.checks.material import Check, Document, Material
from review_tui.checks.table import CHECKS


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_check_finds_something_in_its_own_example(check: Check) -> None:
    outcome = run_checks(example_of(check), (check,))
    assert outcome.failures == ()
    assert {finding.check for finding in outcome.findings} == {check.id}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_check_is_named_and_described(check: Check) -> None:
    assert check.id == check.id.lower().strip()
    assert check.finds.endswith(".")


def test_no_two_checks_have_the_same_name() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS)


def test_the_checks_find_nothing_in_empty_minutes() -> None:
    assert run_checks(Material(Document.read("minutes.md", ""))).findings == ()
