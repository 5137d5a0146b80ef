"""Words stay readable on terminals that know sixteen colours only.

Every colour becomes the nearest of the sixteen there, and fine shades may become white on yellow. How bright
the sixteen are differs from terminal to terminal; which of them are light, hardly.
"""

from functools import lru_cache
from typing import Any

from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color as TextualColor
from textual.filter import LineFilter

_LIGHT = frozenset({2, 3, 6, 7, 9, 10, 11, 13, 14, 15})
"""Green, yellow, cyan, white, and the bright colours but blue: numbers as of ANSI X3.64 and aixterm."""
_DARKEST = frozenset({0, 4})
"""Black, and the blue that hardly any terminal makes readable on it."""
_BLACK, _WHITE = Color.from_ansi(0), Color.from_ansi(15)


class ReadableInSixteen(LineFilter):
    """Makes words black where they would be light on light, and white where they would be dark on dark."""

    def apply(self, segments: list[Segment], background: TextualColor) -> list[Segment]:
        """The same segments, each in colours that can be read."""
        del background  # every segment brings its own
        return [
            Segment(text, readable_style(style) if style else style, control)
            for text, style, control in segments
        ]


@lru_cache(1024)
def readable_style(style: Style) -> Style:
    """``style``, with another colour for the words where the sixteen colours would hide them."""
    if style.color is None or style.bgcolor is None:
        return style
    words, behind = _number(style.color), _number(style.bgcolor)
    if words is None or behind is None:
        return style
    if behind in _LIGHT and words in _LIGHT:
        return style + Style(color=_BLACK)
    is_hidden = words == behind or words in _DARKEST or behind in {4, 8}
    return (
        style + Style(color=_WHITE) if behind not in _LIGHT and words not in _LIGHT and is_hidden else style
    )


def _number(colour: Color) -> int | None:
    """Which of the sixteen a colour becomes; ``None`` for the terminal's own."""
    return colour.downgrade(ColorSystem.STANDARD).number


def install(app: App[Any]) -> None:
    """Have ``app`` paint so, where its terminal knows sixteen colours. To be called once."""
    if app.console.color_system == "standard":
        app._filters.append(ReadableInSixteen())  # noqa: SLF001 -- as in ``safe_output``
