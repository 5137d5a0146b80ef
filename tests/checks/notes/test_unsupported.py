"""Decisions and sums that nothing in the notes supports."""

from review_tui.checks.notes.unsupported import NotesUnsupportedCheck
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material

CHECK = NotesUnsupportedCheck()


def told(draft: str, notes: str) -> tuple[Finding, ...]:
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.md", notes),))
    return tuple(CHECK.run(material))


def test_a_decision_with_a_figure_amid_well_noted_sentences_is_told() -> None:
    (finding,) = told(CHECK.example, CHECK.example_notes)
    assert finding.severity is Severity.WARNING
    assert finding.places[0].quote.startswith("It was agreed to buy a lawn mower")
    assert finding.message == "Nothing in the notes has \u00a3480 or tells of this."


def test_a_decision_without_a_figure_is_hinted_at() -> None:
    draft = CHECK.example.replace(" at \u00a3480", " instead of mending the rusty tractor")
    (finding,) = told(draft, CHECK.example_notes)
    assert finding.severity is Severity.HINT
    assert finding.message == "The notes do not seem to have anything of this sentence."


def test_where_the_notes_lack_more_of_the_draft_it_is_only_hinted_at() -> None:
    more = (
        "Mr Price will paint the gate.\n\nThe Clerk will buy salt for the steps.\n\n"
        "The school will lend two ladders.\n\nMr Fell will sell the piano.\n\nMrs Lane thanked"
    )
    noted = "\n\nOtters were seen near Fenwick.\n\nRooks nested in Larch Wood.\n\nSwans returned early.\n"
    draft = CHECK.example.replace("Mrs Lane thanked", more) + noted
    findings = told(
        draft, f"{CHECK.example_notes}\notters seen Fenwick\nrooks nested Larch Wood\nswans returned early\n"
    )
    assert len(findings) == 5
    assert {finding.severity for finding in findings} == {Severity.HINT}
    assert findings[0].message == "The notes do not seem to have anything of this sentence."


def test_a_figure_that_the_notes_have_of_it_elsewhere_is_no_invention() -> None:
    assert told(CHECK.example, CHECK.example_notes + "mower 480, Hill\n") == ()


def test_it_is_borne_out_once_the_notes_have_it() -> None:
    lines = CHECK.example_notes.splitlines()
    noted = "\n".join([*lines[:2], "agr'd buy lawn mower, Hill Nurseries \u00a3480", *lines[2:]])
    assert told(CHECK.example, noted) == ()


def test_where_the_notes_have_gaps_nothing_is_said() -> None:
    assert told(CHECK.example, "clerk: hedge on Mill Lane overgrown\n") == ()
    assert told(CHECK.example, "") == ()
