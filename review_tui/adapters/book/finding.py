"""Where a book is that somebody means: a folder of meetings, one of files of minutes, or one such file."""

import shlex
from pathlib import Path
from typing import NamedTuple

from review_tui.adapters.book.book_paths import BOOK, MEETING, REVIEW, find_book, may_hold_minutes_files
from review_tui.model.errors import UnusableBook
from review_tui.model.visible import visible

_MOST_FOLDERS = 5
"""Folders above a file in which a meeting may be that it is part of: an item's notes lie four deep."""


class BookPlace(NamedTuple):
    """A book, and the one file of it that was asked for."""

    book: Path
    file: str = ""
    """Relative to the book; empty for the whole book."""


_DOCUMENTS = frozenset({".txt", ".docx", ".odt", ".html", ".htm", ".pdf", ".doc", ".rtf"})
"""How documents end that may be minutes and have to be imported first."""


def find_place(start: Path, asked: Path | None) -> BookPlace:
    """The book that ``asked`` names, seen from ``start``, or the nearest one.

    Raises ``UnusableBook`` with what was looked for, what was found, and what can be typed.
    """
    whole = None if asked is None else (asked if asked.is_absolute() else start / asked)
    if whole is not None and whole.is_file():
        if _is_minutes_name(whole.name) and not _is_in_meeting(whole):
            book = _book_around(whole)
            return BookPlace(book, whole.resolve().relative_to(book.resolve()).as_posix())
        if whole.suffix.casefold() in _DOCUMENTS and not _is_in_meeting(whole):
            typed = shlex.quote(visible(str(asked)))
            raise UnusableBook(
                f"{visible(str(asked))} is no minute book: only Markdown files are reviewed as they lie. "
                f"Make a meeting of it: review-tui import {typed}. Or have it checked as it is: "
                f"review-tui check --draft {typed}"
            )
        asked = whole.parent
    try:
        return BookPlace(find_book(start, asked))
    except UnusableBook as refused:
        folder = start if whole is None else whole
        if not folder.is_dir():
            raise
        found = _files_in(folder)
        if found is None:
            raise
        if found.minutes:
            return BookPlace(folder)
        raise UnusableBook(f"{refused}{found.told(start)}") from refused


class _Found(NamedTuple):
    """The Markdown files of a folder."""

    folder: Path
    minutes: tuple[str, ...]
    others: tuple[str, ...]

    def told(self, start: Path) -> str:
        """What was found that might be minutes, and what to type; empty where there was nothing."""
        if not self.others:
            return ""
        n = len(self.others)
        many = f"{n} Markdown files" if n > 1 else "one Markdown file"
        first = (self.folder / self.others[0]).resolve()
        typed = first.relative_to(start.resolve()) if first.is_relative_to(start.resolve()) else first
        return (
            f" There {'are' if n > 1 else 'is'} {many} here, but none has a date in its name or its first "
            f"heading. Open one as it is: review-tui '{visible(str(typed))}'. To open them as a book, say "
            f'which are minutes in a file {BOOK}, such as meetings: "*/minutes.md".'
        )


def _files_in(folder: Path) -> _Found | None:
    if not may_hold_minutes_files(folder):
        return None
    from review_tui.adapters.book.minutes_files import find_minutes  # noqa: PLC0415 -- only without a book
    from review_tui.adapters.book.safe_open import UnreadableFile, open_beneath  # noqa: PLC0415 -- as above

    try:
        with open_beneath(folder) as opened:
            minutes = find_minutes(opened, folder.resolve().as_posix())
            others = () if minutes else find_minutes(opened, "", ("**.md",))
    except UnreadableFile:
        return None
    return _Found(folder, tuple(f.path for f in minutes), tuple(f.path for f in others))


def _is_minutes_name(name: str) -> bool:
    return name.lower().endswith((".md", ".markdown"))


def _is_in_meeting(file: Path) -> bool:
    """Whether a file is part of a meeting whose items have folders of their own."""
    above = file.resolve().parents[:_MOST_FOLDERS]
    return any((folder / MEETING).is_file() and not folder.name.endswith(REVIEW) for folder in above)


def _book_around(file: Path) -> Path:
    """The folder whose ``book.yaml`` says how a file is reviewed, in its repository; else its own folder."""
    for folder in file.resolve().parents:
        if (folder / BOOK).is_file():
            return folder
        if (folder / ".git").exists():
            break
    return file.parent
