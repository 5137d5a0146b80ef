"""The amendments of an item, numbered: every recorded change of its minutes but for undos and redos."""

from collections.abc import Sequence

from review_tui.application.ports import History, HistoryEntry, Version
from review_tui.application.undo_log import is_redo, is_undo, trailers, undone
from review_tui.application.version_graph import has_own_words, version_graph
from review_tui.model.errors import Refusal, WrongUsage
from review_tui.model.frozen import frozen
from review_tui.model.text import decode


@frozen
class Amendment:
    """One amendment."""

    number: int
    """Counted from 1, oldest first; it never changes."""
    entry: HistoryEntry
    before: str
    """The minutes before it."""
    after: str
    """The minutes after it."""
    is_undone: bool = False

    @property
    def settles(self) -> tuple[str, ...]:
        """The ids of the flags that it settled."""
        return trailers(self.entry, "Settles")


@frozen
class AmendmentRecord:
    """All that the history knows of one item's minutes."""

    versions: tuple[Version, ...] = ()
    """Those with words in them, oldest first."""
    parents: tuple[tuple[int, ...], ...] = ()
    """For each the places of those that it was made from."""
    amendments: tuple[Amendment, ...] = ()
    """Oldest first."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The versions' words, oldest first."""
        return tuple(decode(version.content or b"") for version in self.versions)

    @property
    def first(self) -> str | None:
        """The draft as it was received; ``None`` when nothing is recorded."""
        return self.texts[0] if self.versions else None

    def find(self, asked: str) -> Amendment:
        """The amendment that ``asked`` names: its number, or the beginning of its commit."""
        said = asked.strip().casefold()
        hits = [a for a in self.amendments if said == str(a.number)]
        if not hits and len(said) >= SHORTEST_COMMIT:
            hits = [a for a in self.amendments if a.entry.id.startswith(said)]
        if len(hits) == 1:
            return hits[0]
        if hits:
            raise WrongUsage(f"More than one amendment begins with “{asked}”. Give more of it.")
        raise Refusal(f"No amendment of this item is called “{asked}”. `review-tui log ITEM` numbers them.")


SHORTEST_COMMIT = 6
"""Characters of a commit's name that are taken for one, not for a number."""


def read_amendments(
    history: History, path: str, entries: Sequence[HistoryEntry] | None = None
) -> AmendmentRecord:
    """The record of the minutes at ``path``. ``entries`` is the log of their item, newest first, if known."""
    kept = version_graph(history.versions(path))
    versions = tuple(made.version for made in kept)
    if entries is None:
        entries = history.log([path])
    gone = undone(entries)
    found: list[Amendment] = []
    for place, made in enumerate(kept):
        entry = made.version.entry
        earlier = made.parents[0] if made.parents else place - 1
        if not place or kept[earlier].text == made.text or is_undo(entry) or is_redo(entry):
            continue
        sides = [kept[parent].text for parent in made.parents]
        if len(sides) > 1 and not has_own_words(made.text, sides):
            continue  # it only put together what others had written: that is nobody's amendment
        found.append(
            Amendment(len(found) + 1, entry, kept[earlier].text, made.text, is_undone=entry.id in gone)
        )
    return AmendmentRecord(versions, tuple(made.parents for made in kept), tuple(found))
