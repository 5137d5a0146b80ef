"""Learns the weights of the alignment anew: ``python -m benchmarks.alignment_learning`` (about ten minutes).

Writes ``review_tui/evidence/weights.py`` from all development meetings, and beside this file the weights of
five folds, each learned without a fifth of the series of meetings, so that the benchmark ``alignment`` can
report on meetings that were not learned from.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.alignment_data import FOLDS, Linked, clerks, emptied, speech
from benchmarks.alignment_fit import best_of_many, chance
from benchmarks.dates_quality import data_folder
from review_tui.evidence.asking import Asker, Names, Question
from review_tui.evidence.features import FEATURES, Looker, asked_of
from review_tui.evidence.index import Index
from review_tui.evidence.judging import (
    EVIDENCE_FEATURES,
    LINK_FEATURES,
    best_units,
    evidence_features,
    link_features,
)
from review_tui.evidence.order import expected
from review_tui.evidence.scoring import Looks, shares, together
from review_tui.evidence.weights import Weights

FOLD_FILE = Path(__file__).with_name("alignment_folds.json")
WEIGHTS_FILE = Path(__file__).parents[1] / "review_tui" / "evidence" / "weights.py"
TOGETHER = ("alone", "taken", "order")
CLERKS_COUNT = 0.3
"""What a sentence with written notes counts beside one of speech: they are more, and alike."""
_LINKS = 20
_EMPTIED, _MARGINS = 0.2, (2, 5, 10)


@dataclass(frozen=True, eq=False)
class Ready:
    """A meeting with its features."""

    meeting: Linked
    index: Index
    questions: list[Question]
    features: NDArray[np.float32]
    """Sentences by units by features."""
    right: NDArray[np.bool_]

    @property
    def linked(self) -> NDArray[np.bool_]:
        """Which sentences something is behind."""
        return np.asarray(self.right.any(axis=1))


def ready(meeting: Linked) -> Ready:
    texts = [unit.text for unit in meeting.units]
    index = Index.of(texts, [unit.speaker for unit in meeting.units], [0] * len(texts))
    questions = Asker(Names.in_texts(texts), index.shorts).questions([text for _, text in meeting.draft])
    features = np.moveaxis(Looker(index).features(questions), 0, -1)
    right = np.zeros(features.shape[:2], bool)
    for row, units in enumerate(meeting.behind):
        right[row, list(units)] = True
    return Ready(meeting, index, questions, np.ascontiguousarray(features), right)


def looks_of(one: Ready, alone: NDArray[np.float32]) -> Looks:
    at = FEATURES.index
    return Looks(
        alone,
        one.features[..., at("words")].copy(),
        one.features[..., at("near")].copy(),
        asked_of(one.questions, one.index),
    )


def learn(meetings: Sequence[Ready], without: Sequence[tuple[Ready, int]]) -> Weights:
    """All weights from these meetings, and from meetings without what is behind one sentence."""
    weigh = [CLERKS_COUNT if one.meeting.kind == "clerk" else 1.0 for one in meetings]
    right = [one.right[one.linked] for one in meetings]
    alone = best_of_many([one.features[one.linked] for one in meetings], right, weigh)
    tables = []
    for one in meetings:
        scores = one.features @ alone.astype(np.float32)
        most = scores.max(axis=0)
        taken = np.broadcast_to(most + np.log(np.exp(scores - most).mean(axis=0)), scores.shape)
        tables.append(np.stack([scores, taken, expected(shares(scores))], axis=-1)[one.linked])
    both = best_of_many(tables, right, weigh)
    weights = Weights(_named(FEATURES, alone), _named(TOGETHER, both), {}, {})
    links = [_links(one, weights) for one in meetings]
    linked = chance(
        np.concatenate([table for table, _ in links]),
        np.concatenate([good for _, good in links]),
        np.concatenate([np.full(len(good), by) for (_, good), by in zip(links, weigh, strict=True)]),
    )
    supported = _supported(meetings, without, weights)
    return Weights(
        weights.alone,
        weights.together,
        _named((*LINK_FEATURES, "base"), linked),
        _named((*EVIDENCE_FEATURES, "base"), supported),
    )


def _links(one: Ready, weights: Weights) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    scores = together(looks_of(one, _alone(one, weights)), weights)
    best = best_units(scores.likelihood, _LINKS)
    table = link_features(scores, best, one.index)[one.linked]
    right = np.take_along_axis(one.right, best, 1)[one.linked]
    return table.reshape(-1, table.shape[-1]), right.reshape(-1)


def _supported(
    meetings: Sequence[Ready], without: Sequence[tuple[Ready, int]], weights: Weights
) -> NDArray[np.float64]:
    rows = [(one, evidence_of(one, weights), one.linked) for one in meetings]
    rows += [(one, evidence_of(one, weights)[at : at + 1], np.zeros(1, bool)) for one, at in without]
    features = np.concatenate([table for _, table, _ in rows])
    right = np.concatenate([good for _, _, good in rows])
    speech = np.concatenate([np.full(len(table), one.meeting.kind == "speech") for one, table, _ in rows])
    weigh = np.zeros(len(right))
    for part in (right & speech, right & ~speech, ~right & speech, ~right & ~speech):
        weigh[part] = 1 / max(1, int(part.sum()))  # as much with evidence as without, of either kind
    return chance(features, right, weigh)


def evidence_of(one: Ready, weights: Weights) -> NDArray[np.float32]:
    scores = together(looks_of(one, _alone(one, weights)), weights)
    best = best_units(scores.likelihood, _LINKS)
    return evidence_features(scores, best)


def _alone(one: Ready, weights: Weights) -> NDArray[np.float32]:
    return np.asarray(one.features @ np.array([weights.alone[name] for name in FEATURES], np.float32))


def _named(names: Sequence[str], values: NDArray[np.float64]) -> Mapping[str, float]:
    return {name: round(float(value), 5) for name, value in zip(names, values, strict=True)}


def written(weights: Weights, file: Path) -> None:
    """Put the weights into the module that ships them."""
    head = file.read_text(encoding="utf-8").split("LEARNED = ")[0]
    lines = ["LEARNED = Weights("]
    for name, table in asdict(weights).items():
        lines += [f"    {name}={{", *(f'        "{key}": {value},' for key, value in table.items()), "    },"]
    file.write_text(head + "\n".join([*lines, ")", ""]), encoding="utf-8")


def relearn() -> int:
    folder = data_folder()
    if folder is None:
        print("Skipped: there is no development data here (see data_folder).")
        return 0
    linked = [*speech(folder), *clerks(folder)]
    meetings = [ready(meeting) for meeting in linked if any(meeting.behind)]
    print(f"{len(meetings)} meetings read", flush=True)
    without = [(ready(left), sentence) for left, sentence in emptied(linked, _EMPTIED, _MARGINS)]
    print(f"{len(without)} meetings without what is behind one sentence", flush=True)
    folds = []
    for fold in range(FOLDS):
        kept = [one for one in meetings if one.meeting.fold != fold]
        folds.append(learn(kept, [pair for pair in without if pair[0].meeting.fold != fold]))
        print(f"fold {fold} learned", flush=True)
    FOLD_FILE.write_text(json.dumps([asdict(fold) for fold in folds], indent=1) + "\n", encoding="utf-8")
    written(learn(meetings, without), WEIGHTS_FILE)
    return 0


if __name__ == "__main__":
    sys.exit(relearn())
