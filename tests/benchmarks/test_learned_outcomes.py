"""Outcomes that were planted are held against what the notes have where they stood."""

from benchmarks.learned_examples import read_meeting
from benchmarks.learned_outcomes import outcomes_of

ROW = {
    "name": "one",
    "draft": "The hire of the crane was refused.\n\nThe lease of the kiosk was granted.\n",
    "notes": [{"file": "clerk.md", "text": "crane hire NO\nkiosk lease - granted\n"}],
    "plants": [
        {
            "kind": "wrong-outcome",
            "old": "crane was refused",
            "new": "crane was granted",
            "in_notes": "crane hire NO",
        },
        {"kind": "figure", "old": "kiosk", "new": "crane", "in_notes": "kiosk"},
    ],
}


def test_a_planted_outcome_is_wrong_beside_its_own_line_only() -> None:
    found = list(outcomes_of(read_meeting("rows", ROW)))
    wrong = [e for e in found if e.slip is not None]
    assert [e.slip for e in wrong] == [("one", 0)]
    assert all(e.is_planted for e in wrong)
    (best,) = wrong
    right = [e for e in found if e.slip is None]
    assert right
    assert best.features["near"] > max(e.features["near"] for e in right)
