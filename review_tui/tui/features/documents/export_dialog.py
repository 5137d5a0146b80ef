"""Asking how the minutes go out: the format, which words, for whom, and into which file."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Checkbox, Input, Label, Select, Static

from review_tui.application.export import Look
from review_tui.model.export_formats import ExportFormat
from review_tui.model.frozen import frozen
from review_tui.tui.dialogs.dialog import Dialog, NotYet
from review_tui.tui.widgets.tick import Tick

_VIEWS = {
    Look.CLEAN: "as they stand now",
    Look.REDLINE: "with every change since the first draft, and the flags",
    Look.FIRST: "as first drafted",
}


@frozen
class ExportWish:
    """How minutes are to go out."""

    to: str = "docx"
    look: Look = Look.CLEAN
    is_public: bool = False
    file: str = ""
    """As it was typed; empty for the usual name."""
    may_replace: bool = False


class ExportDialog(Dialog[ExportWish]):
    """Answers with the wish; asked again, it begins with what was wished and says why that can't be."""

    HEADING: ClassVar[str] = "Export the minutes of this meeting"
    DO: ClassVar[str] = "Write the file"

    def __init__(
        self,
        formats: Mapping[str, ExportFormat],
        stem: str,
        wish: ExportWish,
        why_not: str = "",
        *,
        is_there: bool = False,
    ) -> None:
        """``stem``: the name of the file without what format and view add. ``is_there``: it is taken."""
        super().__init__()
        self._formats = formats
        self._stem = stem
        self._wish = wish
        self._why_not = why_not
        self._is_there = is_there
        self._usual = ""

    def body(self) -> Iterable[Widget]:
        """A field for each thing."""
        wish = self._wish
        yield Label(Content("As what"))
        yield Select(
            [(Content(f"{each.title}  .{end}"), end) for end, each in self._formats.items()],
            value=wish.to,
            allow_blank=False,
            compact=True,
            id="to",
        )
        yield Label(Content("Which words"))
        yield Select(
            [(Content(said), look.value) for look, said in _VIEWS.items()],
            value=wish.look.value,
            allow_blank=False,
            compact=True,
            id="view",
        )
        yield Tick(
            Content("For the public: without the items that are not for publication"),
            wish.is_public,
            compact=True,
            id="public",
        )
        yield Label(Content("Into which file"))
        self._usual = self._usual_name(wish)
        yield Input(wish.file or self._usual, id="file", compact=True)
        if self._is_there:
            yield Tick(Content("Replace the file that is there"), value=False, compact=True, id="replace")
        yield Static(Content("Nothing is recorded, and the book stays as it is."), classes="quiet")

    def on_mount(self) -> None:
        """Begin at the format; asked again, where it was refused."""
        self.query_one("#replace" if self._is_there else "#to").focus()
        self.complain(self._why_not)

    def _usual_name(self, wish: ExportWish) -> str:
        view = {Look.CLEAN: "", Look.REDLINE: "-redline", Look.FIRST: "-as-first-drafted"}[wish.look]
        end = {"akn": "akn.xml", "popolo": "popolo.json"}.get(wish.to, wish.to)
        return f"{self._stem}{view}{'-public' if wish.is_public else ''}.{end}"

    @property
    def _wished(self) -> ExportWish:
        return ExportWish(
            str(self.query_one("#to", Select).value),
            Look(str(self.query_one("#view", Select).value)),
            self.query_one("#public", Checkbox).value,
            self.query_one("#file", Input).value.strip().strip("'\""),
            may_replace=any(box.value for box in self.query("#replace").results(Checkbox)),
        )

    @on(Select.Changed)
    @on(Checkbox.Changed)
    def _changed(self, event: Select.Changed | Checkbox.Changed) -> None:
        """Another kind has another usual name; one that was typed stays."""
        event.stop()
        field = self.query_one("#file", Input)
        usual = self._usual_name(self._wished)
        if field.value == self._usual and usual != self._usual:
            field.value = usual
            self.complain("")
        self._usual = usual

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_do()

    def answer(self) -> ExportWish:
        """The wish, unless it names no file."""
        wished = self._wished
        if not wished.file or wished.file.endswith("/"):
            raise NotYet("Name the file to write.")
        return wished


def path_of(wish: ExportWish) -> Path:
    """The file that is meant."""
    return Path(wish.file).expanduser()
