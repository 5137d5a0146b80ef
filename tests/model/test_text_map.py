"""A text made of another, and the way from each to the other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from review_tui.model.text import Span
from review_tui.model.text_map import Stretch, TextMap

SOURCE = "0123456789"


def of(*stretches: tuple[int, int, str | None]) -> TextMap:
    return TextMap.of(SOURCE, [Stretch(*each) for each in stretches])


@st.composite
def maps(draw: st.DrawFn, words: tuple[str | None, ...] = (None, None, "", "x", "yz")) -> TextMap:
    edges = sorted(draw(st.sets(st.integers(0, len(SOURCE)), min_size=2)))
    return of(*((a, b, draw(st.sampled_from(words))) for a, b in pairwise(edges)))


def test_characters_are_found_in_both() -> None:
    shown = of((0, 3, None), (3, 5, " "), (5, 7, None), (7, 9, ""), (9, 10, None))
    assert shown.text == "012 569"
    assert shown.to_source(Span(1, 5)) == Span(1, 6)
    assert shown.to_source(Span(3, 4)) == Span(3, 5)
    assert shown.to_source(Span(5, 7)) == Span(6, 10)
    assert shown.to_source(Span(6, 6)) == Span(7, 7)
    assert shown.from_source(Span(2, 6)) == Span(2, 5)
    assert shown.from_source(Span(7, 9)) == Span(6, 6)
    assert shown.from_source(Span(4, 6)) == Span(3, 5)


@given(maps())
def test_each_character_leads_back_to_itself(shown: TextMap) -> None:
    for at, letter in enumerate(shown.text):
        there = shown.to_source(Span(at, at + 1))
        back = shown.from_source(there)
        assert back.start <= at < back.end
        assert letter.isalpha() or (SOURCE[there.start] == letter and back == Span(at, at + 1))


@given(maps(), st.integers(0, 10), st.integers(0, 10))
def test_spans_keep_their_order(shown: TextMap, one: int, other: int) -> None:
    start, end = sorted((one, other))
    there = shown.from_source(Span(start, end))
    assert 0 <= there.start <= there.end <= len(shown.text)
    start, end = min(start, len(shown.text)), min(end, len(shown.text))
    back = shown.to_source(Span(start, end))
    assert 0 <= back.start <= back.end <= len(SOURCE)


@given(maps((None, None, "", "x")), st.data())
def test_a_map_of_a_map_leads_to_the_first_source(shown: TextMap, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(shown.text))] * 2)))
    words = data.draw(st.sampled_from(["", "q", "rst"]))
    twice = shown.then([(start, end, words)], SOURCE)
    assert twice.text == shown.text[:start] + words + shown.text[end:]
    for at in (*range(start), *range(start + len(words), len(twice.text))):
        was = at if at < start else at - len(words) + end - start
        assert twice.to_source(Span(at, at + 1)) == shown.to_source(Span(was, was + 1))
