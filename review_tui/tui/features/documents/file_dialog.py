"""Asking for a file: typed, or picked from those of a folder."""

import asyncio
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from review_tui.model.frozen import frozen
from review_tui.tui.dialogs.dialog import Dialog, NotYet
from review_tui.tui.presenters.status_lines import plain

MOST_LISTED = 200
"""Names of a folder that are listed; typing a few letters finds the others."""
ABOVE = "../"

Listed = Callable[[Path], tuple[tuple[str, bool], ...]]
"""The names in a folder, each with whether it is a folder."""


@frozen
class FileQuestion:
    """Which file is asked for."""

    heading: str
    about: str
    is_wanted: Callable[[str], bool]
    """Whether a file of this name is listed. Any can be typed."""


class FileDialog(Dialog[Path]):
    """Answers with the file; whether it can be read is seen later."""

    DO: ClassVar[str] = "Look at it"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "into_list", "Pick below", show=False)]

    def __init__(self, question: FileQuestion, listed: Listed) -> None:
        super().__init__()
        self._question = question
        self._listed = listed
        self._names: list[str] = []
        """What is listed; folders end in a slash."""

    def heading(self) -> Content:
        """The title line."""
        return Content(self._question.heading)

    def body(self) -> Iterable[Widget]:
        """What is asked for, the field, and what is in the folder that stands there."""
        yield Static(Content(self._question.about), classes="quiet")
        yield Label(Content("The file: type it, drag it into this window, or pick it below with \u2193"))
        yield Input(id="file", compact=True)
        yield OptionList(id="names")

    def on_mount(self) -> None:
        """Begin to type."""
        self.query_one("#file").focus()
        self._list("")

    @on(Input.Changed, "#file")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.complain("")
        self._list(event.value)

    @work(group="listing")
    async def _list(self, typed: str) -> None:
        """List what is in the folder that was typed and goes on as typed."""
        folder, begun = os.path.split(_clean(typed))
        found = await asyncio.to_thread(lambda: self._listed(Path(folder or ".").expanduser()))
        # the dialog, or a part of it, may have been closed while the disk was asked
        fields, lists = [*self.query("#file").results(Input)], [*self.query("#names").results(OptionList)]
        if not fields or not lists or fields[0].value != typed:
            return
        files = [name for name, is_folder in found if not is_folder and self._question.is_wanted(name)]
        folders = [f"{name}/" for name, is_folder in found if is_folder]
        is_hidden = begun.startswith(".")
        seen = [name for name in (*files, *folders) if is_hidden or not name.startswith(".")]
        begin = [name for name in seen if name.casefold().startswith(begun.casefold())]
        hold = [name for name in seen if begun.casefold() in name.casefold() and name not in begin]
        fitting = [*begin, *hold]
        self._names = [*fitting[:MOST_LISTED], ABOVE]
        lists[0].clear_options()
        lists[0].add_options([Option(plain(name)) for name in self._names])

    def action_into_list(self) -> None:
        """From the field into the list."""
        names = self.query_one("#names", OptionList)
        if self.query_one("#file", Input).has_focus and self._names:
            names.focus()
            names.highlighted = 0

    @on(OptionList.OptionSelected, "#names")
    def _picked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        name = self._names[event.option_index]
        field = self.query_one("#file", Input)
        folder = os.path.split(_clean(field.value))[0]
        if not name.endswith("/"):
            self.dismiss((Path(folder) / name).expanduser())
            return
        field.value = f"{os.path.normpath(Path(folder or '.') / name)}/"
        field.cursor_position = len(field.value)
        field.focus()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_do()

    def answer(self) -> Path:
        """The file, as far as anything was typed."""
        said = _clean(self.query_one("#file", Input).value)
        if not said or said.endswith("/"):
            raise NotYet("Type the name of the file, or pick one below.")
        return Path(said).expanduser()


def _clean(typed: str) -> str:
    """What was typed or dropped, without the quotation marks that terminals put around it."""
    return typed.strip().strip("'\"")
