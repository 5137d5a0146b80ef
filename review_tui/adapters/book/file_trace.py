"""The items of a file in every version of it, followed backwards from what is there now.

Most commits change the words of one item: the others are found again by comparing characters, and only what
lies between two of them is read. Where headings changed, the version is taken apart and the items are told by
``anchoring/item_identity.py``. Nothing is kept of a version but the texts of its items, and those that did
not change are the same in memory.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from review_tui.anchoring.item_identity import KnownItem, assign_ids, first_words
from review_tui.application.ports import StoredVersion
from review_tui.language.file_sections import FileSection, file_sections, item_section
from review_tui.markdown.headings import find_headings, may_have_headings, words_begin
from review_tui.model.frozen import frozen
from review_tui.model.text import Span, decode, digest


@frozen
class TracedItem:
    """One item in one version of its file."""

    id: str
    heading: str
    """Its words; empty for what stands before the first heading."""
    text: str


TracedItems = tuple[TracedItem, ...]


@frozen
class TracedVersion:
    """One version of a file."""

    items: TracedItems
    line: int
    """Lines that stand before its first item: front matter."""

    def text(self, item: str) -> str | None:
        """The text of an item, or ``None`` where it is not there."""
        return next((each.text for each in self.items if each.id == item), None)

    def line_of(self, item: str) -> int:
        """Lines that stand before an item that is there."""
        ids = [each.id for each in self.items]
        return self.line + sum(each.text.count("\n") for each in self.items[: ids.index(item)])


def traced(text: str, ids: Sequence[str], sections: Sequence[FileSection]) -> TracedItems:
    """The items of a version that was taken apart."""
    return tuple(TracedItem(i, s.heading, s.words(text)) for i, s in zip(ids, sections, strict=True))


def trace(
    versions: Sequence[StoredVersion],
    contents: Iterator[tuple[str, bytes]],
    take_apart: Callable[[str], TracedItems],
    level: int,
) -> dict[str, TracedVersion]:
    """Each version, by its commit; ``versions`` are newest first, ``contents`` in their order.

    ``take_apart`` tells the items of a version that none was made from. ``level`` is that of the headings,
    where it is fixed.
    """
    found: dict[str, TracedVersion] = {}
    newer: dict[str, TracedItems] = {}
    """For commits that are still to come: the items of a version that was made from them."""
    by_blob: dict[str, TracedVersion] = {}
    for version in versions:
        if version.blob is None:
            continue
        own = by_blob.get(version.blob)
        if own is None:
            text = decode(_next_content(contents, version.blob))
            next_version = newer.get(version.entry.id)
            items = older_items(next_version, text, level) if next_version else take_apart(text)
            length = sum(len(item.text) for item in items)
            own = by_blob[version.blob] = TracedVersion(items, text.count("\n", 0, len(text) - length))
        found[version.entry.id] = own
        newer.update({parent: own.items for parent in version.parents if parent not in newer})
    return found


def _next_content(contents: Iterator[tuple[str, bytes]], blob: str) -> bytes:
    """The next content: each blob comes once, in the order of the versions."""
    name, content = next(contents)
    assert name == blob  # noqa: S101 -- the same order on either side
    return content


def older_items(newer: TracedItems, older: str, level: int) -> TracedItems:
    """The items of the version ``older``, known by those of the version that was made from it."""
    in_place = _in_place(newer, older)
    if in_place is not None:
        return in_place
    digests = [digest(item.text) for item in newer]
    texts = {value: item.text for value, item in zip(digests, newer, strict=True)}
    known = [_known_item(item, value) for value, item in zip(digests, newer, strict=True)]
    sections = file_sections(older, level)
    ids, _ = assign_ids(known, older, sections, texts.get)
    return traced(older, ids, sections)


def _known_item(item: TracedItem, value: str) -> KnownItem:
    section = item_section(item.text) if item.heading else None
    begins = first_words(section or FileSection(Span(0, len(item.text)), 0, "", 0, "", ""), item.text)
    return KnownItem(item.id, item.heading, value, begins)


def _in_place(newer: TracedItems, older: str) -> TracedItems | None:
    """The items of ``older``, where all headings are those of the newer version; else ``None``."""
    heads = [_heading_line(item) for item in newer]
    split = next((len(head) - len(head.lstrip("#")) for head in heads if head), 0)
    if not split or any(head is None or (not head and n) for n, head in enumerate(heads)):
        return None
    found: list[TracedItem] = []
    at = words_begin(older)
    for n, item in enumerate(newer):
        following = heads[n + 1] if n + 1 < len(newer) else None
        end = at + len(item.text)
        if older.startswith(item.text, at) and _stands_only_there(older, end, following):
            found.append(item)
            at = end
            continue
        head = heads[n] or ""
        if not older.startswith(head, at) or (not head and _stands_only_there(older, at, following)):
            return None
        end = _end_before(older, at + len(head), following)
        if end < 0:
            return None
        own = older[at:end]
        if may_have_headings(own, len(head)) and _has_other_headings(own, split, is_opening=not head):
            return None
        found.append(TracedItem(item.id, item.heading, own))
        at = end
    return tuple(found) if at == len(older) else None


def _heading_line(item: TracedItem) -> str | None:
    """The line of a heading that begins with number signs; empty for the opening, ``None`` for any other."""
    if not item.heading:
        return ""
    line = item.text.partition("\n")[0]
    return line if line.startswith("#") else None


def _stands_only_there(text: str, at: int, line: str | None) -> bool:
    """Whether ``line`` stands at that place alone; or, for ``None``, whether the text ends there."""
    if line is None:
        return at == len(text)
    return text.startswith(line, at) and text[at + len(line) : at + len(line) + 1] in {"", "\n"}


def _end_before(text: str, start: int, line: str | None) -> int:
    """Where an item ends that the item with this heading follows; -1 where that is not there."""
    if line is None:
        return len(text)
    at = text.find(f"\n{line}", start)
    while at >= 0 and not _stands_only_there(text, at + 1, line):
        at = text.find(f"\n{line}", at + 1)
    return at + 1 if at >= 0 else -1


def _has_other_headings(text: str, split: int, *, is_opening: bool) -> bool:
    """Whether the text of an item has headings within that would begin another."""
    levels = [heading.level for heading in find_headings(text)]
    if is_opening:
        return split in levels
    return not levels or any(level <= split for level in levels[1:])


def texts_of(items: TracedItems) -> Mapping[str, str]:
    """The text of each item by its id."""
    return {item.id: item.text for item in items}
