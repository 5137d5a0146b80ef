"""The decisions that notes have, and which of them the minutes leave out."""

from collections.abc import Iterable
from threading import Lock

from review_tui.model.findings import Finding, Location
from review_tui.model.meeting import Source
from review_tui.model.note_formats import is_spoken

OMITTED = "notes-omitted"
"""The check that tells of decisions that the minutes leave out."""
_MOST_KEPT = 8
"""Sets of notes whose decisions stay in memory, as many as items whose evidence does."""


class NotedDecisions:
    """Reads the decisions of notes, and keeps them for as long as the notes stay as they are."""

    def __init__(self) -> None:
        self._known: dict[tuple[Source, ...], tuple[Location, ...]] = {}
        self._one = Lock()

    def of(self, notes: tuple[Source, ...]) -> tuple[Location, ...]:
        """The jottings that say that something was decided, in order.

        Transcripts have none: people say “agreed” and “let us decide” all the time.
        """
        with self._one:
            if notes not in self._known:
                if len(self._known) >= _MOST_KEPT:
                    self._known.clear()
                self._known[notes] = _find_decisions(notes)
            return self._known[notes]


def decisions_not_minuted(
    decisions: Iterable[Location], found: Iterable[Finding], unused: Iterable[Location]
) -> tuple[Location, ...]:
    """Those decisions that a check misses in the minutes, or that no passage rests on."""
    left_out = [place for finding in found if finding.check == OMITTED for place in finding.places]
    left_out += unused
    return tuple(decision for decision in decisions if any(decision.overlaps(place) for place in left_out))


def _find_decisions(notes: tuple[Source, ...]) -> tuple[Location, ...]:
    from review_tui.alignment.note_lines import lines_of  # noqa: PLC0415 -- as above
    from review_tui.language.note_kinds import NoteKind, note_kind_of  # noqa: PLC0415 -- as above
    from review_tui.model.material import Document  # noqa: PLC0415 -- the checks load when first needed

    written = tuple(Document.read(note.name, note.text) for note in notes if not is_spoken(note.name))
    return tuple(
        line.document.in_file(line.place)
        for line in lines_of(written)
        if note_kind_of(line.document.text, line.span) is NoteKind.DECISION
    )
