"""The minutes and source notes of one item, byte for byte, and why minutes can't be amended."""

import re
from collections.abc import Iterator

from review_tui.domain.meeting import Problem, Source
from review_tui.domain.text import decode, line_number
from review_tui.stores.book_files.beneath import Folder, Missing, Unreadable
from review_tui.stores.book_files.layout import (
    LINE_CHARACTERS,
    MINUTES,
    MINUTES_BYTES,
    MINUTES_LINES,
    NOTES,
    READ_BYTES,
    READABLE_NOTES,
)

# What editors leave beside a file while they have it open: vim, Emacs, LibreOffice.
_OPEN_ELSEWHERE = (
    ".minutes.md.swp",
    ".minutes.md.swo",
    ".minutes.md.swn",
    ".#minutes.md",
    ".~lock.minutes.md#",
)
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_FOLDERS_DEEP = 4


def read_minutes(item: Folder) -> tuple[str, str]:
    """The minutes of an item, and why they can't be amended (or empty). Raises ``Unreadable``."""
    raw = item.read(MINUTES, READ_BYTES)
    text = decode(raw)
    return text, _why_locked(raw, text)


def editors_at_work(item: Folder) -> list[Problem]:
    """A problem when another program has the minutes open."""
    for name in _OPEN_ELSEWHERE:
        if item.stamp(name):
            sentence = (
                f"These minutes are open in another editor ({name}). Save and close them there first; "
                "if no editor is open, remove that file."
            )
            return [Problem(item.path_of(MINUTES), sentence)]
    return []


def read_notes(item: Folder) -> tuple[list[Source], list[Problem]]:
    """The source notes of an item by name, and what could not be read."""
    sources: list[Source] = []
    problems: list[Problem] = []
    try:
        with item.inner(NOTES) as folder:
            for found in _notes_in(folder, NOTES, _FOLDERS_DEEP):
                (sources if isinstance(found, Source) else problems).append(found)  # type: ignore[arg-type]
    except Missing:
        pass
    except Unreadable as refused:
        problems.append(Problem(refused.path, refused.sentence))
    return sources, problems


def _notes_in(folder: Folder, path: str, deep: int) -> Iterator[Source | Problem]:
    """What ``folder`` holds; ``path`` is its place in the item, ``deep`` how many folders down we look."""
    for name in folder.names():
        if name.startswith("."):
            continue
        try:
            if folder.has_folder(name):
                yield from _notes_deeper(folder, name, f"{path}/{name}", deep - 1)
            elif name.lower().endswith(READABLE_NOTES):
                yield from _note(folder, name, f"{path}/{name}")
            else:
                kinds = " and ".join(READABLE_NOTES)
                yield Problem(folder.path_of(name), f"Notes of this kind can't be read yet, only {kinds}.")
        except Unreadable as refused:
            yield Problem(refused.path, refused.sentence)


def _notes_deeper(folder: Folder, name: str, path: str, deep: int) -> Iterator[Source | Problem]:
    if not deep:
        yield Problem(folder.path_of(name), "Notes in folders as deep as this are not read. Move them up.")
        return
    with folder.inner(name) as inner:
        yield from _notes_in(inner, path, deep)


def _note(folder: Folder, name: str, path: str) -> Iterator[Source | Problem]:
    text = decode(folder.read(name, READ_BYTES))
    yield Source(path, text)
    if bad := _NOT_UTF8.search(text):
        byte, line = _byte_and_line(text, bad)
        yield Problem(
            folder.path_of(name), f"Byte {byte} is not UTF-8. Save the file as UTF-8 to see the letter.", line
        )


def _why_locked(raw: bytes, text: str) -> str:
    """Why minutes of these bytes can be read but not amended, or empty."""
    lines = text.split("\n")
    longest = max(range(len(lines)), key=lambda n: len(lines[n]))
    why = ""
    if len(raw) > MINUTES_BYTES:
        why = f"they are larger than {MINUTES_BYTES // 1_000_000} MB"
    elif len(lines) > MINUTES_LINES + 1:
        why = f"they have more than {MINUTES_LINES:,} lines"
    elif len(lines[longest].rstrip("\r")) > LINE_CHARACTERS:
        why = f"line {longest + 1} is longer than {LINE_CHARACTERS:,} characters"
    if why:
        return f"These minutes can be read but not amended, because {why}. Divide them in an editor."
    if bad := _NOT_UTF8.search(text):
        byte, line = _byte_and_line(text, bad)
        return (
            f"These minutes can be read but not amended, because byte {byte} on line {line} is not UTF-8. "
            "Save the file as UTF-8 in an editor."
        )
    return ""


def _byte_and_line(text: str, bad: re.Match[str]) -> tuple[str, int]:
    return f"{ord(bad[0]) - 0xDC00:02X}", line_number(text, bad.start())
