"""Makes a meeting of a book of folders from minutes that are one file: one commit that names the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from review_tui.model.errors import Refusal
from review_tui.model.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review_tui.adapters.book import BookFiles
    from review_tui.adapters.git import GitHistory
    from review_tui.application.ports import FileChange, HistoryEntry


def split_file(
    file: Path, into: Path, notes: Sequence[Path] = (), *, moves: bool
) -> tuple[str, HistoryEntry, tuple[str, ...]]:
    """Split ``file`` into folders of the book ``into``: where the meeting is, the commit, notes left behind.

    Its notes, those that were named among them, become those of the meeting. What git does not know as it is
    stays where it is: nobody may have meant to record it. With ``moves`` the file is taken away, and what was
    done with its items goes along.
    """
    from review_tui.adapters.book import BookFiles, OneFile  # noqa: PLC0415 -- only this command needs them
    from review_tui.adapters.book.file_as_folders import as_folders  # noqa: PLC0415 -- as above
    from review_tui.adapters.book.file_meetings import repository_top  # noqa: PLC0415 -- as above
    from review_tui.adapters.git import GitHistory  # noqa: PLC0415 -- as above
    from review_tui.model import commit_messages  # noqa: PLC0415 -- as above

    top = repository_top(file.parent)
    target = into.resolve()
    if top is None or not target.is_relative_to(top):
        raise Refusal("The file and the book have to be in one git repository, so that the history goes on.")
    path = file.resolve().relative_to(top).as_posix()
    files = BookFiles(top, one_file=OneFile(path=path, notes=tuple(notes)))
    with GitHistory(top) as history:
        if blocked := history.why_read_only():
            raise Refusal(blocked)
        history.reviewer()
        (meeting,) = files.meetings()[0] or (None,)
        if meeting is None or not meeting.items:
            raise Refusal(f"There are no items in {visible(path)} to split.")
        folder = (target.relative_to(top) / meeting.id).as_posix()
        if (top / folder).exists():
            raise Refusal(f"There is {visible(folder)} already.")
        found, _ = files.in_one_file.read(meeting.id)
        if found is None or history.committed(path) != found.text.encode("utf-8", "surrogateescape"):
            raise Refusal(
                f"{visible(path)} was edited and that is not recorded, or git does not know it. Record it "
                "first."
            )
        notes_now = _notes(top, files, meeting.id, history)
        recorded = [note for note in notes_now if note.old == note.new]
        changes = as_folders(top, found, folder, recorded, moves=moves)
        subject = f"Split {file.name} into {folder}"
        body = f"The items of {path}, each in a folder of its own."
        message = commit_messages.message(subject, body, [(commit_messages.SPLIT_FROM, path)])
        entry = history.commit(changes, message)
    left = tuple(note.path for note in notes_now if note not in recorded)
    return folder, entry, left


def _notes(top: Path, files: BookFiles, meeting: str, history: GitHistory) -> list[FileChange]:
    """The notes of the meeting in the repository at ``top``, each as it lies now and as git has it."""
    from review_tui.application.ports import FileChange  # noqa: PLC0415 -- only this command needs it

    whole = [path.resolve() for path in files.in_one_file.notes_files(meeting)]
    named = [
        (path.relative_to(top).as_posix(), path.read_bytes()) for path in whole if path.is_relative_to(top)
    ]
    return [FileChange(name, raw, history.committed(name)) for name, raw in named]
