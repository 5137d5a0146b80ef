"""Points in the life of an item's minutes, by the names that a person gives them."""

from dataclasses import dataclass

from review_tui.domain.refusals import Refusal
from review_tui.domain.telling_time import moment
from review_tui.domain.text import decode
from review_tui.services.amendments import Record, read_record
from review_tui.services.ports import Entry, History
from review_tui.services.reading import ItemView
from review_tui.services.steps import plain_subject, trailer
from review_tui.services.versions import Versions

NAMES = ("first", "approved", "mine", "read", "now")
"""Beside these, an amendment's number or the beginning of a commit."""
_SHORTEST = 6
"""Characters of a commit's name that are taken for one, not for a number."""


@dataclass(frozen=True, slots=True)
class Point:
    """The minutes as they were at some point."""

    what: str
    """What the point is, in words that follow "from" and "to"."""
    text: str


class Points:
    """Finds points of one item's minutes. Slow enough to want a thread."""

    def __init__(self, history: History, view: ItemView, versions: Versions) -> None:
        self._history = history
        self._view = view
        self._versions = versions
        self._entries = history.log([view.name])
        self._record: Record = read_record(history, view.draft.path, self._entries)

    def find(self, asked: str) -> Point:
        """The point that ``asked`` names. Raises ``Refusal`` when there is none."""
        name = asked.strip().casefold()
        if name in NAMES:
            return self._named(name)
        numbered = next((a for a in self._record.amendments if name == str(a.number)), None)
        if numbered:
            undone = ", taken back since" if numbered.is_undone else ""
            by = numbered.entry.by.name
            return Point(f"amendment {numbered.number} (by {by}{undone})", numbered.after)
        hits = [e for e in self._entries if e.id.startswith(name)] if len(name) >= _SHORTEST else []
        if len(hits) == 1:
            return self._at(hits[0])
        if hits:
            raise Refusal(f"More than one commit begins with “{asked}”. Give more of it.")
        raise Refusal(
            f"Item {self._number} has no point called “{asked}”. Give {', '.join(NAMES)}, an amendment's "
            "number or a commit, as `review-tui log ITEM` and `log ITEM --json` tell them."
        )

    @property
    def _number(self) -> str:
        return self._view.item.number or self._view.item.id

    def _named(self, name: str) -> Point:
        view = self._view
        if name == "now":
            return Point("the draft now", view.draft.text)
        if name == "first":
            first = self._record.first
            return Point("the first draft", view.draft.text if first is None else first)
        if name == "approved":
            return self._known(
                self._versions.five_views(view).approved, "Nobody has approved", "last approved"
            )
        me = self._history.reviewer()
        if name == "mine":
            mine = self._versions.since_approval(view, me)
            return self._known(mine, "You have not approved", "you last approved it")
        read = self._versions.since_read(view, me)
        return self._known(read, "You have neither read nor approved", "you last read it")

    def _known(self, text: str | None, nobody: str, when: str) -> Point:
        if text is None:
            raise Refusal(f"{nobody} item {self._number} yet, or the text is not in the history.")
        return Point(f"the text as {when}", text)

    def _at(self, entry: Entry) -> Point:
        """The text that a commit left behind, whether or not it changed it."""
        what = f"“{plain_subject(entry)}” ({entry.by.name}, {moment(entry.at)})"
        said = trailer(entry, "Text")
        path = self._view.draft.path
        text = self._history.text_with_digest(path, said) if said else None
        if text is None:
            older = [e.id for e in self._entries[self._entries.index(entry) :]]
            contents = {version.entry.id: version.content for version in self._record.versions}
            content = next((contents[each] for each in older if each in contents), None)
            if content is None:
                raise Refusal(f"The minutes of item {self._number} were not recorded yet at {what}.")
            text = decode(content)
        return Point(what, text)
