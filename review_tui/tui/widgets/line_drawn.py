"""What every widget of ours shares that draws its own lines: inks, a store of drawn lines, a scrollbar."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.css.styles import RenderStyles
from textual.dom import DOMNode
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

BAR = "\u258c"
"""Stands at the left of what the cursor rests on, so that it can be seen without colour too."""
_THUMB = "\u2590"
_WHEEL = 3
"""Rows that one notch of the mouse's wheel moves."""
_CACHED = 600
"""Drawn rows that are remembered."""


class LineDrawn(Widget, can_focus=True):
    """A widget that draws its own lines and repaints only those that change.

    Its styles are those of CSS classes within it, laid over each other as a marker is laid over print.
    Measured: twice as quick at a key as a list widget, which lays itself out and repaints far more.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    LineDrawn {
        width: 1fr; height: 1fr; min-width: 8;
        & > .line-drawn--cursor { background: $foreground 6%; }
        & > .line-drawn--bar { color: $foreground 40%; }
        & > .line-drawn--thumb { color: $foreground 30%; }
        &:focus > .line-drawn--cursor { background: $primary 16%; }
        &:focus > .line-drawn--bar { color: $text-primary; text-style: bold; }
        &:focus > .line-drawn--thumb { color: $foreground 55%; }
        &:ansi > .line-drawn--cursor { background: ansi_default; }
        &:ansi > .line-drawn--bar { color: ansi_default; text-style: dim; }
        &:ansi > .line-drawn--thumb { color: ansi_default; text-style: dim; }
        &:ansi:focus > .line-drawn--bar { color: ansi_default; text-style: bold not dim; }
    }
    """

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 -- Textual's own name for it
        self._inks: dict[tuple[str, ...], Style] = {}
        self._strips: dict[object, Strip] = {}
        self._thumb: tuple[int, int] | None = None
        super().__init__(name=name, id=id, classes=classes)

    def notify_style_update(self) -> None:
        """The theme, the focus or the like has changed: every line looks different now."""
        self._inks.clear()
        self._strips.clear()
        super().notify_style_update()

    def ink(self, *names: str) -> Style:
        """The style of the CSS classes ``names``, the later upon the earlier; of none, the bare paper."""
        found = self._inks.get(names)
        if found is None:
            found = self._inks[names] = self._mix(names)
        return found

    def _mix(self, names: Sequence[str]) -> Style:
        style = self.rich_style
        paper = self.background_colors[1]
        colour = None
        for name in names:
            layer = self._layer(name)
            if layer.has_rule("background"):
                paper += layer.background
            if layer.has_rule("color"):
                colour = paper.get_contrast_text(layer.color.a) if layer.auto_color else layer.color
            style += layer.text_style
        letters = None if colour is None else (paper + colour).rich_color
        return style + Style.from_color(letters, paper.rich_color)

    def _layer(self, name: str) -> RenderStyles:
        """The styles of one CSS class, worked out when something is first drawn in it."""
        # All of a widget's COMPONENT_CLASSES Textual works out whenever it styles the widget: at the start,
        # and again each time that a pane comes to the front.
        node = DOMNode(classes=name)
        node._attach(self)  # noqa: SLF001 -- as Textual does for those
        self.app.stylesheet.apply(node)
        return node.styles

    def kept(self, key: object, draw: Callable[[], Strip]) -> Strip:
        """The line kept under ``key``, drawn if there is none; the store never grows past some pages."""
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= _CACHED:
                self._strips.clear()
            strip = self._strips[key] = draw()
        return strip

    def blank(self, y: int) -> Strip:
        """Row ``y`` of the widget with nothing on it but, perhaps, the scrollbar."""
        return self.kept(self.holds_thumb(y), lambda: self.finish([], self.ink(), y=y))

    def holds_thumb(self, y: int) -> bool:
        """Whether row ``y`` of the widget shows the scrollbar's thumb."""
        return self._thumb is not None and self._thumb[0] <= y < self._thumb[1]

    def finish(self, segments: list[Segment], paper: Style, *, y: int) -> Strip:
        """``segments`` as a line just as wide as the widget, with row ``y``'s cell of the scrollbar."""
        width = self.size.width
        used = sum(cell_len(segment.text) for segment in segments)
        segments.append(Segment(" " * max(0, width - 1 - used), paper))
        if self.holds_thumb(y):
            segments.append(Segment(_THUMB, self.ink("line-drawn--thumb")))
        else:
            segments.append(Segment(" ", self.ink()))
        drawn = Segment.simplify(segment for segment in segments if segment.text)
        strip = Strip(drawn, max(used, width - 1) + 1)
        return strip if strip.cell_length == width else strip.crop(0, width)

    def refresh_rows(self, *rows: tuple[int, int] | None) -> None:
        """Repaint rows ``first`` to ``last`` of the widget, and no others."""
        regions = [Region(0, r[0], self.size.width, r[1] - r[0] + 1) for r in rows if r is not None]
        if regions:
            self.refresh(*regions)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel scrolls and leaves the cursor alone."""
        event.stop()
        self._scroll(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel scrolls and leaves the cursor alone."""
        event.stop()
        self._scroll(-_WHEEL)

    def _scroll(self, by: int) -> bool:
        """Move the lines so many rows on, or back when negative. Whether anything moved."""
        raise NotImplementedError


def thumb(first: int, shown: int, total: int) -> tuple[int, int]:
    """The rows, start and end, of a scrollbar's thumb when ``shown`` of ``total`` rows can be seen.

    It touches the top or the bottom only when there is nothing more to see there.
    """
    total = max(total, shown + 1)
    length = max(1, shown * shown // total)
    room, hidden = shown - length, total - shown
    start = round(room * max(0, min(first, hidden)) / hidden)
    if 0 < first < hidden and room > 1:
        start = max(1, min(start, room - 1))
    return start, start + length
