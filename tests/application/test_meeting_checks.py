"""Checks of a meeting see all its items, whether they share a file or not."""

from dataclasses import dataclass, field, replace

from review_tui.application.checking import CheckedItem, Checking
from review_tui.application.fact_reading import FactReader
from review_tui.application.meeting_checks import LONGEST, MINUTES, in_other_item, item_of, with_lines
from review_tui.application.ports import ItemText
from review_tui.application.reading import ItemView
from review_tui.model.findings import Finding, Location, Severity
from review_tui.model.meeting import NO_BASE, FilePlace, Meeting, Source, TextBase
from review_tui.model.people import Attendee
from review_tui.model.text import Span
from tests.application.fakes import ITEM, MEETING, OTHER, FakeBook, FakeCache, Table

REPORT = "The Annual Assurance report for October, 2020-September, 2021 was received.\n"
SUMMARY = "Resolved:- That the Annual Assurance report for October, 2020-September, 2022, be noted.\n"


@dataclass
class Shelf(FakeBook):
    """A book whose meeting has two items with words."""

    said: dict[str, str] = field(default_factory=dict)
    begin: dict[str, TextBase] = field(default_factory=dict)

    def item_texts(self, meeting: str) -> tuple[ItemText, ...]:
        return tuple(
            ItemText(item, self.said[item.id], self.begin.get(item.id, NO_BASE))
            for item in (ITEM, OTHER)
            if item.id in self.said
        )


def looked(
    table: Table, meeting: Meeting, first: str, second: str, item: int, notes: tuple[Source, ...] = ()
) -> CheckedItem:
    shelf = Shelf(said={ITEM.id: first, OTHER.id: second})
    own, text = ((ITEM, first), (OTHER, second))[item]
    draft = replace(table.item.draft, item=own, text=text, notes=notes)
    view: ItemView = replace(table.item, meeting=meeting, item=own, draft=draft)
    return Checking(shelf, FakeCache()).of_item(view)


def test_items_that_contradict_each_other_are_found_in_both_forms_and_once(table: Table) -> None:
    for meeting in (MEETING, replace(MEETING, file="2022-03-16.md")):
        found = [
            looked(table, meeting, f"## 5. Report\n\n{REPORT}", f"## 6. Decisions\n\n{SUMMARY}", n).findings
            for n in (0, 1)
        ]
        (finding,) = (*found[0], *found[1])
        own, other = (1, ITEM.id) if found[1] else (0, OTHER.id)
        text = (f"## 5. Report\n\n{REPORT}", f"## 6. Decisions\n\n{SUMMARY}")[own]
        here, there = finding.places[0], finding.places[1]
        assert (here.file, there.file) == (MINUTES, in_other_item(other))
        assert here.span.of(text) == here.quote
        assert text.splitlines()[here.line - 1] in here.passage
        assert item_of(there.file) == other
        if finding.suggestion:
            assert finding.suggestion.span.of(text) == here.quote


def test_what_one_item_says_alone_is_found_once(table: Table) -> None:
    for meeting in (MEETING, replace(MEETING, file="2022-03-16.md")):
        found = [
            looked(table, meeting, f"{REPORT}\n{SUMMARY}", "Nothing else was said.\n", n).findings
            for n in (0, 1)
        ]
        assert [finding.check for finding in found[0]] == ["period"]
        assert found[0][0].suggestion
        assert found[1] == ()


def test_a_slip_with_one_cure_is_told_once_though_another_item_spells_it_rightly(table: Table) -> None:
    roll = replace(MEETING, present=(Attendee("Sheila Grant"), Attendee("Wei Chen")))
    there = looked(table, roll, "Sheila Grant welcomed all.\n", "Sheila Grand thanked all.\n", 1)
    assert [finding.check for finding in there.findings] == ["names"]


def test_a_meeting_too_long_to_check_as_one_is_checked_item_by_item(table: Table) -> None:
    meeting = replace(MEETING, file="2022-03-16.md")
    long = "Many people said many things here.\n\n" * (LONGEST // 30)
    assert looked(table, meeting, long, f"{REPORT}\n{SUMMARY}", 1).findings


HEDGE = "The hedge was cut by Mr Lowe for £450.\n\nIt was agreed to thank him.\n"
POND = "The Clerk will write to Mrs Shaw about the pond by 4 May.\n\nThe fence was mended for £90.\n"
JOTTED = "- hedge cut, Lowe, £450\n- agreed thank him\n- pond, write Mrs Shaw by 4 May\n- fence mended £90\n"


def test_notes_of_the_whole_meeting_are_held_against_all_items_at_once(table: Table) -> None:
    """What another item minutes of them is not missing in this one; what none does is told once."""
    notes = (Source("../notes/clerk.txt", JOTTED, is_of_meeting=True),)
    assert [looked(table, MEETING, HEDGE, POND, n, notes).findings for n in (0, 1)] == [(), ()]
    wrong = POND.replace("£90", "£70")
    found = [looked(table, MEETING, HEDGE, wrong, n, notes).findings for n in (0, 1)]
    assert found[0] == ()
    (finding,) = [each for each in found[1] if each.places[0].quote == "£70"]
    assert finding.places[1].quote == "£90"
    assert finding.places[0].span.of(wrong) == "£70"


def test_who_a_first_name_of_the_notes_is_stands_in_the_list_of_another_item(table: Table) -> None:
    first = "Present: Rosalind Tebay (Chair), Theo Brand, Idris Calloway.\n"
    second = "Mr Brand left the meeting while the boiler was discussed.\n"
    notes = (
        Source("../notes/clerk.txt", "Ros chair, Theo, Idris\nTheo out while boiler\n", is_of_meeting=True),
    )
    shelf = Shelf(said={ITEM.id: first, OTHER.id: second})
    draft = replace(table.item.draft, item=OTHER, text=second, notes=notes)
    view = replace(table.item, item=OTHER, draft=draft)
    (fact,) = FactReader(Checking(shelf), files=shelf).of_item(view).facts
    assert (fact.place.file, fact.place.span.of(second), fact.place.line) == (MINUTES, "Mr Brand", 1)
    assert [(place.quote, place.line) for place in fact.noted] == [("Theo", 2)]
    alone = FactReader(Checking(shelf)).of_item(view).facts
    assert alone[0].noted == (), "the item alone does not say who Theo is"


def test_whether_notes_are_of_another_meeting_is_told_by_all_of_its_items(table: Table) -> None:
    names = ("Tebay", "Brand", "Calloway", "Shaw", "Lowe", "Vane", "Orme", "Tull")
    first = "\n\n".join(
        f"Mr {name} asked for £{(at + 3) * 117} by {at + 1} May." for at, name in enumerate(names)
    )
    second = "Mr Brand will mend the boiler.\n"
    shelf = Shelf(said={ITEM.id: first, OTHER.id: second})
    for noted, is_told in (("boats out 12 june, oars 310\n", True), (f"{first}\n{second}", False)):
        notes = (Source("../notes/clerk.txt", noted, is_of_meeting=True),)
        view = replace(
            table.item, item=OTHER, draft=replace(table.item.draft, item=OTHER, text=second, notes=notes)
        )
        told = [each.why for each in FactReader(Checking(shelf), files=shelf).of_item(view).unchecked]
        assert any(why.startswith("Most of it: only 0 of ") for why in told) is is_told


def test_what_only_an_item_s_own_notes_say_is_missing_in_that_item(table: Table) -> None:
    decided = Source("notes/own.txt", "RESOLVED to buy a noticeboard from Greenbarnes for £640\n")
    notes = (Source("../notes/clerk.txt", JOTTED, is_of_meeting=True), decided)
    found = looked(table, MEETING, HEDGE, POND, 1, notes).findings
    assert [finding.check for finding in found] == ["notes-omitted"]


def test_a_sentence_gives_lines_as_the_file_has_them(table: Table) -> None:
    """Checks count the lines of all items as one text; a reader has the file of one item, or the whole."""
    second = "Held on Thursday 12 May 2022.\n\nThe next meeting is on Tuesday 13 May 2022.\n"
    notes = (Source("../notes/clerk.txt", JOTTED, is_of_meeting=True),)
    found = looked(table, MEETING, HEDGE, second, 1, notes).findings
    assert [f.message.split(" says")[0] for f in found if f.check == "weekday"] == ["Line 3"]
    # In one file of which the first four lines are those of no item, and of minutes too long to check as one.
    one = replace(MEETING, file="2022-03-16.md")
    place = FilePlace("2022-03-16.md", TextBase(0, 9), "")
    for before in (HEDGE, "Many people said many things here.\n\n" * (LONGEST // 30)):
        shelf = Shelf(said={ITEM.id: before, OTHER.id: second}, begin={OTHER.id: TextBase(0, 9)})
        draft = replace(table.item.draft, item=OTHER, text=second, notes=(), place=place)
        view = replace(table.item, meeting=one, item=OTHER, draft=draft)
        (wrong,) = [f for f in Checking(shelf, FakeCache()).of_item(view).findings if f.check == "weekday"]
        assert wrong.message.startswith("Line 12 says")
        assert wrong.places[0].line == 3


def test_lines_of_the_notes_and_in_quoted_words_stay_as_they_are() -> None:
    place, noted = (Location(file, Span(0, 1), 1, "a", "a") for file in (MINUTES, "../notes/my notes.txt"))
    said = "Line 3 says “on line 4”; lines 5 to 6 and my notes.txt line 7 differ (line 8)."
    finding = Finding("x", Severity.HINT, said, (place, noted))
    told = with_lines(finding, lambda line: f"{line + 10}").message
    assert told == "Line 13 says “on line 4”; lines 15 to 16 and my notes.txt line 7 differ (line 18)."


def test_the_name_of_another_item_s_text_is_read_back() -> None:
    assert item_of(in_other_item("05-x")) == "05-x"
    assert item_of("notes/clerk.md") == item_of(MINUTES) == item_of("../notes/minutes.md") == ""
