"""The one table of checks: every check shows what it finds."""

import json

import pytest

from review_tui.checks.check import Check
from review_tui.checks.engine import run_checks
from review_tui.checks.examples import example_of
from review_tui.checks.outcome import outcome_from_json, outcome_to_json
from review_tui.checks.table import CHECKS
from review_tui.model.acts import FlagKind
from review_tui.model.material import Document, Material


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


@pytest.mark.parametrize(
    ("check", "kind"),
    [
        ("weekday", FlagKind.DATE),
        ("times", FlagKind.DATE),
        ("sums", FlagKind.FIGURE),
        ("votes", FlagKind.FIGURE),
        ("names", FlagKind.NAME),
        ("roll", FlagKind.ATTRIBUTION),
        ("notes-names", FlagKind.ATTRIBUTION),
        ("notes-omitted", FlagKind.OMISSION),
        ("notes-polarity", FlagKind.WORDING),
        ("house-style", FlagKind.STYLE),
    ],
)
def test_a_finding_becomes_a_flag_of_its_own_kind(check: str, kind: FlagKind) -> None:
    (ours,) = [each for each in CHECKS if each.id == check]
    outcome = run_checks(example_of(ours), (ours,))
    assert {finding.flag_kind for finding in outcome.findings} == {kind}
    kept = outcome_from_json(json.loads(json.dumps(outcome_to_json(outcome))))
    assert kept == outcome


def test_every_check_of_ours_has_a_kind() -> None:
    assert [check.id for check in CHECKS if check.flag_kind is FlagKind.OTHER] == []


def test_a_check_yields_only_to_checks_that_there_are() -> None:
    ids = {check.id for check in CHECKS}
    assert [check.id for check in CHECKS if not set(check.yields_to) <= ids - {check.id}] == []
