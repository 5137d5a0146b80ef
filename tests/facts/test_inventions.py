"""What the notes have nothing of, amid what they have."""

import pytest

from review_tui.facts.inventions import invention_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.findings import Severity
from review_tui.model.material import Document, Material

DRAFT = (
    "Kiln 2 has been cold since 3 June, the element having snapped.\n\n"
    "A replacement was ordered from Limoges for 212 dollars.\n\n{}"
    "Wheel 4 squeaks and two shelves are warped.\n\n"
    "The spring sale raised 930 dollars.\n"
)
NOTES = (
    "kiln 2 cold since 3/6, element snapped\nnew one 212 ordered, Limoges\n"
    "wheel 4 squeaks, 2 shelves warped\nspring sale 930\n"
)


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("Members will be asked to contribute 35 dollars each.", Severity.WARNING),
        ("The studio will be painted on 14 September.", Severity.WARNING),
        ("A neighbour offered to lend his old trolley for the move.", Severity.WARNING),
        ("It was asked whether 35 potters were too many.", None),  # talk, of which little is noted
        ("The trolley and the move would leave 718 dollars.", Severity.WARNING),  # 930 less 212
        ("The fees would therefore be 47 dollars each.", None),  # which follows from others
        ("No neighbour offered to lend his old trolley.", Severity.HINT),  # of what is not so little is noted
        ("The element was 212 times too weak.", None),  # its figure stands in the notes
    ],
)
def test_a_sentence_of_which_the_notes_have_nothing(sentence: str, severity: Severity | None) -> None:
    draft = DRAFT.format(f"{sentence}\n\n")
    pair = pair_of(Material(Document.read("minutes.md", draft), (Document.read("notes/a.md", NOTES),)))
    assert [c.severity for c in invention_clashes(pair)] == ([severity] if severity else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Members present were reminded of this.",  # a few words that say little
        "The minutes of the last meeting were approved.",  # of which notes need have nothing
        "The potters resolved as follows:",
        "The element having snapped, kiln 2 would be left cold.",  # the words of the sentences beside it
    ],
)
def test_a_sentence_of_which_notes_need_have_nothing(sentence: str) -> None:
    draft = DRAFT.format(f"{sentence}\n\n")
    pair = pair_of(Material(Document.read("minutes.md", draft), (Document.read("notes/a.md", NOTES),)))
    assert [*invention_clashes(pair)] == []


@pytest.mark.parametrize(("more", "told"), [(1, 1), (2, 0)])
def test_one_that_is_certain_is_told_though_one_more_may_be_new(more: int, told: int) -> None:
    """One sentence of which the notes happen to have nothing does not make notes that lack much; two may."""
    sentences = (
        *("It was thought that it would be too warm there.",)[: more - 1],
        "Their ladder had been borrowed by a neighbour.",
        "The studio will be painted on 14 September.",
    )
    draft = DRAFT.format("".join(f"{sentence}\n\n" for sentence in sentences))
    pair = pair_of(Material(Document.read("minutes.md", draft), (Document.read("notes/a.md", NOTES),)))
    assert [c.severity for c in invention_clashes(pair)].count(Severity.WARNING) == told


def test_a_sentence_whose_figures_stand_together_in_a_line_is_not_of_nothing() -> None:
    sentence = "The ringers will start at ten instead of nine."
    draft = DRAFT.format(f"A neighbour complained that the bells were rung too early.\n\n{sentence}\n\n")
    notes = NOTES.replace("wheel 4", "bells too early -> 10 not 9\nwheel 4")
    pair = pair_of(Material(Document.read("minutes.md", draft), (Document.read("notes/a.md", notes),)))
    assert [c.message for c in invention_clashes(pair)] == []
    without = Document.read("notes/a.md", notes.replace(" -> 10 not 9", ""))
    pair = pair_of(Material(Document.read("minutes.md", draft), (without,)))
    assert [c.places[0].quote for c in invention_clashes(pair)] == [sentence]
