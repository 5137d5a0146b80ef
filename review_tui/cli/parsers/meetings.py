"""The options of the commands about whole meetings."""

import argparse
from pathlib import Path

from review_tui.cli.parsers import options
from review_tui.model.export_formats import CHANGES_SHOWN, FORMATS


def _forms(commands: "options.Commands[argparse.ArgumentParser]") -> None:
    split = options.command(commands, "split", "make a meeting of folders from minutes in one file")
    split.add_argument("file", type=Path, metavar="FILE", help="the file of minutes")
    split.add_argument(
        "--into", type=Path, required=True, metavar="BOOK", help="the book, in the same repository"
    )
    options.notes(split)
    split.add_argument("--move", action="store_true", help="take the file away, and its acts along")
    options.as_json(split)

    join = options.command(commands, "join", "print the minutes of a meeting as one file again")
    options.meeting(join)
    options.as_json(join)


def _in_and_out(commands: "options.Commands[argparse.ArgumentParser]") -> None:
    report = options.command(
        commands, "report", "what was flagged, amended, corrected, left open and approved"
    )
    options.meeting(report)
    report.add_argument("--to", default="txt", metavar="FORMAT", help="txt (the default), md or html")
    report.add_argument(
        "--corrections", action="store_true", help="only what is read out at the next meeting, and its motion"
    )
    report.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="the file to write, or none: print it"
    )
    report.add_argument("--force", action="store_true", help="replace FILE if it is there already")
    options.as_json(report)

    export = options.command(commands, "export", "write a meeting's minutes as one file")
    options.meeting(export)
    export.add_argument("--to", required=True, metavar="FORMAT", help=options.one_of(FORMATS))
    export.add_argument(
        "--view",
        choices=("clean", "redline", "as-first-drafted"),
        default="clean",
        help="the words as they stand, with changes and flags "
        f"({', '.join(CHANGES_SHOWN)}), or as first drafted",
    )
    export.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="the file to write, or none: print it"
    )
    export.add_argument("--force", action="store_true", help="replace FILE if it is there already")
    export.add_argument("--public", action="store_true", help="leave out items that are not for publication")
    options.as_json(export)

    take_in = options.command(
        commands, "import", "make a meeting of a document, or take a corrected Word file of one back"
    )
    take_in.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="docx, odt, rtf, html, pdf, md or txt"
    )
    take_in.add_argument(
        "--into",
        metavar="BOOK",
        help="the minute book (default: the nearest, else drafts here), or the meeting that a Word document "
        "of it comes back to",
    )
    take_in.add_argument(
        "--notes",
        action="store_true",
        help="put FILE beside the minutes of the item that --into names, or divide it among the items of a "
        "meeting",
    )
    take_in.add_argument(
        "--whole",
        action="store_true",
        help="with --notes: leave FILE in one piece, as notes of the whole meeting that --into names",
    )
    take_in.add_argument(
        "--begins",
        action="append",
        default=[],
        metavar="ITEM=LINE",
        help="with --notes: the line of FILE with which an item begins (may be given again)",
    )
    take_in.add_argument(
        "--person",
        action="append",
        default=[],
        metavar="PERSON",
        help='somebody whom a Word document names: "Name <name@example.org>" (may be given again)',
    )
    take_in.add_argument(
        "--tracked",
        choices=("amend", "accept", "reject"),
        help="what becomes of tracked changes of a Word document: amendments of whoever made them, which is "
        "what happens if nothing is said, or as if they were accepted or rejected",
    )
    take_in.add_argument(
        "--date", type=options.day, metavar="DATE", help="the day of the meeting: 2024-05-01"
    )
    take_in.add_argument("--body", default="", metavar="NAME", help="the body that met")
    take_in.add_argument("--yes", action="store_true", help="write it without asking")
    options.as_json(take_in)


def add(commands: "options.Commands[argparse.ArgumentParser]") -> None:
    """receipts, details, sign-off, reopen, correct, corrections, hand-over, report, export, and so on."""
    _forms(commands)
    receipts = options.command(commands, "receipts", "who has read what since it last changed")
    options.meeting(receipts, is_needed=False)
    options.as_json(receipts)

    details = options.command(
        commands, "details", "say or put right when a meeting was, who met, where and who was there"
    )
    details.add_argument("meeting", metavar="MEETING", help=options.MEETING)
    options.book(details)
    for name, said in (
        ("date", "DAY"),
        ("body", "NAME"),
        ("start", "TIME"),
        ("venue", "PLACE"),
        ("chair", "NAME"),
    ):
        details.add_argument(f"--{name}", metavar=said, dest=f"said_{name}")
    for name in ("present", "apologies", "in-attendance"):
        details.add_argument(
            f"--{name}",
            metavar="PEOPLE",
            dest=f"said_{name.replace('-', '_')}",
            help='all of them, such as "Carol Brown, Chair; Wei Chen"; with + in front, those to add',
        )
    details.add_argument(
        "--recorded", action="store_true", help="record its meeting.yaml as it was edited in another program"
    )
    details.add_argument("--reason", default="", metavar="TEXT")
    options.as_json(details)

    sign = options.command(commands, "sign-off", "make a meeting's minutes final, once nothing blocks it")
    options.meeting(sign)
    sign.add_argument("--statement", default="", metavar="TEXT", help="anything to be recorded with it")
    sign.add_argument("--dissent", default="", metavar="TEXT", help="what the chair does not agree with")
    sign.add_argument("--preview", action="store_true", help="only show what would be signed and what blocks")
    options.as_json(sign)

    reopen = options.command(commands, "reopen", "make signed minutes a draft again")
    options.meeting(reopen)
    reopen.add_argument("--reason", required=True, metavar="TEXT")
    options.as_json(reopen)

    correct = options.command(commands, "correct", "record what a later meeting put right in signed minutes")
    options.item(correct)
    correct.add_argument("--quote", required=True, metavar="OLD", help="the words that were wrong")
    options.nth(correct)
    correct.add_argument(
        "--wording", required=True, metavar="NEW", help='what they should say; "" leaves them out'
    )
    correct.add_argument("--reason", required=True, metavar="TEXT")
    correct.add_argument("--made-at", required=True, metavar="MEETING", help="the meeting that corrected it")
    options.as_json(correct)

    read = options.command(
        commands,
        "corrections",
        "what a meeting's minutes put right in earlier ones, and where that goes",
    )
    options.meeting(read)
    read.add_argument("--record", action="store_true", help="record what can be placed, after asking")
    read.add_argument("--yes", action="store_true", help="record it without asking")
    options.as_json(read)

    hand_over = options.command(commands, "hand-over", "what the next meeting is asked to approve")
    options.meeting(hand_over)
    options.as_json(hand_over)

    _in_and_out(commands)
