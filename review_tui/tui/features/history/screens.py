"""The page of one thing that happened."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from review_tui.tui.dialogs.page import Page


class TimelinePage(Page[bool]):
    """One thing that happened. Answers whether it is to be put back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "leave", "Leave"),
        Binding("p", "put_back", "Restore the wording"),
    ]
    FOOT: ClassVar[str] = "↑ ↓  scroll   Esc  the list"
    PUT_BACK: ClassVar[str] = "p  restore the wording from before it"

    def __init__(self, heading: Content, words: Content, *, is_amendment: bool) -> None:
        super().__init__(heading, words)
        self._is_amendment = is_amendment

    @property
    def foot(self) -> str:
        """The keys, in words: an amendment has one more."""
        return f"{self.PUT_BACK}   {self.FOOT}" if self._is_amendment else self.FOOT

    def action_put_back(self) -> None:
        """An amendment can be put back; nothing else."""
        if self._is_amendment:
            self.dismiss(result=True)
