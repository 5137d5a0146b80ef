"""What a reviewer would undo or redo next, found in the history alone: it holds across restarts."""

from collections.abc import Callable, Iterator, Sequence

from review_tui.domain import messages
from review_tui.domain.people import Reviewer
from review_tui.services.ports import Entry, History

_FIRST, _MORE = 64, 8
"""Entries that are read at first, and how many times more when that did not say."""


def trailer(entry: Entry, key: str) -> str:
    """The first value of a trailer, or empty."""
    return next((value for name, value in entry.trailers if name == key), "")


def trailers(entry: Entry, key: str) -> tuple[str, ...]:
    """Every value of a trailer."""
    return tuple(value for name, value in entry.trailers if name == key)


def is_undo(entry: Entry) -> bool:
    """Whether ``entry`` took an act back."""
    return entry.subject.startswith(messages.UNDO) and bool(trailer(entry, messages.UNDOES))


def is_redo(entry: Entry) -> bool:
    """Whether ``entry`` did again what was taken back."""
    return entry.subject.startswith(messages.REDO) and bool(trailer(entry, messages.REDOES))


def is_act(entry: Entry) -> bool:
    """Whether ``entry`` is an act of a reviewer made by this program, rather than a draft taken in."""
    return bool(trailer(entry, "Meeting")) and not entry.subject.startswith(f"{messages.TAKE_IN} ")


def plain_subject(entry: Entry) -> str:
    """What was done in the first place, however often it was undone and redone since."""
    subject = entry.subject
    while subject.startswith((messages.UNDO, messages.REDO)):
        subject = subject[len(messages.UNDO) :]
    return subject


def undone(entries: Sequence[Entry]) -> frozenset[str]:
    """The ids of the acts that do not count any more. ``entries`` are newest first."""
    gone: set[str] = set()
    for entry in entries:
        if entry.id in gone:
            continue
        if is_undo(entry):
            gone.add(trailer(entry, messages.UNDOES))
        elif is_redo(entry):
            gone.add(trailer(entry, messages.REDOES))
    return frozenset(gone)


def next_undo(history: History, who: Reviewer) -> tuple[Entry, ...]:
    """The newest act of ``who`` that is not undone, with all that came after it, newest first; or nothing."""
    return _found(history, lambda entries: _newest_act(entries, who))


def all_undos(history: History, who: Reviewer, most: int) -> tuple[Entry, ...]:
    """The acts of ``who`` that are not undone, newest first: what undoing again and again would take back."""
    limit = _FIRST
    while True:
        entries = history.log([""], limit)
        found = _acts_left(entries, who)
        if len(found) >= most or len(entries) < limit:
            return tuple(found[:most])
        limit *= _MORE


def next_redo(history: History, who: Reviewer) -> tuple[Entry, ...]:
    """The undo of ``who`` to take back next, with all that came after it, newest first; or nothing.

    A new act of theirs ends what could be redone.
    """
    return _found(history, lambda entries: _newest_undo(entries, who))


def _newest_act(entries: Sequence[Entry], who: Reviewer) -> int | None:
    """The place of the act; ``None`` when more has to be read."""
    return next(_places_left(entries, who), None)


def _acts_left(entries: Sequence[Entry], who: Reviewer) -> list[Entry]:
    return [entries[place] for place in _places_left(entries, who)]


def _places_left(entries: Sequence[Entry], who: Reviewer) -> Iterator[int]:
    """The places of the acts of ``who`` that are not undone, newest first."""
    taken_back: set[str] = set()
    for place, entry in enumerate(entries):
        if not entry.by.is_same(who) or not is_act(entry):
            continue
        if is_undo(entry):
            taken_back.add(trailer(entry, messages.UNDOES))
        elif entry.id not in taken_back:
            yield place


def _newest_undo(entries: Sequence[Entry], who: Reviewer) -> int | None:
    """The place of the undo; -1 for none, ``None`` when more has to be read."""
    redone: set[str] = set()
    for place, entry in enumerate(entries):
        if not entry.by.is_same(who) or not is_act(entry):
            continue
        if is_redo(entry):
            redone.add(trailer(entry, messages.REDOES))
        elif not is_undo(entry):
            return -1
        elif entry.id not in redone:
            return place
    return None


def _found(history: History, find: Callable[[Sequence[Entry]], int | None]) -> tuple[Entry, ...]:
    limit = _FIRST
    while True:
        entries = history.log([""], limit)
        place = find(entries)
        if place is not None:
            return tuple(entries[: place + 1])
        if len(entries) < limit:
            return ()
        limit *= _MORE
