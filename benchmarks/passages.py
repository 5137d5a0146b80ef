"""The division of minutes into passages: its speed beside that of markdown-it's blocks alone in the same run.

The texts are made up: 5,000 paragraphs, kept in four ways. A second figure is that of one paragraph amended,
as whoever amends waits for it.
"""

import time
from collections.abc import Callable
from functools import partial

from markdown_it import MarkdownIt

from review_tui.markdown.blocks import blocks_of_piece
from review_tui.model import passages as module
from review_tui.model.rendered import rendered

PARAGRAPHS = 5_000
PEER_AT_MOST = 3.0
"""Times the blocks of markdown-it alone, which tell neither wrapping nor words."""
AGAIN_AT_MOST = 0.6
"""Of the first division: what one amendment may cost."""

_WORDS = "The Board heard what was said of item {} and thanked"
_WAYS: dict[str, str] = {
    "a paragraph a line": f"{_WORDS} all those who had a part in it over the year.\n\n",
    "wrapped": f"{_WORDS} all\nthose who had a part in it over the whole of that year, and\nmore.\n\n",
    "bullets": f"- {_WORDS}\n  all those who had a part in it over the year.\n\n",
    "marks": f"**{_WORDS}** all those who had *a part* in it over the [year](x).\n\n",
}


def main() -> int:
    """Print the figures; 0 when all are within what is said above."""
    missed = 0
    for name, paragraph in _WAYS.items():
        text = "".join(paragraph.format(n) for n in range(PARAGRAPHS))
        for kept in _KEPT:
            kept.cache_clear()
        peer = MarkdownIt("commonmark").enable("table")
        floor = _seconds(partial(peer.block.parse, text, peer, {}, []))
        first = _seconds(partial(module.passages, text))
        again = _seconds(partial(module.passages, f"{text}One more.\n"))
        seen = _seconds(partial(rendered, text))
        missed += first > PEER_AT_MOST * floor or again > AGAIN_AT_MOST * max(first, floor)
        told = {"first": first, "amended": again, "as a reader sees it": seen, "markdown-it's blocks": floor}
        print(f"{name:20}", ", ".join(f"{what} {1000 * seconds:.0f} ms" for what, seconds in told.items()))
    return missed


_KEPT = (
    blocks_of_piece,
    module.passages,
    module.wrap_width_of,
    module._wrapped_blocks,  # noqa: SLF001 -- what is remembered has to be forgotten to be measured
    module._passages_of_piece,  # noqa: SLF001 -- as above
    rendered,
)


def _seconds(do: Callable[[], object]) -> float:
    """Of computing: waiting says more of the machine than of the program."""
    start = time.process_time()
    do()
    return time.process_time() - start
