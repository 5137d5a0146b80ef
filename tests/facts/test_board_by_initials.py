"""A board whose minutes call people by initials, beside hurried notes: every slip shows, and only it."""

import pytest

from review_tui.checks.engine import run_checks
from review_tui.checks.table import CHECKS
from review_tui.facts.pair import pair_of
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material

DRAFT = """\
Minutes of the Board of Trustees, Tuesday 10 February 2026, 18:00

Present: Ottilie Marsh (Chair) OM; Dai Prosser DP; Wendy Ashgrove WA; Karim Sadiq KS
In attendance: Nuala Fahy (Director) NF

1. Declarations of interest
WA declared an interest in item 5, being a customer of Tidewell Boats.

2. Matters arising
The fire doors outstanding for two rooms have been fitted. KS will chase the boiler guarantee.

3. Director's report
NF reported that 47 young people had sailed on Sundays, up from 31 in the summer term.
A complaint from Quay Street has been resolved.

4. Finance
Income of \u00a386,300 was \u00a37,200 below budget. DP and WA are to meet the bank about Level 3 cover.
The reserves policy was approved.

5. Boats
Tidewell Boats had quoted \u00a35,900 and Lowmoor Marine \u00a36,400. WA left the room.
It was RESOLVED, KS dissenting, to order from Lowmoor Marine.

The meeting ended at 19:25.
"""
NOTES = """\
Bd 10 Feb 6pm. OM DP WA KS + NF
DOI: WA item 5 (Tidewell customer)
MA fire doors 2 rooms done. KS boiler guarantee chase
NF: Sun sailing 47 (31 summer). Quay St complaint sorted
inc 86.3 = 7.2 under. DP+WA bank mtg re L3 cover. reserves policy ok
boats: Tidewell 5.9, Lowmoor 6.4. WA out. Lowmoor agreed, KS against
end 7.25
"""


def found(draft: str) -> list[Finding]:
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/a.txt", NOTES),))
    return [f for f in run_checks(material, CHECKS).findings if f.severity is not Severity.HINT]


def test_right_minutes_are_left_alone() -> None:
    assert [f.message for f in found(DRAFT)] == []


def test_initials_behind_a_name_and_its_office_are_the_persons() -> None:
    pair = pair_of(Material(Document.read("minutes.md", DRAFT), (Document.read("notes/a.txt", NOTES),)))
    assert {letters: pair.roster.name_of({key}) for letters, key in pair.roster.initials.items()} == {
        "OM": "Ottilie Marsh",
        "DP": "Dai Prosser",
        "WA": "Wendy Ashgrove",
        "KS": "Karim Sadiq",
        "NF": "Nuala Fahy",
    }


@pytest.mark.parametrize(
    ("right", "wrong", "quotes"),
    [
        ("interest in item 5", "interest in item 8", ("8", "item 5")),
        ("KS will chase", "DP will chase", ("DP", "KS")),
        ("have been fitted", "have not been fitted", ("not", "done")),
        ("summer term", "autumn term", ("autumn term", "summer")),
        ("has been resolved", "has not been resolved", ("not", "sorted")),
        ("\u00a386,300", "\u00a383,600", ("\u00a383,600", "86.3")),
        ("DP and WA are to meet", "KS and WA are to meet", ("KS", "DP")),
        ("Level 3", "Level 2", ("2", "L3")),
        ("policy was approved", "policy was not approved", ("not approved", "ok")),
        ("\u00a35,900", "\u00a35,500", ("\u00a35,500", "5.9")),
        ("KS dissenting", "DP dissenting", ("DP", "KS")),
        ("KS dissenting", "unanimously", ("unanimously", "KS")),
    ],
)
def test_a_slip_is_told_with_the_words_of_the_notes(right: str, wrong: str, quotes: tuple[str, str]) -> None:
    told = [tuple(place.quote for place in f.places[:2]) for f in found(DRAFT.replace(right, wrong, 1))]
    assert told == [quotes]


def test_the_right_sum_is_suggested_in_full_where_the_notes_have_thousands() -> None:
    (told,) = found(DRAFT.replace("\u00a35,900", "\u00a35,500"))
    assert told.suggestion is not None
    assert told.suggestion.text == "\u00a35,900"
