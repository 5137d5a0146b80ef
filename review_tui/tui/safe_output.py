"""Guards between the program and the terminal: no document may steer it, and bad input is borne.

The widgets wash what they show; ``SafeOutput`` is the second line of defence, behind all of them.
"""

import re
import sys
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable
from functools import partial
from typing import Any

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter

from review_tui.model.visible import is_plain, visible

_WEB = re.compile(r"https?://", re.IGNORECASE)
_DRIVERS = ("linux_driver", "linux_inline_driver", "web_driver")
_DECODER = "getincrementaldecoder"


class SafeOutput(LineFilter):
    """Makes whatever would steer the terminal a visible sign, and lets no link lead anywhere but the web.

    A sign is often wider than what it stands for. The line is cut to the length it had, so that one line
    never spills over the next widget.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments, safe; nearly always the very same list."""
        del background  # every filter is told; colours do no harm
        if _are_safe(segments):
            return segments
        room = sum(cell_len(segment.text) for segment in segments)
        safe: list[Segment] = []
        for text, style, _ in segments:
            washed = visible(text)
            if cell_len(washed) > room:
                washed = set_cell_size(washed, room)
            room -= cell_len(washed)
            if washed:
                safe.append(Segment(washed, _without_odd_link(style)))
        return [*safe, Segment(" " * room)] if room else safe


def _are_safe(segments: list[Segment]) -> bool:
    """Whether nothing needs doing. Every line painted comes by here, so it is one look at all their words."""
    if not is_plain("".join([segment.text for segment in segments])):
        return False
    return all(
        control is None and (style is None or style.link is None or _without_odd_link(style) is style)
        for _, style, control in segments
    )


def _without_odd_link(style: Style | None) -> Style | None:
    """``style`` without its link, unless that leads to the web and says nothing to the terminal itself."""
    if style is None or not style.link:
        return style
    return style if _WEB.match(style.link) and is_plain(style.link) else style.update_link(None)


def tolerate_bad_input() -> None:
    """Let the terminal's input hold bytes that are not UTF-8, as ``\ufffd``.

    Textual 8.2.8 ends with ``UnicodeDecodeError`` when they come: by a paste from an old document, or from a
    mouse in a reattached tmux (https://github.com/Textualize/textual/issues/6456). Its drivers look their
    decoder up by name when they begin to read, so that is what is put in its place. ``test_safe_output.py``
    fails once Textual bears it by itself; then this can go.
    """
    for name in _DRIVERS:
        driver = sys.modules.get(f"textual.drivers.{name}")
        if driver is not None and _DECODER in vars(driver):
            vars(driver)[_DECODER] = _tolerant_decoder


def _tolerant_decoder(encoding: str) -> Callable[[], IncrementalDecoder]:
    return partial(getincrementaldecoder(encoding), errors="replace")


def install(app: App[Any]) -> None:
    """Guard ``app`` on both sides. To be called once, at the end of the app's ``__init__``.

    By then Textual has imported the driver that the app will use.
    """
    # Textual offers no public way to add a filter; this list is what App.get_line_filters reads.
    app._filters.append(SafeOutput())  # noqa: SLF001 -- see above; a test holds it in place
    tolerate_bad_input()
