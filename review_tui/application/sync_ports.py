"""What sending and receiving needs of the world: a hub, others' work, a place for what is unsettled."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from enum import Enum
from pathlib import Path
from typing import Protocol

from review_tui.application.ports import HistoryEntry
from review_tui.model.errors import Refusal
from review_tui.model.frozen import frozen


class HubUnreachable(Refusal):
    """The hub can't be reached just now: nothing is wrong with the book. The message says what was tried."""


class SyncCancelled(Refusal):
    """Whoever asked for it does not want it any more. Nothing was lost."""


@frozen
class Hub:
    """Where a book's work is sent to and received from."""

    name: str
    """What git calls it: ``origin``."""
    url: str
    branch: str
    """The branch there, in full: ``refs/heads/main``."""
    tracking: str
    """Where its newest commit is remembered here: ``refs/remotes/origin/main``."""
    push_url: str = ""
    """Where to send to, if that is another address."""


@frozen
class Received:
    """What another copy of the book has. All of its objects are here then."""

    tip: str
    """The newest commit of its branch; empty where it has none."""
    tags: Mapping[str, str] = field(default_factory=dict)
    """The tags of signed minutes: each name with the id of the tag's own object."""
    hub: Hub | None = None
    """Where it came from; ``None`` for a file."""
    is_rewound: bool = False
    """Whether the hub has not all that it had the last time."""


class Relation(Enum):
    """How the work here and the work of another copy stand to each other."""

    SAME = "same"
    AHEAD = "ahead"
    """Only here something is new."""
    BEHIND = "behind"
    """Only there something is new."""
    APART = "apart"
    """Both have something new."""
    UNRELATED = "unrelated"
    """They have no common beginning."""


@frozen
class ChangedByBoth:
    """One file that both sides changed, each in its own way."""

    path: str
    """From the top of the repository."""
    base: bytes | None
    """As both began from it; ``None`` where it was not there."""
    ours: bytes | None
    theirs: bytes | None
    is_plain: bool = True
    """Whether all of them are plain files, so that their contents can be put together."""


@frozen
class Divergence:
    """Two lines of work that have to be brought together."""

    ours: str
    """The newest commit of each, and those that both were built on."""
    theirs: str
    bases: tuple[str, ...]
    both: tuple[ChangedByBoth, ...]
    our_commits: tuple[HistoryEntry, ...]
    """What only one of them has, without what merely brought work together; newest first."""
    their_commits: tuple[HistoryEntry, ...]
    read_sides: Callable[[str], tuple[bytes | None, bytes | None, bytes | None]]
    """A file as both began from it, as we have it and as they have it, by its path from the top."""
    prefix: str = ""
    """The book's folder, from the top of the repository, ending in a slash; empty where that is the top."""
    is_under_way: bool = False
    """Whether plain git has begun to bring them together, and is not done."""


class Chosen(Enum):
    """How a file is settled that is brought together as a whole."""

    OURS = "ours"
    THEIRS = "theirs"


FileOutcome = bytes | None | Chosen
"""What becomes of a file that both changed: its bytes, ``None`` to take it away, or one side's as it is."""


@frozen
class Question:
    """Something that both sides changed, and that a person has to settle."""

    key: str
    """Its name: the same for the same three wordings in the same place."""
    path: str
    """The file, from the top of the repository."""
    what: str
    """What it is about, for a reader: ``item 5, Annual report``."""
    base: str
    """The wording that both began from; empty for none."""
    ours: str
    theirs: str
    meeting: str = ""
    item: str = ""
    """The ids of the meeting and the item, where it is about one."""
    is_whole: bool = False
    """Whether it is about a file as a whole, of which one side's has to be taken."""
    is_gone: tuple[bool, bool] = (False, False)
    """Of a file: whether we, or they, took it away."""


@frozen
class Answer:
    """How a question is settled."""

    choice: Chosen | None
    """Whose wording is taken; ``None`` for words of one's own."""
    words: str = ""
    reason: str = ""


@frozen
class MergedFiles:
    """What became of the files that both sides changed."""

    files: Mapping[str, FileOutcome]
    """By path from the top; without those that still wait for an answer."""
    questions: tuple[Question, ...]
    """What is not answered yet."""
    answered: tuple[tuple[Question, Answer], ...] = ()


class FileMerger(Protocol):
    """Knows what the files of a book mean, and puts two versions of them together."""

    def merge(self, divergence: Divergence, answers: Mapping[str, Answer]) -> MergedFiles:
        """The files that both sides changed, with ``answers`` by the keys of questions."""


@frozen
class Watch:
    """Somebody who waits for something slow, and may want it to end."""

    tell: Callable[[str], None] = lambda _: None
    """Told what is being done, in a few words."""
    is_cancelled: Callable[[], bool] = lambda: False


class PushOutcome(Enum):
    """What came of sending."""

    SENT = "sent"
    SOMEBODY_WAS_QUICKER = "somebody was quicker"


class Exchange(Protocol):
    """Sends and receives through git. Nothing that another's repository says is run."""

    def close(self) -> None:
        """End whatever runs in the background."""

    def hub(self) -> Hub:
        """The hub of the branch that is checked out. Raises ``Refusal`` where there is none."""

    def shown_hub(self) -> str:
        """The hub's address, fit to show. Raises ``Refusal`` where there is none."""

    def fetch(self, hub: Hub, watch: Watch) -> Received:
        """What the hub has now. Raises ``HubUnreachable``, ``SyncCancelled`` or ``Refusal``."""

    def push(self, hub: Hub, tags: Mapping[str, str], watch: Watch) -> PushOutcome:
        """Send the branch, and ``tags`` that the hub lacks. Raises as ``fetch`` does."""

    def to_send(self) -> tuple[HistoryEntry, ...]:
        """What is recorded here and not at the hub, as far as is known; nothing without a hub."""

    def relation(self, theirs: str) -> Relation:
        """How the branch here stands to a commit that is here."""

    def divergence(self, theirs: str) -> Divergence:
        """What has to be put together to bring both lines of work together."""

    def entries_between(self, since: str, until: str) -> tuple[HistoryEntry, ...]:
        """What ``until`` has and ``since`` has not, newest first, without what only joined lines of work."""

    def work_tree_file(self, path: str) -> bytes | None:
        """A file as it is on disk, by its path from the top of the repository."""

    def fast_forward(self, theirs: str) -> None:
        """Make ``theirs``, which was built on all that is here, the newest commit here."""

    def join(self, divergence: Divergence, files: Mapping[str, FileOutcome], message: str) -> HistoryEntry:
        """Record the two lines as one, with what became of each file that both had changed."""

    def tags(self) -> Mapping[str, str]:
        """The tags of signed minutes here: each name with the id of its object."""

    def take_tags(self, tags: Mapping[str, str]) -> tuple[str, ...]:
        """Have the tags that are missing here; the names of those that are others here already."""

    def rename_own_tag(self, name: str, theirs: str, new_name: str) -> str:
        """Let our own tag make way for ``theirs``, and stand as ``new_name`` on the same commit; that name.

        Empty where our tag is another person's, who alone can make it anew: then nothing is done.
        """

    def tag_time(self, tag: str) -> tuple[int, str]:
        """When the tag with this id was made, in seconds, and its id: to put tags in order."""

    def newest(self) -> str:
        """The newest commit here; empty where there is none."""

    def unfinished_merge(self) -> str:
        """The commit that plain git is bringing together with what is here; empty when it is not."""

    def keep_state(self, name: str, data: bytes | None) -> None:
        """Durably keep ``data`` with the repository, outside the history; ``None`` forgets it."""

    def kept_state(self, name: str) -> bytes | None:
        """What was kept under ``name``."""

    def pack(self, file: Path, *, is_all: bool) -> int:
        """Write what others may not have yet to one file; how many commits that is."""

    def unpack(self, file: Path) -> Received:
        """What such a file brings. Raises ``Refusal`` where it builds on what is not here."""

    def set_hub(self, url: str, *, is_new: bool) -> Hub:
        """Make ``url`` the hub of the branch that is checked out; ``is_new`` also makes it, in a folder."""

    def texts_since(
        self, path: str, since: Sequence[str], until: str
    ) -> tuple[tuple[HistoryEntry, bytes], ...]:
        """The versions of a file, by its path from the top, that ``until`` has and ``since`` have not."""
