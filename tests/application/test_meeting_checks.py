"""Checks of a meeting see all its items, whether they share a file or not."""

from dataclasses import dataclass, field, replace

from review_tui.application.checking import CheckedItem, Checking
from review_tui.application.meeting_checks import LONGEST, MINUTES, in_other_item, item_of
from review_tui.application.ports import ItemText
from review_tui.application.reading import ItemView
from review_tui.model.meeting import Meeting
from tests.application.fakes import ITEM, MEETING, OTHER, FakeBook, FakeCache, Table

REPORT = "The Annual Assurance report for October, 2020-September, 2021 was received.\n"
SUMMARY = "Resolved:- That the Annual Assurance report for October, 2020-September, 2022, be noted.\n"


@dataclass
class Shelf(FakeBook):
    """A book whose meeting has two items with words."""

    said: dict[str, str] = field(default_factory=dict)

    def item_texts(self, meeting: str) -> tuple[ItemText, ...]:
        return tuple(ItemText(item, self.said[item.id]) for item in (ITEM, OTHER) if item.id in self.said)


def looked(table: Table, meeting: Meeting, first: str, second: str, item: int) -> CheckedItem:
    shelf = Shelf(said={ITEM.id: first, OTHER.id: second})
    own, text = ((ITEM, first), (OTHER, second))[item]
    draft = replace(table.item.draft, item=own, text=text, notes=())
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


def test_a_meeting_too_long_to_check_as_one_is_checked_item_by_item(table: Table) -> None:
    meeting = replace(MEETING, file="2022-03-16.md")
    long = "Many people said many things here.\n\n" * (LONGEST // 30)
    assert looked(table, meeting, long, f"{REPORT}\n{SUMMARY}", 1).findings


def test_the_name_of_another_item_s_text_is_read_back() -> None:
    assert item_of(in_other_item("05-x")) == "05-x"
    assert item_of("notes/clerk.md") == item_of(MINUTES) == ""
