"""The acts of an item folded over its present text: where it stands, by rules that need no clock.

The state is never stored. An approval counts while its digest is the text's (or differs from it only in what
the policy ignores), a flag is open until a disposition names it, an objection stays until its maker lifts it.
"""

from collections.abc import Sequence
from dataclasses import field
from enum import StrEnum

from review_tui.model.acts import (
    Act,
    Approval,
    Correction,
    Dismissal,
    Disposition,
    DispositionOutcome,
    Flag,
    Objection,
    Receipt,
    Reopening,
    SignOff,
)
from review_tui.model.date_format import format_moment
from review_tui.model.flag_threads import FlagThread
from review_tui.model.frozen import frozen
from review_tui.model.people import Reviewer
from review_tui.model.policy import Policy
from review_tui.model.visible import visible


class Status(StrEnum):
    """Where an item is on the way to the record."""

    DRAFT = "draft"
    IN_REVIEW = "in review"
    APPROVED = "approved"
    STALE = "stale"
    SIGNED_OFF = "signed off"

    @property
    def words(self) -> str:
        """As a reader is told; the value is for files and JSON."""
        return "changed since approval" if self is Status.STALE else self.value


@frozen
class StatusTerms:
    """What approving an item asks for beside the acts themselves. Without any, one approval will do."""

    policy: Policy = field(default_factory=Policy)
    item: str = ""
    """The item's id."""
    presenter: str = ""
    """As the agenda names them."""
    contributors: frozenset[str] | None = frozenset()
    """Addresses, in small letters, of those whose words the present text holds since it was last approved.
    ``None`` while nobody has looked: then nothing can be said to be approved that depends on it."""
    same: frozenset[str] = frozenset()
    """Digests of earlier texts that differ from the present one only in what the policy ignores."""
    includes_history: bool = False
    """Whether the history was asked."""


@frozen
class ItemState:
    """The acts of an item folded over its present text."""

    text_digest: str
    """Digest of the minutes now."""
    flags: tuple[FlagThread, ...] = ()
    approvals: tuple[Approval, ...] = ()
    """Every approval there is, oldest first."""
    objections: tuple[Objection, ...] = ()
    """Those not lifted."""
    receipts: tuple[Receipt, ...] = ()
    """Every "read, no comment" there is, oldest first."""
    dismissed: frozenset[str] = frozenset()
    """Fingerprints of findings that a reviewer said are none."""
    has_acts: bool = False
    sign_off: SignOff | None = None
    """The sign-off that stands."""
    corrections: tuple[Correction, ...] = ()
    """What later meetings put right in it."""
    terms: StatusTerms = field(default_factory=StatusTerms)

    @property
    def signed_off(self) -> bool:
        """Whether the meeting's minutes are final."""
        return self.sign_off is not None

    @property
    def differs_from_signed(self) -> bool:
        """Whether the minutes are not what was signed off: edited since, or put on the agenda since."""
        return self.sign_off is not None and _differs_from_signed(
            self.sign_off, self.terms.item, self.text_digest
        )

    @property
    def open_flags(self) -> tuple[Flag, ...]:
        """Flags that nobody has settled."""
        return tuple(thread.flag for thread in self.flags if thread.is_open)

    @property
    def unsettled_flags(self) -> tuple[Flag, ...]:
        """Flags that are open or held."""
        return tuple(thread.flag for thread in self.flags if thread.is_unsettled)

    @property
    def current_approvals(self) -> tuple[Approval, ...]:
        """Approvals of the present text, or of one that differs only in what the policy ignores."""
        return tuple(
            a for a in self.approvals if a.text_digest == self.text_digest or a.text_digest in self.terms.same
        )

    @property
    def counting_approvals(self) -> tuple[Approval, ...]:
        """Current approvals, without those of one's own words where the policy does not let them count."""
        if self.terms.policy.own_words:
            return self.current_approvals
        return tuple(a for a in self.current_approvals if not acted_on_current_text(self.terms, a.by))

    @property
    def waits_for(self) -> tuple[str, ...]:
        """Who still has to approve by the policy: "the chair", "the presenter (Ann Lee) or an officer"."""
        policy, presenter = self.terms.policy, self.terms.presenter
        unmet = policy.unmet(presenter, (a.by for a in self.counting_approvals))
        return tuple(policy.words(need, presenter) for need in unmet)

    @property
    def is_agreed(self) -> bool:
        """Whether the approvals that count are all that the policy asks for."""
        counting = self.counting_approvals
        policy = self.terms.policy
        return bool(counting) and not policy.unmet(self.terms.presenter, (a.by for a in counting))

    @property
    def status(self) -> Status:
        """Where the item is."""
        if self.signed_off:
            return Status.SIGNED_OFF
        if self.approvals and not self.current_approvals:
            return Status.STALE
        if self.open_flags or self.objections:
            return Status.IN_REVIEW
        if self.is_agreed:
            return Status.APPROVED
        return Status.IN_REVIEW if self.has_acts else Status.DRAFT


def acted_on_current_text(terms: StatusTerms, who: Reviewer) -> bool:
    """Whether the text holds words of ``who`` that nobody has approved, or nobody has looked."""
    return terms.contributors is None or who.email.casefold() in terms.contributors


def fold_acts(
    text: str, acts: Sequence[Act], meeting_acts: Sequence[Act] = (), terms: StatusTerms | None = None
) -> ItemState:
    """The state that ``acts`` give an item whose minutes have the digest ``text``."""
    ordered = sorted(acts, key=lambda act: (act.at, act.id))
    at_meeting = sorted(meeting_acts, key=lambda act: (act.at, act.id))
    terms = terms or StatusTerms()
    lifted = {(i, a.by.email.casefold()) for a in ordered if isinstance(a, Approval) for i in a.lifts}
    lifted |= {
        (d.of, d.by.email.casefold())
        for d in ordered
        if isinstance(d, Disposition) and d.outcome == DispositionOutcome.WITHDRAWN
    }
    """Each with who lifts: of two objections with one id nobody lifts another's."""
    status = sign_offs_in_force(at_meeting)
    return ItemState(
        text_digest=text,
        flags=FlagThread.all_of(ordered),
        approvals=tuple(act for act in ordered if isinstance(act, Approval)),
        objections=tuple(
            a for a in ordered if isinstance(a, Objection) and (a.id, a.by.email.casefold()) not in lifted
        ),
        receipts=tuple(act for act in ordered if isinstance(act, Receipt)),
        dismissed=frozenset(act.finding for act in ordered if isinstance(act, Dismissal)),
        has_acts=bool(ordered),
        sign_off=_doubtful_sign_off(status, terms.item, text),
        corrections=tuple(a for a in at_meeting if isinstance(a, Correction) and a.item == terms.item),
        terms=terms,
    )


def sign_offs_in_force(meeting_acts: Sequence[Act]) -> tuple[SignOff, ...]:
    """The sign-offs that no reopening has ended; more than one when people signed apart.

    The first stands: the one that was signed first, of two at the same second that with the smaller id. So
    it is
    the same one in every copy of the book, whichever way the acts came there.
    """
    reopened = {act.of for act in meeting_acts if isinstance(act, Reopening)}
    signed = (a for a in meeting_acts if isinstance(a, SignOff) and a.id not in reopened)
    return tuple(sorted(signed, key=lambda act: (act.at, act.id)))


def _doubtful_sign_off(signed: Sequence[SignOff], item: str, text: str) -> SignOff | None:
    """Of sign-offs made apart one that the text is not that of, if there is any; else the first."""
    return next(
        (each for each in signed if _differs_from_signed(each, item, text)), signed[0] if signed else None
    )


def signed_apart(meeting: str, signed: Sequence[SignOff]) -> str:
    """What both signers have to know when a meeting was signed off twice, apart; the first of them stands."""
    first, *others = signed
    also = " and ".join(f"{visible(act.by.name)} ({format_moment(act.at)})" for act in others)
    return (
        f"{visible(meeting)} was signed off twice, by people who did not know of each other: by "
        f"{visible(first.by.name)} ({format_moment(first.at)}) and by {also}. The one that was signed "
        "first, by "
        f"{visible(first.by.name)}, stands; the other is kept beside it. Tell each other."
    )


def _differs_from_signed(sign_off: SignOff, item: str, text: str) -> bool:
    """Whether ``sign_off`` says what was signed, and it is not this text."""
    signed = sign_off.of_item(item)
    return signed.text_digest != text if signed else bool(sign_off.items and item)
