"""What the history says of every act and every text: one walk, parents first, against every parent.

Nothing here asks the repository. The walk is given the commits with what they changed, and what their files
hold; it keeps where each act came from, where it was changed, taken away or lost, and when each text first
stood in the book.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from review_tui.application.ancestry import Ancestry
from review_tui.application.ports import HistoryEntry
from review_tui.application.recorded import RawChange, RawCommit, RecordedStep
from review_tui.application.undo_log import is_doing_of, is_redo, is_undo
from review_tui.model.acts import Act
from review_tui.model.frozen import frozen
from review_tui.model.record_paths import PathKind, minutes_paths, record_path

_STANDING = (PathKind.MINUTES, PathKind.WHOLE, PathKind.MEETING)
"""What there has to be for acts beside it to be of something."""
_TRAILER = re.compile(r"([A-Za-z0-9-]+): (\S(?:.*\S)?)")


@dataclass(slots=True)
class Gap:
    """A time in which an act was not as it was recorded."""

    start: int
    """The place of the commit that began it."""
    how: str
    """``changed``, ``took away`` or ``lost`` in a merge."""
    is_own: bool = False
    """Whether its maker took it away."""
    is_undo: bool = False
    """Whether that was done with this program, as an undo."""
    end: int | None = None
    """The place of the commit that put it back; ``None`` where it never was."""


@dataclass(slots=True)
class ActTrack:
    """What happened to one act."""

    path: str
    place: str
    origin: int
    """The place of the commit that brought it."""
    blob: str
    """The name of what it held then."""
    act: Act | None
    """``None`` where it can't be understood."""
    is_foreign: bool = False
    """Whether it names another maker than the author of that commit."""
    is_in_merge: bool = False
    """Whether a merge brought it that none of its sides had."""
    gaps: list[Gap] = field(default_factory=list)
    back: list[int] = field(default_factory=list)
    """The places of the commits that brought it, again and again."""
    moved: bool = False
    """Whether it stands elsewhere now, with its whole item or meeting."""
    born: str = ""
    """Where it was kept at first; the same path for most."""
    resurrected: list[int] = field(default_factory=list)
    """The places of merges that brought it back though its maker had taken it away."""
    put_back: list[int] = field(default_factory=list)
    """The places of other people's commits that did."""

    def open_gap(self) -> Gap | None:
        """The time that has not ended in which it is not as it was recorded."""
        return next((gap for gap in reversed(self.gaps) if gap.end is None), None)

    def close_gaps(self, at: int) -> None:
        """It stands again as it was recorded."""
        for gap in self.gaps:
            if gap.end is None:
                gap.end = at


@frozen
class Event:
    """What one commit did to a file that is no act."""

    place: int
    """Of the commit."""
    path: str
    before: str
    after: str


class Ledger:
    """The history of a book, entered commit by commit."""

    def __init__(
        self,
        steps: Sequence[RecordedStep],
        acts: Mapping[str, Act | None],
        texts: Mapping[str, tuple[str, ...]],
        prefix: str = "",
    ) -> None:
        """``acts`` and ``texts`` are what files hold: an act, or minutes; by the names of their contents.

        ``prefix`` is the book's folder: of what lies elsewhere only acts and minutes are followed.
        """
        self._prefix = f"{prefix}/" if prefix else ""
        self.commits: list[RawCommit] = [step.commit for step in steps]
        self.places = {commit.id: place for place, commit in enumerate(self.commits)}
        self.parents = [tuple(self.places[p] for p in commit.parents) for commit in self.commits]
        self.ancestry = Ancestry(self.parents)
        self.tracks: dict[str, ActTrack] = {}
        """By path."""
        self.first_read: dict[str, list[int]] = defaultdict(list)
        """The places of the commits that brought each text, by its digest."""
        self.events: dict[str, list[Event]] = defaultdict(list)
        """What happened to every other file, by path, oldest first."""
        self._acts = acts
        self._texts = texts
        self._standing: set[str] = set()
        """The files of minutes and of meetings that stand."""
        for place, step in enumerate(steps):
            if len(self.parents[place]) > 1:
                self._enter_merge(place, step.changes)
            else:
                self._enter_commit(place, step.changes[0])

    def entry(self, place: int) -> HistoryEntry:
        """A commit as the rest of the program knows it."""
        commit = self.commits[place]
        subject, *paragraphs = commit.message.strip("\n").split("\n\n")
        lines = [_TRAILER.fullmatch(line) for line in paragraphs[-1].split("\n")] if paragraphs else []
        trailers = tuple((line[1], line[2]) for line in lines if line)
        return HistoryEntry(commit.id, commit.author, commit.at, subject.split("\n")[0], "", trailers)

    def changed_after(self, path: str, seen: int) -> Iterator[Event]:
        """What was done to a file that whoever recorded the commit at ``seen`` did not have, oldest first."""
        for event in self.events.get(path, ()):
            if not self.ancestry.is_ancestor(event.place, seen):
                yield event

    def stood_before(self, digest: str, place: int) -> bool:
        """Whether a text was in the book when the commit at ``place`` was recorded."""
        return any(self.ancestry.is_ancestor(first, place) for first in self.first_read.get(digest, ()))

    def _enter_commit(self, place: int, changes: Sequence[RawChange]) -> None:
        acts = []
        for change in changes:
            if record_path(change.path).kind is PathKind.ACT:
                acts.append(change)
            else:
                self._enter_file(place, change)
        taken = {(_name(c.path), c.before): c.path for c in acts if c.before and not c.after}
        for change in acts:
            if change.after and not change.before:
                self._bring_in(place, change, taken.get((_name(change.path), change.after), ""))
        for change in acts:
            track = self.tracks.get(change.path)
            if track is None or not change.before:
                continue
            if change.after:
                self._alter_act(place, track, change.after)
            elif not track.moved:
                self._take_away(place, track)

    def _enter_file(self, place: int, change: RawChange) -> None:
        kind = record_path(change.path).kind
        if kind is not PathKind.OTHER or change.path.startswith(self._prefix):
            self.events[change.path].append(Event(place, change.path, change.before, change.after))
        if kind not in _STANDING:
            return
        if change.after:
            self._standing.add(change.path)
            for digest in self._texts.get(change.after, ()):
                self.first_read[digest].append(place)
        else:
            self._standing.discard(change.path)

    def _bring_in(self, place: int, change: RawChange, older: str, *, is_in_merge: bool = False) -> None:
        """An act comes into the book, for the first time or again; ``older`` is where it was taken from."""
        known = self.tracks.get(change.path)
        if known is not None and not known.moved:
            known.back.append(place)
            gap = known.open_gap()
            if gap and gap.is_own and not is_doing_of(self.entry(known.origin), self.commits[place].author):
                known.put_back.append(place)
            self._alter_act(place, known, change.after)
            return
        from_ = self.tracks.get(older)
        if from_ and not self._standing.intersection(minutes_paths(from_.place)):
            # The whole item, or meeting, has another name now: its acts are no new ones.
            track = replace(
                from_, path=change.path, place=record_path(change.path).place, back=[*from_.back, place]
            )
            from_.moved = True
            self.tracks[change.path] = track
            return
        act = self._acts.get(change.after)
        self.tracks[change.path] = ActTrack(
            change.path,
            record_path(change.path).place,
            place,
            change.after,
            act,
            is_foreign=act is not None and not act.by.is_same(self.commits[place].author),
            is_in_merge=is_in_merge,
            back=[place],
            born=change.path,
        )

    def _alter_act(self, place: int, track: ActTrack, blob: str) -> None:
        if blob == track.blob:
            track.close_gaps(place)
        else:
            track.gaps.append(Gap(place, "changed"))

    def _take_away(self, place: int, track: ActTrack) -> None:
        entry = self.entry(place)
        is_own = is_doing_of(self.entry(track.origin), entry.by)
        track.gaps.append(
            Gap(place, "took away", is_own=is_own, is_undo=is_own and (is_undo(entry) or is_redo(entry)))
        )

    def _enter_merge(self, place: int, sides: Sequence[Sequence[RawChange]]) -> None:
        after = {change.path: change.after for side in sides for change in side}
        before = [{change.path: change.before for change in side} for side in sides]
        taken = {
            (_name(c.path), c.before): c.path for side in sides for c in side if c.before and not c.after
        }
        # What came first: a file that stands elsewhere now was not lost.
        for path, now in sorted(after.items(), key=lambda each: not each[1]):
            had = [side.get(path, now) for side in before]
            if record_path(path).kind is PathKind.ACT:
                self._join_act(place, path, now, had, taken.get((_name(path), now), ""))
            elif now not in had:
                self._enter_file(place, RawChange(path, had[0], now))
            else:
                standing = self._standing.add if now else self._standing.discard
                standing(path)

    def _join_act(self, place: int, path: str, now: str, had: Sequence[str], older: str) -> None:
        track = self.tracks.get(path)
        if now and not any(had):
            self._bring_in(place, RawChange(path, "", now), older, is_in_merge=True)
        elif track is None or track.moved:
            return
        elif now and now not in had:
            track.gaps.append(Gap(place, "changed"))
        elif now:
            if now == track.blob:
                track.close_gaps(place)
            if "" in had and self._was_taken_back(place, track, had):
                track.resurrected.append(place)
        elif "" not in had:
            track.gaps.append(Gap(place, "took away"))
        elif self._was_dropped(place, track, had):
            track.gaps.append(Gap(place, "lost"))

    def _parents_with_and_without(self, place: int, had: Sequence[str]) -> tuple[list[int], list[int]]:
        """The parents of a merge that had the act, and those that did not."""
        pairs = list(zip(self.parents[place], had, strict=True))
        return [p for p, blob in pairs if blob], [p for p, blob in pairs if not blob]

    def _was_dropped(self, place: int, track: ActTrack, had: Sequence[str]) -> bool:
        """Whether one side brought the act, and the others never had it to take away."""
        having, lacking = self._parents_with_and_without(place, had)
        is_behind = self.ancestry.is_ancestor
        return any(
            is_behind(back, side) and not any(is_behind(back, other) for other in lacking)
            for back in track.back
            for side in having
        )

    def _was_taken_back(self, place: int, track: ActTrack, had: Sequence[str]) -> bool:
        """Whether a side without the act had undone it, and no other had brought it anew."""
        having, lacking = self._parents_with_and_without(place, had)
        is_behind = self.ancestry.is_ancestor
        undone = [gap.start for gap in track.gaps if gap.is_undo]
        return any(is_behind(each, other) for each in undone for other in lacking) and all(
            any(is_behind(back, other) for other in lacking)
            for back in track.back
            if any(is_behind(back, side) for side in having)
        )


def _name(path: str) -> str:
    return path.rpartition("/")[2]
