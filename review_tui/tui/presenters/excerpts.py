"""Two places of one finding as lines one above the other: what differs stands in one column, marked."""

from collections.abc import Sequence

from rich.cells import cell_len, chop_cells
from textual.content import Content

from review_tui.anchoring.contrast import Spans, contrast
from review_tui.application.meeting_checks import MINUTES, item_of
from review_tui.model.findings import Finding, Location
from review_tui.model.frozen import frozen
from review_tui.model.meeting import notes_name
from review_tui.model.passages import passage_at, passages
from review_tui.model.rendered import unwrapped
from review_tui.model.text import Span
from review_tui.model.visible import visible
from review_tui.tui.open_item import OpenItem

QUOTED, DIFFERS = "underline", "bold underline $text-warning"
AROUND = 120
"""Characters beside a place that are read with it on a page."""
_WHERE = 18
"""Cells that the name of a place may take."""


@frozen
class Excerpt:
    """One place of a finding, in the line that it stands in."""

    where: str
    """``here``, ``above``, ``clerk.md 3``."""
    words: Content
    """The whole line, with the words that the finding is about marked."""
    start: int
    end: int
    """The characters of ``words`` that the finding is about."""
    place: Location


def excerpts(item: OpenItem, found: Finding, passage: int) -> tuple[Excerpt, ...]:
    """The places of a finding as seen from a passage; none when there is only one.

    The first two are the ones to hold against each other.
    """
    if len(found.places) < 2:  # noqa: PLR2004 -- one place is on the screen anyhow
        return ()
    return tuple(
        _excerpt(item, place, spans, _above_or_below(item, place, passage))
        for place, spans in contrast(found, MINUTES)
    )


def _above_or_below(item: OpenItem, place: Location, passage: int) -> str:
    if other := item_of(place.file):
        return visible(f"{item.called(other)}, line {item.line_of(place)}")
    if place.file != MINUTES:
        return visible(f"{notes_name(place.file)} {place.line}")
    there = passage_at(item.passages, place.span.start)
    if there is None or there.index == passage:
        return "here"
    return "above" if there.index < passage else "below"


def shortened_line(item: OpenItem, place: Location, spans: Spans) -> Content:
    """The line around a place, marked, with what is far from the place left out."""
    words, start, end = marked_line(text_of(item, place), place, spans)
    first = words.plain.rfind(" ", 0, max(0, start - AROUND)) + 1
    last = words.plain.find(" ", end + AROUND)
    last = last if last >= 0 else len(words)
    head, tail = "… " if first else "", " …" if last < len(words) else ""
    return Content.assemble(head, words[first:last], tail)


def _excerpt(item: OpenItem, place: Location, spans: Spans, where: str) -> Excerpt:
    words, start, end = marked_line(text_of(item, place), place, spans)
    return Excerpt(where, words, start, end, place)


def text_of(item: OpenItem, place: Location) -> str:
    """What the file of a place says; its own words where that is not known."""
    draft = item.view.draft
    texts = {MINUTES: draft.text} | {note.name: note.text for note in draft.notes}
    return texts.get(place.file, place.quote)


def marked_line(text: str, place: Location, spans: Spans) -> tuple[Content, int, int]:
    """The line of a file around a place, marked; where in it the place's words begin and end.

    A passage of several lines is put on one.
    """
    quote = place.span if place.span.of(text) == place.quote else Span(0, len(text))
    passage = passage_at(passages(text), quote.start)
    if passage and passage.joints and passage.words.holds(quote):
        line = unwrapped(text, passage)
        text, quote, spans = line.text, line.from_source(quote), tuple(map(line.from_source, spans))
    begin = text.rfind("\n", 0, quote.start) + 1
    stop = text.find("\n", quote.end)
    stop = stop if stop >= 0 else len(text)
    before = visible(text[begin : quote.start]).lstrip()
    inside = _marked(text, quote, spans)
    after = visible(text[quote.end : stop]).rstrip()
    return Content.assemble(before, inside, after), len(before), len(before) + len(inside)


def _marked(text: str, quote: Span, spans: Spans) -> Content:
    parts: list[Content] = []
    at = quote.start
    for span in spans:
        parts.append(Content.styled(visible(text[at : span.start]), QUOTED))
        parts.append(Content.styled(visible(span.of(text)), DIFFERS))
        at = span.end
    parts.append(Content.styled(visible(text[at : quote.end]), QUOTED))
    return Content("").join(parts)


def rows_of(found: Sequence[Excerpt], width: int) -> list[Content]:
    """Excerpts as one row each, at most ``width`` cells: their quotes begin in one column where they can."""
    if not found:
        return []
    label = min(_WHERE, max(cell_len(each.where) for each in found))
    room = max(8, width - label - 2)
    longest = max(each.end - each.start for each in found)
    ahead = max(0, min(max(each.start for each in found), (room - min(longest, room)) // 2))
    return [
        Content.assemble(
            (_padded(each.where, label), "$foreground-muted"),
            "  ",
            _window(each, ahead).truncate(room, ellipsis=True),
        )
        for each in found
    ]


def _padded(where: str, width: int) -> str:
    if cell_len(where) <= width:
        return where + " " * (width - cell_len(where))
    name, _, line = where.rpartition(" ")  # the number of the line stays: it is looked for
    return f"{chop_cells(name, max(1, width - cell_len(line) - 2))[0]}… {line}"


def _window(each: Excerpt, ahead: int) -> Content:
    """The line from ``ahead`` characters before its quote on."""
    if each.start <= ahead:
        return Content.assemble(" " * (ahead - each.start), each.words)
    cut = each.words[each.start - ahead + 1 :]
    return Content.assemble("…", cut)
