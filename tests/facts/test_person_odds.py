"""Somebody whom the draft names for what the notes say of another, in a meeting of ordinary length."""

import pytest

from review_tui.facts.pair import pair_of
from review_tui.facts.person_odds import person_clashes
from review_tui.model.material import Document, Material

DRAFT = """\
Present: Ewan Baird (Convener), Morag Tulloch (Secretary), Isla Drummond,
Callum Reid, Flora Munn, Hamish Orr

## Pier

Callum Reid reported that two steps of the pier were loose and that the handrail was rusty.

Isla Drummond will write to the council about the steps.

## Hall

The Secretary gave the bookings for the autumn, which were lower than last year.

Flora Munn thought that the heating put people off. It was agreed to ask for three quotes for a new boiler.

Hamish Orr is to obtain the quotes by the end of May.

## Moorings

The Convener explained the new rule for visiting yachts.

Callum Reid volunteered to paint the numbers on the buoys.
"""
NOTES = """7.30 at hall
pier - CR says 2 steps loose + handrail rusty
ID to write council re steps
bookings autumn, MT: down on last yr
FM heating puts folk off
boiler, 3 quotes - HO to get, end May
moorings: EB on new rule for visiting yachts
CR paints numbers on buoys
"""


def told(draft: str, notes: str = NOTES) -> list[tuple[str, str]]:
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.txt", notes),))
    return [(c.places[0].quote, c.places[1].quote) for c in person_clashes(pair_of(material))]


def test_right_minutes_are_left_alone() -> None:
    assert told(DRAFT) == []


@pytest.mark.parametrize(
    ("true", "slip", "clash"),
    [
        ("Callum Reid reported", "Hamish Orr reported", ("Hamish Orr", "CR")),
        ("Isla Drummond will write", "Flora Munn will write", ("Flora Munn", "ID")),
        ("Flora Munn thought", "Isla Drummond thought", ("Isla Drummond", "FM")),
        ("Hamish Orr is to obtain", "Callum Reid is to obtain", ("Callum Reid", "HO")),
        ("Callum Reid volunteered", "Hamish Orr volunteered", ("Hamish Orr", "CR")),
    ],
)
@pytest.mark.parametrize("called", [{}, {"CR": "Callum", "ID": "Isla", "FM": "Flora", "HO": "Hamish"}])
def test_who_spoke_or_is_to_act_is_held_against_the_line_of_it(
    true: str, slip: str, clash: tuple[str, str], called: dict[str, str]
) -> None:
    notes = NOTES
    for letters, first in called.items():
        notes = notes.replace(letters, first)
    wrong, noted = clash
    assert told(DRAFT.replace(true, slip), notes) == [(wrong, called.get(noted, noted))]


def test_a_name_that_the_line_has_for_another_part_of_it_is_no_slip() -> None:
    """Two sentences of one line, of which the name belongs to one."""
    notes = NOTES.replace(
        "pier - CR says 2 steps loose + handrail rusty\nID to write council re steps",
        "pier - CR says 2 steps loose + handrail rusty, ID to write council re steps",
    )
    assert told(DRAFT, notes) == []


def test_one_name_of_the_notes_is_not_missed_in_two_places() -> None:
    """It can be that of neither, as then one of both were right."""
    one = DRAFT.replace("Callum Reid volunteered", "Flora Munn volunteered")
    both = one.replace("Flora Munn volunteered to paint the", "Flora Munn agreed to paint half the").replace(
        "on the buoys.", "on the buoys, and Hamish Orr agreed to paint the others."
    )
    assert told(one) == [("Flora Munn", "CR")]
    assert told(both) == []


@pytest.mark.parametrize("place", ["Rd", "St", "Ln"])
def test_the_kind_of_a_place_cut_short_is_nobody(place: str) -> None:
    draft = DRAFT.replace("Flora Munn", "Rhona Stroud").replace("Hamish Orr", "Lena Lorne")
    notes = NOTES.replace("FM heating", "RS heating").replace("HO to get", "LL to get")
    with_place = notes.replace("ID to write council re steps", f"ID to write council re steps, Pier {place}")
    assert told(draft, with_place) == []
    slip = draft.replace("Isla Drummond will write", "Ewan Baird will write")
    assert told(slip, with_place) == [("Ewan Baird", "ID")]


def test_mover_and_seconder_that_a_line_has_together_are_right_though_another_line_names_others() -> None:
    motion = (
        "\n## Fees\n\nThe mooring fee for dinghies was raised to 60, proposed by Isla Drummond and seconded "
        "by Flora Munn.\n"
    )
    line = "mooring fee dinghies 60 - prop HO, FM sec\n"
    assert told(DRAFT + motion, NOTES + line) == [("Isla Drummond", "HO")]
    assert told(DRAFT + motion, NOTES + line + "ID/FM\n") == []


@pytest.mark.parametrize("word", ["No", "Not", "So"])
def test_a_little_word_with_a_capital_is_nobody(word: str) -> None:
    draft = DRAFT.replace("Hamish Orr", "Nora Olsson").replace("Flora Munn", "Sven Odell")
    notes = NOTES.replace("HO to get", "Nora to get").replace("FM heating", "Sven heating")
    assert told(draft, notes.replace("ID to write", f"{word} reply, ID to write")) == []


def test_whoever_sends_every_message_is_named_for_nothing_by_that() -> None:
    lines = NOTES.replace("ID to write", "write").split("\n")
    chat = "\n".join(f"Ewan: {line}" for line in lines if line) + "\n"
    draft = DRAFT.replace("Callum Reid reported", "Ewan Bell sat as Secretary. Callum Reid reported")
    assert [mine for mine, _ in told(draft, chat)] == []


def test_a_name_wanted_in_two_sentences_is_told_for_the_likelier_one() -> None:
    """Both sentences come from one line, which names nobody else."""
    more = "\n## Pages\n\nFlora Munn mentioned that the pages were old. Isla Drummond will renew them.\n"
    notes = NOTES + "pages old - HO renews\n"
    assert told(DRAFT + more, notes) == [("Isla Drummond", "HO")]


def test_a_list_of_those_who_were_there_names_nobody_for_what_was_done() -> None:
    draft = DRAFT + "\n## Minutes\n\nMoved Hamish Orr, seconded Flora Munn.\n"
    notes = "EB, MT, ID, CR, FM, HO\n" + NOTES + "mins May - ID/FM\n"
    assert ("Hamish Orr", "ID") in told(draft, notes)
