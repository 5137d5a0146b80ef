"""The notes of an item that has a folder of its own: its own, and those of its meeting."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from review_tui.adapters.book.book_paths import ACTS, MINUTES, NOTES, READ_BYTES
from review_tui.adapters.book.item_files import NotesFiles
from review_tui.adapters.book.safe_open import OpenFolder, StatSignature, UnreadableFile, open_parts
from review_tui.model.meeting import Problem, Source

_FEWEST_BYTES = 200
"""A note shorter than this may be the same in several items by chance: "agreed"."""
_SIZE = 1
"""The place of a file's size in its signature."""


class MeetingNotes:
    """Reads them, and tells which are about the whole meeting.

    Those are what lies in the folder ``notes`` beside ``meeting.yaml``, and a file that stands alike, under
    one name, in several items.
    """

    def __init__(self, notes: NotesFiles) -> None:
        self._notes = notes
        self._digests: dict[str, tuple[StatSignature, str]] = {}
        """Of files that have namesakes of their size in other items, by their paths."""

    def of_item(self, meeting: OpenFolder, item: OpenFolder) -> tuple[tuple[Source, ...], list[Problem]]:
        """The source notes for the item in the folder ``item`` of ``meeting``, and what could not be read."""
        own, problems = self._notes.read_folder(item)
        shared: list[Source] = []
        if meeting.has_folder(NOTES) and meeting.file_stat(f"{NOTES}/{MINUTES}") is None:
            read, more = self._notes.read_folder(meeting)
            shared = [Source(f"../{note.name}", note.text, is_of_meeting=True) for note in read]
            problems += more
        known = {note.text for note in shared}
        kept = [note for note in own if note.text not in known]
        name = item.path.rpartition("/")[2]
        others = _other_items(meeting, name) if kept else []
        told = [
            replace(note, is_of_meeting=self._stands_elsewhere(meeting, name, note.name, others))
            for note in kept
        ]
        return (*told, *shared), problems

    def _stands_elsewhere(self, meeting: OpenFolder, item: str, note: str, others: Sequence[str]) -> bool:
        """Whether another item has the same file, under the same name. Few are read: sizes seldom agree."""
        own = f"{item}/{note}"
        mark = meeting.stat_signature(own)
        if not mark or mark[_SIZE] < _FEWEST_BYTES:
            return False
        for other in others:
            path = f"{other}/{note}"
            theirs = meeting.stat_signature(path)
            if theirs and mark[_SIZE] == theirs[_SIZE]:
                digest = self._digest(meeting, own, mark)
                if digest and digest == self._digest(meeting, path, theirs):
                    return True
        return False

    def _digest(self, meeting: OpenFolder, path: str, mark: StatSignature) -> str:
        """The digest of a file's bytes; empty where they can't be read."""
        known = self._digests.get(meeting.path_of(path))
        if known and known[0] == mark:
            return known[1]
        inner, _, name = path.rpartition("/")
        try:
            with open_parts(meeting, inner) as folder:
                digest = hashlib.sha256(folder.read(name, READ_BYTES)).hexdigest()
        except UnreadableFile:
            digest = ""
        self._digests[meeting.path_of(path)] = (mark, digest)
        return digest


def _other_items(meeting: OpenFolder, item: str) -> list[str]:
    """The folders in ``meeting`` that may hold other items."""
    hidden = {item, ACTS, NOTES}
    return [name for name in meeting.names() if name not in hidden and not name.startswith(".")]
