import pytest

from review_tui.alignment.explanation import explain
from review_tui.alignment.index import Index
from review_tui.alignment.query import NameForms, QueryBuilder


def why(sentence: str, note: str, *others: str) -> str:
    texts = [note, *others]
    index = Index.of(texts, [""] * len(texts), [0] * len(texts))
    asked = QueryBuilder(NameForms.in_texts(texts), index.shorts).questions([sentence])[0]
    rarity = {name: float(index.stems.rarity[at]) for name, at in index.stems.names.items()}
    return explain(sentence, asked, index.words[0], rarity)


@pytest.mark.parametrize(
    ("sentence", "note", "parts"),
    [
        (
            "Mr Howdale offered £250 for the footpath.",
            "Howdale £250 footpath",
            ["“Howdale”", "£250", "“footpath”"],
        ),
        ("A rise of 40% was seen.", "up 40%", ["40%"]),
        ("Laura Gough spoke.", "LG spoke", ["“LG” for Laura Gough", "“spoke”"]),
        ("The report was late.", "rpt late", ["“rpt” for report", "“late”"]),
        ("The Early Help pathways were praised.", "early help pathways", ["“Early Help pathways”"]),
    ],
)
def test_a_reason_names_what_both_share(sentence: str, note: str, parts: list[str]) -> None:
    told = why(sentence, note)
    assert told.startswith("shares ")
    assert all(part in told for part in parts), told


def test_words_that_say_little_are_no_reason() -> None:
    assert why("It was the one that they had.", "it was what they had") == ""


def test_a_reason_names_few_things_the_rarest_first() -> None:
    told = why(
        "The gate, the hedge, the stile and the ditch were seen.",
        "ditch - gate x hedge y stile",
        *["gate again"] * 9,
    )
    assert "gate" not in told
    assert told.count("“") == 3


def test_a_name_behind_its_letters_is_asked_for_without_the_words_that_say_little() -> None:
    texts = ["the One Stop Shop opens", "one by the gate"]
    index = Index.of(texts, [""] * 2, [0] * 2)
    (asked,) = QueryBuilder(NameForms.in_texts(texts), index.shorts).questions(["OSS opened."])
    assert {"stop", "shop", "one"} & {stem for stem, _ in asked.stems} == {"stop", "shop"}
