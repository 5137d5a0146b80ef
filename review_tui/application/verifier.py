"""Verifies a book: everything that its rules say, by its history alone, or why that can't be told."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import field, replace
from typing import Protocol

from review_tui.application.act_rules import act_breaches
from review_tui.application.approval_rules import approval_breaches
from review_tui.application.book_record import BookRecord, listed
from review_tui.application.listing_rules import listing_breaches
from review_tui.application.placement_rules import placement_breaches
from review_tui.application.ports import NoCache
from review_tui.application.recorded import HistoryUnverifiable, RawCommit, RawHistory, RawTag, RecordFormat
from review_tui.application.sign_off_rules import sign_off_breaches, signed_meetings
from review_tui.application.signing import SignatureChecker
from review_tui.application.signing_rules import TrustedKeys, signature_states, signing_breaches
from review_tui.application.verdicts import Verdict, VerdictCache, extended
from review_tui.model.acts import Approval, SignOff
from review_tui.model.date_format import format_moment
from review_tui.model.errors import Refusal, UnusableBook
from review_tui.model.frozen import frozen
from review_tui.model.record_paths import PathKind, record_path
from review_tui.model.tag_names import SIGNED_APART, TAGS
from review_tui.model.verification import RECORDED, RULES, RUNS, SEEN, SHOWN, WHOLE, Breach
from review_tui.model.visible import visible


@frozen
class SeenState:
    """What this computer saw of a book's history last."""

    tip: str
    tags: Mapping[str, str] = field(default_factory=dict)
    """What each tag of signed minutes led to, by name."""
    since: str = ""
    """The commit that it led to when this computer saw the book first."""
    is_damaged: bool = False
    """Whether something was kept, and can't be read."""


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
    signatures: Mapping[str, str] = field(default_factory=dict)
    """What there is to say of the signature of each act that can be signed, in words, by the act's id."""

    @property
    def holds(self) -> bool:
        """Whether every rule holds."""
        return not self.unverifiable and all(breach.is_told for breach in self.breaches)


class Verifier:
    """Verifies one book. What was found before holds where nothing came that could break a rule."""

    def __init__(
        self,
        open_history: Callable[[], AbstractContextManager[RawHistory]],
        format_: RecordFormat,
        seen: SeenStates,
        unrecorded: Callable[[], Sequence[str]] = tuple,
        verdicts: VerdictCache | None = None,
        checker: SignatureChecker | None = None,
    ) -> None:
        """``unrecorded`` gives the files that stand otherwise on disk than in the history, by path.

        Without a ``checker`` no signature is taken for good.
        """
        self._open = open_history
        self._format = format_
        self._seen = seen
        self._unrecorded = unrecorded
        self._verdicts = verdicts or VerdictCache(NoCache(), "")
        self._last: Verdict | None = None
        self._checker = checker or _NoChecker()
        self._trusted: TrustedKeys | None = None

    def quick(self) -> Verified:
        """All that the history says, without hashing what it does not need; nothing where there is none."""
        try:
            opened = self._open()
        except UnusableBook:
            return Verified()
        with opened as history:
            return self._verify(history)

    def full(self, *, afresh: bool = False) -> Verified:
        """The same, and every object, and the files on disk. Slow where much is new.

        ``afresh`` believes nothing that was found before.
        """
        with self._open() as history:
            return self._verify(history, is_whole=True, afresh=afresh)

    def trust(self, keys: TrustedKeys) -> None:
        """Believe these keys, whatever the book says: they came from outside the repository."""
        self._trusted = keys

    def accept(self) -> None:
        """Take the history as it is now for the one to go on from."""
        with self._open() as history:
            self._seen.save(replace(_state(history), since=history.tip()))

    def _verify(self, history: RawHistory, *, is_whole: bool = False, afresh: bool = False) -> Verified:
        if not history.tip() and (is_whole or self._seen.load()):
            return Verified(unverifiable=_NO_COMMIT)
        try:
            verdict, record = self._verdict(history, is_whole=is_whole, afresh=afresh)
            breaches = [Breach(SHOWN, sentence, blocks=False) for sentence in history.diversions()]
            breaches += self._since_seen(history, record)
        except (HistoryUnverifiable, Refusal) as refused:
            return Verified(history.tip(), unverifiable=str(refused))
        breaches += verdict.breaches
        if is_whole:
            breaches += _not_recorded(self._unrecorded(), verdict, history.prefix)
            breaches += [Breach(RUNS, each, is_told=True, blocks=False) for each in history.programs()]
        roots = (*self._roots(verdict), *self._watched())
        return Verified(
            history.tip(), _in_rule_order(breaches), "", verdict.counts, roots, verdict.signatures
        )

    def certificate(self) -> str:
        """The certificate of the minutes that are signed off. Raises ``Refusal`` unless everything holds."""
        verified = self.full(afresh=True)
        if not verified.holds:
            why = verified.unverifiable or next(b.sentence for b in verified.breaches if not b.is_told)
            raise Refusal(f"Nothing is certified, since not everything holds. {why}")
        from review_tui.application.certificate import certificate  # noqa: PLC0415 -- asked for seldom

        with self._open() as history:
            record = BookRecord(history, self._format)
            states = signature_states(record, self._checker, self._trusted)
            return certificate(record, states, verified.roots)

    def _roots(self, verdict: Verdict) -> tuple[str, ...]:
        """What the trust rests on, in sentences."""
        if self._trusted is not None:
            keys = f"The keys of {len(self._trusted)} reviewers were given from outside the repository."
        elif "signed" in verdict.signatures.values():
            keys = "Whose keys are whose is what the book itself said first, and nothing from outside."
        else:
            keys = "Nothing is signed with a known key: who made a commit is what git was told."
        return (keys,)

    def _watched(self) -> tuple[str, ...]:
        """Since when this computer would know of a history that was put back."""
        seen = self._seen.load()
        return (_SINCE.format(commit=seen.since[:12]),) if seen and seen.since else ()

    def _verdict(
        self, history: RawHistory, *, is_whole: bool, afresh: bool
    ) -> tuple[Verdict, BookRecord | None]:
        """What there is to say of the history, and the whole of it where it had to be gone through."""
        tags = tuple((tag.ref, tag.id) for tag in history.tags(TAGS))
        is_own = self._trusted is None  # what is found with keys from outside is not kept for without
        last = self._last or self._verdicts.load() if is_own and not afresh else None
        record = None
        found = None
        if last and last.tags == tags and (last.is_whole or not is_whole):
            found = last if last.tip == history.tip() else extended(last, history, self._format)
        if found is None:
            with ThreadPoolExecutor(1) as beside:
                # git hashes every object while the rules are gone through
                damage = beside.submit(history.damage) if is_whole else None
                record = BookRecord(history, self._format)
                found = self._verdict_of(record, tags)
                said = damage.result() if damage else ""
            if said:
                sentence = f"The repository is damaged. Git says: {visible(said)}."
                found = replace(found, breaches=(*found.breaches, Breach(WHOLE, sentence)))
            found = replace(found, is_whole=is_whole and not said)
        if found is not last and is_own:
            self._last = found
            self._verdicts.save(found)
        return found, record

    def _verdict_of(self, record: BookRecord, tags: tuple[tuple[str, str], ...]) -> Verdict:
        signed = signed_meetings(record)
        states = signature_states(record, self._checker, self._trusted)
        breaches = (
            *act_breaches(record),
            *placement_breaches(record),
            *listing_breaches(record, is_trusted=self._trusted is not None),
            *approval_breaches(record, signed),
            *signing_breaches(record, states, is_trusted=self._trusted is not None),
            *sign_off_breaches(record),
        )
        meetings = dict.fromkeys(record.meeting(place) for place in record.acts_at)
        policies = [record.policy(record.files, meeting) for meeting in meetings]
        ids = {track.path: track.act.id for track in record.tracks if track.act}
        return Verdict(
            record.history.tip(),
            tags,
            breaches,
            _record_counts(record),
            frozenset(track.path for track in record.tracks if record.files.get(track.path) != track.blob),
            all(policy.own_words for policy in policies),
            signatures={ids[path]: str(state) for path, state in states.items()},
            must_sign=any(policy.must_sign for policy in policies),
            ids=frozenset(ids.values()),
            people=frozenset(str(t.act.by) for tracks in record.acts_at.values() for t in tracks if t.act),
            places=frozenset(record.acts_at),
            reviewed=frozenset(record.minutes(place)[0] for place in record.acts_at),
            signed=frozenset(
                record.minutes(place)[0]
                for folder, is_signed in signed.items()
                for place in (*record.meetings.get(folder, ()), f"{folder}/acts/meeting")
                if is_signed
            ),
        )

    def _since_seen(self, history: RawHistory, record: BookRecord | None) -> list[Breach]:
        """Whether the history goes on from what was seen last; if so, what is seen now is kept."""
        before, now = self._seen.load(), _state(history)
        if before is None:
            self._seen.save(replace(now, since=now.tip))
            return []
        now = replace(now, since=before.since or before.tip)
        if before.is_damaged:
            return [Breach(SEEN, f"{_LOST_MEMORY} {_ACCEPT}")]
        found = _moved_tags(before, now, history.tags(TAGS))
        if before.tip and before.tip != now.tip:
            found += _rewritten(history, record or self._read_whole(history), before)
        if now != before and all(breach.is_told for breach in found):
            self._seen.save(now)
        return found

    def _read_whole(self, history: RawHistory) -> Callable[[], BookRecord]:
        return lambda: BookRecord(history, self._format)


class _NoChecker:
    """Where nobody can look whether signatures are good."""

    def is_good(self, _: bytes, __: str) -> bool:
        """Nobody knows, so no."""
        return False


_UNRECORDED = (
    "{path} was changed, added or taken away by another program, and that is not in the history, so others "
    "do not have it. Put it back as it was, or record it{how}."
)
_ACCEPT = "If that is in order, say so once: review-tui verify --accept."


_SINCE = (
    "This computer has watched this history since it led to commit {commit}: whether it was put back or "
    "written anew before that is not known here."
)
_LOST_MEMORY = (
    "What this computer kept of this book's history can't be read, so it can't be told whether that was "
    "put back or written anew. Compare the newest commit with what others see."
)
_NO_COMMIT = (
    "There is no commit where this book is: either nothing was ever recorded in it, or another branch is "
    "checked out. List the branches: git branch --all. Go back to the one that is reviewed: git switch NAME."
)


def _not_recorded(paths: Sequence[str], verdict: Verdict, prefix: str) -> Iterator[Breach]:
    """What stands on disk otherwise than in the history; words that are being worked on are only told."""
    for path in paths:
        kind = record_path(path).kind
        whole = f"{prefix}/{path}".removeprefix("/")
        is_minutes = kind is PathKind.MINUTES or whole in verdict.reviewed
        if kind in {PathKind.ACT, PathKind.MEETING, PathKind.BOOK} or is_minutes:
            is_told = is_minutes and whole not in verdict.signed
            folder = (
                path.split("/")[-2].removesuffix(".review")
                if kind is PathKind.MEETING and "/" in path
                else ""
            )
            how = f": `review-tui details {visible(folder)} --recorded`" if folder else " with git"
            sentence = _UNRECORDED.format(path=visible(path), how=how)
            yield Breach(RECORDED, sentence, whole, is_told=is_told)


def _state(history: RawHistory) -> SeenState:
    return SeenState(history.tip(), {tag.ref: tag.id for tag in history.tags(TAGS)})


def _moved_tags(before: SeenState, now: SeenState, tags: Sequence[RawTag]) -> list[Breach]:
    found = []
    for ref, target in before.tags.items():
        made_way = next((tag for tag in tags if f"{SIGNED_APART}: {ref} {target}" in tag.message), None)
        if made_way:
            sentence = (
                f"Two people signed off apart, so the tag {visible(ref)} is the other's now, and the one "
                "that was seen "
                f"here is kept as {visible(made_way.ref)}."
            )
            found.append(Breach(SEEN, sentence, is_told=True, blocks=False, is_past=True))
        elif now.tags.get(ref) != target:
            did = "leads elsewhere now" if ref in now.tags else "is gone"
            found.append(Breach(SEEN, f"The tag {visible(ref)} that was seen here {did}. {_ACCEPT}"))
    return found


def _rewritten(
    history: RawHistory, record: BookRecord | Callable[[], BookRecord], before: SeenState
) -> list[Breach]:
    """What was in the history when it was seen last, and is not in it now."""
    if not history.holds(before.tip):
        return [
            Breach(
                SEEN,
                "The history that was seen here last is not in this repository any more, so it can't be told "
                f"whether anything was lost. {_ACCEPT}",
                commit=before.tip,
            )
        ]
    left = history.lost_since(before.tip)
    if not left:
        return []
    read = record if isinstance(record, BookRecord) else record()
    then = history.files(before.tip)
    lost = [c for c in left if len(c.parents) < 2]  # noqa: PLR2004 -- no merges
    dropped = _dropped_acts(read, then)
    # A rebase keeps author, date and words; "git commit --amend" the first two.
    twins = Counter(_who_and_second(step.commit) for step in history.steps(before.tip))
    twins.subtract(_who_and_second(commit) for commit in lost)
    gone = [commit for commit in lost if twins[_who_and_second(commit)] < 0]
    if not (gone or dropped):
        texts = {event.after for events in read.ledger.events.values() for event in events}
        is_same = all(blob in texts for path, blob in then.items() if _is_minutes(path))
        sentence = (
            f"{len(lost)} commits were recorded anew since they were seen here (a rebase); all are there"
        )
        sentence += "." if is_same else ", with other words in the minutes than were seen: read those again."
        return [
            Breach(SEEN, sentence, commit=before.tip, is_told=True, blocks=False, is_past=is_same),
        ]
    first = next(iter(gone or lost), left[0])
    names = listed(visible(c.author.name) for c in gone or lost or left)
    acts = f" {len(dropped)} acts are missing with them, such as {read.shown(dropped[0])}." if dropped else ""
    return [
        Breach(
            SEEN,
            f"The history was rewritten: {len(gone or lost or left)} of its commits that were seen here, by "
            f"{names}, are not in it any more as they were, such as “{visible(first.subject)}” "
            f"({format_moment(first.at)}).{acts} {_ACCEPT}",
            commit=first.id,
        )
    ]


def _who_and_second(commit: RawCommit) -> tuple[str, dt.datetime]:
    return commit.author.email, commit.at


def _dropped_acts(record: BookRecord, then: Mapping[str, str]) -> list[str]:
    """The paths of acts that stood in the files of ``then``, and neither stand now nor were undone."""
    known = {
        (track.path.rpartition("/")[2], track.blob)
        for track in record.ledger.tracks.values()
        if record.files.get(track.path) == track.blob or ((gap := track.open_gap()) and gap.is_undo)
    }
    return [
        path
        for path, blob in then.items()
        if record_path(path).kind is PathKind.ACT and (path.rpartition("/")[2], blob) not in known
    ]


def _is_minutes(path: str) -> bool:
    return record_path(path).kind in {PathKind.MINUTES, PathKind.WHOLE}


def _record_counts(record: BookRecord) -> dict[str, int]:
    acts = [track.act for tracks in record.acts_at.values() for track in tracks]
    return {
        "commits": len(record.ledger.commits),
        "acts": len(acts),
        "approvals": sum(isinstance(act, Approval) for act in acts),
        "sign_offs": sum(isinstance(act, SignOff) for act in acts),
        "meetings": len(record.meetings),
    }


def _in_rule_order(breaches: Sequence[Breach]) -> tuple[Breach, ...]:
    """By the rules' order; each once."""
    place = {rule.word: n for n, rule in enumerate(RULES)}
    return tuple(sorted(dict.fromkeys(breaches), key=lambda breach: place[breach.rule.word]))
