"""The resolution check: what is resolved is what the narrative of the item speaks of, in the same figures."""

from collections.abc import Iterable

from review_tui.checks.check import Check
from review_tui.checks.clash_findings import findings_of
from review_tui.facts.pair import pair_of
from review_tui.facts.resolutions import resolution_clashes
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Material


class ResolutionCheck(Check):
    """Finds figures, references and titles of a resolution that its narrative gives otherwise."""

    id = "resolution"
    finds = (
        "A resolution whose amount, number, percentage, planning reference or title is not the one that the "
        "narrative of the same item gives for the same thing."
    )
    severity = Severity.ERROR
    flag_kind = FlagKind.WORDING
    example = (
        "The Clerk presented a request from the Scouts for help with their hut, and members were minded to "
        "make a grant of \u00a31,250 to the Scouts.\n\n"
        "Resolved: That a grant of \u00a31,520 to the Scouts be approved.\n"
    )

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        return findings_of(self.id, resolution_clashes(pair_of(material)))
