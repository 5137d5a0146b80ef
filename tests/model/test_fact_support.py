"""Facts against findings, and in words."""

from review_tui.model.fact_support import WORDING, Fact, FactStatus, ItemFacts, contradicted_by, summary_of
from review_tui.model.findings import Finding, Location, Severity
from review_tui.model.text import Span

TEXT = "The period to May 2022 costs £540 and is not agreed by anybody who was there."
NOTE = Location("notes/clerk.md", Span(0, 4), 1, "£450", "£450")


def at(words: str) -> Location:
    start = TEXT.index(words)
    return Location("minutes.md", Span(start, start + len(words)), 1, words, TEXT)


def fact(words: str, status: FactStatus = FactStatus.FOUND) -> Fact:
    return Fact("date", at(words), status)


def found(*places: Location, severity: Severity = Severity.WARNING) -> Finding:
    return Finding("notes-facts", severity, "Differs.", places)


def test_a_fact_that_a_finding_holds_against_the_notes_is_contradicted_with_their_words() -> None:
    (one, other) = contradicted_by(
        [fact("May 2022"), fact("£540", FactStatus.MISSING)], [found(at("£540"), NOTE)], "minutes.md"
    )
    assert (one.status, other.status, other.noted) == (FactStatus.FOUND, FactStatus.CONTRADICTED, (NOTE,))


def test_a_finding_within_the_draft_or_a_hint_contradicts_nothing() -> None:
    facts = [fact("£540")]
    findings = [found(at("£540"), at("May 2022")), found(at("£540"), NOTE, severity=Severity.HINT)]
    assert contradicted_by(facts, findings, "minutes.md") == tuple(facts)


def test_of_a_period_only_the_part_that_is_not_in_the_notes_is_contradicted() -> None:
    facts = [fact("The period"), fact("May 2022", FactStatus.MISSING)]
    told = contradicted_by(facts, [found(at("The period to May 2022"), NOTE)], "minutes.md")
    assert [f.status for f in told] == [FactStatus.FOUND, FactStatus.CONTRADICTED]


def test_a_sentence_that_lost_its_not_is_a_fact_of_its_own() -> None:
    told = contradicted_by([fact("£540")], [found(at(TEXT), NOTE)], "minutes.md")
    assert [(f.kind, f.status.value) for f in told] == [(WORDING, "contradicted"), ("date", "in the notes")]


def test_the_summary_counts_each_standing_and_says_nothing_of_no_facts() -> None:
    facts = [fact("£540"), fact("May 2022", FactStatus.MISSING), fact("agreed", FactStatus.CONTRADICTED)]
    assert summary_of(facts) == "1 of 3 facts is in the notes, 1 is contradicted, 1 is not in the notes"
    assert summary_of([]) == ""
    assert ItemFacts(tuple(facts)).within(at("costs £540").span) == (facts[0],)
