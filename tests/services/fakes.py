"""A book, a history and a clock in memory: they keep the promises of ``services.ports``."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from review_tui.domain.act_fields import act_word
from review_tui.domain.acts import Act
from review_tui.domain.meeting import Draft, Item, Meeting, Problem, Source
from review_tui.domain.people import Reviewer
from review_tui.domain.refusals import Refusal, StaleDraft
from review_tui.domain.standing import Standing
from review_tui.domain.text import decode, digest, encode
from review_tui.services.acting import Acting
from review_tui.services.ports import Entry, FileChange, NewTag, Version
from review_tui.services.reading import ItemView, Reading
from review_tui.services.review import Review

ServiceT = TypeVar("ServiceT", bound=Acting)

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

    def draft(self, meeting: str, item: str) -> Draft:
        path = f"{meeting}/{item}/minutes.md"
        found = next(i for i in MEETING.items if i.id == item)
        if path not in self.texts:
            raise Refusal(f"The minutes of item {found.number} are missing.")
        acts = tuple(self.acts.get(item, ()))
        problems = self.act_problems
        return Draft(meeting, found, self.texts[path], path, self.notes, acts, problems, self.locked)

    def meeting_acts(self, meeting: str) -> tuple[tuple[Act, ...], tuple[Problem, ...]]:
        return tuple(self.acts.get("", ())), ()

    def policy_fields(self) -> Mapping[str, object]:
        return self.policy

    def act_file(self, meeting: str, item: str, act: Act) -> FileChange:
        folder = f"{meeting}/{item}/acts" if item else f"{meeting}/acts"
        path = f"{folder}/{act.at:%Y%m%dT%H%M%SZ}-{act_word(act)}-{act.id}.yaml"
        self.written[path] = act
        return FileChange(path, new=act.id.encode())

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
class FakeHistory:
    """Commits in a list; the newest version of each file in a dictionary."""

    book: FakeBook
    who: Reviewer = DAWN
    read_only: str = ""
    tip: dict[str, bytes] = field(default_factory=dict)
    commits: list[tuple[tuple[FileChange, ...], str]] = field(default_factory=list)
    """What was committed, with its message; but for the drafts that came first."""
    entries: list[tuple[Entry, tuple[FileChange, ...]]] = field(default_factory=list)
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
            raise Refusal("git does not know your name.")
        return self.who

    def committed(self, path: str) -> bytes | None:
        return self.tip.get(path)

    def newest(self) -> str:
        return f"{len(self.commits):040x}" if self.commits else ""

    def commit(self, changes: Sequence[FileChange], message: str, tag: NewTag | None = None) -> Entry:
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
        return self.keep(changed, message, tag)

    def _refuse_stale(self, change: FileChange) -> None:
        found = [self.tip.get(change.path)]
        if change.path in self.book.texts:
            found.append(encode(self.book.texts[change.path]))
        for now in found:
            is_outside_edit = now is not found[0] and now == change.new
            if now != change.old and not is_outside_edit and not (change.old is None and now == change.new):
                raise StaleDraft("Moved on.", path=change.path, expected=change.old, found=now)

    def keep(self, changes: tuple[FileChange, ...], message: str, tag: NewTag | None = None) -> Entry:
        """Take ``changes`` into the history as they are."""
        number = len(self.entries) + 1
        when = dt.datetime(2022, 3, 20, 12, 0, tzinfo=dt.UTC) + dt.timedelta(minutes=number)
        subject, *paragraphs = message.rstrip("\n").split("\n\n")
        lines = [line.split(": ", 1) for line in (paragraphs or [""])[-1].splitlines()]
        trailers = tuple((line[0], line[1]) for line in lines if len(line) > 1)
        body = "\n\n".join(paragraphs[:-1])
        entry = Entry(f"{number:040x}", self.who, when, subject, body, trailers)
        self.entries.append((entry, changes))
        if tag:
            self.tagged.append((tag, entry.id))
        return entry

    def log(self, paths: Sequence[str], limit: int | None = None) -> tuple[Entry, ...]:
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

    def begin(self) -> None:
        raise Refusal("There is a repository already.")

    def private_folder(self) -> Path | None:
        return None

    def close(self) -> None:
        return None


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
    reading: Reading
    review: Review

    @property
    def item(self) -> ItemView:
        """Item 5 as it stands now."""
        return self.reading.item(MEETING, ITEM)

    def another(self, service: type[ServiceT]) -> ServiceT:
        """Another service of the same desk: one book, one clock, one row of ids."""
        return service(self.book, self.history, self.reading, self.review._clock, self.review._new_id)

    def stands(self, standing: Standing) -> bool:
        """Whether item 5 has this standing now."""
        return self.item.state.standing is standing
