"""Meetings whose minutes are one file: its items, its review beside it, its notes. Nothing is written."""

import contextlib
import os
import shlex
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from review_tui.adapters.book.act_files import ActFiles
from review_tui.adapters.book.book_paths import ACTS, MEETING, OneFile, why_not_a_name
from review_tui.adapters.book.change_watch import snapshot
from review_tui.adapters.book.file_meeting import (
    MEETING_ACTS,
    FileMeeting,
    ReviewFacts,
    parse_file_meeting,
)
from review_tui.adapters.book.item_files import (
    NotesFiles,
    open_editors,
    read_minutes,
    with_exports_named_once,
)
from review_tui.adapters.book.meeting_edit import with_details
from review_tui.adapters.book.meeting_index import MeetingIndex
from review_tui.adapters.book.minutes_files import (
    MinutesFile,
    companions,
    find_minutes,
    meeting_ids,
    possible_notes,
    reviews_without_file,
)
from review_tui.adapters.book.safe_open import (
    FileStat,
    MissingFile,
    OpenFolder,
    UnreadableFile,
    open_beneath,
    open_parts,
)
from review_tui.adapters.book.yaml_reader import MAX_BYTES, YamlRefused, YamlTree, read_yaml
from review_tui.application.ports import FileChange, ItemText
from review_tui.language.near_copies import is_near_copy
from review_tui.model.acts import Act
from review_tui.model.errors import Refusal, UnusableBook
from review_tui.model.frozen import frozen
from review_tui.model.meeting import DraftMinutes, FilePlace, Meeting, Problem, Source, TextBase
from review_tui.model.meeting_details import Details
from review_tui.model.visible import visible

_TELL_EVERY = 0.5
"""Seconds after which somebody who waits wants to see that something goes on."""


class FileMeetings:
    """The meetings of one book whose minutes are one file each."""

    def __init__(
        self,
        root: Path,
        notes: NotesFiles,
        acts: ActFiles,
        asked: OneFile,
        text_of: Callable[[str, str, int], str | None],
        index: MeetingIndex,
    ) -> None:
        """``text_of``, given a file, a digest and a level of headings, gives the item's newest text."""
        self._root = root
        self._notes = notes
        self._acts = acts
        self._asked = asked
        self._index = index
        self._text_of = text_of
        self._said: dict[str, Mapping[str, str]] = {}
        """What was said of meetings in this session, by their files."""
        self._parsed: dict[str, tuple[object, FileMeeting | None, tuple[Problem, ...]]] = {}
        self._copies: dict[tuple[int, int], bool] = {}
        """Whether files beside the minutes are copies of them, by the hashes of both texts."""
        self._files: dict[str, MinutesFile] | None = None
        """By the id of the meeting, as they were last found."""
        self._lock = threading.RLock()

    def read_all(
        self, book: OpenFolder, patterns: Sequence[str], taken: Collection[str]
    ) -> tuple[list[Meeting], list[Problem]]:
        """The meetings among the files of ``book``, and what could not be read.

        ``patterns`` say which files are minutes, where the book does; ``taken`` are other meetings' ids.
        """
        with self._lock:
            files = self._find(book, patterns)
            around = self._root.resolve().as_posix()
            kept = {file.path: self._kept_id(book, file) for file in files}
            used = {*taken, *(id_ for id_ in kept.values() if id_)}
            made = meeting_ids([file for file in files if not kept[file.path]], around, used)
            self._files = {kept[file.path] or made[file.path]: file for file in reversed(files)}
            meetings: list[Meeting] = []
            problems: list[Problem] = []
            began = told = time.monotonic()
            for n, (id_, file) in enumerate(self._files.items()):
                if (now := time.monotonic()) - told > _TELL_EVERY:
                    told = now
                    self._asked.on_reading(n, len(self._files))
                found, more = self._meeting_and_problems(book, file, id_)
                meetings += [found] if found else []
                problems += more
            if told > began:
                self._asked.on_reading(len(self._files), len(self._files))
            self._index.save()
            return meetings, [*problems, *self._lost_reviews(book, files)]

    def _lost_reviews(self, book: OpenFolder, files: Sequence[MinutesFile]) -> Iterator[Problem]:
        """A word about each review whose file was renamed without it."""
        for path in reviews_without_file(book, {file.folder for file in files}):
            name = path.rpartition("/")[2]
            bare = [
                f.review_name for f in files if f.review_name != name and not book.stat_signature(f.review)
            ]
            new = bare[0] if len(bare) == 1 else "NEW-NAME.review"
            yield Problem(
                path,
                "The minutes that this review is of have another name now, or are gone, so nothing of it is "
                f"shown. If they were renamed, rename it too: git mv {shlex.quote(name)} {shlex.quote(new)}",
            )

    def _meeting_and_problems(
        self, book: OpenFolder, file: MinutesFile, id_: str
    ) -> tuple[Meeting | None, tuple[Problem, ...]]:
        """A meeting with what can't be read of it: from the index where its file alone says all of it."""
        is_alone = not book.stat_signature(file.review) and not self._said_of(file)
        if is_alone and file.path not in self._parsed and (known := self._index.get(book, file.path)):
            return replace(known.meeting, id=id_), known.problems
        signature = book.stat_signature(file.path)
        found, problems = self._read_meeting(book, file, id_)
        if found and is_alone and not found.locked:
            self._index.put_file(file.path, signature, found.meeting, problems)
        return (found.meeting if found else None), problems

    def find(self, meeting: str) -> MinutesFile | None:
        """The file of the meeting of that id, as far as it was found."""
        return (self._files or {}).get(meeting)

    @property
    def is_searched(self) -> bool:
        """Whether the files were looked for at least once."""
        return self._files is not None

    @property
    def asked_meeting(self) -> str:
        """The id of the meeting whose file was asked for; empty where the whole book was."""
        return next(iter(self.all_files()), "") if self._asked.path else ""

    def all_files(self) -> Mapping[str, MinutesFile]:
        """The files that were found, by the id of their meeting."""
        return self._files or {}

    def read(self, meeting: str) -> tuple[FileMeeting | None, tuple[Problem, ...]]:
        """The meeting of that id as its file is now. Raises ``UnusableBook`` when it can't be read at all."""
        file = self.find(meeting)
        if file is None:
            return None, ()
        try:
            with open_beneath(self._root) as book:
                return self._read_meeting(book, file, meeting)
        except UnreadableFile as refused:
            raise UnusableBook(f"{visible(refused.path or str(self._root))}: {refused.sentence}") from refused

    def draft(self, meeting: str, item: str) -> DraftMinutes:
        """Everything of one item. Raises ``UnusableBook`` where it can't be told or read."""
        found, problems = self.read(meeting)
        if found is None:
            raise UnusableBook(str(problems[0]) if problems else f"There is no meeting “{visible(meeting)}”.")
        section = found.section(item)
        if section is None:
            raise UnusableBook(
                found.lost.get(item) or f"There is no item “{visible(item)}” in {found.file.path}."
            )
        with open_beneath(self._root) as book:
            acts, more = self._acts_of(book, found.file, item)
            notes, unread = self._notes_of(book, found)
            beside = () if notes or unread else self._possible_notes(book, found.file)
            editors = self._editors(book, found.file)
        listed = next(each for each in found.meeting.items if each.id == item)
        return DraftMinutes(
            meeting=meeting,
            item=listed,
            text=section.words(found.text),
            path=f"{meeting}/{item}/minutes.md",
            notes=tuple(notes),
            beside=beside,
            acts=acts,
            problems=(*editors, *unread, *more),
            locked=found.locked,
            place=FilePlace(
                found.file.path, TextBase(section.span.start, section.line), self.called(found.file, item)
            ),
        )

    def item_texts(self, meeting: str) -> tuple[ItemText, ...]:
        """The text of every item that can be told, in order."""
        found, _ = self.read(meeting)
        if found is None:
            return ()
        items = {item.id: item for item in found.meeting.items}
        return tuple(
            ItemText(items[id_], section.words(found.text), TextBase(section.span.start, section.line))
            for id_, section in zip(found.ids, found.sections, strict=True)
        )

    def remember(self, meeting: str, said: Mapping[str, str]) -> None:
        """A meeting's ``date`` or ``body`` in this session; they are kept with its first act."""
        if file := self.find(meeting):
            self._said[file.path] = {**self._said.get(file.path, {}), **said}

    def describe(self, meeting: str, said: Details) -> FileChange:
        """The change of ``meeting.yaml`` by which this is said of a meeting."""
        found, problems = self.read(meeting)
        if found is None:
            raise Refusal(str(problems[0]) if problems else f"There is no meeting “{visible(meeting)}”.")
        new = found.yaml_with(found.text, found.ids, found.sections)
        return FileChange(
            f"{found.file.review}/{MEETING}", with_details(new, said, keeps_empty=True), found.raw_yaml
        )

    def place_item(self, meeting: str, item: str, now: str) -> FileChange:
        """The change of ``meeting.yaml`` by which the acts of ``item``, which was lost, belong to ``now``."""
        found, _ = self.read(meeting)
        if found is None or item not in found.lost:
            raise Refusal(f"The item “{visible(item)}” has not lost its place.")
        with open_beneath(self._root) as book:
            if now in self._acted_items(book, found.file):
                raise Refusal(
                    f"The item “{visible(now)}” has acts of its own, so it can't be another one too."
                )
        ids = [item if id_ == now else id_ for id_ in found.ids]
        others = {lost: why for lost, why in found.lost.items() if lost != item}
        new = replace(found, lost=others).yaml_with(found.text, ids, found.sections)
        return FileChange(f"{found.file.review}/{MEETING}", new, found.raw_yaml)

    def called(self, file: MinutesFile, item: str) -> str:
        """An item of a file as one would type it here."""
        return f"{self._typed_prefix}{file.path}#{item}"

    @property
    def _typed_prefix(self) -> str:
        """What goes before the paths of the book's files as one would type them here."""
        return "" if self._asked.typed in {"", "."} else f"{self._asked.typed.rstrip('/')}/"

    def meeting_acts(self, meeting: str) -> tuple[tuple[Act, ...], tuple[Problem, ...]]:
        """The acts on a whole meeting, and what could not be read."""
        file = self.find(meeting)
        if file is None:
            return (), ()
        try:
            with open_beneath(self._root) as book:
                return self._acts_of(book, file, MEETING_ACTS)
        except UnreadableFile as refused:
            return (), (Problem(refused.path, refused.sentence),)

    def notes_files(self, meeting: str) -> tuple[Path, ...]:
        """The files beside the minutes that are read as notes of a meeting; none of those named elsewhere."""
        found, _ = self.read(meeting)
        if found is None:
            return ()
        with open_beneath(self._root) as book:
            read = {note.name for note in self._notes_of(book, found)[0]}
            beside = [place.path for place in self._note_places(book, found) if place.name in read]
        kept = self._root / found.file.review
        return (*(kept / name for name in sorted(read) if (kept / name).is_file()), *beside)

    def fingerprint(self, meeting: str) -> object:
        """A value that differs when any file of the meeting was changed."""
        file = self.find(meeting)
        if file is None:
            return ()
        places = [self._root / file.path]
        with contextlib.suppress(UnreadableFile), open_beneath(self._root) as book:
            # Of a meeting that the index knew nothing was read yet, and notes may be named beside it.
            places += [
                each.path for each in self._note_places(book, self._read_meeting(book, file, meeting)[0])
            ]
        return (*map(_stat, places), snapshot(self._root / file.review))

    def _find(self, book: OpenFolder, patterns: Sequence[str]) -> list[MinutesFile]:
        if self._asked.path:
            return [MinutesFile(self._asked.path)]
        return find_minutes(book, self._root.resolve().as_posix(), patterns)

    def _kept_id(self, book: OpenFolder, file: MinutesFile) -> str:
        """What the meeting of a file is called, where that was recorded."""
        tree, _, _ = self._yaml(book, file)
        said = tree.fields.get("id")
        return said if isinstance(said, str) and not why_not_a_name(said) else ""

    def _yaml(self, book: OpenFolder, file: MinutesFile) -> tuple[YamlTree, bytes | None, list[Problem]]:
        path = f"{file.review}/{MEETING}"
        try:
            with open_parts(book, file.review) as folder:
                raw = folder.read(MEETING, MAX_BYTES)
            return read_yaml(raw), raw, []
        except MissingFile:
            return YamlTree(), None, []
        except YamlRefused as refused:
            return YamlTree(), None, [Problem(path, refused.sentence, refused.line)]
        except UnreadableFile as refused:
            return YamlTree(), None, [Problem(refused.path, refused.sentence)]

    def _read_meeting(
        self, book: OpenFolder, file: MinutesFile, id_: str
    ) -> tuple[FileMeeting | None, tuple[Problem, ...]]:
        try:
            with open_parts(book, file.folder) as folder:
                mark = (folder.stat_signature(file.name), id_, self._file_marks(folder, file))
                known = self._parsed.get(file.path)
                if known and known[0] == mark:
                    return known[1], known[2]
                text, locked = read_minutes(folder, file.name)
        except UnreadableFile as refused:
            return None, (Problem(refused.path or file.path, refused.sentence),)
        found = self._parse(book, file, id_, text, locked)
        self._parsed[file.path] = (mark, found, found.problems)
        return found, found.problems

    def _file_marks(self, folder: OpenFolder, file: MinutesFile) -> tuple[object, ...]:
        """What differs when the review beside a file was changed."""
        review = file.review_name
        names = ("", f"/{MEETING}", f"/{ACTS}")
        return (*(folder.stat_signature(f"{review}{name}") for name in names), repr(self._said_of(file)))

    def _parse(self, book: OpenFolder, file: MinutesFile, id_: str, text: str, locked: str) -> FileMeeting:
        tree, raw, problems = self._yaml(book, file)
        facts = ReviewFacts(
            tree, raw, problems, self._acted_items(book, file), self._said_of(file), self._kept_notes(file)
        )
        names = f"{self._root.resolve().as_posix()}/{file.path}", self.called(file, "")
        return parse_file_meeting(
            file,
            id_,
            (text, locked),
            facts,
            names,
            lambda value, level: self._text_of(file.path, value, level),
        )

    def _said_of(self, file: MinutesFile) -> Mapping[str, object]:
        """What was said of the meeting of a file, on the command line or since."""
        asked = self._asked.said if self._asked.path == file.path else {}
        return {**asked, **self._said.get(file.path, {})}

    def _kept_notes(self, file: MinutesFile) -> list[str]:
        """The notes that were named for the file and lie in the same repository, as they are kept."""
        if self._asked.path != file.path or not self._asked.notes:
            return []
        top = repository_top(self._root)
        inside = [path.resolve() for path in self._asked.notes]
        base = (self._root / file.path).resolve().parent
        return [relative(path, base) for path in inside if top and path.is_relative_to(top)]

    def _acted_items(self, book: OpenFolder, file: MinutesFile) -> list[str]:
        """The ids of items that have acts."""
        try:
            with open_parts(book, f"{file.review}/{ACTS}") as folder:
                return [
                    n
                    for n in folder.names()
                    if n != MEETING_ACTS and not n.startswith(".") and folder.has_folder(n)
                ]
        except UnreadableFile:
            return []

    def _acts_of(
        self, book: OpenFolder, file: MinutesFile, item: str
    ) -> tuple[tuple[Act, ...], tuple[Problem, ...]]:
        try:
            with open_parts(book, f"{file.review}/{ACTS}") as folder:
                return self._acts.read_folder(folder, item)
        except MissingFile:
            return (), ()
        except UnreadableFile as refused:
            return (), (Problem(refused.path, refused.sentence),)

    def _editors(self, book: OpenFolder, file: MinutesFile) -> list[Problem]:
        with open_parts(book, file.folder) as folder:
            return open_editors(folder, file.name)

    def _notes_of(self, book: OpenFolder, found: FileMeeting) -> tuple[list[Source], list[Problem]]:
        """The notes of the meeting: those kept beside it, those of its name, those named."""
        sources: list[Source] = []
        problems: list[Problem] = []
        try:
            with open_parts(book, found.file.review) as folder:
                sources, problems = self._notes.read_folder(folder)
        except MissingFile:
            pass
        except UnreadableFile as refused:
            problems.append(Problem(refused.path, refused.sentence, of_notes=True))
        taken = {source.name for source in sources}
        for place in self._note_places(book, found):
            if place.name in taken:
                continue
            taken.add(place.name)
            for each in self._read_note(place):
                if isinstance(each, Problem):
                    problems.append(each)
                elif place.may_be_copy and self._is_copy(each.text, found.text):
                    problems.append(self._copy_of_minutes(found.file, place.name))
                else:
                    sources.append(each)
        return sources, with_exports_named_once(problems)

    def _possible_notes(self, book: OpenFolder, file: MinutesFile) -> tuple[str, ...]:
        with open_parts(book, file.folder) as folder:
            return tuple(self._typed(file, name) for name in possible_notes(folder, file))

    def _typed(self, file: MinutesFile, name: str) -> str:
        """The path of a file beside minutes, as it would be typed."""
        return f"{self._typed_prefix}{file.folder}/{name}" if file.folder else f"{self._typed_prefix}{name}"

    def _copy_of_minutes(self, file: MinutesFile, name: str) -> Problem:
        path = self._typed(file, name)
        said = (
            "This looks like a copy of these minutes and is not read as notes. If it is notes all the same, "
            f"say so: --notes {shlex.quote(visible(path))}"
        )
        return Problem(name, said, of_notes=True)

    def _is_copy(self, text: str, minutes: str) -> bool:
        """Whether a file says what the minutes say; worked out once for the same texts."""
        key = (hash(text), hash(minutes))
        if key not in self._copies:
            self._copies[key] = is_near_copy(text, minutes)
        return self._copies[key]

    def _read_note(self, place: "_NotePlace") -> Iterator[Source | Problem]:
        """A file of notes, wherever it lies; no link is followed below the repository."""
        parent = place.path.parent
        top = repository_top(parent) or parent.resolve()
        try:
            parts = parent.resolve().relative_to(top).parts
            with open_beneath(top, *parts) as folder:
                yield from self._notes.read_file(folder, place.path.name, place.name, is_named=place.is_named)
        except UnreadableFile as refused:
            yield Problem(place.name, refused.sentence, of_notes=True)

    def _note_places(self, book: OpenFolder, found: FileMeeting | None) -> "list[_NotePlace]":
        """Where notes lie that are not in the folder ``notes``."""
        if found is None:
            return []
        here = self._root / found.file.folder
        asked = self._asked.notes if self._asked.path == found.file.path else ()
        places = [_NotePlace(path, path.name, is_named=True) for path in asked]
        said = found.tree.fields.get("notes")
        for name in said if isinstance(said, list) else ():
            if isinstance(name, str) and name.strip():
                path = here / name
                top = repository_top(self._root)
                if top and path.resolve().is_relative_to(top):
                    places.append(_NotePlace(path, path.name, is_named=True))
        with open_parts(book, found.file.folder) as folder:
            places += [
                _NotePlace(here / each.name, each.name, may_be_copy=not each.says_so)
                for each in companions(folder, found.file)
            ]
        return places


@frozen
class _NotePlace:
    """Where notes of a meeting lie."""

    path: Path
    name: str
    """What they are called."""
    is_named: bool = False
    """Whether somebody said that these are notes."""
    may_be_copy: bool = False
    """Whether nothing but their name speaks for it, which is that of the minutes."""


def repository_top(folder: Path) -> Path | None:
    """The folder of the repository that ``folder`` lies in, without links; ``None`` where there is none."""
    whole = folder.resolve()
    return next((each for each in (whole, *whole.parents) if (each / ".git").exists()), None)


def relative(path: Path, base: Path) -> str:
    """``path`` as seen from the folder ``base``, with forward slashes."""
    return Path(os.path.relpath(path, base)).as_posix()


def _stat(path: Path) -> FileStat | None:
    try:
        return FileStat.of(path.stat(follow_symlinks=False))
    except OSError:
        return None
