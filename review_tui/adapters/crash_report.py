"""What went wrong that should not have: kept in a file for whoever mends the program, told in a sentence."""

import datetime as dt
import os
import traceback
from pathlib import Path

import platformdirs

from review_tui import __version__


def write_crash_report(error: BaseException, folder: Path | None = None) -> str:
    """Write down ``error`` with its traceback; the sentence for the reader. Never raises.

    ``folder`` is where to, by default the user's own folder for such things. Nothing of the minutes is
    written, only where in the program it happened.
    """
    kept = _write_report(error, folder or platformdirs.user_state_path("review-tui") / "mishaps")
    where = f" What happened is described in {kept}; please send it in." if kept else ""
    return (
        "Something went wrong in the program itself. Everything you recorded is safe, and what you were "
        f"typing is offered again when you come back.{where}"
    )


def _write_report(error: BaseException, folder: Path) -> Path | None:
    when = dt.datetime.now(dt.UTC)
    path = folder / f"{when:%Y%m%dT%H%M%SZ}-{os.getpid()}.txt"
    frames = traceback.format_tb(error.__traceback__)
    lines = [f"review-tui {__version__}", f"{when:%Y-%m-%d %H:%M:%S} UTC", type(error).__name__, *frames]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return path
