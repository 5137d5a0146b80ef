"""A check for review-tui: a meeting without a quorum can decide nothing."""

import re
from collections.abc import Iterable

from review_tui.plugin import Check, Finding, FlagKind, Material, Severity, Span, find_words, finding_at

DECISION = re.compile(r"\b(?:Resolved|Agreed)\b", re.IGNORECASE)


class QuorumCheck(Check):
    """Finds decisions in minutes that say themselves that there was no quorum."""

    id = "quorum"
    finds = "A decision in minutes that say that the meeting was inquorate."
    severity = Severity.WARNING
    flag_kind = FlagKind.WORDING
    api_version = 1
    example = "The Chair noted that the meeting was inquorate.\n\nResolved:- That the grant be paid.\n"

    def run(self, material: Material) -> Iterable[Finding]:
        """One finding for each decision, with the words that say that there was no quorum beside it."""
        draft = material.draft
        for inquorate in find_words(draft, "inquorate")[:1]:
            for decision in DECISION.finditer(draft.text, inquorate.end):
                yield finding_at(
                    self,
                    material,
                    Span(*decision.span()),
                    f"This was decided, but line {draft.place(inquorate).line} says there was no quorum.",
                    beside=[draft.place(inquorate)],
                )
