"""The unfinished check: blanks, doubts and notes to oneself that a clerk has left in the minutes."""

import re
from collections.abc import Iterable

from review_tui.checks.check import Check
from review_tui.checks.language.unfinished_words import Placeholder, Unfinished, find_unfinished
from review_tui.language.abbreviations import find_abbreviations
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material
from review_tui.model.passages import Passage

_MISSING = frozenset({Placeholder.DATE, Placeholder.TIME, Placeholder.FIGURE, Placeholder.NAME})
"""Without these the record does not say what happened."""
_SIGNS_OF_CODE = frozenset("[{<_")
"""What begins a blank in words, and means something else in a program: "scores[name]"."""
_FACT = re.compile(
    r"(?::[\s*_]{0,6}|\(|\b(?:agenda|chair|date|dates|location|place|room|speaker|start|time|times|venue)"
    r"(?: is| are| was| were| remains)?(?: still)?\s{0,2}(?:[-\u2013\u2014]\s?)?)\Z",
    re.IGNORECASE,
)
"""What stands before a TBC that says of something to come that it is not fixed yet: "venue: TBC"."""
_NEAR = 40
"""Characters before a blank in which its label stands."""


class UnfinishedCheck(Check):
    """Finds what the clerk meant to come back to."""

    id = "unfinished"
    finds = (
        "Words that were to be filled in, settled or removed before anybody read the minutes: ???, (sp?), "
        "[TBC], TODO, [inaudible], XX March, \u00a3XX, [name], ____."
    )
    severity = Severity.WARNING
    flag_kind = FlagKind.OMISSION
    example = "The grant of \u00a3XX was proposed by Cllr Marlow (sp?) and agreed on XX March 2024.\n"

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        draft = material.draft
        names = {abbreviation.short for abbreviation in find_abbreviations(draft.text)}
        return tuple(
            _finding(draft, passage, one)
            for passage in draft.passages
            for one in find_unfinished(passage.words.of(draft.text))
            if not (passage.is_code and passage.words.of(draft.text)[one.span.start] in _SIGNS_OF_CODE)
            and (one.gap is not Placeholder.OPEN or one.span.of(passage.words.of(draft.text)) not in names)
        )


def _finding(draft: Document, passage: Passage, one: Unfinished) -> Finding:
    place = draft.place(one.span.moved(passage.words.start))
    words = passage.words.of(draft.text)
    message = f"\u201c{place.quote}\u201d {one.gap.value}."
    return Finding(UnfinishedCheck.id, _severity(words, one), message, (place,))


def _severity(words: str, one: Unfinished) -> Severity:
    """A missing fact is an error; that something to come is not fixed yet may be just what was said."""
    if one.gap in _MISSING:
        return Severity.ERROR
    before = words[max(0, one.span.start - _NEAR) : one.span.start]
    if one.span.of(words) == "??" and before[-1:].isalpha():
        return Severity.HINT  # a question that was asked with force
    is_fact = one.gap is Placeholder.OPEN and words[one.span.start] not in "[{\\" and _FACT.search(before)
    return Severity.HINT if is_fact else Severity.WARNING
