"""The options that many commands share."""

import argparse
import datetime as dt
from collections.abc import Iterable
from pathlib import Path

Commands = argparse._SubParsersAction  # noqa: SLF001 -- argparse gives its type no public name

ITEM = "the item: meeting/item, its number, any part of its name that fits only one, or FILE#2, FILE#name"
MEETING = "the meeting: its folder's name, its date, any part of its name that fits only one, or its file"
FLAG = "the flag's id, or its beginning"


def command(commands: "Commands[argparse.ArgumentParser]", name: str, says: str) -> argparse.ArgumentParser:
    """A command, with what it does in a few words. No option may be shortened: scripts would break later."""
    whole = f"{says[0].upper()}{says[1:]}."
    return commands.add_parser(name, help=says, description=whole, allow_abbrev=False)


def item(parser: argparse.ArgumentParser) -> None:
    """ITEM, and the book that it is in."""
    parser.add_argument("item", metavar="ITEM", help=ITEM)
    book(parser)
    of_file(parser)


def meeting(parser: argparse.ArgumentParser, *, is_needed: bool = True) -> None:
    """MEETING, and the book that it is in."""
    parser.add_argument("meeting", nargs=None if is_needed else "?", metavar="MEETING", help=MEETING)
    book(parser)
    of_file(parser)


def book(parser: argparse.ArgumentParser) -> None:
    """The book, where it is not the nearest."""
    parser.add_argument("--book", type=Path, metavar="BOOK", help="the minute book (default: the nearest)")


def notes(parser: argparse.ArgumentParser) -> None:
    """Notes for a file."""
    parser.add_argument(
        "--notes",
        type=Path,
        nargs="+",
        action="extend",
        default=[],
        metavar="FILE",
        help="notes for that file",
    )


def of_file(parser: argparse.ArgumentParser) -> None:
    """What can be said of the meeting of a file of minutes, where that can't be read from the file."""
    parser.add_argument(
        "--date", default="", metavar="DAY", help="when that meeting was held, such as 2024-05-01"
    )
    parser.add_argument("--body", default="", metavar="NAME", help="who met")


def as_json(parser: argparse.ArgumentParser) -> None:
    """``--json``, which every command that prints takes."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def nth(parser: argparse.ArgumentParser) -> None:
    """Which of several places."""
    parser.add_argument(
        "--nth", type=count, metavar="N", help="which one, where the words stand more than once"
    )


def place(parser: argparse.ArgumentParser) -> None:
    """Words of the minutes, or a gap beside some."""
    parser.add_argument("--quote", metavar="TEXT", help="the exact words")
    parser.add_argument("--gap", action="store_true", help="something is missing: say where it should stand")
    parser.add_argument("--after", metavar="TEXT", help="with --gap: right after these words")
    parser.add_argument("--before", metavar="TEXT", help="with --gap: right before these words")
    nth(parser)


def one_of(words: Iterable[str]) -> str:
    """Several words to choose from: ``docx, md or txt``."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def day(words: str) -> dt.date:
    """A day, as year-month-day."""
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError("write it as year-month-day, such as 2024-05-01") from None


def count(words: str) -> int:
    """A number from 1."""
    number = int(words)
    if number < 1:
        raise argparse.ArgumentTypeError("count from 1")
    return number
