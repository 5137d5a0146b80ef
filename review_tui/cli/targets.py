"""What the words of a command name: an item of a file, ``FILE#2``, or a file of minutes."""

import argparse
import datetime as dt
from pathlib import Path

from review_tui.model.errors import WrongUsage

_MARKDOWN = (".md", ".markdown")


def point_at_file(asked: argparse.Namespace) -> None:
    """Where ITEM or MEETING names a file of minutes, make that the book, and what follows ``#`` the item."""
    if getattr(asked, "book", None) is not None:
        return
    for name in ("item", "meeting"):
        said = getattr(asked, name, None)
        if isinstance(said, str) and (found := split_target(said)):
            asked.book = found[0]
            setattr(asked, name, found[1] or (found[0].name if name == "meeting" else ""))


def split_target(said: str) -> tuple[Path, str] | None:
    """The file and the item that ``said`` names, the item empty where it names none; ``None`` for no file."""
    file, sign, item = said.rpartition("#")
    for path, rest in ((file, item), (said, "")) if sign else ((said, ""),):
        if path.lower().endswith(_MARKDOWN) and Path(path).is_file() and not _has_own_folder(Path(path)):
            return Path(path), rest
    return None


def _has_own_folder(file: Path) -> bool:
    """Whether a file is the minutes of one item only."""
    return (file.resolve().parent.parent / "meeting.yaml").is_file()


def said_of_meeting(asked: argparse.Namespace) -> dict[str, str]:
    """What was said on the command line of the meeting of a file. Raises ``WrongUsage`` for no date."""
    said: dict[str, str] = {}
    if date := getattr(asked, "date", ""):
        try:
            said["date"] = dt.date.fromisoformat(date).isoformat()
        except ValueError:
            raise WrongUsage(f"“{date}” is no date. Write it as 2024-05-01.") from None
    if body := getattr(asked, "body", ""):
        said["body"] = body
    return said
