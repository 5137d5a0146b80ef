"""What the jobs need of the world, as promises. The stores keep them; tests keep them with fakes.

Every path is relative to the book, with forward slashes.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from review_tui.model.acts import Act
from review_tui.model.export_formats import ExportFormat
from review_tui.model.frozen import frozen
from review_tui.model.meeting import NO_BASE, DraftMinutes, Item, Meeting, Problem, TextBase
from review_tui.model.meeting_details import Details
from review_tui.model.people import Attendee, Reviewer
from review_tui.model.text import Span

if TYPE_CHECKING:
    from review_tui.anchoring.tracked_text import TrackedPiece  # which the first paint does not wait for


@frozen
class FileChange:
    """One file that a commit changes."""

    path: str
    new: bytes | None
    """``None`` takes the file away."""
    old: bytes | None = None
    """What the reviewer acted on; ``None`` for a file that must not exist yet."""
    on_disk: "OnDisk | None" = None
    """Set where the file on disk holds somebody's unrecorded edits beside, which stay there unrecorded."""


@frozen
class OnDisk:
    """A file of the work tree that differs from the history by more than the change."""

    old: bytes
    """What it holds."""
    new: bytes
    """What it is to hold: the same with the change."""


@frozen
class NewTag:
    """A tag that is made together with a commit, on that commit: both or neither."""

    name: str
    """Without ``refs/tags/``: ``minutes/2022-03-16-board``. It must not be taken."""
    message: str
    upon: str = ""
    """The commit that must still be the newest, or empty for any: then nothing came in between."""


@frozen
class Author:
    """Somebody whose words or deed another records for them: out of a document that they sent, say."""

    who: Reviewer
    at: dt.datetime
    """When they wrote it, with its time zone."""


@frozen
class HistoryEntry:
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


@frozen
class TypedText:
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


@frozen
class Version:
    """One committed version of a file."""

    entry: "HistoryEntry"
    content: bytes | None
    """In the form it has in the work tree; ``None`` where the commit took the file away."""
    parents: tuple[str, ...] = ()
    """The commits of the versions that it was made from: several where it puts their work together."""
    line: int = 0
    """Lines that stood before it in a file that holds other items too."""


@frozen
class StoredVersion:
    """One committed version of a file that is not read yet."""

    entry: "HistoryEntry"
    blob: str | None
    """A name for what it holds, the same for the same bytes; ``None`` where the commit took the file away."""
    path: str
    """What the file was called then, from the top of the repository."""
    parents: tuple[str, ...] = ()
    """As those of a ``Version``."""


@frozen
class FollowedFile:
    """All that the history tells of a file, under its earlier names too."""

    versions: tuple[StoredVersion, ...] = ()
    """Newest first."""
    beside: tuple[HistoryEntry, ...] = ()
    """Commits that touched what was to be looked for beside it, newest first."""
    order: Mapping[str, int] = field(default_factory=dict)
    """The place of each of these commits in the history, newest first."""


@frozen
class ItemText:
    """The minutes of one item, and nothing else of it."""

    item: Item
    text: str
    base: TextBase = NO_BASE
    """What stands before it in its file."""


@frozen
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


@frozen
class ExportedChange:
    """One amendment, as a reader of an exported file is told of it."""

    author: str
    at: dt.datetime | None
    """``None`` for what is not recorded yet."""
    reason: str
    """In words; empty where none was given."""


@frozen
class Remark:
    """What somebody said in the margin."""

    author: str
    at: dt.datetime
    words: str


@frozen
class ExportedFlag:
    """A flag and all that was said about it."""

    span: Span | None
    """Its words in the item's text; ``None`` where there is no one place for it."""
    remarks: tuple[Remark, ...]
    """The flag itself first, then its replies and what became of it."""
    is_settled: bool = False


@frozen
class ExportedItem:
    """One item of minutes that are exported."""

    heading: str
    """Its number and title: ``5. Loneliness``."""
    text: str
    """Its minutes as they stand in their file, with lines ending in LF and none blank at either end."""
    corrections: tuple[str, ...] = ()
    """Sentences: what later meetings put right in it since it was signed."""
    tracked: "tuple[TrackedPiece, ...]" = ()
    """The text with what came and went since it was first drafted; empty where no changes are shown."""
    changes: Mapping[int, ExportedChange] = field(default_factory=dict)
    """By the numbers in ``tracked``."""
    flags: tuple[ExportedFlag, ...] = ()
    id: str = ""
    """The item's id, and the digest of the minutes that the text was taken from: a document carries both."""
    digest: str = ""


@frozen
class MeetingMinutes:
    """All that an exported file says, in order, in words that are ready to be set."""

    body: str
    held: tuple[str, ...]
    """Lines: the day and time, the venue."""
    standing: str
    """A sentence: whether these are a draft or the signed minutes."""
    attendance: tuple[tuple[str, tuple[Attendee, ...]], ...]
    """Each list of people that is not empty, with what it is called."""
    items: tuple[ExportedItem, ...]
    is_draft: bool = True
    """Whether they are not, or not exactly, what was signed off."""
    certificate: tuple[str, ...] = ()
    """Sentences: who approved which text, and when. Empty where that is not told."""
    meeting: str = ""
    """The meeting's id."""
    date: str = ""
    """Its day, as ISO 8601 writes it; empty where it has none."""


class Exporters(Protocol):
    """Writes minutes in formats that others read. The same minutes always give the same bytes."""

    def formats(self) -> Mapping[str, ExportFormat]:
        """Every format, by the word that ``--to`` takes."""

    def write(self, to: str, minutes: MeetingMinutes) -> bytes:
        """The file that holds ``minutes`` in the format ``to``, one of ``formats()``."""


class Files(Protocol):
    """The files of a minute book. Reading changes nothing on disk."""

    name: str
    """The book's own folder name."""

    def meetings(self) -> tuple[tuple[Meeting, ...], tuple[Problem, ...]]:
        """The meetings by date, and what could not be read."""

    def problems_of(self, meeting: str) -> tuple[Problem, ...]:
        """What is wrong with ``book.yaml`` and with the ``meeting.yaml`` of one meeting. No other is read."""

    def draft(self, meeting: str, item: str) -> DraftMinutes:
        """Everything of one item. Raises ``UnusableBook`` when the minutes can't be read at all."""

    def item_texts(self, meeting: str) -> tuple[ItemText, ...]:
        """The minutes of every item of a meeting that can be read, in order."""

    def meeting_acts(self, meeting: str) -> tuple[tuple[Act, ...], tuple[Problem, ...]]:
        """The acts on a whole meeting, and what could not be read."""

    def policy_fields(self) -> Mapping[str, object]:
        """What ``book.yaml`` says, as plain words, lists and mappings; nothing when it can't be read."""

    def policy_line(self, *path: str | int) -> int | None:
        """The line of ``book.yaml`` on which the value stands that these keys and positions lead to."""

    def act_file(self, meeting: str, item: str, act: Act) -> FileChange:
        """The new file that keeps ``act``."""

    def place_item(self, meeting: str, item: str, now: str) -> FileChange:
        """The change by which the acts of ``item``, which lost its place in a file, belong to ``now``.

        Raises ``Refusal`` where it did not, or where ``now`` has acts of its own.
        """

    def describe_meeting(self, meeting: str, said: Details) -> FileChange:
        """The change of the file beside the minutes by which this is said of a meeting.

        Raises ``Refusal`` where it can't be kept.
        """

    def details_file(self, meeting: str) -> FileChange:
        """The file beside the minutes as it lies there, to be recorded so. Raises ``Refusal``."""

    def list_key(self, who: Reviewer, key: str) -> FileChange:
        """The change by which ``book.yaml`` lists a public key for a reviewer, whom it then lists too.

        Raises ``Refusal`` where it can't be put there.
        """

    def remember_of_meeting(self, meeting: str, said: Mapping[str, str]) -> None:
        """The same for this session only; it is kept with the first act."""

    def fingerprint(self, meeting: str) -> object:
        """A value that differs when any file of the meeting was changed, by whomever. Cheap: no reading."""


class History(Protocol):
    """The git history that the book lives in."""

    def why_read_only(self) -> str:
        """Why nothing can be written now (no repository, a merge under way, no identity…), or empty."""

    def reviewer(self) -> Reviewer:
        """Whoever git says is working here. Raises ``NameUnknown`` when git knows no name or address."""

    def name_reviewer(self, who: Reviewer, *, is_for_all: bool) -> None:
        """Have git know who is working here: in this book's repository, or in all of this user's.

        Raises ``Refusal`` for a name or an address that can't be used, or when git can't keep them.
        """

    def committed(self, path: str) -> bytes | None:
        """The file as it stands in the newest commit, in the form it has in the work tree; else ``None``."""

    def commit(
        self,
        changes: Sequence[FileChange],
        message: str,
        tag: NewTag | None = None,
        author: Author | None = None,
    ) -> HistoryEntry:
        """Make one commit of exactly ``changes``, perhaps tagged, and bring the work tree up to it.

        It is that of ``author``, else of whoever works here, who is its committer in any case.

        Raises ``StaleDraft`` when a file is not what ``old`` says, in the newest commit or in the work tree;
        ``Refusal`` when git or a hook says no. Either way nothing was changed.
        """

    def log(self, paths: Sequence[str], limit: int | None = None) -> tuple[HistoryEntry, ...]:
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

    def locate(self, path: str) -> tuple[str, str]:
        """The ids of the meeting and of the item that a file belongs to; empty where it belongs to none.

        ``path`` is one from the top of the repository.
        """

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

    def begin(self, who: Reviewer | None = None) -> None:
        """Make the book's folder a repository and record everything in it. Only when a person asked for it.

        ``who`` is kept as the one who works here; without, git has to know.

        Raises ``Refusal`` when git does not know who is working, or can't.
        """

    def private_folder(self) -> Path | None:
        """A folder of the repository that git never looks at; ``None`` without a repository."""

    def close(self) -> None:
        """End whatever runs in the background; the next question starts it again."""


class TypingJournal(Protocol):
    """Keeps what is being typed safe, outside the work tree."""

    def keep(self, typing: TypedText) -> None:
        """Durably remember ``typing`` in place of what was remembered for the same words and purpose."""

    def left_over(self) -> tuple[TypedText, ...]:
        """What earlier sessions were cut short in, oldest first."""

    def forget(self, meeting: str, item: str, purpose: str, original: str) -> None:
        """What was typed there was used or given up."""


class Cache(Protocol):
    """Keeps what was worked out. It may forget anything at any time, but never gives a wrong answer."""

    def get(self, key: str) -> object:
        """The value kept under ``key`` by this version of the program, or ``None``."""

    def put(self, key: str, value: object) -> None:
        """Keep ``value``, made of what JSON knows: words, numbers, lists and mappings by words."""


class NoCache:
    """Keeps nothing. It keeps the promises of ``Cache`` all the same."""

    def get(self, _: str) -> object:
        """Nothing."""
        return None

    def put(self, _: str, __: object) -> None:
        """Forget it at once."""


class Preferences(Protocol):
    """How a person likes the screen, kept beside their other settings and never with a book."""

    def theme(self) -> str:
        """The name of the theme that was chosen, or empty."""

    def keep_theme(self, name: str) -> None:
        """Keep it for the next time; never raises."""


class Clock(Protocol):
    """The time."""

    def now(self) -> dt.datetime:
        """Now, in UTC."""
