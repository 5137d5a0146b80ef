"""All flags of a meeting, settled ones too, with filters: where, what kind, by whom, what became of them."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from review_tui.application.reading import ItemView, PlacedFlag
from review_tui.model.acts import DispositionOutcome
from review_tui.model.flag_filter import DISPUTED, SETTLED, FlagFilter
from review_tui.model.flag_threads import OPEN
from review_tui.model.frozen import frozen
from review_tui.model.visible import visible
from review_tui.tui.dialogs.dialog import DIALOGS
from review_tui.tui.dialogs.page import ReaderScreen
from review_tui.tui.features.flag.presenter import flag_page, flag_row
from review_tui.tui.widgets.agenda import ellipsised


@frozen
class ListedFlag:
    """A flag, and the item it is on."""

    view: ItemView
    placed: PlacedFlag


@frozen
class FilterChoice:
    """One filter: its key, and what it can be set to; the first keeps every flag."""

    key: str
    values: tuple[tuple[str, str], ...]
    """What to read, and what to ask for."""


ROOM = 18
"""Cells that a filter takes in the line of filters."""
STATES = (OPEN, DispositionOutcome.HELD.value, SETTLED, DISPUTED)


class FlagsDialog(ModalScreen[ListedFlag | None]):
    """Answers the flag to go to."""

    CSS_PATH = DIALOGS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,F", "leave", "Leave"),
        Binding("j", "down", "Down"),
        Binding("k", "up", "Up"),
        Binding("w", "next_choice(0)", "Where"),
        Binding("t", "next_choice(1)", "Kind"),
        Binding("b", "next_choice(2)", "By whom"),
        Binding("s", "next_choice(3)", "State"),
        Binding("space", "read", "Read"),
    ]

    def __init__(self, flags: Sequence[ListedFlag], item: str) -> None:
        """``item`` is the id of the one that is open."""
        super().__init__()
        self._flags = flags
        self._item = item
        self._choices = _choices(flags, item)
        self._set = [0] * len(self._choices)
        self._shown: tuple[ListedFlag, ...] = ()

    def compose(self) -> ComposeResult:
        """Heading, filters, list, keys."""
        with Vertical(classes="dialog wide flags"):
            with Vertical(classes="dialog--head"):
                yield Static(id="flags-heading", classes="dialog--heading")
                yield Static(id="filters")
            yield OptionList()
            words = "w t b s  filter   Enter  go there   Space  read it all   Esc  close"
            yield Static(Content(words), classes="quiet dialog--foot")

    def on_mount(self) -> None:
        """Show all; begin at the first flag of the open item."""
        self._draw()
        ours = [n for n, listed in enumerate(self._shown) if listed.view.item.id == self._item]
        if ours:
            self._list.highlighted = ours[0]
        self._list.focus()

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)

    def _draw(self) -> None:
        keeps = self._filter()
        self._shown = tuple(listed for listed in self._flags if keeps(listed))
        heading = f"Flags: {len(self._shown)} of {len(self._flags)}"
        self.query_one("#flags-heading", Static).update(Content(heading))
        cells = [self._cell(choice, at) for choice, at in zip(self._choices, self._set, strict=True)]
        self.query_one("#filters", Static).update(Content("").join(cells))
        self._list.clear_options()
        none = "No flag was raised in this meeting." if not self._flags else "No flag is like that."
        rows = [Option(flag_row(it.view, it.placed)) for it in self._shown]
        self._list.add_options(rows or [Option(Content(none), disabled=True)])
        if rows:
            self._list.highlighted = 0

    @staticmethod
    def _cell(choice: FilterChoice, at: int) -> Content:
        words = ellipsised(visible(choice.values[at][0]), ROOM - 4)
        return Content.assemble((choice.key, "bold"), f" {words:<{ROOM - 2}}")

    def _filter(self) -> Callable[[ListedFlag], bool]:
        item, kind, person, state = (
            choice.values[at][1] for choice, at in zip(self._choices, self._set, strict=True)
        )
        asked = FlagFilter(*((value,) if value else () for value in (kind, person, state)))
        return lambda it: (not item or it.view.item.id == item) and asked.keeps(it.placed.thread)

    def action_next_choice(self, which: int) -> None:
        """The next setting of a filter."""
        self._set[which] = (self._set[which] + 1) % len(self._choices[which].values)
        self._draw()

    def _here(self) -> ListedFlag | None:
        at = self._list.highlighted
        return self._shown[at] if at is not None and at < len(self._shown) else None

    def action_read(self) -> None:
        """The whole conversation, above the list."""
        here = self._here()
        if here:
            self.app.push_screen(ReaderScreen(Content("The flag"), flag_page(here.placed)))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A flag was picked."""
        event.stop()
        self.dismiss(self._here())

    def action_down(self) -> None:
        """The next flag."""
        self._list.action_cursor_down()

    def action_up(self) -> None:
        """The flag before."""
        self._list.action_cursor_up()

    def action_leave(self) -> None:
        """Leave without picking."""
        self.dismiss(None)


def _choices(flags: Sequence[ListedFlag], item: str) -> tuple[FilterChoice, ...]:
    """The filters, offering only what there is."""
    threads = [listed.placed.thread for listed in flags]
    kinds = sorted({thread.flag.kind for thread in threads})
    acts = [act for thread in threads for act in (thread.flag, *thread.replies, *thread.dispositions)]
    people = sorted({act.by.email.casefold(): (act.by.name, act.by.email) for act in acts}.values())
    states = [s for s in STATES if any(FlagFilter(states=(s,)).keeps(thread) for thread in threads)]
    return (
        FilterChoice("w", (("whole meeting", ""), ("this item", item))),
        FilterChoice("t", (("any kind", ""), *((kind, kind) for kind in kinds))),
        FilterChoice("b", (("by anyone", ""), *(people))),
        FilterChoice("s", (("any state", ""), *((state, state) for state in states))),
    )
