"""The options of the commands that look at the book."""

import argparse
from pathlib import Path

from review_tui.cli.parsers import options
from review_tui.model.findings import Severity

VIEWS = ("now", "first", "redline", "approved", "clean")


def add(commands: "options.Commands[argparse.ArgumentParser]") -> None:
    """status, show, check, checks."""
    status = options.command(commands, "status", "meetings, items, standing, what blocks sign-off")
    status.add_argument(
        "book", nargs="?", type=Path, metavar="BOOK", help="a minute book, or one meeting by path or name"
    )
    options.of_file(status)
    options.as_json(status)

    show = options.command(commands, "show", "one item: minutes, notes, flags; of a file, each of its items")
    options.item(show)
    options.notes(show)
    show.add_argument(
        "--view",
        choices=VIEWS,
        help="only its minutes: as they are now, as first drafted, what changed since, as approved, or clean "
        "as they would be published",
    )
    options.as_json(show)

    _checking(commands)


def _checking(commands: "options.Commands[argparse.ArgumentParser]") -> None:
    check = options.command(commands, "check", "findings in a book, an item, or any plain text")
    check.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="a book, meeting, item or file of minutes"
    )
    check.add_argument("--draft", type=Path, metavar="FILE", help="check this plain text instead")
    options.notes(check)
    options.of_file(check)
    check.add_argument("--meeting", type=Path, metavar="FILE", help="a meeting.yaml, for who was there")
    check.add_argument(
        "--only", action="append", default=[], metavar="CHECK", help="run only this check (repeatable)"
    )
    check.add_argument("--severity", choices=[s.value for s in Severity], help="the least severity to report")
    check.add_argument("--format", choices=("text", "json", "sarif", "github"), default="text")
    options.as_json(check)

    checks = options.command(commands, "checks", "list the checks, each with an example")
    options.as_json(checks)
