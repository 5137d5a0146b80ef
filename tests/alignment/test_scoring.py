"""A few words asked of talk are weighed as what they are: the name of a thing, and no sentence about it."""

from dataclasses import replace

import numpy as np
import pytest

from review_tui.alignment.features import FEATURES, query_weights
from review_tui.alignment.index import Index
from review_tui.alignment.query import NameForms, QueryBuilder
from review_tui.alignment.scoring import Scorer, feature_weights, labels
from review_tui.alignment.weights import LEARNED

LINES = [
    "right shall we start",
    "so the culvert at the bottom of Mill Lane",
    "it floods whenever the brook is up",
    "and the county won't clear it",
    "we could ask for a grate in front of it",
    "okay so who wants tea",
]
SPEAKERS = ["Ann", "Joe", "Ann", "Tess", "Joe", "Ann"]
WHOLE = "It was reported that the culvert in Mill Lane had flooded again."


def asked_of(
    text: str, speakers: list[str]
) -> tuple[Index, np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
    index = Index.of(LINES, speakers, [0] * len(LINES))
    questions = QueryBuilder(NameForms.in_texts(LINES), index.shorts).questions([text])
    return index, query_weights(questions, index)


@pytest.mark.parametrize("text", ["Mill Lane culvert", "Flooding", "State of the Mill Lane culvert"])
def test_a_few_words_asked_of_talk_are_a_label(text: str) -> None:
    assert labels(asked_of(text, SPEAKERS)[1]).all()


def test_a_whole_sentence_is_none() -> None:
    assert not labels(asked_of(WHOLE, SPEAKERS)[1]).any()


@pytest.mark.parametrize("speakers", [[""] * 6, ["Ann", "", "", "Joe", "", ""]])
def test_nor_are_a_few_words_of_which_notes_say_seldom_who_said_them(speakers: list[str]) -> None:
    assert not labels(asked_of("Mill Lane culvert", speakers)[1]).any()


def test_each_feature_counts_as_learned_for_its_sort_of_question() -> None:
    one, other = (
        replace(pair, alone=dict.fromkeys(FEATURES, n))
        for pair, n in ((LEARNED.sentences, 100.0), (LEARNED.labels, 900.0))
    )
    weights = replace(LEARNED, sentences=one, labels=other)
    for text, least in ((WHOLE, 50.0), ("Mill Lane culvert", 800.0)):
        found = feature_weights(weights, asked_of(text, SPEAKERS)[1], 3.0)
        assert least < np.median(found) < least + 150


def test_what_other_sentences_answer_better_counts_as_learned_for_its_sort_of_question() -> None:
    index = Index.of(LINES, SPEAKERS, [0] * len(LINES))
    questions = QueryBuilder(NameForms.in_texts(LINES), index.shorts).questions([WHOLE, "Mill Lane culvert"])
    none = replace(LEARNED.labels, together=dict.fromkeys(LEARNED.labels.together, 0.0))
    scores = Scorer(index, replace(LEARNED, labels=none)).scores(questions)
    assert np.ptp(scores.likelihood[0]) > 0 == np.ptp(scores.likelihood[1])
