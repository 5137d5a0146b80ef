"""All that a text went through as one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review_tui.anchoring.tracked_text import TrackedPiece, tracked


def first_of(pieces: tuple[TrackedPiece, ...]) -> str:
    return "".join(piece.text for piece in pieces if piece.came == 0)


def newest_of(pieces: tuple[TrackedPiece, ...]) -> str:
    return "".join(piece.text for piece in pieces if piece.went is None)


def changes(*versions: str) -> list[tuple[str, int, int | None]]:
    return [(p.text.strip(), p.came, p.went) for p in tracked(versions) if not p.stayed]


def test_each_change_is_that_of_the_version_that_made_it() -> None:
    first = "The report for 2022 was received.\n\nThe Board agreed.\n"
    second = first.replace("2022", "2021")
    third = second.replace("agreed", "resolved")
    assert changes(first, second, third) == [
        ("2022", 0, 1),
        ("2021", 1, None),
        ("agreed", 0, 2),
        ("resolved", 2, None),
    ]


@pytest.mark.parametrize(
    "versions",
    [
        ("A fox.\n", "A dog.\n", "A fox.\n"),
        ("A fox.\nB.\n", "A dog.\nB.\n", "A dog.\nC.\n", "A fox.\nC.\n", "A fox.\nB.\n"),
    ],
)
def test_what_was_taken_back_is_no_change(versions: tuple[str, ...]) -> None:
    assert changes(*versions) == []


def test_an_early_change_taken_back_after_a_later_one_leaves_only_the_later() -> None:
    texts = ("A fox ran. It sat.", "A dog ran. It sat.", "A dog ran. It lay.", "A fox ran. It lay.")
    told = changes(*texts)
    assert told == [("sat", 0, 2), ("lay", 2, None)]


def test_words_that_came_and_were_changed_again_are_told_as_they_are_now() -> None:
    assert changes("A fox.\n", "A red fox.\n", "A brown fox.\n") == [("brown", 2, None)]


LINES = st.lists(st.sampled_from(["a b c", "b c", "", "- a", "x y z a", "c"]), max_size=5).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=5))
def test_the_first_and_the_newest_come_back_to_the_letter(versions: list[str]) -> None:
    pieces = tracked(versions)
    assert (first_of(pieces), newest_of(pieces)) == (versions[0], versions[-1])
