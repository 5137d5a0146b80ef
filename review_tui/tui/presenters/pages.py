"""Whole pages of words: help from the key table, history from the entries."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from textual.content import Content

from review_tui.services.ports import Entry
from review_tui.tui.keys import KEYS
from review_tui.tui.presenters.sentences import plain

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


def history_page(entries: Sequence[Entry]) -> Content:
    """What was done, newest first, with the reasons."""
    if not entries:
        return Content("Nothing has been recorded for this item yet.")
    parts = []
    for entry in entries:
        when = f"{entry.at:%a} {entry.at.day} {entry.at:%b %Y, %H:%M}"
        parts.append(Content.assemble(plain(entry.subject).stylize("bold"), "\n"))
        parts.append(Content.assemble("  ", plain(entry.by.name), f", {when}\n"))
        parts += [
            Content.assemble("  ", plain(line), "\n") for line in entry.reason.splitlines() if line.strip()
        ]
        parts.append(Content("\n"))
    return Content("").join(parts)
