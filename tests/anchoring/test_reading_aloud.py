"""What changed, in words to be read aloud."""

import pytest

from review_tui.anchoring.reading_aloud import spoken_changes

OLD = """# Roads

The report covers 2020-22.

A second paragraph, **in bold**.

- One
- Two

Resolved:- That it be noted.

Resolved:- That £500 be paid to A. Smith.
"""


READINGS = "for “That £500 be paid” read “That £600 be paid”; for “paid to A. Smith” read “paid to B. Smith”"


def said(new: str) -> list[str]:
    return [str(each) for each in spoken_changes(OLD, new)]


@pytest.mark.parametrize(
    ("old", "new", "heard"),
    [
        ("2020-22", "2020-21", ["first paragraph: for “report covers 2020-22” read “report covers 2020-21”"]),
        (
            "£500 be paid to A. Smith",
            "£600 be paid to B. Smith",
            ["second resolution: " + READINGS],
        ),
        ("- Two\n", "", ["second point: leave out “Two”"]),
        ("- Two", "- Two\n- Three", ["after the second point: add “Three”"]),
        ("# Roads", "# Streets", ["heading “Roads”: for “Roads” read “Streets”"]),
        ("**in bold**", "in bold", []),
        ("The report", "Ann spoke.\n\nThe report", ["after the heading “Roads”: add “Ann spoke.”"]),
    ],
)
def test_each_change_is_told_where_it_stands_on_paper(old: str, new: str, heard: list[str]) -> None:
    assert said(OLD.replace(old, new)) == heard


def test_a_passage_that_stands_elsewhere_is_told_to_move() -> None:
    moved = OLD.replace("A second paragraph, **in bold**.\n\n", "") + "\nA second paragraph, **in bold**.\n"
    assert said(moved) == ["second paragraph: move it to stand after the second resolution"]


@pytest.mark.parametrize(
    ("old", "new", "heard"),
    [
        ("to 1, by 1 vote.", "to 2, by 1 vote.", "for “by 4 to 1, by” read “by 4 to 2, by”"),
        ("to 1, by 1 vote.", "to 1, by 1 vote!", "for “1, by 1 vote.” read “1, by 1 vote!”"),
        ("They left.", "He left.", "for “They left” read “He left”"),  # no words of another sentence
        ("They left. ", "", "leave out “They left.”"),
    ],
)
def test_what_is_short_is_told_with_the_words_around_it(old: str, new: str, heard: str) -> None:
    before = "They left. The motion was carried by 4 to 1, by 1 vote.\n"
    (change,) = spoken_changes(before, before.replace(old, new))
    assert change.readings == (heard,)


def test_what_no_blank_parts_is_read_as_one() -> None:
    (change,) = spoken_changes("It was carried 4-0.\n", "It was carried 3-0, one abstaining.\n")
    assert change.readings == ("for “was carried 4-0” read “was carried 3-0, one abstaining”",)


def test_a_passage_is_called_by_its_own_number_and_a_long_one_that_goes_by_its_ends() -> None:
    old = (
        "5.1 Roads were mended.\n\n5.2 "
        + "Ten words of no use stood here for the clerk. " * 3
        + "\n\n(b) All the trees grew."
    )
    new = "5.1 Roads were not mended.\n\n(b) All the bushes grew."
    assert [str(each) for each in spoken_changes(old, new)] == [
        "paragraph 5.1: for “Roads were mended” read “Roads were not mended”",
        "paragraph 5.2: leave out all of it, from “5.2 Ten words of no use” to “here for the clerk.”",
        "point (b): for “All the trees grew” read “All the bushes grew”",
    ]
