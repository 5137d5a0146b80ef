"""``python -m review_tui`` and the ``review-tui`` command."""

import gc

gc.disable()  # It would run several times during the start; the screen has a plan of its own for it.

import sys  # noqa: E402 -- after the collector, on purpose


def main() -> int:
    """Run the program; the exit code."""
    from review_tui.wiring import run  # noqa: PLC0415 -- nothing is imported before the collector is off

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
