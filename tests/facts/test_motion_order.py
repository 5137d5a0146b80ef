"""Movers and seconders of the notes, held against the motion that stands where they do."""

import pytest

from review_tui.facts.motions import motion_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material

MINUTES = (
    "Present: Ada Hart, Kim Noll, Lou Marsh, Oskar Brand\n\n"
    "1. Fees\n\nMoved by Ada Hart, seconded by Kim Noll.\n\n"
    "2. Roof\n\nThe beams were looked at. Moved by {}, seconded by {}.\n\n"
    "3. Fair\n\nMoved by Kim Noll, seconded by Oskar Brand.\n"
)


def told(mover: str, seconder: str, noted: str) -> list[str]:
    notes = f"AH/KN\n\nchimney first\n\n{noted}\n\nthen the raffle\n\nKN/OB\n"
    draft = Document.read("minutes.md", MINUTES.format(mover, seconder))
    pair = pair_of(Material(draft, (Document.read("notes/c.txt", notes),)))
    return [
        draft.text[place.span.start : place.span.end] for c in motion_clashes(pair) for place in c.places[:1]
    ]


@pytest.mark.parametrize("noted", ["LM/AH", "LM / Ada 5-1", "Marsh / Hart", "chimney LM/AH"])
def test_the_pair_that_stands_where_a_motion_does_tells_one_of_its_names(noted: str) -> None:
    assert told("Oskar Brand", "Ada Hart", noted) == ["Oskar Brand"]
    assert told("Lou Marsh", "Ada Hart", noted) == []


@pytest.mark.parametrize("noted", ["w/o AH", "LM 2/3 AH", "and/or AH", "KN"])
def test_other_words_with_a_stroke_tell_nothing(noted: str) -> None:
    assert told("Oskar Brand", "Ada Hart", noted) == []


@pytest.mark.parametrize(
    "words", ["Ada Hart seconded the motion of Lou Marsh", "Ada Hart seconded the proposal by Lou Marsh"]
)
def test_who_seconds_the_motion_of_another_does_not_move(words: str) -> None:
    draft = Document.read("minutes.md", MINUTES.replace("Moved by {}, seconded by {}", words))
    pair = pair_of(Material(draft, (Document.read("notes/c.txt", "AH/KN\n\nbeams LM/AH\n\nKN/OB\n"),)))
    assert [*motion_clashes(pair)] == []


@pytest.mark.parametrize(("line", "is_told"), [("M Leigh, S Lunt", False), ("m Leigh, s Lunt", True)])
def test_initials_in_a_list_of_people_are_no_marks_of_mover_and_seconder(line: str, is_told: bool) -> None:
    draft = Document.read(
        "minutes.md",
        "Present: Mia Leigh, Sal Lunt, Ada Hart, Kim Noll\n\n1. Fees\n\nThe new fees of the hall were read. "
        "Ada Hart proposed the fees, seconded by Sal Lunt.\n",
    )
    notes = Document.read("notes/c.txt", f"fees of the hall {line}\n")
    assert bool([*motion_clashes(pair_of(Material(draft, (notes,))))]) is is_told


@pytest.mark.parametrize("noted", ["piet proposed ana seconded", "piet moved ana 2nd", "piet prop ana sec"])
def test_who_proposed_stands_before_and_who_seconded_too(noted: str) -> None:
    people = "Present: Piet Dorn, Ana Orr, Bo Reed\n\n"
    draft = people + "{} proposed, and Ana Orr seconded, that the kiln be mended by May.\n"
    notes = (Document.read("notes/c.txt", f"{noted} kiln mended by may\n"),)

    def found(who: str) -> int:
        return len(
            [*motion_clashes(pair_of(Material(Document.read("minutes.md", draft.format(who)), notes)))]
        )

    assert found("Piet Dorn") == 0
    assert found("Bo Reed") == 1
