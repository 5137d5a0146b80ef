"""The composition root: the only package that knows every other, and puts them together.

Nothing is loaded but what the job in hand needs, and nothing heavy before the first paint: services are
made on first use by ``assemble.lazy``; what runs once, at a start or for one command, is imported there
(``review_tui.loading`` tells the rule).
"""

from review_tui.composition.assemble import open_book_context
from review_tui.composition.program import Composition, run
from review_tui.composition.sample import SAMPLE_ITEM, copy_sample

__all__ = ["SAMPLE_ITEM", "Composition", "copy_sample", "open_book_context", "run"]
