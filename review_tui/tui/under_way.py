"""Something slow that is being done: what it is just now, and whether it is still wanted."""

import threading
from typing import Self

from review_tui.application.sync_ports import Watch


class UnderWay:
    """The thread that does it and the screen both look at it."""

    def __init__(self) -> None:
        self.doing = ""
        """What is being done just now, in a few words; empty when nothing is."""
        self._cancelled = threading.Event()

    @property
    def is_running(self) -> bool:
        """Whether something is being done."""
        return bool(self.doing)

    @property
    def is_cancelled(self) -> bool:
        """Whether the reviewer does not want it any more."""
        return self._cancelled.is_set()

    @property
    def watch(self) -> Watch:
        """For whoever does it: told how far it has come, and asked whether to go on."""
        return Watch(self._tell, self._cancelled.is_set)

    def _tell(self, doing: str) -> None:
        self.doing = doing

    def begin(self, doing: str) -> None:
        """From now on it is running."""
        self._cancelled.clear()
        self.doing = doing

    def begun(self, doing: str) -> Self:
        """Itself, running from now on."""
        self.begin(doing)
        return self

    def break_off(self) -> bool:
        """End it as soon as may be; whether it was running."""
        self._cancelled.set()
        return self.is_running

    def end(self) -> None:
        """It is done, or was broken off."""
        self.doing = ""
