"""The history of a book in which the minutes of a meeting may be one file.

To everybody above, each item is a file of its own, ``meeting/item/minutes.md``, with its acts beside it, as
in a book of folders. This is where those paths become places in the one file and in the folder that keeps
its review: a change of an item's text becomes a change of exactly those bytes of the file, and the versions
of an item are those versions of the file in which its own text differs.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from review_tui.adapters.book.book_files import BookFiles
from review_tui.adapters.book.book_paths import ACTS, MEETING, MINUTES, REVIEW
from review_tui.adapters.book.file_edit import FileEdit
from review_tui.adapters.book.file_meeting import MEETING_ACTS, FileMeeting
from review_tui.adapters.book.file_paths import FilePath
from review_tui.adapters.book.file_trace import TracedItems, TracedVersion, texts_of, trace, traced
from review_tui.adapters.book.minutes_files import MinutesFile
from review_tui.anchoring.item_identity import KnownItem, assign_ids, find_items, first_words
from review_tui.application.ports import (
    Author,
    FileChange,
    FollowedFile,
    History,
    HistoryEntry,
    NewTag,
    StoredVersion,
    Version,
)
from review_tui.application.recorded import RawHistory
from review_tui.language.file_sections import FileSection, file_sections, item_section
from review_tui.model.act_file_names import is_act_file
from review_tui.model.errors import Refusal, StaleDraft
from review_tui.model.frozen import frozen
from review_tui.model.people import Reviewer
from review_tui.model.record_paths import locate
from review_tui.model.text import decode, digest, encode

_TRIES = 8
"""How often to put a change into the file anew when others record something in it at the same moment."""
_MOST_TEXTS = 256
"""Texts of items that were looked for in the history and stay in memory."""
_MOST_KEPT = 8
"""Files whose versions stay in memory."""


class FollowingHistory(History, Protocol):
    """A history that follows a file through its earlier names."""

    def followed(self, path: str, beside: Sequence[str] = ()) -> FollowedFile:
        """Every version of a file, under its earlier names too, and what touched the paths ``beside`` it."""

    def in_book(self, path: str) -> str:
        """A path from the top of the repository as one of the book; empty outside it."""

    def raw(self) -> AbstractContextManager[RawHistory]:
        """The history as its objects are."""

    def contents(self, stored: Iterable[StoredVersion]) -> Iterator[tuple[str, bytes]]:
        """What versions hold, each blob once in the order of the first version that has it."""


@frozen
class _ItemTexts:
    """Every version of one file, taken apart."""

    beside: Sequence[str]
    """What was looked for beside the file."""
    followed: FollowedFile
    traced: Mapping[str, TracedVersion]
    """By commit."""

    def versions(self, item: str) -> tuple[Version, ...]:
        """The versions in which the text of an item differs."""
        return tuple(
            version
            if version.content is None
            else replace(version, line=self.traced[version.entry.id].line_of(item))
            for version in _differing(self.followed.versions, self.texts(item))
        )

    def texts(self, item: str) -> dict[str, str | None]:
        """By commit, the text of an item; ``None`` where it is not there."""
        return {commit: version.text(item) for commit, version in self.traced.items()}


class FileHistory:
    """A ``History`` for the book ``files``, upon the one of its real files."""

    def __init__(self, inner: FollowingHistory, files: BookFiles) -> None:
        self._inner = inner
        self._files = files
        self._meetings = files.in_one_file
        self._texts: dict[tuple[object, ...], _ItemTexts] = {}
        self._recorded: dict[tuple[str, str, str, int], str | None] = {}

    def why_read_only(self) -> str:
        """As the real history says."""
        return self._inner.why_read_only()

    def reviewer(self) -> Reviewer:
        """As the real history says."""
        return self._inner.reviewer()

    def name_reviewer(self, who: Reviewer, *, is_for_all: bool) -> None:
        """As the real history does."""
        self._inner.name_reviewer(who, is_for_all=is_for_all)

    def newest(self) -> str:
        """The newest commit."""
        return self._inner.newest()

    def tags(self, prefix: str) -> tuple[tuple[str, str], ...]:
        """As the real history says."""
        return self._inner.tags(prefix)

    def recover(self) -> tuple[str, ...]:
        """As the real history does."""
        return self._inner.recover()

    def may_begin(self) -> bool:
        """As the real history says."""
        return self._inner.may_begin()

    def begin(self, who: Reviewer | None = None) -> None:
        """As the real history does."""
        self._inner.begin(who)

    def private_folder(self) -> Path | None:
        """As the real history says."""
        return self._inner.private_folder()

    def close(self) -> None:
        """End what runs in the background."""
        self._inner.close()

    def committed(self, path: str) -> bytes | None:
        """The text of an item, or a file, as it stands in the newest commit."""
        place = self._place(path)
        if place is None:
            return self._inner.committed(path)
        if not place.is_text:
            return self._inner.committed(place.review_path)
        raw = self._inner.committed(place.file.path)
        text = None if raw is None else self._items_of(place, decode(raw)).get(place.item)
        return None if text is None else encode(text)

    def versions(self, path: str) -> tuple[Version, ...]:
        """Every version of an item's text, newest first, where it differs; or of a file."""
        place = self._place(path)
        if place is None:
            return self._inner.versions(path)
        if not place.is_text:
            return self._inner.versions(place.review_path)
        return self._item_texts(place).versions(place.item)

    def text_with_digest(self, path: str, digest: str) -> str | None:
        """The recorded text of an item, or of a file, whose digest this is."""
        place = self._place(path)
        if place is None:
            return self._inner.text_with_digest(path, digest)
        if not place.is_text:
            return self._inner.text_with_digest(place.review_path, digest)
        own = dict.fromkeys(self._item_texts(place).texts(place.item).values())
        return next((text for text in own if text is not None and _has_digest(text, digest)), None)

    def log(self, paths: Sequence[str], limit: int | None = None) -> tuple[HistoryEntry, ...]:
        """Commits that changed any of ``paths``, newest first; of an item's text those that changed it."""
        if "" in paths and (asked := self._meetings.asked_meeting):
            paths = [path or asked for path in paths]
        places = {path: self._place(path) for path in paths}
        real = [path for path, place in places.items() if place is None]
        texts: list[FilePath] = []
        for place in places.values():
            if place is None:
                continue
            if place.item and place.rest in {"", MINUTES}:
                texts.append(place)
            if not place.item and not place.rest:
                real += [place.file.path, place.file.review]
            elif place.rest != MINUTES:
                real.append(place.review_path if place.rest else replace(place, rest=ACTS).review_path)
        if not texts:
            return self._inner.log(real, limit) if real else ()
        return self._log_with_texts(real, texts, limit)

    def _log_with_texts(
        self, real: Sequence[str], texts: Sequence[FilePath], limit: int | None
    ) -> tuple[HistoryEntry, ...]:
        """What touched ``real``, or changed the text of an item: one walk for a file."""
        order: dict[str, int] = {}
        found: dict[str, HistoryEntry] = {}
        for place in texts:
            whole = self._item_texts(place, tuple(real))  # asked once: another commit may come at any moment
            followed = whole.followed
            entries = (*followed.beside, *(version.entry for version in whole.versions(place.item)))
            older = len(followed.order)
            order |= {version.entry.id: older + n for n, version in enumerate(followed.versions)}
            order |= followed.order
            names = _earlier_names(place, followed)
            moved = [
                f"{name.review}{path.removeprefix(place.file.review)}" for name in names for path in real
            ]
            if names:
                entries = (*entries, *self._inner.log(moved))
                told = self._inner.log([place.file.path, *(name.path for name in names), *real, *moved])
                order |= {entry.id: n for n, entry in enumerate(told)}
            found |= {entry.id: entry for entry in entries}
        return tuple(sorted(found.values(), key=lambda entry: order.get(entry.id, -1)))[:limit]

    def changes(self, commit: str) -> tuple[FileChange, ...]:
        """What a commit changed in the book: files, and the texts of items.

        The ``meeting.yaml`` beside a file follows acts and amendments by itself, and is only told alone.
        """
        found: list[FileChange] = []
        followed: list[FileChange] = []
        for change in self._inner.changes(commit):
            meeting = self._meeting_of_file(change.path)
            if meeting:
                found += self._text_changes(commit, meeting, change)
            else:
                told = followed if self._is_own_yaml(change.path) else found
                told.append(replace(change, path=self._item_path(change.path)))
        return tuple(found or followed)

    def raw(self) -> AbstractContextManager[RawHistory]:
        """The real history, as its objects are."""
        return self._inner.raw()

    def locate(self, path: str) -> tuple[str, str]:
        """The ids of the meeting and of the item that a file belongs to, by its path from the top."""
        inner = self._inner.in_book(path)
        meeting = self._meeting_of_file(inner)
        return (meeting, "") if meeting else locate(self._item_path(inner))

    def unrecorded(self, paths: Sequence[str], passed_over: Collection[str] = ()) -> tuple[str, ...]:
        """Files, and texts of items, that stand otherwise on disk than in the newest commit."""
        found: set[str] = set()
        for path in paths:
            place = self._place(path)
            if place is None:
                found |= set(self._inner.unrecorded([path], passed_over))
                continue
            if place.rest != MINUTES:
                whole = place.file.review if not (place.item or place.rest) else place.review_path
                real = (
                    place.review_path
                    if place.rest
                    else (whole if not place.item else replace(place, rest=ACTS).review_path)
                )
                found |= {self._item_path(each) for each in self._inner.unrecorded([real], passed_over)}
            if place.rest in {"", MINUTES}:
                found |= self._unrecorded_texts(place)
        return tuple(sorted(found))

    def commit(
        self,
        changes: Sequence[FileChange],
        message: str,
        tag: NewTag | None = None,
        author: Author | None = None,
    ) -> HistoryEntry:
        """Make one commit of exactly ``changes``: of a file that holds more items, only their texts.

        It goes through when other items of the file changed meanwhile, in the history or on disk; what is
        not recorded of those stays unrecorded.
        """
        if not any(self._place(change.path) for change in changes):
            return self._inner.commit(changes, message, tag, author)
        for trial in range(_TRIES):
            at = self._inner.newest()
            real = self._real_changes(changes)
            try:
                return self._inner.commit(real, message, tag, author)
            except StaleDraft:
                if trial + 1 == _TRIES or self._inner.newest() == at:
                    raise
        raise AssertionError  # the last trial raises

    def _search(self) -> None:
        if not self._meetings.is_searched:
            self._files.meetings()

    def _place(self, path: str) -> FilePath | None:
        """What ``path`` means; ``None`` for a real one."""
        meeting, _, rest = path.partition("/")
        file = self._files.file_of(meeting) if meeting else None
        if file is None:
            return None
        item, _, inner = rest.partition("/")
        if not rest or item == ACTS or rest == MEETING:
            return FilePath(meeting, file, "", rest)
        return FilePath(meeting, file, item, inner)

    def _item_path(self, path: str) -> str:
        """A real path as the path that the application knows."""
        if f"{REVIEW}/" not in path:
            return path
        for meeting, file in self._meetings.all_files().items():
            rest = path.removeprefix(f"{file.review}/")
            if rest == path:
                continue
            parts = rest.split("/")
            if parts[0] == ACTS and len(parts) > 1:
                item = [] if parts[1] == MEETING_ACTS else [parts[1]]
                return "/".join((meeting, *item, ACTS, *parts[2:]))
            return f"{meeting}/{rest}"
        return path

    def _meeting_of_file(self, path: str) -> str:
        self._search()
        return next((m for m, file in self._meetings.all_files().items() if file.path == path), "")

    def _is_own_yaml(self, path: str) -> bool:
        """Whether a file only says whose acts are whose: it follows every act by itself."""
        return any(path == f"{file.review}/{MEETING}" for file in self._meetings.all_files().values())

    def _meeting(self, place: FilePath) -> FileMeeting:
        """The meeting as its file is now."""
        found, problems = self._meetings.read(place.meeting)
        if found is None:
            raise Refusal(str(problems[0]) if problems else f"There is no file {place.file.path} any more.")
        return found

    def _items_of(self, place: FilePath, text: str) -> Mapping[str, str]:
        """The text of each item in ``text``, some version of the file near to what is on disk."""
        return texts_of(self._taken_apart(self._meeting(place), text))

    def _taken_apart(self, now: FileMeeting, text: str) -> TracedItems:
        """The items of a version of the file: known by what was recorded, else as they are now."""
        if text == now.text:
            return traced(text, now.ids, now.sections)
        sections = file_sections(text, now.level)
        known = now.known or _as_known(now.text, now.ids, now.sections)
        own = {digest(s.words(now.text)): s.words(now.text) for s in now.sections}

        def text_of(value: str) -> str | None:
            return own.get(value) or self.recorded_text(now.file.path, value, now.level)

        return traced(text, assign_ids(known, text, sections, text_of)[0], sections)

    def recorded_text(self, file: str, value: str, level: int = 0) -> str | None:
        """The newest recorded text of the item that had the digest ``value`` in some version of a file.

        ``level`` is that of the headings that begin items, where it is fixed.
        """
        key = (self._inner.newest(), file, value, level)
        if key not in self._recorded:
            if len(self._recorded) >= _MOST_TEXTS:
                self._recorded.clear()
            self._recorded[key] = self._find_recorded(file, value, level)
        return self._recorded[key]

    def _find_recorded(self, file: str, value: str, level: int) -> str | None:
        newer: list[str] = []
        """The versions that were made since, newest first."""
        stored = self._inner.followed(file).versions
        contents = {v.blob: v for v in stored}
        for _, content in self._inner.contents(contents.values()):
            text = decode(content)
            sections = file_sections(text, level)
            found = next((w for s in sections if _has_digest(w := s.words(text), value)), None)
            if found is None:
                newer.append(text)
                continue
            for since in reversed(newer):
                found = _followed_text(found, since, file_sections(since, level))
            return found
        return None

    def _item_texts(self, place: FilePath, beside: Sequence[str] = ()) -> _ItemTexts:
        """Every version of the file of a meeting, taken apart; kept until there is a newer commit.

        With what touched the paths ``beside`` it too, which a log asks for.
        """
        now = self._meeting(place)
        tip = self._inner.newest()
        key = (tip, place.file.path, now.ids, digest(now.text))
        known = self._texts.get(key)
        if known is None or (beside and known.beside != beside):
            followed = self._inner.followed(place.file.path, beside)
            contents = self._inner.contents(followed.versions)
            take_apart = partial(self._taken_apart, now)
            # A commit may have come since: then what was traced before is not all.
            is_same = known is not None and known.followed.versions == followed.versions
            found = (
                known.traced
                if known and is_same
                else trace(followed.versions, contents, take_apart, now.level)
            )
            known = _ItemTexts(beside, followed, found)
            if len(self._texts) >= _MOST_KEPT:
                self._texts.clear()
            self._texts[key] = known
        return known

    def _text_changes(self, commit: str, meeting: str, change: FileChange) -> list[FileChange]:
        """The items whose texts a commit changed."""
        place = self._place(meeting)
        if place is None:
            return []
        whole = self._item_texts(place)
        version = next((v for v in whole.followed.versions if v.entry.id.startswith(commit)), None)
        if version is None:
            return [change]
        sides = [whole.traced.get(commit) for commit in (version.entry.id, *version.parents[:1])]
        new, old = (texts_of(side.items) if side else {} for side in (*sides, None)[:2])
        return [
            FileChange(
                f"{meeting}/{item}/{MINUTES}",
                new=encode(new[item]) if item in new else None,
                old=encode(old[item]) if item in old else None,
            )
            for item in dict.fromkeys((*new, *old))
            if new.get(item) != old.get(item)
        ]

    def _unrecorded_texts(self, place: FilePath) -> set[str]:
        """The items of a file whose texts are not in the history as they are on disk."""
        now = self._meeting(place)
        raw = self._inner.committed(place.file.path)
        recorded = {} if raw is None else self._items_of(place, decode(raw))
        here = {i: s.words(now.text) for i, s in zip(now.ids, now.sections, strict=True)}
        return {
            f"{place.meeting}/{item}/{MINUTES}"
            for item in (*here, *recorded)
            if here.get(item) != recorded.get(item) and place.item in {"", item}
        }

    def _real_changes(self, changes: Sequence[FileChange]) -> list[FileChange]:
        """``changes`` as changes of real files; what says whose acts are whose is brought along."""
        real: list[FileChange] = []
        texts: dict[str, list[tuple[FilePath, FileChange]]] = {}
        touched: dict[str, FilePath] = {}
        for change in changes:
            place = self._place(change.path)
            if place is None:
                real.append(change)
                continue
            if place.is_text:
                texts.setdefault(place.meeting, []).append((place, change))
            else:
                real.append(replace(change, path=place.review_path))
            if place.rest != MEETING or place.item:
                touched[place.meeting] = place
        for meeting, place in touched.items():
            edit = FileEdit(
                self._inner.committed, now := self._meeting(place), place, partial(self._taken_apart, now)
            )
            edit.has_acts = any(is_act_file(c.path) and c.path.startswith(f"{meeting}/") for c in changes)
            for own, change in texts.get(meeting, ()):
                edit.put(own.item, change)
            real += edit.changes()
        return real


def _earlier_names(place: FilePath, followed: FollowedFile) -> list[MinutesFile]:
    """What a file was called before, as far as that was in the book."""
    paths = list(dict.fromkeys(version.path for version in followed.versions))
    before = paths[0].removesuffix(place.file.path) if paths else ""
    return [MinutesFile(path.removeprefix(before)) for path in paths[1:] if path.startswith(before)]


def _as_known(text: str, ids: Sequence[str], sections: Sequence[FileSection]) -> tuple[KnownItem, ...]:
    return tuple(KnownItem.of(id_, section, text) for id_, section in zip(ids, sections, strict=True))


def _followed_text(older: str, text: str, sections: Sequence[FileSection]) -> str:
    """An item's text in the next version of its file; as it was where it can't be told there."""
    own = item_section(older)
    if own is None:
        return older
    known = KnownItem("item", own.heading, digest(older), first_words(own, older))
    found = find_items([known], text, sections, lambda _: older)["item"]
    return older if found.place is None else sections[found.place].words(text)


def _has_digest(text: str, value: str) -> bool:
    return digest(text) == value


def _differing(versions: Sequence[StoredVersion], texts: Mapping[str, str | None]) -> tuple[Version, ...]:
    """The versions in which one item's text is not what it was in those they were made from."""
    left: dict[str, tuple[str, ...]] = {}
    """The versions to be kept whose text stands after each version."""
    kept: list[Version] = []
    for version in reversed(versions):
        commit = version.entry.id
        before = tuple(dict.fromkeys(v for parent in version.parents for v in left.get(parent, ())))
        sides = {texts.get(parent) for parent in version.parents if parent in texts}
        text = texts.get(commit)
        is_same = text in sides if version.parents and sides else text is None
        if is_same:
            same = tuple(v for v in before if texts.get(v) == text)
            left[commit] = same or before
            continue
        kept.append(Version(version.entry, None if text is None else encode(text), before))
        left[commit] = (commit,)
    return tuple(reversed(kept))
