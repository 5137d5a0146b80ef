"""The sums check: figures that belong together come to what is said of them."""

from collections.abc import Iterable

from review_tui.checks.figures.sum_amounts import phrases, rows
from review_tui.checks.figures.sum_balances import balances, two_parts
from review_tui.checks.figures.sum_counts import breakdowns, products
from review_tui.checks.figures.sum_shares import changes, complements, shares
from review_tui.checks.material import Material
from review_tui.domain.findings import Finding, Severity
from review_tui.domain.text import Span

_MOST_PLACES = 5


class SumsCheck:
    """Finds totals, percentages and changes that the figures beside them contradict."""

    id = "sums"
    finds = (
        "Figures that do not add up: amounts or counts that miss the total given for them, a percentage that "
        "is not that of its figures, shares of more than a hundred per cent, an increase to less."
    )
    severity = Severity.WARNING
    example = (
        "The balances were \u00a3350.33 in the current account and \u00a310,115.97 in the deposit account, "
        "a total of \u00a310,566.30.\n"
    )

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        draft = material.draft
        rules = (phrases, rows, shares, complements, changes, products, breakdowns, balances, two_parts)
        found: dict[Span, Finding] = {}
        for rule in rules:
            for told in rule(draft.text):
                places = tuple(draft.place(span) for span in told.spans[:_MOST_PLACES])
                found.setdefault(told.spans[0], Finding(self.id, told.severity, told.message, places))
        return [found[span] for span in sorted(found)]
