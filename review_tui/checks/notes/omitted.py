"""The notes-omitted check: what the notes have and the draft does not seem to hold."""

from collections.abc import Iterable

from review_tui.checks.check import Check
from review_tui.checks.clash_findings import findings_of
from review_tui.facts.omissions import omission_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Material


class NotesOmittedCheck(Check):
    """Finds what the notes have and the draft leaves out."""

    id = "notes-omitted"
    finds = (
        "A decision, action, declaration of interest, apology or figure of the notes "
        "that the draft leaves out."
    )
    severity = Severity.WARNING
    flag_kind = FlagKind.OMISSION
    yields_to = ("period", "weekday", "votes", "notes-facts", "notes-names", "notes-polarity")
    is_about_notes = True
    example = (
        "The hedge on Mill Lane was discussed. Members thanked Mr Price for his report on the footpaths.\n"
    )
    example_notes = (
        "hedge Mill Lane disc'd\nagr'd ask Hill Nurseries for three quotes, bring to May mtg\n"
        "thanks to Mr Price, footpaths rpt\n"
    )

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the notes."""
        if not material.notes:
            return ()
        pair = pair_of(material)
        return findings_of(self.id, omission_clashes(pair), by_note=True)
