"""What the messages of all our widgets have in common."""

from typing import Generic, TypeVar

from textual.message import Message
from textual.widget import Widget

Sender = TypeVar("Sender", bound=Widget)


class WidgetMessage(Message, Generic[Sender]):
    """A message that tells which widget it comes from, as Textual asks of those that ``on`` picks by id."""

    # No dataclasses: Python would write and compile methods for each of them, before the first key.

    def __init__(self, sender: Sender) -> None:
        super().__init__()
        self._control = sender

    @property
    def control(self) -> Sender:
        """The widget."""
        return self._control
