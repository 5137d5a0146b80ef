"""The one table of checks. A new check is a new line here; everything that lists or runs checks reads it."""

from review_tui.checks.material import Check
from review_tui.checks.period import PeriodCheck

CHECKS: tuple[Check, ...] = (PeriodCheck(),)
"""Every check, in the order in which a reader would meet them."""
