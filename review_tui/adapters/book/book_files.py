"""The files of a minute book as meetings, drafts and acts. Nothing on disk is changed by reading.

Every path is opened name by name beneath the book's root, links not followed. One file that can't be read is
a problem with a sentence; it never hides the others.
"""

import contextlib
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from review_tui.adapters.book.act_files import ActFiles, act_bytes
from review_tui.adapters.book.book_paths import (
    BOOK,
    MEETING,
    MINUTES,
    OneFile,
    act_file_path,
    may_hold_minutes_files,
    why_not_a_name,
)
from review_tui.adapters.book.change_watch import snapshot
from review_tui.adapters.book.item_files import NotesFiles, open_editors, read_minutes
from review_tui.adapters.book.meeting_files import MeetingFiles
from review_tui.adapters.book.meeting_index import MeetingIndex
from review_tui.adapters.book.meeting_notes import MeetingNotes
from review_tui.adapters.book.safe_open import MissingFile, StatSignature, UnreadableFile, open_beneath
from review_tui.adapters.book.yaml_reader import MAX_BYTES, YamlRefused, YamlTree, read_yaml_cached
from review_tui.application.ports import Cache, FileChange, ItemText, NoCache, NotesReader
from review_tui.model.acts import Act
from review_tui.model.errors import Refusal, UnusableBook
from review_tui.model.field_codecs import ActFieldError
from review_tui.model.meeting import DraftMinutes, Meeting, Problem
from review_tui.model.meeting_details import Details
from review_tui.model.people import Reviewer
from review_tui.model.visible import visible

if TYPE_CHECKING:  # loaded where a book has meetings of that form
    from review_tui.adapters.book.file_meetings import FileMeetings
    from review_tui.adapters.book.minutes_files import MinutesFile


class BookFiles:
    """The book in the folder ``root``. Keeps the promises of ``ports.Files``."""

    def __init__(
        self,
        root: Path,
        notes: NotesReader | None = None,
        cache: Cache | None = None,
        one_file: OneFile | None = None,
    ) -> None:
        """``notes`` makes text of source notes that are not plain; without it only plain ones are read.

        What files said is kept in ``cache``. ``one_file`` is what was said of the file that was asked for.
        """
        self._root = root
        self.name = root.name or root.resolve().name
        self._cache = cache or NoCache()
        self._acts = ActFiles(self._cache)
        self._meetings = MeetingFiles(MeetingIndex(self._cache, str(root.resolve())))
        self._policy_cache: tuple[StatSignature, YamlTree] | None = None
        """What ``book.yaml`` said last."""
        self._notes = NotesFiles(notes)
        self._meeting_notes = MeetingNotes(self._notes)
        self._one_file = one_file or OneFile()
        self.recorded_text: Callable[[str, str, int], str | None] = lambda *_: None
        """Given a file, a digest and the level of headings that is fixed or 0: the newest text of the item
        that had it, as the history tells."""

    @cached_property
    def holds_files(self) -> bool:
        """Whether meetings of the book may have their minutes in one file. Asked once."""
        return bool(self._one_file.path) or may_hold_minutes_files(self._root)

    @cached_property
    def in_one_file(self) -> "FileMeetings":
        """The meetings whose minutes are one file each."""
        from review_tui.adapters.book.file_meetings import FileMeetings  # noqa: PLC0415 -- few books need it

        index = MeetingIndex(self._cache, f"files of {self._root.resolve()}")
        return FileMeetings(self._root, self._notes, self._acts, self._one_file, self._ask_history, index)

    def _ask_history(self, file: str, digest: str, level: int) -> str | None:
        return self.recorded_text(file, digest, level)

    def meetings(self) -> tuple[tuple[Meeting, ...], tuple[Problem, ...]]:
        """The meetings by date, and what could not be read. Raises ``UnusableBook`` without a book."""
        problems = self._read_policy()[1]
        try:
            with open_beneath(self._root) as book:
                found, more = ([], []) if self._one_file.path else self._meetings.read_all(book)
                if self.holds_files:
                    ids = {meeting.id for meeting in found}
                    in_files, unread = self.in_one_file.read_all(book, self._patterns(), ids)
                    found, more = [*found, *in_files], [*more, *unread]
        except UnreadableFile as refused:
            raise UnusableBook(f"{visible(str(self._root))}: {refused.sentence}") from refused
        return tuple(sorted(found, key=lambda m: (m.date, m.id))), (*problems, *more)

    def problems_of(self, meeting: str) -> tuple[Problem, ...]:
        """What is wrong with ``book.yaml`` and with the ``meeting.yaml`` of one meeting. No other is read."""
        found = self._read_policy()[1]
        if self.file_of(meeting):
            return (*found, *self.in_one_file.read(meeting)[1])
        with contextlib.suppress(UnreadableFile), open_beneath(self._root) as book:
            found += self._meetings.read_at(book, meeting)[1]
        files = {BOOK, f"{meeting}/{MEETING}"}
        return tuple(problem for problem in found if problem.file in files)

    def draft(self, meeting: str, item: str) -> DraftMinutes:
        """Everything of one item. Raises ``UnusableBook`` when the minutes can't be read at all."""
        for name in (meeting, item):
            if refusal := why_not_a_name(name):
                raise UnusableBook(refusal)
        if self.file_of(meeting):
            return self.in_one_file.draft(meeting, item)
        try:
            with open_beneath(self._root, meeting) as around, around.open_folder(item) as folder:
                text, locked = read_minutes(folder)
                notes, problems = self._meeting_notes.of_item(around, folder)
                acts, more = self._acts.read_folder(folder)
                return DraftMinutes(
                    meeting=meeting,
                    item=self._meetings.item(around, item),
                    text=text,
                    path=folder.path_of(MINUTES),
                    notes=notes,
                    acts=acts,
                    problems=(*open_editors(folder), *problems, *more),
                    locked=locked,
                )
        except UnreadableFile as refused:
            raise UnusableBook(f"{visible(refused.path or str(self._root))}: {refused.sentence}") from refused

    def item_texts(self, meeting: str) -> tuple[ItemText, ...]:
        """The minutes of every item of a meeting that can be read, in order."""
        if why_not_a_name(meeting):
            return ()
        if self.file_of(meeting):
            return self.in_one_file.item_texts(meeting)
        found = []
        with contextlib.suppress(UnreadableFile), open_beneath(self._root) as book:
            made, _ = self._meetings.read_at(book, meeting)
            for item in made.items if made else ():
                with (
                    contextlib.suppress(UnreadableFile),
                    open_beneath(self._root, meeting, item.id) as folder,
                ):
                    found.append(ItemText(item, read_minutes(folder)[0]))
        return tuple(found)

    def meeting_acts(self, meeting: str) -> tuple[tuple[Act, ...], tuple[Problem, ...]]:
        """The acts on a whole meeting, and what could not be read."""
        if refusal := why_not_a_name(meeting):
            return (), (Problem(meeting, refusal),)
        if self.file_of(meeting):
            return self.in_one_file.meeting_acts(meeting)
        try:
            with open_beneath(self._root, meeting) as folder:
                return self._acts.read_folder(folder)
        except UnreadableFile as refused:
            return (), (Problem(refused.path, refused.sentence),)

    def act_file(self, meeting: str, item: str, act: Act) -> FileChange:
        """The new file that keeps ``act``; an empty ``item`` means the meeting itself. Raises ``Refusal``."""
        try:
            return FileChange(path=act_file_path(meeting, item, act), new=act_bytes(act))
        except ActFieldError as error:
            raise Refusal(f"This can't be kept: {error}") from error

    def place_item(self, meeting: str, item: str, now: str) -> FileChange:
        """The change by which the acts of ``item``, which lost its place in a file, belong to ``now``."""
        if not self.file_of(meeting):
            raise Refusal("Items that have folders of their own never lose their place.")
        return self.in_one_file.place_item(meeting, item, now)

    def describe_meeting(self, meeting: str, said: Details) -> FileChange:
        """The change of ``meeting.yaml`` by which this is said of a meeting. Raises ``Refusal``."""
        if self.file_of(meeting):
            return self.in_one_file.describe(meeting, said)
        from review_tui.adapters.book.meeting_edit import with_details  # noqa: PLC0415 -- whoever reads writes nothing

        raw = self.meeting_yaml(meeting)
        return FileChange(f"{meeting}/{MEETING}", with_details(raw, said), raw)

    def details_file(self, meeting: str) -> FileChange:
        """The file beside the minutes as it lies there, to be recorded so. Raises ``Refusal``."""
        if file := self.file_of(meeting):
            found, _ = self.in_one_file.read(meeting)
            if found is None or found.raw_yaml is None:
                raise Refusal("Nothing is kept beside these minutes yet.")
            return FileChange(f"{file.review}/{MEETING}", found.raw_yaml)
        return FileChange(f"{meeting}/{MEETING}", self.meeting_yaml(meeting))

    def meeting_yaml(self, meeting: str) -> bytes:
        """The ``meeting.yaml`` in the folder of a meeting as it lies there. Raises ``Refusal``."""
        if refusal := why_not_a_name(meeting):
            raise Refusal(refusal)
        try:
            with open_beneath(self._root, meeting) as folder:
                return folder.read(MEETING, MAX_BYTES)
        except UnreadableFile as refused:
            raise Refusal(f"{visible(refused.path or meeting)}: {refused.sentence}") from refused

    def list_key(self, who: Reviewer, key: str) -> FileChange:
        """The change by which ``book.yaml`` lists a public key for a reviewer. Raises ``Refusal``."""
        from review_tui.adapters.book.book_yaml import with_key  # noqa: PLC0415 -- done once on a computer

        try:
            with open_beneath(self._root) as book:
                raw: bytes | None = book.read(BOOK, MAX_BYTES)
        except MissingFile:
            raw = None
        except UnreadableFile as refused:
            raise Refusal(f"{visible(refused.path)}: {refused.sentence}") from refused
        return FileChange(BOOK, new=with_key(raw, who, key), old=raw)

    def remember_of_meeting(self, meeting: str, said: Mapping[str, str]) -> None:
        """The same for this session only; it is kept with the first act."""
        if self.file_of(meeting):
            self.in_one_file.remember(meeting, said)

    def fingerprint(self, meeting: str) -> object:
        """A value that differs when any file of the meeting was changed, by whomever. Cheap: no reading."""
        if why_not_a_name(meeting):
            return ()
        return (
            self.in_one_file.fingerprint(meeting) if self.file_of(meeting) else snapshot(self._root / meeting)
        )

    def file_of(self, meeting: str) -> "MinutesFile | None":
        """The file that holds the minutes of a whole meeting; ``None`` where each item has its own."""
        if not self.holds_files or (not self._one_file.path and (self._root / meeting / MEETING).is_file()):
            return None
        if not self.in_one_file.is_searched:
            self.meetings()
        return self.in_one_file.find(meeting)

    def _patterns(self) -> list[str]:
        """Which files are minutes, as ``book.yaml`` says; none where it does not."""
        said = self.policy_fields().get("meetings", ())
        named = [said] if isinstance(said, str) else said if isinstance(said, list) else []
        return [each for each in named if isinstance(each, str) and each.strip()]

    def policy_fields(self) -> dict[str, object]:
        """What ``book.yaml`` says, as plain words, lists and mappings; nothing when it can't be read."""
        return self._read_policy()[0].fields

    def policy_line(self, *path: str | int) -> int | None:
        """The line of ``book.yaml`` on which the value stands that these keys and positions lead to."""
        return self._read_policy()[0].line(*path)

    def _read_policy(self) -> tuple[YamlTree, tuple[Problem, ...]]:
        try:
            with open_beneath(self._root) as book:
                signature = book.stat_signature(BOOK)
                if self._policy_cache and self._policy_cache[0] == signature:
                    return self._policy_cache[1], ()
                policy = read_yaml_cached(book.read(BOOK, MAX_BYTES), self._cache)
        except MissingFile:
            return YamlTree(), ()
        except YamlRefused as refused:
            return YamlTree(), (Problem(BOOK, refused.sentence, refused.line),)
        except UnreadableFile as refused:
            return YamlTree(), (Problem(refused.path, refused.sentence),)
        self._policy_cache = (signature, policy)
        return policy, ()
