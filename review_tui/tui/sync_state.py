"""How sending and receiving stands, as far as the screen has to know: what is under way, what waits."""

from review_tui.tui.under_way import UnderWay


class SyncState(UnderWay):
    """One for the whole session."""

    def __init__(self) -> None:
        super().__init__()
        self.to_send = 0
        """How many acts are recorded here and not sent yet, as far as is known."""
        self.has_hub = False
        """Whether there is a hub to send to, as far as is known."""

    @property
    def words(self) -> str:
        """What the title line says of it; empty where there is nothing to say."""
        if self.doing:
            return f"{self.doing} …  Esc: break off"
        return f"{self.to_send} to send" if self.to_send else ""
