"""A field of several lines, in which taking back is safe."""

from collections.abc import Callable

from textual.widgets import TextArea
from textual.widgets.text_area import Selection


class TypingArea(TextArea):
    """Textual's own, but Ctrl+Z and Ctrl+Y never end the program.

    Textual 8.2.8 draws its scrollbar anew while the cursor still stands in lines that are taken back, and
    fails (https://github.com/Textualize/textual/issues/6686). So the cursor waits at the top meanwhile.
    """

    def undo(self) -> None:
        """Take back what was typed or pasted last."""
        self._from_the_top(super().undo)

    def redo(self) -> None:
        """Type or paste it again."""
        self._from_the_top(super().redo)

    def _from_the_top(self, step: Callable[[], None]) -> None:
        before = self.text, self.selection
        self.selection = Selection()
        step()
        if self.text == before[0]:
            self.selection = before[1]  # there was nothing to take back
