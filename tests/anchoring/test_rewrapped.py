"""A flag stays on its words when the paragraph is wrapped otherwise."""

import textwrap

import pytest

from review_tui.anchoring.blame import blame
from review_tui.anchoring.placement import PlacementKind, place
from review_tui.anchoring.redline import describe_change, passage_redline
from review_tui.model.quotes import quote_at
from review_tui.model.text import Span

PARAGRAPH = (
    "Laura Gough, Head of Safeguarding, gave a presentation on the Annual Assurance report for October, "
    "2020-September, 2021. The report told how the Partnership had kept children safe, and was noted."
)
TWIN = (
    "Resolved that the Annual Assurance report for October, 2020-September, 2022 be noted, and that the "
    "Chair write to the Partnership to thank all those who had a part in it."
)


def text(width: int, first: str = "", rest: str = "", end: str = "\n") -> str:
    parts = (textwrap.fill(p, width, initial_indent=first, subsequent_indent=rest) for p in (PARAGRAPH, TWIN))
    return ("\n\n".join(parts) + "\n").replace("\n", end)


def words_at(width: int, words: str, **shape: str) -> tuple[str, Span]:
    """A text and the place of ``words`` in it, over line ends too."""
    whole = text(width, **shape)
    flat = " ".join(whole.replace(">", " ").split())
    assert words in flat
    starts = (n for n, letter in enumerate(whole) if letter.isalpha())
    first = next(n for n in starts if " ".join(whole[n:].replace(">", " ").split()).startswith(words))
    last = next(
        n for n in range(first, len(whole) + 1) if " ".join(whole[first:n].replace(">", " ").split()) == words
    )
    return whole, Span(first, last)


@pytest.mark.parametrize("with_history", [True, False])
@pytest.mark.parametrize("now", [40, 60, 500])
@pytest.mark.parametrize(
    "shape", [{}, {"first": "- ", "rest": "  "}, {"first": "> ", "rest": "> "}, {"end": "\r\n"}]
)
def test_a_flag_stays_on_its_words(now: int, shape: dict[str, str], *, with_history: bool) -> None:
    words = "report for October, 2020-September, 2022 be noted"
    then, span = words_at(72, words, **shape)
    after, there = words_at(now, words, **shape)
    placed = place(quote_at(then, span), after, then if with_history else None)
    assert (placed.fate, placed.span) == (PlacementKind.PLACED, there)


def test_a_flag_on_words_that_changed_while_they_were_wrapped_otherwise_is_told_of() -> None:
    then, span = words_at(72, "October, 2020-September, 2022")
    after = text(50).replace("2022", "2021")
    placed = place(quote_at(then, span), after, then)
    assert placed.fate is PlacementKind.CHANGED
    assert " ".join(placed.words_now(after).split()) in "October, 2020-September, 2021"


def test_wrapping_otherwise_changes_no_words() -> None:
    old, new = text(72), text(50)
    assert passage_redline(old, new).is_empty
    assert describe_change(old, new) == "spacing"


def test_a_word_changed_in_a_paragraph_wrapped_otherwise_is_one_change() -> None:
    old, new = text(72), text(50).replace("2022", "2021")
    assert describe_change(old, new) == "“September, 2022” to “September, 2021”"
    (row,) = passage_redline(old, new).changes()
    assert row.new_line == new[: new.index("Resolved")].count("\n") + 1
    assert row.old_line == old[: old.index("Resolved")].count("\n") + 1


def test_wrapping_otherwise_puts_no_words_into_a_sentence() -> None:
    old, new = text(72), text(50)
    changed = new.replace("2022", "2021")
    found = blame([old, new, changed])
    sentences = [" ".join(each.span.of(changed).split()) for each in found]
    assert sentences[0].startswith("Laura Gough")
    assert sentences[0].endswith("2021.")
    assert [each.newest for each in found] == [0, 0, 2]
    assert len(found) == 3
