"""A book as its history has it, with nothing read from disk: what the rules of verification look at."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from review_tui.application.ledger import ActTrack, Event, Ledger
from review_tui.application.recorded import RawCommit, RawHistory, RecordedStep, RecordFormat
from review_tui.model.act_registry import Scope, kind_of
from review_tui.model.acts import Act
from review_tui.model.authorship import AuthoredText
from review_tui.model.date_format import format_moment
from review_tui.model.item_state import sign_offs_in_force
from review_tui.model.policy import Policy
from review_tui.model.policy_codec import BOOK, UNKNOWN_POLICY, read_policy
from review_tui.model.record_paths import (
    PathKind,
    is_of_whole_meeting,
    meeting_of,
    minutes_paths,
    record_path,
    review_of,
)
from review_tui.model.visible import visible

_LEVELS = frozenset("123456")
"""Of the headings of Markdown."""
_READ_AT_ONCE = (PathKind.ACT, PathKind.MEETING, PathKind.BOOK)
"""What is read of all of a history in one go, since most of it is asked for."""
_NAMED = 3
"""Names that a sentence lists."""


class BookRecord:
    """The book that a history leads to, and the history itself."""

    def __init__(self, history: RawHistory, format_: RecordFormat) -> None:
        """Reads all of it. Raises ``HistoryUnverifiable``."""
        self.history = history
        self._format = format_
        self._raw: dict[str, bytes] = {}
        steps = list(history.steps())
        acts, texts = self._read_files(steps)
        self.ledger = Ledger(steps, acts, texts, history.prefix)
        tip = history.tip()
        self.files: Mapping[str, str] = history.files(tip) if tip else {}
        """The plain files of the book now, by path, with the names of their contents."""
        self._texts = texts
        self._acts = acts
        self._fields: dict[str, Mapping[str, object] | None] = {}
        self.authored: dict[str, Sequence[AuthoredText]] = {}
        """The versions of the texts in minutes, by the path of those, as far as they were asked for."""
        self._policies: dict[str, Policy] = {}

    def _read_files(
        self, steps: Sequence[RecordedStep]
    ) -> tuple[dict[str, Act | None], dict[str, tuple[str, ...]]]:
        kinds: dict[str, list[PathKind]] = {}
        changes = [change for step in steps for side in step.changes for change in side]
        places = {at.place for change in changes if (at := record_path(change.path)).kind is PathKind.ACT}
        reviewed = {path for place in places for path in minutes_paths(place)}
        """The files of minutes that anybody ever did anything with."""
        for change in changes:
            kind = record_path(change.path).kind
            if change.after and (kind in _READ_AT_ONCE or change.path in reviewed):
                of = kinds.setdefault(change.after, [])
                if kind not in of:
                    of.append(kind)
        acts: dict[str, Act | None] = {}
        texts: dict[str, tuple[str, ...]] = {}
        for name, raw in self.history.contents(kinds):
            of = kinds[name]
            if PathKind.ACT in of:
                acts[name] = self._format.act(raw)
            if PathKind.MEETING in of or PathKind.BOOK in of:
                self._raw[name] = raw
            whole = self._format.texts(raw, is_whole=True) if PathKind.WHOLE in of else ()
            own = self._format.texts(raw, is_whole=False) if PathKind.MINUTES in of else ()
            if whole or own:
                texts[name] = (*whole, *own)
        return acts, texts

    @cached_property
    def tracks(self) -> Sequence[ActTrack]:
        """The acts of the book that did not move elsewhere, whether or not they are there now."""
        prefix = f"{self.history.prefix}/" if self.history.prefix else ""
        return [t for t in self.ledger.tracks.values() if not t.moved and t.path.startswith(prefix)]

    def read(self, blob: str) -> bytes:
        """What a file holds."""
        if blob not in self._raw:
            ((_, self._raw[blob]),) = self.history.contents([blob])
        return self._raw[blob]

    def read_all(self, blobs: Iterable[str]) -> None:
        """Read files at one go that are wanted one by one."""
        self._raw |= dict(self.history.contents(dict.fromkeys(b for b in blobs if b not in self._raw)))

    @cached_property
    def has_policy(self) -> bool:
        """Whether there ever was a ``book.yaml``."""
        return any(record_path(path).kind is PathKind.BOOK for path in self.ledger.events)

    def fields(self, blob: str) -> Mapping[str, object] | None:
        """What a ``meeting.yaml`` or ``book.yaml`` says; ``None`` for what makes no sense."""
        if not blob:
            return {}
        if blob not in self._fields:
            self._fields[blob] = self._format.fields(self.read(blob))
        return self._fields[blob]

    def act_in(self, blob: str) -> Act | None:
        """The act that a file holds."""
        return self._acts.get(blob) if blob in self._acts else self._format.act(self.read(blob))

    def digests(self, blob: str, *, is_whole: bool, level: int = 0) -> tuple[str, ...]:
        """The digests of the minutes in a file."""
        if blob in self._texts and not level:
            return self._texts[blob]
        return self._format.texts(self.read(blob), is_whole=is_whole, level=level)

    def texts_of(self, place: str, blob: str, files: Mapping[str, str]) -> tuple[str, ...]:
        """The digests of the minutes in the file of a place, its ``meeting.yaml`` as ``files`` have it."""
        review = review_of(place)
        if not review:
            return self.digests(blob, is_whole=False)
        return self.digests(blob, is_whole=True, level=self.heading_level(place, files))

    def heading_level(self, place: str, files: Mapping[str, str] | None = None) -> int:
        """Of the headings that begin items, in the file of a place; 0 where it is not fixed."""
        files = self.files if files is None else files
        fields = self.fields(files.get(f"{review_of(place)}/meeting.yaml", "")) or {}
        said = fields.get("headings", "")
        return int(said) if isinstance(said, str) and said in _LEVELS else 0

    def files_at(self, place: int, folder: str) -> Mapping[str, str]:
        """What stood in a meeting's folder, and around it, when the commit at ``place`` was recorded."""
        books = [f"{above}/{BOOK}" if above else BOOK for above in _folders_above(folder)]
        beside = minutes_paths(f"{folder}/acts/meeting") if folder.endswith(".review") else ()
        return self.history.files(self.ledger.commits[place].id, [folder, *beside, *books])

    @cached_property
    def acts_at(self) -> Mapping[str, Sequence[ActTrack]]:
        """The acts that stand now as they were recorded, by their places."""
        found: dict[str, list[ActTrack]] = defaultdict(list)
        for track in self.tracks:
            if self.files.get(track.path) == track.blob and track.act is not None:
                found[track.place].append(track)
        return found

    @cached_property
    def signed_at(self) -> Mapping[str, Sequence[int]]:
        """The places of the commits that brought the sign-offs in force, by the meeting's folder."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, tracks in self.acts_at.items():
            in_force = {act.id for act in sign_offs_in_force([t.act for t in tracks if t.act])}
            for track in tracks:
                if track.act and track.act.id in in_force:
                    found[self.meeting(place)].append(track.origin)
        return found

    @cached_property
    def meetings(self) -> Mapping[str, Sequence[str]]:
        """The places of the items of each meeting that has acts, by the meeting's folder."""
        found: dict[str, list[str]] = defaultdict(list)
        for place in dict.fromkeys(t.place for t in self.tracks):
            if not self.is_meeting(place):
                found[meeting_of(place)].append(place)
        return found

    def is_meeting(self, place: str) -> bool:
        """Whether acts at ``place`` are on a whole meeting."""
        if review_of(place):
            return is_of_whole_meeting(place)
        if f"{place}/meeting.yaml" in self.files:
            return True
        return (
            place in self._with_meeting_acts and f"{meeting_of(place)}/meeting.yaml" not in self.ledger.events
        )

    @cached_property
    def _with_meeting_acts(self) -> frozenset[str]:
        """The places where acts on whole meetings are kept, whatever else was taken away there."""
        return frozenset(t.place for t in self.tracks if t.act and kind_of(t.act).scope is Scope.MEETING)

    def meeting(self, place: str) -> str:
        """The folder of the meeting that acts at ``place`` belong to: where its ``meeting.yaml`` stands."""
        return place if self.is_meeting(place) and not review_of(place) else meeting_of(place)

    def minutes(self, place: str, files: Mapping[str, str] | None = None) -> tuple[str, str]:
        """Where the minutes stand that acts at ``place`` are about, and what holds them, or empty."""
        files = self.files if files is None else files
        paths = minutes_paths(place) if review_of(place) else (f"{place}/minutes.md",)
        return next(((path, files[path]) for path in paths if path in files), ("", ""))

    def minutes_path(self, place: str) -> str:
        """Where the minutes stood last that acts at ``place`` are about."""
        paths = minutes_paths(place)
        return next((path for path in paths if path in self.ledger.events), paths[0])

    @cached_property
    def minutes_gone(self) -> Mapping[int, Sequence[Event]]:
        """The minutes that each commit took away, by the commit's place."""
        found: dict[int, list[Event]] = defaultdict(list)
        for path, events in self.ledger.events.items():
            if path.lower().endswith((".md", ".markdown")):
                for event in events:
                    if event.before and not event.after:
                        found[event.place].append(event)
        return found

    @cached_property
    def all_meetings(self) -> Sequence[str]:
        """The folders of meetings, and those of reviews beside files."""
        ends = "/meeting.yaml"
        return [path.removesuffix(ends) for path in self.files if path.endswith(ends)]

    def agenda_of(self, place: str) -> Mapping[str, object]:
        """What the agenda says of the item at ``place`` now."""
        fields = self.fields(self.files.get(f"{self.meeting(place)}/meeting.yaml", "")) or {}
        return agenda(fields).get(place.rpartition("/")[2], {})

    def notes(self, place: str) -> tuple[str, ...]:
        """The paths of the notes of an item, those that are gone too; beside a file, what shares its stem."""
        review = review_of(place)
        if not review:
            return tuple(self._notes.get(place, ()))
        folder, _, name = review.rpartition("/")
        stem = name.removesuffix(".review")
        beside = [
            path
            for path in self._by_folder.get(folder, ())
            if path.rpartition("/")[2].startswith((f"{stem}-", f"{stem}."))
            and path not in minutes_paths(place)
        ]
        return (*self._notes.get(review, ()), *beside)

    @cached_property
    def _notes(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for path in self.ledger.events:
            kind, place = record_path(path)
            if kind is PathKind.NOTES:
                found[place].append(path)
        return found

    @cached_property
    def _by_folder(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for path in self.ledger.events:
            found[path.rpartition("/")[0]].append(path)
        return found

    def policy(self, files: Mapping[str, str], place: str) -> Policy:
        """What the book asks for that ``place`` is in, as ``files`` had it."""
        path = next((each for each in self.policy_paths(place, files.__contains__) if each in files), "")
        return self.policy_in(files[path]) if path else Policy()

    def policy_paths(self, place: str, is_there: Callable[[str], bool]) -> Iterator[str]:
        """Where the ``book.yaml`` may stand that holds for ``place``, the first that is there.

        That is the book's own folder, whatever was put beside a meeting; where the book lay elsewhere once,
        the nearest folder that is no meeting's.
        """
        yield self.own_policy_path
        for folder in _folders_above(place):
            if not is_there(f"{folder}/meeting.yaml"):
                yield f"{folder}/{BOOK}".removeprefix("/")

    @property
    def own_policy_path(self) -> str:
        """Where the book's own ``book.yaml`` stands."""
        return f"{self.history.prefix}/{BOOK}".removeprefix("/")

    @cached_property
    def policy_now(self) -> Policy:
        """What the book's own ``book.yaml`` asks for."""
        blob = self.files.get(self.own_policy_path, "")
        return self.policy_in(blob) if blob else Policy()

    @cached_property
    def minutes_patterns(self) -> Sequence[str]:
        """Which files are minutes, where the book says so."""
        said = (self.fields(self.files.get(self.own_policy_path, "")) or {}).get("meetings", "")
        each = said if isinstance(said, list) else [said]
        return [pattern for pattern in each if isinstance(pattern, str) and pattern.strip()]

    def policy_in(self, blob: str) -> Policy:
        """What a ``book.yaml`` asks for."""
        if blob not in self._policies:
            fields = self.fields(blob)
            self._policies[blob] = UNKNOWN_POLICY if fields is None else read_policy(fields)[0]
        return self._policies[blob]

    def shown(self, path: str) -> str:
        """A path as one would look for it from the book."""
        prefix = f"{self.history.prefix}/" if self.history.prefix else ""
        return visible(path.removeprefix(prefix))

    def who_and_when(self, commit: RawCommit) -> tuple[str, str]:
        """Who made a commit and when, ready to be shown."""
        return visible(commit.author.name), format_moment(commit.at)


def agenda(fields: Mapping[str, object]) -> dict[str, dict[str, object]]:
    """What a ``meeting.yaml`` says of each item by its id, without what only finds its words in a file."""
    items = fields.get("items", ())
    found: dict[str, dict[str, object]] = {}
    for entry in items if isinstance(items, list) else ():
        own = dict(entry) if isinstance(entry, Mapping) else {"id": entry}
        item = str(own.pop("id", ""))
        found[item] = {k: v for k, v in own.items() if k not in {"heading", "begins", "text"} and v != ""}
    return found


def listed(names: Iterable[str]) -> str:
    """``Dawn, Alex and 3 others``."""
    each = list(dict.fromkeys(names))
    if len(each) > _NAMED:
        return f"{', '.join(each[:_NAMED])} and {len(each) - _NAMED} more"
    return " and ".join([", ".join(each[:-1]), each[-1]] if each[1:] else each)


def _folders_above(place: str) -> Iterator[str]:
    """The folders around a place, the nearest first."""
    while place:
        place = place.rpartition("/")[0]
        yield place
