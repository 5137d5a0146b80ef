"""The dates and periods of a draft and its notes: each with what it is said of, and how two of them differ."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import groupby

from review_tui.facts.clauses import Clause
from review_tui.facts.contexts import Context, contexts_of
from review_tui.facts.pair import Pair
from review_tui.facts.reading.years import TERMS
from review_tui.facts.reckoned_runs import with_reckoned_runs
from review_tui.facts.values import Kind, Value, agree, is_apposed, is_compared, may_be_one_mistyped
from review_tui.language.stems import stem
from review_tui.language.stop_words import GRAMMAR_WORDS
from review_tui.model.findings import Location
from review_tui.model.frozen import frozen
from review_tui.model.passages import PassageKind

CALENDAR = frozenset({Kind.DATE, Kind.PERIOD, Kind.YEAR, Kind.MONTH, Kind.QUARTER})
"""Kinds of values that are of the calendar."""
PARTS_OF_YEAR = {"q": "Q", "h": "H", "mth": "M", "term": "T", "st": "N"}
"""Quarters, halves, numbered months, terms of a season and numbered terms: how their readings and how they are named here."""
DECIDED = re.compile(
    r"\b(?:resolved|resolution|agreed|approved?|adopt(?:ed|ion)?|carried|voted?|motion|moved|accept(?:ed|ance)?|endorsed?|noted?(?! that\b)|received?"
    r"|be (?:approved|noted|received|adopted|confirmed|endorsed|agreed|published|renewed|accepted|signed)|decided|decision|confirm(?:ed)?(?! that\b)"
    r"|ratif\w+|authoris\w+|authoriz\w+|amend|signed off|settled|passed|sanctioned|ordered|consent\w*|determined|recommend(?:ed)?|award(?:ed)?)\b",
    re.IGNORECASE,
)
"""Words of decisions, of which some stand in narratives too."""
_DECIDING = frozenset({PassageKind.RESOLUTION, PassageKind.ACTION})
_NEAREST = 12
"""How many earlier periods with the same word close by are paired with one: the last."""
_LIKELIEST = 12
"""How many periods are looked at for one: those with most words in common."""
_COMMON = 200
"""A word that stands beside more periods than this tells nothing."""
_YEAR = 12
"""Months."""
_WORDS_BEFORE, _WORDS_AFTER = 8, 4
_REACH_BACK, _REACH_ON = 90, 45
"""Words, and characters, around a period that say roughly what it is of."""
_APART = re.compile(r"[;:]|\b(?:against|than|compared|and that)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"[ \t]{0,4}\w")
"""How a line of notes begins that has no sign of its own, such as a bullet."""
_PART_REACH = 40
"""Characters between a quarter and its year."""
_HELD = re.compile(r"\b(?:held|hold|holding|took place|takes place|taking place|attended)\b", re.IGNORECASE)
_PAID = frozenset(
    {"bill", "cheque", "expenditure", "expense", "invoice", "pay", "payment", "receipt", "refund"}
)
_SENT = frozenset({"correspondence", "e-mail", "email", "letter", "sent", "wrote"})
_FRAME = re.compile(
    r"\W*(?:against|compared (?:with|to)) (?:an?|the|its|our) (?:\w+ ){0,3}(?:budget|target|plan|estimate|forecast)\b",
    re.IGNORECASE,
)
"""How a sentence begins that holds what it tells against the plan of the same year."""
_JUST_BEFORE = 40
"""Characters before a date in which what happened on it is said."""


@frozen(slots=False, eq=False)
class PeriodMention:
    """A date or period that stands somewhere. Each is itself only, however alike another looks."""

    clause: Clause
    value: Value
    context: Context
    sort: str
    """``day``, ``span`` of months, ``years`` (2023/24), ``year``, ``Q``, ``H``, ``M`` of a year, ``my`` a month,
    ``season``, ``T`` a term; empty where no year is known of a month or run."""
    of: tuple[int, ...]
    """The period itself, in terms of its sort."""
    words: frozenset[str]
    """Stems of the words around it."""
    part: tuple[str, tuple[int, ...]] | None = None
    """Of a year, its quarter, half or month that is named with it: "quarter 1 of 2024/25"."""
    whole: Value | None = None
    """Of a quarter, half or term, the year that is named with it."""

    @property
    def start(self) -> int:
        """Where it begins in its clause."""
        return self.value.start

    @property
    def end(self) -> int:
        """Where it ends there."""
        return self.value.end

    @property
    def text(self) -> str:
        """Its words, without the stop behind them."""
        return self.value.text.rstrip(" ,.|")

    @cached_property
    def place(self) -> Location:
        """Where it stands."""
        return self.clause.place(self.start, self.start + len(self.text))

    @property
    def passage_kind(self) -> PassageKind:
        """What sort of passage it stands in."""
        return self.clause.document.passages[self.clause.passage].kind

    @property
    def is_compared_with(self) -> bool:
        """Whether something else is only held against it: "an increase of 3% over fiscal year 2025"."""
        return is_compared(self.clause.text, self.start) and not _FRAME.match(self.clause.text)

    @property
    def decides(self) -> bool:
        """Whether it stands in a resolution or action."""
        return self.passage_kind in _DECIDING

    @property
    def months(self) -> int:
        """The months that a run covers, begun ones counted; 0 of anything else."""
        return months_of(self.value)


def months_of(value: Value) -> int:
    """The months that a run covers, begun ones counted; 0 of anything else."""
    if not value.is_run:
        return 0
    first, last = value.ends
    return (last[0] - first[0]) * _YEAR + last[1] - first[1] + 1


Read = tuple[tuple[PeriodMention, ...], ...]
"""The dates and periods of each clause, or of each jotting."""


@lru_cache(maxsize=4)
def periods_of_draft(pair: Pair) -> Read:
    """Those of each clause of the draft."""
    return _mentions_by_clause(pair.clauses, pair.values, _passage_of)


@lru_cache(maxsize=4)
def periods_of_notes(pair: Pair) -> Read:
    """Those of each jotting."""
    return _mentions_by_clause(pair.jottings, pair.noted_values, _line_of)


def _mentions_by_clause(
    clauses: Sequence[Clause],
    values: Sequence[Sequence[Value]],
    around: Callable[[Clause, Value], tuple[str, int]],
) -> Read:
    """The dates and periods of each clause; ``around`` gives the words that one may be said of, and where they begin."""
    found: list[tuple[PeriodMention, ...]] = [() for _ in clauses]
    dated = [(c, v) for c in clauses for v in with_reckoned_runs(c, values[c.index]) if v.kind in CALENDAR]
    for _, line in groupby(dated, key=lambda one: (id(one[0].plain), one[0].item, one[0].passage)):
        some = list(line)
        text, begins = around(*some[0])
        spans = [(c.start + v.start - begins, c.start + v.end - begins) for c, v in some]
        contexts = iter(contexts_of(text, spans))
        for clause, of_clause in groupby(some, key=lambda one: one[0]):
            here = [v for _, v in of_clause]
            found[clause.index] = tuple(_mentions_in(clause, here, [next(contexts) for _ in here]))
    return tuple(found)


def _passage_of(clause: Clause, first: Value) -> tuple[str, int]:
    """The words of the passage that a clause is of."""
    del first
    return clause.plain.text.replace("\n", " "), 0


def _line_of(clause: Clause, first: Value) -> tuple[str, int]:
    """The line of the notes that a jotting is of, with the one before where nothing stands before the period itself."""
    text = clause.plain.text
    begins = text.rfind("\n", 0, clause.start) + 1
    ends = text.find("\n", clause.start)
    if begins and not re.search(r"\w", text[begins : clause.start + first.start]):
        before = text.rfind("\n", 0, begins - 1) + 1
        begins = before if _GOES_ON.match(text, begins) else begins
    return text[begins : ends if ends >= 0 else len(text)].replace("\n", " "), begins


def _mentions_in(
    clause: Clause, values: Sequence[Value], contexts: Sequence[Context]
) -> Iterator[PeriodMention]:
    """The periods of one clause; not months that only tell which those of a quarter beside them are."""
    parts = [v for v in values if v.kind is Kind.QUARTER]
    years = [v for v in values if v.kind is Kind.YEAR or (v.kind is Kind.PERIOD and not v.is_run)]
    read = [
        (v, c) for v, c in zip(values, contexts, strict=True)
        if not (v.is_run and any(is_apposed(clause.text, p, v) for p in parts))
    ]  # fmt: skip
    ends = [v.end for v, _ in read]
    plain = _without(clause.text, values)
    for value, context in read:
        sort, of = _sort_and_terms(value)
        part = _nearest(clause.text, value, parts) if sort in {"years", "year"} else None
        whole = _nearest(clause.text, value, years) if value.kind is Kind.QUARTER else None
        words = _words_around(plain, value, ends)
        yield PeriodMention(
            clause, value, context, sort, of, words, _sort_and_terms(part) if part else None, whole
        )


def _sort_and_terms(value: Value) -> tuple[str, tuple[int, ...]]:
    """The sort of a period, and the period in its terms."""
    if value.is_run:
        first, last = ((y * _YEAR + m) if y else 0 for y, m, _ in value.ends)
        return ("span", (first, last)) if first and first != last else ("", value.parts)
    if value.kind is Kind.QUARTER:
        return PARTS_OF_YEAR[str(next(iter(value.keys))[0])], value.parts
    if value.kind is Kind.MONTH:
        season = next((str(key[1]) for key in value.keys if key[0] == "s"), "")
        if season:
            return "season", (value.parts[0], TERMS.index(season))
        return ("my" if value.parts[0] else ""), value.parts
    return {Kind.PERIOD: "years", Kind.YEAR: "year"}.get(value.kind, "day"), value.parts


def _text_between(text: str, one: Value, other: Value) -> str:
    first, second = sorted((one, other), key=lambda value: value.start)
    return text[first.end : second.start]


def _nearest(text: str, value: Value, others: Sequence[Value]) -> Value | None:
    """Of some values the one that is said in one breath with another."""
    gaps = {len(gap): v for v in others if not _APART.search(gap := _text_between(text, value, v))}
    least = min(gaps, default=_PART_REACH + 1)
    return gaps[least] if least <= _PART_REACH else None


def _without(text: str, values: Sequence[Value]) -> str:
    """``text`` with blanks for periods, whose words tell nothing of what they are of: "the autumn term"."""
    for value in values:
        text = text[: value.start] + " " * (value.end - value.start) + text[value.end :]
    return text


def _words_around(text: str, value: Value, ends: Sequence[int]) -> frozenset[str]:
    start, end = value.start, value.end
    floor = max([0, start - _REACH_BACK, *(e for e in ends if e <= start and start - e > _YEAR)])
    before = re.findall(r"[A-Za-z][A-Za-z'-]+", text[floor:start])[-_WORDS_BEFORE:]
    after = re.findall(r"[A-Za-z][A-Za-z'-]+", text[end : end + _REACH_ON])[:_WORDS_AFTER]
    return frozenset(stem(word) for word in (*before, *after) if word.lower() not in GRAMMAR_WORDS)


def are_comparable(one: Value, other: Value) -> bool:
    """Whether two are of one sort, so that they can contradict each other."""
    if one.kind is not other.kind or one.kind not in {Kind.DATE, Kind.PERIOD, Kind.MONTH}:
        return False
    if one.kind is Kind.MONTH:
        return bool(one.parts[1] and other.parts[1])
    return one.is_run is other.is_run and may_be_one_mistyped(one, other)


def are_equal(one: Value, other: Value) -> bool:
    """Whether two of one sort are the same, as they are written; a year that is not written counts for nothing."""
    if one.is_run or one.kind is not Kind.PERIOD:
        return agree(one, other) if one.is_run else _differing(one, other) == 0
    return one.parts == other.parts


def are_slip(one: Value, other: Value) -> bool:
    """Whether two differ as a slip of the pen does: at one end, in the year only, or one runs backwards."""
    if one.is_run:
        ends = zip(one.ends, other.ends, strict=True)
        return any(_runs_backwards(v) for v in (one, other)) or any(_is_same_day(a, b) for a, b in ends)
    if one.kind is Kind.PERIOD:
        return any(a == b for a, b in zip(one.parts, other.parts, strict=True))
    return one.parts[1:] == other.parts[1:] and bool(one.parts[0] and other.parts[0])


def are_near(one: Value, other: Value) -> bool:
    """Whether two differ in the day, the month or the year only; of years, by one at most."""
    if one.kind is Kind.PERIOD and not one.is_run:
        return abs(one.parts[0] - other.parts[0]) <= 1
    if one.is_run:
        return _differing_in(one.parts[:2], other.parts[:2]) == 1
    return _differing(one, other) == 1


def have_nothing_in_common(one: Value, other: Value) -> bool:
    """Whether two dates differ in the day, the month and the year."""
    return one.kind is other.kind is Kind.DATE and _differing(one, other) == len(one.parts)


def _runs_backwards(run: Value) -> bool:
    first, last = run.ends
    return bool(first[0] and last[0]) and last < first


def _differing(one: Value, other: Value) -> int:
    return _differing_in(one.parts, other.parts)


def _differing_in(one: Sequence[int], other: Sequence[int]) -> int:
    years = bool(one[0] and other[0] and one[0] != other[0])
    return years + sum(a != b for a, b in zip(one[1:], other[1:], strict=True))


def _is_same_day(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return _differing_in(one, other) == 0


def are_two_occasions(one: PeriodMention, other: PeriodMention) -> bool:
    """Whether different things happen on the two days: what was held, and a payment."""
    first, second = _occasions(one), _occasions(other)
    return bool(first and second) and not first & second


def _occasions(mention: PeriodMention) -> set[str]:
    """What sorts of things the words beside a date speak of."""
    before = mention.clause.text[max(0, mention.start - _JUST_BEFORE) : mention.start]
    keys = mention.context.keys
    told = {"held": _HELD.search(before), "paid": keys & _PAID, "sent": keys & _SENT}
    return {name for name, said in told.items() if said}


class PeriodIndex:
    """Periods by the words around them: finds those that could be of one thing without comparing all with all."""

    def __init__(self, mentions: Sequence[PeriodMention]) -> None:
        self._mentions = tuple(mentions)
        self._by_key: dict[str, list[int]] = defaultdict(list)
        for index, mention in enumerate(self._mentions):
            for key in mention.context.keys:
                self._by_key[key].append(index)

    def pairs(self) -> Iterator[tuple[PeriodMention, PeriodMention]]:
        """Every two that have a word next to them in common, the earlier first."""
        recent: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_NEAREST))
        for index, mention in enumerate(self._mentions):
            words = (*mention.context.before[-1:], *mention.context.after[:2])
            beside = dict.fromkeys(word.key for word in words)
            for earlier in sorted({i for key in beside for i in recent[key]}):
                yield self._mentions[earlier], mention
            for key in beside:
                recent[key].append(index)

    def near(self, mention: PeriodMention) -> tuple[PeriodMention, ...]:
        """Those that share most words with ``mention``, in their own order."""
        counts: Counter[int] = Counter()
        for key in mention.context.keys:
            indices = self._by_key.get(key, [])
            if len(indices) <= _COMMON:
                counts.update(indices)
        likeliest = sorted(counts, key=lambda i: (-counts[i], i))[:_LIKELIEST]
        return tuple(self._mentions[i] for i in sorted(likeliest))
