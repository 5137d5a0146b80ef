"""The decisions that notes have, and which of them the minutes leave out."""

from collections.abc import Iterable
from threading import Lock

from review_tui.domain.findings import Finding, Place
from review_tui.domain.meeting import Source, is_spoken

OMITTED = "notes-omitted"
"""The check that tells of decisions that the minutes leave out."""
_KEPT = 8


class NotedDecisions:
    """Reads the decisions of notes, and keeps them for as long as the notes stay as they are."""

    def __init__(self) -> None:
        self._known: dict[tuple[Source, ...], tuple[Place, ...]] = {}
        self._one = Lock()

    def of(self, notes: tuple[Source, ...]) -> tuple[Place, ...]:
        """The jottings that say that something was decided, in order.

        Transcripts have none: people say “agreed” and “let us decide” all the time.
        """
        with self._one:
            if notes not in self._known:
                if len(self._known) >= _KEPT:
                    self._known.clear()
                self._known[notes] = _read(notes)
            return self._known[notes]


def not_minuted(
    decisions: Iterable[Place], found: Iterable[Finding], unused: Iterable[Place]
) -> tuple[Place, ...]:
    """Those decisions that a check misses in the minutes, or that no passage rests on."""
    left_out = [place for finding in found if finding.check == OMITTED for place in finding.places]
    left_out += unused
    return tuple(decision for decision in decisions if any(decision.overlaps(place) for place in left_out))


def _read(notes: tuple[Source, ...]) -> tuple[Place, ...]:
    from review_tui.checks.material import Document  # noqa: PLC0415 -- the checks load when first needed
    from review_tui.checks.notes.kinds import Kind, kind_of  # noqa: PLC0415 -- as above
    from review_tui.checks.notes.lines import lines_of  # noqa: PLC0415 -- as above

    written = tuple(Document.read(note.name, note.text) for note in notes if not is_spoken(note.name))
    return tuple(line.place for line in lines_of(written) if kind_of(line) is Kind.DECISION)
