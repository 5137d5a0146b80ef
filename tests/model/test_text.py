import hashlib
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from review_tui.model.text import (
    Span,
    decode,
    digest,
    encode,
    line_number,
    line_spans,
    short_digest,
    shorten,
)

RAW = st.one_of(st.binary(max_size=60), st.text(max_size=40).map(lambda text: text.encode()))
TEXT = RAW.map(decode)
SPANS = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda ends: Span(min(ends), max(ends)))


@given(RAW)
@example(b"\xff\xfe caf\xe9\r\n")
@example("\ufeffTitle\u2028".encode())
def test_bytes_come_back_as_they_were(raw: bytes) -> None:
    assert encode(decode(raw)) == raw


@given(TEXT)
@example("a\r\nb\u2028c\x85d\x0ce\n\nlast")
def test_lines_and_their_ends_make_up_the_whole_text(text: str) -> None:
    spans = line_spans(text)
    between = [text[a.end : b.start] for a, b in pairwise(spans)]
    assert set(between) <= {"\n", "\r\n"}
    assert all("\n" not in span.of(text) for span in spans)
    if spans:
        assert spans[0].start == 0
        assert text[spans[-1].end :] in {"", "\n", "\r\n"}
    else:
        assert text == ""


def test_only_a_line_feed_ends_a_line() -> None:
    assert [span.of("a\u2028b\rc\r\n\nd") for span in line_spans("a\u2028b\rc\r\n\nd")] == [
        "a\u2028b\rc",
        "",
        "d",
    ]


def test_lines_are_counted_from_one() -> None:
    assert [line_number("a\nb\n\nc", at) for at in range(6)] == [1, 1, 2, 2, 3, 4]


@given(SPANS, SPANS)
def test_spans_overlap_when_they_share_a_character_or_touch_an_empty_one(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    touch = one.start <= other.end and other.start <= one.end
    is_gap = one.start == one.end or other.start == other.end
    assert one.overlaps(other) == other.overlaps(one) == (touch if is_gap else bool(shared))


@given(SPANS, SPANS, st.integers(0, 5))
def test_a_span_holds_what_lies_within_it_wherever_both_are_moved(one: Span, other: Span, by: int) -> None:
    assert one.holds(other) == one.moved(by).holds(other.moved(by))
    assert one.holds(one)
    if one.holds(other):
        assert set(range(other.start, other.end)) <= set(range(one.start, one.end))


@given(TEXT)
def test_a_digest_does_not_depend_on_line_ends_composition_or_trailing_space(text: str) -> None:
    plain = text.replace("\r", "")
    assert digest(plain.replace("\n", "\r\n")) == digest(plain)
    assert digest(plain.replace("\n", " \t\n") + " \n\n") == digest(plain)
    assert digest(unicodedata.normalize("NFD", text)) == digest(text)


@given(TEXT, TEXT)
def test_texts_with_one_digest_read_the_same(one: str, other: str) -> None:
    def read(text: str) -> list[str]:
        return unicodedata.normalize("NFC", text).split()

    if digest(one) == digest(other):
        assert read(one) == read(other)


def test_a_digest_says_its_version_and_differs_for_one_figure() -> None:
    assert digest("café 2021 \r\n") == "v1:" + hashlib.sha256("café 2021".encode()).hexdigest()
    assert digest("café 2021") != digest("café 2022")
    assert digest(decode(b"caf\xe9")) == "v1:" + hashlib.sha256(b"caf\xe9").hexdigest()


def test_a_digest_can_be_read_out_in_two_groups_of_four() -> None:
    assert short_digest("v1:0123456789abcdef") == "0123 4567"
    assert short_digest("0123456789") == "0123 4567"


@pytest.mark.parametrize(
    ("words", "shown"), [("a  b\nc", "a b c"), ("seven w", "seven w"), ("eight wo", "eight …"), ("", "")]
)
def test_words_are_shortened_to_one_line(words: str, shown: str) -> None:
    assert shorten(words, 7) == shown
