"""Meetings whose sentences are linked to what was said: by people, or as notes were written from minutes."""

import gzip
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path

from benchmarks.checks_corpus import minutes
from benchmarks.clerk_notes import write
from benchmarks.minute_facts import dice_of
from review_tui.alignment.ranking import SpokenUnit
from review_tui.alignment.units import units_of
from review_tui.language.sentences import sentences
from review_tui.language.stems import short_stem
from review_tui.language.words import is_uninformative, words_of, written_words
from review_tui.model.meeting import Source
from review_tui.model.passages import passages
from review_tui.model.text import Span

FOLDS = 5
DRAWS = range(1, 7)
"""Draws of topics beside the first."""
ENCIPHERED = " in cipher"
_SERIES = 6
"""Meetings whose names begin with the same six letters are of one series."""
_OVERVIEW = "general"
_SMALL = 3
"""Letters of words that are left out of a topic."""
_TOPIC_WORDS = (2, 5)
_ITEM = (3, 8)
"""Sentences of an item."""
_STRETCH = 0.3
"""A question whose answer stands in more of the meeting than this is no topic."""
_CLERKS_EVERY = 9
"""Of the real minutes every so many have notes written for them."""
_FEWEST_LEFT = 30


@dataclass(frozen=True)
class Linked:
    """One meeting: its units, the sentences of its draft, and for each the units behind it, by number."""

    name: str
    kind: str
    """``speech``, ``committee`` and ``project`` where people linked what was said; ``topic`` and ``title``
    where a few words are asked of such a meeting; ``clerk`` where notes were written from minutes, ``item``
    for pieces of them; ``hand`` where people wrote the notes, and only of some sentences it is known what is
    behind; with ``ENCIPHERED`` at the end, the same in letters of no language."""
    fold: int
    """Meetings of one series are in one fold."""
    units: tuple[SpokenUnit, ...]
    draft: tuple[tuple[str, str], ...]
    """Sentences by id, in order."""
    behind: tuple[frozenset[int], ...]
    """Empty for a sentence that nothing is behind."""
    overview: tuple[bool, ...] = ()
    """Which sentences sum up the whole meeting, where people were asked for both."""


def speech(folder: Path) -> Iterator[Linked]:
    """Meetings of a project, an act of speech a unit."""
    return _linked(folder, "ami", "speech")


def committees(folder: Path) -> Iterator[Linked]:
    """Meetings of parliaments' committees, a turn a unit; answers to questions, and overviews."""
    return _linked(folder, "committee_train", "committee")


def projects(folder: Path) -> Iterator[Linked]:
    """The meetings of ``speech`` in turns, with other sentences."""
    return _linked(folder, "product_train", "project")


def _linked(folder: Path, name: str, kind: str) -> Iterator[Linked]:
    path = folder / "alignment" / f"{name}.jsonl.gz"
    if not path.is_file():
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    fold = _folds(folder)
    for at, row in enumerate(rows):
        number = {unit["id"]: at for at, unit in enumerate(row["units"])}
        yield Linked(
            row["meeting"],
            kind,
            fold.get(row["meeting"][:_SERIES], at % FOLDS),
            tuple(SpokenUnit(unit["id"], unit["text"], unit["speaker"]) for unit in row["units"]),
            tuple((sentence["id"], sentence["text"]) for sentence in row["draft"]),
            tuple(frozenset(number[name] for name in sentence["support"]) for sentence in row["draft"]),
            tuple(sentence.get("kind", "").startswith(_OVERVIEW) for sentence in row["draft"]),
        )


@cache
def _folds(folder: Path) -> dict[str, int]:
    """The fold of each series of meetings, the same in every set that has it."""
    path = folder / "alignment" / "ami.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        series = sorted({json.loads(line)["meeting"][:_SERIES] for line in lines})
    dice_of("folds").shuffle(series)
    return {name: at % FOLDS for at, name in enumerate(series)}


def topics(meetings: Iterable[Linked], draw: int = 0) -> Iterator[Linked]:
    """A few words on end of a sentence on each question, whatever they say; see ``_asked_of``.

    Each ``draw`` has other words: which they are decides much of whether they can be found at all.
    """
    for meeting in meetings:
        dice = dice_of(f"topics of {meeting.name} {draw or ''}".rstrip())
        asked: dict[str, str] = {}
        for name, own in _questions(meeting).items():
            telling = [w for w in written_words(meeting.draft[dice.choice(own)][1]) if len(w) > _SMALL]
            many = dice.randint(*_TOPIC_WORDS)
            if len(telling) >= many:
                first = dice.randrange(len(telling) - many + 1)
                asked[name] = " ".join(telling[first : first + many])
        yield from _asked_of(meeting, "topic", asked)


def titles(meetings: Iterable[Linked]) -> Iterator[Linked]:
    """A few words on end that say what each question is about, as a heading does; see ``_asked_of``.

    They are those that stand most often in its answer and least in other answers.
    """
    for meeting in meetings:
        dice, asked = dice_of(f"titles of {meeting.name}"), dict[str, str]()
        read = {
            name: [words_of(meeting.draft[at][1]) for at in own] for name, own in _questions(meeting).items()
        }
        stems = {
            name: [{short_stem(w.folded) for w in words if not is_uninformative(w.folded)} for words in said]
            for name, said in read.items()
        }
        often = {name: Counter(chain(*said)) for name, said in stems.items()}
        others = Counter(chain(*often.values()))
        for name, said in read.items():
            many, best = dice.randint(*_TOPIC_WORDS), 0.0
            for words in said:
                telling = [w for w in words if not is_uninformative(w.folded)]
                for run in zip(*(telling[n:] for n in range(many)), strict=False):
                    worth = sum(
                        often[name][stem] * math.log(1 + len(read) / others[stem])
                        for stem in (short_stem(w.folded) for w in run)
                    )
                    if worth > best:
                        best, asked[name] = worth, " ".join(w.shown for w in run)
        yield from _asked_of(meeting, "title", asked)


def _questions(meeting: Linked) -> dict[str, list[int]]:
    """The sentences on each question that was asked of a meeting, by number."""
    questions: defaultdict[str, list[int]] = defaultdict(list)
    for at, (name, _) in enumerate(meeting.draft):
        if not meeting.overview[at]:
            questions[name.partition(".")[0]].append(at)
    return questions


def _asked_of(meeting: Linked, kind: str, asked: Mapping[str, str]) -> Iterator[Linked]:
    """The meeting with these words for its questions; right is any unit in the stretch of an answer.

    A question whose answer stands in much of the meeting is left out, and a meeting with no other.
    """
    kept, behind = [], []
    for name, own in _questions(meeting).items():
        units = frozenset[int]().union(*(meeting.behind[at] for at in own))
        if name in asked and units and max(units) - min(units) <= _STRETCH * len(meeting.units):
            kept.append((name, asked[name]))
            behind.append(frozenset(range(min(units), max(units) + 1)))
    if kept:
        yield replace(
            meeting,
            kind=kind,
            draft=tuple(kept),
            behind=tuple(behind),
            overview=(False,) * len(kept),
        )


def enciphered(meetings: Iterable[Linked]) -> Iterator[Linked]:
    """The meetings with each letter put for another: what tables of English words and endings do is gone."""
    dice = dice_of("cipher")
    letters = [list("aeiou"), list("bcdfghjklmnpqrstvwxyz")]
    others = [dice.sample(group, len(group)) for group in letters]
    table = {
        ord(a): b
        for group, other in zip(letters, others, strict=True)
        for low, put in zip(group, other, strict=True)
        for a, b in ((low, put), (low.upper(), put.upper()))
    }
    for meeting in meetings:
        yield replace(
            meeting,
            kind=meeting.kind + ENCIPHERED,
            units=tuple(
                SpokenUnit(unit.id, unit.text.translate(table), unit.speaker.translate(table))
                for unit in meeting.units
            ),
            draft=tuple((name, text.translate(table)) for name, text in meeting.draft),
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


def items(meetings: Iterable[Linked]) -> Iterator[Linked]:
    """A few sentences on end with the few units behind them, as an item of a meeting has them."""
    for meeting in meetings:
        dice = dice_of(f"items of {meeting.name}")
        first = 0
        while first < len(meeting.draft):
            last = first + dice.randint(*_ITEM)
            part = slice(first, last)
            units = sorted(frozenset().union(*meeting.behind[part]))
            if units:
                low, high = units[0], units[-1]
                yield replace(
                    meeting,
                    kind="item",
                    units=meeting.units[low : high + 1],
                    draft=meeting.draft[part],
                    behind=tuple(frozenset(at - low for at in behind) for behind in meeting.behind[part]),
                )
            first = last


def hands(folder: Path) -> Iterator[Linked]:
    """Minutes beside notes in many hands; of some of their sentences it is known which line is behind."""
    at = 0
    for name in ("dev_parish", "dev_kinds"):
        path = folder / "clerks" / f"{name}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
            row = json.loads(line)
            sources = [Source(note["file"], note["text"]) for note in row["notes"]]
            units, draft = units_of(sources), row["draft"]
            known: defaultdict[Span, set[int]] = defaultdict(set)
            spans = [span for passage in passages(draft) for span in sentences(draft, passage.words)]
            for plant in row["plants"]:
                begin, quote = draft.find(plant["old"]), plant.get("in_notes")
                whole = next((span for span in spans if span.start <= begin < span.end), None)
                if not plant["old"] or not quote or whole is None:
                    continue
                for number, unit in enumerate(units):
                    found = sources[unit.source].text.find(quote)
                    if found >= 0 and unit.span.overlaps(Span(found, found + len(quote))):
                        known[whole].add(number)
            yield Linked(
                row["name"],
                "hand",
                at % FOLDS,
                tuple(
                    SpokenUnit(str(n), u.said.of(sources[u.source].text), u.speaker)
                    for n, u in enumerate(units)
                ),
                tuple((str(span.start), span.of(draft)) for span in spans),
                tuple(frozenset(known[span]) for span in spans),
            )
            at += 1


def _touched(spans: Sequence[Span], note: Span) -> frozenset[int]:
    return frozenset(at for at, span in enumerate(spans) if span.overlaps(note))


def without(meeting: Linked, sentence: int, margin: int) -> Linked | None:
    """The meeting without what is behind one sentence and ``margin`` units around, if enough is left."""
    gone = {near for at in meeting.behind[sentence] for near in range(at - margin, at + margin + 1)}
    kept = [at for at in range(len(meeting.units)) if at not in gone]
    if not kept or not gone or len(kept) < min(_FEWEST_LEFT, len(meeting.units) // 2):
        return None
    number = {at: new for new, at in enumerate(kept)}
    return replace(
        meeting,
        units=tuple(meeting.units[at] for at in kept),
        behind=tuple(frozenset(number[at] for at in units if at in number) for units in meeting.behind),
    )


def emptied(
    meetings: Sequence[Linked], share: float, margins: Sequence[int]
) -> Iterator[tuple[Linked, Linked, int]]:
    """Some meetings, each beside the same without what is behind one sentence; the sentence by number."""
    dice = random.Random("emptied")  # noqa: S311 -- the same sample each time
    for meeting in meetings:
        for sentence, units in enumerate(meeting.behind):
            if units and dice.random() < share:
                left = without(meeting, sentence, dice.choice(margins))
                if left is not None:
                    yield meeting, left, sentence
