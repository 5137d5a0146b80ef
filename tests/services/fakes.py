"""A book, a history and a clock in memory: they keep the promises of ``services.ports``."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from review_tui.domain.acts import Act
from review_tui.domain.meeting import Draft, Item, Meeting, Problem, Source
from review_tui.domain.people import Reviewer
from review_tui.domain.refusals import Refusal, StaleDraft
from review_tui.domain.standing import Standing
from review_tui.domain.text import decode, digest, encode
from review_tui.services.ports import Entry, FileChange
from review_tui.services.reading import ItemView, Reading
from review_tui.services.review import Review

DAWN = Reviewer("Dawn Example", "dawn@example.org")
ALEX = Reviewer("Alex Example", "alex@example.org")
ITEM = Item(id="05-annual-report", number="5", title="Annual Report")
OTHER = Item(id="06-loneliness", number="6", title="Loneliness")
MEETING = Meeting(id="2022-03-16-board", body="The Board", date=dt.date(2022, 3, 16), items=(ITEM, OTHER))


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
    written: dict[str, Act] = field(default_factory=dict)
    locked: str = ""

    def meetings(self) -> tuple[tuple[Meeting, ...], tuple[Problem, ...]]:
        return (MEETING,), ()

    def draft(self, meeting: str, item: str) -> Draft:
        path = f"{meeting}/{item}/minutes.md"
        found = next(i for i in MEETING.items if i.id == item)
        acts = tuple(self.acts.get(item, ()))
        return Draft(meeting, found, self.texts[path], path, self.notes, acts, locked=self.locked)

    def meeting_acts(self, meeting: str) -> tuple[tuple[Act, ...], tuple[Problem, ...]]:
        return tuple(self.acts.get("", ())), ()

    def policy_fields(self) -> dict[str, object]:
        return {}

    def act_file(self, meeting: str, item: str, act: Act) -> FileChange:
        path = f"{meeting}/{item}/acts/{act.id}.yaml"
        self.written[path] = act
        return FileChange(path, new=act.id.encode())

    def fingerprint(self, meeting: str) -> object:
        return (dict(self.texts), {k: len(v) for k, v in self.acts.items()})


@dataclass
class FakeHistory:
    """Commits in a list; the newest version of each file in a dictionary."""

    book: FakeBook
    who: Reviewer = DAWN
    read_only: str = ""
    tip: dict[str, bytes] = field(default_factory=dict)
    commits: list[tuple[tuple[FileChange, ...], str]] = field(default_factory=list)
    versions: list[tuple[str, str]] = field(default_factory=list)

    def why_read_only(self) -> str:
        return self.read_only

    def reviewer(self) -> Reviewer:
        if not self.who.name:
            raise Refusal("git does not know your name.")
        return self.who

    def committed(self, path: str) -> bytes | None:
        return self.tip.get(path)

    def commit(self, changes: Sequence[FileChange], message: str) -> Entry:
        if self.read_only:
            raise Refusal(self.read_only)
        for change in changes:
            now = self.tip.get(change.path)
            if now != change.old:
                raise StaleDraft("Moved on.", path=change.path, expected=change.old, found=now)
        for change in changes:
            self.tip[change.path] = change.new
            if change.path in self.book.written:
                item = change.path.split("/")[1]
                self.book.acts.setdefault(item, []).append(self.book.written[change.path])
            else:
                self.book.texts[change.path] = decode(change.new)
                self.versions.append((change.path, decode(change.new)))
        self.commits.append((tuple(changes), message))
        when = dt.datetime(2022, 3, 20, 12, 0, tzinfo=dt.UTC)
        return Entry(f"{len(self.commits):040x}", self.who, when, message.splitlines()[0], "")

    def log(self, paths: Sequence[str], limit: int | None = None) -> tuple[Entry, ...]:
        return ()

    def text_with_digest(self, path: str, digest_: str) -> str | None:
        return next((text for p, text in self.versions if p == path and digest(text) == digest_), None)

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


def with_text(book: FakeBook, history: FakeHistory, text: str, item: Item = ITEM) -> None:
    """Put recorded minutes in the book."""
    path = f"{MEETING.id}/{item.id}/minutes.md"
    book.texts[path] = text
    history.tip[path] = encode(text)
    history.versions.append((path, text))


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

    def stands(self, standing: Standing) -> bool:
        """Whether item 5 has this standing now."""
        return self.item.state.standing is standing
