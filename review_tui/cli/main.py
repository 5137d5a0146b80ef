"""Reads the command line, calls one command, turns refusals into sentences and exit codes."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from review_tui.cli import parser
from review_tui.cli.output import complain, give_json, say
from review_tui.cli.ports import Backend
from review_tui.cli.targets import point_at_file, said_of_meeting
from review_tui.loading import load
from review_tui.model.errors import NameUnknown, Refusal, UnusableBook, WrongUsage

Command = Callable[[Backend, argparse.Namespace], int]


def _demo(backend: Backend, asked: argparse.Namespace) -> int:
    if asked.no_open:
        say(str(backend.make_demo(asked.keep)))
        return 0
    return backend.demo(asked.keep)


COMMANDS: dict[str, Command | str] = {
    "demo": _demo,
    "open": "cli.open_command:open_screen",
    "completion": lambda _, asked: _completion(asked.shell),
    "status": "cli.reading_commands:status",
    "show": "cli.reading_commands:show",
    "check": "cli.check_commands:check",
    "checks": "cli.check_commands:checks",
    "align": "cli.evidence_commands:align",
    "link": "cli.evidence_commands:link",
    "flag": "cli.flag_commands:flag",
    "flags": "cli.flag_commands:flags",
    "reply": "cli.flag_commands:reply",
    "pick": "cli.flag_commands:pick",
    "settle": "cli.flag_commands:settle",
    "dismiss": "cli.flag_commands:dismiss",
    "amend": "cli.minutes_commands:amend",
    "approve": "cli.minutes_commands:approve",
    "place": "cli.minutes_commands:place",
    "object": "cli.minutes_commands:object_to",
    "receipt": "cli.minutes_commands:receipt",
    "log": "cli.history_commands:log",
    "diff": "cli.history_commands:diff",
    "blame": "cli.history_commands:blame",
    "undo": "cli.undo_commands:undo",
    "redo": "cli.undo_commands:redo",
    "revert": "cli.undo_commands:revert",
    "receipts": "cli.meeting_commands:receipts",
    "details": "cli.details_command:details",
    "sign-off": "cli.meeting_commands:sign_off",
    "reopen": "cli.meeting_commands:reopen",
    "correct": "cli.meeting_commands:correct",
    "corrections": "cli.correction_commands:corrections",
    "hand-over": "cli.meeting_commands:hand_over",
    "split": "cli.form_commands:split",
    "join": "cli.form_commands:join",
    "report": "cli.report_command:report",
    "export": "cli.export_commands:export",
    "import": "cli.import_commands:import_documents",
    "verify": "cli.verify_command:verify",
    "keys": "cli.keys_command:keys",
    "programs": "cli.programs_command:programs",
    "hub-hook": "cli.hub_command:hub_hook",
    "sync": "cli.sharing_commands:sync",
    "clone": "cli.sharing_commands:clone",
    "hub": "cli.sharing_commands:hub",
    "pack": "cli.sharing_commands:pack",
    "unpack": "cli.sharing_commands:unpack",
}
"""Each command's function, or its name for ``load``: opening the screen must not wait for the others."""


def run(backend: Backend, words: Sequence[str]) -> int:
    """Do what the command line says; the exit code of the process."""
    if not words:
        words = ["open"]
    elif words[0] not in COMMANDS and not words[0].startswith("-"):
        if len(words) == 1 and not Path(words[0]).exists():
            complain(f"No command and no folder is called “{words[0]}”. See `review-tui --help`.")
            return 2
        words = ["open", *words]
    asked = parser.build(words[0] if words[0] in COMMANDS else "").parse_args(words)
    if asked.command is None:
        asked = parser.build().parse_args(["open", *words])
    return _done(backend, asked)


def _done(backend: Backend, asked: argparse.Namespace) -> int:
    try:
        return _introduced(backend, asked)
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


def _introduced(backend: Backend, asked: argparse.Namespace) -> int:
    """Run the command; where it needs a name that nobody knows, ask for it once and run it then."""
    command = _command(asked.command)
    point_at_file(asked)
    if asked.command != "import":  # which says so of a meeting that is not there yet
        backend.say_of_meeting(said_of_meeting(asked))
    try:
        return command(backend, asked)
    except NameUnknown as unknown:
        from review_tui.cli import name_prompt  # noqa: PLC0415 -- asked once on a computer

        # Nothing was written: every act asks who acts before all else.
        try:
            is_known = name_prompt.can_ask() and name_prompt.introduce(backend.context(asked.book), unknown)
        except EOFError:
            is_known = False
        if not is_known:
            raise
    except Refusal as refusal:
        if not _are_programs_answered(backend, asked, refusal):
            raise
    return command(backend, asked)


def _are_programs_answered(backend: Backend, asked: argparse.Namespace, refusal: Refusal) -> bool:
    """Where it was refused only because nobody has said whether programs may run: ask; whether it is said."""
    from review_tui.cli import name_prompt, programs_command  # noqa: PLC0415 -- asked once of a copy

    # Nothing was written: that is looked at before anything is.
    if not programs_command.is_unanswered(refusal) or not name_prompt.can_ask() or asked.json:
        return False
    return programs_command.ask(backend.context(getattr(asked, "book", None)).programs)


def _command(name: str) -> Command:
    found = COMMANDS[name]
    if not isinstance(found, str):
        return found
    command: Command = load(found)
    return command


def _refuse(asked: argparse.Namespace, refusal: Refusal) -> int:
    code = 3 if isinstance(refusal, UnusableBook) else 2 if isinstance(refusal, WrongUsage) else 1
    if getattr(asked, "json", False):
        give_json({"refused": str(refusal), "exit": code})
    complain(f"review-tui: {refusal}")
    return code


def _completion(shell: str) -> int:
    import shtab  # noqa: PLC0415 -- only this command needs it

    print(shtab.complete(parser.build(), shell=shell))
    return 0
