"""A flag with everything said about it, and what became of it by rules that need no clock."""

from collections.abc import Iterable, Sequence

from review_tui.model.acts import Act, Disposition, DispositionOutcome, Flag, Reply
from review_tui.model.frozen import frozen
from review_tui.model.quotes import Quote

OPEN = "open"
_SAFEST = (
    OPEN,
    DispositionOutcome.HELD,
    DispositionOutcome.WITHDRAWN,
    DispositionOutcome.ACCEPTED,
    DispositionOutcome.AMENDED,
)
"""Where two people settled a flag apart from each other, the first of these holds."""


@frozen
class FlagThread:
    """A flag with everything said about it."""

    flag: Flag
    replies: tuple[Reply, ...] = ()
    dispositions: tuple[Disposition, ...] = ()

    @classmethod
    def all_of(cls, acts: Sequence[Act]) -> "tuple[FlagThread, ...]":
        """The flags among ``acts`` in their order, each with what ``acts`` say about it in theirs."""
        replies: dict[str, list[Reply]] = {}
        dispositions: dict[str, list[Disposition]] = {}
        for act in acts:  # gone through once: an item may have thousands of flags
            if isinstance(act, Reply):
                replies.setdefault(act.to, []).append(act)
            elif isinstance(act, Disposition):
                dispositions.setdefault(act.of, []).append(act)
        return tuple(
            cls(act, tuple(replies.get(act.id, ())), tuple(dispositions.get(act.id, ())))
            for act in acts
            if isinstance(act, Flag)
        )

    @property
    def latest_dispositions(self) -> tuple[Disposition, ...]:
        """The dispositions that count and that no other follows. More than one: they were made apart."""
        if len(self.dispositions) < 2:  # noqa: PLR2004 -- one alone is followed by none
            return tuple(d for d in self.dispositions if self._is_valid(d))
        behind = _ancestors({d.id: d.after for d in self.dispositions})
        counting = [d for d in self.dispositions if self._is_valid(d)]
        return tuple(
            d
            for d in counting
            if not any(d.id in behind[o.id] and o.id not in behind[d.id] for o in counting)
        )

    @property
    def outcome(self) -> str:
        """What became of it, or ``"open"``. Of several last words the safest holds."""
        outcomes = self._outcomes()
        return next((str(o) for o in _SAFEST if o in outcomes), OPEN)

    @property
    def is_disputed(self) -> bool:
        """Whether reviewers settled it differently, apart from each other, and nobody has decided since."""
        return len(self._outcomes()) > 1

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to settle it. A held flag waits, but is not settled for sign-off."""
        return self.outcome == OPEN

    @property
    def is_unsettled(self) -> bool:
        """Whether it is open or held: it stands between the item and sign-off."""
        return self.outcome in {OPEN, DispositionOutcome.HELD}

    @property
    def picks(self) -> tuple[Reply, ...]:
        """Where persons said that the words stand now; those that nobody has corrected."""
        picked = [r for r in self.replies if r.quote is not None]
        if len(picked) < 2:  # noqa: PLR2004 -- as above
            return tuple(picked)
        behind = _ancestors({r.id: r.replaces for r in picked})
        return tuple(
            r for r in picked if not any(r.id in behind[o.id] and o.id not in behind[r.id] for o in picked)
        )

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The words to look for: the flag's own, or those that persons picked for it."""
        return tuple(r.quote for r in self.picks if r.quote is not None) or (self.flag.quote,)

    def _is_valid(self, disposition: Disposition) -> bool:
        """A flag is withdrawn by whoever raised it, and by nobody else."""
        return disposition.outcome != DispositionOutcome.WITHDRAWN or disposition.by.is_same(self.flag.by)

    def _outcomes(self) -> set[str]:
        """What the last words say. An outcome of a later version of the program settles nothing here."""
        known = set(DispositionOutcome)
        return {d.outcome if d.outcome in known else OPEN for d in self.latest_dispositions}


def _ancestors(after: dict[str, tuple[str, ...]]) -> dict[str, set[str]]:
    """For each id those that it follows, directly or through others."""
    return {act_id: _ancestors_of(after[act_id], after) for act_id in after}


def _ancestors_of(first: Iterable[str], after: dict[str, tuple[str, ...]]) -> set[str]:
    found: set[str] = set()
    waiting = list(first)
    while waiting:
        act_id = waiting.pop()
        if act_id in after and act_id not in found:
            found.add(act_id)
            waiting += after[act_id]
    return found
