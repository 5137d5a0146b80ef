"""What the weights of ``facts`` are learned from: candidates of right minutes, and of minutes with a slip."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from benchmarks import clerk_hands
from review_tui.facts.pair import Pair, pair_of
from review_tui.model.findings import Location
from review_tui.model.material import Document, Material
from review_tui.model.text import Span

_RIGHT, _MADE, _PLANTED = 1.0, 1.0, 4.0
"""What a row of right minutes counts, one of a slip made here, and one of a planted slip."""

Features = Mapping[str, float] | None
"""What speaks for a candidate, by name; nothing where it is none."""


@dataclass(frozen=True)
class Example:
    """One candidate: a jotting that may have been left out, a value that may be wrong."""

    file: str
    slip: tuple[str, int] | None
    """The meeting and the number of the slip that it is of; nothing where all is right."""
    is_planted: bool
    features: Mapping[str, float]

    @property
    def weight(self) -> float:
        """What it counts."""
        return _RIGHT if self.slip is None else _PLANTED if self.is_planted else _MADE


@dataclass(frozen=True)
class Meeting:
    """A meeting of a file of rows, its true draft read."""

    file: str
    row: clerk_hands.Row
    notes: tuple[Document, ...]
    true: Pair

    def pair(self, draft: str) -> Pair:
        """Another draft beside the same notes."""
        return _pair(draft, self.notes)

    def spoilt(self, plant: clerk_hands.Row) -> Pair:
        """The draft with a planted slip."""
        return self.pair(self.true.draft.source.replace(plant["old"], plant["new"], 1))

    def right(self, found: Iterable[Features]) -> list[Example]:
        """Candidates of the true draft."""
        return self._examples(None, found, is_planted=False)

    def wrong(self, number: int, found: Iterable[Features], *, is_planted: bool = True) -> list[Example]:
        """Candidates of the slip of a number; ``is_planted``: it is not made here."""
        return self._examples((self.row["name"], number), found, is_planted=is_planted)

    def slips(
        self, kinds: AbstractSet[str], found: Callable[[clerk_hands.Row], Iterable[Features]]
    ) -> Iterator[Example]:
        """What is ``found`` of each planted slip of some kinds that puts something else in the place."""
        for number, plant in enumerate(self.row["plants"]):
            if plant["kind"] in kinds and plant["new"]:
                yield from self.wrong(number, found(plant))

    def span_of(self, plant: clerk_hands.Row, which: str) -> Span:
        """Where a planted slip (``"new"``) or what stood there (``"old"``) stands in its draft."""
        start = self.row["draft"].index(plant["old"])
        return Span(start, start + len(plant[which]))

    def _examples(
        self, slip: tuple[str, int] | None, found: Iterable[Features], *, is_planted: bool
    ) -> list[Example]:
        return [Example(self.file, slip, is_planted, features) for features in found if features is not None]


def stands_in(pair: Pair, place: Location, span: Span) -> bool:
    """Whether words of a draft stand in a stretch of its file."""
    return pair.draft.in_file(place).span.overlaps(span)


Topic = Callable[[Meeting], Iterable[Example]]
"""What is learned of one thing from a meeting."""


def read_meeting(file: str, row: clerk_hands.Row) -> Meeting:
    """A row of a file, read."""
    notes = tuple(Document.read(f"notes/{n['file']}", n["text"]) for n in row["notes"])
    return Meeting(file, row, notes, _pair(row["draft"], notes))


def _pair(draft: str, notes: tuple[Document, ...]) -> Pair:
    return pair_of(Material(Document.read(clerk_hands.DRAFT, draft), notes, None))
