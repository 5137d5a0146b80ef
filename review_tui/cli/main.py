"""The front door: reads the command line, calls one command, turns refusals into sentences and exit codes."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from review_tui.cli import parser
from review_tui.cli.house import House
from review_tui.cli.output import complain, give_json, say
from review_tui.domain.refusals import BookUnusable, Refusal, WrongUsage

Command = Callable[[House, argparse.Namespace], int]


def _demo(house: House, asked: argparse.Namespace) -> int:
    if asked.no_open:
        say(str(house.make_demo(asked.keep)))
        return 0
    return house.demo(asked.keep)


COMMANDS: dict[str, Command | str] = {
    "demo": _demo,
    "open": lambda house, asked: house.screen(asked.book, asked.item),
    "completion": lambda _, asked: _completion(asked.shell),
    "status": "looking.status",
    "show": "looking.show",
    "check": "checking.check",
    "checks": "checking.checks",
    "align": "aligning.align",
    "link": "aligning.link",
    "flag": "flagging.flag",
    "flags": "flagging.flags",
    "reply": "flagging.reply",
    "pick": "flagging.pick",
    "settle": "flagging.settle",
    "dismiss": "flagging.dismiss",
    "amend": "acting.amend",
    "approve": "acting.approve",
    "object": "acting.object_to",
    "receipt": "acting.receipt",
    "log": "history.log",
    "diff": "history.diff",
    "blame": "history.blame",
    "undo": "going_back.undo",
    "redo": "going_back.redo",
    "revert": "going_back.revert",
    "receipts": "meetings.receipts",
    "sign-off": "meetings.sign_off",
    "reopen": "meetings.reopen",
    "correct": "meetings.correct",
    "hand-over": "meetings.hand_over",
}
"""Each command's function, or where it stands: opening the screen must not wait for the others to load."""


def run(house: House, words: Sequence[str]) -> int:
    """Do what the command line says; the exit code of the process."""
    if not words:
        words = ["open"]
    elif words[0] not in COMMANDS and not words[0].startswith("-"):
        if len(words) == 1 and not Path(words[0]).exists():
            complain(f"No command and no folder is called “{words[0]}”. See `review-tui --help`.")
            return 2
        words = ["open", *words]
    asked = parser.build().parse_args(words)
    if asked.command is None:
        asked = parser.build().parse_args(["open", *words])
    return _done(house, asked)


def _done(house: House, asked: argparse.Namespace) -> int:
    try:
        return _command(asked.command)(house, asked)
    except Refusal as refusal:
        return _refuse(asked, refusal)
    except UnicodeEncodeError:
        complain("This terminal can't show all the characters. Set it to UTF-8, or ask for --json.")
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    except OSError as mishap:
        where = f" at {mishap.filename}" if mishap.filename else ""
        complain(f"review-tui: the computer could not read or write{where}: {mishap.strerror or mishap}.")
        return 3


def _command(name: str) -> Command:
    found = COMMANDS[name]
    if not isinstance(found, str):
        return found
    module, _, function = found.partition(".")
    command: Command = getattr(import_module(f"review_tui.cli.{module}"), function)
    return command


def _refuse(asked: argparse.Namespace, refusal: Refusal) -> int:
    code = 3 if isinstance(refusal, BookUnusable) else 2 if isinstance(refusal, WrongUsage) else 1
    if getattr(asked, "json", False):
        give_json({"refused": str(refusal), "exit": code})
    complain(f"review-tui: {refusal}")
    return code


def _completion(shell: str) -> int:
    import shtab  # noqa: PLC0415 -- only this command needs it

    print(shtab.complete(parser.build(), shell=shell))
    return 0
