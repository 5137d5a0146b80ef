"""The options of the commands about flags and what is said of them."""

import argparse

from review_tui.cli.parsers import options
from review_tui.model.acts import DispositionOutcome, FlagKind
from review_tui.model.flag_filter import STATES

_KINDS = ", ".join(kind.value for kind in FlagKind)


def add(commands: "options.Commands[argparse.ArgumentParser]") -> None:
    """flag, flags, reply, pick, settle, dismiss."""
    flag = options.command(commands, "flag", "mark exact words, or a gap, with a comment")
    options.item(flag)
    options.place(flag)
    flag.add_argument(
        "--kind", required=True, metavar="KIND", help=f"{_KINDS}, or a kind that book.yaml adds"
    )
    flag.add_argument("--comment", default="", metavar="TEXT")
    flag.add_argument("--suggest", metavar="TEXT", help="wording to put there")
    options.as_json(flag)

    flags = options.command(commands, "flags", "list flags, of one item or of the whole book")
    flags.add_argument("item", nargs="?", metavar="ITEM", help=options.ITEM)
    flags.add_argument(
        "--kind", action="append", default=[], metavar="KIND", help="only of this kind (repeatable)"
    )
    flags.add_argument(
        "--by",
        action="append",
        default=[],
        metavar="WHO",
        help="only where this person had a word: part of the name, or the address (repeatable)",
    )
    states = tuple(dict.fromkeys((*STATES, *(outcome.value for outcome in DispositionOutcome))))
    flags.add_argument(
        "--state",
        action="append",
        default=[],
        choices=states,
        help="only those that stand so (repeatable)",
    )
    options.book(flags)
    options.of_file(flags)
    options.as_json(flags)

    _answering(commands)


def _answering(commands: "options.Commands[argparse.ArgumentParser]") -> None:
    reply = options.command(commands, "reply", "add a word to a flag's conversation")
    reply.add_argument("flag", metavar="FLAG", help=options.FLAG)
    reply.add_argument("--comment", required=True, metavar="TEXT")
    options.book(reply)
    options.as_json(reply)

    pick = options.command(commands, "pick", "say where the words of a flag stand now")
    pick.add_argument("flag", metavar="FLAG", help=options.FLAG)
    options.place(pick)
    pick.add_argument("--comment", default="", metavar="TEXT", help="why it is that place")
    options.book(pick)
    options.as_json(pick)

    settle = options.command(
        commands,
        "settle",
        "close a flag: say what became of it; lift your objection; or settle what others changed too",
    )
    settle.add_argument(
        "flag",
        nargs="?",
        metavar="FLAG",
        help="the id of the flag or objection, or its beginning; none: what others changed in the same words",
    )
    settle.add_argument(
        "--as",
        dest="outcome",
        choices=[o.value for o in DispositionOutcome],
        help="amended, accepted as it stands, held for later, or withdrawn by whoever raised it",
    )
    settle.add_argument(
        "--question", type=options.count, metavar="N", help="which of the passages that both changed"
    )
    settle.add_argument("--take", choices=("mine", "theirs"), help="whose wording of it stands")
    settle.add_argument("--words", metavar="TEXT", help="the wording that takes the place of both")
    settle.add_argument("--reason", metavar="TEXT")
    options.book(settle)
    options.as_json(settle)

    dismiss = options.command(commands, "dismiss", "say that a finding is none, and why")
    options.item(dismiss)
    dismiss.add_argument(
        "finding", metavar="FINGERPRINT", help="the finding's, from check --json, or its beginning"
    )
    dismiss.add_argument("--reason", required=True, metavar="TEXT")
    options.as_json(dismiss)
