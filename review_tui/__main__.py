"""``python -m review_tui`` and the ``review-tui`` command."""

import gc

gc.disable()  # It would run several times during the start; the screen has a plan of its own for it.

import sys  # noqa: E402 -- after the collector, on purpose

NOT_ON_WINDOWS = (
    "review-tui runs on Linux and macOS. On Windows, run it inside the Windows Subsystem for Linux: type "
    "`wsl --install` in PowerShell, and install it there. docs/windows.md tells the steps."
)


def why_not_on(platform: str) -> str:
    """Why the program can't run on ``platform`` (as ``sys.platform`` names it); empty when it can."""
    # Locks, process groups and pipes of POSIX keep what is typed and recorded safe; there is no second-best.
    return NOT_ON_WINDOWS if platform in {"win32", "cygwin"} else ""


def main() -> int:
    """Run the program; the exit code."""
    refusal = why_not_on(sys.platform)
    if refusal:
        print(f"review-tui: {refusal}", file=sys.stderr)  # noqa: T201 -- no face is loaded yet
        return 3
    from review_tui.composition import run  # noqa: PLC0415 -- nothing is imported before the collector is off

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
