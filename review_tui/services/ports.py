"""What the jobs need of the world, as promises. The stores keep them; tests keep them with fakes.

Every path is relative to the book, with forward slashes.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from review_tui.domain.acts import Act
from review_tui.domain.meeting import Draft, Meeting, Problem
from review_tui.domain.people import Reviewer


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file that a commit changes."""

    path: str
    new: bytes | None
    """``None`` takes the file away."""
    old: bytes | None = None
    """What the reviewer acted on; ``None`` for a file that must not exist yet."""


@dataclass(frozen=True, slots=True)
class NewTag:
    """A tag that is made together with a commit, on that commit: both or neither."""

    name: str
    """Without ``refs/tags/``: ``minutes/2022-03-16-board``. It must not be taken."""
    message: str
    upon: str = ""
    """The commit that must still be the newest, or empty for any: then nothing came in between."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One commit of the history, as a reviewer would tell of it."""

    id: str
    """The commit's full name in git."""
    by: Reviewer
    at: dt.datetime
    """When it was written, with its time zone."""
    subject: str
    reason: str
    """The body without its trailers."""
    trailers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Typing:
    """What a reviewer was typing when the program was cut short, or put aside."""

    meeting: str
    item: str
    base: str
    """Digest of the minutes that were being amended."""
    passage: int
    """Index of the passage in that text."""
    original: str
    """What it was about: the passage's words before, the words flagged, the id of the flag answered."""
    words: str
    reason: str
    at: dt.datetime
    purpose: str = "amend"
    """The act that it was for: amend, flag, object, reply or settle."""


@dataclass(frozen=True, slots=True)
class Version:
    """One committed version of a file."""

    entry: "Entry"
    content: bytes | None
    """In the form it has in the work tree; ``None`` where the commit took the file away."""
    parents: tuple[str, ...] = ()
    """The commits of the versions that it was made from: several where it puts their work together."""


@dataclass(frozen=True, slots=True)
class ReadNotes:
    """A file of source notes as text, and what is to be said about its reading."""

    text: str | None
    """What offsets count in; ``None`` when it can't be read."""
    problems: tuple[str, ...] = ()
    """Sentences: what is wrong and what to do. Where it is not read, the first says why."""
    is_ready: bool = True
    """Whether this is all; else it is still being read, and is there when one asks again."""


BEING_READ = "This is being read; its words come in a moment."
"""The problem of notes that are not ready."""


class NotesReader(Protocol):
    """Makes text of other people's documents. The same bytes always give the same text."""

    def why_not(self, name: str) -> str:
        """Why a file of this name is not read and what to do, in a sentence; empty when it is."""

    def most(self, name: str) -> int:
        """The bytes that a file of this name may have."""

    def read(self, name: str, raw: bytes) -> ReadNotes:
        """The text of a file; what can't be read is said in the answer, nothing is raised."""


class Files(Protocol):
    """The files of a minute book. Reading changes nothing on disk."""

    name: str
    """The book's own folder name."""

    def meetings(self) -> tuple[tuple[Meeting, ...], tuple[Problem, ...]]:
        """The meetings by date, and what could not be read."""

    def draft(self, meeting: str, item: str) -> Draft:
        """Everything of one item. Raises ``BookUnusable`` when the minutes can't be read at all."""

    def meeting_acts(self, meeting: str) -> tuple[tuple[Act, ...], tuple[Problem, ...]]:
        """The acts on a whole meeting, and what could not be read."""

    def policy_fields(self) -> Mapping[str, object]:
        """What ``book.yaml`` says, as plain words, lists and mappings; nothing when it can't be read."""

    def act_file(self, meeting: str, item: str, act: Act) -> FileChange:
        """The new file that keeps ``act``."""

    def fingerprint(self, meeting: str) -> object:
        """A value that differs when any file of the meeting was changed, by whomever. Cheap: no reading."""


class History(Protocol):
    """The git history that the book lives in."""

    def why_read_only(self) -> str:
        """Why nothing can be written now (no repository, a merge under way, no identity…), or empty."""

    def reviewer(self) -> Reviewer:
        """Whoever git says is working here. Raises ``Refusal`` when git knows no name or address."""

    def committed(self, path: str) -> bytes | None:
        """The file as it stands in the newest commit, in the form it has in the work tree; else ``None``."""

    def commit(self, changes: Sequence[FileChange], message: str, tag: NewTag | None = None) -> Entry:
        """Make one commit of exactly ``changes``, perhaps tagged, and bring the work tree up to it.

        Raises ``StaleDraft`` when a file is not what ``old`` says, in the newest commit or in the work tree;
        ``Refusal`` when git or a hook says no. Either way nothing was changed.
        """

    def log(self, paths: Sequence[str], limit: int | None = None) -> tuple[Entry, ...]:
        """Commits that changed any of ``paths`` (files or folders), newest first.

        Without a limit no commit comes before one that was built on it; with one, clocks may put it there.
        """

    def newest(self) -> str:
        """The newest commit; empty when there is none."""

    def changes(self, commit: str) -> tuple[FileChange, ...]:
        """What a commit changed in the book, each file with its bytes before and after.

        Raises ``Refusal`` when there is no such commit, or it merges others.
        """

    def versions(self, path: str) -> tuple[Version, ...]:
        """Every committed version of a file, newest first, merged work of others included."""

    def unrecorded(self, paths: Sequence[str], passed_over: Collection[str] = ()) -> tuple[str, ...]:
        """Files at or below ``paths`` that stand otherwise on disk than in the newest commit, by path.

        They were changed, taken away or never recorded. Folders called as in ``passed_over`` are left out.
        """

    def tags(self, prefix: str) -> tuple[tuple[str, str], ...]:
        """The annotated tags whose names begin with ``prefix``, each with the commit it stands on."""

    def text_with_digest(self, path: str, digest: str) -> str | None:
        """The committed version of ``path`` whose digest this is, or ``None``."""

    def recover(self) -> tuple[str, ...]:
        """Finish or clear away what a crash left half done; a sentence for each thing done."""

    def may_begin(self) -> bool:
        """Whether the book is in no repository at all, so that one could be made for it."""

    def begin(self) -> None:
        """Make the book's folder a repository and record everything in it. Only when a person asked for it.

        Raises ``Refusal`` when git does not know who is working, or can't.
        """

    def private_folder(self) -> Path | None:
        """A folder of the repository that git never looks at; ``None`` without a repository."""

    def close(self) -> None:
        """End whatever runs in the background; the next question starts it again."""


class TypingJournal(Protocol):
    """Keeps what is being typed safe, outside the work tree."""

    def keep(self, typing: Typing) -> None:
        """Durably remember ``typing`` in place of what was remembered for the same words and purpose."""

    def left_over(self) -> tuple[Typing, ...]:
        """What earlier sessions were cut short in, oldest first."""

    def forget(self, meeting: str, item: str, purpose: str, original: str) -> None:
        """What was typed there was used or given up."""


class Clock(Protocol):
    """The time."""

    def now(self) -> dt.datetime:
        """Now, in UTC."""
