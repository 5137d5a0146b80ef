"""The options of the commands by which several people work on one book."""

import argparse
from pathlib import Path

from review_tui.cli.parsers import options


def add(commands: "options.Commands[argparse.ArgumentParser]") -> None:
    """sync, clone, hub, pack, unpack."""
    sync = options.command(
        commands, "sync", "receive what others did, bring it together with yours, send yours"
    )
    sync.add_argument(
        "place", nargs="?", type=Path, metavar="BOOK", help="the minute book (default: the nearest)"
    )
    options.as_json(sync)

    clone = options.command(commands, "clone", "make a copy of a book that others review too")
    clone.add_argument("url", metavar="URL", help="where it is: an address of git's, or a folder")
    clone.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="where to put the copy")
    options.as_json(clone)

    hub = options.command(
        commands, "hub", "say where the book is sent to and received from, and send it there"
    )
    hub.add_argument(
        "url", nargs="?", metavar="URL", help="an address of git's, or a folder; none: say what it is"
    )
    hub.add_argument(
        "--new", action="store_true", help="make the hub first, in a folder that is not there yet"
    )
    options.book(hub)
    options.as_json(hub)

    pack = options.command(commands, "pack", "write what is new to one file, to be sent by mail")
    pack.add_argument("file", type=Path, metavar="FILE", help="the file to write")
    pack.add_argument("--all", action="store_true", help="the whole book, for somebody who has nothing of it")
    options.book(pack)
    options.as_json(pack)

    unpack = options.command(
        commands, "unpack", "take in what somebody packed, and bring it together with yours"
    )
    unpack.add_argument("file", type=Path, metavar="FILE", help="the file that came")
    options.book(unpack)
    options.as_json(unpack)
