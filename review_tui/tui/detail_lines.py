"""The lines below the panes: what the reviewer is looking at, its places one above the other, its keys.

The keys stand in the rule above it, where no sentence, however long, pushes them out.
"""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widget import Widget

from review_tui.model.findings import Location
from review_tui.tui.keys import KEY, Key
from review_tui.tui.presenters.at_hand import Hint
from review_tui.tui.presenters.excerpts import Excerpt, rows_of
from review_tui.tui.widgets.widget_message import WidgetMessage

RULE = "─"
LEAST = 2
"""Rows that the places keep when there is much to say."""


class DetailLines(Widget):
    """Says what there is to look at here. A click on a key presses it, on a place goes there."""

    ALLOW_SELECT = False

    class Pressed(WidgetMessage["DetailLines"]):
        """A key was clicked, or the sentence, which is as good as Enter."""

        def __init__(self, sender: "DetailLines", key: Key) -> None:
            super().__init__(sender)
            self.key = key

    class PlaceChosen(WidgetMessage["DetailLines"]):
        """One of the places was clicked."""

        def __init__(self, sender: "DetailLines", place: Location) -> None:
            super().__init__(sender)
            self.place = place

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's word
        super().__init__(id=id)
        self._words = Content("")
        self._hints: tuple[Hint, ...] = ()
        self._excerpts: tuple[Excerpt, ...] = ()
        self._first_place = 0
        """The row that the first of the places stands in."""

    def show(self, words: Content, hints: Sequence[Hint] = (), excerpts: Sequence[Excerpt] = ()) -> None:
        """Show a sentence with its keys and places; draws nothing where all is as it was."""
        parts = (tuple(hints), tuple(excerpts))
        if parts == (self._hints, self._excerpts) and words.is_same(self._words):
            return
        self._words, (self._hints, self._excerpts) = words, parts
        self.refresh()

    def render(self) -> Content:
        """The rule with the keys, the sentence, the places."""
        width, rows = self.size.width, self.size.height - 1
        inside = max(1, width - 2)
        wrapped = self._words.wrap(inside) if self._words.plain else []
        shown = self._excerpts[: max(LEAST, rows - len(wrapped))]
        room = max(1, rows - len(shown))
        if len(wrapped) > room:
            wrapped = wrapped[:room]
            wrapped[-1] = Content.assemble(wrapped[-1].rstrip().truncate(inside - 2), " …")
        self._first_place = 1 + len(wrapped)
        lines = [*wrapped, *rows_of(shown, inside)]
        return Content("\n").join([self._rule(width), *(Content.assemble(" ", line) for line in lines)])

    def _shown_hints(self, width: int) -> list[Hint]:
        shown = list(self._hints)
        while shown and sum(cell_len(hint.shown) + 3 for hint in shown) > width - 2:
            shown.pop()
        return shown

    def _rule(self, width: int) -> Content:
        """A line across, with the keys at its right end."""
        parts: list[Content] = []
        for hint in self._shown_hints(width):
            parts += [Content.styled(f" {hint.shown} ", "bold"), Content.styled(RULE, "$foreground-muted")]
        keys = Content("").join(parts)
        return Content.assemble((RULE * max(0, width - keys.cell_length), "$foreground-muted"), keys)

    def on_click(self, event: events.Click) -> None:
        """Find what is under the pointer."""
        event.stop()
        spot = event.get_content_offset(self)
        if spot is None or event.button != 1:
            return
        if spot.y == 0:
            hint = self._hint_at(spot.x)
            if hint:
                self.post_message(self.Pressed(self, KEY[hint.key]))
            return
        place = spot.y - self._first_place
        if 0 <= place < len(self._excerpts):
            self.post_message(self.PlaceChosen(self, self._excerpts[place].place))
        elif self._hints:
            self.post_message(self.Pressed(self, KEY["look-closer"]))

    def _hint_at(self, x: int) -> Hint | None:
        shown = self._shown_hints(self.size.width)
        at = self.size.width - sum(cell_len(hint.shown) + 3 for hint in shown)
        for hint in shown:
            at += cell_len(hint.shown) + 3
            if x < at:
                return hint if x >= at - cell_len(hint.shown) - 3 else None
        return None
