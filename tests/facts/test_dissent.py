"""A decision of a majority by the draft, of all by the notes."""

import pytest

from review_tui.facts.dissent import dissent_clashes, dissenter_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material

SENTENCE = "The rules of the bathing pool were proposed by Mr Orr and approved {}.\n"


def told(how: str, jotted: str) -> list[tuple[str, str]]:
    draft = Document.read("minutes.md", SENTENCE.format(how))
    notes = Document.read("notes/a.txt", f"pool open all winter\n{jotted}\n")
    return [
        (c.places[0].quote, c.places[1].quote) for c in dissent_clashes(pair_of(Material(draft, (notes,))))
    ]


@pytest.mark.parametrize(
    ("how", "jotted", "quotes"),
    [
        ("by a majority", "bathing pool rules - Orr, unan", ("by a majority", "unan")),
        ("with two against", "bathing pool rules, Orr prop, nem con", ("with two against", "nem con")),
        ("by a large majority", "rules bathing pool Orr \u2713 all", ("by a large majority", "\u2713 all")),
        ("with one member dissenting", "pool bathing rules Orr - all in favour",
         ("with one member dissenting", "all in fav")),
    ],
)  # fmt: skip
def test_nobody_was_against_it_in_the_notes(how: str, jotted: str, quotes: tuple[str, str]) -> None:
    ((mine, theirs),) = told(how, jotted)
    assert (mine, theirs[: len(quotes[1])]) == quotes


@pytest.mark.parametrize(
    ("how", "jotted"),
    [
        ("unanimously", "bathing pool rules - Orr, unan"),
        ("with none against", "bathing pool rules - Orr, nem con"),
        ("by a majority", "bathing pool rules - Orr, by maj"),
        ("by a majority", "bathing pool rules Orr all agreed but Mrs Lee"),
        ("with two against", "bathing pool rules Orr, 2 agst"),
        (
            "by a majority of 4",
            "bathing pool rules - Orr, unan",
        ),  # by how many it was carried, which others compare
    ],
)
def test_nothing_is_told_where_somebody_may_have_been_against_it(how: str, jotted: str) -> None:
    assert told(how, jotted) == []


@pytest.mark.parametrize(
    ("drafted", "noted", "told"),
    [
        ("4-1 (Foss opposed)", "4-1 MF no", []),
        ("4-1 (Kim opposed)", "4-1 MF no", [("Kim", "MF")]),
        ("by four votes to one, Ms Kim voting against", "4-1 (MF agst)", [("Ms Kim", "MF")]),
        ("by four votes to one, Ms Kim voting against", "4-1", []),
        ("4-1 (Kim opposed)", "4-1 MF no objection to lights", []),
        ("4-1, one opposed (Dana Kim)", "4-1 MF no", [("Dana Kim", "MF")]),
        ("4-1, one opposed (Mark Foss)", "4-1 MF no", []),
        ("4-0-1, Dana Kim abstaining", "4-0-1 MF abst", [("Dana Kim", "MF")]),
        ("4-0-1, Mark Foss abstaining", "4-0-1 MF abst", []),
        ("4-0, abstained: Dana Kim", "4-0 abst MF", [("Dana Kim", "MF")]),
        ("unanimously", "4-0 MF abst", []),
    ],
)
def test_whoever_was_against_it_is_held_against_the_notes_of_the_same_vote(
    drafted: str, noted: str, told: list[tuple[str, str]]
) -> None:
    draft = (
        "Present: Lena Ortiz (Chair), Sam Pruitt, Mark Foss, Dana Kim\n\n"
        f"Ms Ortiz moved, Mr Pruitt seconding, that the lights of the pool be lit. Carried {drafted}.\n"
    )
    notes = Document.read("notes/a.txt", f"pool lights LO/SP {noted}\n")
    pair = pair_of(Material(Document.read("minutes.md", draft), (notes,)))
    assert [(c.places[0].quote, c.places[1].quote) for c in dissenter_clashes(pair)] == told


@pytest.mark.parametrize(
    ("drafted", "noted", "told"),
    [
        ("Mark Foss dissenting", "MF not happy - against", []),
        ("Dana Kim dissenting", "MF not happy - against", [("Dana Kim", "MF")]),
        ("unanimously", "MF against", [("unanimously", "MF")]),
        ("unanimously", "MF for", []),
        ("unanimously", "all", []),
    ],
)
def test_whoever_was_against_a_decision_without_figures_is_compared_too(
    drafted: str, noted: str, told: list[tuple[str, str]]
) -> None:
    draft = (
        "Present: Lena Ortiz (Chair), Sam Pruitt, Mark Foss, Dana Kim\n\n"
        f"It was resolved, {drafted}, to have the lights of the pool repaired by Orme.\n\n"
        "The hedge was cut.\n"
    )
    notes = Document.read("notes/a.txt", f"pool lights repair Orme agreed, {noted}\nhedge cut\n")
    pair = pair_of(Material(Document.read("minutes.md", draft), (notes,)))
    assert [(c.places[0].quote, c.places[1].quote) for c in dissenter_clashes(pair)] == told


@pytest.mark.parametrize(("who", "told"), [("Mark Foss", []), ("Dana Kim", [("Dana Kim", "MF")])])
def test_a_sentence_of_the_vote_alone_is_held_against_the_likeliest_line(
    who: str, told: list[tuple[str, str]]
) -> None:
    draft = (
        "Present: Lena Ortiz (Chair), Sam Pruitt, Mark Foss, Dana Kim\n\n## 2. Budget\n\n"
        "That the annual budget for 2025 be approved with a deficit of $7,500. Moved Lena Ortiz, seconded "
        f"Sam Pruitt.\n\nCarried, {who} abstaining.\n\n## 3. Bus\n\nThe bus was late on nine days.\n"
    )
    notes = Document.read("notes/a.txt", "budget 2025 deficit 7500 - LO/SP, MF abst\nbus late 9 days\n")
    pair = pair_of(Material(Document.read("minutes.md", draft), (notes,)))
    assert [(c.places[0].quote, c.places[1].quote) for c in dissenter_clashes(pair)] == told
