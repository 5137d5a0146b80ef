"""The options of the commands that change the minutes of an item or judge them."""

import argparse
from pathlib import Path

from review_tui.cli.parsers import options


def add(commands: "options.Commands[argparse.ArgumentParser]") -> None:
    """amend, approve, place, object, receipt."""
    amend = options.command(commands, "amend", "change the minutes, with a reason")
    options.item(amend)
    how = amend.add_mutually_exclusive_group(required=True)
    how.add_argument("--replace", nargs=2, metavar=("OLD", "NEW"), help="put NEW in the place of OLD")
    how.add_argument("--file", type=Path, help="the whole new text of the minutes")
    how.add_argument(
        "--recorded", action="store_true", help="record what was edited in minutes.md in another program"
    )
    amend.add_argument("--text", metavar="FINGERPRINT", help="only if the text still has it, as `show` tells")
    amend.add_argument(
        "--nth", type=options.count, metavar="N", help="which OLD, where it stands more than once"
    )
    amend.add_argument("--reason", required=True, metavar="TEXT")
    amend.add_argument(
        "--settles", nargs="+", action="extend", default=[], metavar="FLAG", help="flags that it closes"
    )
    options.as_json(amend)

    approve = options.command(commands, "approve", "give your word that the text is right as it stands")
    options.item(approve)
    approve.add_argument(
        "--text", metavar="FINGERPRINT", help="only if the text still has it, as `show` tells"
    )
    options.as_json(approve)

    place = options.command(
        commands, "place", "say which item of a file the acts are about that lost their place"
    )
    options.item(place)
    place.add_argument("--now", required=True, metavar="ITEM", help="which item of that file it is now")
    options.as_json(place)

    objection = options.command(commands, "object", "say that the text is not right")
    options.item(objection)
    objection.add_argument("--comment", required=True, metavar="TEXT")
    options.as_json(objection)

    receipt = options.command(commands, "receipt", "say that you have read it and have no comment")
    options.item(receipt)
    receipt.add_argument(
        "--text", metavar="FINGERPRINT", help="only if the text still has it, as `show` tells"
    )
    options.as_json(receipt)
