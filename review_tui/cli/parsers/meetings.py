"""The options of the commands about whole meetings."""

import argparse

from review_tui.cli.parsers import options


def add(commands: "options.Commands[argparse.ArgumentParser]") -> None:
    """receipts, sign-off, reopen, correct, hand-over."""
    receipts = options.command(commands, "receipts", "who has read what since it last changed")
    options.meeting(receipts, is_needed=False)
    options.as_json(receipts)

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

    hand_over = options.command(commands, "hand-over", "what the next meeting is asked to approve")
    options.meeting(hand_over)
    options.as_json(hand_over)
