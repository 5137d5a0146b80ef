"""What a reviewer would undo or redo next, found in the history alone: it holds across restarts."""

from collections.abc import Container, Iterator, Sequence
from functools import partial
from typing import Protocol

from review_tui.application.ports import History, HistoryEntry
from review_tui.model import commit_messages
from review_tui.model.errors import Refusal
from review_tui.model.people import Reviewer

_FIRST, _MORE = 64, 8
"""Entries that are read at first, and how many times more when that did not say."""


class _LogSearch(Protocol):
    """Finds the place of an entry among those that were read, newest first; ``None`` asks for more."""

    def __call__(self, entries: Sequence[HistoryEntry], *, is_whole: bool) -> int | None: ...


def trailer(entry: HistoryEntry, key: str) -> str:
    """The first value of a trailer, or empty."""
    return next((value for name, value in entry.trailers if name == key), "")


def trailers(entry: HistoryEntry, key: str) -> tuple[str, ...]:
    """Every value of a trailer."""
    return tuple(value for name, value in entry.trailers if name == key)


def is_doing_of(entry: HistoryEntry, who: Reviewer) -> bool:
    """Whether ``who`` made ``entry``, or recorded it for whoever did."""
    recorder = trailer(entry, commit_messages.RECORDED_BY).casefold()
    return entry.by.is_same(who) or recorder.endswith(f"<{who.email.casefold()}>")


def other_writers(entry: HistoryEntry) -> tuple[str, ...]:
    """The addresses of those who wrote ``entry`` with its author, or recorded it for them."""
    keys = {commit_messages.RECORDED_BY.casefold(), commit_messages.CO_AUTHORED_BY.casefold()}
    said = [value for name, value in entry.trailers if name.casefold() in keys]
    return tuple(each.rpartition("<")[2].removesuffix(">").strip() for each in said)


def is_undo(entry: HistoryEntry) -> bool:
    """Whether ``entry`` took an act back."""
    return entry.subject.startswith(commit_messages.UNDO) and bool(trailer(entry, commit_messages.UNDOES))


def is_redo(entry: HistoryEntry) -> bool:
    """Whether ``entry`` did again what was taken back."""
    return entry.subject.startswith(commit_messages.REDO) and bool(trailer(entry, commit_messages.REDOES))


def is_act(entry: HistoryEntry) -> bool:
    """Whether ``entry`` is an act of a reviewer made by this program, rather than a draft taken in."""
    return bool(trailer(entry, "Meeting")) and not entry.subject.startswith(f"{commit_messages.TAKE_IN} ")


def plain_subject(entry: HistoryEntry) -> str:
    """What was done in the first place, however often it was undone and redone since."""
    subject = entry.subject
    while subject.startswith((commit_messages.UNDO, commit_messages.REDO)):
        subject = subject[len(commit_messages.UNDO) :]
    return subject


def undo_targets(entries: Sequence[HistoryEntry], *, is_whole: bool = True) -> dict[str, str]:
    """The id of each undo and redo with the id of what it turned round. ``entries`` are newest first.

    Where plain git has recorded acts anew, under other ids ("git pull --rebase"), the act meant is the newest
    one before it that reads so. That can only be told when ``entries`` are the whole history.
    """
    known = {entry.id for entry in entries}
    found: dict[str, str] = {}
    for place, entry in enumerate(entries):
        if not (is_undo(entry) or is_redo(entry)):
            continue
        target = trailer(entry, commit_messages.UNDOES if is_undo(entry) else commit_messages.REDOES)
        if is_whole and target not in known:
            taken = set(found.values())
            older = (each for each in entries[place + 1 :] if each.id not in taken)
            target = next((each.id for each in older if _could_undo(entry, each)), target)
        found[entry.id] = target
    return found


def _could_undo(entry: HistoryEntry, older: HistoryEntry) -> bool:
    """Whether the undo or redo ``entry`` reads as that of ``older``."""
    verb = commit_messages.UNDO if is_undo(entry) else commit_messages.REDO
    return (
        is_act(older)
        and is_doing_of(older, entry.by)
        and is_undo(older) is is_redo(entry)
        and all(trailer(older, key) == trailer(entry, key) for key in ("Meeting", "Item"))
        and commit_messages.one_line(f"{verb}{plain_subject(older)}") == entry.subject
    )


def undone(entries: Sequence[HistoryEntry], *, is_whole: bool = True) -> frozenset[str]:
    """The ids of the acts that do not count any more. ``entries`` are as for ``undo_targets``."""
    targets = undo_targets(entries, is_whole=is_whole)
    gone: set[str] = set()
    for entry in entries:
        if entry.id not in gone and entry.id in targets:
            gone.add(targets[entry.id])
    return frozenset(gone)


def next_undo(history: History, who: Reviewer) -> tuple[HistoryEntry, ...]:
    """The newest act of ``who`` that is not undone, with all that came after it, newest first; or nothing.

    What was taken back by other means ("git revert", an item that left the book) is passed over.
    """
    passed: frozenset[str] = frozenset()
    while True:
        found = _search_log(history, partial(_newest_act, who=who, passed=passed))
        if not found or not _is_back(history, found[-1]):
            return found
        passed |= {found[-1].id}


def all_undos(history: History, who: Reviewer, most: int) -> tuple[HistoryEntry, ...]:
    """The acts of ``who`` that are not undone, newest first: what undoing again and again would take back."""
    limit = _FIRST
    while True:
        entries = history.log([""], limit)
        is_whole = len(entries) < limit
        found = [entries[place] for place in _undoable_places(entries, who, is_whole=is_whole)]
        if len(found) >= most or is_whole:
            return tuple(found[:most])
        limit *= _MORE


def next_redo(history: History, who: Reviewer) -> tuple[HistoryEntry, ...]:
    """The undo of ``who`` to take back next, with all that came after it, newest first; or nothing.

    A new act of theirs ends what could be redone.
    """
    return _search_log(history, partial(_newest_undo, who=who))


def _newest_act(
    entries: Sequence[HistoryEntry], who: Reviewer, passed: Container[str], *, is_whole: bool
) -> int | None:
    """The place of the act; ``None`` when more has to be read."""
    left = _undoable_places(entries, who, is_whole=is_whole)
    return next((place for place in left if entries[place].id not in passed), None)


def _undoable_places(entries: Sequence[HistoryEntry], who: Reviewer, *, is_whole: bool) -> Iterator[int]:
    """The places of the acts of ``who`` that are not undone, newest first."""
    targets = undo_targets(entries, is_whole=is_whole)
    taken_back: set[str] = set()
    for place, entry in enumerate(entries):
        if not is_doing_of(entry, who) or not is_act(entry):
            continue
        if is_undo(entry):
            taken_back.add(targets[entry.id])
        elif entry.id not in taken_back:
            yield place


def _newest_undo(entries: Sequence[HistoryEntry], who: Reviewer, *, is_whole: bool) -> int | None:
    """The place of the undo; -1 for none, ``None`` when more has to be read."""
    targets = undo_targets(entries, is_whole=is_whole)
    redone: set[str] = set()
    for place, entry in enumerate(entries):
        if not is_doing_of(entry, who) or not is_act(entry):
            continue
        if is_redo(entry):
            redone.add(targets[entry.id])
        elif not is_undo(entry):
            return -1
        elif entry.id not in redone:
            return place
    return None


def _search_log(history: History, find: _LogSearch) -> tuple[HistoryEntry, ...]:
    limit = _FIRST
    while True:
        entries = history.log([""], limit)
        place = find(entries, is_whole=len(entries) < limit)
        if place is not None:
            found = tuple(entries[: place + 1])
            return found if _is_in_force(history, found) else _search_whole_log(history, find)
        if len(entries) < limit:
            return ()
        limit *= _MORE


def _is_in_force(history: History, found: Sequence[HistoryEntry]) -> bool:
    """Whether what was found is still as it was left; else it may be that its end lies further back.

    The newest part of the history is in the order of people's clocks, which can be wrong.
    """
    try:
        changes = history.changes(found[-1].id) if found else ()
    except Refusal:
        return False
    return all(history.committed(change.path) == change.new for change in changes)


def _is_back(history: History, entry: HistoryEntry) -> bool:
    """Whether every file that an act touched is as before it, or every one is gone."""
    try:
        changes = history.changes(entry.id)
    except Refusal:
        return False
    now = [(history.committed(change.path), change) for change in changes]
    return all(stands == change.old for stands, change in now) or all(stands is None for stands, _ in now)


def _search_whole_log(history: History, find: _LogSearch) -> tuple[HistoryEntry, ...]:
    entries = history.log([""])
    place = find(entries, is_whole=True)
    return () if place is None else tuple(entries[: place + 1])
