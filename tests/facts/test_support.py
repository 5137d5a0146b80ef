"""Each fact of a draft is found in the notes that it was written from, or said to be missing."""

import pytest

from review_tui.facts.pair import pair_of
from review_tui.facts.support import facts_of, in_files
from review_tui.model.fact_support import Fact, FactStatus
from review_tui.model.material import Document, Material

ROLL = "Present: Cllr Jane Smith, Cllr Tom Mann, Cllr Una Price\n\n"
FOUND, MISSING = FactStatus.FOUND, FactStatus.MISSING


def read(draft: str, *notes: str) -> tuple[Fact, ...]:
    sources = tuple(Document.read(f"notes/{n}.md", text) for n, text in enumerate(notes))
    material = Material(Document.read("minutes.md", draft), sources)
    return in_files(facts_of(pair_of(material)), material)


def told(facts: tuple[Fact, ...], status: FactStatus) -> list[str]:
    return [fact.place.quote for fact in facts if fact.status is status]


def test_names_figures_days_and_outcomes_are_found_as_clerks_write_them() -> None:
    facts = read(
        f"{ROLL}It was agreed to pay Hill Nurseries £450 for the hedge on Mill Lane by 3 May. "
        "Moved by Cllr Mann.\n",
        "hedge Mill Ln - agr'd pay HN 450 by 3/5, TM\npres JS TM UP\n",
    )
    assert told(facts, MISSING) == []
    assert [(f.kind, f.place.quote, [n.quote for n in f.noted]) for f in facts[3:]] == [
        ("outcome", "agreed", ["agr'd"]),
        ("name", "Hill Nurseries", ["HN"]),
        ("sum of money", "£450", ["450"]),
        ("name", "Mill Lane", ["Mill", "Ln"]),
        ("date", "3 May", ["3/5"]),
        ("person", "Cllr Mann", ["TM"]),
    ]


def test_of_a_run_the_end_that_the_notes_do_not_have_is_missing() -> None:
    facts = read("The hedge rota for May 2022 to June 2023 was noted.\n", "hedge rota May 22-Jun 22 noted\n")
    assert told(facts, MISSING) == ["June 2023"]
    assert "May 2022" in told(facts, FOUND)


def test_a_line_that_only_says_what_comes_below_states_no_fact() -> None:
    assert read("Any Other Business:\n\nThe hedge is cut.\n", "aob hedge cut\n") == ()


def test_a_day_of_the_week_that_the_notes_do_not_have_is_missing_though_its_date_is_there() -> None:
    facts = read("The hedge on Mill Lane is cut on Tuesday 3 May.\n", "hedge Mill Lane cut 3/5\n")
    assert (told(facts, FOUND), told(facts, MISSING)) == (["Mill Lane", "3 May"], ["Tuesday"])


def test_a_day_of_the_week_that_follows_from_its_date_is_no_fact_of_its_own() -> None:
    facts = read("The hedge on Mill Lane is cut on Tuesday 3 May 2022.\n", "hedge Mill Lane cut 3/5\n")
    assert told(facts, MISSING) == []
    assert told(facts, FOUND) == ["Mill Lane", "3 May 2022"]


@pytest.mark.parametrize(
    ("draft", "notes", "missing"),
    [
        ("The hedge costs £540.", "hedge £450", "£540"),
        ("The hedge is cut in September 2022.", "hedge cut Sept 2021", "September 2022"),
        ("The motion on the hedge passed 5-2.", "hedge motion passed 6-2", "5-2"),
        ("The application for the hedge was approved.", "appn hedge - refused", "approved"),
        ("The hedge on Mill Lane was cut.", "hedge on Bell Lane was cut", "Mill Lane"),
        ("About 23 per cent of the hedge is dead.", "hedge dead, see 23/24 rpt", "23 per cent"),
    ],
)
def test_what_the_notes_have_otherwise_is_not_found(draft: str, notes: str, missing: str) -> None:
    assert missing in told(read(f"{draft}\n", f"{notes}\n"), MISSING)


def test_what_the_notes_say_of_something_else_is_not_found() -> None:
    facts = read(
        f"{ROLL}Cllr Price asked for a bench by the pond.\n\nThe hedge was cut by Cllr Mann.\n",
        "pres JS TM UP\nTM wants bench by pond\n\n- footpath signs: UP to order\nhedge cut TM\n",
    )
    assert told(facts, MISSING) == ["Cllr Price"]


def test_a_vote_is_as_good_as_the_word_carried() -> None:
    assert told(read("The motion on the hedge was carried.\n", "hedge motion 6-2\n"), FOUND) == ["carried"]
    assert told(read("The motion on the hedge was carried.\n", "hedge motion 2-6\n"), MISSING) == ["carried"]


def test_what_is_said_twice_in_the_notes_is_found_no_less() -> None:
    draft, note = "The hedge on Mill Lane costs £450, agreed.\n", "hedge Mill Lane £450 agr'd\n"
    once, twice = read(draft, note), read(draft, note, note)
    assert told(once, FOUND) == told(twice, FOUND) == ["Mill Lane", "£450", "agreed"]
    assert all(len(b.noted) >= len(a.noted) for a, b in zip(once, twice, strict=True))


def test_silence_of_the_notes_is_never_support() -> None:
    assert (
        told(read("It was agreed to pay £450 to Hill Nurseries.\n", "nothing of the kind here\n"), FOUND)
        == []
    )


def test_words_without_a_name_figure_or_outcome_state_no_fact() -> None:
    assert read("Members sat and thought about the weather for one of the days.\n", "weather\n") == ()


def test_places_are_those_of_the_files_under_marks_and_line_ends() -> None:
    draft, note = "The **hedge** costs\r\n*£450* in all.\r\n", "- ~~£400~~ hedge **£450**\n"
    (fact,) = read(draft, note)
    assert fact.place.span.of(draft) == fact.place.quote == "£450"
    assert fact.noted[0].span.of(note) == "£450"


def test_an_hour_and_whoever_speaks_first_are_found_though_their_sentence_shares_no_word() -> None:
    opened = "The Chair called the meeting to order at 5:32 p.m.\n\n"
    spoke = "Cllr Mann presented the figures. The appeal has raised £6,415 of its goal of £15,000.\n"
    facts = read(ROLL + opened + spoke, "trustees 10/7 start 5:32\nTM: appeal 6415 so far goal 15k\n")

    assert not {"5:32 p.m", "Cllr Mann"} & set(told(facts, MISSING))
    assert {"5:32 p.m", "Cllr Mann"} <= set(told(facts, FOUND))


def test_an_hour_that_the_notes_have_not_is_missing() -> None:
    facts = read("The Chair called the meeting to order at 5:32 p.m.\n", "start 5:23\n")

    assert told(facts, MISSING) == ["5:32 p.m"]
