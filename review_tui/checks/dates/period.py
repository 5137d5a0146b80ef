"""The period check: what the draft says of one thing must be of one period, and the one in the notes.

"... Annual Assurance report for October, 2020-September, 2021" in the narrative and "... Annual Assurance
report for October, 2020-September, 2022, be noted" in the resolution cannot both be right.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from review_tui.checks.check import Check
from review_tui.checks.clash_findings import findings_of
from review_tui.checks.dates.known_days import calendar_of, periods_of
from review_tui.checks.dates.lookup import MentionIndex
from review_tui.checks.dates.period_notes import NotesOfPeriods
from review_tui.checks.dates.period_pairs import (
    PeriodKind,
    agrees,
    contradicts,
    decides,
    is_equal,
    is_listed_day,
    is_slip,
    months_long,
    period_kind_of,
)
from review_tui.checks.dates.period_wording import contradiction, disagreement, has_weekday, reworded
from review_tui.checks.dates.subjects import PeriodMention, mentions
from review_tui.facts.pair import pair_of
from review_tui.facts.period_clashes import period_clashes, settled_items, term_clashes
from review_tui.facts.slots import slots_given_twice
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Location, Severity, Suggestion
from review_tui.model.frozen import frozen
from review_tui.model.material import Material
from review_tui.model.passages import Passage, passage_at
from review_tui.model.text import Span

_MOST_PLACES = 4
"""Places that a finding shows of each side."""
_ANY_DAY = dt.date(2000, 1, 1)
"""Gives dates without a year one, when nobody knows the meeting's; such years are never compared."""


@frozen
class _Read:
    draft: tuple[PeriodMention, ...]
    notes: NotesOfPeriods
    reference: dt.date
    own: Span | None
    """Where the head of the draft gives the day of this meeting."""


class PeriodCheck(Check):
    """Finds different periods given for the same thing."""

    id = "period"
    finds = (
        "Different dates or periods given for the same thing, within the draft or between draft and notes."
    )
    severity = Severity.ERROR
    flag_kind = FlagKind.DATE
    example = (
        "The Head of Service gave the Adult Learning Annual Report for October, 2020-September, 2021.\n\n"
        "Resolved:- That the Adult Learning Annual Report for October, 2020-September, 2022, be noted.\n"
    )

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        read = _read_material(material)
        found = {m.period.span.start: f for m, f in _contradictions(read)}
        for mention in read.draft:
            start = mention.period.span.start
            if start not in found:
                finding = _against_notes(mention, read)
                if finding:
                    found[start] = finding
        pair = pair_of(material)
        items = {clause.passage: clause.item for clause in pair.clauses}
        settled = settled_items(pair)
        kept = {
            start: finding
            for start, finding in found.items()
            if not _is_settled(
                finding,
                [items.get(_passage_of(material.draft.passages, place)) for place in finding.places],
                settled,
                material.draft.file,
            )
        }
        clashes = (*period_clashes(pair), *term_clashes(pair), *slots_given_twice(pair))
        for finding in findings_of(self.id, clashes):
            if not any(
                finding.places[0].overlaps(place) for other in kept.values() for place in other.places
            ):
                kept[finding.places[0].span.start] = finding
        return tuple(kept[start] for start in sorted(kept))


def _passage_of(passages: Sequence[Passage], place: Location) -> int:
    found = passage_at(tuple(passages), place.span.start)
    return found.index if found else -1


def _is_settled(finding: Finding, items: Sequence[int | None], settled: Collection[int], draft: str) -> bool:
    """Whether both places are of one item in which narrative and decisions are of one mind."""
    own = {item for item, place in zip(items, finding.places, strict=True) if place.file == draft}
    noted = any(place.file != draft for place in finding.places)
    return not noted and len(own) == 1 and len(items) > 1 and own <= set(settled)


def _read_material(material: Material) -> _Read:
    calendar = calendar_of(material)
    reference = calendar.reference or _ANY_DAY
    day_first = material.day_first
    own = calendar.sitting.span if calendar.sitting else None
    notes = tuple(
        m
        for document in material.notes
        for m in mentions(
            document, periods_of(document, day_first=day_first, reference=reference, shorthand=True)
        )
    )
    dated = periods_of(material.draft, day_first=day_first, reference=reference)
    draft = tuple(m for m in mentions(material.draft, dated) if "\n" not in m.period.text)
    return _Read(draft, NotesOfPeriods(draft, notes, calendar.reference), reference, own)


def _contradictions(read: _Read) -> Iterator[tuple[PeriodMention, Finding]]:
    """Each odd one out of the draft with its finding."""
    pairs = MentionIndex(read.draft).pairs()
    rivals = [
        (a, b)
        for a, b in pairs
        if contradicts(a, b) and not _both_in_notes(a, b, read.notes) and not _is_own(a, b, read)
    ]
    allies: dict[PeriodMention, list[PeriodMention]] = defaultdict(list)
    for a, b in pairs if rivals else ():
        if agrees(a, b):
            allies[a].append(b)
            allies[b].append(a)
    weight = {m: len(allies[m]) + len(read.notes.supporting(m)) for pair in rivals for m in pair}
    against: dict[PeriodMention, list[PeriodMention]] = defaultdict(list)
    for a, b in rivals:
        if (
            allies[a]
            and allies[b]
            and not is_slip(a.period, b.period)
            and period_kind_of(a.period) is PeriodKind.DAY
        ):
            continue  # each is told of more than once: they are two meetings
        wrong, right = (a, b) if _status(a, b, weight) < _status(b, a, weight) else (b, a)
        against[wrong].append(right)
    for wrong, rights in against.items():
        best = max(rights, key=lambda m: weight[m])
        others = (m for m in (*rights, *allies[best]) if m is not best and is_equal(m.period, best.period))
        yield wrong, _contradiction(wrong, (best, *dict.fromkeys(others)), read)


def _contradiction(wrong: PeriodMention, rights: tuple[PeriodMention, ...], read: _Read) -> Finding:
    notes = read.notes.supporting(rights[0])
    sure = is_slip(wrong.period, rights[0].period) or decides(wrong) is not decides(rights[0]) or bool(notes)
    return _finding(
        wrong,
        Severity.ERROR if sure else Severity.WARNING,
        contradiction(wrong, rights[0], notes[:_MOST_PLACES]),
        (*rights[:_MOST_PLACES], *notes[:_MOST_PLACES]),
        read.reference,
    )


def _status(
    mention: PeriodMention, other: PeriodMention, weight: dict[PeriodMention, int]
) -> tuple[int, bool, bool, bool, int]:
    """How well a period stands against another; the one that stands worse is to be mended."""
    year = 12
    odd = months_long(mention.period) > year == months_long(other.period)
    later = -mention.period.span.start
    return weight[mention], not mention.period.runs_backwards, not odd, not decides(mention), later


def _is_own(one: PeriodMention, other: PeriodMention, read: _Read) -> bool:
    """Whether one is the day of this meeting at the head of the draft, and the other that of another."""
    heads = [read.own is not None and m.period.span.overlaps(read.own) for m in (one, other)]
    return any(heads) and not is_slip(one.period, other.period)


def _both_in_notes(one: PeriodMention, other: PeriodMention, notes: NotesOfPeriods) -> bool:
    """Whether the notes have both: then there are two things, not one."""
    return bool(notes.supporting(one)) and bool(notes.supporting(other))


def _against_notes(mention: PeriodMention, read: _Read) -> Finding | None:
    """A finding where the notes, of one voice, give another period for the same thing.

    A day of a list is left alone: clerks jot lists in so many ways that its fellow is not to be told.
    """
    if is_listed_day(mention.period):
        return None
    notes = read.notes.otherwise(mention)[:_MOST_PLACES]
    if not notes:
        return None
    return _finding(mention, Severity.WARNING, disagreement(mention, notes), notes, read.reference)


def _finding(
    wrong: PeriodMention,
    severity: Severity,
    message: str,
    beside: tuple[PeriodMention, ...],
    reference: dt.date,
) -> Finding:
    right = beside[0].period
    places = (wrong.place, *(m.place for m in beside))
    unknown = reference == _ANY_DAY and not right.year_written and has_weekday(wrong.period)
    suggestion = None if unknown else Suggestion(wrong.period.span, reworded(wrong.period, right, reference))
    return Finding(PeriodCheck.id, severity, message, places, suggestion)
