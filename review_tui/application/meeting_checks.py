"""All items of a meeting as one text, so that checks see what one item says against another."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from review_tui.application.ports import ItemText
from review_tui.model.errors import Refusal
from review_tui.model.findings import Finding, Location, Suggestion
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Meeting
from review_tui.model.text import Span

MINUTES = "minutes.md"
"""What findings call the text of the item that they are about."""
ACROSS = ("period", "weekday", "dates", "times", "resolution", "votes", "roll", "names")
"""The checks that hold items of a meeting against each other where each has notes of its own."""
LONGEST = 200_000
"""Characters of a meeting that is checked as one: a longer one would keep the reader waiting for seconds."""
_HEADED = re.compile(r"\s*(?:---\r?\n|#{1,6}[ \t]|[^\n]{1,120}\n(?:=+|-{3,})[ \t]*\r?\n|!\[)")
_WORD = re.compile(r"\w{4,}")


def in_other_item(item: str) -> str:
    """What a finding calls the text of another item."""
    return f"../{item}/{MINUTES}"


def item_of(file: str) -> str:
    """The other item whose text a finding calls ``file``; empty where it is none."""
    return file.split("/")[1] if file.startswith("../") and file.endswith(f"/{MINUTES}") else ""


@frozen
class WholeMinutes:
    """The texts of the items, one behind the other."""

    text: str
    spans: tuple[tuple[str, Span], ...]
    """The items by their ids, each with where its text stands."""

    @classmethod
    def of(cls, meeting: Meeting, texts: Sequence[ItemText], own: ItemText) -> "WholeMinutes":
        """The minutes of ``meeting``, with the text of one item as the reviewer sees it.

        Items that have files of their own get the headings that files of whole meetings have.
        """
        shown = [own if each.item.id == own.item.id else each for each in texts]
        heads = ["" if meeting.file else _heading(each) for each in shown]
        ends = ["" if meeting.file else "\n\n" for _ in shown]
        pieces = [h + each.text + e for h, each, e in zip(heads, shown, ends, strict=True)]
        starts = [0, *accumulate(map(len, pieces))]
        spans = tuple(
            (each.item.id, Span(at + len(head), at + len(head) + len(each.text)))
            for at, head, each in zip(starts, heads, shown, strict=False)
        )
        return cls("".join(pieces), spans)

    def findings_of(self, item: str, found: Iterable[Finding], *, across: bool) -> tuple[Finding, ...]:
        """The findings of ``found`` that are those of ``item``, with their places in the items' own texts.

        With ``across`` only those that hold it against another item.
        """
        kept = []
        for finding in found:
            owners = [self._item_at(place.span.start) for place in finding.places if place.file == MINUTES]
            if not all(owners) or (across and len(set(owners)) <= 1):
                continue
            if (owners[0] if owners else self._nearest(finding)) == item:
                kept.append(self._moved(finding, item))
        return tuple(kept)

    def _item_at(self, offset: int) -> str:
        return next((item for item, span in self.spans if span.start <= offset < max(span.end, 1)), "")

    def _nearest(self, finding: Finding) -> str:
        """The item that shares the most words with what the notes say: something is missing there."""
        said = {word.casefold() for place in finding.places for word in _WORD.findall(place.passage)}
        shared = {
            i: len(said & {w.casefold() for w in _WORD.findall(s.of(self.text))}) for i, s in self.spans
        }
        return max(shared, key=lambda item: shared[item], default="")

    def _moved(self, finding: Finding, item: str) -> Finding:
        own = dict(self.spans)[item]
        suggestion = finding.suggestion
        if suggestion:
            is_own = own.holds(suggestion.span)
            suggestion = Suggestion(suggestion.span.moved(-own.start), suggestion.text) if is_own else None
        places = tuple(self._place(place, item) for place in finding.places)
        return replace(finding, places=places, suggestion=suggestion)

    def _place(self, place: Location, item: str) -> Location:
        if place.file != MINUTES:
            return place
        owner = self._item_at(place.span.start)
        start = dict(self.spans)[owner].start
        return replace(
            place,
            file=MINUTES if owner == item else in_other_item(owner),
            span=place.span.moved(-start),
            line=place.line - self.text.count("\n", 0, start),
        )


def _heading(each: ItemText) -> str:
    number = each.item.number.rstrip(".")
    return f"## {number}. {each.item.title}\n\n" if number else f"## {each.item.title}\n\n"


def _begins_with_title(each: ItemText) -> bool:
    """Whether minutes begin with a line that names their item, as where their file had no headings."""
    from review_tui.language.file_sections import item_section, slug  # noqa: PLC0415 -- only to join a meeting

    section = item_section(each.text)
    return section is not None and bool(section.heading) and slug(section.title) == slug(each.item.title)


def joined(meeting: Meeting, texts: Sequence[ItemText]) -> str:
    """The minutes of a meeting as one file has them: items that begin with no heading are given theirs."""
    if meeting.file:
        raise Refusal(f"These minutes are one file already: {meeting.file}.")
    pieces = []
    for n, each in enumerate(texts):
        begins = n == 0 and each.item.number in {"", "0"}
        is_headed = begins or _HEADED.match(each.text.lstrip("\ufeff")) or _begins_with_title(each)
        pieces.append(each.text if is_headed else f"{_heading(each)}{each.text.rstrip()}\n\n")
    return "".join(pieces)
