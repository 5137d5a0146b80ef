"""Showing what would be recorded before it is."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from review_tui.tui.dialogs.page import Page


class TakePage(Page[bool]):
    """Shows what would be recorded; Enter does it, where there is anything."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,ctrl+s", "take", "Record")]

    def __init__(self, heading: Content, words: Content, do: str) -> None:
        """``do`` says what Enter does; empty where there is nothing to do."""
        super().__init__(heading, words)
        self._do = do

    @property
    def foot(self) -> str:
        """The keys, in words."""
        return f"Enter  {self._do}   {self.FOOT}" if self._do else self.FOOT

    def action_take(self) -> None:
        """Take it."""
        if self._do:
            self.dismiss(result=True)
