"""The notes as numbers: which unit has which stem and piece of a word, and how rare each is."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from review_tui.language.short_forms import ShortForms, short_years
from review_tui.language.stems import short_stem
from review_tui.language.words import (
    character_ngrams,
    fold_word,
    folded_words,
    is_uninformative,
    written_words,
)
from review_tui.model.frozen import frozen

Reals = NDArray[np.float32]
Places = NDArray[np.int64]
Terms = tuple[Places, Places, Reals]
"""Terms that are looked for: for each the question, the term, both by number, and what it counts."""

GAP = 30
"""Units of two sources stand this far apart, so that none is the other's neighbour."""
PAIRED = 2
"""Words that stand at most this far apart are a pair: "rubber case", "price of twenty"."""
_SHORT_NOTES = 200
"""Notes of fewer units are judged as if they had this many: a rare word is rare anywhere."""
_LITTLE_SHARE = 0.05
"""A word that says little is taken to stand in at least this share of that many units."""


@frozen(slots=False, eq=False)
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


@frozen(slots=False, eq=False)
class Pairs:
    """Words that stand close together in a unit, whichever comes first."""

    keys: Places
    """Each pair's two stems as one number, rising."""
    begins: Places
    """Where each pair's units begin in ``units``; one more than there are pairs."""
    units: Places
    worth: Reals
    """What each pair counts: the rarity of both."""
    wide: int
    """How many stems there are."""

    @classmethod
    def of(cls, terms: Places, units: Places, rarity: Reals) -> "Pairs":
        """From the stems of the units in order, by number, each with its unit."""
        wide, size = max(1, len(rarity)), int(units[-1]) + 1 if len(units) else 1
        keys, of_unit = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for away in range(1, PAIRED + 1):
            one, other = terms[:-away], terms[away:]
            beside = (units[:-away] == units[away:]) & (one != other)
            keys.append((np.minimum(one, other) * wide + np.maximum(one, other))[beside])
            of_unit.append(units[away:][beside])
        known, number = np.unique(np.concatenate(keys), return_inverse=True)
        pair, unit = np.divmod(np.unique(number * size + np.concatenate(of_unit)), size)
        begins = np.searchsorted(pair, np.arange(len(known) + 1))
        worth = rarity[known // wide] + rarity[known % wide] if len(known) else np.zeros(0, np.float32)
        return cls(known, begins, unit, worth.astype(np.float32), wide)

    def numbers(self, rows: Sequence[Sequence[int]]) -> Terms:
        """The pairs that rows of stems have, each once a row; a stem that no unit has is -1."""
        gap = [-1] * PAIRED  # so that no pair reaches from one row into the next
        line = np.array([stem for row in rows for stem in (*row, *gap)], np.int64)
        of_row = np.repeat(np.arange(len(rows)), [len(row) + PAIRED for row in rows])
        keys, number = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for away in range(1, PAIRED + 1):
            one, other = line[:-away], line[away:]
            known = (one >= 0) & (other >= 0) & (one != other)
            keys.append((np.minimum(one, other) * self.wide + np.maximum(one, other))[known])
            number.append(of_row[away:][known])
        asked, row_of = np.concatenate(keys), np.concatenate(number)
        at = np.searchsorted(self.keys, asked)
        there = at < len(self.keys)
        there[there] = self.keys[at[there]] == asked[there]
        row, pair = np.divmod(
            np.unique(row_of[there] * max(1, len(self.keys)) + at[there]), max(1, len(self.keys))
        )
        return row, pair, np.ones(len(pair), np.float32)


@frozen(slots=False, eq=False)
class Index:
    """The units of the notes, ready to be searched."""

    size: int
    places: Places
    """Where each unit stands on a line on which the sources lie ``GAP`` apart."""
    begins: tuple[int, ...]
    """The first unit of each source that has any."""
    stems: Postings
    pieces: Postings
    plain: Postings
    """The words of the units as they are, without who said them: for plain BM25."""
    speakers: Postings
    """The stems of who said each."""
    pairs: Pairs
    mass: Reals
    """For each unit the rarity of its different stems together."""
    shorts: ShortForms
    words: tuple[tuple[str, ...], ...]
    """The stems of each unit's words in order, the speaker's first."""
    is_talk: bool
    """Whether it is told of most units who said them, as in a transcript."""

    @classmethod
    def of(cls, texts: Sequence[str], speakers: Sequence[str], sources: Sequence[int]) -> "Index":
        """The index of units with these texts and speakers, of these sources (numbers that never fall)."""
        names = [[word for word in folded_words(speaker) if len(word) > 1] for speaker in speakers]
        shown = [written_words(text) for text in texts]
        words = tuple((*name, *map(fold_word, said)) for name, said in zip(names, shown, strict=True))
        types: dict[str, int] = {}
        flat = np.array([types.setdefault(w, len(types)) for unit in words for w in unit], np.int64)
        units = np.repeat(np.arange(len(words)), [len(unit) for unit in words]).astype(np.int64)
        named = np.array(
            [at < len(name) for name, unit in zip(names, words, strict=True) for at in range(len(unit))], bool
        )
        stems, of_type = _stems(types, flat, units, len(words))
        none = np.zeros(max(1, len(types)), np.float32)
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
            plain=Postings.of(types, flat[~named], units[~named], len(words), none),
            speakers=Postings.of(
                stems.names, of_type[flat[named]], units[named], len(words), none[: max(1, len(stems.names))]
            ),
            pairs=Pairs.of(of_type[flat], units, stems.rarity),
            mass=mass,
            shorts=ShortForms(
                {word for said in (*shown, *map(written_words, set(speakers))) for word in said},
                {year for text in texts for year in short_years(text)},
            ),
            words=tuple(tuple(map(short_stem, unit)) for unit in words),
            is_talk=2 * sum(map(bool, speakers)) > len(speakers),
        )


def _stems(types: dict[str, int], flat: Places, units: Places, size: int) -> tuple[Postings, Places]:
    """The stems, and the number of each type's."""
    names: dict[str, int] = {}
    of_type = np.array([names.setdefault(short_stem(word), len(names)) for word in types], np.int64)
    little = np.zeros(max(1, len(names)), np.float32)
    for word in types:
        if is_uninformative(word):
            little[names[short_stem(word)]] = _LITTLE_SHARE * _SHORT_NOTES
    return Postings.of(names, of_type[flat], units, size, little), of_type


def _pieces(types: dict[str, int], flat: Places, units: Places, size: int) -> Postings:
    names: dict[str, int] = {}
    cut = [[names.setdefault(piece, len(names)) for piece in character_ngrams(word)] for word in types]
    many = np.array([len(pieces) for pieces in cut], np.int64)
    all_pieces = np.array([piece for pieces in cut for piece in pieces], np.int64)
    begins = np.concatenate([[0], np.cumsum(many)]).astype(np.int64)
    little = np.zeros(max(1, len(names)), np.float32)
    for word, pieces in zip(types, cut, strict=True):
        if is_uninformative(word):
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


__all__ = ["GAP", "PAIRED", "Index", "Pairs", "Places", "Postings", "Reals", "Terms", "spread"]
