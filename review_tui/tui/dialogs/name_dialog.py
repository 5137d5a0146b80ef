"""Asking a reviewer, once, by what name and address they are known."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Checkbox, Input, Label, Static

from review_tui.model.frozen import frozen
from review_tui.model.people import Reviewer, why_not_named
from review_tui.tui.dialogs.dialog import Dialog, NotYet

ABOUT = "What you record carries your name and e-mail address, and they are not known here yet."
EVERYWHERE = "Use them for all my books (kept in my own git settings, not only in this book's)"


@frozen
class NameAnswer:
    """Who is acting, and where that is to be kept."""

    who: Reviewer
    is_for_all: bool
    """For all books of this user, not only for this one."""


class NameDialog(Dialog[NameAnswer]):
    """Asks for a name and an address, and where to keep them."""

    HEADING: ClassVar[str] = "Who are you?"
    DO: ClassVar[str] = "Keep and go on"

    def __init__(self, known: Reviewer) -> None:
        """``known`` is as much as is known already; either part may be empty."""
        super().__init__()
        self._known = known

    def body(self) -> Iterable[Widget]:
        """Why it is asked, the two fields, and where they are kept."""
        yield Static(Content(ABOUT), classes="quiet")
        yield Label(Content("Your name, as it should stand in the history"))
        yield Input(self._known.name, id="name", compact=True)
        yield Label(Content("Your e-mail address"))
        yield Input(self._known.email, id="email", compact=True)
        yield Checkbox(Content(EVERYWHERE), id="for-all", compact=True)

    def on_mount(self) -> None:
        """Begin at what is not known."""
        self.query_one("#email" if self._known.name else "#name").focus()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "name":
            self.query_one("#email").focus()
        else:
            self.action_do()

    def answer(self) -> NameAnswer:
        """The name and address, unless they can't be used."""
        name, email = (self.query_one(f"#{part}", Input).value.strip() for part in ("name", "email"))
        if refusal := why_not_named(name, email):
            raise NotYet(refusal)
        return NameAnswer(Reviewer(name, email), self.query_one("#for-all", Checkbox).value)
