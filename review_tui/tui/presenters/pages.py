"""Whole pages of words: help from the key table, all of one finding or flag."""

from itertools import groupby
from pathlib import Path
from textwrap import wrap

from textual.content import Content

from review_tui.domain.findings import Finding
from review_tui.domain.visible import visible
from review_tui.tui.keys import KEYS
from review_tui.tui.open_item import Thing
from review_tui.tui.presenters.flags import flag_page
from review_tui.tui.presenters.sentences import plain, thing_line

HELP = Path(__file__).parents[1] / "help.txt"
SAYS_WIDTH = 57
"""Characters of a line about a key: as many as the page holds beside the keys on a screen of 80."""


def help_page() -> Content:
    """Every key with what it does, then the words of the trade."""
    parts: list[Content] = []
    for group, keys in groupby(KEYS, key=lambda key: key.group):
        parts.append(Content.styled(f"{group}\n", "bold underline"))
        parts += [_key_line(key.shown, key.says) for key in keys]
        parts.append(Content("\n"))
    parts.append(_key_line("Ctrl+P", "Find a command by its name."))
    parts += [_key_line("Ctrl+S", "In a dialog: do it."), Content("\n")]
    words = HELP.read_text(encoding="utf-8")
    return Content("").join([*parts, Content(words)])


def _key_line(shown: str, says: str) -> Content:
    """A key and what it does; where that takes several lines they stand below each other."""
    lines = wrap(says, SAYS_WIDTH)
    return Content.assemble((f"  {shown:<11}", "bold"), f"\n{' ' * 13}".join(lines), "\n")


def thing_page(thing: Thing) -> Content:
    """All that is known of one thing: every passage involved, the whole conversation."""
    if thing.finding:
        return _finding_page(thing.finding)
    if thing.flag:
        return flag_page(thing.flag)
    return thing_line(thing)


def _finding_page(found: Finding) -> Content:
    parts = [
        Content.styled(f"{found.check}, {found.severity.value}\n\n", "bold"),
        plain(f"{found.message}\n"),
    ]
    for place in found.places:
        where = f"\n{place.file.removeprefix('notes/')}, line {place.line}\n"
        parts += [Content.styled(visible(where, keep="\n"), "bold"), plain(f"  {place.passage.strip()}\n")]
    if found.suggestion:
        parts += [Content.styled("\nPut right\n", "bold"), plain(f"  {found.suggestion.text}\n")]
    return Content("").join(parts)
