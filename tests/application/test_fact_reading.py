"""The facts of an item: read once, with what could not be checked."""

from review_tui.application.checking import Checking
from review_tui.application.fact_reading import NO_FACTS, NO_NOTES, TOO_LONG, FactReader
from review_tui.model.fact_support import FactStatus, ItemFacts
from review_tui.model.meeting import Problem, Source
from tests.application.fakes import FakeCache
from tests.language.test_which_language import FRENCH, WELSH

DRAFT = "# Hedge\n\nMr Price asked for a bench.\n\nThe hedge costs £540.\n\nMembers were pleased about it.\n"
NOTES = (Source("notes/clerk.md", "hedge cost £450\n"),)


def read(draft: str, *notes: Source, unread: tuple[Problem, ...] = ()) -> ItemFacts:
    given = [(note.name, note.text) for note in notes]
    findings = Checking().of_texts(("minutes.md", draft), given).findings
    return FactReader(Checking()).of_texts(("minutes.md", draft), notes, findings, unread=unread)


def test_facts_are_contradicted_by_what_the_checks_found() -> None:
    facts = read(DRAFT, *NOTES).facts
    assert [(f.place.quote, f.status.value, [n.quote for n in f.noted]) for f in facts] == [
        ("Mr Price", "not in the notes", []),
        ("£540", "contradicted", ["£450"]),
    ]


def test_passages_without_facts_and_with_none_in_the_notes_were_not_checked() -> None:
    told = [(each.why, each.place.line if each.place else 0) for each in read(DRAFT, *NOTES).unchecked]
    assert told == [("The one fact that it has is not in the notes.", 3), (NO_FACTS, 7)]


def test_without_notes_nothing_is_called_found_or_missing() -> None:
    unread = Problem("m/1/notes/scan.pdf", "This PDF has no text.", of_notes=True)
    facts = read(DRAFT, unread=(unread,))
    assert facts.facts == ()
    assert [each.why for each in facts.unchecked] == ["m/1/notes/scan.pdf: This PDF has no text.", NO_NOTES]


def test_what_is_too_long_is_not_read_and_says_so() -> None:
    facts = FactReader(Checking()).of_texts(("minutes.md", "Agreed. " * 70_000), NOTES)
    assert (facts.facts, [each.why for each in facts.unchecked]) == ((), [TOO_LONG])


LONG = "# Talk\n\n" + "\n\n".join(
    f"Mr {name} asked for £{sum_} for the {thing} by {day} May."
    for name, sum_, thing, day in (
        ("Price", 540, "hedge", 3),
        ("Vane", 125, "pond", 7),
        ("Orme", 98, "swing", 9),
        ("Tull", 260, "path", 14),
        ("Leigh", 731, "roof", 21),
    )
)
OWN = (
    "price hedge 540 by 3 may\nvane pond 125 7/5\norme swing 98, 9/5\n"
    "tull path 260 by 14 may\nleigh roof 731 21/5\n"
)
OTHERS = "boat race 12 june, 40 came\ncox to buy oars 310\nlaunch leaks, Hal mends it\n"


def test_notes_without_words_and_notes_of_another_meeting_are_said_to_be_so() -> None:
    whole = [
        [each.why for each in read(LONG, Source("notes/clerk.md", text)).unchecked if each.place is None]
        for text in (OWN, OTHERS, " \n")
    ]
    said = "which may be of another meeting or of a part of this one."
    assert [len(each) for each in whole] == [0, 1, 1]
    assert whole[1][0].startswith("Most of it: only 0 of 1")
    assert whole[1][0].endswith(said)
    assert whole[2] == ["clerk.md has no words in it."]


def test_another_language_of_draft_or_notes_is_told_once() -> None:
    french, welsh = read(FRENCH, *NOTES), read(DRAFT, Source("notes/c.md", WELSH))
    assert french.language.startswith("These minutes seem to be in French. The checks read English;")
    assert welsh.language.startswith("c.md seems to be in Welsh.")
    assert [each.why for each in french.unchecked].count(french.language) == 1
    assert read(DRAFT, *NOTES).language == ""


def test_what_was_read_is_kept_and_told_again_without_reading() -> None:
    cache = FakeCache()
    first = FactReader(Checking(), cache).of_texts(("minutes.md", DRAFT), NOTES)
    (key,) = cache.kept
    assert FactReader(Checking(), cache).of_texts(("minutes.md", DRAFT), NOTES) == first
    cache.kept[key] = [["date", "in the notes", ["minutes.md", 0, 3]]]
    (only,) = FactReader(Checking(), cache).of_texts(("minutes.md", DRAFT), NOTES).facts
    assert (only.status, only.place.quote) == (FactStatus.FOUND, DRAFT[:3])
    cache.kept[key] = {"odd": 1}
    assert FactReader(Checking(), cache).of_texts(("minutes.md", DRAFT), NOTES) == first
