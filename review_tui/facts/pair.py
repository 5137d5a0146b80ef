"""A draft and its notes, read once for all that is compared."""

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from review_tui.facts.aliases import LABEL, keeper_of, learned_aliases, plain_aliases
from review_tui.facts.clauses import Clause, clauses_of_draft
from review_tui.facts.jottings import jottings_of_notes
from review_tui.facts.known_days import MeetingDay, meeting_day
from review_tui.facts.links import Links
from review_tui.facts.mentions import MYSELF, Mention, MentionReader
from review_tui.facts.reader import read_values
from review_tui.facts.roster import Roster, Who
from review_tui.facts.settled_values import settled, told_values, with_same_period
from review_tui.facts.values import Value, is_compared
from review_tui.language.day_order import day_first_in
from review_tui.language.note_marks import without_note_marks
from review_tui.model.material import Document, Material

_ROLL = re.compile(
    r"\b(?:present|attending|in attendance|officers|(?:board |committee )?members|governors|directors|trustees|councillors)\b",
    re.IGNORECASE,
)
_APOLOGY = re.compile(r"apolog|absent|regrets", re.IGNORECASE)
_FORMER = re.compile(
    r"(?:\bwas|\bwere|\bold|\bnot|\binstead of|\bpreviously|\blast (?:yr|year|time)|\(\w{1,12} (?:want(?:s|ed)|asked for|said|says|suggested)) [\u00a3$]?\Z",
    re.IGNORECASE,
)
"""What stands before a value that is no longer so, or was only wanted: "6% (Mwiti wanted 8)"."""
_TAKEN_BACK = re.compile(
    r"\s*[-\u2013\u2014,;.]{0,3}\s*(?:no,? (?:sorry|wait|i |it'?s |that'?s |make)|sorry,? |correction\b|scrub that|i mean\b)"
    r"|\s*[\u2717\u2718\u274c][^\u2192>\n]{0,30}(?:\u2192|->)\s?(?=[\w ]{0,5}\d)",
    re.IGNORECASE,
)
"""What follows a value that the one who said it takes back at once."""
_LONGEST_FORMER = 20
"""Characters that it is looked for in."""
_ACTED = re.compile(r"\b(?:moved|motion|proposed|second(?:ed)?|resolved|agreed)\b", re.IGNORECASE)
_SPOKE = re.compile(
    r"\b(?:that|felt|asked|said|thought|heard|discussed|considered|wondered|suggested)\b", re.IGNORECASE
)
"""What says that those who are named before a colon said something: "Members felt that the report was weak: ..."."""
_SHORT_HEADING = 40
"""Characters below which what names a group only announces who is in it."""
_SHORTEST_NAME, _FEWEST_NAMED = 4, 4
"""Letters of a name that tells how names are written, and how many with capitals do."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_NAME = re.compile(r"\b[A-Z][a-z]+")
_SPEAKER = re.compile(r"\s*(?:Councillor|Cllr|Mrs?|Ms|Dr)\.? ([A-Z][a-z]+(?: [A-Z][a-z]+)?):\s")
_SHOUTED = 0.7
"""Share of large letters in notes that are in capitals throughout."""
_ROLL_LENGTH = 6
"""Clauses after the word that a roll may go on for."""
_CAPTIONS = re.compile(r"^WEBVTT|\d --> \d", re.MULTILINE)
_CUE = re.compile(r"-->|^[ \t]*\[?\d{1,2}:\d\d(?::\d\d)?\]? <", re.MULTILINE)
"""What captions or a log have."""
_MOSTLY_LABELLED, _ALL_LABELLED = 0.6, 0.85
"""Share of the lines of talk that begin with who speaks, or with the time; the same where nothing else tells that it is talk."""
_MOSTLY_NAMES = 0.45
"""Share of names among the words of a line that goes on with a list of people."""


@dataclass(eq=False)
class Pair:
    """The draft and the notes of one item."""

    draft: Document
    notes: tuple[Document, ...]
    month_first: bool
    attendees: tuple[str, ...] = ()
    """Those whom the meeting's own list names."""
    apologies: tuple[str, ...] = ()
    """Those whom it lists as absent."""
    day: dt.date | None = None
    """When it met, as its file says."""
    clauses: tuple[Clause, ...] = field(init=False)
    jottings: tuple[Clause, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.clauses = clauses_of_draft(self.draft)
        self.jottings = jottings_of_notes(self.notes, frozenset(_WORD.findall(self.draft.text.lower())))

    @cached_property
    def text(self) -> str:
        """The draft without marks."""
        return without_note_marks(self.draft.text).text

    @cached_property
    def meeting(self) -> MeetingDay:
        """The day of the meeting."""
        return meeting_day(self.draft.text, self.day, day_first=not self.month_first)

    @cached_property
    def roster(self) -> Roster:
        """Everybody whom the draft names."""
        speakers = {
            m[1]
            for j in self.jottings
            for m in [_SPEAKER.match(j.text)]
            if m and m[1].split()[-1] in self.text
        }
        listed = (*self.attendees, *self.apologies, *sorted(speakers))
        return Roster(self.draft, self.text, listed, "\n".join(note.text for note in self.notes))

    @cached_property
    def _mention_reader(self) -> MentionReader:
        letters = [c for j in self.jottings for c in j.text if c.isalpha()]
        large = sum(map(str.isupper, letters))
        return MentionReader(
            self.roster,
            is_shouted=large > _SHOUTED * len(letters),
            writes_small=self._writes_small(),
            speakers=self._speakers(),
        )

    def _writes_small(self) -> bool:
        """Whether the notes have any name in small letters that is no word of the draft, or hardly any name at all."""
        names = {name for p in self.roster.all for name in (p.first, p.last) if len(name) >= _SHORTEST_NAME}
        words = Counter(word for jotting in self.jottings for word in _WORD.findall(jotting.text))
        told = frozenset(_WORD.findall(self.text))
        small = sum(words[name.lower()] for name in names if name.lower() not in told)
        large = sum(words[name] for name in names)
        return small > 0 or large < _FEWEST_NAMED

    def _speakers(self) -> dict[int, str]:
        """The label of each line of a transcript, a log or a chat, empty for none; nothing of other notes."""
        lines = {jotting.item: jotting for jotting in reversed(self.jottings)}
        labels = {item: label["who"] if (label := LABEL.match(j.text)) else "" for item, j in lines.items()}
        share = sum(map(bool, labels.values())) / max(1, len(lines))
        is_stamped = sum(bool(j.stamp) for j in lines.values()) > _MOSTLY_LABELLED * len(lines)
        is_cued = any(_CUE.search(note.text) for note in self.notes)
        is_talk = share > (_MOSTLY_LABELLED if is_stamped or is_cued else _ALL_LABELLED)
        return labels if is_talk or any(_CAPTIONS.search(note.text) for note in self.notes) else {}

    @property
    def _year(self) -> int:
        """Of the meeting, 0 where that is not known."""
        day = self.meeting.reference
        return day.year if day else 0

    @cached_property
    def values(self) -> list[tuple[Value, ...]]:
        """The values of each clause."""
        return [
            _read_clause_values(clause.text, jotted=False, month_first=self.month_first, around=self._year)
            for clause in self.clauses
        ]

    @cached_property
    def noted_values(self) -> list[tuple[Value, ...]]:
        """The values of each jotting, each in the reading that the draft's own values bear out."""
        told = told_values(self.values, self._year)
        read = [
            settled(
                clause.text,
                _read_clause_values(
                    clause.text, jotted=True, month_first=self.month_first, around=self._year
                ),
                told,
            )
            for clause in self.jottings
        ]
        return [with_same_period(self.jottings, read, clause) for clause in self.jottings]

    @cached_property
    def mentions(self) -> list[list[Mention]]:
        """Whom each clause names."""
        return [self._mention_reader.named_in(clause) for clause in self.clauses]

    @cached_property
    def _noted_by_name(self) -> tuple[list[list[Mention]], dict[str, Who]]:
        """Whom each jotting names, as far as the notes alone tell, and what they call people."""
        noted = [self._mention_reader.noted_in(clause) for clause in self.jottings]
        aliases = plain_aliases(self.roster, self.jottings, noted, self.text)
        return self._read_again(noted, aliases), aliases

    @cached_property
    def keeper(self) -> Who:
        """Who keeps the notes, as the labels of a log tell; nobody where they do not."""
        return keeper_of(self.roster, self.jottings, self._noted_by_name[0]) or frozenset()

    @cached_property
    def noted(self) -> list[list[Mention]]:
        """Whom each jotting means."""
        noted, plain = self._noted_by_name
        if not self.roster.all:
            return noted
        return self._read_again(noted, learned_aliases(self.roster, self.links, self.mentions, noted, plain))

    def _read_again(self, noted: list[list[Mention]], aliases: dict[str, Who]) -> list[list[Mention]]:
        """The same with whom the words of the notes mean that are known by now."""
        if not aliases:
            return noted
        self._mention_reader.learn(aliases)
        words = re.compile(rf"\b(?:{'|'.join(map(re.escape, (*MYSELF, *aliases)))})\b", re.IGNORECASE)
        return [
            self._mention_reader.noted_in(clause) if words.search(clause.text) else before
            for clause, before in zip(self.jottings, noted, strict=True)
        ]

    def meant_by(self, word: str) -> tuple[Who, int]:
        """Whom a word of the notes may mean, and how surely: 2, 1 or 0."""
        return self._mention_reader.meant_by(word)

    @cached_property
    def links(self) -> Links:
        """Which jottings each clause was written from."""
        return Links(
            self.clauses,
            self.jottings,
            (self.values, self.noted_values),
            (self.mentions, self._noted_by_name[0]),
        )

    @cached_property
    def roll(self) -> frozenset[int]:
        """The clauses that say who was there."""
        found: set[int] = set()
        last = None
        for clause in self.clauses:
            text = clause.text
            words, names = len(text.split()), len(_NAME.findall(text))
            if _APOLOGY.search(text[:30]) or _ACTED.search(text):
                continue
            head = text[:60].partition(":")
            says = _ROLL.search(text[:45]) and (
                (head[1] and not _SPOKE.search(head[0])) or len(text) < _SHORT_HEADING
            )
            goes_on = last is not None and clause.index - last < _ROLL_LENGTH and words > 3 and "," in text
            if says or (goes_on and names > _MOSTLY_NAMES * words):
                found.add(clause.index)
                last = clause.index
        return frozenset(found)

    def beside(self, index: int, reach: int = 1) -> list[Clause]:
        """The clauses around one, of the same item, itself included."""
        item = self.clauses[index].item
        return [c for c in self.clauses[max(0, index - reach) : index + reach + 1] if c.item == item]


def _read_clause_values(text: str, *, jotted: bool, month_first: bool, around: int) -> tuple[Value, ...]:
    """As ``read_values``, each clause with values of its own, as what agrees is kept by value."""
    return tuple(
        replace(
            value,
            is_former=_is_former(text, value) if jotted else is_compared(text, value.start),
        )
        for value in read_values(text, jotted=jotted, month_first=month_first, around=around)
    )


def _is_former(text: str, value: Value) -> bool:
    """Whether a note gives a value as what was before, or takes it back."""
    before = text[max(0, value.start - _LONGEST_FORMER) : value.start]
    return _FORMER.search(before) is not None or _TAKEN_BACK.match(text, value.end) is not None


def pair_of(material: Material) -> Pair:
    """The draft and notes of ``material``, read; the same object for the same texts."""
    texts = tuple((d.file, d.text) for d in (material.draft, *material.notes))
    return _pair(_MaterialByTexts(texts, material))


class _MaterialByTexts:
    """Tells materials apart by their texts."""

    def __init__(self, texts: tuple[tuple[str, str], ...], material: Material) -> None:
        self.texts, self.material = (
            (
                *texts,
                ("", str(material.day_first)),
                (
                    "",
                    str(
                        material.meeting
                        and (
                            material.meeting.present,
                            material.meeting.apologies,
                            material.meeting.in_attendance,
                            material.meeting.date,
                        )
                    ),
                ),
            ),
            material,
        )

    def __hash__(self) -> int:
        return hash(self.texts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _MaterialByTexts) and self.texts == other.texts


@lru_cache(maxsize=4)
def _pair(key: _MaterialByTexts) -> Pair:
    material = key.material
    american = not day_first_in(material)
    meeting = material.meeting
    there = tuple(p.name for p in (*meeting.present, *meeting.in_attendance)) if meeting else ()
    away = tuple(p.name for p in meeting.apologies) if meeting else ()
    day = meeting.date if meeting else None
    return Pair(material.draft, material.notes, american, there, away, day)
