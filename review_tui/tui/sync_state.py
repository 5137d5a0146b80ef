"""How sending and receiving stands, as far as the screen has to know: what is under way, what waits."""

import threading


class SyncState:
    """One for the whole session; the thread that syncs and the screen both look at it."""

    def __init__(self) -> None:
        self.doing = ""
        """What is being done just now, in a few words; empty when nothing is."""
        self.to_send = 0
        """How many acts are recorded here and not sent yet, as far as is known."""
        self.has_hub = False
        """Whether there is a hub to send to, as far as is known."""
        self._cancelled = threading.Event()

    @property
    def is_running(self) -> bool:
        """Whether something is being sent or received."""
        return bool(self.doing)

    @property
    def is_cancelled(self) -> bool:
        """Whether the reviewer does not want it any more."""
        return self._cancelled.is_set()

    def begin(self, doing: str) -> None:
        """From now on it is running."""
        self._cancelled.clear()
        self.doing = doing

    def break_off(self) -> bool:
        """End it as soon as may be; whether it was running."""
        self._cancelled.set()
        return self.is_running

    def end(self) -> None:
        """It is done, or was broken off."""
        self.doing = ""

    @property
    def words(self) -> str:
        """What the title line says of it; empty where there is nothing to say."""
        if self.doing:
            return f"{self.doing} …  Esc: break off"
        return f"{self.to_send} to send" if self.to_send else ""
