"""Undo and redo of one's own acts, across restarts. Each is a commit; nothing is ever rewritten.

To undo is to put the files of one earlier commit back as they were before it. What came later and rests on it
stands in the way, and is named.
"""

from collections.abc import Callable, Sequence

from review_tui.application.act_service import OUTSIDE_EDIT, ActService, Recorded
from review_tui.application.ports import FileChange, HistoryEntry
from review_tui.application.reading import ItemView
from review_tui.application.redo import why_not_redo
from review_tui.application.undo_log import (
    all_undos,
    next_redo,
    next_undo,
    plain_subject,
    trailer,
    undo_targets,
)
from review_tui.model import commit_messages
from review_tui.model.act_file_names import kind_and_id_of
from review_tui.model.act_registry import OBJECTION, dependents, kind_named, kind_of
from review_tui.model.act_signatures import WITHDRAWAL
from review_tui.model.date_format import format_moment
from review_tui.model.errors import Refusal
from review_tui.model.frozen import frozen
from review_tui.model.item_state import sign_offs_in_force
from review_tui.model.text import decode, digest
from review_tui.model.transitions import Move, why_not

_MEETING_FILE = "meeting.yaml"
"""What says beside minutes in one file which item is which."""
_MOST_LISTED = 20
"""Acts that a list of what could be undone names unless more are asked for."""


@frozen
class UndoStep:
    """What would be undone, or done again."""

    entry: HistoryEntry
    """The commit to turn round: an act, or (to redo) the undo of one."""
    what: str
    """The act in words: ``Flag item 5: date``."""
    meeting: str
    item: str
    """The item's id; empty for an act on the whole meeting."""
    since: tuple[HistoryEntry, ...] = ()
    """What everybody did after it, newest first."""


class UndoService(ActService):
    """Takes the reviewer's own acts back, newest first, and does them again."""

    def next_undo(self) -> UndoStep | None:
        """What whoever works here would undo next; ``None`` when there is nothing."""
        return _newest_step(next_undo(self._history, self._history.reviewer()))

    def next_redo(self) -> UndoStep | None:
        """What they would do again next; a new act of theirs ends that."""
        return _newest_step(next_redo(self._history, self._history.reviewer()))

    def all_undos(self, most: int = _MOST_LISTED) -> tuple[UndoStep, ...]:
        """What undoing again and again would take back, newest first, as far as nothing stands in the way."""
        return tuple(_as_step(entry) for entry in all_undos(self._history, self._history.reviewer(), most))

    def why_not_undo(self) -> str:
        """Why nothing can be undone now, in a sentence; empty when it can."""
        return self._history.why_read_only() or _refusal_of(self._plan_undo)

    def why_not_redo(self) -> str:
        """Why nothing can be done again now, in a sentence; empty when it can."""
        return self._history.why_read_only() or _refusal_of(self._plan_redo)

    def undo(self, expected: str = "", reason: str = "") -> Recorded:
        """Take back the reviewer's newest act. ``expected`` is the commit that they were shown, if any."""
        step, view, changes = self._plan_undo()
        _refuse_unexpected(step, expected)
        body = reason.strip() or f"Taken back by {self._history.reviewer().name}."
        subject = f"{commit_messages.UNDO}{step.what}"
        return self._commit_reversed(
            step, view, changes, (subject, body, commit_messages.UNDOES), f"Undone: {step.what}."
        )

    def redo(self, expected: str = "") -> Recorded:
        """Do again what the reviewer took back last. ``expected`` as for ``undo``."""
        step, view, changes = self._plan_redo()
        _refuse_unexpected(step, expected)
        body = f"Done again by {self._history.reviewer().name}."
        subject = f"{commit_messages.REDO}{step.what}"
        return self._commit_reversed(
            step, view, changes, (subject, body, commit_messages.REDOES), f"Done again: {step.what}."
        )

    def _plan_undo(self) -> tuple[UndoStep, ItemView | None, tuple[FileChange, ...]]:
        step = self.next_undo()
        if step is None:
            raise Refusal("There is nothing of yours in this book to undo.")
        changes = _reversed(self._history.changes(step.entry.id))
        for change in changes:
            kept = kind_and_id_of(change.path)
            if kept and (refusal := kind_named(kept[0]).why_not_undone):
                raise Refusal(refusal)
        view = self._view(step, changes)
        self._refuse_changed_since(step, view, changes)
        self._refuse_acts_of_others(step, view, changes)
        self._refuse_dependents(step, view, changes)
        return step, view, changes

    def _plan_redo(self) -> tuple[UndoStep, ItemView | None, tuple[FileChange, ...]]:
        step = self.next_redo()
        if step is None:
            raise Refusal("There is nothing to redo: you have taken nothing back since your last act.")
        first = self._original_act(step)
        changes = _reversed(self._history.changes(step.entry.id))
        view = self._view(step, changes)
        self._refuse_changed_since(step, view, changes)
        if view:
            refusal = why_not_redo(first, changes, view, self._history.reviewer(), step.since)
            if refusal:
                raise Refusal(refusal)
        return step, view, changes

    def _original_act(self, step: UndoStep) -> HistoryEntry:
        """The act itself behind any number of undos and redos of it."""
        entry = step.entry
        entries = self._history.log([f"{step.meeting}/{step.item}".rstrip("/")])
        known, targets = {each.id: each for each in entries}, undo_targets(entries)
        while (target := targets.get(entry.id)) in known:
            entry = known[target]
        return entry

    def _view(self, step: UndoStep, changes: Sequence[FileChange]) -> ItemView | None:
        """The item that a step is about as it stands now; ``None`` for the whole meeting.

        Raises ``Refusal`` when nothing of it may change. What the meeting itself keeps is another matter: a
        correction of signed minutes can be taken back.
        """
        is_meetings = all(change.path.startswith(f"{step.meeting}/acts/") for change in changes)
        if not step.item:
            return None
        if _is_of_items(step, changes):
            if sign_offs_in_force(self._files.meeting_acts(step.meeting)[0]):
                raise Refusal("These minutes are signed off. Reopen them first.")
            return None
        for meeting in self._reading.meetings()[0]:
            for item in meeting.items:
                if (meeting.id, item.id) == (step.meeting, step.item):
                    view = self._reading.with_history(self._reading.item(meeting, item))
                    refusal = why_not(Move.UNDO, view.state, self._history.reviewer())
                    if refusal and not is_meetings:
                        raise Refusal(refusal)
                    return view
        raise Refusal(f"{step.what}: that item is not in the book any more.")

    def _refuse_changed_since(
        self, step: UndoStep, view: ItemView | None, changes: Sequence[FileChange]
    ) -> None:
        """Every file must stand as the step left it."""
        for change in changes:
            if self._history.committed(change.path) != change.old:
                raise Refusal(self._changed_since(step, view, change))
        is_text = view is not None and any(change.path == view.draft.path for change in changes)
        if view and is_text and self.unrecorded_edit(view) is not None:
            raise Refusal(OUTSIDE_EDIT.format(number=view.item.label, name=view.called))

    def _changed_since(self, step: UndoStep, view: ItemView | None, change: FileChange) -> str:
        if view is None or change.path != view.draft.path:
            return f"“{step.what}” was changed since by other means, so it can't be turned round."
        ids = {entry.id for entry in step.since}
        later = [v.entry for v in self._history.versions(change.path) if v.entry.id in ids - {step.entry.id}]
        who = "since"
        if later:
            entry = later[-1]
            when = format_moment(entry.at, view.meeting.date.year)
            who = f"since by {entry.by.name} ({when}: {plain_subject(entry)})"
        return (
            f"The minutes of item {view.item.label} were amended {who}. Undoing “{step.what}” would take "
            "that away too. Restore the wording from before it instead: choose it in the history, or run "
            f"`review-tui revert {view.called} {step.entry.id[:10]}`."
        )

    def _refuse_acts_of_others(
        self, step: UndoStep, view: ItemView | None, changes: Sequence[FileChange]
    ) -> None:
        """A commit that plain git made of the work of several people is nobody's one act."""
        going = {kept[1] for c in changes if (kept := kind_and_id_of(c.path))}
        me = self._history.reviewer()
        for act in (*(view.draft.acts if view else ()), *self._files.meeting_acts(step.meeting)[0]):
            if act.id in going and not (act.by.is_same(me) or act.by.is_same(step.entry.by)):
                raise Refusal(
                    f"“{step.what}” was recorded together with what {act.by.name} did, and nobody takes back "
                    "what another did. Ask them, or close it instead."
                )
        folders = {f"{step.meeting}/{step.item}/", f"{step.meeting}/acts/", f"{step.meeting}/{_MEETING_FILE}"}
        others = [entry for entry in step.since if not entry.by.is_same(me) and _is_about(entry, step)]
        if others and _is_of_items(step, changes):
            raise Refusal(
                f"{others[-1].by.name} did something with that item since ({others[-1].subject}), so "
                f"“{step.what}” can't be undone."
            )
        if not all(any(change.path.startswith(folder) for folder in folders) for change in changes):
            raise Refusal(
                f"“{step.what}” was recorded together with changes elsewhere in the book, so it can't be "
                "undone as one act."
            )

    def _refuse_dependents(
        self, step: UndoStep, view: ItemView | None, changes: Sequence[FileChange]
    ) -> None:
        """What others said of an act keeps it where it is."""
        going = [kept[1] for c in changes if c.new is None and (kept := kind_and_id_of(c.path))]
        kinds = {kept[0] for c in changes if c.new is None and (kept := kind_and_id_of(c.path))}
        if OBJECTION.word in kinds and WITHDRAWAL in self._reading.policy()[0].must_sign:
            raise Refusal(
                "In this book an objection is lifted with a signature, so it is not undone. Lift it instead."
            )
        acts = (*(view.draft.acts if view else ()), *self._files.meeting_acts(step.meeting)[0])
        me = self._history.reviewer()
        for act in dependents(going, acts):
            who = "You" if act.by.is_same(me) else act.by.name
            raise Refusal(
                f"{who} {kind_of(act).form(act).since} since ({format_moment(act.at)}), "
                f"so “{step.what}” can't be undone. "
                "Close or withdraw it instead."
            )

    def _commit_reversed(
        self,
        step: UndoStep,
        view: ItemView | None,
        changes: tuple[FileChange, ...],
        told: tuple[str, str, str],
        said: str,
    ) -> Recorded:
        subject, body, key = told
        texts = [c.new for c in changes if view and c.path == view.draft.path and c.new is not None]
        text = digest(decode(texts[0])) if texts else ""
        trailers = [("Meeting", step.meeting), *([("Item", step.item)] if step.item else [])]
        trailers += [("Text", text)] if text else []
        message = commit_messages.message(subject, body, [*trailers, (key, step.entry.id)])
        entry = self._history.commit(changes, message)
        return Recorded(said, entry, text or (view.draft.digest if view else ""))


def _is_of_items(step: UndoStep, changes: Sequence[FileChange]) -> bool:
    """Whether a step says only which item of a file is which, or what can't be read from the file."""
    return all(change.path == f"{step.meeting}/{_MEETING_FILE}" for change in changes)


def _is_about(entry: HistoryEntry, step: UndoStep) -> bool:
    return (trailer(entry, "Meeting"), trailer(entry, "Item")) == (step.meeting, step.item)


def _newest_step(found: tuple[HistoryEntry, ...]) -> UndoStep | None:
    if not found:
        return None
    return _as_step(found[-1], found[:-1])


def _as_step(entry: HistoryEntry, since: tuple[HistoryEntry, ...] = ()) -> UndoStep:
    return UndoStep(entry, plain_subject(entry), trailer(entry, "Meeting"), trailer(entry, "Item"), since)


def _reversed(changes: Sequence[FileChange]) -> tuple[FileChange, ...]:
    return tuple(FileChange(change.path, new=change.old, old=change.new) for change in changes)


def _refuse_unexpected(step: UndoStep, expected: str) -> None:
    if expected and step.entry.id != expected:
        raise Refusal(f"Something else was done in the meantime: next would be “{step.what}”. Look again.")


def _refusal_of(plan: Callable[[], object]) -> str:
    try:
        plan()
    except Refusal as refusal:
        return str(refusal)
    return ""
