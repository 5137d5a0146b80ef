"""The files of a minute book as meetings, drafts and acts. Nothing on disk is changed by reading.

Every path is opened name by name beneath the book's root, links not followed. One file that can't be read is
a problem with a sentence; it never hides the others.
"""

from pathlib import Path

from review_tui.domain.act_values import ActError
from review_tui.domain.acts import Act
from review_tui.domain.meeting import Draft, Meeting, Problem
from review_tui.domain.refusals import BookUnusable, Refusal
from review_tui.domain.visible import visible
from review_tui.services.ports import FileChange, NotesReader
from review_tui.stores.book_files.act_files import ActFiles, act_bytes
from review_tui.stores.book_files.beneath import Missing, Unreadable, opened
from review_tui.stores.book_files.item_files import NotesFiles, editors_at_work, read_minutes
from review_tui.stores.book_files.layout import BOOK, MINUTES, act_path, why_not_a_name
from review_tui.stores.book_files.meeting_files import MeetingFiles
from review_tui.stores.book_files.watch import snapshot
from review_tui.stores.book_files.yaml_in import LIMIT, YamlRefused, read_yaml


class BookFiles:
    """The book in the folder ``root``. Keeps the promises of ``services.ports.Files``."""

    def __init__(self, root: Path, notes: NotesReader | None = None) -> None:
        """``notes`` makes text of source notes that are not plain; without it only plain ones are read."""
        self._root = root
        self.name = root.name or root.resolve().name
        self._acts = ActFiles()
        self._meetings = MeetingFiles()
        self._notes = NotesFiles(notes)

    def meetings(self) -> tuple[tuple[Meeting, ...], tuple[Problem, ...]]:
        """The meetings by date, and what could not be read. Raises ``BookUnusable`` without a book."""
        found: list[Meeting] = []
        problems = list(self._policy()[1])
        try:
            with opened(self._root) as book:
                for name in book.names():
                    meeting, more = self._meetings.at(book, name)
                    found += [meeting] if meeting else []
                    problems += more
        except Unreadable as refused:
            raise BookUnusable(f"{visible(str(self._root))}: {refused.sentence}") from refused
        return tuple(sorted(found, key=lambda m: (m.date, m.id))), tuple(problems)

    def draft(self, meeting: str, item: str) -> Draft:
        """Everything of one item. Raises ``BookUnusable`` when the minutes can't be read at all."""
        for name in (meeting, item):
            if refusal := why_not_a_name(name):
                raise BookUnusable(refusal)
        try:
            with opened(self._root, meeting) as around, around.inner(item) as folder:
                text, locked = read_minutes(folder)
                notes, problems = self._notes.beneath(folder)
                acts, more = self._acts.beneath(folder)
                return Draft(
                    meeting=meeting,
                    item=self._meetings.item(around, item),
                    text=text,
                    path=folder.path_of(MINUTES),
                    notes=tuple(notes),
                    acts=acts,
                    problems=(*editors_at_work(folder), *problems, *more),
                    locked=locked,
                )
        except Unreadable as refused:
            raise BookUnusable(f"{visible(refused.path or str(self._root))}: {refused.sentence}") from refused

    def meeting_acts(self, meeting: str) -> tuple[tuple[Act, ...], tuple[Problem, ...]]:
        """The acts on a whole meeting, and what could not be read."""
        if refusal := why_not_a_name(meeting):
            return (), (Problem(meeting, refusal),)
        try:
            with opened(self._root, meeting) as folder:
                return self._acts.beneath(folder)
        except Unreadable as refused:
            return (), (Problem(refused.path, refused.sentence),)

    def act_file(self, meeting: str, item: str, act: Act) -> FileChange:
        """The new file that keeps ``act``; an empty ``item`` means the meeting itself. Raises ``Refusal``."""
        try:
            return FileChange(path=act_path(meeting, item, act), new=act_bytes(act))
        except ActError as mishap:
            raise Refusal(f"This can't be kept: {mishap}") from mishap

    def fingerprint(self, meeting: str) -> object:
        """A value that differs when any file of the meeting was changed, by whomever. Cheap: no reading."""
        return () if why_not_a_name(meeting) else snapshot(self._root / meeting)

    def policy_fields(self) -> dict[str, object]:
        """What ``book.yaml`` says, as plain words, lists and mappings; nothing when it can't be read."""
        return self._policy()[0]

    def _policy(self) -> tuple[dict[str, object], tuple[Problem, ...]]:
        try:
            with opened(self._root) as book:
                return read_yaml(book.read(BOOK, LIMIT)).fields, ()
        except Missing:
            return {}, ()
        except YamlRefused as refused:
            return {}, (Problem(BOOK, refused.sentence, refused.line),)
        except Unreadable as refused:
            return {}, (Problem(refused.path, refused.sentence),)
