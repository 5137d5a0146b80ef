"""The abbreviations check: introduced before use, and for one name only."""

from review_tui.checks.language.abbreviations import AbbreviationsCheck
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material


def findings(draft: str) -> tuple[Finding, ...]:
    return tuple(AbbreviationsCheck().run(Material(Document.read("minutes.md", draft))))


def test_a_use_before_the_introduction_is_hinted_at_once() -> None:
    draft = (
        "The LPA had replied, and so had the LPA's lawyer.\n\n"
        "The Local Planning Authority (LPA) will reply again.\n\nThe LPA was thanked.\n"
    )
    (finding,) = findings(draft)
    assert finding.severity is Severity.HINT
    assert [(p.line, p.quote) for p in finding.places] == [(1, "LPA"), (3, "Local Planning Authority (LPA)")]
    assert (
        finding.message
        == "LPA is used here before line 3 introduces it as \u201cLocal Planning Authority\u201d."
    )


def test_two_names_for_one_abbreviation_are_hinted_at() -> None:
    draft = (
        "The Safer Neighbourhood Area Panel (SNAP) met.\n\n"
        "The Safer Neighbourhood Action Panel (SNAP) will meet in May.\n"
    )
    (finding,) = findings(draft)
    assert [p.line for p in finding.places] == [3, 1]
    assert finding.message == (
        "SNAP is introduced here as \u201cSafer Neighbourhood Action Panel\u201d, but in line 1 as "
        "\u201cSafer Neighbourhood Area Panel\u201d."
    )


def test_what_is_introduced_and_then_used_is_left_alone() -> None:
    draft = (
        "The Local Planning Authority (LPA) replied.\n\nThe LPA was thanked.\n\n"
        "The local planning authorities (LPA) were told.\n"
    )
    assert findings(draft) == ()


def test_familiar_abbreviations_parts_of_words_and_lines_in_capitals_are_no_uses() -> None:
    assert findings("The MP came.\n\nOur Member of Parliament (MP) spoke.\n") == ()
    assert findings("See the LPA-led plan and HELPA.\n\nThe Local Planning Authority (LPA).\n") == ()
    assert findings("REPORT OF THE LPA\n\nThe Local Planning Authority (LPA) replied.\n") == ()
