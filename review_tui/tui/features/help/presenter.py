"""The help page, from the key table."""

from itertools import groupby
from pathlib import Path
from textwrap import wrap

from textual.content import Content

from review_tui.tui.keys import KEYS

HELP = Path(__file__).parents[2] / "help.txt"
SAYS_WIDTH = 57
"""Characters of a line about a key: as many as the page holds beside the keys on a screen of 80."""


def help_page() -> Content:
    """Every key with what it does, then the words of the trade."""
    parts: list[Content] = []
    for group, keys in groupby(KEYS, key=lambda key: key.group):
        parts.append(Content.styled(f"{group}\n", "bold underline"))
        parts += [_key_line(key.shown, key.says) for key in keys]
        parts.append(Content("\n"))
    parts += [_key_line("Ctrl+S", "In a dialog: do it."), Content("\n")]
    words = HELP.read_text(encoding="utf-8")
    return Content("").join([*parts, Content(words)])


def _key_line(shown: str, says: str) -> Content:
    """A key and what it does; where that takes several lines they stand below each other."""
    lines = wrap(says, SAYS_WIDTH)
    return Content.assemble((f"  {shown:<11}", "bold"), f"\n{' ' * 13}".join(lines), "\n")
