"""A word put right, so that a passage agrees with its notes, never makes the evidence look less certain."""

import re

import pytest

from review_tui.alignment.aligner import Aligner
from review_tui.language.stems import short_stem
from review_tui.language.words import fold_word, folded_words
from review_tui.model.meeting import Source

JOTTED = Source(
    "notes/clerk.md",
    "MB – flood rpt, Jan 21–Mar 22. pumps ran 9 hrs\n"
    "2 culverts blocked nr Mill Lane\n"
    "grant of £4,250 from county, spend by end Sept\n"
    "stile on footpath 12 broken, landowner written to twice\n"
    "TH: wants gate instead of stile, easier for prams\n"
    "agd – clerk to get 3 quotes for gate\n"
    "bus shelter glass smashed again, police told\n"
    "allotments: 5 plots vacant\n",
)
SPOKEN = Source(
    "notes/talk.vtt",
    "Ann Pell: um so the pumps ran for nine hours in January, Martin says\n"
    "Joe Marsh: right, and the two culverts near Mill Lane, they were blocked again\n"
    "Ann Pell: yeah the county gave us a grant, four thousand two hundred and fifty I think\n"
    "Joe Marsh: okay so the stile then\n"
    "Tessa Hale: I'd rather have a gate than a stile, it's easier for prams\n"
    "Ann Pell: the clerk can get three quotes for a gate\n"
    "Joe Marsh: mm-hmm, and the shelter, somebody smashed the glass, the police know\n",
)
DRAFT = (
    "The pumps had run for nine hours in January.\n"
    "Two culverts near Mill Lane had been blocked.\n"
    "The county had given a grant of £4,250.\n"
    "Councillor Hale wanted a gate instead of the stile, as it would be easier for prams.\n"
    "It was agreed that the Clerk would obtain three quotations for the gate.\n"
    "The glass of the bus shelter had been smashed and the police told.\n"
)
SLIP = "zorbel"
"""A word that no notes have."""
_NOISE = 0.0005
"""What rounding may take from a chance."""


@pytest.mark.parametrize("source", [JOTTED, SPOKEN], ids=lambda source: source.name)
def test_a_word_put_right_never_makes_the_evidence_look_less_certain(source: Source) -> None:
    aligner = Aligner([source])
    true = aligner.align(DRAFT)
    noted = {short_stem(word) for word in folded_words(source.text)}
    fell = []
    for word in re.finditer(r"\w{4,}", DRAFT):
        if short_stem(fold_word(word[0])) not in noted:
            continue
        wrong = aligner.align(DRAFT[: word.start()] + SLIP + DRAFT[word.end() :])
        before, after = wrong.passage_at(word.start()), true.passage_at(word.start())
        assert before is not None
        assert after is not None
        best = [max((link.score for link in found.links), default=0.0) for found in (before, after)]
        if after.evidence < before.evidence - _NOISE or best[1] < best[0] - _NOISE:
            fell.append((word[0], before.evidence, after.evidence, *best))
    assert fell == []
