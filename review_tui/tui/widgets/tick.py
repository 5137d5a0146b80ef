"""A box to tick."""

from textual.content import Content
from textual.widgets import Checkbox


class Tick(Checkbox):
    """``[x]`` or ``[ ]`` before its words: Textual's own box has an X either way, and only colour tells."""

    def render(self) -> Content:
        """The box and its words, as wide as Textual takes them to be."""
        style = self.get_visual_style("toggle--label")
        box = "[x]" if self.value else "[ ]"
        return Content.assemble(box, self._label.pad(1, 1).stylize_before(style))
