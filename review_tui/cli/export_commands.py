"""The command that writes the minutes of a meeting as one file."""

import argparse
import sys
from pathlib import Path

from review_tui.application.export import Look, export_minutes
from review_tui.application.export_past import ExportPast
from review_tui.cli.at_work import at_work
from review_tui.cli.meeting_commands import meeting_asked
from review_tui.cli.output import complain, give_json, say
from review_tui.cli.ports import Backend
from review_tui.model.errors import Refusal, WrongUsage


def export(backend: Backend, asked: argparse.Namespace) -> int:
    """Print the minutes of a meeting, or write them to a file that is not there yet."""
    context = backend.context(asked.book)
    meeting = meeting_asked(context, asked.meeting)
    view = context.reading.meeting(meeting)
    past = ExportPast(context.versions, context.reading)
    exporters, look = backend.documents.exporters(), Look(asked.view)
    with at_work(asked, f"Making the {asked.to} of {meeting.id}"):
        exported = export_minutes(view, exporters, asked.to, past, is_public=asked.public, look=look)
    if asked.output is None and not exported.is_text:
        raise WrongUsage("This format can't be shown in a terminal. Name a file to write: -o FILE.")
    if asked.output is not None:
        write_output(backend, asked.output, exported.data, may_replace=asked.force)
    if asked.json:
        text = exported.data.decode("utf-8") if asked.output is None else None
        file = None if asked.output is None else str(asked.output)
        left_out = [item.id for item in exported.left_out]
        give_json(
            {
                "meeting": meeting.id,
                "format": asked.to,
                "view": asked.view,
                "file": file,
                "text": text,
                "left_out": left_out,
                "warnings": list(exported.warnings),
            }
        )
        return 0
    if asked.output is not None:
        say(f"Wrote {asked.output}.")
    elif sys.stdout.isatty():
        say(exported.data.decode("utf-8").rstrip("\n"))
    else:
        print(exported.data.decode("utf-8"), end="")
    if exported.left_out:
        numbers = ", ".join(item.number or item.id for item in exported.left_out)
        complain(f"Left out, as not for publication: item {numbers}.")
    for warning in exported.warnings:
        complain(f"Look again before you publish: {warning}")
    return 0


def write_output(backend: Backend, file: Path, data: bytes, *, may_replace: bool) -> None:
    """Write a file that the user named. Raises ``Refusal`` where it is there, or its folder is not."""
    try:
        backend.documents.write_file(file, data, may_replace=may_replace)
    except FileExistsError as error:
        raise Refusal(
            f"{file} is there already. Choose another name, or say --force to replace it."
        ) from error
