"""All items of a meeting as one text, so that checks see what one item says against another."""

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace

from review_tui.application.noted_decisions import OMITTED
from review_tui.application.ports import ItemText
from review_tui.model.errors import Refusal
from review_tui.model.fact_support import Fact
from review_tui.model.findings import Finding, Location, Suggestion
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Meeting, is_shared, notes_name
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
    if is_shared(file) or not (file.startswith("../") and file.endswith(f"/{MINUTES}")):
        return ""
    return file.split("/")[1]


@frozen
class WholeMinutes:
    """The texts of the items, one behind the other."""

    text: str
    spans: tuple[tuple[str, Span], ...]
    """The items by their ids, each with where its text stands."""
    lines: tuple[int, ...]
    """Lines of ``text`` that stand before each of them."""
    called: tuple[str, ...]
    """The number or title of each, where each has lines of its own; empty where all share a file."""

    @classmethod
    def of(cls, meeting: Meeting, texts: Sequence[ItemText], own: ItemText) -> "WholeMinutes":
        """The minutes of ``meeting``, with the text of one item as the reviewer sees it.

        Items that have files of their own get the headings that files of whole meetings have.
        """
        shown = [own if each.item.id == own.item.id else each for each in texts]
        spans, lines, pieces = [], [], [""]
        at = line = 0
        for n, each in enumerate(shown):
            # Lines are those of the file: what stands in it before an item may belong to none.
            head = "\n" * (each.base.line - line) if meeting.file else _missing_heading(n, each)
            start = at + len(head)
            spans.append((each.item.id, Span(start, start + len(each.text))))
            lines.append(line + head.count("\n"))
            pieces.append(f"{head}{each.text}" if meeting.file else f"{head}{each.text}\n\n")
            at, line = at + len(pieces[-1]), line + pieces[-1].count("\n")
        called = () if meeting.file else tuple(each.item.number or each.item.title for each in shown)
        return cls("".join(pieces), tuple(spans), tuple(lines), called)

    def findings_of(
        self, item: str, found: Iterable[Finding], *, across: bool, own_notes: Container[str] = ()
    ) -> tuple[Finding, ...]:
        """The findings of ``found`` that are those of ``item``, with their places in the items' own texts.

        With ``across`` only those that hold it against another item. What only ``own_notes`` say, which are
        those of no other item, is missing in this one.
        """
        kept = []
        for finding in found:
            owners = [self._item_at(place.span.start) for place in finding.places if place.file == MINUTES]
            if not all(owners) or (across and len(set(owners)) <= 1):
                continue
            noted = [place.file for place in finding.places if place.file != MINUTES]
            if finding.check == OMITTED and noted and all(file in own_notes for file in noted):
                owner = item
            else:
                owner = owners[0] if owners else self._nearest_item(finding)
            if owner == item:
                kept.append(self._moved_into_item(finding, item))
        return tuple(kept)

    def facts_of(self, item: str, facts: Iterable[Fact]) -> tuple[Fact, ...]:
        """The facts of one item, with their places in its own text."""
        own = dict(self.spans)[item]
        return tuple(
            replace(fact, place=self._place(fact.place, item)) for fact in facts if own.holds(fact.place.span)
        )

    def _item_at(self, offset: int) -> str:
        return next((item for item, span in self.spans if span.start <= offset < max(span.end, 1)), "")

    def _nearest_item(self, finding: Finding) -> str:
        """The item that shares the most words with what the notes say: something is missing there."""
        said = {word.casefold() for place in finding.places for word in _WORD.findall(place.passage)}
        shared = {
            i: len(said & {w.casefold() for w in _WORD.findall(s.of(self.text))}) for i, s in self.spans
        }
        return max(shared, key=lambda item: shared[item], default="")

    def _moved_into_item(self, finding: Finding, item: str) -> Finding:
        own = dict(self.spans)[item]
        suggestion = finding.suggestion
        if suggestion:
            is_own = own.holds(suggestion.span)
            suggestion = Suggestion(suggestion.span.moved(-own.start), suggestion.text) if is_own else None
        places = tuple(self._place(place, item) for place in finding.places)
        moved = replace(finding, places=places, suggestion=suggestion)
        return with_lines(moved, lambda line: self._line_words(line, item)) if self.called else moved

    def _line_words(self, line: int, item: str) -> str:
        """What a sentence about ``item`` calls a line of the whole."""
        at = bisect_left(self.lines, line) - 1
        if at < 0:
            return f"{line}"
        inner = line - self.lines[at]
        return f"{inner}" if self.spans[at][0] == item else f"{inner} of item {self.called[at]}"

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


def with_lines(finding: Finding, words: Callable[[int], str]) -> Finding:
    """A finding whose sentence has the ``words`` for each number that it gives of a line of the minutes.

    Numbers of lines of the notes, and those in quoted words, stay as they are.
    """
    notes = {place.file for place in finding.places if place.file != MINUTES and not item_of(place.file)}
    names = "|".join(re.escape(notes_name(file)) for file in sorted(notes, key=len, reverse=True))
    skipped = rf"\u201c[^\u201d]*\u201d|(?:{names}) line \d+" if names else "\u201c[^\u201d]*\u201d"
    wanted = re.compile(rf"{skipped}|(?P<lines>\b[Ll]ines? )(?P<first>\d+)(?: to (?P<last>\d+))?")

    def said(match: re.Match[str]) -> str:
        if not match["lines"]:
            return match[0]
        last = f" to {words(int(match['last']))}" if match["last"] else ""
        return f"{match['lines']}{words(int(match['first']))}{last}"

    return replace(finding, message=wanted.sub(said, finding.message))


def _heading(each: ItemText) -> str:
    number = each.item.number.rstrip(".")
    return f"## {number}. {each.item.title}\n\n" if number else f"## {each.item.title}\n\n"


def _missing_heading(place: int, each: ItemText) -> str:
    """The heading that files of whole meetings have before an item, unless its own text begins with one."""
    begins = place == 0 and each.item.number in {"", "0"}
    is_headed = begins or _HEADED.match(each.text.lstrip("\ufeff")) or _begins_with_title(each)
    return "" if is_headed else _heading(each)


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
        head = _missing_heading(n, each)
        pieces.append(f"{head}{each.text.rstrip()}\n\n" if head else each.text)
    return "".join(pieces)
