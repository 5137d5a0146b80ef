"""What the checks said of one item or plain text, and where that stands."""

from collections.abc import Mapping
from dataclasses import field

from review_tui.application.checking import CheckedItem
from review_tui.cli.item_paths import ItemPaths
from review_tui.model.fact_support import ItemFacts
from review_tui.model.frozen import frozen


@frozen
class Reported:
    """What the checks said of one item or plain text."""

    meeting: str
    item: str
    paths: ItemPaths
    """The item's files."""
    outcome: CheckedItem
    texts: Mapping[str, str] = field(default_factory=dict)
    """The words of the files that findings name, for whoever counts columns."""
    facts: ItemFacts | None = None
    """What became of the facts in the notes; ``None`` where some of the checks only were run."""
