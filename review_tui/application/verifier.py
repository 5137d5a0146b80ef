"""Verifies a book: everything that its rules say, by its history alone, or why that can't be told."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import field, replace
from typing import Protocol

from review_tui.application.act_rules import act_breaches
from review_tui.application.approval_rules import approval_breaches
from review_tui.application.book_record import BookRecord, listed
from review_tui.application.recorded import HistoryUnverifiable, RawHistory, RecordFormat
from review_tui.application.sign_off_rules import sign_off_breaches, signed_meetings
from review_tui.model.acts import Approval, SignOff
from review_tui.model.date_format import format_moment
from review_tui.model.errors import UnusableBook
from review_tui.model.frozen import frozen
from review_tui.model.record_paths import PathKind, record_path
from review_tui.model.tag_names import TAGS
from review_tui.model.verification import RECORDED, RULES, SEEN, SHOWN, WHOLE, Breach
from review_tui.model.visible import visible


@frozen
class SeenState:
    """What this computer saw of a book's history last."""

    tip: str
    tags: Mapping[str, str] = field(default_factory=dict)
    """What each tag of signed minutes led to, by name."""


class SeenStates(Protocol):
    """Keeps what was seen of a book, outside its repository."""

    def load(self) -> SeenState | None:
        """What was seen last; ``None`` on a computer that never saw this book."""

    def save(self, seen: SeenState) -> None:
        """Keep it."""


@frozen
class Verified:
    """What came of verifying."""

    tip: str = ""
    """The commit that was verified."""
    breaches: tuple[Breach, ...] = ()
    unverifiable: str = ""
    """Why nothing could be proved, in a sentence; empty when all of it was looked at."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """How much was looked at: commits, acts, approvals, sign_offs, meetings."""
    roots: tuple[str, ...] = ()
    """Sentences: what the trust rests on."""

    @property
    def holds(self) -> bool:
        """Whether every rule holds."""
        return not self.unverifiable and all(breach.is_told for breach in self.breaches)


class Verifier:
    """Verifies one book, again only when its history or its tags are others."""

    def __init__(
        self,
        open_history: Callable[[], AbstractContextManager[RawHistory]],
        format_: RecordFormat,
        seen: SeenStates,
        unrecorded: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        """``unrecorded`` gives the files that stand otherwise on disk than in the history, by path."""
        self._open = open_history
        self._format = format_
        self._seen = seen
        self._unrecorded = unrecorded
        self._known: tuple[object, Verified] | None = None

    def quick(self) -> Verified:
        """All that the history says, without hashing what it does not need; nothing where there is none."""
        try:
            opened = self._open()
        except UnusableBook:
            return Verified()
        with opened as history:
            key = (history.tip(), tuple((tag.ref, tag.id) for tag in history.tags(TAGS)))
            if self._known and self._known[0] == key:
                return self._known[1]
            verified = self._verify(history)
            self._known = (key, verified)
            return verified

    def full(self) -> Verified:
        """The same, and every object, and the files on disk. Slow."""
        with self._open() as history, ThreadPoolExecutor(1) as beside:
            damage = beside.submit(history.damage)  # git hashes every object while the rules are gone through
            verified = self._verify(history)
            more = list(_not_recorded(self._unrecorded()))
            if said := damage.result():
                more.append(Breach(WHOLE, f"The repository is damaged. Git says: {visible(said)}."))
            return replace(verified, breaches=_ordered((*verified.breaches, *more)))

    def accept(self) -> None:
        """Take the history as it is now for the one to go on from."""
        with self._open() as history:
            self._seen.save(_state(history))

    def _verify(self, history: RawHistory) -> Verified:
        try:
            record = BookRecord(history, self._format)
            signed = signed_meetings(record)
            breaches = (
                *(Breach(SHOWN, sentence, blocks=False) for sentence in history.diversions()),
                *self._since_seen(record),
                *act_breaches(record),
                *approval_breaches(record, signed),
                *sign_off_breaches(record),
            )
        except HistoryUnverifiable as refused:
            return Verified(history.tip(), unverifiable=str(refused))
        return Verified(history.tip(), _ordered(breaches), "", _counts(record), ())

    def _since_seen(self, record: BookRecord) -> list[Breach]:
        """Whether the history goes on from what was seen last; if so, what is seen now is kept."""
        history, before = record.history, self._seen.load()
        now = _state(history)
        if before is None:
            self._seen.save(now)
            return []
        found = _moved_tags(before, now)
        if before.tip and before.tip not in record.ledger.places:
            found += _rewritten(record, before)
        if not any(not breach.is_told for breach in found) and now != before:
            self._seen.save(now)
        return found


_UNRECORDED = (
    "{path} was changed, added or taken away by another program, and that is not in the history, so others "
    "do not have it. Put it back as it was, or record it with git."
)
_ACCEPT = "If that is in order, say so once: review-tui verify --accept."


def _not_recorded(paths: Sequence[str]) -> Iterator[Breach]:
    """What stands on disk otherwise than in the history; words that are being worked on are only told."""
    for path in paths:
        kind = record_path(path).kind
        if kind in {PathKind.ACT, PathKind.MEETING, PathKind.BOOK, PathKind.MINUTES}:
            is_told = kind is PathKind.MINUTES
            yield Breach(RECORDED, _UNRECORDED.format(path=visible(path)), path, is_told=is_told)


def _state(history: RawHistory) -> SeenState:
    return SeenState(history.tip(), {tag.ref: tag.id for tag in history.tags(TAGS)})


def _moved_tags(before: SeenState, now: SeenState) -> list[Breach]:
    found = []
    for ref, target in before.tags.items():
        if now.tags.get(ref) != target:
            did = "leads elsewhere now" if ref in now.tags else "is gone"
            found.append(Breach(SEEN, f"The tag {visible(ref)} that was seen here {did}. {_ACCEPT}"))
    return found


def _rewritten(record: BookRecord, before: SeenState) -> list[Breach]:
    """What was in the history when it was seen last, and is not in it now."""
    history = record.history
    if not history.holds(before.tip):
        return [
            Breach(
                SEEN,
                "The history that was seen here last is not in this repository any more, so it can't be told "
                f"whether anything was lost. {_ACCEPT}",
                commit=before.tip,
            )
        ]
    twins = {(c.author.email, c.at, c.message.strip()) for c in record.ledger.commits}
    lost = [c for c in history.lost_since(before.tip) if len(c.parents) < 2]  # noqa: PLR2004 -- no merges
    gone = [c for c in lost if (c.author.email, c.at, c.message.strip()) not in twins]
    if not gone:
        sentence = (
            f"{len(lost)} commits were recorded anew since they were seen here (a rebase); all are there."
        )
        return [Breach(SEEN, sentence, commit=before.tip, is_told=True, blocks=False, is_past=True)]
    first = gone[0]
    names = listed(visible(c.author.name) for c in gone)
    return [
        Breach(
            SEEN,
            f"The history was rewritten: {len(gone)} of its commits that were seen here, by {names}, are not "
            f"in it any more, such as “{visible(first.subject)}” ({format_moment(first.at)}). {_ACCEPT}",
            commit=first.id,
        )
    ]


def _counts(record: BookRecord) -> dict[str, int]:
    acts = [track.act for tracks in record.acts_at.values() for track in tracks]
    return {
        "commits": len(record.ledger.commits),
        "acts": len(acts),
        "approvals": sum(isinstance(act, Approval) for act in acts),
        "sign_offs": sum(isinstance(act, SignOff) for act in acts),
        "meetings": len(record.meetings),
    }


def _ordered(breaches: Sequence[Breach]) -> tuple[Breach, ...]:
    """By the rules' order; each once."""
    place = {rule.word: n for n, rule in enumerate(RULES)}
    return tuple(sorted(dict.fromkeys(breaches), key=lambda breach: place[breach.rule.word]))
