"""The commands and their options: one table that help, completion and the documentation come from."""

import argparse
from pathlib import Path

from review_tui import __version__
from review_tui.domain.acts import FlagKind, Outcome
from review_tui.domain.findings import Severity

SHELLS = ("bash", "zsh", "tcsh")
_ITEM = "the item: meeting/item, its number, or any part of its name that fits only one"


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
    _reading(commands)
    _acting(commands)
    shell = commands.add_parser("completion", help="print a completion script for your shell")
    shell.add_argument("shell", choices=SHELLS)
    return parser


def _reading(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    screen = commands.add_parser("open", help="open the screen (the same as review-tui [BOOK])")
    screen.add_argument("book", nargs="?", type=Path, metavar="BOOK", help="a minute book (default: drafts/)")
    screen.add_argument("--item", default="", help="go to this item at once")

    demo = commands.add_parser("demo", help="open a throw-away copy of the sample book")
    demo.add_argument("--keep", type=Path, metavar="FOLDER", help="make the copy here and leave it there")
    demo.add_argument(
        "--no-open", action="store_true", help="only make the copy and say where (implies keeping it)"
    )

    status = commands.add_parser("status", help="meetings, items, standing, what blocks sign-off")
    status.add_argument("book", nargs="?", type=Path, metavar="BOOK")
    _json(status)

    show = commands.add_parser("show", help="one item: minutes, notes, flags")
    _item(show)
    _json(show)

    check = commands.add_parser("check", help="findings in a book, an item, or any plain text")
    check.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="a book, meeting, item or minutes.md"
    )
    check.add_argument("--draft", type=Path, metavar="FILE", help="check this plain text instead")
    check.add_argument("--notes", type=Path, nargs="+", action="extend", default=[], metavar="FILE")
    check.add_argument("--meeting", type=Path, metavar="FILE", help="a meeting.yaml, for who was there")
    check.add_argument(
        "--only", action="append", default=[], metavar="CHECK", help="run only this check (repeatable)"
    )
    check.add_argument("--severity", choices=[s.value for s in Severity], help="the least severity to report")
    check.add_argument("--format", choices=("text", "json", "sarif", "github"), default="text")
    _json(check)

    checks = commands.add_parser("checks", help="list the checks, each with an example")
    _json(checks)

    log = commands.add_parser("log", help="what was done, newest first")
    log.add_argument("item", nargs="?", metavar="ITEM", help=_ITEM)
    log.add_argument("-n", "--limit", type=_count, default=None, help="at most this many")
    _book(log)
    _json(log)


def _acting(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    flag = commands.add_parser("flag", help="mark exact words with a comment")
    _item(flag)
    flag.add_argument("--quote", required=True, metavar="TEXT", help="the exact words")
    flag.add_argument(
        "--nth", type=_count, metavar="N", help="which one, where the words stand more than once"
    )
    flag.add_argument("--kind", required=True, choices=[k.value for k in FlagKind])
    flag.add_argument("--comment", default="", metavar="TEXT")
    flag.add_argument("--suggest", metavar="TEXT", help="wording to put in their place")
    _json(flag)

    dismiss = commands.add_parser("dismiss", help="say that a finding is none, and why")
    _item(dismiss)
    dismiss.add_argument("finding", metavar="FINGERPRINT", help="from check --json, or its beginning")
    dismiss.add_argument("--reason", required=True, metavar="TEXT")
    _json(dismiss)

    amend = commands.add_parser("amend", help="change the minutes, with a reason")
    _item(amend)
    how = amend.add_mutually_exclusive_group(required=True)
    how.add_argument("--replace", nargs=2, metavar=("OLD", "NEW"), help="put NEW in the place of OLD")
    how.add_argument("--file", type=Path, help="the whole new text of the minutes")
    how.add_argument(
        "--recorded", action="store_true", help="record what was edited in minutes.md by other means"
    )
    amend.add_argument("--text", metavar="DIGEST", help="only if the text still has this digest")
    amend.add_argument("--nth", type=_count, metavar="N", help="which OLD, where it stands more than once")
    amend.add_argument("--reason", required=True, metavar="TEXT")
    amend.add_argument(
        "--settles", nargs="+", action="extend", default=[], metavar="FLAG", help="flags it settles"
    )
    _json(amend)

    _judging(commands)


def _judging(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    approve = commands.add_parser("approve", help="give your word that the text is right as it stands")
    _item(approve)
    approve.add_argument("--text", metavar="DIGEST", help="only if the text still has this digest")
    _json(approve)

    objection = commands.add_parser("object", help="say that the text is not right")
    _item(objection)
    objection.add_argument("--comment", required=True, metavar="TEXT")
    _json(objection)

    reply = commands.add_parser("reply", help="add a word to a flag's conversation")
    reply.add_argument("flag", metavar="FLAG", help="the flag's id, or its beginning")
    reply.add_argument("--comment", required=True, metavar="TEXT")
    _book(reply)
    _json(reply)

    settle = commands.add_parser("settle", help="say what became of a flag, or lift your objection")
    settle.add_argument("flag", metavar="FLAG", help="the id of the flag or objection, or its beginning")
    settle.add_argument(
        "--as",
        dest="outcome",
        required=True,
        choices=[o.value for o in Outcome],
        help="amended, accepted as it stands, held for later, or withdrawn by whoever raised it",
    )
    settle.add_argument("--reason", required=True, metavar="TEXT")
    _book(settle)
    _json(settle)


def _item(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("item", metavar="ITEM", help=_ITEM)
    _book(parser)


def _book(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--book", type=Path, metavar="BOOK", help="the minute book (default: the nearest)")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")


def _count(words: str) -> int:
    number = int(words)
    if number < 1:
        raise argparse.ArgumentTypeError("count from 1")
    return number
