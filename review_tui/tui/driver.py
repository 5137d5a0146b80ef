"""Textual's terminal driver, taking over the screen that the first frame has opened already."""

from textual.drivers.linux_driver import LinuxDriver

OPENS_SCREEN = "\x1b[?1049h"


class TakesOver(LinuxDriver):
    """Does not open the second screen again: that would empty it for a moment."""

    def write(self, data: str) -> None:
        """Write to the terminal, except for the words that open the screen."""
        super().write(data.replace(OPENS_SCREEN, ""))
