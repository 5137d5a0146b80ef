"""The period check: what the draft says of one thing must be of one period, and the one in the notes.

"... Annual Assurance report for October, 2020-September, 2021" in the narrative and "... Annual Assurance
report for October, 2020-September, 2022, be noted" in the resolution cannot both be right.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from review_tui.checks.lookup import Lookup
from review_tui.checks.material import Document, Material
from review_tui.checks.period_pairs import (
    agrees,
    answering,
    contradicts,
    decides,
    is_equal,
    is_slip,
    months_long,
    says_same,
)
from review_tui.checks.period_wording import backwards, contradiction, disagreement, reworded
from review_tui.checks.periods import find_impossible_days, find_periods
from review_tui.checks.subjects import Mention, mentions
from review_tui.domain.findings import Finding, Severity, Suggestion

_MOST_PLACES = 4
_ANY_DAY = dt.date(2000, 1, 1)
"""Gives dates without a year one, when nobody knows the meeting's; such years are never compared."""


@dataclass(frozen=True, slots=True)
class _Read:
    draft: tuple[Mention, ...]
    notes: Lookup
    reference: dt.date


class PeriodCheck:
    """Finds different periods given for the same thing."""

    id = "period"
    finds = (
        "Different dates or periods given for the same thing, within the draft or between draft and notes; "
        "periods that end before they begin; days that no calendar has."
    )
    severity = Severity.ERROR
    example = (
        "The Head of Service gave the Adult Learning Annual Report for October, 2020-September, 2021.\n\n"
        "Resolved:- That the Adult Learning Annual Report for October, 2020-September, 2022, be noted.\n"
    )

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        read = _read(material)
        found = {m.period.span.start: f for m, f in _contradictions(read)}
        for mention in read.draft:
            start = mention.period.span.start
            if start not in found:
                finding = _against_notes(mention, read) or _runs_backwards(mention)
                if finding:
                    found[start] = finding
        found |= {f.places[0].span.start: f for f in _no_such_days(material.draft)}
        return tuple(found[start] for start in sorted(found))


def _read(material: Material) -> _Read:
    reference = material.meeting.date if material.meeting else _ANY_DAY
    notes = tuple(m for document in material.notes for m in _mentions(document, reference))
    draft = (m for m in _mentions(material.draft, reference) if "\n" not in m.period.text)
    return _Read(tuple(draft), Lookup(notes), reference)


def _mentions(document: Document, reference: dt.date) -> tuple[Mention, ...]:
    return mentions(document, find_periods(document.text, reference=reference))


def _contradictions(read: _Read) -> Iterator[tuple[Mention, Finding]]:
    """Each odd one out of the draft with its finding."""
    pairs = Lookup(read.draft).pairs()
    rivals = [(a, b) for a, b in pairs if contradicts(a, b) and not _both_in_notes(a, b, read.notes)]
    allies: dict[Mention, list[Mention]] = defaultdict(list)
    for a, b in pairs if rivals else ():
        if agrees(a, b):
            allies[a].append(b)
            allies[b].append(a)
    weight = {m: len(allies[m]) + len(_support(m, read.notes)) for pair in rivals for m in pair}
    against: dict[Mention, list[Mention]] = defaultdict(list)
    for a, b in rivals:
        wrong, right = (a, b) if _standing(a, b, weight) < _standing(b, a, weight) else (b, a)
        against[wrong].append(right)
    for wrong, rights in against.items():
        best = max(rights, key=lambda m: weight[m])
        others = (m for m in (*rights, *allies[best]) if m is not best and is_equal(m.period, best.period))
        yield wrong, _contradiction(wrong, (best, *dict.fromkeys(others)), read)


def _contradiction(wrong: Mention, rights: tuple[Mention, ...], read: _Read) -> Finding:
    notes = _support(rights[0], read.notes)
    sure = is_slip(wrong.period, rights[0].period) or decides(wrong) is not decides(rights[0]) or bool(notes)
    return _finding(
        wrong,
        Severity.ERROR if sure else Severity.WARNING,
        contradiction(wrong, rights[0], notes[:_MOST_PLACES]),
        (*rights[:_MOST_PLACES], *notes[:_MOST_PLACES]),
        read.reference,
    )


def _standing(
    mention: Mention, other: Mention, weight: dict[Mention, int]
) -> tuple[int, bool, bool, bool, int]:
    """How well a period stands against another; the one that stands worse is to be mended."""
    year = 12
    odd = months_long(mention.period) > year == months_long(other.period)
    later = -mention.period.span.start
    return weight[mention], not mention.period.runs_backwards, not odd, not decides(mention), later


def _support(mention: Mention, notes: Lookup) -> tuple[Mention, ...]:
    """The notes that give this period for the same thing."""
    return tuple(n for n in answering(mention, notes.near(mention)) if is_equal(mention.period, n.period))


def _both_in_notes(one: Mention, other: Mention, notes: Lookup) -> bool:
    """Whether the notes have both: then there are two things, not one."""
    return bool(_support(one, notes)) and bool(_support(other, notes))


def _against_notes(mention: Mention, read: _Read) -> Finding | None:
    """A finding where the notes, of one voice, give another period for the same thing."""
    said = answering(mention, read.notes.near(mention))
    if not said or any(says_same(mention, note) for note in read.notes.same_days(mention)):
        return None
    if not all(is_equal(said[0].period, note.period) for note in said):
        return None
    notes = said[:_MOST_PLACES]
    return _finding(mention, Severity.WARNING, disagreement(mention, notes), notes, read.reference)


def _runs_backwards(mention: Mention) -> Finding | None:
    if not mention.period.runs_backwards:
        return None
    return Finding(PeriodCheck.id, Severity.ERROR, backwards(mention), (mention.place,))


def _no_such_days(draft: Document) -> Iterator[Finding]:
    for span in find_impossible_days(draft.text):
        place = draft.place(span)
        yield Finding(PeriodCheck.id, Severity.ERROR, f"There is no such day as {place.quote}.", (place,))


def _finding(
    wrong: Mention, severity: Severity, message: str, beside: tuple[Mention, ...], reference: dt.date
) -> Finding:
    text = reworded(wrong.period, beside[0].period, reference)
    places = (wrong.place, *(m.place for m in beside))
    return Finding(PeriodCheck.id, severity, message, places, Suggestion(wrong.period.span, text))
