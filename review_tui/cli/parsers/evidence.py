"""The options of the commands about evidence."""

import argparse
from pathlib import Path

from review_tui.cli.parsers import options


def add(commands: "options.Commands[argparse.ArgumentParser]") -> None:
    """align, link."""
    align = options.command(
        commands, "align", "which notes the minutes come from: of an item, or of plain files"
    )
    align.add_argument("item", nargs="?", metavar="ITEM", help=options.ITEM)
    align.add_argument("--draft", type=Path, metavar="FILE", help="align this file instead, with --notes")
    align.add_argument("--notes", type=Path, nargs="+", action="extend", default=[], metavar="FILE")
    align.add_argument(
        "--units",
        type=Path,
        metavar="FILE",
        help="rank what was said for each sentence: JSON Lines, a meeting a line, answered a line each",
    )
    options.book(align)
    options.of_file(align)
    options.as_json(align)

    link = options.command(commands, "link", "say which lines of the notes a passage comes from")
    options.item(link)
    link.add_argument("--quote", required=True, metavar="TEXT", help="words of the passage")
    options.nth(link)
    link.add_argument(
        "--to", nargs="+", action="extend", default=[], metavar="FILE:LINE", help="clerk.md:3 or clerk.md:3-5"
    )
    link.add_argument("--nothing", action="store_true", help="it does not come from the notes")
    options.as_json(link)
