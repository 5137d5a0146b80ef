"""The command that reads what later minutes put right in earlier ones, and records it when that is taken."""

import argparse

from review_tui.application.correction_reader import FoundCorrection, find_corrections
from review_tui.cli.confirmation import confirm
from review_tui.cli.meeting_commands import meeting_asked
from review_tui.cli.minutes_commands import needs_history
from review_tui.cli.output import complain, give_json, say
from review_tui.cli.ports import Backend
from review_tui.cli.text_lines import day
from review_tui.model.text import shorten
from review_tui.model.visible import visible

_LOOK = "look at what would be recorded, and say --yes to take it."
_SHOWN = 160
"""Characters of a sentence that are shown."""


def corrections(backend: Backend, asked: argparse.Namespace) -> int:
    """List the corrections that a meeting makes to earlier minutes; with ``--record`` record them."""
    context = backend.context(asked.book)
    meeting = meeting_asked(context, asked.meeting)
    view = context.reading.meeting(meeting)
    found = find_corrections(context.reading, view)
    if not asked.json:
        for each in found:
            _say(each)
        if not found:
            say(f"The minutes of {day(meeting.date)} tell of no correction to earlier ones.")
    fresh = [each for each in found if not (each.why_not or each.is_recorded)]
    commits: list[str] = []
    if asked.record and fresh:
        needs_history(context, meeting.id)
        confirm(asked, "Should that be recorded?", _LOOK)
        for each in fresh:
            if each.earlier and each.quote:
                # Read again: recording the one before has added to the acts of the same item.
                seen = context.reading.item(each.earlier.meeting, each.earlier.item)
                made = context.sign_off.correct(seen, each.quote, each.wording, each.reason, meeting.id)
                commits.append(made.entry.id)
                if not asked.json:
                    say(made.entry.subject)
    elif fresh and not asked.json:
        say(f"To record what is marked with +: review-tui corrections {visible(meeting.id)} --record")
    if asked.json:
        give_json({"meeting": meeting.id, "corrections": [_json(each) for each in found], "commits": commits})
    return 0


def _say(each: FoundCorrection) -> None:
    sign = "=" if each.is_recorded else "!" if each.why_not else "+"
    by = each.item.item.number or each.item.item.title
    say(f"{sign} Item {by}: {shorten(each.said, _SHOWN)}")
    if each.earlier and each.what:
        item = each.earlier.item
        where = f"{day(each.earlier.meeting.date)}, item {item.number or item.title}"
        state = " (recorded already)" if each.is_recorded else ""
        say(f"    {where}: {each.what}{state}")
    if each.why_not and not each.is_recorded:
        complain(f"    Not recorded: {each.why_not}")


def _json(each: FoundCorrection) -> dict[str, object]:
    at = each.earlier
    return {
        "item": each.item.item.id,
        "said": each.said,
        "corrects": {"meeting": at.meeting.id, "item": at.item.id} if at else None,
        "quote": each.quote.quote if each.quote else None,
        "wording": each.wording if each.quote else None,
        "why_not": each.why_not or None,
        "recorded": each.is_recorded,
    }
