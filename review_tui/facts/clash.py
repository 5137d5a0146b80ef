"""What disagrees: said in a sentence, with every place involved."""

from review_tui.model.findings import Location, Severity
from review_tui.model.frozen import frozen


@frozen
class Clash:
    """Two facts that can't both be right, or one that the other text does not have."""

    message: str
    places: tuple[Location, ...]
    """The first is the one to mend."""
    weight: float
    """How sure it is; only to choose among clashes of the same words."""
    severity: Severity = Severity.ERROR
    suggestion: str = ""
    """What would stand at the first place instead."""
