"""A document that somebody worked over: its words with what came and went, by whom, and what is beside them.

A value that readers of documents make and the job of taking one back reads (``returned_document``).
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from review_tui.model.frozen import frozen

if TYPE_CHECKING:  # which tells of documents, too
    from review_tui.application.ports import MeetingMinutes

MEETING_PROPERTY = "review-tui-meeting"
"""The property of a document that was exported in which its meeting's id stands."""
ITEM_PROPERTY = "review-tui-item-"
"""With a number behind it: the digest of an item's minutes as exported, a blank, and the item's id."""
ITEM_BOOKMARK = "review_tui_item_"
"""With the same number behind it: the bookmark on the heading of that item."""
END_BOOKMARK = "review_tui_end"
"""The bookmark on the first paragraph after the last item."""


def origin_properties(minutes: "MeetingMinutes") -> dict[str, str]:
    """What a document carries so that it can come back: the meeting, each item, its text's digest."""
    items = {
        f"{ITEM_PROPERTY}{number}": f"{item.digest} {item.id}"
        for number, item in enumerate(minutes.items, start=1)
    }
    return {MEETING_PROPERTY: minutes.meeting, **items}


class Tracked(StrEnum):
    """What becomes of tracked changes."""

    AMEND = "amend"
    """Each is an amendment of whoever made it."""
    ACCEPT = "accept"
    """They count as accepted, and nobody is told who made them."""
    REJECT = "reject"
    """They count as rejected."""


@frozen
class DocumentChange:
    """Who changed words while changes were tracked, and when; several places may be one change."""

    author: str
    """As the document says it; empty where it names nobody."""
    at: dt.datetime | None
    """``None`` where it does not say."""


@frozen
class DocumentPiece:
    """Words with one history."""

    text: str
    came: int | None = None
    """The place of the change that brought them; ``None`` where they stood there before."""
    went: int | None = None
    """The place of the change that took them out; ``None`` where they still stand."""


@frozen
class DocumentParagraph:
    """A paragraph, or a row of a table with bars between its cells."""

    pieces: tuple[DocumentPiece, ...] = ()
    mark: str = ""
    """What its line begins with in Markdown that is not among its words: ``- ``, ``## ``, ``1. ``."""
    is_row: bool = False
    came: int | None = None
    """The change that brought its end, as for pieces."""
    went: int | None = None
    bookmarks: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """All words of it, those that went too."""
        return "".join(piece.text for piece in self.pieces)


@frozen
class DocumentPlace:
    """A place between two characters: of which paragraph, after how many of its characters."""

    paragraph: int
    offset: int


@frozen
class DocumentComment:
    """What somebody wrote in the margin."""

    id: str
    author: str
    at: dt.datetime | None
    words: str
    start: DocumentPlace | None
    """Where the words begin that it is about; ``None`` where the document does not say."""
    end: DocumentPlace | None
    answers: str = ""
    """The id of the comment that it replies to."""
    is_done: bool = False


@frozen
class TrackedDocument:
    """All that was read."""

    paragraphs: tuple[DocumentParagraph, ...]
    changes: tuple[DocumentChange, ...] = ()
    comments: tuple[DocumentComment, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    """What the program that wrote it noted in it, by name."""
    problems: tuple[str, ...] = ()
    """Sentences: what could not be read of it."""

    @property
    def is_marked(self) -> bool:
        """Whether it holds any change or comment."""
        return bool(self.changes or self.comments)

    @property
    def held_words_before(self) -> bool:
        """Whether any words stood in it before the tracked changes."""
        pieces = (piece for each in self.paragraphs for piece in each.pieces)
        return any(piece.came is None and piece.text.strip() for piece in pieces)

    def rejected(self) -> "TrackedDocument":
        """The same as it stands when all changes are rejected: what came counts as gone."""
        paragraphs = (
            replace(
                each,
                pieces=tuple(DocumentPiece(piece.text, None, piece.came) for piece in each.pieces),
                came=None,
                went=each.came,
            )
            for each in self.paragraphs
        )
        return replace(self, paragraphs=tuple(paragraphs))
