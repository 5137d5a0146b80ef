"""Meetings whose sentences are linked to what was said: by people, or as notes were written from minutes."""

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.checks_corpus import minutes
from benchmarks.clerk_notes import write
from benchmarks.minute_facts import dice_of
from review_tui.domain.meeting import Source
from review_tui.domain.text import Span
from review_tui.evidence.ranking import SpokenUnit
from review_tui.evidence.units import units_of

FOLDS = 5
_CLERKS_EVERY = 9
"""Of the real minutes every so many have notes written for them."""
_FEWEST_LEFT = 30


@dataclass(frozen=True)
class Linked:
    """One meeting: its units, the sentences of its draft, and for each the units behind it, by number."""

    name: str
    kind: str
    """``speech`` where people linked what was said, ``clerk`` where notes were written from minutes."""
    fold: int
    """Meetings of one series are in one fold."""
    units: tuple[SpokenUnit, ...]
    draft: tuple[tuple[str, str], ...]
    """Sentences by id, in order."""
    behind: tuple[frozenset[int], ...]
    """Empty for a sentence that nothing is behind."""


def speech(folder: Path) -> Iterator[Linked]:
    """The meetings of speech; sentences that nobody linked to anything are left out of their drafts."""
    path = folder / "alignment" / "ami.jsonl.gz"
    if not path.is_file():
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    series = sorted({row["meeting"][:6] for row in rows})
    dice_of("folds").shuffle(series)
    for row in rows:
        number = {unit["id"]: at for at, unit in enumerate(row["units"])}
        said = [sentence for sentence in row["draft"] if sentence["support"]]
        yield Linked(
            row["meeting"],
            "speech",
            series.index(row["meeting"][:6]) % FOLDS,
            tuple(SpokenUnit(unit["id"], unit["text"], unit["speaker"]) for unit in row["units"]),
            tuple((sentence["id"], sentence["text"]) for sentence in said),
            tuple(frozenset(number[name] for name in sentence["support"]) for sentence in said),
        )


def clerks(folder: Path) -> Iterator[Linked]:
    """Real minutes with notes written from them in several manners, some of their sentences not noted."""
    for seed, source in enumerate(minutes(folder / "minutes")):
        if seed % _CLERKS_EVERY:
            continue
        notes = write(source, seed // _CLERKS_EVERY)
        units = units_of([Source("notes.md", notes.text)])
        spans = [unit.span for unit in units]
        behind = tuple(
            _touched(spans, Span(note.start, note.end)) if note else frozenset()
            for note in (notes.of(sentence.start) for sentence in source.sentences)
        )
        yield Linked(
            source.name,
            "clerk",
            seed // _CLERKS_EVERY % FOLDS,
            tuple(SpokenUnit(str(n), u.said.of(notes.text), u.speaker) for n, u in enumerate(units)),
            tuple((str(sentence.start), sentence.text) for sentence in source.sentences),
            behind,
        )


def _touched(spans: Sequence[Span], note: Span) -> frozenset[int]:
    return frozenset(at for at, span in enumerate(spans) if span.overlaps(note))


def without(meeting: Linked, sentence: int, margin: int) -> Linked | None:
    """The meeting without what is behind one sentence and ``margin`` units around, if enough is left."""
    gone = {near for at in meeting.behind[sentence] for near in range(at - margin, at + margin + 1)}
    kept = [at for at in range(len(meeting.units)) if at not in gone]
    if len(kept) < min(_FEWEST_LEFT, len(meeting.units) // 2) or not gone:
        return None
    number = {at: new for new, at in enumerate(kept)}
    return replace(
        meeting,
        units=tuple(meeting.units[at] for at in kept),
        behind=tuple(frozenset(number[at] for at in units if at in number) for units in meeting.behind),
    )


def emptied(meetings: Sequence[Linked], share: float, margins: Sequence[int]) -> Iterator[tuple[Linked, int]]:
    """Some meetings again, each without what is behind one sentence; the sentence by number."""
    dice = random.Random("emptied")  # noqa: S311 -- the same sample each time
    for meeting in meetings:
        for sentence, units in enumerate(meeting.behind):
            if units and dice.random() < share:
                left = without(meeting, sentence, dice.choice(margins))
                if left is not None:
                    yield left, sentence
