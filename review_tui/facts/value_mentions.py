"""The values of a draft and of its notes, those that say the same, and those of which one may be a slip for the other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from review_tui.facts.clauses import Clause
from review_tui.facts.corrections import corrections_of
from review_tui.facts.derived import is_in_other_words, is_rounded, is_worked_out
from review_tui.facts.measures import are_one_span, measure_of
from review_tui.facts.numbering import is_item_number, is_number_of_line
from review_tui.facts.pair import Pair
from review_tui.facts.stamps import stamped
from review_tui.facts.values import (
    UNSAID_UNITS,
    Key,
    Kind,
    Value,
    agree,
    comparable,
    in_unit_of,
    is_in_unsaid_unit,
    is_number,
    says_what_was,
)
from review_tui.facts.vote_order import CountedVote, is_same_vote, matched_votes, votes_noted, votes_told
from review_tui.language.calendar_words import WEEKDAY
from review_tui.language.digit_slips import digit_slip
from review_tui.model.findings import Location

_COMPARED = frozenset(
    {
        *(Kind.MONEY, Kind.NUMBER, Kind.PERCENT, Kind.FRACTION, Kind.REFERENCE),
        *(Kind.DATE, Kind.TIME, Kind.WEEKDAY, Kind.VOTE),
    }
)
"""Values of the draft that are held against those of the notes; periods are elsewhere."""
_MAY_BE_CLOCKS = frozenset({Kind.TIME, Kind.NUMBER, Kind.YEAR, Kind.REFERENCE, Kind.MONEY})
"""What notes may have for a time of the clock."""
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_WEEKDAY = re.compile(WEEKDAY, re.IGNORECASE)
_MOST_LINKED, _NEAR = 4, 6
"""Jottings that a clause may be of, and how far from the first of them others are looked at."""
_MOST_BETWEEN = 8
"""Jottings between those of the clauses before and after that a clause may be of."""
_MOST_ELSEWHERE = 12
"""Values of other jottings that one is held against."""
_FEWEST_DIGITS = 3
"""Digits of a figure that tells by itself that another is a slip for it."""
_BARE_YEAR = re.compile(r"20\d\d")
_YEARS_AROUND = 3
"""Years from that of the meeting that its notes speak of as a rule."""
_OF_COUNT = 2
"""A number below it is hardly what there are now of something."""
_NO_DIGIT = re.compile(r"\D+")


@dataclass(eq=False)
class ValueMention:
    """A value that a clause of the draft or a jotting gives."""

    clause: Clause
    value: Value
    is_noted: bool
    vote: CountedVote | None = None
    """Of a vote in figures."""
    date: Value | None = None
    """Of a day of the week that is said with a date."""
    is_stamp: bool = False
    """Whether it is the time before a line of a log."""
    same: list["ValueMention"] = field(default_factory=list)
    """Those of the other text that say the same."""

    @property
    def kind(self) -> Kind:
        """What it is of."""
        return self.value.kind

    @property
    def at(self) -> int:
        """The clause or jotting."""
        return self.clause.index

    def stands_at(self, place: Location) -> bool:
        """Whether it shares any of the words at a place."""
        return self.clause.place(self.value.start, self.value.end).overlaps(place)


@lru_cache(maxsize=4)
def value_mentions(pair: Pair) -> "ValueMentions":
    """Those of a draft and its notes."""
    return ValueMentions(pair)


_TURNED_DOWN = re.compile(
    r"\((?:not|\w{1,12} (?:want(?:s|ed)|asked for|said|says|suggested)) \W?\Z", re.IGNORECASE
)
"""What stands before a value in brackets that somebody only wanted: "by end sept (LM wanted aug)"."""


class ValueMentions:
    """The values of a draft and of its notes."""

    def __init__(self, pair: Pair) -> None:
        self._pair, self._links = pair, pair.links
        counted = {id(vote.value): vote for vote in votes_told(pair)}
        self.told = [list(_told(clause, pair.values[clause.index], counted)) for clause in pair.clauses]
        """Those of each clause, in order."""
        votes: dict[int, list[CountedVote]] = defaultdict(list)
        for vote in votes_noted(pair):
            votes[vote.clause.index].append(vote)
        self.noted = [_noted(pair, j, votes[j.index]) for j in pair.jottings]
        """Those of each jotting, in order."""
        self.matched = {id(told.value): noted for told, noted in matched_votes(pair)}
        """For each vote of the draft that of the notes that stands in its place."""
        self._corrections = corrections_of(pair)
        self._join()
        noted = [n for row in self.noted for n in row]
        unsaid = [n for n in noted if not n.same]
        self._unsaid_numbers = [n for n in unsaid if is_number(n.value)]
        self._unsaid_days = [n for n in unsaid if _may_be_day(n.value)]
        self._votes = [n for n in noted if n.vote]
        self._clocks = [n for n in noted if n.kind in _MAY_BE_CLOCKS and clocks(n.value)]
        self._put_right = [(n, c.wrong) for n in noted for c in self._corrections if c.right is n.value]
        self._put_right += [
            (n, wrong.value)
            for row in self.noted
            for wrong in row
            if _is_turned_down(wrong)
            for n in row
            if n is not wrong and _may_replace(n.value, wrong.value) and not n.value.is_former
        ]
        """Those that the notes have instead of something that they take back or turn down, with that."""

    def _join(self) -> None:
        by_key: dict[object, list[ValueMention]] = defaultdict(list)
        for noted in (n for row in self.noted for n in row):
            for key in _reach(noted):
                by_key[key].append(noted)
        for told in (t for row in self.told for t in row):
            found = {id(n): n for key in _reach(told) for n in by_key.get(key, ())}
            for noted in found.values():
                if (
                    _is_same(told, noted)
                    and not self._is_only_former(told, noted)
                    and _may_be_of_one(told, noted)
                ):
                    told.same.append(noted)
                    noted.same.append(told)

    def _is_only_former(self, told: ValueMention, noted: ValueMention) -> bool:
        """Whether the notes have a value only as what was before, with another for now: "10x a season (was 14)"."""
        if not noted.value.is_former or told.value.is_former or told.vote:
            return False
        is_turned_down = _is_turned_down(noted)
        if says_what_was(told.clause.text, told.value.start) or not (is_turned_down or is_number(told.value)):
            return False
        row = [n.value for n in self.noted[noted.at] if not n.value.is_former]
        told_here = self._pair.values[told.at]
        if is_turned_down:
            others = [v for v in row if comparable(told.value, v)]
        else:
            others = [v for v in row if is_number(v) and v.kind is noted.value.kind and v.number >= _OF_COUNT]
        return any(not any(agree(mine, v) for mine in told_here) for v in others)

    def near(self, clause: Clause) -> tuple[list[int], list[int]]:
        """The jottings that a clause may be of, the likeliest first, and those by the first of them."""
        links, c = self._links, clause.index
        linked = links.linked[c]
        first = (linked or links.likeliest(c, 1))[:1]
        lines = [self._pair.jottings[j].item for j in first]
        beside = [
            j
            for line in lines
            for by in (line - 1, line, line + 1)
            for j in links.lines.get(by, ())
            if abs(j - first[0]) <= _NEAR
        ]
        found = [*linked[:_MOST_LINKED], *links.likeliest(c, _MOST_LINKED), *beside, *self.between(c)]
        return list(dict.fromkeys(found)), links.near(first)

    def between(self, clause: int) -> range:
        """The jottings from that of the clause before to that of the clause after, where both are known."""
        before, after = (self._links.surely_from(c) for c in (clause - 1, clause + 1))
        is_known = before is not None and after is not None and 0 <= after - before <= _MOST_BETWEEN
        return range(before or 0, (after or 0) + 1) if is_known else range(0)

    def rivals(self, told: ValueMention, near: Sequence[int]) -> list[ValueMention]:
        """The values of the notes that one of the draft may be a slip for: of jottings ``near``, and a few of others."""
        found = [n for j in near for n in self.noted[j]]
        lines = frozenset(near)
        others = [n for n in self._elsewhere(told) if n.at not in lines and may_be_slip_of(told, n)]
        score = self._links.score[told.at]
        others.sort(key=lambda n: -score.get(n.at, 0.0))
        return [
            n
            for n in (*found, *others[:_MOST_ELSEWHERE])
            if n not in told.same and not n.clause.is_private and self.may_be_meant(told, n)
        ]

    def may_be_meant(self, told: ValueMention, noted: ValueMention) -> bool:
        """Whether one may be the other, written wrongly, and is not the same told in another way."""
        if told.vote and noted.vote:
            return self.matched.get(id(told.value)) is noted.vote
        return (
            may_be_slip_of(told, noted)
            and _may_be_of_one(told, noted)
            and not self._is_explained(told, noted)
            and not (
                told.kind is not Kind.DATE
                and self._is_year(noted.value)
                and slip_of_digits(told, noted) is None
            )
            and not is_number_of_line(told.value, noted.value, noted.clause)
        )

    def _is_year(self, value: Value) -> bool:
        """Whether a bare number of the notes is a year about that of the meeting: "91 a share 2026 season"."""
        reference = self._pair.meeting.reference
        is_bare = value.kind is Kind.NUMBER and _BARE_YEAR.fullmatch(value.text.strip(" .,")) is not None
        return is_bare and reference is not None and abs(value.number - reference.year) <= _YEARS_AROUND

    def _is_explained(self, told: ValueMention, noted: ValueMention) -> bool:
        """Whether the notes say the same in another way, or take back what they have, or the draft works it out."""
        mine, theirs = told.value, noted.value
        return (
            is_rounded(told.clause, mine, theirs, noted.clause)
            or are_one_span(told.clause.text, mine, noted.clause.text, theirs)
            or is_in_other_words(told.clause, theirs)
            or (is_worked_out(told.clause, mine) and slip_of_digits(told, noted) is None)
            or any(c.takes_back(theirs, mine) for c in self._corrections)
        )

    def _elsewhere(self, told: ValueMention) -> Iterator[ValueMention]:
        """Values of the notes that may be meant though nothing links their jotting with the sentence."""
        yield from (n for n, wrong in self._put_right if agree(told.value, wrong))
        if told.kind is Kind.VOTE:
            vote = self.matched.get(id(told.value))
            yield from (n for n in self._votes if n.vote is vote)
        elif told.kind is Kind.TIME:
            yield from (n for n in self._clocks if not n.same or self.is_of_same_people(told, n))
        elif told.kind in {Kind.DATE, Kind.WEEKDAY}:
            yield from self._unsaid_days
        elif is_number(told.value) and not told.same and len(_figures(told.value)) >= _FEWEST_DIGITS:
            yield from (n for n in self._unsaid_numbers if slip_of_digits(told, n) is not None)

    def is_put_right(self, told: ValueMention, noted: ValueMention) -> bool:
        """Whether the notes have one instead of what the draft has, which they take back."""
        return any(n is noted and agree(told.value, wrong) for n, wrong in self._put_right)

    def is_of_same_people(self, told: ValueMention, noted: ValueMention) -> bool:
        """Whether the sentence and the jotting name somebody in common."""
        theirs = [m.who for m in self._pair.noted[noted.at]]
        return any(m.who & who for m in self._pair.mentions[told.at] for who in theirs)


def slip_of_digits(told: ValueMention, noted: ValueMention) -> object:
    """The slip by which one figure may have become the other."""
    mine, theirs = told.value, noted.value
    if is_number(mine) and is_number(theirs):
        return digit_slip(f"{in_unit_of(theirs, mine):.2f}", f"{theirs.number:.2f}")
    if told.kind is Kind.TIME:
        slips = (
            digit_slip(f"{a:02}{b:02}", f"{c:02}{d:02}") for a, b in clocks(mine) for c, d in clocks(theirs)
        )
        return next((slip for slip in slips if slip), None)
    return digit_slip(_figures(mine), _figures(theirs))


def clocks(value: Value) -> list[tuple[int, int]]:
    """Hours and minutes that a value may mean."""
    return [(int(key[1]), int(key[2])) for key in value.keys if key[0] == "t"]


def may_be_slip_of(told: ValueMention, noted: ValueMention) -> bool:
    """Whether one may be the other, written wrongly, by what they are of."""
    mine, theirs = told.value, noted.value
    if Kind.WEEKDAY in {mine.kind, theirs.kind}:
        is_of_one_date = not told.date or not noted.date or agree(told.date, noted.date)
        return mine.kind is theirs.kind and is_of_one_date
    if mine.kind is Kind.VOTE:
        return theirs.kind is Kind.VOTE or comparable(mine, theirs)
    if mine.kind is Kind.TIME:
        return bool(clocks(theirs)) and theirs.kind in _MAY_BE_CLOCKS
    if mine.kind is Kind.DATE:
        return theirs.kind is Kind.DATE or comparable(mine, theirs)
    return comparable(mine, theirs) or (is_number(mine) and is_number(theirs))


def _may_be_day(value: Value) -> bool:
    """Whether a value may be a date or a day of the week, well or badly written: "Fri", "21st", "18/19 July"."""
    return (
        value.kind in {Kind.DATE, Kind.WEEKDAY}
        or value.is_run
        or any(shape == "dd" for shape, *_ in value.keys)
    )


def _figures(value: Value) -> str:
    return _NO_DIGIT.sub("", value.text)


def _is_turned_down(noted: ValueMention) -> bool:
    return _TURNED_DOWN.search(noted.clause.text, 0, noted.value.start) is not None


def _may_replace(value: Value, other: Value) -> bool:
    return comparable(value, other) or {value.kind, other.kind} == {Kind.DATE, Kind.MONTH}


def _told(
    clause: Clause, values: Sequence[Value], votes: Mapping[int, CountedVote]
) -> Iterator[ValueMention]:
    for value in values:
        if value.kind in _COMPARED and not is_item_number(clause, value):
            yield ValueMention(clause, value, is_noted=False, vote=votes.get(id(value)))
            yield from _weekday(clause, value, is_noted=False)


def _noted(pair: Pair, jotting: Clause, votes: Sequence[CountedVote]) -> list[ValueMention]:
    found = [ValueMention(jotting, _as_value(vote), is_noted=True, vote=vote) for vote in votes] + [
        ValueMention(jotting, value, is_noted=True, is_stamp=True) for value in stamped(jotting)
    ]
    for value in pair.noted_values[jotting.index]:
        if value.kind is Kind.VOTE and any(v.start <= value.start < v.end for v in votes):
            continue
        found += [ValueMention(jotting, value, is_noted=True), *_weekday(jotting, value, is_noted=True)]
        found += [ValueMention(jotting, part, is_noted=True) for part in _parts(value)]
    return sorted(found, key=lambda mention: mention.value.start)


def _as_value(vote: CountedVote) -> Value:
    keys: frozenset[Key] = frozenset({("v", *vote.parts[:2])})
    return Value(Kind.VOTE, keys, vote.start, vote.end, vote.text, parts=vote.parts)


def _weekday(clause: Clause, value: Value, *, is_noted: bool) -> Iterator[ValueMention]:
    """The day of the week that is said with a date, as a value of its own."""
    name = _WEEKDAY.search(value.text) if value.kind is Kind.DATE and value.weekday is not None else None
    if name and value.weekday is not None:
        start = value.start + name.start()
        keys = frozenset({("wd", value.weekday)})
        day = Value(Kind.WEEKDAY, keys, start, start + len(name[0]), name[0])
        yield ValueMention(clause, day, is_noted, date=value)


def _parts(value: Value) -> Iterator[Value]:
    """The two figures of what may be years or a change from one to the other: "48\u219261"."""
    written = [*_FIGURE.finditer(value.text)]
    may_be_figures = value.kind is Kind.PERIOD and any(key[0] == "n" for key in value.keys)
    for figure in written if may_be_figures and len(written) == len(("first", "last")) else ():
        number, start = float(figure[0]), value.start + figure.start()
        keys = frozenset({("n", number)})
        yield Value(Kind.NUMBER, keys, start, start + len(figure[0]), figure[0], number=number)


def _reach(mention: ValueMention) -> Iterator[object]:
    """By what those that say the same are looked for."""
    if mention.kind is Kind.VOTE:
        yield from (Kind.VOTE, *mention.value.keys)
    elif mention.kind is Kind.WEEKDAY:
        yield from (key for key in mention.value.keys if key[0] == "wd")
    else:
        yield from mention.value.keys
        if not mention.is_noted and is_number(mention.value):
            yield from (("n", mention.value.number / unit) for unit in UNSAID_UNITS)


def _may_be_of_one(told: ValueMention, noted: ValueMention) -> bool:
    """Whether no two measures stand behind them: six weeks are no six months."""
    mine, theirs = (measure_of(v.clause.text, v.value) for v in (told, noted))
    return not mine or not theirs or mine == theirs


def _is_same(told: ValueMention, noted: ValueMention) -> bool:
    mine, theirs = told.value, noted.value
    if told.vote and noted.vote:
        return is_same_vote(told.vote, noted.vote)
    if mine.kind is theirs.kind is Kind.VOTE and mine.is_everybody is not theirs.is_everybody:
        return all(value.is_everybody or not any(value.parts[1:]) for value in (mine, theirs))
    if Kind.WEEKDAY in {mine.kind, theirs.kind}:
        return mine.kind is theirs.kind
    return (bool(mine.keys & theirs.keys) and agree(mine, theirs)) or is_in_unsaid_unit(mine, theirs)
