"""The options of the commands that open the screen."""

import argparse
from pathlib import Path

from review_tui.cli.parsers import options


def add(commands: "options.Commands[argparse.ArgumentParser]") -> None:
    """open, demo."""
    screen = options.command(commands, "open", "open the screen (the same as review-tui [BOOK])")
    screen.add_argument(
        "book",
        nargs="?",
        type=Path,
        metavar="BOOK",
        help="a minute book (default: drafts/), or a file of minutes",
    )
    screen.add_argument("--item", default="", help="go to this item at once")
    options.notes(screen)
    options.of_file(screen)

    demo = options.command(commands, "demo", "open a throw-away copy of the sample book")
    demo.add_argument("--keep", type=Path, metavar="FOLDER", help="make the copy here and leave it there")
    demo.add_argument(
        "--no-open", action="store_true", help="only make the copy and say where (implies keeping it)"
    )
