"""A summary, before leaving, of everything that was recorded in this session, in the registry's words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from review_tui.application.act_service import Recorded
from review_tui.application.ports import HistoryEntry
from review_tui.application.undo_log import is_redo, is_undo, plain_subject, trailer, trailers, undone
from review_tui.model.act_registry import (
    AMENDMENT,
    DESCRIBED,
    FOUND_AGAIN,
    PUT_BACK,
    REDONE,
    UNDONE,
    ActForm,
    ActTally,
    form_of_subject,
    kind_of,
)
from review_tui.model.commit_messages import UNDOES, parse_subject
from review_tui.model.frozen import frozen


@frozen
class SessionSummary:
    """What was recorded in a session, in order. What was taken back is told, and not counted."""

    recorded: tuple[Recorded, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was recorded."""
        return not self.recorded

    @property
    def headline(self) -> str:
        """All of it counted, ``2 flags raised, 1 item approved``; empty when there was nothing."""
        undone_ids = self._undone
        counted: defaultdict[ActTally, list[object]] = defaultdict(list)
        for recorded in self.recorded:
            if recorded.entry.id not in undone_ids:
                for tally in _tallies(recorded):
                    counted[tally].append(_place(recorded.entry) if tally.counts_places else object())
        ranked = sorted(counted.items(), key=lambda each: each[0].rank)
        return ", ".join(tally.counted(len(set(which))) for tally, which in ranked)

    @property
    def lines(self) -> tuple[str, ...]:
        """Every act in a sentence, as it came."""
        undone_ids = self._undone
        is_one = len({trailer(recorded.entry, "Meeting") for recorded in self.recorded}) == 1
        return tuple(
            _line(recorded, is_undone=recorded.entry.id in undone_ids, is_one_meeting=is_one)
            for recorded in self.recorded
        )

    @property
    def _undone(self) -> frozenset[str]:
        newest_first = [recorded.entry for recorded in reversed(self.recorded)]
        return undone(newest_first, is_whole=False)


def summarise_session(recorded: Iterable[Recorded]) -> SessionSummary:
    """What was ``recorded`` in a session, in order."""
    return SessionSummary(tuple(recorded))


def _form(recorded: Recorded) -> ActForm:
    """How the act was made; an amendment is its commit alone."""
    if recorded.act is None:
        told = (form for form in (FOUND_AGAIN, DESCRIBED) if recorded.entry.subject.startswith(form.subject))
        if form := next(told, None):
            return form
        return PUT_BACK if trailer(recorded.entry, UNDOES) else AMENDMENT
    return kind_of(recorded.act).form(recorded.act, recorded.about)


def _tallies(recorded: Recorded) -> Iterator[ActTally]:
    """What an act counts as; settling flags or lifting objections by the way counts too."""
    entry = recorded.entry
    if is_undo(entry) or is_redo(entry):
        yield UNDONE if is_undo(entry) else REDONE
        return
    form = _form(recorded)
    yield form.tally
    if form.settles:
        yield from (form.settles for _ in trailers(entry, "Settles"))


def _place(entry: HistoryEntry) -> tuple[str, str]:
    """The meeting and the item that an act is about; no item for the whole meeting."""
    return trailer(entry, "Meeting"), trailer(entry, "Item")


def _line(recorded: Recorded, *, is_undone: bool, is_one_meeting: bool) -> str:
    """``Item 5: date flag on “2020-22”: Not the period``; the meeting before it where there are several."""
    entry = recorded.entry
    subject = parse_subject(plain_subject(entry))
    number = subject.number if subject else trailer(entry, "Item")
    parts = ["" if is_one_meeting else trailer(entry, "Meeting"), f"item {number}" if number else ""]
    place = ", ".join(part for part in parts if part) or "the meeting"
    line = f"{place[:1].upper()}{place[1:]}: {_sentence(recorded)}"
    if is_undone:
        line += " (done again since)" if is_undo(entry) else " (taken back since)"
    return line


def _sentence(recorded: Recorded) -> str:
    entry = recorded.entry
    if is_undo(entry) or is_redo(entry):
        return f"{'took back' if is_undo(entry) else 'did again'} “{plain_subject(entry)}”"
    found = form_of_subject(entry.subject)
    summary = _form(recorded).summary(recorded.act, found[1] if found else entry.subject)
    if recorded.act is not None:
        return summary
    settled = len(trailers(entry, "Settles"))
    also = f"; closed {settled} flag{'' if settled == 1 else 's'}" if settled else ""
    return f"{summary}: {entry.reason.strip() or '…'}{also}"
