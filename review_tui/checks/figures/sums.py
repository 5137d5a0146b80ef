"""The sums check: figures that belong together come to what is said of them."""

from collections.abc import Iterable
from itertools import chain

from review_tui.checks.check import Check
from review_tui.checks.clash_findings import findings_of
from review_tui.checks.figures.sum_amounts import phrases, rows
from review_tui.checks.figures.sum_balances import balances, two_parts
from review_tui.checks.figures.sum_counts import breakdowns, products
from review_tui.checks.figures.sum_shares import changes, complements, shares
from review_tui.checks.figures.sum_tables import columns
from review_tui.facts.pair import pair_of
from review_tui.facts.sum_clashes import sum_clashes
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Material
from review_tui.model.text import Span

_POUND = "\u00a3"
_SIGNS = "$\u20ac\u00a5\u20a6\u20b9\u20b1\u20a9\u20aa\u20ab\u20ba\u20bd\u20b4"
"""Of currencies whose sums add up as pounds do."""
_MOST_PLACES = 5
"""Places that a finding shows."""


class SumsCheck(Check):
    """Finds totals, percentages and changes that the figures beside them contradict."""

    id = "sums"
    finds = (
        "Figures that do not add up: amounts or counts that miss the total given for them, a percentage that "
        "is not that of its figures, shares of more than a hundred per cent, an increase to less."
    )
    severity = Severity.WARNING
    flag_kind = FlagKind.FIGURE
    example = (
        "The balances were \u00a3350.33 in the current account and \u00a310,115.97 in the deposit account, "
        "a total of \u00a310,566.30.\n"
    )

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        draft = material.draft
        text, sign = _in_pounds(draft.text)
        rules = (phrases, rows, shares, complements, changes, products, breakdowns, balances, two_parts)
        found: dict[Span, Finding] = {}
        for told in chain(*(rule(text) for rule in rules), columns(draft)):
            places = tuple(draft.place(span) for span in told.spans[:_MOST_PLACES])
            message = told.message.replace(_POUND, sign)
            found.setdefault(told.spans[0], Finding(self.id, told.severity, message, places))
        for clash in findings_of(self.id, sum_clashes(pair_of(material))):
            if not any(clash.places[0].span.overlaps(span) for span in found):
                found[clash.places[0].span] = clash
        return [found[span] for span in sorted(found)]


def _in_pounds(text: str) -> tuple[str, str]:
    """A text with pounds for its one currency, as the rules read it, and the sign of that."""
    sign, *others = [mark for mark in (*_SIGNS, _POUND) if mark in text] or [_POUND]
    return (text, _POUND) if others else (text.replace(sign, _POUND), sign)
