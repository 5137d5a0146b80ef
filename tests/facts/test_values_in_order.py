"""Values of a line of the notes and of its sentences, in their order."""

import pytest

from review_tui.facts.pair import pair_of
from review_tui.facts.value_odds import odd_values
from review_tui.model.material import Document, Material


def told(draft: str, noted: str) -> list[str]:
    draft += "\n\nThe roof of the hall will be mended.\n"
    notes = (Document.read("notes/clerk.txt", noted + "\nhall roof to be mended\n"),)
    material = Material(Document.read("minutes.md", draft), notes)
    return [clash.places[0].quote.strip(" .") for clash in odd_values(pair_of(material))]


@pytest.mark.parametrize(
    ("said", "noted", "slip"),
    [
        (
            "The lane is closed by day from 9.30 am to 3.30 pm.",
            "lane closed by day 9.30\u21923.30",
            ("3.30 pm", "4.30 pm"),
        ),
        ("The gate is locked between 8.30 am and 9.15 am.", "gate locked 830-915", ("9.15 am", "9.45 am")),
        ("Water is off from 08h00 to 20h00.", "water off 08h00->20h00", ("20h00", "18h00")),
        (
            "There had been 64 repairs, of which 58 were done in time. A year ago it was 55 of 71.",
            "64 repairs, 58 in time (last yr 71/55). ring first",
            ("58", "53"),
        ),
        (
            "The choir took in 28 singers and sings on 7 February.",
            "choir twenty eight, sings 7 Feb",
            ("28", "38"),
        ),
        (
            "Grants went to the choir (12,000), the band (10,000), the fair (6,000) and the play (4,000).",
            "grants choir 12 band 10 fair 6 play 4",
            ("6,000", "8,000"),
        ),
    ],
)
def test_another_value_beside_the_same_one_is_told(said: str, noted: str, slip: tuple[str, str]) -> None:
    assert told(said, noted) == []
    assert told(said.replace(*slip), noted) == [slip[1]]


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ("There had been 64 repairs, about 60 of them in time.", "64 repairs, 58 in time"),
        ("There had been 64 repairs in 3 weeks.", "64 repairs 2 hrs each"),
        ("The gate is locked from 8.30 am for 20 minutes.", "gate locked 830, lane from 915"),
        ("There had been 64 repairs, 57 in time.", "64 repairs, 58 no, sorry, 57 in time"),
    ],
)
def test_a_value_of_something_else_is_not_told(said: str, noted: str) -> None:
    assert told(said, noted) == []
