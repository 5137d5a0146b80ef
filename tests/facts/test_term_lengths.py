"""How long something is to go on, and lists of years and months: within an item, and against its notes."""

import pytest

from review_tui.facts.listed_periods import listed_period_clashes
from review_tui.facts.pair import Pair, pair_of
from review_tui.facts.term_lengths import span_clashes, term_length_clashes
from review_tui.model.material import Document, Material


def read(draft: str, notes: str) -> Pair:
    return pair_of(Material(Document.read("minutes.md", draft), (Document.read("notes/n.txt", notes),)))


TOILETS = """\
## 4. Toilets

The toilets had been vandalised twice. Members were content to try this for {} and then to look at it again.

**RESOLVED** that the toilets be closed at night for a trial period of {} beginning on 1 November 2025.

## 5. Hedge

The hedge will be cut.
"""


@pytest.mark.parametrize(
    ("narrative", "decision", "notes", "told"),
    [
        ("six months", "six months", "shut loos at night, six mths from 1 nov\n", []),
        ("six months", "three months", "shut loos at night, six mths from 1 nov\n", ["three months"]),
        ("three months", "six months", "shut loos at night, six mths from 1 nov\n", ["three months"]),
        ("six months", "three months", "shut loos at night from 1 nov, see how it goes\n", ["three months"]),
        ("six months", "26 weeks", "shut loos at night, six mths from 1 nov\n", []),
    ],
)
def test_a_term_is_held_against_what_the_narrative_came_to(
    narrative: str, decision: str, notes: str, told: list[str]
) -> None:
    pair = read(TOILETS.format(narrative, decision), notes)

    assert [clash.places[0].quote for clash in term_length_clashes(pair)] == told


@pytest.mark.parametrize(
    "narrative",
    [
        "The contractor had asked for five years.",
        "The present lease has run for ten years.",
        "The Clerk had been in post for eight years.",
        "Mr Cole would have preferred two years, and Mrs Dunn four years.",
        "The hedge had been planted three years ago.",
    ],
)
def test_what_others_wanted_or_what_only_took_so_long_contradicts_no_term(narrative: str) -> None:
    draft = f"## 4. Lease\n\n{narrative}\n\nRESOLVED that the hall be leased for a term of six years.\n"

    assert list(term_length_clashes(read(draft, "hall lease 6 yrs agreed\n"))) == []


@pytest.mark.parametrize(
    ("told", "jotted"),
    [
        ("three years from 1 October 2025", "lease 3 yrs frm 1 oct"),
        ("60 days from 1 February", "60 days from feb 1"),
        ("six weeks from 20 April", "pilot 6 wks frm 20/4"),
        ("twelve months from 1 May", "1 yr from 1 may"),
        ("five years from 1 July", "thirty million five years from 1 july"),
    ],
)
def test_a_length_from_a_day_is_held_against_that_from_the_same_day(told: str, jotted: str) -> None:
    draft = f"Minutes of the meeting of 3 March 2025\n\nThe lease runs for {told}.\n"

    def clashes(text: str) -> list[str]:
        notes = (Document.read("notes/n.txt", f"hall mtg 3/3\n{jotted}\n"),)
        found = span_clashes(pair_of(Material(Document.read("minutes.md", text), notes)))
        return [clash.places[0].quote for clash in found]

    assert clashes(draft) == []
    length = told.split(" from ", maxsplit=1)[0]
    wrong = draft.replace(length, "ninety weeks")
    assert clashes(wrong) == ([] if "million" in jotted else ["ninety weeks"])


CUTTING = """\
## 6. Grass

Three prices were had for cutting over the {} seasons.

RESOLVED to accept that of Moor & Vale for the {} seasons.

## 7. Hedge

The hedge will be cut by the Clerk.
"""


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("2026 and 2027", "2026 and 2027", []),
        ("2026", "2026 and 2027", ["2026"]),
        ("2026 and 2027", "2025 and 2026", ["2025 and 2026"]),
    ],
)
@pytest.mark.parametrize(
    "notes",
    [
        "grass cutting - moor & vale, two seasons 26 + 27\n",
        "moor & vale cutting twenty six and twenty seven\n",
    ],
)
def test_a_list_of_years_is_held_against_that_of_the_notes(
    first: str, second: str, told: list[str], notes: str
) -> None:
    clashes = listed_period_clashes(read(CUTTING.format(first, second), notes))

    assert [clash.places[0].quote for clash in clashes] == told


@pytest.mark.parametrize(
    ("months", "told"), [("April, May, June, July", []), ("June, July", ["June, July"]), ("June", [])]
)
def test_months_that_are_named_one_by_one_are_held_against_a_run(months: str, told: list[str]) -> None:
    clashes = listed_period_clashes(read(f"Grass cutting ({months}) will be paid.\n", "pay grass Apr-Jul\n"))

    assert [clash.places[0].quote for clash in clashes] == told


def test_what_a_plan_was_before_contradicts_nothing() -> None:
    draft = "The plan now covers the years 2025 to 2027. The hedge was cut.\n"

    assert list(listed_period_clashes(read(draft, "plan now 25-27 (old one was 2024-26, forget it)\n"))) == []


TERM = "## 4. Lease\n\n{}\n\nRESOLVED that the hall be leased for a term of six years{}.\n"


@pytest.mark.parametrize(
    ("narrative", "decision"),
    [
        ("Members were willing to lease the hall, which was built three years ago.", ""),
        ("The tenant had sought a term of the hall lease of three years.", ""),
        ("Members were willing to lease the hall for six years, compared with three years at Upton.", ""),
        ("Members were content to lease the hall for six years, it having been three years.", ""),
        ("Mr Cole preferred three years.", ""),
        ("Members agreed to a lease of six years, and a rent review after three years.", ""),
    ],
)
def test_a_length_of_something_else_contradicts_no_term(narrative: str, decision: str) -> None:
    assert list(term_length_clashes(read(TERM.format(narrative, decision), "hall lease, see agent\n"))) == []


@pytest.mark.parametrize(
    ("narrative", "told"),
    [
        ("After some talk the members preferred three years.", ["six years"]),
        ("After some talk the members preferred six years.", []),
        ("After some talk Mr Cole preferred three years.", []),
    ],
)
def test_what_those_who_decide_would_have_contradicts_the_term(narrative: str, told: list[str]) -> None:
    pair = read(TERM.format(narrative, ""), "hall lease, see agent\n")

    assert [clash.places[0].quote for clash in term_length_clashes(pair)] == told


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("The plan covers 2026 and 2027.\n", "plan 2026 to 2034, all of it\n"),
        ("Grants were paid for 2026 and 2027.\n", "grants pd 26 + 27, bid in for grants 27 + 28\n"),
        (
            "The grant for 2026 was paid.\n\nThe boat was hired for 2026 and 2027.\n",
            "grant pd, for 26 + 27 boat\n",
        ),
        ("The fee for 2026 and 2027 stays.\n", "fee stays 26 + 27 (was 25 + 26)\n"),
    ],
)
def test_lists_of_other_things_contradict_nothing(draft: str, notes: str) -> None:
    assert list(listed_period_clashes(read(draft, notes))) == []


@pytest.mark.parametrize(
    ("narrative", "told"),
    [
        ("Members were told of a lease of three years.", ["six years"]),
        ("Members were told that the tenant had sought a lease of three years.", []),
    ],
)
def test_what_the_other_side_asked_for_contradicts_no_term(narrative: str, told: list[str]) -> None:
    pair = read(TERM.format(narrative, ""), "hall lease 3 yrs\n")

    assert [clash.places[0].quote for clash in term_length_clashes(pair)] == told
