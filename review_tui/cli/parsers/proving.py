"""The options of the commands that prove what a book says of itself."""

import argparse
from pathlib import Path

from review_tui.cli.parsers import options


def add(commands: "options.Commands[argparse.ArgumentParser]") -> None:
    """The commands verify, keys, programs and hub-hook."""
    hub = options.command(
        commands, "hub-hook", "refuse pushes that break a rule: for a git server, as its pre-receive"
    )
    hub.add_argument(
        "--book", default="", metavar="FOLDER", help="the book's folder in the repository; else all"
    )
    said = "whoever pushes, where the server knows: they push their own commits only (or $REVIEW_TUI_PUSHER)"
    hub.add_argument("--pusher", default="", metavar="ADDRESS", help=said)

    keys = options.command(commands, "keys", "your keys to sign with, and which of them you use")
    said = "sign with the key of this number from now on, and list it in the book"
    keys.add_argument("use", nargs="?", metavar="use N", help=said)
    keys.add_argument("number", nargs="?", help=argparse.SUPPRESS)
    options.book(keys)
    options.as_json(keys)

    programs = options.command(
        commands, "programs", "the programs that the settings of this copy name, and whether they may run"
    )
    programs.add_argument("--allow", action="store_true", help="they may run when something is recorded")
    programs.add_argument("--refuse", action="store_true", help="none of them is run")
    options.book(programs)
    options.as_json(programs)

    verify = options.command(
        commands, "verify", "prove that nothing in a book was forged, changed or taken away"
    )
    verify.add_argument(
        "book", nargs="?", type=Path, metavar="BOOK", help="the book, or a file of minutes; else the nearest"
    )
    verify.add_argument(
        "--keys",
        type=Path,
        metavar="FILE",
        help="believe these keys and no others: lines of an address and a public key, as in allowed_signers",
    )
    verify.add_argument(
        "--certificate",
        action="store_true",
        help="of minutes that are signed off: what anybody checks with git and ssh-keygen alone",
    )
    verify.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="the certificate's file, or none: print it"
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
