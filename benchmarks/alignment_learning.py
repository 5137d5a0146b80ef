"""Learns the weights of the alignment anew: ``python -m benchmarks.alignment_learning`` (fifteen minutes).

Writes ``review_tui/alignment/weights.py`` from all development meetings, and beside this file the weights of
five folds, each learned without a fifth of the series of meetings, so that the benchmark ``alignment`` can
report on meetings that were not learned from. With ``--without KIND``, such as ``committee``, it writes only
that file, learned without the whole set, five times the same: the benchmark then says how well what was
learned elsewhere does there.
"""

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.alignment_data import (
    DRAWS,
    ENCIPHERED,
    FOLDS,
    Linked,
    clerks,
    committees,
    emptied,
    enciphered,
    hands,
    items,
    projects,
    speech,
    titles,
    topics,
)
from benchmarks.alignment_fit import Choices, best_of_many, chance_that_grows
from benchmarks.dates_quality import data_folder
from review_tui.alignment.classifier import (
    AGREEMENT,
    EVIDENCE_FEATURES,
    LINK_FEATURES,
    best_units,
    evidence_features,
    link_features,
    surest_links,
)
from review_tui.alignment.features import FEATURES, FeatureExtractor, query_weights
from review_tui.alignment.index import Index
from review_tui.alignment.query import NameForms, QueryBuilder
from review_tui.alignment.scoring import Scores, ScoreViews, feature_weights, labels, query_shape, together
from review_tui.alignment.weights import PairWeights, Weights

FOLD_FILE = Path(__file__).with_name("alignment_folds.json")
WEIGHTS_FILE = Path(__file__).parents[1] / "review_tui" / "alignment" / "weights.py"
TOGETHER = ("alone", "taken", "order")
_COUNT = {
    "speech": 1.0,
    "committee": 1.0,
    "committee, overviews": 1.0,
    "project": 0.7,
    "project, overviews": 0.7,
    "topic": 0.3,
    "title": 0.3,
    "clerk": 0.2,
    "item": 0.2,
    "hand": 1.0,
}
"""What a set counts, however many sentences it has."""
_COUNT_ENCIPHERED = 0.7
"""What the same in cipher counts, as a part of that."""
_TOPICS = ("topic", "title")
"""Kinds from which it is not learned whether a sentence has evidence: a few words are no sentence."""
_COUNT_LABELS = dict.fromkeys(_COUNT, 0.1) | dict.fromkeys(_TOPICS, 1.0)
"""What a set counts where only a few words asked of talk are learned from."""
_FEWEST_LABELS = 100
"""A set of fewer such counts less."""
_OF_LABELS = 0.5
"""So much of what such words alone teach is taken, the rest from all sentences: there are few questions."""
_EVERY = 4
"""Of the meetings of speech and of projects every so many are learned from in cipher too, and of the items
every so many at all: they are many and alike."""
_EASE, _EASE_BY = 2e-3, 2e-2
"""How much weights are kept small: those of features, and those by which features count more or less."""
_EASE_LABELS = 1e-2, 2e-2
"""The same where there are fewer rows to learn from."""
_LIKELY, _ANY = 40, 20
"""So many units that share most and so many others are what the right ones are told from."""
_RIGHT = 40
_LIKELIEST = 100
"""Units looked at once more with the whole draft."""
_LINKS = 20
_EMPTIED, _MARGINS = 0.05, (2, 5, 10)
_EMPTIED_HANDS = 0.6, (0, 1)
"""As there are few of them, and a line of such notes says all there is."""


@dataclass(frozen=True, eq=False)
class Ready:
    """A meeting with its features."""

    meeting: Linked
    index: Index
    asked: NDArray[np.float32]
    features: NDArray[np.float32]
    """Features by sentences by units."""
    right: NDArray[np.bool_]

    @property
    def linked(self) -> NDArray[np.int64]:
        """The sentences that something is behind, by number."""
        return np.flatnonzero(self.right.any(axis=1))

    def set_of(self, row: int) -> str:
        """The set a sentence is of: overviews ask for something else than answers, and are few."""
        kind, cipher = self.meeting.kind.removesuffix(ENCIPHERED), self.meeting.kind.endswith(ENCIPHERED)
        is_overview = bool(self.meeting.overview) and self.meeting.overview[row]
        return f"{kind}{', overviews' * is_overview}{ENCIPHERED * cipher}"

    @property
    def linked_labels(self) -> NDArray[np.int64]:
        """Those of them that are a few words asked of talk."""
        return np.flatnonzero(self.right.any(axis=1) & labels(self.asked)[:, 0])

    @property
    def mean_mass(self) -> float:
        """As the scorer has it."""
        return float(np.log1p(self.index.mass.mean()))

    def named(self, name: str) -> NDArray[np.float32]:
        """One feature, sentences by units."""
        return np.asarray(self.features[FEATURES.index(name)])

    def scores(self, weights: Weights) -> Scores:
        """As the scorer gives them."""
        by = feature_weights(weights, self.asked, self.mean_mass)
        alone = np.einsum("qf,fqn->qn", by, self.features)
        looks = ScoreViews(alone, self.named("words"), self.named("near"), self.named("pairs"), self.asked)
        return together(looks, weights)


Rows = Sequence[tuple[Ready, NDArray[np.int64]]]
"""Meetings, each with the sentences to learn from, by number."""


def ready(meeting: Linked) -> Ready:
    texts = [unit.text for unit in meeting.units]
    index = Index.of(texts, [unit.speaker for unit in meeting.units], [0] * len(texts))
    questions = QueryBuilder(NameForms.in_texts(texts), index.shorts).questions(
        [text for _, text in meeting.draft]
    )
    right = np.zeros((len(questions), index.size), bool)
    for row, units in enumerate(meeting.behind):
        right[row, list(units)] = True
    asked = query_weights(questions, index)
    return Ready(meeting, index, asked, FeatureExtractor(index).features(questions, asked), right)


def learn(meetings: Sequence[Ready], drawn: Sequence[Ready], without: Sequence[tuple[Ready, int]]) -> Weights:
    """All weights from these meetings, and from meetings without what is behind one sentence.

    ``drawn``: more draws of topics.
    """
    every = [(one, one.linked) for one in meetings]
    labelled = [(one, one.linked_labels) for one in (*meetings, *drawn)]
    of_every = _alone(every, _set_counts(every), _EASE, _EASE_BY)
    counts_of_labels = _set_counts(labelled, _COUNT_LABELS, _FEWEST_LABELS)
    of_labels = _OF_LABELS * _alone(labelled, counts_of_labels, *_EASE_LABELS) + (1 - _OF_LABELS) * of_every
    weights = Weights(_pair(of_every), _pair(of_labels), {}, {})
    sentences = [(one, np.setdiff1d(one.linked, one.linked_labels)) for one in meetings]
    by_draft = (
        _together(sentences, _set_counts(sentences), weights),
        _together(labelled, counts_of_labels, weights),
    )
    weights = replace(
        weights,
        sentences=_with_draft(weights.sentences, by_draft[0]),
        labels=_with_draft(weights.labels, by_draft[1]),
    )
    counts = _link_counts(meetings)
    links = [_links(one, weights) for one in meetings]
    linked = chance_that_grows(
        np.concatenate([table for table, _ in links]),
        np.concatenate([good for _, good in links]),
        np.concatenate(
            [
                np.full(len(good), counts[one.meeting.kind])
                for one, (_, good) in zip(meetings, links, strict=True)
            ]
        ),
        _agreeing(LINK_FEATURES),
    )
    weights = replace(weights, linked=_named((*LINK_FEATURES, "base"), linked))
    supported = _supported(meetings, without, weights)
    return replace(weights, supported=_named((*EVIDENCE_FEATURES, "base"), supported))


def _link_counts(meetings: Sequence[Ready]) -> dict[str, float]:
    """What a link of each kind counts: overviews by how many they are, so that chances are true."""
    many = Counter(one.meeting.kind for one in meetings for _ in one.linked)
    return {kind: _count_of(kind, _COUNT) / n for kind, n in many.items()}


def _set_counts(rows: Rows, of: Mapping[str, float] = _COUNT, fewest: int = 1) -> dict[str, float]:
    """What a sentence of each set counts, where a set of fewer than ``fewest`` counts less."""
    many = Counter(one.set_of(row) for one, some in rows for row in some)
    return {name: _count_of(name, of) / max(fewest, n) for name, n in many.items()}


def _count_of(name: str, of: Mapping[str, float]) -> float:
    return of[name.removesuffix(ENCIPHERED)] * (_COUNT_ENCIPHERED if name.endswith(ENCIPHERED) else 1)


def _pair(found: NDArray[np.float64]) -> PairWeights:
    """What ``_alone`` found by name, and nothing yet by the whole draft."""
    base, by_asked, by_mass = np.split(found, 3)
    none = dict.fromkeys(TOGETHER, 0.0) | {"alone": 1.0}
    return PairWeights(_named(FEATURES, base), _named(FEATURES, by_asked), _named(FEATURES, by_mass), none)


def _with_draft(pair: PairWeights, found: NDArray[np.float64]) -> PairWeights:
    return replace(pair, together=_named(TOGETHER, found))


def _alone(rows: Rows, counts: Mapping[str, float], ease: float, ease_by: float) -> NDArray[np.float64]:
    """The weights of the features, then what is added for long sentences and for long units."""
    dice = np.random.default_rng(1)
    tables, right, many, weigh = [], [], [], []
    for one, some_rows in rows:
        for row in some_rows:
            likely = [np.argsort(-one.named(name)[row])[:_LIKELY] for name in ("words", "near", "plain")]
            some = dice.integers(0, one.index.size, _ANY)
            chosen = np.unique(np.concatenate([*likely, some, np.flatnonzero(one.right[row])[:_RIGHT]]))
            tables.append(one.features[:, row, chosen].T)
            right.append(one.right[row, chosen])
            many.append(query_shape(one.asked[row : row + 1], one.mean_mass)[0])
            weigh.append(counts[one.set_of(row)])
    lengths = [len(table) for table in tables]
    features = np.concatenate(tables)
    by = np.array(many, np.float32)
    mean, spread = by.mean(axis=0), by.std(axis=0) + 1e-6
    shapes = np.repeat((by - mean) / spread, lengths, axis=0)
    found = best_of_many(
        Choices(
            np.concatenate([features, features * shapes[:, :1], features * shapes[:, 1:]], axis=1),
            np.concatenate(right),
            np.cumsum([0, *lengths[:-1]]),
            np.array(weigh),
        ),
        np.repeat([ease, ease_by, ease_by], len(FEATURES)),
    )
    base, *others = np.split(found, 3)
    slopes = [other / s for other, s in zip(others, spread, strict=True)]
    return np.concatenate([base - slopes[0] * mean[0] - slopes[1] * mean[1], *slopes])


def _together(rows: Rows, counts: Mapping[str, float], weights: Weights) -> NDArray[np.float64]:
    tables, right, weigh = [], [], []
    for one, some_rows in rows:
        if not len(some_rows):
            continue
        scores = one.scores(weights)
        alone = scores.looks.alone
        taken = np.broadcast_to(scores.taken, alone.shape)
        best = best_units(alone + scores.order, _LIKELIEST)
        for row in some_rows:
            chosen = np.union1d(best[row], np.flatnonzero(one.right[row])[:_RIGHT])
            tables.append(np.stack([of[row, chosen] for of in (alone, taken, scores.order)], axis=-1))
            right.append(one.right[row, chosen])
            weigh.append(counts[one.set_of(row)])
    begins = np.cumsum([0, *(len(table) for table in tables[:-1])])
    return best_of_many(
        Choices(np.concatenate(tables), np.concatenate(right), begins, np.array(weigh)), np.full(3, _EASE)
    )


def _links(one: Ready, weights: Weights) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    scores = one.scores(weights)
    best = best_units(scores.likelihood, _LINKS)
    table = link_features(scores, best, one.index)[one.linked]
    right = np.take_along_axis(one.right, best, 1)[one.linked]
    return table.reshape(-1, table.shape[-1]), right.reshape(-1)


def _supported(
    meetings: Sequence[Ready], without: Sequence[tuple[Ready, int]], weights: Weights
) -> NDArray[np.float64]:
    rows = []
    for one in meetings:
        # What is behind the other sentences in people's hands isn't known.
        asked = one.linked if one.meeting.kind == "hand" else np.arange(len(one.right))
        table = _evidence(one, weights)[asked]
        rows.append((one, table, np.asarray(one.right.any(axis=1))[asked]))
    rows += [(one, _evidence(one, weights)[at : at + 1], np.zeros(1, bool)) for one, at in without]
    features = np.concatenate([table for _, table, _ in rows])
    right = np.concatenate([good for _, _, good in rows])
    kind = np.concatenate([np.full(len(table), one.meeting.kind) for one, table, _ in rows])
    weigh = np.zeros(len(right))
    for name in np.unique(kind):
        for part in ((kind == name) & right, (kind == name) & ~right):
            if part.any() and not (name.endswith(ENCIPHERED) or name in _TOPICS):
                weigh[part] = 1 / int(part.sum())  # as much with evidence as without, of each kind
    return chance_that_grows(features, right, weigh, _agreeing(EVIDENCE_FEATURES))


def _evidence(one: Ready, weights: Weights) -> NDArray[np.float32]:
    scores = one.scores(weights)
    return evidence_features(scores, one.index, surest_links(scores, _LINKS, one.index, weights))


def _agreeing(names: Sequence[str]) -> NDArray[np.bool_]:
    return np.array([name in AGREEMENT for name in names])


def _named(names: Sequence[str], values: NDArray[np.float64]) -> Mapping[str, float]:
    return {name: round(float(value), 5) for name, value in zip(names, values, strict=True)}


def written(weights: Weights, file: Path) -> None:
    """Put the weights into the module that ships them."""
    head = file.read_text(encoding="utf-8").split("LEARNED = ")[0]
    lines = ["LEARNED = Weights("]
    for name, part in asdict(weights).items():
        if name in ("sentences", "labels"):
            lines.append(f"    {name}=PairWeights(")
            lines += chain.from_iterable(_table_lines(inner, table, 8) for inner, table in part.items())
            lines.append("    ),")
        else:
            lines += _table_lines(name, part, 4)
    file.write_text(head + "\n".join([*lines, ")", ""]), encoding="utf-8")


def _table_lines(name: str, table: Mapping[str, float], deep: int) -> list[str]:
    at = " " * deep
    return [f"{at}{name}={{", *(f'{at}    "{key}": {value},' for key, value in table.items()), f"{at}}},"]


def _is_of(kind: str, without: str) -> bool:
    """Whether meetings of a kind are of a set, in clear or in cipher."""
    return bool(without) and kind.startswith(without)


def relearn(without: str = "") -> int:
    folder = data_folder()
    if folder is None:
        print("Skipped: there is no development data here (see data_folder).")
        return 0
    talk = {kind: list(of(folder)) for kind, of in (("s", speech), ("c", committees), ("p", projects))}
    noted = [*clerks(folder)]
    linked = [*chain(*talk.values()), *noted, *[*items(noted)][::_EVERY], *hands(folder)]
    both = [*talk["c"], *talk["p"]]
    more = [*topics(both), *titles(both)]
    more += enciphered([*talk["s"][::_EVERY], *talk["c"], *talk["p"][::_EVERY]])
    meetings = [ready(one) for one in (*linked, *more) if any(one.behind) and not _is_of(one.kind, without)]
    others = chain.from_iterable(topics(both, draw) for draw in DRAWS)
    drawn = [ready(one) for one in others if not _is_of(one.kind, without)]
    print(f"{len(meetings)} meetings read, and more topics of {len(drawn)}", flush=True)
    some = [one for one in linked if not _is_of(one.kind, without)]
    talked = [one for one in some if one.kind != "hand"]
    bare = [(ready(left), sentence) for _, left, sentence in emptied(talked, _EMPTIED, _MARGINS)]
    jotted = [one for one in some if one.kind == "hand"]
    bare += [(ready(left), sentence) for _, left, sentence in emptied(jotted, *_EMPTIED_HANDS)]
    print(f"{len(bare)} meetings without what is behind one sentence", flush=True)
    if without:
        FOLD_FILE.write_text(json.dumps([asdict(learn(meetings, drawn, bare))] * FOLDS, indent=1) + "\n")
        return 0
    written(learn(meetings, drawn, bare), WEIGHTS_FILE)
    print("learned from all", flush=True)
    folds = []
    for fold in range(FOLDS):
        kept = [one for one in meetings if one.meeting.fold != fold]
        kept_draws = [one for one in drawn if one.meeting.fold != fold]
        folds.append(learn(kept, kept_draws, [pair for pair in bare if pair[0].meeting.fold != fold]))
        print(f"fold {fold} learned", flush=True)
    FOLD_FILE.write_text(json.dumps([asdict(fold) for fold in folds], indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(relearn(*sys.argv[2:3] if sys.argv[1:2] == ["--without"] else ()))
