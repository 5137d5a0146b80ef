"""The commands and their options: one table that help, completion and the documentation come from."""

import argparse

from review_tui import __version__
from review_tui.cli.parsers import options
from review_tui.loading import load

SHELLS = ("bash", "zsh", "tcsh")
FAMILIES = {
    "screen": ("open", "demo"),
    "looking": ("status", "show", "check", "checks"),
    "evidence": ("align", "link"),
    "flags": ("flag", "flags", "reply", "pick", "settle", "dismiss"),
    "minutes": ("amend", "approve", "place", "object", "receipt"),
    "history": ("log", "diff", "blame", "undo", "redo", "revert"),
    "meetings": (
        "receipts", "details", "sign-off", "reopen", "correct", "corrections", "hand-over", "report",
        "export", "import", "split", "join",
    ),
    "proving": ("verify", "keys", "programs", "hub-hook"),
    "sharing": ("sync", "clone", "hub", "pack", "unpack"),
}  # fmt: skip
"""The commands, by the file of ``parsers`` that has their options: opening the screen waits for no other."""


def build(asked: str = "") -> argparse.ArgumentParser:
    """The whole command line; where one command is ``asked`` for, as much of it as that one needs."""
    parser = argparse.ArgumentParser(
        prog="review-tui",
        description="Review draft minutes beside their source notes, before they become the record.",
        epilog="Without a command, review-tui [BOOK] opens the screen. "
        "Exit codes: 0 fine, 1 findings or a refusal, 2 wrong usage, 3 the book can't be used.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"review-tui {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for family, names in FAMILIES.items():
        if not asked or asked in names:
            load(f"cli.parsers.{family}:add")(commands)
    if not asked or asked == "completion":
        shell = options.command(commands, "completion", "print a completion script for your shell")
        shell.add_argument("shell", choices=SHELLS)
    return parser
