"""Which files of a folder are minutes, each of a whole meeting, and what the meetings are called."""

import contextlib
import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import count

from review_tui.adapters.book.book_paths import MARKDOWN, MEETING, NOTES, READ_BYTES, REVIEW
from review_tui.adapters.book.safe_open import OpenFolder, UnreadableFile, open_parts
from review_tui.language.file_sections import slug
from review_tui.language.minutes_head import date_in_path, says_its_date, without_dates
from review_tui.model.frozen import frozen
from review_tui.model.note_formats import is_spoken, note_format_of
from review_tui.model.record_paths import path_pattern
from review_tui.model.text import decode

_ITEM_MINUTES = re.compile(r"(?:\A|/)\d{4}-\d\d-\d\d-[^/]+/\d{1,3}-[^/]+/minutes\.md\Z")
"""The path of one item's minutes in a book of folders: "2022-03-16-board/05-report/minutes.md"."""
_COMPANION = re.compile(
    r"[-_. ](?:notes|transcript|transcription|chat|captions|slides|raw|recording|clerk|jottings)\Z",
    re.IGNORECASE,
)
"""How the stem of a file ends that was written beside minutes, and is none itself."""
_MAY_BE_NOTES = re.compile(
    r"notes?|clerk|jott|scribbl|transcript|captions|chat|recording|notebook|pad\b|agenda", re.IGNORECASE
)
"""What the name of a file has that may be notes."""
_MOST_POSSIBLE = 4
"""Files beside minutes: of more, somebody knows which are their notes."""
_MAX_DEPTH = 6
"""Folders within one another that are looked into."""
_MAX_FILES = 5_000
"""Files that are looked at to see whether they are minutes."""
_HEAD_BYTES = 3_000
"""Bytes in which minutes that have no date in their name say that they are some."""
_MINUTES_WORDS = re.compile(
    r"\b(?:minutes|meeting|present|attend(?:ees|ing|ance)|apologies|agenda)\b", re.IGNORECASE
)
_GENERIC = frozenset({"readme", "index", "minutes", "meeting"})
"""Names that a file of minutes has where its folder says which meeting it is of."""
_NOT_LOOKED_INTO = frozenset({NOTES, "node_modules"})


@frozen
class MinutesFile:
    """A file that holds the minutes of a whole meeting."""

    path: str
    """Relative to the book, with forward slashes."""

    @property
    def folder(self) -> str:
        """The folder that it lies in, relative to the book; empty for the book itself."""
        return self.path.rpartition("/")[0]

    @property
    def name(self) -> str:
        """Its name in that folder."""
        return self.path.rpartition("/")[2]

    @property
    def stem(self) -> str:
        """Its name without the end."""
        return self.name.rpartition(".")[0] or self.name

    @property
    def review(self) -> str:
        """The folder that keeps its review, relative to the book."""
        return f"{self.folder}/{self.review_name}" if self.folder else self.review_name

    @property
    def review_name(self) -> str:
        """That folder's name."""
        return f"{self.stem}{REVIEW}"


def is_markdown(name: str) -> bool:
    """Whether a file of this name may hold minutes."""
    return name.lower().endswith(MARKDOWN) and not name.startswith(".")


def find_minutes(book: OpenFolder, around: str, patterns: Sequence[str] = ()) -> list[MinutesFile]:
    """The files of a folder that are minutes, by path: those of ``patterns``, else those that look it.

    ``around`` is the path of the folder itself, whose name may be part of the dates of what lies in it.
    """
    wanted = [path_pattern(pattern) for pattern in patterns]
    found = []
    for looked, (folder, path) in enumerate(_markdown_files(book, "", _MAX_DEPTH, is_asked=bool(wanted))):
        if looked >= _MAX_FILES:
            break
        if wanted:
            is_one = any(pattern.fullmatch(path) for pattern in wanted)
        else:
            is_one = _looks_like_minutes(folder, MinutesFile(path), around)
        if is_one:
            found.append(MinutesFile(path))
    return found


def _markdown_files(
    folder: OpenFolder, path: str, depth: int, *, is_asked: bool
) -> Iterator[tuple[OpenFolder, str]]:
    """The Markdown files in ``folder``, which is at ``path``, each with the folder it lies in, open."""
    try:
        names = folder.names()
    except UnreadableFile:
        return
    if MEETING in names:
        return  # a meeting whose items have files of their own
    known = set(names)
    names = [name for name in names if _is_looked_at(name)]
    before = f"{path}/" if path else ""
    for name in names:
        if is_markdown(name) and (is_asked or not _is_companion(name, known)) and folder.file_stat(name):
            yield folder, f"{before}{name}"
    for name in names if depth else ():
        with contextlib.suppress(UnreadableFile):
            if not is_markdown(name) and folder.has_folder(name):
                with folder.open_folder(name) as opened:
                    yield from _markdown_files(opened, f"{before}{name}", depth - 1, is_asked=is_asked)


def _is_looked_at(name: str) -> bool:
    hidden = name.startswith(".") or name.endswith(REVIEW)
    return not hidden and name.casefold() not in _NOT_LOOKED_INTO


def _is_companion(name: str, names: Collection[str]) -> bool:
    """Whether a file was written beside the minutes of the same name: "2024-05-01-notes.md"."""
    stem = name.rpartition(".")[0]
    match = _COMPANION.search(stem)
    return match is not None and any(f"{stem[: match.start()]}{end}" in names for end in MARKDOWN)


def _looks_like_minutes(folder: OpenFolder, file: MinutesFile, around: str) -> bool:
    """Whether a file has a date in its path, or in its head beside the words of minutes."""
    if _ITEM_MINUTES.search(file.path):
        return False  # of a meeting in folders that lost its meeting.yaml: its items are no meetings
    if folder.has_folder(file.review_name) or date_in_path(f"{around}/{file.path}"):
        return True
    try:
        head = decode(folder.read(file.name, READ_BYTES)[:_HEAD_BYTES])
    except UnreadableFile:
        return False
    return _MINUTES_WORDS.search(head) is not None and says_its_date(head)


def reviews_without_file(book: OpenFolder, folders: Collection[str]) -> Iterator[str]:
    """The paths of reviews in ``folders`` whose minutes have another name now, or are gone."""
    for path in sorted(folders):
        with contextlib.suppress(UnreadableFile), open_parts(book, path) as folder:
            names = folder.names()
            stems = {name.rpartition(".")[0] for name in names if is_markdown(name)}
            for name in names:
                if (
                    name.endswith(REVIEW)
                    and name.removesuffix(REVIEW) not in stems
                    and folder.has_folder(name)
                ):
                    yield f"{path}/{name}" if path else name


def meeting_ids(files: Sequence[MinutesFile], around: str, taken: Collection[str]) -> dict[str, str]:
    """What each file's meeting is called where nothing says so, by its path: with its date, unlike others.

    ``taken`` are the names of the book's other meetings.
    """
    found: dict[str, str] = {}
    used = set(taken)
    for file in files:
        whole = f"{around}/{file.path}"
        for length in (1, 2, 3):
            name = _name_of(whole, length)
            if name and name not in used:
                break
        else:
            name = next(
                n for n in (f"{_name_of(whole, 1) or 'meeting'}-{k}" for k in count(2)) if n not in used
            )
        used.add(name)
        found[file.path] = name
    return found


def _name_of(path: str, length: int) -> str:
    """A name from the last ``length`` parts that say anything: "2021/CG-05-25.md" is "2021-05-25-cg"."""
    parts = path.rpartition(".")[0].split("/")
    date = date_in_path(path)
    while len(parts) > 1 and parts[-1].casefold() in _GENERIC:
        parts.pop()
    words = "-".join(parts[-length:])
    name = slug(words)
    if date is None or date_in_path(f"{words}.md") == date:
        return name if date is None or date.isoformat() in name else _with_date(words, date)
    return _with_date(words, date)


def _with_date(words: str, date: dt.date) -> str:
    rest = slug(without_dates(words))
    return f"{date.isoformat()}-{rest}" if rest else date.isoformat()


@frozen
class Companion:
    """A file that lies beside minutes and may be notes of the same meeting."""

    name: str
    says_so: bool
    """Whether its name says that it is notes or a recording; else it only shares that of the minutes."""


def companions(folder: OpenFolder, file: MinutesFile) -> list[Companion]:
    """The files in the same folder that were written beside these minutes, by name.

    They have its stem, or are recordings and notes of the same date.
    """
    names = folder.names()
    date = date_in_path(file.name)
    found = []
    for name in names:
        stem = name.rpartition(".")[0]
        if name == file.name or name.startswith(".") or note_format_of(name) is None:
            continue
        is_noted = _COMPANION.search(stem) is not None
        if stem == file.stem:
            is_one = not is_markdown(name)
        elif stem.startswith(file.stem) and stem[len(file.stem)] in "-_. ":
            # Data of programs is seldom notes: "2024-05-01-core.json".
            is_one = is_noted or not (is_markdown(name) or name.lower().endswith(".json"))
        else:
            same_day = date is not None and date_in_path(name) == date
            is_one = same_day and (is_noted or (is_spoken(name) and not name.lower().endswith(".json")))
        if is_one:
            found.append(Companion(name, is_noted or is_spoken(name)))
    return found


def possible_notes(folder: OpenFolder, file: MinutesFile) -> list[str]:
    """The files that may be notes of minutes that lie alone with a few others, though nothing says so."""
    names = [n for n in folder.names() if n != file.name and not n.startswith(".") and note_format_of(n)]
    if len(names) > _MOST_POSSIBLE:
        return []
    return [
        n for n in names
        if _MAY_BE_NOTES.search(n) or not (is_markdown(n) or n.lower().endswith((".json", ".html")))
    ]  # fmt: skip
