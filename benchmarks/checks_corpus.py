"""Real minutes for the quality of checks: their text, the date of their meeting, who is named where."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.checks_names import NAMED, Person, is_name, roll
from benchmarks.minute_facts import MONTHS, WEEKDAYS, Fact, Sentence, facts, sentences
from review_tui.model.meeting import Meeting
from review_tui.model.people import Attendee

_NAMED_MONTH = "|".join(MONTHS)
_HELD = re.compile(
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+(?:the )?)?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_NAMED_MONTH})"
    rf"|(?P<month2>{_NAMED_MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?),? (?P<year>20\d\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person of the roll, or anybody with a title, named in the body of minutes."""

    surname: str
    fact: Fact


@dataclass(frozen=True)
class Minutes:
    """One file of real minutes, with what the benchmarks know of it."""

    name: str
    text: str
    date: dt.date | None = None
    """Of the meeting, where the heading says one that its weekday and the date of publication bear out."""
    present: tuple[Person, ...] = ()
    apologies: tuple[Person, ...] = ()
    body_start: int = 0
    """Where the lists of those present and absent end."""

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Dates, figures and verbs in the text, in order."""
        return facts(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The text in sentences."""
        return sentences(self.text)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Who is named where, the lists at the top included."""
        return tuple(_mentions(self))

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    def meeting(self, *, with_roll: bool) -> Meeting | None:
        """The meeting as a book would give it, or ``None`` where its date can't be told."""
        if self.date is None:
            return None
        people = [
            tuple(Attendee(p.name) for p in listed) if with_roll else ()
            for listed in (self.present, self.apologies)
        ]
        return Meeting(self.name, "Parish Council", self.date, present=people[0], apologies=people[1])


def minutes(folder: Path) -> Iterator[Minutes]:
    """The minutes in ``folder`` (``*.md``) by name, without their front matter."""
    for path in sorted(folder.glob("*.md")):
        raw = path.read_text(encoding="utf-8")
        text = raw.split("\n---\n", 1)[-1] if raw.startswith("---\n") else raw
        yield read(path.name, text, _published(path.name, raw))


def read(name: str, text: str, published: dt.date | None = None) -> Minutes:
    """Minutes from their text."""
    present, apologies, end = roll(text)
    return Minutes(name, text, meeting_date(text, published), present, apologies, end)


def meeting_date(text: str, published: dt.date | None) -> dt.date | None:
    """The date in the first lines, unless its weekday or the date of publication speaks against it."""
    for match in _HELD.finditer(text[:700].replace("*", "")):
        said = match.groupdict()
        month = [m.lower() for m in MONTHS].index((said["month"] or said["month2"]).lower()) + 1
        try:
            date = dt.date(int(said["year"]), month, int(said["day"] or said["day2"]))
        except ValueError:
            return None
        right_day = not said["weekday"] or WEEKDAYS[date.weekday()].lower() == said["weekday"].lower()
        in_time = published is None or -40 <= (published - date).days <= 200
        return date if right_day and in_time else None
    return None


def _mentions(source: Minutes) -> Iterator[Mention]:
    """Titled names, full names of the roll, and initials that the roll gives."""
    people = (*source.present, *source.apologies)
    known = {p.surname for p in people}
    taken = bytearray(len(source.text))
    for match in NAMED.finditer(source.text):
        if not is_name(match, known=match["surname"] in known):
            continue
        words = match[0].rstrip()
        taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
        yield Mention(match["surname"], Fact("name", match.start(), match.start() + len(words), words))
    shorts = {p.short: p.surname for p in people if p.short}
    if shorts:
        for match in re.finditer(rf"\b(?:{'|'.join(shorts)})\b", source.text):
            if not taken[match.start()] and source.text[match.start() - 1 : match.start()] != "(":
                yield Mention(shorts[match[0]], Fact("name", match.start(), match.end(), match[0]))


def _published(name: str, raw: str) -> dt.date | None:
    """The date of publication: of the front matter, or of the month that the name begins with."""
    dated = re.search(r'^date: "?(\d{4}-\d\d-\d\d)', raw[:600], re.MULTILINE)
    if dated:
        return dt.date.fromisoformat(dated[1])
    figures = re.match(r"(20\d\d)(0[1-9]|1[0-2])", name)
    return dt.date(int(figures[1]), int(figures[2]), 28) if figures else None
