"""An OpenDocument text with its tracked changes and comments, nothing accepted and nothing rejected.

The answer is JSON in the place of text, as that of ``docx_tracked_text``, for ``tracked_document``.
"""

import json
from collections.abc import Callable

from review_tui.adapters.importers.docx_parts import ParserTarget, parse, value
from review_tui.adapters.importers.errors import NO_WORDS, UnreadableDocument
from review_tui.adapters.importers.odt_margin import OdtComment
from review_tui.adapters.importers.odt_text import OdtBody, OdtPackage
from review_tui.adapters.importers.tracked_lines import CommentEdge, Places, TrackedLine, TrackedRow

_MAX_CHARACTERS = 4_000_000
"""Characters of a document that is read."""
_META = "meta.xml"


def prepare(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """For ``worker``: nothing has to be opened to read ``raw``."""
    return lambda: odt_tracked_text(raw)


def odt_tracked_text(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The document as JSON, and what is to be said about it. Raises ``UnreadableDocument``."""
    parts = OdtPackage(raw)
    properties = _Properties()
    parse(parts.chunks(_META), properties)
    body = _TrackedOdtBody(TrackedLines())
    parse(parts.chunks(parts.styles), body)
    parse(parts.chunks(parts.main), body)
    lines = body.tracked.finished()
    if not any(piece[0].strip() for line in lines for piece in line.pieces):
        raise UnreadableDocument(NO_WORDS)
    places = Places(lines)
    said = {
        "paragraphs": [line.as_json() for line in lines],
        "changes": body.made,
        "comments": [
            {
                "id": comment.id,
                "author": comment.author,
                "date": comment.date,
                "words": comment.words,
                "answers": comment.answers,
                "done": comment.is_done,
                "start": places.of(start),
                "end": places.of(end),
            }
            for comment, start, end in body.placed()
        ],
        "properties": properties.found,
    }
    return json.dumps(said), ()


class TrackedLines:
    """Takes a document's words as ``LineBuilder`` does, each with the change that brought or took it."""

    def __init__(self) -> None:
        self.came: int | None = None
        self.went: int | None = None
        self._done: list[TrackedLine] = []
        self._line = TrackedLine()
        self._rows: list[TrackedRow] = []
        self._around: list[TrackedLine] = []
        self._letters = 0

    def finished(self) -> list[TrackedLine]:
        """Every line."""
        self.end()
        while self._rows:
            self.end_row()
        return self._done

    def here(self) -> CommentEdge:
        """The place after the last character."""
        return self._line, self._line.length

    def bookmark(self, name: str) -> None:
        """A bookmark stands in the line."""
        self._line.bookmarks.append(name)

    def add_text(self, words: str) -> None:
        """Go on with the line."""
        self._letters += len(words)
        if self._letters > _MAX_CHARACTERS:
            raise UnreadableDocument(
                f"There are more than {_MAX_CHARACTERS // 1_000_000} million letters in this. Divide it."
            )
        self._line.add(words, self.came, self.went)

    def bold(self, *, is_on: bool) -> None:
        """Bold is not tracked."""

    def italic(self, *, is_on: bool) -> None:
        """Nor are italics."""

    def mark(self, mark: str) -> None:
        """What the next line begins with."""
        self._line.mark = mark

    def end(self) -> None:
        """End the line; one without words is none."""
        line, self._line = self._line, TrackedLine()
        if not line.pieces:
            self._line = line  # and what is marked in it is of the next
            return
        line.came, line.went = self.came, self.went
        if self._rows and self._rows[-1].cells:
            self._rows[-1].cells[-1].append(line)
        else:
            self._done.append(line)

    def begin_row(self) -> None:
        """A row of a table begins."""
        self.end()
        if self._rows:
            self._rows[-1].holds_table = True
        self._rows.append(TrackedRow())

    def begin_cell(self) -> None:
        """The next cell of the row begins."""
        self.end()
        if self._rows:
            self._rows[-1].cells.append([])

    def end_row(self, *, keep: bool = True) -> None:
        """The row is complete."""
        self.end()
        if not self._rows:
            return
        lines = self._rows.pop().lines() if keep else []
        if self._rows and self._rows[-1].cells:
            self._rows[-1].cells[-1] += lines
        else:
            self._done += lines

    def end_table(self) -> None:
        """Tables are not told apart."""

    def begin_aside(self) -> None:
        """What comes now stands beside the text: it is a line before the one that it interrupts."""
        self._around.append(self._line)
        self._line = TrackedLine()

    def end_aside(self) -> None:
        """Back to the text."""
        self.end()
        if self._around:
            self._line = self._around.pop()


class _TrackedOdtBody(OdtBody):
    """Keeps changes and comments where ``OdtBody`` takes or leaves them."""

    def __init__(self, lines: TrackedLines) -> None:
        super().__init__(lines, is_markdown=True)
        self.tracked = lines
        self.made: list[tuple[str, str]] = []
        """Author and date of each change: what one person did in one minute is one."""
        self._numbers: dict[tuple[str, str], int] = {}
        self._edges: dict[tuple[str, str], CommentEdge] = {}

    def placed(self) -> list[tuple[OdtComment, CommentEdge | None, CommentEdge | None]]:
        """Every comment, with where its words begin and end."""
        return [
            (
                each,
                self._edges.get((each.id, "start")),
                self._edges.get((each.id, "end"), self._edges.get((each.id, "start"))),
            )
            for each in self.margin.comments
        ]

    def change_begins(self, attributes: dict[str, str]) -> None:
        """Words that came."""
        self.tracked.came = self._number(value(attributes, "change-id"), "insertion")

    def change_ends(self, _: dict[str, str]) -> None:
        """Words that stood there before."""
        self.tracked.came = None

    def change_point(self, attributes: dict[str, str]) -> None:
        """Where words went."""
        id_ = value(attributes, "change-id")
        number = self._number(id_, "deletion")
        if number is None:
            return
        self.tracked.went = number
        for place, line in enumerate(self.margin.changes[id_].lines):
            if place:
                self.tracked.end()
            if line:
                self.tracked.add_text(line)
        self.tracked.went = None

    def comment_begins(self, comment: OdtComment) -> None:
        """Where a comment stands."""
        self._edges[comment.id, "start"] = self.tracked.here()

    def comment_ends(self, attributes: dict[str, str]) -> None:
        """Where the words end that it is about."""
        self._edges[value(attributes, "name"), "end"] = self.tracked.here()

    def bookmark(self, attributes: dict[str, str]) -> None:
        """Items are told by bookmarks."""
        self.tracked.bookmark(value(attributes, "name"))

    def _number(self, id_: str, kind: str) -> int | None:
        change = self.margin.changes.get(id_)
        if change is None or change.kind != kind:
            return None
        said = (change.author, change.date)
        if said not in self._numbers:
            self._numbers[said] = len(self.made)
            self.made.append(said)
        return self._numbers[said]


class _Properties(ParserTarget):
    """Hears what programs noted in the document, by name."""

    most = 20_000

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._name = ""

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Take in one after the other."""
        self._name = value(attributes, "name") if name == "user-defined" else ""

    def end(self, _: str) -> None:
        """Words stand in properties only."""
        self._name = ""

    def data(self, words: str) -> None:
        """What it says."""
        if self._name:
            self.found[self._name] = self.found.get(self._name, "") + words
