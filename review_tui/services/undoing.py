"""Undo and redo of one's own acts, across restarts. Each is a commit; nothing is ever rewritten.

To undo is to put the files of one earlier commit back as they were before it. What came later and rests on it
stands in the way, and is named.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from review_tui.domain import messages
from review_tui.domain.act_names import kept_in
from review_tui.domain.refusals import Refusal
from review_tui.domain.resting import resting, said_of
from review_tui.domain.standing import Move, why_not
from review_tui.domain.telling_time import moment
from review_tui.domain.text import decode, digest
from review_tui.services.acting import OUTSIDE_EDIT, Acting, Done
from review_tui.services.ports import Entry, FileChange
from review_tui.services.reading import ItemView
from review_tui.services.redoing import why_not_again
from review_tui.services.steps import all_undos, next_redo, next_undo, plain_subject, trailer, turned_by

_NOT_UNDONE = {
    "sign-off": "A sign-off is not undone: reopen the meeting, and say why.",
    "reopening": "A reopening is not undone: sign the meeting off again when it is ready.",
}
_MOST_LISTED = 20


@dataclass(frozen=True, slots=True)
class Step:
    """What would be undone, or done again."""

    entry: Entry
    """The commit to turn round: an act, or (to redo) the undo of one."""
    what: str
    """The act in words: ``Flag item 5: date``."""
    meeting: str
    item: str
    """The item's id; empty for an act on the whole meeting."""
    since: tuple[Entry, ...] = ()
    """What everybody did after it, newest first."""


class Undoing(Acting):
    """Takes the reviewer's own acts back, newest first, and does them again."""

    def next_undo(self) -> Step | None:
        """What the reviewer at this desk would undo next; ``None`` when there is nothing."""
        return _step(next_undo(self._history, self._history.reviewer()))

    def next_redo(self) -> Step | None:
        """What they would do again next; a new act of theirs ends that."""
        return _step(next_redo(self._history, self._history.reviewer()))

    def all_undos(self, most: int = _MOST_LISTED) -> tuple[Step, ...]:
        """What undoing again and again would take back, newest first, as far as nothing stands in the way."""
        return tuple(_as_step(entry) for entry in all_undos(self._history, self._history.reviewer(), most))

    def why_not_undo(self) -> str:
        """Why nothing can be undone now, in a sentence; empty when it can."""
        return self._history.why_read_only() or _refusal(self._plan_undo)

    def why_not_redo(self) -> str:
        """Why nothing can be done again now, in a sentence; empty when it can."""
        return self._history.why_read_only() or _refusal(self._plan_redo)

    def undo(self, expected: str = "", reason: str = "") -> Done:
        """Take back the reviewer's newest act. ``expected`` is the commit that they were shown, if any."""
        step, view, changes = self._plan_undo()
        _same(step, expected)
        body = reason.strip() or f"Taken back by {self._history.reviewer().name}."
        subject = f"{messages.UNDO}{step.what}"
        return self._turn(step, view, changes, (subject, body, messages.UNDOES), f"Undone: {step.what}.")

    def redo(self, expected: str = "") -> Done:
        """Do again what the reviewer took back last. ``expected`` as for ``undo``."""
        step, view, changes = self._plan_redo()
        _same(step, expected)
        body = f"Done again by {self._history.reviewer().name}."
        subject = f"{messages.REDO}{step.what}"
        return self._turn(step, view, changes, (subject, body, messages.REDOES), f"Done again: {step.what}.")

    def _plan_undo(self) -> tuple[Step, ItemView | None, tuple[FileChange, ...]]:
        step = self.next_undo()
        if step is None:
            raise Refusal("There is nothing of yours in this book to undo.")
        changes = _turned(self._history.changes(step.entry.id))
        for change in changes:
            kept = kept_in(change.path)
            if kept and kept[0] in _NOT_UNDONE:
                raise Refusal(_NOT_UNDONE[kept[0]])
        view = self._view(step, changes)
        self._refuse_moved_on(step, view, changes)
        self._refuse_others(step, view, changes)
        self._refuse_rested_on(step, view, changes)
        return step, view, changes

    def _plan_redo(self) -> tuple[Step, ItemView | None, tuple[FileChange, ...]]:
        step = self.next_redo()
        if step is None:
            raise Refusal("There is nothing to redo: you have taken nothing back since your last act.")
        first = self._act_behind(step)
        changes = _turned(self._history.changes(step.entry.id))
        view = self._view(step, changes)
        self._refuse_moved_on(step, view, changes)
        if view:
            refusal = why_not_again(first, changes, view, self._history.reviewer(), step.since)
            if refusal:
                raise Refusal(refusal)
        return step, view, changes

    def _act_behind(self, step: Step) -> Entry:
        """The act itself behind any number of undos and redos of it."""
        entry = step.entry
        entries = self._history.log([f"{step.meeting}/{step.item}".rstrip("/")])
        known, targets = {each.id: each for each in entries}, turned_by(entries)
        while (target := targets.get(entry.id)) in known:
            entry = known[target]
        return entry

    def _view(self, step: Step, changes: Sequence[FileChange]) -> ItemView | None:
        """The item that a step is about as it stands now; ``None`` for the whole meeting.

        Raises ``Refusal`` when nothing of it may change. What the meeting itself keeps is another matter: a
        correction of signed minutes can be taken back.
        """
        is_meetings = all(change.path.startswith(f"{step.meeting}/acts/") for change in changes)
        if not step.item:
            return None
        for meeting in self._reading.meetings()[0]:
            for item in meeting.items:
                if (meeting.id, item.id) == (step.meeting, step.item):
                    view = self._reading.looked_up(self._reading.item(meeting, item))
                    refusal = why_not(Move.UNDO, view.state, self._history.reviewer())
                    if refusal and not is_meetings:
                        raise Refusal(refusal)
                    return view
        raise Refusal(f"{step.what}: that item is not in the book any more.")

    def _refuse_moved_on(self, step: Step, view: ItemView | None, changes: Sequence[FileChange]) -> None:
        """Every file must stand as the step left it."""
        for change in changes:
            if self._history.committed(change.path) != change.old:
                raise Refusal(self._moved_on_since(step, view, change))
        is_text = view is not None and any(change.path == view.draft.path for change in changes)
        if view and is_text and self.unrecorded_edit(view) is not None:
            raise Refusal(OUTSIDE_EDIT.format(number=view.item.number, name=view.name))

    def _moved_on_since(self, step: Step, view: ItemView | None, change: FileChange) -> str:
        if view is None or change.path != view.draft.path:
            return f"“{step.what}” was changed since by other means, so it can't be turned round."
        ids = {entry.id for entry in step.since}
        later = [v.entry for v in self._history.versions(change.path) if v.entry.id in ids - {step.entry.id}]
        who = "since"
        if later:
            entry = later[-1]
            when = moment(entry.at, view.meeting.date.year)
            who = f"since by {entry.by.name} ({when}: {plain_subject(entry)})"
        return (
            f"The minutes of item {view.item.number} were amended {who}. Undoing “{step.what}” would take "
            "that away too. Put your amendment back alone instead: choose it in the history, or run "
            f"`review-tui revert {view.name} {step.entry.id[:10]}`."
        )

    def _refuse_others(self, step: Step, view: ItemView | None, changes: Sequence[FileChange]) -> None:
        """A commit that plain git made of the work of several people is nobody's one act."""
        going = {kept[1] for c in changes if (kept := kept_in(c.path))}
        me = self._history.reviewer()
        for act in (*(view.draft.acts if view else ()), *self._files.meeting_acts(step.meeting)[0]):
            if act.id in going and not act.by.is_same(me):
                raise Refusal(
                    f"“{step.what}” was recorded together with what {act.by.name} did, and nobody takes back "
                    "what another did. Ask them, or settle it instead."
                )
        folders = {f"{step.meeting}/{step.item}/", f"{step.meeting}/acts/"}
        if not all(any(change.path.startswith(folder) for folder in folders) for change in changes):
            raise Refusal(
                f"“{step.what}” was recorded together with changes elsewhere in the book, so it can't be "
                "undone as one act."
            )

    def _refuse_rested_on(self, step: Step, view: ItemView | None, changes: Sequence[FileChange]) -> None:
        """What others said of an act keeps it where it is."""
        going = [kept[1] for c in changes if c.new is None and (kept := kept_in(c.path))]
        acts = (*(view.draft.acts if view else ()), *self._files.meeting_acts(step.meeting)[0])
        me = self._history.reviewer()
        for act in resting(going, acts):
            who = "You" if act.by.is_same(me) else act.by.name
            raise Refusal(
                f"{who} {said_of(act)} since ({moment(act.at)}), so “{step.what}” can't be undone. "
                "Settle or withdraw it instead."
            )

    def _turn(
        self,
        step: Step,
        view: ItemView | None,
        changes: tuple[FileChange, ...],
        told: tuple[str, str, str],
        said: str,
    ) -> Done:
        subject, body, key = told
        texts = [c.new for c in changes if view and c.path == view.draft.path and c.new is not None]
        text = digest(decode(texts[0])) if texts else ""
        trailers = [("Meeting", step.meeting), *([("Item", step.item)] if step.item else [])]
        trailers += [("Text", text)] if text else []
        message = messages.message(subject, body, [*trailers, (key, step.entry.id)])
        entry = self._history.commit(changes, message)
        return Done(said, entry, text or (view.draft.digest if view else ""))


def _step(found: tuple[Entry, ...]) -> Step | None:
    if not found:
        return None
    return _as_step(found[-1], found[:-1])


def _as_step(entry: Entry, since: tuple[Entry, ...] = ()) -> Step:
    return Step(entry, plain_subject(entry), trailer(entry, "Meeting"), trailer(entry, "Item"), since)


def _turned(changes: Sequence[FileChange]) -> tuple[FileChange, ...]:
    return tuple(FileChange(change.path, new=change.old, old=change.new) for change in changes)


def _same(step: Step, expected: str) -> None:
    if expected and step.entry.id != expected:
        raise Refusal(f"Something else was done in the meantime: next would be “{step.what}”. Look again.")


def _refusal(plan: Callable[[], object]) -> str:
    try:
        plan()
    except Refusal as refusal:
        return str(refusal)
    return ""
