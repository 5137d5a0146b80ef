"""The roof: the only room that knows every other, and puts them together.

What is loaded when matters here: nothing but what the asked-for job needs, and nothing heavy before the
first paint. So the rooms are imported where they are first wanted.
"""

from review_tui.wiring.building import Building, run
from review_tui.wiring.desks import lay_desk
from review_tui.wiring.sample import SAMPLE_ITEM, copy_sample

__all__ = ["SAMPLE_ITEM", "Building", "copy_sample", "lay_desk", "run"]
