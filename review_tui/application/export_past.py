"""What an exported item tells of how its words came to be: its changes, its flags, who approved it."""

from collections.abc import Iterator

from review_tui.anchoring.tracked_text import TrackedPiece, tracked
from review_tui.application.item_versions import ItemVersions
from review_tui.application.ports import ExportedChange, ExportedFlag, HistoryEntry, Remark
from review_tui.application.reading import BookReader, ItemView, PlacedFlag
from review_tui.language.file_sections import item_section, slug
from review_tui.markdown.headings import find_headings
from review_tui.model.date_format import format_moment
from review_tui.model.frozen import frozen
from review_tui.model.text import Span, short_digest

_UNRECORDED = "Not recorded yet"
"""Whose the words are that stand on disk only."""


@frozen
class ExportPast:
    """Looks up the past of items. Slow: it asks the history."""

    versions: ItemVersions
    reading: BookReader

    def first_draft(self, view: ItemView) -> str:
        """The item's minutes as first drafted."""
        return self.versions.lineage(view).texts[0]

    def texts(self, view: ItemView) -> tuple[str, ...]:
        """Every text that the item's minutes had, oldest first."""
        return self.versions.lineage(view).texts

    def all_changes(self, view: ItemView) -> tuple[ExportedChange, ...]:
        """Every recorded change of the item's minutes, oldest first, as a document would tell of it."""
        return tuple(_change(entry) for entry in self.versions.lineage(view).entries if entry)

    def tracked(self, view: ItemView) -> tuple[tuple[TrackedPiece, ...], dict[int, ExportedChange]]:
        """The item's minutes with what came and went, and whose doing each was."""
        lineage = self.versions.lineage(view)
        pieces = tracked([own_lines(view, text) for text in lineage.texts])
        made = {number for piece in pieces for number in (piece.came, piece.went) if number}
        return pieces, {number: _change(lineage.entries[number]) for number in sorted(made)}

    def flags(self, view: ItemView) -> tuple[ExportedFlag, ...]:
        """The item's flags, where they belong now."""
        return tuple(_flag(placed, view) for placed in self.reading.flags(view))


def own_lines(view: ItemView, text: str) -> str:
    """A text of an item with lines ending in LF, no mark in front and no blank lines at either end.

    Where the minutes of the meeting are one file it begins with its heading, which is not of its words.
    """
    plain = _with_plain_ends(text)
    return own_span(view, plain).of(plain)


def own_span(view: ItemView, plain: str) -> Span:
    """Where those lines stand in a text that has plain line ends and no mark in front."""
    start = _heading_end(view, plain)
    rest = plain[start:]
    start += len(rest) - len(rest.lstrip("\n"))
    return Span(start, max(start, len(plain.rstrip("\n"))))


def _with_plain_ends(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _heading_end(view: ItemView, plain: str) -> int:
    if view.draft.place is None:
        return 0
    section = item_section(plain)
    if section is None:
        return 0
    is_heading = bool(find_headings(plain[: section.heading_end]))
    return section.heading_end if is_heading or _begins_with_title(view) else 0


def _begins_with_title(view: ItemView) -> bool:
    """Whether the draft begins with a line that its item is called by, which is not of its words."""
    section = item_section(view.draft.text)
    return section is not None and slug(section.title) == slug(view.item.title)


def approvals_of(view: ItemView, heading: str) -> Iterator[str]:
    """Who approved which text of an item, and when, in sentences."""
    by_text = [(a.by.name, a.at) for a in view.state.current_approvals]
    said = "; ".join(f"{name}, {format_moment(at)}" for name, at in by_text) or "nobody yet"
    yield f"{heading}. Text {short_digest(view.draft.digest)}. Approved by: {said}."


def _change(entry: HistoryEntry | None) -> ExportedChange:
    if entry is None:
        return ExportedChange(_UNRECORDED, None, "")
    return ExportedChange(entry.by.name, entry.at, entry.reason.strip() or entry.subject)


def _flag(placed: PlacedFlag, view: ItemView) -> ExportedFlag:
    thread = placed.thread
    flag = thread.flag
    words = f"{flag.kind.capitalize()}: {flag.comment}"
    if flag.suggest is not None:
        words += f" Suggested: “{flag.suggest}”." if flag.suggest else " Suggested: leave this out."
    span = placed.placement.span
    if span is None:
        words += f" (It was raised on “{flag.quote.quote}”.)" if flag.quote.quote else ""
    said = [Remark(flag.by.name, flag.at, words)]
    said += [Remark(reply.by.name, reply.at, reply.comment) for reply in thread.replies]
    said += [
        Remark(made.by.name, made.at, f"{made.outcome.capitalize()}. {made.reason}".strip())
        for made in thread.dispositions
    ]
    return ExportedFlag(
        _in_own_lines(span, view) if span else None,
        (said[0], *sorted(said[1:], key=lambda remark: remark.at)),
        is_settled=not thread.is_unsettled,
    )


def _in_own_lines(span: Span, view: ItemView) -> Span | None:
    """Where the words at ``span`` of the draft stand in ``own_lines``; ``None`` for words of its heading."""
    plain = _with_plain_ends(view.draft.text)
    heading = _heading_end(view, plain)
    rest = plain[heading:]
    before = heading + len(rest) - len(rest.lstrip("\n"))
    start, end = (len(_with_plain_ends(view.draft.text[:at])) - before for at in (span.start, span.end))
    return Span(max(0, start), max(0, end)) if end >= 0 and not (heading and start < 0) else None
