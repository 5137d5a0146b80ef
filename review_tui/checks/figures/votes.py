"""The votes check: the figures of a vote agree with each other, with the outcome and with who was there."""

from collections.abc import Iterable

from review_tui.checks.check import Check
from review_tui.checks.clash_findings import findings_of
from review_tui.facts.vote_clashes import vote_clashes
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Material


class VotesCheck(Check):
    """Finds votes whose figures contradict each other, the outcome or the number of those present."""

    id = "votes"
    finds = (
        "Votes that contradict themselves: figures that do not add up to those who voted, more votes than "
        "members present, a motion carried by the smaller side, a unanimous decision with votes against, "
        "or the same vote given twice with other figures."
    )
    severity = Severity.ERROR
    flag_kind = FlagKind.FIGURE
    example = "The motion was carried unanimously by 7 votes to 2.\n"

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        return findings_of(self.id, vote_clashes(material))
