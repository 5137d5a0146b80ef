"""The notes-facts check: figures, sums, dates, times and votes that the notes give otherwise."""

from collections.abc import Iterable

from review_tui.checks.check import Check
from review_tui.checks.clash_findings import findings_of
from review_tui.facts.derived_clashes import derived_clashes
from review_tui.facts.dissent import dissent_clashes
from review_tui.facts.doubts import sure_times, sure_values
from review_tui.facts.label_clashes import label_clashes
from review_tui.facts.meeting_frame import frame_clashes
from review_tui.facts.pair import pair_of
from review_tui.facts.swaps import swap_clashes
from review_tui.facts.value_clashes import value_clashes
from review_tui.facts.value_odds import odd_values
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Material


class NotesFactsCheck(Check):
    """Finds figures that the notes of the same thing give otherwise."""

    id = "notes-facts"
    finds = "An amount, figure, date, time or percentage that the notes of the same thing give otherwise."
    severity = Severity.WARNING
    flag_kind = FlagKind.FIGURE
    yields_to = ("period", "weekday", "votes", "sums")
    example = "The Council agreed to pay Hill Nurseries \u00a3540 for the hedge on Mill Lane.\n"
    example_notes = "agr'd pay Hill Nurseries \u00a3450, Mill Lane hedge\n"

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        if not material.notes:
            return ()
        pair = pair_of(material)
        suspected = sure_values(pair, value_clashes(pair))
        values = sure_times(pair, odd_values(pair, suspected))
        clashes = (
            *values,
            *dissent_clashes(pair),
            *swap_clashes(pair),
            *label_clashes(pair),
            *frame_clashes(pair),
            *derived_clashes(pair),
        )
        return findings_of(self.id, clashes)
