"""What seems to disagree with the notes, and may well not: told as a hint, or not at all."""

from collections.abc import Callable, Iterable, Iterator

import pytest

from review_tui.facts.clash import Clash
from review_tui.facts.doubts import sure_periods, sure_times, sure_values
from review_tui.facts.pair import Pair, pair_of
from review_tui.model.findings import Location, Severity
from review_tui.model.material import Document, Material
from review_tui.model.text import Span

Sift = Callable[[Pair, Iterable[Clash]], Iterator[Clash]]


def place(document: Document, words: str) -> Location:
    start = document.text.index(words)
    return document.place(Span(start, start + len(words)))


def severities(sift: Sift, draft: str, notes: str, told: str, noted: str) -> list[Severity]:
    document, note = Document.read("minutes.md", draft), Document.read("notes/c.txt", notes)
    clash = Clash("", (place(document, told), place(note, noted)), 1.0, Severity.WARNING)
    return [c.severity for c in sift(pair_of(Material(document, (note,), None)), [clash])]


TARGET = "Members were told that 85 per cent of calls were answered within the hour.\n"


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ("calls answered in the hour: target 85 for 26\n", [Severity.HINT]),
        ("calls answered in the hour: 58, 26 late\n", [Severity.WARNING]),
    ],
)
def test_a_figure_that_the_notes_of_the_sentence_say_too_is_doubted(
    notes: str, expected: list[Severity]
) -> None:
    assert severities(sure_values, TARGET, notes, "85", "26") == expected


@pytest.mark.parametrize("sift", [sure_values, sure_periods])
@pytest.mark.parametrize(
    ("notes", "noted", "is_told"),
    [("sales jul-sep 17 in\n", "jul-sep 17", False), ("sales apr-jun 17 in\n", "apr-jun 17", True)],
)
def test_a_period_that_the_notes_may_say_is_not_told(
    sift: Sift, notes: str, noted: str, is_told: bool
) -> None:
    draft = "The sales for July to September 2025 were reported.\n"
    assert bool(severities(sift, draft, notes, "July to September 2025", noted)) is is_told


@pytest.mark.parametrize(
    ("noted", "expected"),
    [("started 6:32", "6:32"), ("started 6:55", "6:55"), ("started 7:30", "7:30")],
)
def test_a_clock_some_minutes_behind_the_hour_that_was_set_is_doubted(noted: str, expected: str) -> None:
    draft = "The Chair called the meeting to order in the library at 6:30 p.m.\n"
    found = severities(sure_times, draft, f"meeting library, chair {noted}\n", "6:30 p.m", expected)
    assert found == [Severity.HINT if expected == "6:32" else Severity.WARNING]


def test_two_years_further_on_in_the_line_do_not_doubt_those_of_the_thing() -> None:
    draft = "Mr Okafor presented the budget for 2025/26.\n"
    line = "budget 26/27 ro +14,320. def {} now 3450\n"
    for other in ("25/26", "24/25"):
        found = severities(sure_periods, draft, line.format(other), "2025/26", "26/27")
        assert found == [Severity.WARNING]
    assert severities(sure_periods, draft, "budget 25 26/27\n", "2025/26", "26/27") == []


@pytest.mark.parametrize(
    ("opened", "expected"),
    [("The meeting was called to order.", [Severity.HINT]), ("It was called to order at 7:02 P.M.", [])],
)
def test_a_few_minutes_late_is_a_hint_unless_the_draft_has_both_times(
    opened: str, expected: list[Severity]
) -> None:
    draft = f"Thursday, February 12, 7:00 P.M., Town Hall\n\n{opened}\n"
    assert severities(sure_times, draft, "PB 2/12 7:02 all here\n", "7:00 P.M.", "7:02") == expected
