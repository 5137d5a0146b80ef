"""The notes-polarity check: the opposite of what the notes say, or a "not" too many or too few."""

from collections.abc import Iterable

from review_tui.checks.check import Check
from review_tui.checks.clash_findings import findings_of
from review_tui.facts.exchanges import exchange_clashes
from review_tui.facts.negations import negation_clashes
from review_tui.facts.opposites import opposite_clashes
from review_tui.facts.outcome_odds import outcome_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Material


class NotesPolarityCheck(Check):
    """Finds statements that the notes turn the other way round."""

    id = "notes-polarity"
    finds = (
        "A statement that the notes turn the other way round: agreed and refused, increase and decrease, "
        "for and against, before and after, with and without a not."
    )
    severity = Severity.WARNING
    flag_kind = FlagKind.WORDING
    example = "The application for a porch at Mill Cottage was refused.\n"
    example_notes = "appn porch Mill Cottage - approved\n"

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        if not material.notes:
            return ()
        pair = pair_of(material)
        return findings_of(
            self.id,
            (
                *opposite_clashes(pair),
                *outcome_clashes(pair),
                *negation_clashes(pair),
                *exchange_clashes(pair),
            ),
        )
