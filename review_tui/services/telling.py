"""The timeline of an item in plain words: who did what, when and why, oldest first."""

import re
from dataclasses import dataclass, replace

from review_tui.domain.telling_time import moment
from review_tui.services.amendments import Amendment, Record, read_record
from review_tui.services.ports import Entry, History
from review_tui.services.reading import ItemView
from review_tui.services.steps import is_redo, is_undo, plain_subject, trailer, turned_by, undone


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened."""

    entry: Entry
    sentence: str
    """``Amendment 3, by Dawn Example, Tuesday 22 March, 10:15: A slip; settled the date flag by Alex.``"""
    amendment: Amendment | None = None
    """Set where the minutes were amended."""
    is_undone: bool = False
    """Whether it was taken back since and counts no more."""


class Telling:
    """Tells the history of an item."""

    def __init__(self, history: History) -> None:
        self._history = history

    def timeline(self, view: ItemView) -> tuple[Told, ...]:
        """All that happened to an item and to its meeting as a whole, oldest first. Slow: wants a thread."""
        entries = self._history.log([view.name, f"{view.meeting.id}/acts"])
        record = read_record(self._history, view.draft.path, entries)
        teller = _Teller(view, record, entries)
        return tuple(map(teller.told, reversed(entries)))

    def of_book(self, limit: int | None = None) -> tuple[Told, ...]:
        """All that happened in the book, newest first, at most ``limit``; amendments have no numbers here."""
        entries = self._history.log([""], limit)
        teller = _Teller(None, Record(), entries, is_whole=limit is None or len(entries) < limit)
        is_one = len({trailer(entry, "Meeting") for entry in entries} - {""}) <= 1
        return tuple(teller.told_in_book(entry, with_meeting=not is_one) for entry in entries)

    def record(self, view: ItemView) -> Record:
        """Every version and amendment of the item's minutes."""
        return read_record(self._history, view.draft.path)


class _Teller:
    """Puts entries into words; knows what they may speak of."""

    def __init__(
        self, view: ItemView | None, record: Record, entries: tuple[Entry, ...], *, is_whole: bool = True
    ) -> None:
        self._year = view.meeting.date.year if view else None
        self._flags = {talk.flag.id: talk.flag for talk in view.state.flags} if view else {}
        self._amended = {a.entry.id: a for a in record.amendments}
        self._first = record.versions[0].entry.id if record.versions else ""
        self._known = {entry.id: entry for entry in entries}
        self._targets = turned_by(entries, is_whole=is_whole)
        self._gone = undone(entries, is_whole=is_whole)

    def told(self, entry: Entry) -> Told:
        amendment = self._amended.get(entry.id)
        is_undone = entry.id in self._gone
        sentence = self._sentence(entry, amendment)
        if is_undone:
            sentence += " (done again since)" if is_undo(entry) else " (taken back since)"
        return Told(entry, sentence, amendment, is_undone)

    def told_in_book(self, entry: Entry, *, with_meeting: bool) -> Told:
        """As ``told``, with the item before it, and the meeting where there are several."""
        told = self.told(entry)
        match = _SUBJECT.fullmatch(plain_subject(entry))
        meeting = trailer(entry, "Meeting") if with_meeting else ""
        where = ", ".join(part for part in (meeting, f"item {match['number']}" if match else "") if part)
        return replace(told, sentence=f"{where[:1].upper()}{where[1:]}: {told.sentence}") if where else told

    def _sentence(self, entry: Entry, amendment: Amendment | None) -> str:
        who = f"by {entry.by.name}, {moment(entry.at, self._year)}"
        if is_undo(entry) or is_redo(entry):
            verb = "Took back" if is_undo(entry) else "Did again"
            return f"{verb} {self._behind(entry)}, {who}"
        if amendment:
            back = self._amended.get(trailer(entry, "Undoes"))
            which = (
                f"{amendment.number}, which puts back amendment {back.number}" if back else amendment.number
            )
            told = f"Amendment {which}, {who}: {_reason(entry, end=not amendment.settles)}"
            return f"{told}; {self._settled(amendment.settles)}" if amendment.settles else told
        if entry.id == self._first:
            return f"The draft as it was received, recorded {who}"
        is_list = bool(trailer(entry, "Sign-off"))  # its body is the list of what was signed
        reason = _reason(entry) if entry.reason.strip() and not is_list else ""
        return f"{self._act(entry)}, {who}" + (f": {reason}" if reason else "")

    def _behind(self, entry: Entry) -> str:
        """What an undo or a redo was about."""
        target: Entry | None = entry
        while target and (is_undo(target) or is_redo(target)):
            target = self._known.get(self._targets[target.id])
        amendment = self._amended.get(target.id) if target else None
        if amendment:
            return f"amendment {amendment.number}"
        return f"“{_act_words(plain_subject(entry))}”"

    def _act(self, entry: Entry) -> str:
        flag = self._flags.get(trailer(entry, "Flag"))
        if flag and entry.subject.startswith("Flag "):
            on = " ".join(flag.quote.quote.split())
            return f"{flag.kind.capitalize()} flag on {f'“{on}”' if on else 'something missing'}"
        return _act_words(entry.subject)

    def _settled(self, targets: tuple[str, ...]) -> str:
        said = []
        for target in targets:
            flag = self._flags.get(target)
            said.append(f"the {flag.kind} flag by {flag.by.name}" if flag else "a flag")
        return f"settled {' and '.join(said)}."


_SUBJECT = re.compile(r"(?P<act>[A-Z][a-z]+(?: [a-z]+){0,2}?) item (?P<number>\S{1,40}): (?P<what>.{0,200})")
_PUT_BACK = "put back "
"""How an amendment that puts back another says what it does."""
_PHRASES = {
    "Flag": "{first} flag",
    "Reply on": "Reply on {what}",
    "Place": "Said where {what} stands",
    "Settle": "Settled {what}",
    "Dismiss in": "Dismissed a {what}",
    "Approve": "Approved",
    "Read": "Read, no comment",
    "Object to": "Objection",
    "Confirm evidence in": "Confirmed what {what} rests on",
    "Amend": "Amended {what}",
    "Correct": "Corrected at a later meeting: {what}",
}


def _act_words(subject: str) -> str:
    """The subject of one of our commits as one would say it; any other as it is."""
    match = _SUBJECT.fullmatch(subject)
    phrase = _PHRASES.get(match["act"]) if match else None
    if not match or not phrase:
        return subject
    what = match["what"]
    if what.startswith(_PUT_BACK):
        return f"{what[:1].upper()}{what[1:]}"
    return phrase.format(what=what, first=f"{what[:1].upper()}{what[1:]}")


def _reason(entry: Entry, *, end: bool = True) -> str:
    """The first paragraph of the reason on one line; the subject where none was given."""
    line = " ".join((entry.reason.strip().split("\n\n")[0] or entry.subject).split())
    return line if end else line.rstrip(".")
