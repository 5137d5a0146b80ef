"""Acts that somebody changed or took away in the history by other means than this program."""

from collections.abc import Iterator

from review_tui.domain.act_names import kept_in
from review_tui.domain.refusals import Refusal
from review_tui.domain.telling_time import moment
from review_tui.domain.visible import visible
from review_tui.services.ports import Entry, History
from review_tui.services.reading import ItemView, MeetingView
from review_tui.services.steps import trailer

_MISSED = frozenset({"flag", "objection", "sign-off"})
"""Acts that nobody but their maker takes away: without them, minutes look more agreed than they are."""


def altered(view: MeetingView, history: History) -> tuple[tuple[str, ItemView | None], ...]:
    """A sentence for each act that is not as it was written, with its item; ``None`` for the meeting's own.

    An act that was put back as it was is as it was written.
    """
    folders = {f"{item.name}/acts": item for item in view.items}
    entries = history.log([*folders, f"{view.meeting.id}/acts"])
    touched = {path: entry for entry in reversed(entries) for path in _touched(entry, history)}
    told = [(path, _told(path, entry, history)) for path, entry in touched.items()]
    return tuple((said, folders.get(path.rpartition("/")[0])) for path, said in told if said)


def _touched(entry: Entry, history: History) -> Iterator[str]:
    """The acts that a commit not of this program changed or took away."""
    if trailer(entry, "Meeting"):
        return
    try:
        changes = history.changes(entry.id)
    except Refusal:  # a merge: what it took over was done elsewhere
        return
    for change in changes:
        if change.old is not None and kept_in(change.path):
            yield change.path


def _told(path: str, entry: Entry, history: History) -> str:
    written = [version for version in history.versions(path) if version.content is not None]
    now = history.committed(path)
    kept = kept_in(path)
    if not written or kept is None or now == written[-1].content:
        return ""
    first = written[-1].entry
    if now is None and (kept[0] not in _MISSED or entry.by.is_same(first.by)):
        return ""
    what = "took away" if now is None else "changed"
    return (
        f"{visible(entry.by.name)} {what} the {kept[0]} that {visible(first.by.name)} recorded "
        f"({moment(entry.at)}, {visible(path)}). Acts are never changed: put it back as it was."
    )
