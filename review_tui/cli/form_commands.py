"""The commands that change the form minutes are kept in: one file, or a folder for each item."""

import argparse
import sys

from review_tui.application.meeting_checks import joined
from review_tui.cli import json_shapes
from review_tui.cli.meeting_commands import meeting_asked
from review_tui.cli.output import complain, give_json, say
from review_tui.cli.ports import Backend
from review_tui.model.errors import WrongUsage
from review_tui.model.text import encode


def split(backend: Backend, asked: argparse.Namespace) -> int:
    """Make a meeting of folders from minutes in one file."""
    if not asked.file.is_file():
        raise WrongUsage(f"There is no file {asked.file}.")
    folder, entry, left = backend.split(asked.file, asked.into, asked.notes, moves=asked.move)
    if asked.json:
        give_json(
            {
                "done": f"Split into {folder}.",
                "act": None,
                **json_shapes.entry(entry),
            }
        )
    else:
        kept = "The file is in the history from now on." if asked.move else "The file stays as it is."
        say(f"Split into {folder}. {kept}")
    for name in left:
        complain(
            f"! {name} is not recorded, so it was left there. Put it into {folder}/notes to have it read."
        )
    return 0


def join(backend: Backend, asked: argparse.Namespace) -> int:
    """Print the minutes of a meeting as one file, byte for byte."""
    context = backend.context(asked.book)
    meeting = meeting_asked(context, asked.meeting)
    text = joined(meeting, context.files.item_texts(meeting.id))
    if asked.json:
        give_json({"meeting": meeting.id, "text": text})
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(encode(text))
        sys.stdout.buffer.flush()
    return 0
