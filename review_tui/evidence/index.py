"""The notes as numbers: which unit has which stem and piece of a word, and how rare each is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from review_tui.evidence.shorthand import ShortForms, short_years
from review_tui.evidence.words import folded_words, grams, says_little, shown_words, stem

Reals = NDArray[np.float32]
Places = NDArray[np.int64]

GAP = 30
"""Units of two sources stand this far apart, so that none is the other's neighbour."""
_SHORT_NOTES = 200
"""Notes of fewer units are judged as if they had this many: a rare word is rare anywhere."""
_LITTLE_SHARE = 0.05
"""A word that says little is taken to stand in at least this share of that many units."""


@dataclass(frozen=True, eq=False)
class Postings:
    """For each term the units that have it, and how often."""

    names: dict[str, int]
    begins: Places
    """Where each term's units begin in ``units``; one more than there are terms."""
    units: Places
    counts: Reals
    rarity: Reals
    """What each term counts: about 5 for a rare one, near 0 for one that stands everywhere."""
    lengths: Reals
    """How many terms each unit has."""

    @classmethod
    def of(cls, names: dict[str, int], terms: Places, units: Places, size: int, little: Reals) -> "Postings":
        """From pairs of a term and a unit, in any order; ``little`` adds to the units said to have a term."""
        wide = max(1, len(names))
        both, counts = np.unique(terms * max(1, size) + units, return_counts=True)
        term, unit = np.divmod(both, max(1, size))
        begins = np.searchsorted(term, np.arange(wide + 1))
        df = np.diff(begins).astype(np.float32)
        scale = max(size, _SHORT_NOTES) / max(1, size)
        seen = (df - 1) * scale + 1 + little
        total = max(size, _SHORT_NOTES)
        rarity = np.log(1 + np.maximum(total - seen + 0.5, 0) / (np.maximum(seen, 0) + 0.5))
        lengths = np.bincount(units, minlength=size)
        return cls(
            names,
            begins,
            unit,
            counts.astype(np.float32),
            rarity.astype(np.float32),
            lengths.astype(np.float32),
        )

    def worth(self, k1: float, b: float) -> Reals:
        """What each entry adds to a unit's score, by Okapi BM25."""
        mean = max(1.0, float(self.lengths.mean()) if len(self.lengths) else 1.0)
        room = k1 * (1 - b + b * self.lengths / mean)
        per_entry = np.repeat(self.rarity, np.diff(self.begins))
        return np.asarray(per_entry * self.counts * (k1 + 1) / (self.counts + room[self.units]), np.float32)


@dataclass(frozen=True, eq=False)
class Index:
    """The units of the notes, ready to be searched."""

    size: int
    places: Places
    """Where each unit stands on a line on which the sources lie ``GAP`` apart."""
    begins: tuple[int, ...]
    """The first unit of each source that has any."""
    stems: Postings
    pieces: Postings
    mass: Reals
    """For each unit the rarity of its different stems together."""
    shorts: ShortForms
    words: tuple[tuple[str, ...], ...]
    """The stems of each unit's words in order, the speaker's first."""

    @classmethod
    def of(cls, texts: Sequence[str], speakers: Sequence[str], sources: Sequence[int]) -> "Index":
        """The index of units with these texts and speakers, of these sources (numbers that never fall)."""
        words = tuple(
            (*(w for w in folded_words(speaker) if len(w) > 1), *folded_words(text))
            for speaker, text in zip(speakers, texts, strict=True)
        )
        types: dict[str, int] = {}
        flat = np.array([types.setdefault(w, len(types)) for unit in words for w in unit], np.int64)
        units = np.repeat(np.arange(len(words)), [len(unit) for unit in words]).astype(np.int64)
        stems = _stems(types, flat, units, len(words))
        pieces = _pieces(types, flat, units, len(words))
        per_entry = np.repeat(stems.rarity, np.diff(stems.begins))
        mass = np.bincount(stems.units, weights=per_entry, minlength=len(words)).astype(np.float32)
        order = np.asarray(sources, np.int64)
        return cls(
            size=len(words),
            places=np.arange(len(words)) + order * GAP,
            begins=tuple(np.unique(order, return_index=True)[1].tolist()),
            stems=stems,
            pieces=pieces,
            mass=mass,
            shorts=ShortForms(
                {word for text in (*texts, *speakers) for word in shown_words(text)},
                {year for text in texts for year in short_years(text)},
            ),
            words=tuple(tuple(map(stem, unit)) for unit in words),
        )


def _stems(types: dict[str, int], flat: Places, units: Places, size: int) -> Postings:
    names: dict[str, int] = {}
    of_type = np.array([names.setdefault(stem(word), len(names)) for word in types], np.int64)
    little = np.zeros(max(1, len(names)), np.float32)
    for word in types:
        if says_little(word):
            little[names[stem(word)]] = _LITTLE_SHARE * _SHORT_NOTES
    return Postings.of(names, of_type[flat] if len(flat) else flat, units, size, little)


def _pieces(types: dict[str, int], flat: Places, units: Places, size: int) -> Postings:
    names: dict[str, int] = {}
    cut = [[names.setdefault(piece, len(names)) for piece in grams(word)] for word in types]
    many = np.array([len(pieces) for pieces in cut], np.int64)
    all_pieces = np.array([piece for pieces in cut for piece in pieces], np.int64)
    begins = np.concatenate([[0], np.cumsum(many)]).astype(np.int64)
    little = np.zeros(max(1, len(names)), np.float32)
    for word, pieces in zip(types, cut, strict=True):
        if says_little(word):
            little[pieces] = _LITTLE_SHARE * _SHORT_NOTES
    if not len(flat):
        return Postings.of(names, flat, units, size, little)
    terms = all_pieces[spread(begins[flat], many[flat])]
    return Postings.of(names, terms, np.repeat(units, many[flat]), size, little)


def spread(begins: Places, many: Places) -> Places:
    """The numbers ``begins[i]`` to ``begins[i] + many[i]``, one range after the other."""
    total = int(many.sum())
    ends = np.cumsum(many)
    return np.arange(total) - np.repeat(ends - many, many) + np.repeat(begins, many)


__all__ = ["GAP", "Index", "Places", "Postings", "Reals", "spread"]
