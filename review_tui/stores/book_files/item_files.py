"""The minutes and source notes of one item, byte for byte, and why minutes can't be amended."""

import re
from collections.abc import Iterator

from review_tui.domain.meeting import Problem, Source
from review_tui.domain.text import decode, line_number
from review_tui.services.ports import NotesReader, ReadNotes
from review_tui.stores.book_files.beneath import Folder, Missing, Stamp, Unreadable
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
_OF_SYSTEMS = frozenset(("thumbs.db", "desktop.ini", "icon\r"))


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


class NotesFiles:
    """Reads source notes, and remembers what each file said for as long as the file stays the same."""

    def __init__(self, reader: NotesReader | None = None) -> None:
        """``reader`` makes text of what is not plain; without one only plain text is read."""
        self._reader = reader
        self._said: dict[str, tuple[Stamp, ReadNotes]] = {}

    def beneath(self, item: Folder) -> tuple[list[Source], list[Problem]]:
        """The source notes of an item by name, and what could not be read."""
        sources: list[Source] = []
        problems: list[Problem] = []
        try:
            with item.inner(NOTES) as folder:
                for found in self._in(folder, NOTES, _FOLDERS_DEEP):
                    (sources if isinstance(found, Source) else problems).append(found)  # type: ignore[arg-type]
        except Missing:
            pass
        except Unreadable as refused:
            problems.append(Problem(refused.path, refused.sentence))
        return sources, problems

    def _in(self, folder: Folder, path: str, deep: int) -> Iterator[Source | Problem]:
        """What ``folder`` holds; ``path`` is its place in the item, ``deep`` how deep to look."""
        names = folder.names()
        for name in names:
            if _is_beside_the_point(name, names):
                continue
            try:
                if folder.has_folder(name):
                    yield from self._deeper(folder, name, f"{path}/{name}", deep - 1)
                elif name.lower().endswith(READABLE_NOTES):
                    yield from self._plain(folder, name, f"{path}/{name}")
                else:
                    yield from self._other(folder, name, f"{path}/{name}")
            except Unreadable as refused:
                yield Problem(refused.path, refused.sentence)

    def _deeper(self, folder: Folder, name: str, path: str, deep: int) -> Iterator[Source | Problem]:
        if not deep:
            sentence = "Notes in folders as deep as this are not read. Move them up."
            yield Problem(folder.path_of(name), sentence)
            return
        with folder.inner(name) as inner:
            yield from self._in(inner, path, deep)

    def _plain(self, folder: Folder, name: str, path: str) -> Iterator[Source | Problem]:
        raw = folder.read(name, READ_BYTES)
        text = decode(raw)
        bad = _NOT_UTF8.search(text)
        if bad and self._reader:
            yield from _told(self._reader.read(name, raw), path, folder.path_of(name))
            return
        yield Source(path, text)
        if bad:
            byte, line = _byte_and_line(text, bad)
            sentence = f"Byte {byte} is not UTF-8. Save the file as UTF-8 to see the letter."
            yield Problem(folder.path_of(name), sentence, line)

    def _other(self, folder: Folder, name: str, path: str) -> Iterator[Source | Problem]:
        """Notes that are no plain text."""
        whole = folder.path_of(name)
        if self._reader is None:
            kinds = " and ".join(READABLE_NOTES)
            yield Problem(whole, f"Notes of this kind can't be read here, only {kinds}.")
        elif why_not := self._reader.why_not(name):
            folder.expect_file(name)
            yield Problem(whole, why_not)
        else:
            stamp = folder.stamp(name)
            known = self._said.get(whole)
            if known and known[0] == stamp:
                yield from _told(known[1], path, whole)
                return
            said = self._reader.read(name, folder.read(name, self._reader.most(name)))
            if stamp and said.is_ready:
                self._said[whole] = (stamp, said)
            yield from _told(said, path, whole)


def _told(said: ReadNotes, path: str, whole: str) -> Iterator[Source | Problem]:
    """A source, unless there is nothing to read, and a problem for all that is to be said of it."""
    if said.text is not None or not said.is_ready:
        yield Source(path, said.text or "")
    for sentence in said.problems:
        yield Problem(whole, sentence)


def _is_beside_the_point(name: str, names: list[str]) -> bool:
    """Whether ``name`` is hidden, an office program's or a system's own, or what a saved web page shows."""
    if name.startswith((".", "~$")) or name.casefold() in _OF_SYSTEMS:
        return True
    page = name.removesuffix("_files")
    return page != name and any(f"{page}{end}" in names for end in (".html", ".htm"))


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
