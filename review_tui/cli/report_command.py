"""The command that tells what became of a meeting's minutes, and what is read out about them."""

import argparse
import sys

from review_tui.application.report import ItemReport, MeetingReport, report_lines, sheet_lines
from review_tui.application.report import report as report_on
from review_tui.cli.export_commands import write_output
from review_tui.cli.meeting_commands import meeting_asked
from review_tui.cli.minutes_commands import needs_history
from review_tui.cli.output import give_json, say
from review_tui.cli.ports import Backend
from review_tui.model.errors import WrongUsage


def report(backend: Backend, asked: argparse.Namespace) -> int:
    """Print the report on a meeting's minutes, or only its correction sheet."""
    writers = backend.report_formats()
    if asked.to not in writers:
        raise WrongUsage(f"A report can't be written as “{asked.to}”. There is: {', '.join(writers)}.")
    context = backend.context(asked.book)
    meeting = meeting_asked(context, asked.meeting)
    needs_history(context, meeting.id)
    view = context.reading.meeting_with_history(context.reading.meeting(meeting))
    told = report_on(view, context.versions)
    lines = tuple(sheet_lines(told) if asked.corrections else report_lines(told))
    data = writers[asked.to](lines)
    if asked.output is not None:
        write_output(backend, asked.output, data, may_replace=asked.force)
    if asked.json:
        file = None if asked.output is None else str(asked.output)
        give_json({**_json(told), "file": file, "text": None if file else data.decode("utf-8")})
    elif asked.output is not None:
        say(f"Wrote {asked.output}.")
    elif sys.stdout.isatty():
        say(data.decode("utf-8").rstrip("\n"))
    else:
        print(data.decode("utf-8"), end="")
    return 0


def _json(told: MeetingReport) -> dict[str, object]:
    return {
        "meeting": told.view.meeting.id,
        "motion": told.motion,
        "corrections": [
            {
                "item": each.item.id,
                "where": each.change.where,
                "readings": list(each.change.readings),
                "said": str(each),
            }
            for each in told.corrections
        ],
        "items": [_item_json(each) for each in told.items],
    }


def _item_json(each: ItemReport) -> dict[str, object]:
    state = each.view.state
    return {
        "item": each.view.item.id,
        "standing": state.status.value,
        "flags": [{"flag": thread.flag.id, "outcome": thread.outcome} for thread in state.flags],
        "amendments": [
            {
                "number": made.number,
                "commit": made.entry.id,
                "by": {"name": made.entry.by.name, "email": made.entry.by.email},
                "reason": made.entry.reason.strip(),
                "undone": made.is_undone,
            }
            for made in each.amendments
        ],
        "dismissed": [
            {
                "finding": act.finding,
                "check": act.check,
                "message": act.message,
                "by": {"name": act.by.name, "email": act.by.email},
                "reason": act.reason,
            }
            for act in each.dismissals
        ],
        "approved_by": [{"name": a.by.name, "email": a.by.email} for a in state.current_approvals],
        "open": list(each.open),
    }
