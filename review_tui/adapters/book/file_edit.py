"""Puts the changed texts of items into a file of minutes, as the history has it and as it is on disk."""

from collections.abc import Callable, Sequence

from review_tui.adapters.book.book_paths import MEETING
from review_tui.adapters.book.file_meeting import FileMeeting
from review_tui.adapters.book.file_paths import FilePath
from review_tui.adapters.book.file_trace import TracedItems
from review_tui.anchoring.item_identity import KnownItem, assign_ids
from review_tui.application.ports import FileChange, OnDisk
from review_tui.language.file_sections import FileSection, file_sections
from review_tui.model.errors import Refusal, StaleDraft
from review_tui.model.text import decode, encode


class FileEdit:
    """Puts the changed texts of items into a file, as the history has it and as it is on disk."""

    def __init__(
        self,
        committed: Callable[[str], bytes | None],
        now: FileMeeting,
        place: FilePath,
        take_apart: Callable[[str], TracedItems],
    ) -> None:
        """``committed`` gives a file as the newest commit has it, ``take_apart`` the items of a version."""
        self._now = now
        self._place = place
        self._read_committed = committed
        self._old = committed(place.file.path)
        self._committed = None if self._old is None else decode(self._old)
        self._disk = now.text
        self._is_changed = False
        self.has_acts = False
        """Whether acts are kept in the same commit."""
        if self._committed is None:
            self._committed_ids: list[str] = []
            self._committed_texts: list[str] = []
            self._committed_head = ""
        else:
            items = take_apart(self._committed)
            self._committed_ids = [item.id for item in items]
            self._committed_texts = [item.text for item in items]
            length = sum(map(len, self._committed_texts))
            self._committed_head = self._committed[: len(self._committed) - length]
        self._disk_ids = list(now.ids)
        self._disk_texts = [s.words(now.text) for s in now.sections]
        self._disk_head = now.text[: now.sections[0].span.start] if now.sections else now.text

    def put(self, item: str, change: FileChange) -> None:
        """Put one item's new text in. Raises ``StaleDraft`` where it is not what the reviewer acted on."""
        if change.new is None:
            raise Refusal("An item can't be taken out of its file here. Take it out in an editor.")
        new = decode(change.new)
        here = self._disk_texts[self._disk_ids.index(item)] if item in self._disk_ids else None
        recorded = (
            self._committed_texts[self._committed_ids.index(item)] if item in self._committed_ids else None
        )
        old = None if change.old is None else decode(change.old)
        if recorded != old:
            told = (
                "is in the history already"
                if old is None
                else (
                    "was edited in another program and that change is not recorded yet. Record it first"
                    if here == old
                    else "has been amended since you read it"
                )
            )
            raise self._stale(change, recorded, told)
        if here not in {new, old} or here is None:
            raise self._stale(change, here, "has been edited in another program since you read it")
        self._disk_texts[self._disk_ids.index(item)] = new
        if recorded is None:
            if self._committed is None:
                self._is_changed = True  # the file itself is new: it is taken in whole
                return
            at = self._place_of_new(item)
            self._committed_ids.insert(at, item)
            self._committed_texts.insert(at, new)
        else:
            self._committed_texts[self._committed_ids.index(item)] = new
        self._is_changed = True

    def changes(self) -> list[FileChange]:
        """The changes of the file, and of the one that says whose acts are whose."""
        file = self._place.file
        disk = self._disk_head + "".join(self._disk_texts)
        is_new = self._committed is None
        recorded = disk if is_new else self._committed_head + "".join(self._committed_texts)
        found = []
        if self._is_changed:
            is_plain = self._committed is None or self._committed == self._now.text
            on_disk = None if is_plain else OnDisk(encode(self._now.text), encode(disk))
            found.append(FileChange(file.path, encode(recorded), self._old, on_disk))
        return [*found, *self._meeting_yaml_change(recorded)]

    def _meeting_yaml_change(self, recorded: str) -> list[FileChange]:
        """The change of ``meeting.yaml``; none where it says already how the items are recorded."""
        now = self._now
        sections = file_sections(recorded, now.level)
        ids = self._committed_ids if self._committed is not None else self._disk_ids
        if len(sections) != len(ids):
            ids, sections = self._with_new_headings(recorded, ids)
        path = f"{self._place.file.review}/{MEETING}"
        old = self._read_committed(path)
        headings = [(item.id, item.heading) for item in now.known if item.id not in now.lost]
        is_known = headings == [(id_, s.heading) for id_, s in zip(ids, sections, strict=True)]
        lacks = self.has_acts and any(key not in now.tree.fields for key in now.kept)
        is_plain = not now.known and list(ids) == assign_ids((), recorded, sections, lambda _: None)[0]
        if (is_known or (is_plain and not self.has_acts)) and not lacks and now.raw_yaml == old:
            return []
        new = (
            now.raw_yaml
            if is_known and now.raw_yaml and not lacks
            else now.yaml_with(recorded, ids, sections)
        )
        if new == old:
            return []
        on_disk = OnDisk(now.raw_yaml, new) if now.raw_yaml is not None and now.raw_yaml != old else None
        return [FileChange(path, new, old, on_disk)]

    def _with_new_headings(
        self, recorded: str, ids: Sequence[str]
    ) -> tuple[list[str], tuple[FileSection, ...]]:
        """The items of a text in which an amendment made or took away headings."""
        sections = file_sections(recorded, self._now.level)
        texts = self._committed_texts if self._committed is not None else self._disk_texts
        starts, at = {}, len(self._committed_head if self._committed is not None else self._disk_head)
        for id_, text in zip(ids, texts, strict=True):
            starts[at] = id_
            at += len(text)
        known = [KnownItem.of(starts[s.span.start], s, recorded) for s in sections if s.span.start in starts]
        return assign_ids(known, recorded, sections, lambda _: None)[0], sections

    def _place_of_new(self, item: str) -> int:
        """Where among the recorded items one that is only on disk belongs: behind the one before it there."""
        before = self._disk_ids[: self._disk_ids.index(item)]
        return next(
            (self._committed_ids.index(id_) + 1 for id_ in reversed(before) if id_ in self._committed_ids), 0
        )

    def _stale(self, change: FileChange, found: str | None, told: str) -> StaleDraft:
        return StaleDraft(
            f"This item of {self._place.file.path} {told}. Nothing was written.",
            path=change.path,
            expected=change.old,
            found=None if found is None else encode(found),
        )
