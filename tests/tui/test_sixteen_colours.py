from typing import Any

import pytest
from rich.color import Color
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color as TextualColor

from review_tui.tui.sixteen_colours import ReadableInSixteen, install, readable_style

BLACK, WHITE = Color.from_ansi(0), Color.from_ansi(15)


def style(words: str, behind: str) -> Style:
    return Style(color=words, bgcolor=behind, bold=True)


@pytest.mark.parametrize(
    ("words", "behind", "becomes"),
    [
        ("#ffffff", "#a9752a", BLACK),  # words that differ, marked in the dark theme: yellow
        ("#ffffff", "#0178d4", BLACK),  # the button that is chosen: cyan
        ("#a30000", "#ffffff", None),
        ("#ffd24d", "#ffffff", BLACK),
        ("#ffffff", "#121212", None),
        ("#000080", "#000000", WHITE),
        ("#555555", "#666666", WHITE),
        ("#cd0000", "#000000", None),
    ],
)
def test_words_are_told_from_what_is_behind_them(words: str, behind: str, becomes: Color | None) -> None:
    before = style(words, behind)
    after = readable_style(before)
    assert after.color == (becomes or before.color)
    assert (after.bgcolor, after.bold) == (before.bgcolor, True)


def test_no_two_of_the_sixteen_hide_each_other() -> None:
    for words in range(16):
        for behind in range(16):
            after = readable_style(Style(color=Color.from_ansi(words), bgcolor=Color.from_ansi(behind)))
            assert after.color is not None
            assert after.color.number != behind


def test_the_words_themselves_and_the_terminals_own_colours_are_left_alone() -> None:
    segments = [Segment("a", style("#ffffff", "#0178d4")), Segment("b"), Segment("c", Style(bold=True))]
    painted = ReadableInSixteen().apply(segments, TextualColor(0, 0, 0))
    assert [segment.text for segment in painted] == ["a", "b", "c"]
    assert painted[1:] == segments[1:]


@pytest.mark.parametrize(("colours", "is_on"), [("standard", True), ("256", False), ("truecolor", False)])
def test_it_is_done_only_where_there_are_sixteen(colours: Any, is_on: bool) -> None:
    app: App[None] = App()
    app.console = Console(color_system=colours, force_terminal=True)
    install(app)
    assert any(isinstance(each, ReadableInSixteen) for each in app.get_line_filters()) is is_on
