"""The index of words leaves out no word that comparing each with each would find."""

import pytest

from review_tui.language.stop_words import word_set_of
from review_tui.language.word_index import WordIndex
from review_tui.language.word_match import INFLECTED, SYNONYM, letters_of, may_name, stands_for

AKIN = frozenset({INFLECTED, SYNONYM})
"""How surely words stand for each other of which each may have letters that the other lacks."""

MINUTED = sorted(
    word_set_of(
        "committee council residents footpath quotation clerk knight night phone photograph queue written "
        "closed highways chairman whitcombe hallam harmer o'brien repaired account treasurer cemetery "
        "catherine kathryn it its playground precept received report road brought bought "
        "planning application allotment trees street"
    )
)
JOTTED = sorted(
    word_set_of(
        "cttee kttee comittee cncl resid fp f/p quote qte clk nite fone fotograf kue riting rung shut hwys "
        "chr witcom halam hallum harmar obrien mended a/c treas semetery kathrin catherin playgr prcpt "
        "recd rept rd bort brort plg app allot tree st stret zzz q \u2713"
    )
)


@pytest.mark.parametrize("jotted", JOTTED)
def test_what_a_jotted_word_stands_for(jotted: str) -> None:
    sure = {word: stands_for(jotted, word) for word in MINUTED if word[0] == jotted[0]}
    near = {
        w: s
        for w, s in sure.items()
        if s in AKIN or (s and (letters_of(jotted) & ~letters_of(w)).bit_count() <= 1)
    }

    found = WordIndex(MINUTED).stood_for_by(jotted)

    assert {word: share for word, share in found.items() if word[0] == jotted[0]} == near


@pytest.mark.parametrize("name", MINUTED)
def test_whether_any_jotted_word_may_be_a_name(name: str) -> None:
    assert WordIndex(JOTTED).may_name(name) is any(may_name(word, name) for word in JOTTED)


def test_words_by_ear_are_found_though_they_begin_with_another_letter() -> None:
    assert "written" in WordIndex(["written", "phone"]).stood_for_by("riten")


@pytest.mark.parametrize("word", MINUTED)
def test_which_jotted_words_are_short_for_a_word(word: str) -> None:
    folded = [jotted for jotted in JOTTED if jotted.isalpha()]
    sure = {jotted: stands_for(jotted, word) for jotted in folded if jotted[0] == word[0]}
    near = {j: s for j, s in sure.items() if s and (letters_of(j) & ~letters_of(word)).bit_count() <= 1}

    found = WordIndex(folded).short_for(word)

    assert {j: s for j, s in found.items() if j[0] == word[0]} == {
        j: s for j, s in near.items() if len(j) < len(word)
    }
