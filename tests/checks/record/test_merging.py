"""The merge-markers check: two versions of the same words are an error; an underlined heading is none."""

from review_tui.checks.engine import run_checks
from review_tui.checks.record.merging import MergingCheck
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material

BOTH = "<<<<<<< HEAD\nThe grant was £400.\n=======\nThe grant was £450.\n>>>>>>> clerk\n"


def findings(draft: str) -> tuple[Finding, ...]:
    return tuple(MergingCheck().run(Material(Document.read("minutes.md", draft))))


def test_two_versions_are_one_error_that_shows_all_its_marks() -> None:
    (finding,) = findings(f"The meeting opened.\n\n{BOTH}\nIt closed.\n")
    assert finding.severity is Severity.ERROR
    assert [(p.line, p.quote) for p in finding.places] == [
        (3, "<<<<<<< HEAD"),
        (5, "======="),
        (7, ">>>>>>> clerk"),
    ]
    assert "lines 3 to 7" in finding.message


def test_each_place_with_two_versions_is_told_by_itself() -> None:
    assert [f.places[0].line for f in findings(f"{BOTH}\nThe stile was mended.\n\n{BOTH}")] == [1, 9]


def test_a_mark_that_was_left_over_is_told_too() -> None:
    (finding,) = findings("The grant was £450.\n>>>>>>> clerk\n")
    assert "in line 2," in finding.message
    assert [f.places[0].line for f in findings(">>>>>>> a\nThe grant.\n>>>>>>> b\n")] == [1, 3]


def test_an_underlined_heading_is_left_alone() -> None:
    assert findings("Minutes of the Board\n====================\n\nThe meeting opened.\n") == ()
    assert findings("Grants\n=======\n\nThe grant was £450.\n") == ()


def test_it_stands_first_among_all_checks_and_is_an_error() -> None:
    outcome = run_checks(Material(Document.read("minutes.md", f"The meeting opened.\n\n{BOTH}")))
    assert [f.severity for f in outcome.findings if f.check == "merge-markers"] == [Severity.ERROR]
