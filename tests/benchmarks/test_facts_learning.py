"""The weights for what was left out and added are learned from rows of meetings with planted slips."""

import json
from pathlib import Path

import pytest

from benchmarks import facts_learning

PERIODS = (
    "## Accounts\n\nThe accounts for {0} were presented beside the budget for {1}.\n\n"
    "Resolved that the accounts for {0} be approved.\n\n"
    "## Plan\n\nThe plan for {1} was discussed; that for {0} had been short.\n\n"
    "Resolved that the plan for {1} be adopted.\n"
)
PEOPLE = ("Mr Bly", "Mrs Ashe")
THINGS = ("boiler", "gutter", "piano", "fence", "kettle", "cupboard", "awning", "doorbell", "carpet", "shed")


def row(name: str, things: tuple[str, ...], years: tuple[str, str]) -> dict[str, object]:
    """A meeting at which each thing was to be mended, and two years were spoken of.

    The thing before the last is left out, another added; one year is decided on for the other.
    """
    told = [
        f"{PEOPLE[n % 2]} said that the {thing} was broken and would be mended in {n} weeks."
        for n, thing in enumerate(things, 3)
    ]
    noted = [
        f"{PEOPLE[n % 2].split()[-1]} - {thing} broken, mend {n} wks" for n, thing in enumerate(things, 3)
    ]
    firm = f"{things[0].title()}croft"
    added = f"{told[3]} Mr Vane was asked to whitewash every ceiling before Lent."
    return {
        "name": name,
        "draft": " ".join(told)
        + f" The tender of {firm} at Linden was accepted.\n\n"
        + PERIODS.format(*years),
        "notes": [
            {"file": "clerk.md", "text": "\n".join([*noted, f"accept tender {firm.lower()} linda", ""])}
        ],
        "plants": [
            {"kind": "omission", "old": told[-2] + " ", "new": "", "in_notes": noted[-2]},
            {"kind": "invented", "old": told[3], "new": added, "in_notes": ""},
            {"kind": "period", "old": f"accounts for {years[0]} be", "new": f"accounts for {years[1]} be"},
            {"kind": "attribution", "old": told[1], "new": f"Mrs Ashe{told[1].removeprefix('Mr Bly')}"},
            {"kind": "name", "old": firm, "new": f"{firm[:4]}ington"},
            {"kind": "figure", "old": "3 weeks", "new": "8 weeks", "in_notes": noted[0]},
        ],
    }


def test_what_speaks_for_an_omission_an_addition_a_wrong_period_and_person_is_learned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = []
    rows = (("one", THINGS, ("2023/24", "2024/25")), ("two", THINGS[::-1], ("2019/20", "2020/21")))
    for name, things, years in rows:
        files.append(tmp_path / f"{name}.jsonl")
        files[-1].write_text(json.dumps(row(name, things, years)) + "\n", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["facts_learning", *map(str, files)])
    assert facts_learning.main() == 0
    rest, value = capsys.readouterr().out.split("value: ")
    assert "2 of 2 planted" in value
    assert '"free, linked"' in value
    left_out, rest = rest.split("added: ")
    added, period = rest.split("period: ")
    assert "2 of 2 planted" in period
    period, person = period.split("person: ")
    assert '"subject"' in period
    person, named = person.split("name: ", 1)
    assert "2 of 2 planted" in person
    assert '"alike"' in named
    assert "of 2 planted" in named
    assert '"of jotting"' in person
    for learned in (left_out, added):
        assert "2 of 2 planted" in learned  # by what the other file teaches
        (untold,) = (line for line in learned.splitlines() if '"untold"' in line)
        assert float(untold.split()[-1].rstrip(",")) > 0
