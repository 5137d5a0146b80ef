"""The floors: what Textual itself costs, with nothing of ours in it.

Run as a program (``ARGV``) it is one row that says READY and counts the keys pressed. As a benchmark
(``python -m benchmarks bare_app``) it times that program: start to first paint, key to last byte painted.
Others take ratios to it in the same run: ``first_paint(ARGV, MARKER)``, ``key_times(ARGV, MARKER, keys)``.
"""

import sys

MARKER = "READY"
ARGV = (sys.executable, __file__)
"""How to start the program; its marker is ``MARKER``, and any plain letter makes it paint."""


def run() -> None:
    """Run the bare app until ctrl+q."""
    from textual.app import App, ComposeResult  # noqa: PLC0415 -- timing imports nothing of Textual
    from textual.events import Key  # noqa: PLC0415 -- as above
    from textual.widgets import Static  # noqa: PLC0415 -- as above

    class Bare(App[None]):
        """One row, one number."""

        CSS = "Static { height: 1; }"
        pressed = 0

        def compose(self) -> ComposeResult:
            yield Static(f"{MARKER} 0")

        def on_key(self, event: Key) -> None:
            self.pressed += 1
            # No markup in it, and no layout: nothing but one row is painted.
            self.query_one(Static).update(f"{event.character} {self.pressed}", layout=False)

    Bare().run()


def main(runs: int = 10, keys: int = 250) -> int:
    """Print both floors."""
    from benchmarks.terminal import Figures, first_paint, key_times  # noqa: PLC0415 -- the app itself must not pay for it

    print("first paint  ", Figures.of(first_paint(ARGV, MARKER, runs=runs)))
    print("key to paint ", Figures.of(key_times(ARGV, MARKER, [b"j", b"k"] * (keys // 2))))
    return 0


if __name__ == "__main__":
    run()
