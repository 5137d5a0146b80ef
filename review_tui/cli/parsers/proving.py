"""The options of the commands that prove what a book says of itself."""

import argparse
from pathlib import Path

from review_tui.cli.parsers import options


def add(commands: "options.Commands[argparse.ArgumentParser]") -> None:
    """Verify."""
    verify = options.command(
        commands, "verify", "prove that nothing in a book was forged, changed or taken away"
    )
    verify.add_argument(
        "book", nargs="?", type=Path, metavar="BOOK", help="the book, or a file of minutes; else the nearest"
    )
    verify.add_argument(
        "--accept",
        action="store_true",
        help="take the history as it is now for the one that later ones have to go on from",
    )
    verify.add_argument(
        "--afresh",
        action="store_true",
        help="go through everything, whatever was found here before",
    )
    options.as_json(verify)
