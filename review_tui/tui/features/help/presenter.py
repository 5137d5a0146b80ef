"""The help page, from the key table."""

from itertools import groupby
from pathlib import Path
from textwrap import wrap

from textual.content import Content

from review_tui.tui.keys import KEYS

HELP = Path(__file__).parents[2] / "help.txt"
_SAYS_WIDTH = 57
"""Characters of a line about a key: as many as the page holds beside the keys on a screen of 80."""
_BESIDE = 80 - _SAYS_WIDTH
"""Characters of the screen that the keys and the frame take."""
_FEWEST = 12
"""Characters of such a line at the least, however narrow the screen."""


def says_width(screen: int) -> int:
    """Characters of a line about a key on a screen of this width."""
    return max(_FEWEST, min(_SAYS_WIDTH, screen - _BESIDE))


def help_page(screen: int = 80) -> Content:
    """Every key with what it does, then the words of the trade, for a ``screen`` of that width."""
    width = says_width(screen)
    parts: list[Content] = []
    for group, keys in groupby(KEYS, key=lambda key: key.group):
        parts.append(Content.styled(f"{group}\n", "bold underline"))
        parts += [_key_line(key.shown, key.says, width) for key in keys]
        parts.append(Content("\n"))
    parts += [_key_line("Ctrl+S", "In a dialog: do it.", width), Content("\n")]
    words = HELP.read_text(encoding="utf-8")
    return Content("").join([*parts, Content(words)])


def _key_line(shown: str, says: str, width: int) -> Content:
    """A key and what it does; where that takes several lines they stand below each other."""
    lines = wrap(says, width)
    return Content.assemble((f"  {shown:<11}", "bold"), f"\n{' ' * 13}".join(lines), "\n")
