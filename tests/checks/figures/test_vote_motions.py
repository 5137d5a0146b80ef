"""Motions that were lost beside those that were carried, and who votes."""

import pytest

from review_tui.checks.figures.votes import VotesCheck
from review_tui.model.material import Document, Material


@pytest.mark.parametrize(
    "text",
    [
        # lost in the narrative, and what was resolved is another motion
        (
            "5. Levy\n\nMr Orme moved that the levy stay. Three members voted for it and five against.\n\n"
            "RESOLVED (5 for, 2 against, 1 abstention) that the levy be \u00a340.\n"
        ),
        # the outcome in the next sentence is of the vote that stands there
        (
            "His idea of \u00a313 was not taken up (two in favour, five against). "
            "The rate of \u00a312 was then agreed by six votes to one.\n"
        ),
    ],
)
def test_a_motion_that_was_lost_is_not_the_next_one(text: str) -> None:
    material = Material(Document.read("minutes.md", text), ())
    assert [f.message for f in VotesCheck().run(material)] == []


@pytest.mark.parametrize(
    "text",
    [
        "The line was carried, 20 families being for it and 38 against.\n",
        "It was carried, though it found two supporters and five opponents.\n",
        "The proposal was carried, with 3 households in favour and 9 against.\n",
    ],
)
def test_families_and_supporters_vote_too(text: str) -> None:
    material = Material(Document.read("minutes.md", text), ())
    assert any("fewer voted for it" in f.message for f in VotesCheck().run(material))
