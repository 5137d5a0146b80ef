"""The options of the commands about what was done: looking back at it, and taking it back."""

import argparse

from review_tui.cli.parsers import options

_POINT = (
    "first (as first drafted), approved (as last approved), mine (as you last approved it), read (as you "
    "last read or approved it), now, an amendment's number (as it left the text), or a commit"
)


def add(commands: "options.Commands[argparse.ArgumentParser]") -> None:
    """log, diff, blame, undo, redo, revert."""
    log = options.command(commands, "log", "what was done, in plain words, newest first")
    log.add_argument("item", nargs="?", metavar="ITEM", help=options.ITEM)
    log.add_argument("-n", "--limit", type=options.count, default=None, help="at most this many")
    options.book(log)
    options.of_file(log)
    options.as_json(log)

    diff = options.command(commands, "diff", "what changed between two points: [-words out-]{+words in+}")
    diff.add_argument("item", metavar="ITEM", help=options.ITEM)
    diff.add_argument("since", nargs="?", default="first", metavar="FROM", help=f"{_POINT} (default: first)")
    diff.add_argument("until", nargs="?", default="now", metavar="TO", help="the same (default: now)")
    options.book(diff)
    options.of_file(diff)
    options.as_json(diff)

    blame = options.command(commands, "blame", "each sentence, with who put its words there, when and why")
    options.item(blame)
    options.as_json(blame)

    undo = options.command(commands, "undo", "take back what you did last; do it again to go further back")
    undo.add_argument("--reason", default="", metavar="TEXT")
    undo.add_argument("--list", action="store_true", help="only say what could be taken back, newest first")
    options.book(undo)
    options.as_json(undo)

    redo = options.command(commands, "redo", "do again what you took back last")
    options.book(redo)
    options.as_json(redo)

    revert = options.command(
        commands, "revert", "restore the wording from before one amendment, whatever came after it"
    )
    options.item(revert)
    revert.add_argument("amendment", metavar="AMENDMENT", help="its number in `log ITEM`, or its commit")
    revert.add_argument("--reason", default="", metavar="TEXT", help="needed unless you only --preview")
    revert.add_argument("--preview", action="store_true", help="only show what it would change")
    options.as_json(revert)
