"""Minutes of many kinds of bodies: nothing is told of good ones, and one planted slip is."""

import pytest

from review_tui.checks.engine import run_checks
from review_tui.model.findings import Finding
from review_tui.model.material import Document, Material
from tests.checks.record.minutes_of_many_kinds import ALL


def told(text: str) -> tuple[Finding, ...]:
    """What all checks find in a draft without notes."""
    return run_checks(Material(Document.read("minutes.md", text))).findings


@pytest.mark.parametrize("kind", ALL)
def test_nothing_is_told_of_minutes_that_are_in_order(kind: str) -> None:
    assert [finding.message for finding in told(ALL[kind])] == []


@pytest.mark.parametrize(
    ("kind", "true", "slip", "check"),
    [
        ("welsh", "Tuesday, 10th May", "Tuesday, 11th May", "weekday"),
        ("welsh", "by Cllr Llewelyn-Jones", "by Cllr Llewellyn-Jones", "names"),
        ("welsh", "seconded by Cllr Ifans", "seconded by Cllr Prys", "roll"),
        ("welsh", "Cllr Pugh asked", "Cllr Hopkin asked", "roll"),
        ("welsh", "Total \u00a3509.29", "Total \u00a3590.29", "sums"),
        ("welsh", "3 votes to 1", "4 votes to 3", "votes"),
        ("welsh", "held on 12 April", "held on 12 May", "dates"),
        ("school", "proposed PZ", "proposed KA", "roll"),
        ("school", "Miss Raman;", "Mr Raman;", "roll"),
        ("school", "an increase of \u00a33,412", "an increase of \u00a33,142", "sums"),
        ("school", "from 18% to 15%", "from 15% to 18%", "sums"),
        ("school", "closed at 7.10", "closed at 5.10", "times"),
        ("trust", "Dr Haddad asked", "Dr Hadad asked", "names"),
        ("trust", "Mr Mehmood presented", "Mrs Amory presented", "roll"),
        (
            "trust",
            "APPROVED the Digital Strategy 2022-2025",
            "APPROVED the Digital Strategy 2022-2026",
            "period",
        ),
        ("committee", "Noes, 3", "Noes, 4", "votes"),
        ("committee", "Noes, 3: Kim Ashdown", "Noes, 3: Kim Ashdowne", "names"),
        ("scottish", "Seconded: A Petrie", "Seconded: I Munro", "roll"),
        ("scottish", "F Tait. Sec", "F Tate. Sec", "roll"),
        ("scottish", "1 December and", "31 November and", "dates"),
        ("planning", "Councillor Nuttall proposed", "Councillor Hartshorne proposed", "roll"),
        ("planning", "carried by 4 votes to 3", "carried by 3 votes to 4", "votes"),
        ("planning", "ended at 8.15", "ended at 6.15", "times"),
        ("parochial", "seconded by Mrs Utting", "seconded by Mr Utting", "roll"),
        ("parochial", "deficit of \u00a32,783.35", "deficit of \u00a32,738.35", "sums"),
        ("parochial", "Saturday 4th February", "Sunday 4th February", "weekday"),
    ],
)
def test_a_planted_slip_is_told(kind: str, true: str, slip: str, check: str) -> None:
    assert true in ALL[kind]
    found = told(ALL[kind].replace(true, slip, 1))
    assert check in {finding.check for finding in found}, [finding.message for finding in found]
