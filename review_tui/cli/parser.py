"""The commands and their options: one table that help, completion and the documentation come from."""

import argparse

from review_tui import __version__
from review_tui.cli.parsers import evidence, flags, history, looking, meetings, minutes, options

SHELLS = ("bash", "zsh", "tcsh")
_FAMILIES = (looking, evidence, flags, minutes, history, meetings)


def build() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(
        prog="review-tui",
        description="Review draft minutes beside their source notes, before they become the record.",
        epilog="Without a command, review-tui [BOOK] opens the screen. "
        "Exit codes: 0 fine, 1 findings or a refusal, 2 wrong usage, 3 the book can't be used.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"review-tui {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for family in _FAMILIES:
        family.add(commands)
    shell = options.command(commands, "completion", "print a completion script for your shell")
    shell.add_argument("shell", choices=SHELLS)
    return parser
