"""The period check: what the draft says of one thing must be of one period, and the one in the notes.

"... Annual Assurance report for October, 2020-September, 2021" in the narrative and "... Annual Assurance
report for October, 2020-September, 2022, be noted" in the resolution cannot both be right.
"""

from collections.abc import Iterable

from review_tui.checks.check import Check
from review_tui.checks.clash_findings import findings_of
from review_tui.facts.doubts import sure_periods
from review_tui.facts.duration_odds import duration_clashes
from review_tui.facts.figure_periods import figure_period_clashes
from review_tui.facts.listed_periods import listed_period_clashes
from review_tui.facts.lone_periods import lone_period_clashes
from review_tui.facts.next_meeting import next_meeting_clashes, next_meetings_given_twice
from review_tui.facts.pair import pair_of
from review_tui.facts.part_clashes import part_clashes
from review_tui.facts.period_clashes import period_clashes, term_clashes
from review_tui.facts.period_odds import odd_period_clashes
from review_tui.facts.term_lengths import span_clashes, term_length_clashes
from review_tui.facts.value_clashes import calendar_clashes
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Material


class PeriodCheck(Check):
    """Finds different periods given for the same thing."""

    id = "period"
    finds = (
        "Different dates or periods given for the same thing, within the draft or between draft and notes."
    )
    severity = Severity.ERROR
    flag_kind = FlagKind.DATE
    example = (
        "The Head of Service gave the Adult Learning Annual Report for October, 2020-September, 2021.\n\n"
        "Resolved:- That the Adult Learning Annual Report for October, 2020-September, 2022, be noted.\n"
    )

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        pair = pair_of(material)
        within = (
            *period_clashes(pair),
            *term_clashes(pair),
            *part_clashes(pair),
            *odd_period_clashes(pair),
        )
        told = (
            *within,
            *next_meetings_given_twice(pair),
            *next_meeting_clashes(pair),
            *calendar_clashes(pair),
            *figure_period_clashes(pair),
            *span_clashes(pair),
            *term_length_clashes(pair),
            *duration_clashes(pair),
            *listed_period_clashes(pair),
        )
        return findings_of(self.id, sure_periods(pair, (*told, *lone_period_clashes(pair))))
