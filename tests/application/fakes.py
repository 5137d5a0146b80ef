"""A book, a history and a clock in memory: they keep the promises of ``ports``."""

import datetime as dt
import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from review_tui.application.act_service import ActService
from review_tui.application.checking import CheckedItem
from review_tui.application.ports import (
    Author,
    FileChange,
    HistoryEntry,
    ItemText,
    MeetingMinutes,
    NewTag,
    Version,
)
from review_tui.application.reading import BookReader, ItemView
from review_tui.application.recorded import RawChange, RawCommit, RawTag, RecordedStep
from review_tui.application.review import Review
from review_tui.application.sign_off import SignOffService
from review_tui.application.verifier import SeenState, Verifier
from review_tui.model.act_registry import word_of
from review_tui.model.acts import Act
from review_tui.model.errors import NameUnknown, Refusal, StaleDraft
from review_tui.model.export_formats import ExportFormat
from review_tui.model.meeting import DraftMinutes, Item, Meeting, Problem, Source
from review_tui.model.meeting_details import Details
from review_tui.model.people import Reviewer
from review_tui.model.record_paths import locate
from review_tui.model.text import decode, digest, encode
from review_tui.model.transitions import Status

ServiceT = TypeVar("ServiceT", bound=ActService)

DAWN = Reviewer("Dawn Example", "dawn@example.org")
ALEX = Reviewer("Alex Example", "alex@example.org")
CLERK = Reviewer("Clerk Example", "clerk@example.org")
ITEM = Item(id="05-annual-report", number="5", title="Annual Report", presenter="Alex Example, Officer")
OTHER = Item(id="06-loneliness", number="6", title="Loneliness")
MEETING = Meeting(id="2022-03-16-board", body="The Board", date=dt.date(2022, 3, 16), items=(ITEM, OTHER))
PATH = f"{MEETING.id}/{ITEM.id}/minutes.md"


class StoppedClock:
    """Goes on by a minute every time it is read."""

    def __init__(self) -> None:
        self._now = dt.datetime(2022, 3, 20, 10, 15, 2, 999, tzinfo=dt.UTC)

    def now(self) -> dt.datetime:
        self._now += dt.timedelta(minutes=1)
        return self._now


@dataclass
class FakeBook:
    """Files in a dictionary, acts in another."""

    name: str = "drafts"
    texts: dict[str, str] = field(default_factory=dict)
    notes: tuple[Source, ...] = ()
    acts: dict[str, list[Act]] = field(default_factory=dict)
    """By the id of the item; those of the whole meeting under ``""``."""
    written: dict[str, Act] = field(default_factory=dict)
    """Every act there ever was, by its path."""
    policy: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    """Of ``book.yaml`` and the meetings."""
    act_problems: tuple[Problem, ...] = ()
    """Of the acts of every item."""
    locked: str = ""

    def meetings(self) -> tuple[tuple[Meeting, ...], tuple[Problem, ...]]:
        return (MEETING,), self.problems

    def problems_of(self, meeting: str) -> tuple[Problem, ...]:
        return self.problems

    def draft(self, meeting: str, item: str) -> DraftMinutes:
        path = f"{meeting}/{item}/minutes.md"
        found = next(i for i in MEETING.items if i.id == item)
        if path not in self.texts:
            raise Refusal(f"The minutes of item {found.number} are missing.")
        acts = tuple(self.acts.get(item, ()))
        problems = self.act_problems
        return DraftMinutes(meeting, found, self.texts[path], path, self.notes, acts, problems, self.locked)

    def item_texts(self, meeting: str) -> tuple[ItemText, ...]:
        return ()

    def meeting_acts(self, meeting: str) -> tuple[tuple[Act, ...], tuple[Problem, ...]]:
        return tuple(self.acts.get("", ())), ()

    def policy_fields(self) -> Mapping[str, object]:
        return self.policy

    def policy_line(self, *path: str | int) -> int | None:
        return None

    def act_file(self, meeting: str, item: str, act: Act) -> FileChange:
        folder = f"{meeting}/{item}/acts" if item else f"{meeting}/acts"
        path = f"{folder}/{act.at:%Y%m%dT%H%M%SZ}-{word_of(act)}-{act.id}.yaml"
        self.written[path] = act
        return FileChange(path, new=act.id.encode())

    def describe_meeting(self, meeting: str, said: Details) -> FileChange:
        return FileChange(f"{meeting}.review/meeting.yaml", encode(repr(dict(said))))

    def details_file(self, meeting: str) -> FileChange:
        return FileChange(f"{meeting}.review/meeting.yaml", b"body: Board\n")

    def list_key(self, who: Reviewer, key: str) -> FileChange:
        raise NotImplementedError

    def remember_of_meeting(self, meeting: str, said: Mapping[str, str]) -> None:
        raise NotImplementedError

    def place_item(self, meeting: str, item: str, now: str) -> FileChange:
        return FileChange(f"{meeting}.review/meeting.yaml", encode(f"{item} is {now}"))

    def fingerprint(self, meeting: str) -> object:
        return (dict(self.texts), {k: len(v) for k, v in self.acts.items()})

    def put(self, path: str, content: bytes | None) -> None:
        """Make the file at ``path`` hold ``content``, as git does with the work tree."""
        if path not in self.written:
            self.texts.pop(path, None)
            if content is not None:
                self.texts[path] = decode(content)
            return
        parts = path.split("/")
        acts = self.acts.setdefault("" if parts[1] == "acts" else parts[1], [])
        act = self.written[path]
        if act in acts:
            acts.remove(act)
        if content is not None:
            acts.append(act)


@dataclass
class FakeCache:
    """Answers in a dictionary."""

    kept: dict[str, object] = field(default_factory=dict)
    worked_out: list[str] = field(default_factory=list)
    """What had to be worked out, and so was put in."""

    def get(self, key: str) -> object:
        return self.kept.get(key)

    def put(self, key: str, value: object) -> None:
        self.worked_out.append(key)
        self.kept[key] = value


@dataclass
class FakeHistory:
    """Commits in a list; the newest version of each file in a dictionary."""

    book: FakeBook
    who: Reviewer = DAWN
    read_only: str = ""
    tip: dict[str, bytes] = field(default_factory=dict)
    commits: list[tuple[tuple[FileChange, ...], str]] = field(default_factory=list)
    """What was committed, with its message; but for the drafts that came first."""
    entries: list[tuple[HistoryEntry, tuple[FileChange, ...]]] = field(default_factory=list)
    """All that was ever committed, oldest first."""
    tagged: list[tuple[NewTag, str]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    """What was looked up that only git can answer."""
    loose: tuple[str, ...] = ()
    """Files that somebody changed by other means."""

    def why_read_only(self) -> str:
        return self.read_only

    def reviewer(self) -> Reviewer:
        if not self.who.name:
            raise NameUnknown("git does not know your name.")
        return self.who

    def name_reviewer(self, who: Reviewer, *, is_for_all: bool) -> None:
        self.who = who

    def committed(self, path: str) -> bytes | None:
        return self.tip.get(path)

    def newest(self) -> str:
        return f"{len(self.commits):040x}" if self.commits else ""

    def commit(
        self,
        changes: Sequence[FileChange],
        message: str,
        tag: NewTag | None = None,
        author: Author | None = None,
    ) -> HistoryEntry:
        if self.read_only:
            raise Refusal(self.read_only)
        for change in changes:
            self._refuse_stale(change)
        if tag and tag.upon not in {"", self.newest()}:
            raise Refusal("Something was recorded since.")
        if tag and tag.name in {known.name for known, _ in self.tagged}:
            raise Refusal(f"There is a tag {tag.name} already.")
        for change in changes:
            self.tip.pop(change.path, None)
            if change.new is not None:
                self.tip[change.path] = change.new
            self.book.put(change.path, change.new)
        changed = tuple(c for c in changes if c.new != c.old)
        self.commits.append((tuple(changes), message))
        return self.keep(changed, message, tag, author)

    def _refuse_stale(self, change: FileChange) -> None:
        found = [self.tip.get(change.path)]
        if change.path in self.book.texts:
            found.append(encode(self.book.texts[change.path]))
        for now in found:
            is_outside_edit = now is not found[0] and now == change.new
            if now != change.old and not is_outside_edit and not (change.old is None and now == change.new):
                raise StaleDraft("Moved on.", path=change.path, expected=change.old, found=now)

    def keep(
        self,
        changes: tuple[FileChange, ...],
        message: str,
        tag: NewTag | None = None,
        author: Author | None = None,
    ) -> HistoryEntry:
        """Take ``changes`` into the history as they are."""
        number = len(self.entries) + 1
        when = dt.datetime(2022, 3, 20, 12, 0, tzinfo=dt.UTC) + dt.timedelta(minutes=number)
        subject, *paragraphs = message.rstrip("\n").split("\n\n")
        lines = [line.split(": ", 1) for line in (paragraphs or [""])[-1].splitlines()]
        trailers = tuple((line[0], line[1]) for line in lines if len(line) > 1)
        body = "\n\n".join(paragraphs[:-1])
        entry = HistoryEntry(
            f"{number:040x}",
            author.who if author else self.who,
            author.at if author else when,
            subject,
            body,
            trailers,
        )
        self.entries.append((entry, changes))
        if tag:
            self.tagged.append((tag, entry.id))
        return entry

    def log(self, paths: Sequence[str], limit: int | None = None) -> tuple[HistoryEntry, ...]:
        self.asked.append("log")
        found = [
            entry
            for entry, changes in self.entries
            if any(_is_below(change.path, path) for change in changes for path in paths)
        ]
        return tuple(found[::-1][:limit])

    def changes(self, commit: str) -> tuple[FileChange, ...]:
        for entry, changes in self.entries:
            if entry.id == commit:
                return changes
        raise Refusal(f"There is no commit {commit}.")

    def versions(self, path: str) -> tuple[Version, ...]:
        self.asked.append("versions")
        found = [(e, c.new) for e, changes in self.entries for c in changes if c.path == path]
        before = [(), *((entry.id,) for entry, _ in found)]
        return tuple(Version(*told, made) for told, made in zip(found, before, strict=False))[::-1]

    def locate(self, path: str) -> tuple[str, str]:
        return locate(path)

    def unrecorded(self, paths: Sequence[str], passed_over: Collection[str] = ()) -> tuple[str, ...]:
        assert "notes" in passed_over
        return tuple(each for each in self.loose if any(_is_below(each, path) for path in paths))

    def tags(self, prefix: str) -> tuple[tuple[str, str], ...]:
        return tuple((tag.name, commit) for tag, commit in self.tagged if tag.name.startswith(prefix))

    def text_with_digest(self, path: str, digest_: str) -> str | None:
        texts = (decode(v.content) for v in self.versions(path) if v.content is not None)
        return next((text for text in texts if digest(text) == digest_), None)

    def recover(self) -> tuple[str, ...]:
        return ()

    def may_begin(self) -> bool:
        return False

    def begin(self, who: Reviewer | None = None) -> None:
        raise Refusal("There is a repository already.")

    def private_folder(self) -> Path | None:
        return None

    def close(self) -> None:
        return None


@dataclass
class FakeRecord:
    """The raw objects of a ``FakeHistory``."""

    history: FakeHistory
    prefix: str = ""

    def tip(self) -> str:
        entries = self.history.entries
        return entries[-1][0].id if entries else ""

    def tags(self, prefix: str) -> tuple[RawTag, ...]:
        makers = {entry.id: entry.by for entry, _ in self.history.entries}
        return tuple(
            RawTag(tag.name, f"tag {tag.name}", tag.name, commit, makers[commit], tag.message)
            for tag, commit in self.history.tagged
            if tag.name.startswith(prefix)
        )

    def steps(self, after: str = "") -> Iterator[RecordedStep]:
        status: dict[str, str] = {}
        before: tuple[str, ...] = ()
        for entry, changes in self.history.entries:
            changed = []
            for change in changes:
                was = status.pop(change.path, "")
                if change.new is not None:
                    status[change.path] = change.new.decode("utf-8", "surrogateescape")
                changed.append(RawChange(change.path, was, status.get(change.path, "")))
            if after:
                before, after = (entry.id,), "" if entry.id == after else after
                continue
            trailers = "\n".join(f"{key}: {value}" for key, value in entry.trailers)
            message = f"{entry.subject}\n\n{entry.reason}\n\n{trailers}"
            yield RecordedStep(
                RawCommit(entry.id, "", before, entry.by, entry.by, entry.at, message), (tuple(changed),)
            )
            before = (entry.id,)

    def files(self, commit: str, folders: Sequence[str] = ("",)) -> dict[str, str]:
        status: dict[str, str] = {}
        for entry, changes in self.history.entries:
            for change in changes:
                status.pop(change.path, None)
                if change.new is not None:
                    status[change.path] = change.new.decode("utf-8", "surrogateescape")
            if entry.id == commit:
                break
        for place in [path.partition("/acts/")[0] for path in status if "/acts/" in path]:
            # What the acts are about is there, though no commit of a test brought it.
            status.setdefault(f"{place}/minutes.md", "")
            status.setdefault(f"{place.partition('/')[0]}/meeting.yaml", "")
        return {p: b for p, b in status.items() if any(_is_below(p, folder) for folder in folders)}

    def contents(self, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        return ((name, name.encode("utf-8", "surrogateescape")) for name in names)

    def holds(self, commit: str) -> bool:
        return any(entry.id == commit for entry, _ in self.history.entries)

    def lost_since(self, commit: str) -> tuple[RawCommit, ...]:
        return ()

    def damage(self) -> str:
        return ""

    def diversions(self) -> tuple[str, ...]:
        return ()

    def programs(self) -> tuple[str, ...]:
        return ()


@dataclass
class FakeFormat:
    """Acts are their ids, as ``FakeBook`` writes them."""

    book: FakeBook

    def act(self, raw: bytes) -> Act | None:
        return next((act for act in self.book.written.values() if act.id.encode() == raw), None)

    def texts(self, raw: bytes, *, is_whole: bool, level: int = 0) -> tuple[str, ...]:
        return (digest(decode(raw)),)

    def fields(self, raw: bytes) -> Mapping[str, object]:
        return {}


class FakeSeen:
    """Never saw anything."""

    def load(self) -> None:
        return None

    def save(self, seen: SeenState) -> None:
        return None


@dataclass
class FakeExporters:
    """Keeps what it was given to write."""

    given: list[MeetingMinutes] = field(default_factory=list)
    shows_changes: bool = False

    def formats(self) -> Mapping[str, ExportFormat]:
        return {
            "words": ExportFormat("words", "nowhere.at_all", is_text=True, shows_changes=self.shows_changes)
        }

    def write(self, to: str, minutes: MeetingMinutes) -> bytes:
        self.given.append(minutes)
        return f"{to}: {minutes.body}".encode()


def _is_below(path: str, folder: str) -> bool:
    return not folder or path == folder or path.startswith(f"{folder}/")


def with_text(book: FakeBook, history: FakeHistory, text: str, item: Item = ITEM) -> None:
    """Put recorded minutes in the book: the clerk's, before anybody reviewed them."""
    path = f"{MEETING.id}/{item.id}/minutes.md"
    book.texts[path] = text
    history.tip[path] = encode(text)
    who, history.who = history.who, CLERK
    history.keep((FileChange(path, new=encode(text)),), "Draft minutes\n")
    history.who = who


TEXT = "The report covers 2020-21.\n\nResolved:- That the report for 2020-22 be noted.\n"


@dataclass
class Table:
    """Everything a service test needs."""

    book: FakeBook
    history: FakeHistory
    reading: BookReader
    review: Review
    looked: dict[str, CheckedItem] = field(default_factory=dict)
    """What the checks say of items, by their ids; nothing of those that are not here."""

    @property
    def item(self) -> ItemView:
        """Item 5 as it stands now."""
        return self.reading.item(MEETING, ITEM)

    def another(self, service: type[ServiceT]) -> ServiceT:
        """Another service of the same desk: one book, one clock, one row of ids."""
        return service(self.book, self.history, self.reading, self.review._clock, self.review._new_id)

    @property
    def sign_off(self) -> SignOffService:
        """The service that signs off, whose checks say what ``looked`` holds."""
        common = (self.book, self.history, self.reading, self.review._clock, self.review._new_id)
        return SignOffService(*common, self.look_over, self.verifier)

    @property
    def verifier(self) -> Verifier:
        """What verifies the history."""
        record = FakeRecord(self.history)
        return Verifier(lambda: nullcontext(record), FakeFormat(self.book), FakeSeen())

    def look_over(
        self, views: Sequence[ItemView], meetings: Sequence[Meeting] | None = None
    ) -> Mapping[str, CheckedItem]:
        """What the checks say of items, but for what was dismissed."""
        return {view.item.id: self._looked_over(view) for view in views}

    def _looked_over(self, view: ItemView) -> CheckedItem:
        said = self.looked.get(view.item.id, CheckedItem())
        left = tuple(f for f in said.findings if f.fingerprint not in view.state.dismissed)
        return replace(said, findings=left)

    def stands(self, status: Status) -> bool:
        """Whether item 5 has this standing now."""
        return self.item.state.status is status


def lay_table() -> Table:
    """A table with two recorded drafts on it, and Dawn at it."""
    book = FakeBook()
    history = FakeHistory(book)
    with_text(book, history, TEXT)
    with_text(book, history, "Loneliness was discussed.\n", OTHER)
    reading = BookReader(book, history)
    ids = (f"{n:08x}" for n in itertools.count(1))
    return Table(book, history, reading, Review(book, history, reading, StoppedClock(), lambda: next(ids)))
