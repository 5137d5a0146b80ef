"""A line of two ends: words on the left, and quieter ones on the right that keep their room."""

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget


class TwoEnds(Widget):
    """One line. What there is no room for is cut, with an ellipsis: first on the left.

    It is one widget, where a row of two would be three: each takes its time at the start, and whenever
    all is laid out anew.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"two-ends--right"}
    DEFAULT_CSS = "TwoEnds { height: 1; & > .two-ends--right { color: $text-muted; } }"

    def __init__(
        self,
        *,
        gap: int = 1,
        share: int = 100,
        id: str | None = None,  # noqa: A002 -- Textual's word
        classes: str | None = None,
    ) -> None:
        """``gap`` cells stand between the two; the right may take ``share`` percent of the line with it."""
        super().__init__(id=id, classes=classes)
        self._gap = gap
        self._share = share
        self._left = self._right = Content("")

    def show(self, left: Content | None = None, right: Content | None = None) -> None:
        """Other words at either end; without, those that are there stay."""
        self._left = self._left if left is None else left
        self._right = self._right if right is None else right
        self.refresh()

    def render(self) -> Content:
        """Both ends."""
        width = self.size.width
        most = max(0, width * self._share // 100 - self._gap)
        right = self._right.truncate(most, ellipsis=True)
        room = max(0, width - self._gap - right.cell_length)
        left = self._left.truncate(room, ellipsis=True, pad=True)
        quiet = self.get_visual_style("two-ends--right")
        return Content.assemble(left, " " * self._gap, right.stylize_before(quiet))
