"""Where two wordings differ: just the words that are not in the other."""

import pytest

from review_tui.anchoring.contrast import contrast, differing_spans
from review_tui.model.findings import Finding, Location, Severity
from review_tui.model.text import Span


@pytest.mark.parametrize(
    ("one", "other", "mine", "theirs"),
    [
        ("October, 2020-September, 2022", "October, 2020-September, 2021", ["2022"], ["2021"]),
        ("Gough", "Gouge", ["Gough"], ["Gouge"]),
        ("three in favour", "three in favour and one against", [], ["and one against"]),
        ("the same", "the same", [], []),
    ],
)
def test_only_the_words_that_differ_are_told(
    one: str, other: str, mine: list[str], theirs: list[str]
) -> None:
    left, right = differing_spans(one, other)
    assert [span.of(one) for span in left] == mine
    assert [span.of(other) for span in right] == theirs


def place(file: str, text: str, quote: str) -> Location:
    start = text.index(quote)
    return Location(file, Span(start, start + len(quote)), 1, quote, text)


def test_the_two_places_to_hold_against_each_other_come_first_and_the_draft_before_the_notes() -> None:
    draft, notes = "We met in 2021. We met in 2022.", "met in 2023"
    first, note = place("minutes.md", draft, "in 2021"), place("notes/a.md", notes, "in 2023")
    second = place("minutes.md", draft, "in 2022")
    found = Finding("date", Severity.ERROR, "They differ.", (first, note, second))
    (one, mine), (two, theirs), (three, also) = contrast(found, "minutes.md")
    assert (one, two, three) == (first, second, note)
    assert [s.of(draft) for s in (*mine, *theirs)] == ["2021", "2022"]
    assert [s.of(notes) for s in also] == ["2023"]


def test_places_that_read_the_same_have_nothing_marked() -> None:
    draft = "twice and twice"
    both = (place("minutes.md", draft, "twice"), Location("minutes.md", Span(10, 15), 1, "twice", draft))
    assert contrast(Finding("twice", Severity.HINT, "Twice.", both), "minutes.md") == (
        (both[0], ()),
        (both[1], ()),
    )
