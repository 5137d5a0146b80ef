"""Whole pages of words: help from the key table, all of one finding or flag."""

from itertools import groupby
from pathlib import Path

from textual.content import Content

from review_tui.domain.findings import Finding
from review_tui.domain.visible import visible
from review_tui.tui.keys import KEYS
from review_tui.tui.open_item import Thing
from review_tui.tui.presenters.flags import flag_page
from review_tui.tui.presenters.sentences import plain, thing_line

HELP = Path(__file__).parents[1] / "help.txt"


def help_page() -> Content:
    """Every key with what it does, then the words of the trade."""
    parts: list[Content] = []
    for group, keys in groupby(KEYS, key=lambda key: key.group):
        parts.append(Content.styled(f"{group}\n", "bold underline"))
        parts += [Content.assemble((f"  {key.shown:<11}", "bold"), f"{key.says}\n") for key in keys]
        parts.append(Content("\n"))
    parts.append(Content.assemble(("  Ctrl+P     ", "bold"), "Find a command by its name.\n"))
    parts.append(Content.assemble(("  Ctrl+S     ", "bold"), "In a dialog: do it.\n\n"))
    words = HELP.read_text(encoding="utf-8")
    return Content("").join([*parts, Content(words)])


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
