"""Recorded versions in their order, and who wrote words of their own when work was put together."""

import datetime as dt

import pytest

from review_tui.application.ports import HistoryEntry, Version
from review_tui.application.version_graph import has_own_words, version_graph
from tests.application.fakes import DAWN

AT = dt.datetime(2022, 3, 20, 12, 0, tzinfo=dt.UTC)


def version(name: str, words: bytes | None, *parents: str) -> Version:
    return Version(HistoryEntry(name, DAWN, AT, name, ""), words, parents)


def test_versions_come_oldest_first_with_the_places_of_those_they_were_made_from() -> None:
    listed = [
        version("d", b"D", "b", "c"),
        version("c", b"C", "a"),
        version("b", b"B", "a"),
        version("a", b"A"),
    ]
    assert [(made.text, made.parents) for made in version_graph(listed)] == [
        ("A", ()),
        ("B", (0,)),
        ("C", (0,)),
        ("D", (1, 2)),
    ]


def test_a_text_that_was_away_in_between_was_made_from_what_was_there_before() -> None:
    listed = [version("c", b"C", "b"), version("b", None, "a"), version("a", b"A")]
    assert [(made.text, made.parents) for made in version_graph(listed)] == [("A", ()), ("C", (0,))]


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("one\nleft\nright\n", False),
        ("one\nleft\n", False),
        ("one\nleft\nright\nmore\n", True),
        ("left\nright\n", True),
    ],
)
def test_who_only_chooses_between_lines_writes_no_words_of_their_own(text: str, is_own: bool) -> None:
    assert has_own_words(text, ["one\nleft\n", "one\nright\n"]) is is_own


WORDS = "The report for 2021 was noted by the board.\n"


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("The annual report for 2021 was approved by the board.\n", False),
        ("The annual report for 2022 was approved by the board.\n", True),
        ("The annual report was approved by the board.\n", True),
    ],
)
def test_words_of_one_line_from_two_sides_are_nobodys_own(text: str, is_own: bool) -> None:
    sides = [WORDS.replace("The report", "The annual report"), WORDS.replace("noted", "approved")]
    assert has_own_words(text, sides) is is_own
