"""A figure, date, time or vote of which the notes give another, in a meeting of ordinary length."""

import pytest

from review_tui.facts.clash import Clash
from review_tui.facts.pair import pair_of
from review_tui.facts.value_mentions import value_mentions
from review_tui.facts.value_odds import odd_values
from review_tui.model.findings import Severity
from review_tui.model.material import Document, Material
from review_tui.model.text import Span

DRAFT = """\
Present: Ewan Baird (Convener), Morag Tulloch (Secretary), Isla Drummond,
Callum Reid, Flora Munn, Hamish Orr

The meeting opened at 7.30 pm.

## Pier

Callum Reid reported that two steps of the pier were loose and that the handrail was rusty. The lowest tender,
£38,750 from Rundle Marine, was accepted by six votes to one.

Isla Drummond will write to the council about the steps by 14 March.

## Hall

The Secretary gave the bookings for the autumn, which were 12% lower than last year.

Flora Munn thought that the heating put people off. It was agreed to ask for three quotes for a new boiler.

The ceilidh of Saturday 24 May had raised £1,862.40, from 143 tickets.

## Moorings

There are 58 applicants for 52 moorings. The fee goes up from £310 to £345.

Callum Reid volunteered to paint the numbers on the buoys. Flora Munn left at 8.50 pm.

The meeting closed at 9.20 pm.
"""
NOTES = """start 730 in hall
pier - CR says 2 steps loose + handrail rusty
Rundle lowest 38750 - 6-1 yes
ID to write council re steps by 14/3
bookings autumn, MT: 12% down on last yr
FM heating puts folk off
boiler, 3 quotes
ceilidh sat 24 may raised 1862.40, 143 tkts
58 applicants 52 moorings
fee 310 -> 345
CR paints numbers on buoys
FM off 8.50
closed 9.20
"""


def told(draft: str, notes: str = NOTES) -> list[str]:
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.txt", notes),))
    return [clash.places[0].quote for clash in odd_values(pair_of(material))]


def test_right_minutes_are_left_alone() -> None:
    assert told(DRAFT) == []


@pytest.mark.parametrize(
    ("right", "wrong", "quote"),
    [
        ("£38,750", "£37,850", "£37,850"),
        ("£38,750", "£39,750", "£39,750"),
        ("six votes to one", "five votes to one", "five votes to one"),
        ("by 14 March", "by 24 March", "24 March"),
        ("12% lower", "21% lower", "21%"),
        ("three quotes", "four quotes", "four"),
        ("Saturday 24 May", "Sunday 24 May", "Sunday"),
        ("143 tickets", "134 tickets", "134"),
        ("£1,862.40", "£1,826.40", "£1,826.40"),
        ("58 applicants", "85 applicants", "85"),
        ("to £345", "to £354", "£354"),
        ("left at 8.50 pm", "left at 8.15 pm", "8.15 pm"),
        ("closed at 9.20 pm", "closed at 9.40 pm", "9.40 pm"),
    ],
)
def test_a_value_that_the_notes_give_otherwise_is_told(right: str, wrong: str, quote: str) -> None:
    assert [q.strip(" .") for q in told(DRAFT.replace(right, wrong))] == [quote]


def test_the_finding_says_what_either_has_and_where() -> None:
    material = Material(
        Document.read("minutes.md", DRAFT.replace("three quotes", "four quotes")),
        (Document.read("notes/clerk.txt", NOTES),),
    )
    (clash,) = odd_values(pair_of(material))
    assert clash.message == (
        "The draft gives the number as four; the notes of the same thing give 3 "
        "(clerk.txt line 7: \u201cboiler, 3 quotes\u201d)."
    )
    assert [p.quote for p in clash.places] == ["four", "3"]


@pytest.mark.parametrize(("words", "noted", "is_told"), [("7.00 pm", "730", True), ("143", "1862.40", False)])
def test_what_a_rule_suspects_is_told_where_it_is_not_unlikely(words: str, noted: str, is_told: bool) -> None:
    draft = Document.read("minutes.md", DRAFT.replace("7.30 pm", "7.00 pm"))
    notes = Document.read("notes/clerk.txt", NOTES)
    pair = pair_of(Material(draft, (notes,)))
    begin, start = notes.text.index(noted), draft.text.index(words)
    places = (
        draft.place(Span(start, start + len(words))),
        notes.place(Span(begin, begin + len(noted))),
    )
    suspect = Clash("", places, 1.0, Severity.WARNING)
    assert list(odd_values(pair)) == []
    assert list(odd_values(pair, [suspect])) == ([suspect] if is_told else [])


@pytest.mark.parametrize(
    ("jotted", "is_same"), [("6 wks", True), ("6", True), ("6 mths", False), ("6 km", False)]
)
def test_numbers_of_two_measures_are_not_the_same(jotted: str, is_same: bool) -> None:
    notes = Document.read("notes/c.txt", f"pier closed {jotted}\n")
    draft = Document.read("minutes.md", "The pier is closed for six weeks.\n")
    told = value_mentions(pair_of(Material(draft, (notes,)))).told[0]

    assert [bool(mention.same) for mention in told] == [is_same]
