"""Points in the life of an item's minutes, by the names that a person gives them."""

from dataclasses import replace

from review_tui.application.amendments import SHORTEST_COMMIT, AmendmentRecord, read_amendments
from review_tui.application.item_versions import ItemVersions
from review_tui.application.ports import History, HistoryEntry
from review_tui.application.reading import ItemView
from review_tui.application.undo_log import plain_subject, trailer
from review_tui.model.date_format import format_moment
from review_tui.model.errors import Refusal
from review_tui.model.frozen import frozen
from review_tui.model.text import decode

NAMES = ("first", "approved", "mine", "read", "now")
"""Beside these, an amendment's number or the beginning of a commit."""


@frozen
class Revision:
    """The minutes as they were at some point."""

    what: str
    """What the point is, in words that follow "from" and "to"."""
    text: str
    line: int = 0
    """Lines that stood before it then, in a file that holds other items too."""


class Revisions:
    """Finds points of one item's minutes. Slow enough to want a thread."""

    def __init__(self, history: History, view: ItemView, versions: ItemVersions) -> None:
        self._history = history
        self._view = view
        self._versions = versions
        self._entries = history.log([view.name])
        self._record: AmendmentRecord = read_amendments(history, view.draft.path, self._entries)

    def find(self, asked: str) -> Revision:
        """The point that ``asked`` names. Raises ``Refusal`` when there is none."""
        found = self._find(asked)
        return replace(found, line=self._line_of(found.text))

    def _line_of(self, text: str) -> int:
        draft = self._view.draft
        lines = [draft.base.line] if text == draft.text else []
        lines += [v.line for v in reversed(self._record.versions) if decode(v.content or b"") == text]
        return lines[0] if lines else draft.base.line

    def _find(self, asked: str) -> Revision:
        """The point that a name, an amendment's number or a commit's beginning means. Raises ``Refusal``."""
        name = asked.strip().casefold()
        if name in NAMES:
            return self._named_revision(name)
        numbered = next((a for a in self._record.amendments if name == str(a.number)), None)
        if numbered:
            undone = ", taken back since" if numbered.is_undone else ""
            by = numbered.entry.by.name
            return Revision(f"amendment {numbered.number} (by {by}{undone})", numbered.after)
        hits = [e for e in self._entries if e.id.startswith(name)] if len(name) >= SHORTEST_COMMIT else []
        if len(hits) == 1:
            return self._revision_at(hits[0])
        if hits:
            raise Refusal(f"More than one commit begins with “{asked}”. Give more of it.")
        raise Refusal(
            f"Item {self._number} has no point called “{asked}”. Give {', '.join(NAMES)}, an amendment's "
            "number or a commit, as `review-tui log ITEM` and `log ITEM --json` tell them."
        )

    @property
    def _number(self) -> str:
        return self._view.item.number or self._view.item.id

    def _named_revision(self, name: str) -> Revision:
        view = self._view
        if name == "now":
            return Revision("the draft now", view.draft.text)
        if name == "first":
            first = self._record.first
            return Revision("the first draft", view.draft.text if first is None else first)
        if name == "approved":
            return self._revision_or_refuse(
                self._versions.five_views(view).approved, "Nobody has approved", "last approved"
            )
        me = self._history.reviewer()
        if name == "mine":
            mine = self._versions.since_approval(view, me)
            return self._revision_or_refuse(mine, "You have not approved", "you last approved it")
        read = self._versions.since_read(view, me)
        return self._revision_or_refuse(read, "You have neither read nor approved", "you last read it")

    def _revision_or_refuse(self, text: str | None, nobody: str, when: str) -> Revision:
        if text is None:
            raise Refusal(f"{nobody} item {self._number} yet, or the text is not in the history.")
        return Revision(f"the text as {when}", text)

    def _revision_at(self, entry: HistoryEntry) -> Revision:
        """The text that a commit left behind, whether or not it changed it."""
        what = f"“{plain_subject(entry)}” ({entry.by.name}, {format_moment(entry.at)})"
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
        return Revision(what, text)
