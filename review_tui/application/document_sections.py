"""Which paragraphs of a document that came back belong to which item of its meeting."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from review_tui.application.export import heading
from review_tui.application.tracked_document import (
    END_BOOKMARK,
    ITEM_BOOKMARK,
    ITEM_PROPERTY,
    DocumentParagraph,
    TrackedDocument,
)
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Item

_AFTER_ITEMS = ("signedasacorrectrecord", "certificate", "signedasatruerecord", "signedchair")
"""What the first paragraph after the last item begins with, letters only, where no bookmark tells."""


@frozen
class DocumentSection:
    """One item in the document."""

    item: Item
    heading: int
    """The number of the paragraph that is its heading."""
    paragraphs: tuple[tuple[int, DocumentParagraph], ...]
    """Those below it, each with its number."""
    digest: str
    """Of the minutes that were sent out; empty where the document does not say."""
    level: int
    """Of its heading from 1; 0 where it is not set as one."""


@frozen
class Sections:
    """A document, divided."""

    head: tuple[int, ...]
    """The paragraphs before the first item."""
    items: tuple[DocumentSection, ...]
    lost: tuple[Item, ...]
    """Items whose headings are not there, with those before them, whose ends can't be told then."""
    other: tuple[int, ...]
    """Headings that are of no item, and what stands below them."""
    tail: tuple[int, ...]
    """The paragraphs after the last item: the signature, who approved what."""


def sent_items(document: TrackedDocument) -> dict[str, tuple[str, str]]:
    """The items that were sent out: by the bookmark of each its id and the digest of its minutes."""
    found: dict[str, tuple[str, str]] = {}
    for name, said in document.properties.items():
        digest, _, item = said.partition(" ")
        if name.startswith(ITEM_PROPERTY) and item:
            found[ITEM_BOOKMARK + name.removeprefix(ITEM_PROPERTY)] = (item, digest)
    return found


def divide(document: TrackedDocument, items: Sequence[Item]) -> Sections:
    """The paragraphs of ``document`` by the ``items`` of its meeting, in order."""
    here = {item.id for item in items}
    sent = {name: said for name, said in sent_items(document).items() if said[0] in here}
    starts = _starts(document, items, sent)
    wanted = [item for item in items if not sent or item.id in {id_ for id_, _ in sent.values()}]
    lost = _items_without_heading(wanted, starts)
    digests = dict(sent.values())
    end = _end(document, max(starts.values(), default=0))
    edges = [*sorted(starts.values()), end]
    following = dict(pairwise(edges))
    sections: list[DocumentSection] = []
    other: list[int] = []
    for item in items:
        start = starts.get(item.id)
        if start is None or item in lost:
            continue
        level = _heading_level(document.paragraphs[start])
        own, foreign = _own_paragraphs(document.paragraphs, range(start + 1, following[start]), level)
        other += foreign
        sections.append(DocumentSection(item, start, tuple(own), digests.get(item.id, ""), level))
    return Sections(
        tuple(range(edges[0])),
        tuple(sections),
        tuple(lost),
        tuple(other),
        tuple(range(end, len(document.paragraphs))),
    )


def _starts(
    document: TrackedDocument, items: Sequence[Item], sent: Mapping[str, tuple[str, str]]
) -> dict[str, int]:
    """The paragraph that is the heading of each item: by its bookmark, else by its words, in order."""
    marked = {
        sent[name][0]: number
        for number, paragraph in enumerate(document.paragraphs)
        for name in paragraph.bookmarks
        if name in sent
    }
    found: dict[str, int] = {}
    after, end = -1, _end(document, -1)
    for item in items:
        number = marked.get(item.id)
        if number is None:
            limit = min((at for at in marked.values() if at > after), default=end)
            number = _by_words(document.paragraphs, item, range(after + 1, limit))
        if number is not None and number > after:
            found[item.id] = after = number
    return found


def _by_words(paragraphs: Sequence[DocumentParagraph], item: Item, where: range) -> int | None:
    whole, title = letters_of(heading(item)), letters_of(item.title)
    for at in where:
        if _whole_letters(paragraphs[at]) == whole:
            return at
    alone = (at for at in where if title and letters_of(paragraphs[at].words) == title)
    # Whoever presents an item may stand behind its title, or all of its minutes.
    begin = whole if item.number else ""
    longer = (at for at in where if begin and _whole_letters(paragraphs[at]).startswith(begin))
    return next(alone, next(longer, None))


def _whole_letters(paragraph: DocumentParagraph) -> str:
    return letters_of(paragraph.mark + paragraph.words)


def _items_without_heading(wanted: Sequence[Item], starts: Mapping[str, int]) -> list[Item]:
    lost: list[Item] = []
    for place, item in enumerate(wanted):
        if item.id not in starts:
            before = [each for each in wanted[:place] if each.id in starts][-1:]
            lost += [each for each in (*before, item) if each not in lost]
    return lost


def _end(document: TrackedDocument, last: int) -> int:
    paragraphs = document.paragraphs
    marked = next((n for n, each in enumerate(paragraphs) if END_BOOKMARK in each.bookmarks), None)
    if marked is not None:
        return marked
    after = range(last + 1, len(paragraphs))
    said = ((n, letters_of(paragraphs[n].words)) for n in after)
    return next((n for n, words in said if words.startswith(_AFTER_ITEMS)), len(paragraphs))


def _own_paragraphs(
    paragraphs: Sequence[DocumentParagraph], where: range, level: int
) -> tuple[list[tuple[int, DocumentParagraph]], list[int]]:
    """The paragraphs of an item, and those from a heading on that stands as high as its own."""
    stop = next(
        (
            n
            for n in where
            if level and 0 < _heading_level(paragraphs[n]) <= level and paragraphs[n].words.strip()
        ),
        where.stop,
    )
    return [(n, paragraphs[n]) for n in range(where.start, stop)], list(range(stop, where.stop))


def _heading_level(paragraph: DocumentParagraph) -> int:
    return len(paragraph.mark) - len(paragraph.mark.lstrip("#"))


def letters_of(words: str) -> str:
    """Letters and digits only, in small letters: how words are compared that may be set otherwise."""
    return "".join(_letters(words))


def begins_with_words(said: str, words: str) -> bool:
    """Whether ``said`` is ``words``, or goes on behind the last of them, as with who presents an item."""
    begin, end = letters_of(words), 0
    for end in range(1, len(said) + 1):
        if letters_of(said[:end]) == begin:
            break
    return letters_of(said[:end]) == begin and not said[end : end + 1].isalnum()


def _letters(words: str) -> Iterator[str]:
    return (c for c in words.casefold() if c.isalnum())
