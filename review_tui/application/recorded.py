"""The history as raw objects, for whoever trusts nothing in the repository: values, and ports for them.

Paths are those of the repository, from its top, with forward slashes: a history is verified with or without a
work tree, and whole books move within it.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import NamedTuple, Protocol

from review_tui.model.acts import Act
from review_tui.model.frozen import frozen
from review_tui.model.people import Reviewer


class RawChange(NamedTuple):
    """What stands otherwise at a path than in one parent: names of contents, empty where no plain file is."""

    path: str
    before: str
    after: str


@frozen
class RawCommit:
    """One commit, as its own bytes say."""

    id: str
    tree: str
    parents: tuple[str, ...]
    author: Reviewer
    committer: Reviewer
    at: dt.datetime
    """When its author says that it was written."""
    message: str
    signed: bool = False
    """Whether git's own signature is on it; nobody has looked whether it is good."""

    @property
    def subject(self) -> str:
        """The first line of its message."""
        return self.message.partition("\n")[0]


@frozen
class RawTag:
    """One tag, as its own bytes say."""

    ref: str
    """The name that it was found under, without ``refs/tags/``."""
    id: str
    """Of what the name leads to."""
    name: str = ""
    """What it calls itself; empty where the name leads to no annotated tag."""
    commit: str = ""
    """The commit that it is on; empty where it is on none."""
    tagger: Reviewer = field(default_factory=lambda: Reviewer("", ""))
    message: str = ""


@frozen
class RecordedStep:
    """A commit with what it changed against each of its parents; against nothing where it has none."""

    commit: RawCommit
    changes: tuple[tuple[RawChange, ...], ...]


class HistoryUnverifiable(Exception):  # noqa: N818 -- an answer, in a sentence
    """The history can't be read to its end, so nothing can be said of it: a sentence says why."""


class RawHistory(Protocol):
    """Reads the objects of a repository and nothing else of it: no settings, replacements or grafts."""

    prefix: str
    """The folder that alone is looked at; empty for all of the repository."""

    def tip(self) -> str:
        """The commit that is checked out, or that was asked for; empty in a repository without any."""

    def tags(self, prefix: str) -> tuple[RawTag, ...]:
        """The tags whose names begin with ``prefix``, whatever they lead to, by name."""

    def steps(self, after: str = "") -> Iterator[RecordedStep]:
        """The history of the tip, each commit after its parents; or what of it does not lead to ``after``.

        Raises ``HistoryUnverifiable``.
        """

    def files(self, commit: str, folders: Sequence[str] = ("",)) -> Mapping[str, str]:
        """The plain files at or below ``folders`` in a commit, with the names of their contents."""

    def contents(self, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """What files hold, in the order asked for, few in memory. Raises ``HistoryUnverifiable``."""

    def holds(self, commit: str) -> bool:
        """Whether this commit is in the repository, wherever."""

    def lost_since(self, commit: str) -> tuple[RawCommit, ...]:
        """The commits that led to ``commit`` and do not lead to the tip, newest first."""

    def damage(self) -> str:
        """What is wrong with the objects, in git's words; empty when every one is what its name says."""

    def programs(self) -> tuple[str, ...]:
        """A sentence for each program that the repository itself would have git run, at some time."""

    def diversions(self) -> tuple[str, ...]:
        """A sentence for each thing that makes plain git show another history here than its objects say."""


class RecordFormat(Protocol):
    """Makes values of the bytes of a book's files. What can't be understood is ``None``."""

    def act(self, raw: bytes) -> Act | None:
        """An act."""

    def texts(self, raw: bytes, *, is_whole: bool, level: int = 0) -> tuple[str, ...]:
        """The digests of the minutes in a file: one, or one for each item where it holds a whole meeting.

        ``level`` is that of the headings that begin items, where it is fixed.
        """

    def fields(self, raw: bytes) -> Mapping[str, object] | None:
        """What a ``meeting.yaml`` or ``book.yaml`` says."""
