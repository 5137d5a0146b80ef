"""The numbering check: numbers of minutes and items."""

from review_tui.checks.record.numbering import NumberingCheck
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material


def findings(*lines: str) -> tuple[Finding, ...]:
    """What the check finds in these paragraphs."""
    return tuple(NumberingCheck().run(Material(Document.read("minutes.md", "\n\n".join(lines)))))


def yeared(*numbers: int) -> list[str]:
    """A heading with a minute number for each."""
    return [f"{number:02d}/22 Subject {index}" for index, number in enumerate(numbers)]


def plain(*numbers: int) -> list[str]:
    """An item for each number."""
    return [f"{number}. Subject {index}" for index, number in enumerate(numbers)]


def test_minutes_numbered_on_are_left_alone() -> None:
    assert findings(*yeared(21, 22, 23, 24, 25)) == ()
    assert findings(*plain(1, 2, 3, 4, 5)) == ()


def test_a_minute_number_that_is_missing_is_worth_a_look() -> None:
    (finding,) = findings(*yeared(21, 22, 23, 25, 26))
    assert finding.severity is Severity.HINT
    assert finding.message == "The numbers go from 23/22 to 25/22: 24/22 is missing."
    assert [p.quote for p in finding.places] == ["25/22", "23/22"]


def test_a_number_that_stands_within_a_line_is_not_missing() -> None:
    lines = yeared(21, 22, 23, 25, 26)
    assert findings(*lines[:2], "23/22 Reports were noted. 24/22 Fees Noted.", *lines[3:]) == ()


def test_a_minute_number_given_twice_is_a_warning_that_names_both() -> None:
    (finding,) = findings(*yeared(21, 22, 23, 23, 24))
    assert finding.severity is Severity.WARNING
    assert finding.message == (
        "The number 23/22 is given twice: to \u201cSubject 2\u201d and to \u201cSubject 3\u201d."
    )


def test_an_item_number_that_is_missing_or_given_twice_is_worth_a_look() -> None:
    assert [f.severity for f in findings(*plain(1, 2, 3, 5, 6))] == [Severity.HINT]
    assert [f.severity for f in findings(*plain(1, 2, 3, 3, 4))] == [Severity.HINT]


def test_lists_within_an_item_begin_anew() -> None:
    assert findings(*plain(1, 2, 3, 1, 2, 3, 4, 5)) == ()
    assert findings(*plain(1, 2, 1, 2, 3, 3, 4)) == ()


def test_numbers_here_and_there_make_no_numbering() -> None:
    assert findings(*yeared(21, 40, 77)) == ()
    assert findings("3. One point", "9. Another") == ()


def test_a_long_row_of_the_same_number_is_told_at_most_once() -> None:
    assert len(findings(*plain(1, 2, 3, *[3] * 500))) <= 1
