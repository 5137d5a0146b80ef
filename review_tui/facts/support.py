"""Reads each passage of a draft into its facts, and looks for each in the notes that it was written from.

A fact is a value (a figure, a sum, a day, a time, a vote), a person, another name, or what became of a thing. It
counts as found only where the linked jottings have it, or a figure so telling that it stands nowhere by chance: that
the notes name somebody somewhere says nothing of what is said of them here. Nothing is found for want of the opposite.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import islice

from review_tui.facts.clauses import Clause
from review_tui.facts.links import telling_words
from review_tui.facts.mentions import Mention
from review_tui.facts.outcome_words import OUTCOMES
from review_tui.facts.pair import Pair
from review_tui.facts.roster import Who
from review_tui.facts.values import Kind, Value, agree, are_years, is_number, is_telling_number
from review_tui.facts.wording import trimmed
from review_tui.language.calendar_words import MONTH, WEEKDAY
from review_tui.language.person_mentions import ANY_TITLE
from review_tui.language.roles import ROLE
from review_tui.language.stop_words import FORMAL_WORDS, GRAMMAR_WORDS, is_voting_word, word_set_of
from review_tui.language.words import written_words
from review_tui.model.fact_support import Fact, FactStatus
from review_tui.model.findings import Location
from review_tui.model.material import Material

PERSON, NAME, OUTCOME = "person", "name", "outcome"
_MOST_NOTED = 4
"""Places of the notes that are shown for one fact."""
_SAME = 0.55
"""How surely a jotted word must stand for a word of a name."""
_QUARTER = 15
"""Minutes: a time between the quarters of an hour is hardly in the notes by chance."""
_LEAST_WORDED = 2
"""Numbers in words below it, "one of them", count nothing."""
_MOST_BY_CHANCE = 12
"""A larger number is no part of a period: 23 is not in the notes for their 23/24."""
_CAPITAL = r"(?:[A-Z][\w'&-]*[a-z][\w'-]*|[A-Z]{2,6}\b)"
_NAME = re.compile(rf"\b{_CAPITAL}(?:\s+(?:of |the |and |& )?{_CAPITAL}){{0,5}}")
_LABEL = re.compile(r"[^:\d]{1,40}:\W*")
"""A line that only says what comes below it: "Any Other Business:"."""
_TITLE = re.compile(r"\bminutes of (?:a|the|an)\b|\bmeeting of\b", re.IGNORECASE)
_TITLE_LENGTH = 60
"""Characters of a clause in which its title stands."""
_BEGINS = re.compile(r"(?:\A|[.:;!?]\s|[-\u2013\u2022]\s|\)\s?)\W*\Z")
"""What stands before a word that has its capital for beginning a sentence."""
_DECIDED = re.compile(r"\b(?:agreed|resolved|decided)\b(?= (?:that|to)\b)", re.IGNORECASE)
_JOINT = re.compile(
    r"\s*[-/\u2010-\u2015\u2212]+\s*|\s+(?:to|and|until|till?|through|thru)\s+", re.IGNORECASE
)
"""What may stand between the ends of a run."""
_TOLD_BY_END = re.compile(r"(?:\w+ months|half|year|yr|y/?e|quarter|month|period)\b", re.IGNORECASE)
"""How a run begins that is told by its last day: "year ended 31 March"."""
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b")
_NOT_BEFORE = re.compile(r"(?:\b(?:not|no|never)|n't)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_TITLED = re.compile(rf"(?:{ANY_TITLE}|{ROLE}|(?i:{ROLE}))\Z")
_CALENDAR = re.compile(rf"(?:{MONTH}|{WEEKDAY})\Z", re.IGNORECASE)
_NO_NAMES = word_set_of(
    "resolution action year years level key stage proposed seconded absence apologies cllrs councillors agenda officer officers present"
)
"""Words with a capital that name nothing."""
_CLASSES = word_set_of(
    "road lane street drive close avenue way hall fund group project scheme centre park field fields association trust "
    "society school church house farm cottage account report plan policy act working party team service services"
)
"""Words of names that clerks leave out: what is named is known without them."""


def facts_of(pair: Pair, body: str = "") -> tuple[Fact, ...]:
    """Every fact of the draft, in order: found or missing. Places count characters of ``pair``'s documents.

    ``body`` is who meets: their own name is noted by nobody, and no fact.
    """
    known = {word.low for text in (body, *_headings(pair)) for word in telling_words(text)}
    reader = _Reader(pair, known)
    stating = (c for c in pair.clauses if not (c.is_heading or _LABEL.fullmatch(c.text)))
    found = [fact for clause in stating for fact in reader.of_clause(clause)]
    return tuple(sorted(found, key=lambda fact: (fact.place.span.start, fact.place.span.end)))


def in_files(facts: Iterable[Fact], material: Material) -> tuple[Fact, ...]:
    """Facts with their places counted in the files, which may have marks and other line ends."""
    documents = {document.file: document for document in (*material.notes, material.draft)}

    def put(place: Location) -> Location:
        return documents[place.file].in_file(place)

    return tuple(replace(fact, place=put(fact.place), noted=tuple(map(put, fact.noted))) for fact in facts)


def _headings(pair: Pair) -> Iterator[str]:
    """Headings and the title, which name who meets and what about."""
    return (
        clause.text
        for clause in pair.clauses
        if clause.is_heading or _TITLE.search(clause.text[:_TITLE_LENGTH])
    )


_Noted = tuple[Clause, int, int]
"""Words of a jotting."""


def _fact(clause: Clause, kind: str, span: tuple[int, int], noted: Iterable[_Noted]) -> Fact:
    some = list(islice(noted, _MOST_NOTED))
    places = tuple(dict.fromkeys(jotting.place(start, end) for jotting, start, end in some))
    return Fact(kind, clause.place(*span), FactStatus.FOUND if some else FactStatus.MISSING, places)


class _Reader:
    """Looks for the facts of each clause in the jottings that it was written from."""

    def __init__(self, pair: Pair, known: AbstractSet[str]) -> None:
        self._pair, self._known = pair, known
        self._likeliest: dict[int, list[int]] = {}

    def of_clause(self, clause: Clause) -> Iterator[Fact]:
        """The facts of one clause, by kind."""
        pair = self._pair
        taken: list[tuple[int, int]] = []
        for value in pair.values[clause.index]:
            taken.append((value.start, value.end))
            if not _is_mere_word(value):
                yield from self._value_fact(clause, value)
        told: set[Who] = set()
        for mention in pair.mentions[clause.index]:
            taken.append((mention.start, mention.end))
            if not mention.is_role and mention.who not in told:
                told.add(mention.who)
                yield _fact(clause, PERSON, (mention.start, mention.end), self._noted_person(clause, mention))
        if clause.index not in pair.roll:
            for start, end, words in _things_named(clause.text, taken):
                if not set(words) <= self._known:
                    yield _fact(clause, NAME, (start, end), self._noted_name(clause, (start, end), words))
            yield from self._outcomes(clause)

    def _nearby_jottings(self, clause: Clause) -> list[int]:
        """The jottings that a clause and its neighbours in the passage were written from, and what is by them."""
        beside = [c.index for c in self._pair.beside(clause.index) if c.passage == clause.passage]
        for index in beside:
            if index not in self._likeliest:
                self._likeliest[index] = self._pair.links.likeliest(index)
        ordered = (clause.index, *(index for index in beside if index != clause.index))
        return self._pair.links.near([j for index in ordered for j in self._likeliest[index]])

    def _value_fact(self, clause: Clause, value: Value) -> Iterator[Fact]:
        said, near = self._pair.links.supporting(value), self._nearby_jottings(clause)
        if value.is_run and (ends := _ends_of_run(value)):
            yield from self._facts_of_run(clause, value, ends)
            return
        where = [j for j in near if j in said] or (sorted(said) if _is_telling(value) else [])
        noted = self._noted_values(
            where, lambda theirs: agree(value, theirs) and not _is_by_chance(value, theirs)
        )
        start, end = trimmed(value)
        if value.kind is Kind.DATE and value.weekday is not None:
            day = start + len(value.text.split()[0].rstrip(",."))
            if not _is_of_calendar(value):
                days = self._noted_values(where or near, lambda theirs: _is_of_weekday(theirs, value.weekday))
                yield _fact(clause, Kind.WEEKDAY.value, (start, day), days)
            start = end - len(clause.text[day:end].lstrip(" ,"))
        yield _fact(clause, value.kind.value, (start, end), noted)

    def _facts_of_run(self, clause: Clause, run: Value, ends: Iterable[tuple[int, int]]) -> Iterator[Fact]:
        """Either end of a run, so that the one that is not in the notes can be shown."""
        near = self._nearby_jottings(clause)
        for span, day in zip(ends, run.ends, strict=True):
            found = [
                (self._pair.jottings[j], *trimmed(theirs))
                for j in near for theirs in self._pair.noted_values[j] if _is_end(theirs, day)
            ]  # fmt: skip
            yield _fact(clause, run.kind.value, span, found)

    def _noted_values(self, where: Iterable[int], is_meant: Callable[[Value], bool]) -> Iterator[_Noted]:
        for j in where:
            for theirs in self._pair.noted_values[j]:
                if is_meant(theirs):
                    yield self._pair.jottings[j], *trimmed(theirs)

    def _noted_person(self, clause: Clause, mention: Mention) -> Iterator[_Noted]:
        """Where the notes of the clause name a person; of a list of those present, where any do.

        A clause that says no more than who moved it is of the notes of the one before.
        """
        pair, links = self._pair, self._pair.links
        linked = links.linked[clause.index]
        if _says_only_who(pair, clause):
            before = (c for c in pair.beside(clause.index) if c.index <= clause.index)
            linked = [j for c in before for j in links.linked[c.index]]
        linked = linked or self._nearby_jottings(
            clause
        )  # "Greg presented the figures", which the next sentences tell
        where = range(len(pair.jottings)) if clause.index in pair.roll else links.near(linked)
        for j in where:
            for theirs in pair.noted[j]:
                if theirs.who & mention.who:
                    yield pair.jottings[j], theirs.start, theirs.end

    def _noted_name(self, clause: Clause, span: tuple[int, int], words: list[str]) -> list[_Noted]:
        """Where the linked jottings have a name: its telling words, or its initials."""
        links = self._pair.links
        capitals = re.findall(r"\b[A-Z]", clause.text[slice(*span)])
        initials = {"".join(letters).lower() for letters in ([w[0] for w in words], capitals)}
        found: list[_Noted] = []
        covered: set[str] = set()
        for j in self._nearby_jottings(clause):
            for word in links.note_words[j]:
                meant = links.meanings.get(word.text, {})
                mine = {w for w in words if meant.get(w, 0.0) >= _SAME}
                if mine or (len(capitals) > 1 and word.low in initials):
                    covered |= mine or set(words)
                    found.append((self._pair.jottings[j], word.start, word.end))
        needed = {w for w in words if w not in _CLASSES} or set(words)
        return found if 2 * len(covered & needed) > len(needed) else []

    def _outcomes(self, clause: Clause) -> Iterator[Fact]:
        """What became of things; where the clause's own jotting has an outcome, no other line bears it out."""
        pair = self._pair
        said = [
            (match, theirs)
            for mine, theirs in (*OUTCOMES.values(), (_DECIDED, OUTCOMES["approved"][1]))
            if (
                match := next(
                    (m for m in mine.finditer(clause.text) if not _is_mere_noun(clause.text, m)), None
                )
            )
        ]
        if not said:
            return
        own = pair.links.near(pair.links.linked[clause.index][:1])
        is_told = any(_outcome_in(pair.jottings[j].text, each) for j in own for _, each in OUTCOMES.values())
        for match, theirs in said:
            noted = [
                (pair.jottings[j], *found.span())
                for j in (own if is_told else self._nearby_jottings(clause))
                if (found := _outcome_in(pair.jottings[j].text, theirs))
            ]
            if not noted and theirs is OUTCOMES["approved"][1]:  # a vote is as good as the word
                noted = list(self._noted_values(own, _carries))
            yield _fact(clause, OUTCOME, match.span(), noted)


def _ends_of_run(value: Value) -> tuple[tuple[int, int], ...]:
    """Where either end of a run stands in its clause; none where only one is written."""
    middle = len(value.text) / 2
    joints = [m for m in _JOINT.finditer(value.text) if m.start() and m.end() < len(value.text)]
    joint = min(joints, key=lambda m: abs(m.start() + m.end() - 2 * middle), default=None)
    if joint is None or not re.search(r"\w", value.text[: joint.start()]) or _TOLD_BY_END.match(value.text):
        return ()
    stop = trimmed(value)[1]
    return (value.start, value.start + joint.start()), (value.start + joint.end(), stop)


def _is_end(theirs: Value, day: tuple[int, ...]) -> bool:
    """Whether a value of the notes is, begins or ends with a day; the month will do where it gives no day."""
    if theirs.is_run:
        said = [*theirs.ends]
    elif theirs.kind is Kind.DATE:
        said = [theirs.parts]
    elif theirs.kind is Kind.MONTH:
        return theirs.parts[1:] == day[1:2] and are_years(theirs.parts[0], day[0])
    else:
        return False
    return any(parts[1:] == day[1:] and are_years(parts[0], day[0]) for parts in said)


def _is_mere_word(value: Value) -> bool:
    """Whether a value is no fact: the number of an item, "one of them", somebody who "sat"."""
    return (
        value.kind is Kind.REFERENCE
        or (value.kind is Kind.WEEKDAY and value.text[0].islower())
        or (value.kind is Kind.NUMBER and value.by_words and value.number < _LEAST_WORDED)
    )


def _is_by_chance(value: Value, theirs: Value) -> bool:
    """Whether a value of the notes agrees only in a reading that says little: a day alone, half a period."""
    if value.kind is theirs.kind is Kind.MONTH and len(theirs.parts) > 1:
        return bool(value.parts[0] and theirs.parts[0] and value.parts[0] != theirs.parts[0])
    if value.kind is Kind.DATE:
        shared = {key[0] for key in value.keys & theirs.keys}
        return shared == {"dd"} and theirs.kind is not Kind.DATE and not _ORDINAL.search(theirs.text)
    if "/" in theirs.text and is_number(value):
        return value.kind is not Kind.NUMBER or value.number > _MOST_BY_CHANCE
    return value.kind is Kind.FRACTION and "/" in theirs.text and not _says_share(value, theirs)


def _says_share(value: Value, theirs: Value) -> bool:
    return any(key[0] == "of" for key in value.keys & theirs.keys)


def _is_of_weekday(theirs: Value, weekday: int | None) -> bool:
    return weekday is not None and (theirs.weekday == weekday or ("wd", weekday) in theirs.keys)


def _carries(vote: Value) -> bool:
    return vote.kind is Kind.VOTE and (
        vote.is_everybody or (len(vote.parts) > 1 and vote.parts[0] > vote.parts[1])
    )


def _is_of_calendar(value: Value) -> bool:
    """Whether the calendar has that day of the week for a date with its year: then it is no fact of its own."""
    year, month, day = value.parts
    try:
        return bool(year) and dt.date(year, month, day).weekday() == value.weekday
    except ValueError:
        return False


def _is_telling(value: Value) -> bool:
    """Whether a value is hardly in the notes by chance."""
    if value.kind is Kind.TIME:
        return value.parts[1] % _QUARTER > 0
    return is_telling_number(value) or (value.kind is Kind.DATE and value.year > 0)


def _says_only_who(pair: Pair, clause: Clause) -> bool:
    named = pair.mentions[clause.index]
    return all(
        word.low in FORMAL_WORDS
        or word.low == "moved"
        or is_voting_word(word.low)
        or any(m.start <= word.start < m.end for m in named)
        for word in pair.links.draft_words[clause.index]
    )


def _things_named(text: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int, list[str]]]:
    """Names of places, bodies and things, with their telling words in small letters.

    One word that begins a sentence is none.
    """
    for match in _NAME.finditer(text):
        start, end = match.span()
        if any(a < end and start < b for a, b in taken):
            continue
        words = written_words(match[0])
        if _BEGINS.search(text[max(0, start - 6) : start]):
            first = words[0] if words else ""
            if len(words) < 2 or not (first.lower() in GRAMMAR_WORDS or first.lower() in FORMAL_WORDS):
                words = words[1:] and words
            else:
                start = text.index(words[1], start + len(first))
                words = words[1:]
        telling = [
            w.low for w in telling_words(text[start:end] if words else "") if w.low not in FORMAL_WORDS
        ]
        if (
            telling
            and not _TITLED.search(match[0])
            and not any(w in _NO_NAMES or _CALENDAR.match(w) for w in telling)
        ):
            yield start, end, telling


def _outcome_in(text: str, words: re.Pattern[str]) -> re.Match[str] | None:
    return next((m for m in words.finditer(text) if not _NOT_BEFORE.search(text[: m.start()])), None)


def _is_mere_noun(text: str, outcome: re.Match[str]) -> bool:
    """Whether an outcome is only spoken of, "for approval", or is denied."""
    is_noun = outcome[0].lower().endswith(("approval", "acceptance", "adoption", "endorsement", "grant"))
    return (is_noun and "recommend" not in text[: outcome.start()].lower()) or (
        _NOT_BEFORE.search(text[: outcome.start()]) is not None
    )
