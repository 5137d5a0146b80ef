"""Corrections that the minutes of one meeting make to those of an earlier one: read, placed, offered.

Nothing is guessed: a correction is placed where its words stand just once in what it may mean, and told with
the reason where they do not. Recording one is the act that ``SignOffService.correct`` makes.
"""

import re
from collections.abc import Iterator, Sequence

from review_tui.anchoring.corrections import corrected
from review_tui.application.reading import BookReader, ItemView, MeetingView
from review_tui.language.correction_words import CorrectionKind, CorrectionWords, find_correction_words
from review_tui.language.sentences import sentences
from review_tui.model.date_format import format_day
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Meeting
from review_tui.model.passages import Passage, passages
from review_tui.model.quotes import Quote, quote_at
from review_tui.model.rendered import rendered
from review_tui.model.text import Span, shorten

_ABOUT = re.compile(
    r"\bminutes?\b|\bcorrections?\b|\bmatters arising\b|\baccuracy\b|\brecord of\b", re.IGNORECASE
)
"""Words by which an item, or a sentence of another, is about earlier minutes."""
_ALIKE = str.maketrans(
    dict.fromkeys(map(chr, range(0x2018, 0x201C)), "'")
    | dict.fromkeys(map(chr, range(0x201C, 0x2020)), '"')
    | dict.fromkeys(map(chr, range(0x2010, 0x2016)), "-")
    | {"\u00a0": " "}
)
"""Signs that one person types as another's."""
_EDGES = " .,;:"
_SHOWN = 80
"""Characters of words that a sentence quotes."""
_SHORTEST_TITLE = 5
"""Letters of a title by which an item may be meant."""


@frozen
class FoundCorrection:
    """A correction that later minutes make."""

    item: ItemView
    """The item of the later meeting that makes it."""
    said: str
    """The sentence that does."""
    earlier: ItemView | None = None
    """The item that it corrects; ``None`` where that can't be told."""
    quote: Quote | None = None
    """The words there that were wrong; ``None`` where they can't be told."""
    wording: str = ""
    """What they should say; empty to leave them out."""
    why_not: str = ""
    """Why it can't be recorded, in a sentence; empty where it can."""
    is_recorded: bool = False
    """Whether it was recorded before."""

    @property
    def what(self) -> str:
        """What it puts right: ``for “2022” read “2021”``; empty where that is not known."""
        return corrected(self.quote.quote, self.wording) if self.quote else ""

    @property
    def reason(self) -> str:
        """Why, for the record: the words of the later minutes."""
        number = self.item.item.number or self.item.item.title
        return f"Item {number} of these minutes: “{self.said}”"


def find_corrections(reading: BookReader, later: MeetingView) -> tuple[FoundCorrection, ...]:
    """What the minutes of ``later`` put right in those of earlier meetings of the same body, in order."""
    earlier = [
        meeting
        for meeting in reading.meetings()[0]
        if meeting.date < later.meeting.date and _body_key(meeting.body) == _body_key(later.meeting.body)
    ]
    views: dict[str, MeetingView] = {}
    found: list[FoundCorrection] = []
    for item in later.items:
        is_about = bool(_ABOUT.search(item.item.title))
        text = rendered(item.draft.text)
        for passage in text.passages:
            line = passage.words.of(text.text)
            for words in find_correction_words(line):
                if not (is_about or _ABOUT.search(_sentence(line, words.span))):
                    continue
                meeting = _meeting_meant(earlier, line, text.text)
                if meeting and meeting.id not in views:
                    views[meeting.id] = reading.meeting(meeting)
                view = views[meeting.id] if meeting else None
                found.append(_Placing(item, _sentence(line, words.span), words).found(view))
    return tuple(found)


def _meeting_meant(earlier: Sequence[Meeting], *texts: str) -> Meeting | None:
    """The meeting whose day is named, in the passage or else in the item; the last one where none is."""
    for text in texts:
        named = [meeting for meeting in earlier if _names_day(text, meeting)]
        if named:
            return max(named, key=lambda meeting: meeting.date)
    return max(earlier, key=lambda meeting: meeting.date, default=None)


def _names_day(text: str, meeting: Meeting) -> bool:
    day = meeting.date
    month = rf"{day:%b}[a-z]{{0,7}}\.?"
    pattern = (
        rf"(?<!\d)0?{day.day}(?:st|nd|rd|th)?\s(?:of\s)?{month}|{month}\s0?{day.day}(?!\d)|{day.isoformat()}"
    )
    return re.search(pattern, text, re.IGNORECASE) is not None


def _sentence(line: str, span: Span) -> str:
    inside = [each for each in sentences(line) if each.start < span.end and each.end > span.start]
    return " ".join(line[inside[0].start : inside[-1].end].split()) if inside else line.strip()


class _Placing:
    """Places one correction."""

    def __init__(self, item: ItemView, said: str, words: CorrectionWords) -> None:
        self._item = item
        self._said = said
        self._words = words

    def found(self, view: MeetingView | None) -> FoundCorrection:
        """The correction with its place in ``view``, or why it has none."""
        if view is None:
            return self._not_found("No earlier minutes of this body are in the book.")
        day = format_day(view.meeting.date)
        items = self._items(view)
        if not items:
            return self._not_found(f"The minutes of {day} have no item {self._words.place.item}.")
        places = [(item, span) for item in items for span in self._spans(item)]
        if not places:
            old = shorten(self._words.old, _SHOWN)
            what = f"“{old}” does not stand" if old else "It can't be told what of it is meant"
            return self._not_found(f"{what} in {self._item_of_minutes(items, day)}.", items)
        if len(places) > 1:
            old = shorten(self._words.old, _SHOWN)
            place = self._words.place
            # Every print has its own pages, and the signed text has none.
            paged = " On which page is not known here: the item would tell." if place.page else ""
            return self._not_found(
                f"“{old}” stands {len(places)} times in {self._item_of_minutes(items, day)}.{paged}", items
            )
        return self._found_at(*places[0])

    def _found_at(self, item: ItemView, span: Span) -> FoundCorrection:
        text = item.draft.text
        quote, wording = quote_at(text, span), self._wording(span.of(text))
        known = any(c.quote.quote == quote.quote and c.wording == wording for c in item.state.corrections)
        signed = item.state.signed_off
        why_not = "" if signed else "Those minutes are not signed off: amend them instead."
        if quote.quote == wording:
            why_not = "It reads like that already."
        return FoundCorrection(self._item, self._said, item, quote, wording, why_not, is_recorded=known)

    def _not_found(self, why: str, items: Sequence[ItemView] = ()) -> FoundCorrection:
        return FoundCorrection(self._item, self._said, items[0] if len(items) == 1 else None, why_not=why)

    def _item_of_minutes(self, items: Sequence[ItemView], day: str) -> str:
        of = f"item {items[0].item.number or items[0].item.title} of " if len(items) == 1 else ""
        return f"{of}the minutes of {day}"

    def _items(self, view: MeetingView) -> list[ItemView]:
        """The items that may be meant: by their number, else by their title, else all."""
        said = self._words.place
        if said.item:
            return [each for each in view.items if _number(each.item.number) == _number(said.item)]
        lead = _fold(said.said)
        titled = [
            each
            for each in view.items
            if len(each.item.title) >= _SHORTEST_TITLE and _fold(each.item.title) in lead
        ]
        return titled or list(view.items)

    def _spans(self, item: ItemView) -> list[Span]:
        """Where the words that are meant stand in an item."""
        old, text = self._words.old, item.draft.text
        if self._words.is_beginning:
            start = _fold(old)
            return [
                each.words for each in passages(text) if _fold(_passage_as_read(text, each)).startswith(start)
            ]
        units = self._units(text)
        if not old:
            return units
        found = _find_words(text, old) or _find_words(text, old.strip(_EDGES))
        inside = [
            span for span in found if any(unit.start <= span.start and span.end <= unit.end for unit in units)
        ]
        return inside or found

    def _units(self, text: str) -> list[Span]:
        """What is counted or lettered: one part, paragraph, sentence or line of an item."""
        said, all_ = self._words.place, list(passages(text))
        if said.part:
            all_ = list(_lettered_passages(text, all_, said.part))
        if said.unit == "resolution":
            all_ = [each for each in all_ if each.kind.value == "resolution"]
        spans = [each.words for each in all_]
        if said.unit == "sentence":
            spans = [span for each in all_ for span in _sentences_of(text, each)]
        if said.unit == "line":
            return []  # lines are of the paper that people held
        if said.ordinal and said.unit:
            place = said.ordinal - 1 if said.ordinal > 0 else len(spans) + said.ordinal
            return spans[place : place + 1] if 0 <= place < len(spans) else []
        if self._words.kind is CorrectionKind.SHOULD_READ:
            return spans if len(spans) == 1 else self._most_alike(text, spans)
        return []

    def _most_alike(self, text: str, spans: list[Span]) -> list[Span]:
        """The passage that shares half its words with the new one, where no other shares a third."""
        new = set(_WORD.findall(_fold(self._words.new)))
        shares = sorted(
            (
                (len(new & set(_WORD.findall(_fold(span.of(text))))) / max(1, len(new)), span)
                for span in spans
            ),
            key=lambda one: -one[0],
        )
        is_clear = len(shares) > 1 and shares[0][0] >= _HALF and shares[1][0] <= _THIRD
        return [shares[0][1]] if is_clear else []

    def _wording(self, old: str) -> str:
        new = self._words.new.strip()
        if self._words.kind is CorrectionKind.DELETE:
            return ""
        if self._words.kind is CorrectionKind.INSERT_AFTER:
            return f"{old}{new}" if new[:1] in ",.;:)" else f"{old} {new}"
        if self._words.kind is CorrectionKind.INSERT_BEFORE:
            return f"{new} {old}"
        return new


_WORD = re.compile(r"[^\W_]+")
_HALF, _THIRD = 0.5, 0.34
"""Share of the words that the likeliest place has at least, and the next at most."""


def _find_words(text: str, words: str) -> list[Span]:
    """Where a reader sees ``words`` as whole words, whatever the case and kind of their signs."""
    seen = rendered(text)
    folded, asked = _fold(seen.text), _fold(words)
    if not asked or len(folded) != len(seen.text):
        return []
    found = re.finditer(rf"(?<!\w){re.escape(asked)}(?!\w)", folded)
    return [seen.map.to_source(Span(match.start(), match.end())) for match in found]


def _passage_as_read(text: str, passage: Passage) -> str:
    seen = rendered(text)
    return next(each.words.of(seen.text) for each in seen.passages if each.index == passage.index)


def _lettered_passages(text: str, all_: Sequence[Passage], part: str) -> Iterator[Passage]:
    """The passage that is marked with a letter, or begins with it."""
    for passage in all_:
        marker = passage.marker.strip().strip("().\\").casefold()
        begins = _fold(passage.words.of(text))[: len(part) + 2]
        if marker == part or begins in {f"{part}) ", f"({part})"} or begins.startswith(f"{part}) "):
            yield passage


def _sentences_of(text: str, passage: Passage) -> Iterator[Span]:
    for span in sentences(passage.words.of(text)):
        yield span.moved(passage.words.start)


def _number(said: str) -> str:
    return said.strip().rstrip(".").lstrip("0").replace(".", "/").replace("-", "/").casefold()


def _body_key(body: str) -> str:
    return " ".join(body.casefold().removeprefix("the ").split())


def _fold(words: str) -> str:
    """``words`` with each character in one form: no letter comes or goes."""
    return "".join(c if len(c.casefold()) != 1 else c.casefold() for c in words.translate(_ALIKE))
