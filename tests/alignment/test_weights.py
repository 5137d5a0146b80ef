import subprocess
import sys

from review_tui.alignment.classifier import AGREEMENT, EVIDENCE_FEATURES, LINK_FEATURES
from review_tui.alignment.features import FEATURES
from review_tui.alignment.weights import LEARNED


def test_every_feature_has_its_weight_in_the_order_in_which_it_is_worked_out() -> None:
    for pair in (LEARNED.sentences, LEARNED.labels):
        assert tuple(pair.alone) == tuple(pair.by_asked) == tuple(pair.by_mass) == FEATURES
        assert set(pair.together) == {"alone", "taken", "order"}
    assert tuple(LEARNED.linked) == (*LINK_FEATURES, "base")
    assert tuple(LEARNED.supported) == (*EVIDENCE_FEATURES, "base")


def test_a_unit_that_other_sentences_answer_better_is_less_likely_and_one_in_order_more() -> None:
    for pair in (LEARNED.sentences, LEARNED.labels):
        assert pair.together["taken"] < 0 < pair.together["order"]


def test_nothing_that_a_sentence_and_its_notes_agree_in_counts_against_a_link() -> None:
    against = [
        name
        for table in (LEARNED.linked, LEARNED.supported)
        for name, by in table.items()
        if name in AGREEMENT and by < 0
    ]
    assert against == []


def test_numbers_are_loaded_only_when_something_is_aligned() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import review_tui.alignment, sys; print('numpy' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "False"
