"""Whole pages of words: help from the key table, history from the entries."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from textual.content import Content

from review_tui.domain.findings import Finding
from review_tui.domain.visible import visible
from review_tui.services.ports import Entry
from review_tui.services.reading import PlacedFlag
from review_tui.tui.keys import KEYS
from review_tui.tui.open_item import Thing
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


def thing_page(thing: Thing) -> Content:
    """All that is known of one thing: every passage involved, the whole conversation."""
    if thing.finding:
        return _finding_page(thing.finding)
    if thing.flag:
        return _flag_page(thing.flag)
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


def _flag_page(placed: PlacedFlag) -> Content:
    talk = placed.conversation
    flag = talk.flag
    parts = [Content.styled(f"{visible(flag.kind)}, {talk.outcome}\n\n", "bold")]
    parts += [plain(f"“{flag.quote.quote}”\n"), plain(f"{placed.placement.sentence}\n\n")]
    said = [(flag.by.name, flag.comment), *((r.by.name, r.comment) for r in talk.replies)]
    said += [(d.by.name, f"{d.outcome}: {d.reason}") for d in talk.dispositions]
    for name, words in said:
        parts += [Content.styled(f"{visible(name)}\n", "bold"), plain(f"  {words}\n")]
    if flag.suggest is not None:
        parts += [Content.styled("Suggested wording\n", "bold"), plain(f"  {flag.suggest}\n")]
    return Content("").join(parts)
