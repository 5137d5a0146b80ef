"""The minutes and source notes of one item, byte for byte, and why minutes can't be amended."""

import re
from collections.abc import Iterator

from review_tui.adapters.book.book_paths import (
    LINE_CHARACTERS,
    MINUTES,
    MINUTES_BYTES,
    MINUTES_LINES,
    NOTES,
    READ_BYTES,
)
from review_tui.adapters.book.safe_open import MissingFile, OpenFolder, StatSignature, UnreadableFile
from review_tui.adapters.export_mark import is_written_here
from review_tui.application.ports import NotesReader, ReadNotes
from review_tui.model.meeting import Problem, Source
from review_tui.model.note_formats import is_plain_text
from review_tui.model.text import decode, line_number

# What editors leave beside a file while they have it open: vim, Emacs, LibreOffice.
_EDITOR_FILES = (".{}.swp", ".{}.swo", ".{}.swn", ".#{}", ".~lock.{}#")
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_MAX_DEPTH = 4
"""Folders within ``notes`` that are looked into."""
_WRITTEN_HERE = "This is an export or a report that review-tui wrote, so it is not read as notes."
_MOST_NAMED = 3
"""Files that a sentence names."""
_SYSTEM_FILES = frozenset(("thumbs.db", "desktop.ini", "icon\r"))


def read_minutes(folder: OpenFolder, name: str = MINUTES) -> tuple[str, str]:
    """The minutes in a file, and why they can't be amended (or empty). Raises ``UnreadableFile``."""
    raw = folder.read(name, READ_BYTES)
    text = decode(raw)
    return text, _why_locked(raw, text)


def open_editors(folder: OpenFolder, name: str = MINUTES) -> list[Problem]:
    """A problem when another program has the minutes open."""
    for form in _EDITOR_FILES:
        trace = form.format(name)
        if folder.file_stat(trace):
            sentence = (
                f"These minutes are open in another editor ({trace}). Save and close them there first; "
                "if no editor is open, remove that file."
            )
            return [Problem(folder.path_of(name), sentence)]
    return []


class NotesFiles:
    """Reads source notes, and remembers what each file said for as long as the file stays the same."""

    def __init__(self, reader: NotesReader | None = None) -> None:
        """``reader`` makes text of what is not plain; without one only plain text is read."""
        self._reader = reader
        self._imported: dict[str, tuple[StatSignature, ReadNotes]] = {}

    def read_folder(self, item: OpenFolder) -> tuple[list[Source], list[Problem]]:
        """The source notes of an item by name, and what could not be read."""
        sources: list[Source] = []
        problems: list[Problem] = []
        try:
            with item.open_folder(NOTES) as folder:
                for found in self._read_notes(folder, NOTES, _MAX_DEPTH):
                    (sources if isinstance(found, Source) else problems).append(found)  # type: ignore[arg-type]
        except MissingFile:
            pass
        except UnreadableFile as refused:
            problems.append(Problem(refused.path, refused.sentence, of_notes=True))
        return sources, with_exports_named_once(problems)

    def _read_notes(self, folder: OpenFolder, path: str, depth: int) -> Iterator[Source | Problem]:
        """What ``folder`` holds; ``path`` is its place in the item, ``depth`` how deep to look."""
        names = folder.names()
        for name in names:
            if _is_ignored(name, names):
                continue
            try:
                if folder.has_folder(name):
                    yield from self._read_subfolder(folder, name, f"{path}/{name}", depth - 1)
                else:
                    yield from self.read_file(folder, name, f"{path}/{name}")
            except UnreadableFile as refused:
                yield Problem(refused.path, refused.sentence, of_notes=True)

    def read_file(
        self, folder: OpenFolder, name: str, path: str, *, is_named: bool = False
    ) -> Iterator[Source | Problem]:
        """One file of ``folder`` as source notes called ``path``. Raises ``UnreadableFile``.

        What this program wrote is none, unless somebody named it as notes.
        """
        if is_plain_text(name):
            yield from self._read_text(folder, name, path, is_named=is_named)
        else:
            yield from self._import_document(folder, name, path, is_named=is_named)

    def _read_subfolder(
        self, folder: OpenFolder, name: str, path: str, depth: int
    ) -> Iterator[Source | Problem]:
        if not depth:
            sentence = "Notes in folders as deep as this are not read. Move them up."
            yield Problem(folder.path_of(name), sentence, of_notes=True)
            return
        with folder.open_folder(name) as inner:
            yield from self._read_notes(inner, path, depth)

    def _read_text(
        self, folder: OpenFolder, name: str, path: str, *, is_named: bool
    ) -> Iterator[Source | Problem]:
        raw = folder.read(name, READ_BYTES)
        if not is_named and is_written_here(name, raw):
            yield _written_here(folder.path_of(name))
            return
        text = decode(raw)
        bad = _NOT_UTF8.search(text)
        if bad and self._reader:
            yield from _to_sources(self._reader.read(name, raw), path, folder.path_of(name))
            return
        yield Source(path, text)
        if bad:
            byte, line = _byte_and_line(text, bad)
            sentence = f"Byte {byte} is not UTF-8. Save the file as UTF-8 to see the letter."
            yield Problem(folder.path_of(name), sentence, line, of_notes=True)

    def _import_document(
        self, folder: OpenFolder, name: str, path: str, *, is_named: bool
    ) -> Iterator[Source | Problem]:
        """Notes that are no plain text."""
        whole = folder.path_of(name)
        if self._reader is None:
            yield Problem(whole, "Notes of this kind can't be read here, only plain text.", of_notes=True)
        elif why_not := self._reader.why_not(name):
            folder.expect_file(name)
            yield Problem(whole, why_not, of_notes=True)
        else:
            signature = folder.stat_signature(name)
            known = self._imported.get(whole)
            if known and known[0] == signature:
                yield from _to_sources(known[1], path, whole)
                return
            raw = folder.read(name, self._reader.most(name))
            if not is_named and is_written_here(name, raw):
                yield _written_here(whole)
                return
            imported = self._reader.read(name, raw)
            if signature and imported.is_ready:
                self._imported[whole] = (signature, imported)
            yield from _to_sources(imported, path, whole)


def _to_sources(imported: ReadNotes, path: str, whole: str) -> Iterator[Source | Problem]:
    """A source, unless there is nothing to read, and a problem for all that is to be said of it."""
    if imported.text is not None or not imported.is_ready:
        yield Source(path, imported.text or "")
    for sentence in imported.problems:
        yield Problem(whole, sentence, of_notes=True)


def with_exports_named_once(problems: list[Problem]) -> list[Problem]:
    """``problems`` with one sentence about all files that this program wrote, of which there may be many."""
    written = [problem for problem in problems if problem.sentence == _WRITTEN_HERE]
    if len(written) <= 1:
        return problems
    names = [problem.file.rpartition("/")[2] for problem in written[:_MOST_NAMED]]
    more = len(written) - len(names)
    said = f"{', '.join(names)} and {more} more" if more else f"{', '.join(names[:-1])} and {names[-1]}"
    sentence = f"{said} are exports or reports that review-tui wrote, so they are not read as notes."
    others = [problem for problem in problems if problem.sentence != _WRITTEN_HERE]
    return [*others, Problem("", sentence, of_notes=True, is_notice=True)]


def _written_here(path: str) -> Problem:
    return Problem(path, _WRITTEN_HERE, of_notes=True, is_notice=True)


def _is_ignored(name: str, names: list[str]) -> bool:
    """Whether ``name`` is hidden, an office program's or a system's own, or what a saved web page shows."""
    if name.startswith((".", "~$")) or name.casefold() in _SYSTEM_FILES:
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
