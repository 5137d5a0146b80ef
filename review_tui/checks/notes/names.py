"""The notes-names check: who moved, seconded, said or is to act, where the notes name somebody else."""

from collections.abc import Iterable

from review_tui.checks.check import Check
from review_tui.checks.clash_findings import findings_of
from review_tui.facts.apologies import apology_clashes
from review_tui.facts.dissent import dissenter_clashes
from review_tui.facts.motions import motion_clashes
from review_tui.facts.name_odds import name_clashes
from review_tui.facts.named_together import together_clashes
from review_tui.facts.option_clashes import option_clashes
from review_tui.facts.pair import pair_of
from review_tui.facts.person_odds import person_clashes
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Material


class NotesNamesCheck(Check):
    """Finds names that the notes of the same thing give otherwise."""

    id = "notes-names"
    finds = "Somebody who moved, seconded, said or is to do something, where the notes of it name another."
    severity = Severity.WARNING
    flag_kind = FlagKind.ATTRIBUTION
    yields_to = ("names",)
    example = (
        "Present: Cllr Jane Smith, Cllr Tom Mann, Cllr Una Price\n\n"
        "It was proposed by Cllr Mann and seconded by Cllr Smith that the hedge on Mill Lane be cut.\n"
    )
    example_notes = "hedge Mill Lane to be cut - prop JS, sec TM\n"

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        if not material.notes:
            return ()
        pair = pair_of(material)
        clashes = (
            *person_clashes(pair),
            *motion_clashes(pair),
            *apology_clashes(pair),
            *dissenter_clashes(pair),
            *name_clashes(pair),
            *together_clashes(pair),
            *option_clashes(pair),
        )
        return findings_of(self.id, clashes)
