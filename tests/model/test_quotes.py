from hypothesis import given
from hypothesis import strategies as st

from review_tui.model.quotes import CONTEXT, Quote, occurrences, quote_at, quote_uniquely
from review_tui.model.text import Span, digest


@st.composite
def texts_with_a_span(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(st.text("ab \n\r\u2028é\udc80", max_size=120))
    ends = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    return text, Span(ends[0], ends[1])


@given(texts_with_a_span())
def test_a_quote_stands_in_its_text_with_its_context(case: tuple[str, Span]) -> None:
    text, span = case
    quote = quote_at(text, span)
    assert quote.quote == span.of(text)
    assert len(quote.before) == min(CONTEXT, span.start)
    assert len(quote.after) == min(CONTEXT, len(text) - span.end)
    assert text[span.start - len(quote.before) : span.end + len(quote.after)] == (
        quote.before + quote.quote + quote.after
    )
    assert quote.text == digest(text)


def test_an_empty_quote_is_the_gap_between_its_contexts() -> None:
    assert quote_at("be noted", Span(3, 3)) == Quote("", "be ", "noted", digest("be noted"))


@given(st.text("ab", max_size=30), st.text("ab", min_size=1, max_size=3))
def test_every_place_is_found_overlapping_ones_too(text: str, words: str) -> None:
    places = [Span(at, at + len(words)) for at in range(len(text)) if text.startswith(words, at)]
    assert occurrences(text, words) == tuple(places)


def test_no_words_stand_nowhere() -> None:
    assert occurrences("abc", "") == ()


def test_a_picked_place_is_told_from_every_other_however_alike() -> None:
    text = "Opening.\n" + "The report of the working party on the hedges was noted.\n" * 4
    for span in occurrences(text, "hedges"):
        quote = quote_uniquely(text, span)
        whole = quote.before + quote.quote + quote.after
        assert [found.start + len(quote.before) for found in occurrences(text, whole)] == [span.start]
    assert quote_uniquely("one two", Span(0, 3)) == quote_at("one two", Span(0, 3))
