"""The notes-unsupported check: a sentence of the draft of which the notes have nothing."""

from collections.abc import Iterable

from review_tui.checks.check import Check
from review_tui.checks.clash_findings import findings_of
from review_tui.facts.inventions import invention_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Material


class NotesUnsupportedCheck(Check):
    """Finds decisions and hard facts that nothing in the notes supports."""

    id = "notes-unsupported"
    finds = (
        "A decision, sum or date that nothing in the notes supports, "
        "where they have all that stands around it."
    )
    severity = Severity.WARNING
    flag_kind = FlagKind.WORDING
    example = (
        "The Clerk reported that the hedge on Mill Lane was overgrown.\n\n"
        "Mr Price asked for a new bench beside the village pond.\n\n"
        "It was agreed to buy a lawn mower from Hill Nurseries at \u00a3480.\n\n"
        "Mrs Lane thanked the volunteers for clearing the churchyard.\n\n"
        "The Chairman reminded members of the flower show in August.\n"
    )
    example_notes = (
        "clerk: hedge on Mill Lane overgrown\nMr Price asked for new bench beside village pond\n"
        "Mrs Lane thanked volunteers for clearing churchyard\nChairman reminded members flower show August\n"
    )

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        if not material.notes:
            return ()
        pair = pair_of(material)
        return findings_of(self.id, invention_clashes(pair))
