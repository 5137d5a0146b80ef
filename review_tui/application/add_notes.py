"""Putting notes beside minutes: a file as it is, of an item or the meeting, or its parts among the items."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from review_tui.application.document_ports import Documents
from review_tui.application.note_division import NoteDivision, NotePart
from review_tui.application.reading import ItemView, MeetingView
from review_tui.model.errors import Refusal
from review_tui.model.meeting import Source
from review_tui.model.note_formats import TRANSCRIPT, is_spoken, why_not_readable
from review_tui.model.visible import visible


def check_is_read(path: Path) -> None:
    """Raise ``Refusal`` where no file of this name is read as notes."""
    if why_not := why_not_readable(path.name):
        raise Refusal(f"{visible(path.name)}: {why_not}")


def is_of_one_file(view: MeetingView) -> bool:
    """Whether the minutes of a meeting are one file: its notes are those of all items then."""
    return bool(view.items) and view.items[0].draft.place is not None


def put_whole(documents: Documents, book: str, whose: ItemView | MeetingView, path: Path) -> Path:
    """Put the file ``path``, as it is, beside the minutes of an item or a meeting; where it is then.

    Raises ``Refusal``.
    """
    check_is_read(path)
    (place,) = documents.attach(book, [(_folder(whose), path.name, documents.file_bytes(path))])
    return place


def begin_division(
    documents: Documents, view: MeetingView, path: Path
) -> tuple[NoteDivision, tuple[str, ...]]:
    """Work out which lines of a file are of which item, and what is to be said of reading it.

    Raises ``Refusal``.
    """
    check_is_read(path)
    text, problems = documents.notes_text(path)
    if not view.items or not text.strip():
        raise Refusal(f"{visible(path.name)} holds no words to divide, or the meeting has no items.")
    return NoteDivision(view.items, Source(path.name, text)), problems


def put_parts(
    documents: Documents, book: str, path: Path, parts: Sequence[NotePart]
) -> tuple[tuple[NotePart, Path], ...]:
    """Put each part that has lines beside its item; where it is then. Raises ``Refusal``."""
    name = PurePosixPath(path.name).stem + (TRANSCRIPT if is_spoken(path.name) else ".txt")
    filled = [part for part in parts if not part.is_empty]
    files = [(_folder(part.item), name, part.text.encode("utf-8")) for part in filled]
    return tuple(zip(filled, documents.attach(book, files), strict=True))


def _folder(whose: ItemView | MeetingView) -> str:
    if isinstance(whose, MeetingView):
        if is_of_one_file(whose):
            return _folder(whose.items[0])
        return f"{whose.meeting.id}/notes"
    place = whose.draft.place
    if place is None:
        return f"{whose.meeting.id}/{whose.item.id}/notes"
    return f"{place.file.rpartition('.')[0]}.review/notes"
