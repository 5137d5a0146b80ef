"""Pages that show an item's minutes at other times: two points compared, and the five views."""

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content

from review_tui.anchoring.redline import Redline, redline
from review_tui.tui.dialogs.long_pick import LongPick
from review_tui.tui.dialogs.page import Page
from review_tui.tui.features.compare.presenter import (
    Comparison,
    compared_heading,
    compared_words,
    point_lines,
)


class ComparingPage(Page[None]):
    """What changed between two points; either can be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "leave", "Leave"),
        Binding("left", "begin(-1)", "From earlier"),
        Binding("right", "begin(1)", "From later"),
        Binding("f", "pick(True)", "From"),
        Binding("t", "pick(False)", "To"),
    ]
    FOOT: ClassVar[str] = "← →  earlier, later   f  from …   t  to …   ↑ ↓  scroll   Esc  close"

    def __init__(self, about: Comparison, changes: Redline) -> None:
        self._about = about
        self._begin, self._end = about.begin, len(about.points) - 1
        super().__init__(self._now_heading, compared_words(changes, about.since))

    @property
    def _since(self) -> str:
        """What the comparison is to the reviewer; empty when the points are of their own choosing."""
        is_first = (self._begin, self._end) == (self._about.begin, len(self._about.points) - 1)
        return self._about.since if is_first else ""

    @property
    def _now_heading(self) -> Content:
        points = self._about.points
        return compared_heading(points[self._begin], points[self._end], self._since)

    def action_begin(self, by: int) -> None:
        """Compare from the point before, or the one after."""
        begin = min(max(self._begin + by, 0), self._end)
        if begin != self._begin:
            self._begin = begin
            self._compare()

    def action_pick(self, is_begin: bool) -> None:
        """Choose a point from the list."""
        at = self._begin if is_begin else self._end
        heading = "Compare from which point?" if is_begin else "Compare with which point?"
        pick = LongPick(heading, point_lines(self._about.points), at=at)

        def chosen(place: int | None) -> None:
            if place is not None:
                both = (place, self._end) if is_begin else (self._begin, place)
                self._begin, self._end = min(both), max(both)
                self._compare()

        self.app.push_screen(pick, chosen)

    @work(group="comparing", exclusive=True)
    async def _compare(self) -> None:
        points, heading, since = self._about.points, self._now_heading, self._since
        before, now = points[self._begin].text, points[self._end].text
        changes = await asyncio.to_thread(redline, before, now)
        self.show(heading, compared_words(changes, since))


class ViewsPage(Page[None]):
    """One of several views; their digits switch."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "leave", "Leave"),
        *(Binding(str(n), f"view({n})", f"View {n}", show=False) for n in range(1, 6)),
        Binding("left", "step(-1)", "View before"),
        Binding("right", "step(1)", "Next view"),
    ]
    FOOT: ClassVar[str] = "1-5 ← →  another view   ↑ ↓ PgUp PgDn  scroll   Esc  close"

    def __init__(self, headings: Sequence[Content], pages: Sequence[Content], at: int) -> None:
        super().__init__(headings[at], pages[at])
        self._headings = headings
        self._pages = pages
        self._at = at

    def action_view(self, number: int) -> None:
        """Another view, counted from 1."""
        self._at = number - 1
        self.show(self._headings[self._at], self._pages[self._at])

    def action_step(self, by: int) -> None:
        """The next view, or the one before."""
        at = self._at + by
        if 0 <= at < len(self._pages):
            self.action_view(at + 1)


class BlamePage(Page[None]):
    """Who wrote what."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("b", "leave", "Leave")]
