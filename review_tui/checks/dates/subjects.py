"""What a period is said of: the words around it, and whether two periods are said of the same thing."""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise

from review_tui.language.periods import Period
from review_tui.language.subject_words import SubjectWord, aligned, content_words, is_same
from review_tui.model.findings import Location
from review_tui.model.frozen import frozen
from review_tui.model.material import Document
from review_tui.model.passages import Passage

_BREAK = re.compile(r"(?:[^\W_]{3}|[)\]\"\u2019])[.!?;:](?=\s)|</?t[dr]\b[^<>\n]{0,80}>|\|")
"""The end of a sentence or of a cell of a table."""
_REACH_BACK = 200
"""Characters before a period in which its subject is looked for."""
_REACH_ON = 90
"""Characters behind a period in which its subject may go on."""
_MOST_BEFORE = 9
"""Words before a period that say what it is of."""
_MOST_AFTER = 6
"""Words behind it that do."""
_LEADS = re.compile(r"[ \u00a0][^\W\d_]{2}")
_LISTED = re.compile(
    r"[ \u00a0*_]{0,6}(?:,|&|and|or)[ \u00a0*_]{1,6}(?:(?:and|or|the|of|on)[ \u00a0])?", re.IGNORECASE
)
"""What joins the dates of a list: "28 March and 4 April" are of one thing."""
_ITEM_NUMBER = re.compile(r"[\d/.]{1,9}\s")


@frozen(slots=False, eq=False)
class PeriodMention:
    """A period with the words around it. Each is itself only, however alike another looks."""

    document: Document
    period: Period
    passage: Passage | None
    before: tuple[SubjectWord, ...]
    """The telling words before it in its sentence, the nearest last."""
    after: tuple[SubjectWord, ...]
    """The telling words after it, the nearest first."""
    leads: bool
    """Whether a word follows it directly: "the 2020-21 annual report"."""
    subject_from: int = 0
    """Where the words before it are taken from; the dates of one list share it."""

    @cached_property
    def keys(self) -> frozenset[str]:
        """What to look it up by."""
        return frozenset(word.key for word in self.before + self.after)

    @cached_property
    def figures(self) -> frozenset[str]:
        """Figures before it that tell one thing of many apart."""
        return frozenset(word.key for word in self.before if word.is_figure)

    @property
    def place(self) -> Location:
        """Where it stands."""
        return self.document.place(self.period.span)


@frozen
class Likeness:
    """How much two mentions have in common."""

    shared: int
    """Words in both, up to the nine before and six after the period."""
    of: int
    """Words of the one that says less."""
    run: int
    """Words in an unbroken run that ends at the period in both: "annual assurance report for"."""
    clash: bool
    """Whether a word of one stands where the other has another: "Adults Board" and "Children Board"."""

    @property
    def share(self) -> float:
        """From 0 (nothing in common) to 1 (all of the shorter)."""
        return self.shared / self.of if self.of else 0.0


def mentions(document: Document, periods: tuple[Period, ...]) -> tuple[PeriodMention, ...]:
    """The periods of one document, in its order, with their surroundings."""
    starts = [passage.span.start for passage in document.passages]
    found: list[PeriodMention] = []
    for index, period in enumerate(periods):
        floor = periods[index - 1].span.end if index else 0
        listed = index > 0 and _LISTED.fullmatch(document.text, floor, period.span.start) is not None
        ceiling = periods[index + 1].span.start if index + 1 < len(periods) else len(document.text)
        here = bisect_right(starts, period.span.start) - 1
        floor = max(floor, _subject_start(document.passages, here), period.span.start - _REACH_BACK)
        subject = found[-1].subject_from if listed else floor
        before = found[-1].before if listed else _words_before(document.text, floor, period)
        ceiling = min(ceiling, _line_end(document, here), period.span.end + _REACH_ON)
        found.append(
            PeriodMention(
                document,
                period,
                document.passages[here] if here >= 0 else None,
                before,
                _words_after(document.text, period, ceiling),
                leads=_LEADS.match(document.text, period.span.end) is not None,
                subject_from=subject,
            )
        )
    return tuple(found)


def likeness(one: PeriodMention, other: PeriodMention) -> Likeness:
    """What two mentions have in common."""
    before = aligned(one.before, other.before)
    after = aligned(one.after, other.after)
    sizes = (len(one.before) + len(one.after), len(other.before) + len(other.after))
    return Likeness(
        shared=len(before) + len(after),
        of=min(sizes),
        run=_run(one.before, other.before, before) or _crossed(one, other) or _crossed(other, one),
        clash=_clashes(one, other, before),
    )


def _subject_start(passages: tuple[Passage, ...], here: int) -> int:
    """Where to look from: the line, or the one before it when the line only carries on."""
    if here < 0:
        return 0
    passage = passages[here]
    before = passages[here - 1] if here else None
    follows = before is not None and before.line == passage.line - 1 and not passage.marker.strip()
    return before.words.start if before and follows else passage.words.start


def _line_end(document: Document, here: int) -> int:
    return document.passages[here].span.end if here >= 0 else len(document.text)


def _words_before(text: str, floor: int, period: Period) -> tuple[SubjectWord, ...]:
    window = text[floor : period.span.start]
    number = _ITEM_NUMBER.match(window)
    window = window[number.end() :] if number else window
    ends = [end.end() for end in _BREAK.finditer(window)]
    return content_words(window[ends[-1] :] if ends else window)[-_MOST_BEFORE:]


def _words_after(text: str, period: Period, ceiling: int) -> tuple[SubjectWord, ...]:
    window = text[period.span.end : ceiling]
    end = _BREAK.search(window)
    return content_words(window[: end.end()] if end else window)[:_MOST_AFTER]


def _run(one: tuple[SubjectWord, ...], other: tuple[SubjectWord, ...], pairs: list[tuple[int, int]]) -> int:
    matched = set(pairs)
    run = 0
    while (len(one) - 1 - run, len(other) - 1 - run) in matched:
        run += 1
    return run


def _crossed(one: PeriodMention, other: PeriodMention) -> int:
    """The run of "the 2020-21 annual report" with "the annual report for 2020-21": at least two words."""
    longest = min(len(one.after), len(other.before)) if one.leads else 0
    for run in range(longest, 1, -1):
        if all(is_same(a, b) for a, b in zip(one.after[:run], other.before[-run:], strict=True)):
            return run
    return 0


def _clashes(one: PeriodMention, other: PeriodMention, pairs: list[tuple[int, int]]) -> bool:
    """Whether the two name different things: other figures, or another word of a name before a shared one."""
    if one.figures and other.figures and not one.figures & other.figures:
        return True
    steps = pairwise([(-1, -1), *pairs])
    return any(
        k - i > 1 and m - j > 1 and _is_other_name(one.before[k - 1 : k + 1], other.before[m - 1 : m + 1])
        for (i, j), (k, m) in steps
    )


def _is_other_name(one: tuple[SubjectWord, ...], other: tuple[SubjectWord, ...]) -> bool:
    """Whether a name has one word here and another there: "Adults Board" and "Children Board"."""
    return all(
        word.is_capital and not word.is_initials and shared.is_capital and shared.joined
        for word, shared in (one, other)
    )
