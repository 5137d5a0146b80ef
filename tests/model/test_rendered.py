"""Minutes as a reader sees them, with the way back to the file."""

import pathlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from review_tui.model.passages import passages
from review_tui.model.rendered import (
    find_words,
    flowing,
    flowing_text,
    rendered,
    shown_words,
    unwrapped,
    word_count,
    words_between,
)
from review_tui.model.text import Span

SAMPLE = sorted((pathlib.Path(__file__).parents[2] / "drafts").glob("*/*/**/*.[mt][dx]*"))
ODD = "\t\ufeff\u2028\x00\udc80\u00ad\u200b*`[\\ \n\r"
WORDS = ("word", "Word of the", "a run of words that goes on to the end of the line\n", "&nbsp;", "&amp;")
STARTS = ("\n\n", "\r\n", "- ", "  ", "> ", "1. ", "# ", "| ", "|---|\n", "```\n", "---\n", "===\n")
MARKS = ("**", "~~", "<u>", "</u>", "<br>", "<!-- ", " -->", "](x)")
PARTS = st.lists(st.sampled_from((*ODD, *WORDS, *STARTS, *MARKS)), max_size=24).map("".join)
WRAPPED = "> The Board heard the *report* of the year, which\n> had been asked for.\n\nNext **one**.\n"


@given(PARTS)
@example(">" * 40 + " a\nb\n")
def test_passages_and_what_is_between_cover_the_text_once(text: str) -> None:
    found = passages(text)
    at, parts = 0, []
    for passage in found:
        assert at <= passage.span.start <= passage.words.start <= passage.words.end <= passage.span.end
        assert passage.lines[0].start == passage.words.start
        assert passage.lines[-1].end == passage.words.end
        assert passage.last_line == passage.line + passage.words.of(text).count("\n")
        parts += [text[at : passage.span.start], passage.span.of(text)]
        at = passage.span.end
    assert "".join([*parts, text[at:]]) == text


@given(PARTS)
def test_what_is_rendered_has_a_line_for_each_passage_and_leads_back(text: str) -> None:
    seen = rendered(text)
    assert len(seen.passages) == len(passages(text))
    for there, here in zip(seen.passages, passages(text), strict=True):
        assert "\n" not in there.span.of(seen.text)
        assert (there.kind, there.line, there.index) == (here.kind, here.line, here.index)
        if there.words.start < there.words.end:
            assert here.words.holds(seen.map.to_source(there.words))
        assert seen.map.from_source(here.words).start == there.words.start
        assert "\n" not in flowing(text, here).text
        assert "\n" not in shown_words(text, here).map.text
        for cell, end in shown_words(text, here).cells:
            assert 0 <= cell <= end <= len(shown_words(text, here).map.text)


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_of_the_sample_each_line_is_a_passage_as_it_stands(path: pathlib.Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert rendered(text).text == text == flowing_text(text).text
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    assert [passage.line for passage in passages(text)] == lines


def test_words_flow_over_line_ends_and_are_found_there() -> None:
    (where,) = find_words(WRAPPED, "year, which had been")
    assert where.of(WRAPPED) == "year, which\n> had been"
    assert words_between(WRAPPED, where) == "year, which had been"
    (where,) = find_words(WRAPPED, "the report of")
    assert where.of(WRAPPED) == "the *report* of"
    (where,) = find_words(WRAPPED, "*report*")
    assert where.of(WRAPPED) == "*report*"
    assert not find_words(WRAPPED, "for. Next")
    assert unwrapped(WRAPPED, passages(WRAPPED)[0]).text.startswith(
        "> The Board heard the *report* of the year, which had"
    )


def test_words_over_two_passages_are_as_they_stand() -> None:
    assert words_between(WRAPPED, Span(0, len(WRAPPED))) == WRAPPED


def test_front_matter_and_comments_are_not_read() -> None:
    text = "---\ntitle: 2021\n---\n\nOne.\n\n<!-- 2022\n\n2023 -->\n\nTwo.\n"
    assert rendered(text).text == "---\n\n---\n\nOne.\n\n\n\n\n\nTwo.\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("# Item 5\n\nIt was *noted*.\n", 5),
        ("- one - two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", 6),
    ],
)
def test_words_are_counted_as_a_reader_sees_them(text: str, words: int) -> None:
    assert word_count(text) == words
