"""What was found of a history before, and whether what came since can break no rule.

Nearly all that is ever recorded is one more act of somebody's own. Such a history need not be gone through
from its beginning: what was found of it holds, and the new act is looked at alone. What is less plain makes
the verifier go through everything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from review_tui.application.ports import Cache
from review_tui.application.recorded import RawHistory, RecordedStep, RecordFormat
from review_tui.model.act_file_names import kind_and_id_of
from review_tui.model.act_registry import Scope, kind_of, word_of
from review_tui.model.acts import Act, Approval, Disposition, DispositionOutcome, OtherAct
from review_tui.model.frozen import frozen
from review_tui.model.record_paths import PathKind, meeting_of, minutes_paths, record_path, review_of
from review_tui.model.verification import RULES, Breach

_MOST_STEPS = 200
"""Commits since a verdict that are looked at one by one; beyond, all is gone through anew."""


@frozen
class Verdict:
    """What was found of a history, without what this computer saw of it."""

    tip: str
    tags: tuple[tuple[str, str], ...]
    """The tags of signed minutes with what they led to."""
    breaches: tuple[Breach, ...]
    counts: Mapping[str, int]
    gone: frozenset[str] = frozenset()
    """The paths of acts that are not there now, or were not at some time."""
    own_words: bool = True
    """Whether everybody may approve their own words, everywhere in the book."""
    is_whole: bool = False
    """Whether every object was hashed too."""
    signatures: Mapping[str, str] = field(default_factory=dict)
    """What there is to say of the signature of each act that can be signed, by the act's id."""
    must_sign: bool = False
    """Whether anything has to be signed, anywhere in the book."""
    ids: frozenset[str] = frozenset()
    """Of all acts."""
    people: frozenset[str] = frozenset()
    """Who made them, by name and address."""
    places: frozenset[str] = frozenset()
    """Where acts stand."""
    reviewed: frozenset[str] = frozenset()
    """The paths of the minutes that there are acts on."""
    signed: frozenset[str] = frozenset()
    """Those of minutes that are signed off."""


def extended(verdict: Verdict, history: RawHistory, format_: RecordFormat) -> Verdict | None:
    """``verdict`` for the history as it is now; ``None`` where that wants all of it.

    Raises ``HistoryUnverifiable``.
    """
    if not verdict.tip or not history.holds(verdict.tip) or history.lost_since(verdict.tip):
        return None
    steps = list(history.steps(verdict.tip))
    if len(steps) > _MOST_STEPS:
        return None
    counts, signatures = dict(verdict.counts), dict(verdict.signatures)
    before, ids, reviewed = verdict.tip, set(verdict.ids), set(verdict.reviewed)
    for step in steps:
        acts = _plain_acts(step, before, verdict, history, format_)
        new = [act.id for act in acts or ()]
        if acts is None or ids.intersection(new) or len(set(new)) < len(new):
            return None
        before = step.commit.id
        ids.update(new)
        reviewed.update(f"{record_path(change.path).place}/minutes.md" for change in step.changes[0])
        counts["commits"] += 1
        counts["acts"] += len(acts)
        signatures |= {act.id: "not signed" for act in acts if isinstance(act, Approval)}
        counts["approvals"] += sum(isinstance(act, Approval) for act in acts)
    found = replace(verdict, tip=history.tip(), counts=counts, signatures=signatures)
    return replace(found, ids=frozenset(ids), reviewed=frozenset(reviewed))


def _plain_acts(
    step: RecordedStep, before: str, verdict: Verdict, history: RawHistory, format_: RecordFormat
) -> Sequence[Act] | None:
    """The acts that a commit brought, where it did nothing else and none of them can break a rule."""
    if step.commit.parents != (before,):
        return None
    acts = []
    for change in step.changes[0]:
        kind, place = record_path(change.path)
        if kind is PathKind.OTHER:
            continue
        if kind is not PathKind.ACT or change.before or not change.after or change.path in verdict.gone:
            return None
        ((_, raw),) = history.contents([change.after])
        act = format_.act(raw)
        named = kind_and_id_of(f"acts/{change.path.rpartition('/')[2]}")
        is_own = act is not None and act.by.is_same(step.commit.author) and str(act.by) in verdict.people
        if act is None or not is_own or named != (word_of(act), act.id) or not _is_plain(act):
            return None
        if place not in verdict.places and not _is_shown(place, step.commit.id, verdict, history):
            return None
        if isinstance(act, Approval) and not (
            verdict.own_words
            and not verdict.must_sign
            and act.text_digest in _texts(place, step.commit.id, history, format_)
        ):
            return None
        acts.append(act)
    return acts


def _is_plain(act: Act) -> bool:
    """Whether an act concerns nobody else's, and no meeting as a whole."""
    withdraws = isinstance(act, Disposition) and act.outcome == DispositionOutcome.WITHDRAWN
    lifts = isinstance(act, Approval) and bool(act.lifts)
    is_odd = withdraws or lifts or bool(act.signature) or isinstance(act, OtherAct)
    return kind_of(act).scope is Scope.ITEM and not is_odd


def _is_shown(place: str, commit: str, verdict: Verdict, history: RawHistory) -> bool:
    """Whether an item that had no acts is shown for sure: minutes stand there, in a meeting that has some."""
    if review_of(place) or meeting_of(place) not in {meeting_of(each) for each in verdict.places}:
        return False
    return bool(history.files(commit, [f"{place}/minutes.md"]))


def _texts(place: str, commit: str, history: RawHistory, format_: RecordFormat) -> tuple[str, ...]:
    """The digests of the minutes at a place, as a commit has them."""
    is_whole = bool(review_of(place))
    blobs = history.files(commit, minutes_paths(place) if is_whole else [f"{place}/minutes.md"]).values()
    return tuple(
        digest
        for _, raw in history.contents(dict.fromkeys(blobs))
        for digest in format_.texts(raw, is_whole=is_whole)
    )


class VerdictCache:
    """Keeps the last verdict on one book."""

    def __init__(self, cache: Cache, book: str) -> None:
        self._cache = cache
        self._key = f"verdict {book}"

    def load(self) -> Verdict | None:
        """The last verdict."""
        kept = self._cache.get(self._key)
        if not isinstance(kept, dict):
            return None
        rules = {rule.word: rule for rule in RULES}
        return Verdict(
            kept["tip"],
            tuple((ref, target) for ref, target in kept["tags"]),
            tuple(Breach(rules[word], *rest) for word, *rest in kept["breaches"]),
            kept["counts"],
            frozenset(kept["gone"]),
            kept["own_words"],
            kept["is_whole"],
            kept["signatures"],
            kept["must_sign"],
            frozenset(kept["ids"]),
            frozenset(kept["people"]),
            frozenset(kept["places"]),
            frozenset(kept["reviewed"]),
            frozenset(kept["signed"]),
        )

    def save(self, it: Verdict) -> None:
        """Keep it in the place of the one before."""
        breaches = [
            [b.rule.word, b.sentence, b.path, b.commit, b.is_told, b.blocks, b.is_past] for b in it.breaches
        ]
        self._cache.put(
            self._key,
            {
                "tip": it.tip,
                "tags": [list(tag) for tag in it.tags],
                "breaches": breaches,
                "counts": dict(it.counts),
                "gone": sorted(it.gone),
                "own_words": it.own_words,
                "is_whole": it.is_whole,
                "signatures": dict(it.signatures),
                "must_sign": it.must_sign,
                "ids": sorted(it.ids),
                "people": sorted(it.people),
                "places": sorted(it.places),
                "reviewed": sorted(it.reviewed),
                "signed": sorted(it.signed),
            },
        )
