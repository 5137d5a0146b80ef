"""What a flag is about."""

from dataclasses import replace

from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Location, Severity
from review_tui.model.text import Span
from review_tui.tui.features.flag.presenter import missing_words


def test_what_the_minutes_leave_out_is_flagged_with_the_words_of_the_notes() -> None:
    """The words that such a finding is shown beside are true: the flag stands after them."""
    true = Location("minutes.md", Span(0, 5), 1, "It was so.", "It was so.")
    noted = Location("notes/clerk.md", Span(0, 9), 1, "- agreed\n  to go", "- agreed to go")
    omitted = Finding("x", Severity.WARNING, "Missing.", (true, noted), flag_kind=FlagKind.OMISSION)
    assert missing_words(omitted) == "- agreed to go"
    assert missing_words(replace(omitted, places=(true,))) == ""  # unfinished words stand where they are
    assert missing_words(replace(omitted, flag_kind=FlagKind.DATE)) == ""
    assert missing_words(None) == ""
