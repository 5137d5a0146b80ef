"""Figures are read alike in minutes and in shorthand, every reading kept."""

import pytest

from review_tui.checks.notes.figures import Sort, find_figures


@pytest.mark.parametrize(
    ("minutes", "notes"),
    [
        ("\u00a35,000", "\u00a35k"),
        ("\u00a34,494.00", "4494"),
        ("\u00a3426.46", "\u00a3426"),
        ("\u00a319 million", "\u00a319"),
        ("three", "3"),
        ("20 per cent", "20%"),
        ("16th March, 2022", "16.3.22"),
        ("16th March 2022", "16 Mar"),
        ("16 March", "16/3"),
        ("16 March 2022", "Mar 16, 22"),
        ("October 1st 2013", "1 Oct 13"),
        ("7.30pm", "7:30"),
        ("7.30 p.m.", "19:30"),
        ("2020-21", "2020/21"),
        ("March 2022", "Mar 2022"),
        ("Wednesday", "Wed"),
    ],
)
def test_the_same_figure_is_known_again_in_shorthand(minutes: str, notes: str) -> None:
    (mine,), (theirs,) = find_figures(minutes), find_figures(notes)
    assert mine.may_be(theirs)
    assert theirs.may_be(mine)


@pytest.mark.parametrize(
    ("minutes", "notes"),
    [
        ("\u00a3450", "\u00a3540"),
        ("\u00a3426.46", "\u00a3426.47"),
        ("16 March 2022", "16 Apr"),
        ("16 March 2022", "16.3.21"),
        ("7.30pm", "7.45"),
        ("three", "4"),
        ("20%", "25%"),
    ],
)
def test_different_figures_are_told_apart(minutes: str, notes: str) -> None:
    (mine,), (theirs,) = find_figures(minutes), find_figures(notes)
    assert not mine.may_be(theirs)


@pytest.mark.parametrize("text", ["21/00123/F", "A134", "5.2.3", "they may sun themselves", "2nd JS"])
def test_what_is_no_figure_is_left_out(text: str) -> None:
    assert find_figures(text) == ()


def test_figures_come_in_order_with_their_exact_words() -> None:
    text = "on 12 May at 7pm, 6 members, \u00a320"
    found = find_figures(text)
    assert [f.text for f in found] == ["12 May", "7pm", "6", "\u00a320"]
    assert [f.sort for f in found] == [Sort.DATE, Sort.TIME, Sort.COUNT, Sort.MONEY]
    assert all(f.span.of(text) == f.text for f in found)
