"""Which way figures went, as the draft says and as they say themselves."""

import pytest

from review_tui.facts.pair import pair_of
from review_tui.facts.sum_clashes import sum_clashes
from review_tui.model.material import Document, Material


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("Nine flats are more than 60 days late, down from twelve in March.", False),
        ("Of the flats 9 are at least 60 days late, down from 12 in March.", False),
        ("There were 60 flats late, down from 12 in March.", True),
        ("There were 9 flats late, down from 12 in March.", False),
        ("The risk score went from 38 to 26 of 50.", False),
        (
            "Hay £418, oats £560, a vet £90 and tax £75. A deficit of £134 was that of the previous year.",
            False,
        ),
        ("Sales were £900 and costs £560, leaving a surplus of £350.", True),
        (
            "Sales were £900 and costs £560, leaving a surplus of £340, compared with a surplus of £350.",
            False,
        ),
        ("The choir's growth was revised down from 3 to 2.", False),
        ("The hall took \u00a376.90, and the bar \u00a367.90 more than its approved budget.", False),
    ],
)
def test_a_figure_that_only_bounds_what_is_counted_went_nowhere(said: str, is_told: bool) -> None:
    pair = pair_of(Material(Document.read("minutes.md", f"{said}\n"), ()))
    assert bool([*sum_clashes(pair)]) is is_told


LEVY = (
    "## 3. Levy\n\nMr Otto said that the levy would rise from $1,840 to {} a share for the 2026 season.\n\n"
    "Moved by Mr Otto and carried: that the levy for the 2026 season be {} a share.\n\n"
    "## 9. Summary of decisions\n\n- Levy of {} a share for the 2026 season.\n"
)
LEVY_NOTES = "levy - otto: 1840 -> 1910 /share 2026 seas\notto moves 1910. carried\n"


@pytest.mark.parametrize(
    ("sums", "told"),
    [
        (("$1,910", "$1,910", "$1,910"), []),
        (("$1,910", "$1,940", "$1,910"), [("$1,940", "$1,910")]),
        (("$1,910", "$1,910", "$1,970"), [("$1,970", "$1,910")]),
        (("$1,916", "$1,910", "$1,910"), [("$1,916", "$1,910")]),
        (("$1,910", "$2,400", "$2,400"), []),  # no slip, and whether of the same thing nothing tells
    ],
)
def test_of_a_sum_told_twice_the_notes_tell_which_is_wrong(
    sums: tuple[str, str, str], told: list[tuple[str, str]]
) -> None:
    notes = Document.read("notes/clerk.txt", LEVY_NOTES)
    pair = pair_of(Material(Document.read("minutes.md", LEVY.format(*sums)), (notes,)))
    found = [c for c in sum_clashes(pair) if "decision" in c.message]
    assert [(c.places[0].quote, c.suggestion) for c in found][: len(told)] == told
    assert bool(found) is bool(told)
    assert all("and so have the notes (clerk.txt line " in c.message for c in found)


@pytest.mark.parametrize(
    ("sums", "wrong", "right"),
    [(("35,000", "25,000"), "$25,000", "$35,000"), (("53,000", "35,000"), "$53,000", "$35,000")],
)
def test_a_motion_of_one_word_is_held_against_the_narrative_by_the_notes(
    sums: tuple[str, str], wrong: str, right: str
) -> None:
    draft = (
        "Ms Holm recommended releasing ${} of the $60,000 bond.\n\n"
        "Motion by Mr Foss, seconded by Mr Pruitt, to release ${}. VOTE: 5-0.\n"
    )
    notes = Document.read("notes/clerk.txt", "Quail Run bond, release 35k of 60k (GH rec) MF/SP 5-0\n")
    found = list(sum_clashes(pair_of(Material(Document.read("minutes.md", draft.format(*sums)), (notes,)))))
    assert [(c.places[0].quote, c.suggestion) for c in found] == [(wrong, right)]
