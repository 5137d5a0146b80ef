"""What reviewers do, each as one small value that never changes once made."""

import datetime as dt
from dataclasses import field
from enum import StrEnum

from review_tui.model.frozen import frozen
from review_tui.model.people import Reviewer
from review_tui.model.quotes import Quote, SourceQuote


class FlagKind(StrEnum):
    """What a flag is about."""

    DATE = "date"
    FIGURE = "figure"
    NAME = "name"
    ATTRIBUTION = "attribution"
    WORDING = "wording"
    OMISSION = "omission"
    STYLE = "style"
    OTHER = "other"


class DispositionOutcome(StrEnum):
    """What became of a flag (or of an objection, which only its maker may lift)."""

    AMENDED = "amended"
    ACCEPTED = "accepted"
    HELD = "held"
    WITHDRAWN = "withdrawn"


@frozen(kw_only=True, slots=False)
class Act:
    """What every act says: who, when, and a name of its own."""

    id: str
    by: Reviewer
    at: dt.datetime
    """In UTC."""
    extra: tuple[tuple[str, object], ...] = field(default=(), hash=False)
    """Keys of the file that the program does not understand: kept and shown."""
    previous: str = ""
    """The id of its maker's act before it in the same place, where it is signed."""
    signature: str = ""
    """Its maker's signature over all of it, as OpenSSH writes one; empty where it is not signed."""


@frozen(kw_only=True, slots=False)
class Flag(Act):
    """A mark on exact words."""

    quote: Quote
    kind: str
    """One of ``FlagKind``, or a kind that this version does not know."""
    comment: str
    suggest: str | None = None
    """Wording to put in the place of the quoted words; ``""`` suggests leaving them out."""


@frozen(kw_only=True, slots=False)
class Reply(Act):
    """A word in the conversation of a flag."""

    to: str
    """The flag's id."""
    comment: str
    quote: Quote | None = None
    """Where the flag's words stand now, when a person picked the place."""
    replaces: tuple[str, ...] = ()
    """Ids of earlier picks that this one corrects."""


@frozen(kw_only=True, slots=False)
class Disposition(Act):
    """What became of a flag or an objection, and why."""

    of: str
    """The id of the flag or objection."""
    outcome: str
    """One of ``DispositionOutcome``, or one that this version does not know (which settles nothing)."""
    reason: str
    after: tuple[str, ...] = ()
    """Ids of the earlier dispositions that this one follows: no clock decides which came last."""


@frozen(kw_only=True, slots=False)
class Approval(Act):
    """A reviewer's word that exactly this text is right."""

    text_digest: str
    """Digest of the approved minutes."""
    lifts: tuple[str, ...] = ()
    """Ids of the reviewer's own objections that this approval lifts."""


@frozen(kw_only=True, slots=False)
class Receipt(Act):
    """A reviewer's word that they have read exactly this text and have no comment."""

    text_digest: str
    """Digest of the minutes that were read."""


@frozen(kw_only=True, slots=False)
class Objection(Act):
    """A reviewer's word that the text is not right. Stays until that reviewer lifts it."""

    text_digest: str
    """Digest of the minutes objected to."""
    comment: str


@frozen(kw_only=True, slots=False)
class Dismissal(Act):
    """A reviewer's word that a finding is none: it stays away until one of its passages changes."""

    finding: str
    """The finding's fingerprint, which the words of all its passages go into."""
    check: str
    message: str
    """What the finding said."""
    reason: str


@frozen(kw_only=True, slots=False)
class Evidence(Act):
    """A reviewer's word on what a passage rests on: these notes, or (with none) nothing in the notes."""

    quote: Quote
    """The words of the passage."""
    sources: tuple[SourceQuote, ...]
    replaces: tuple[str, ...] = ()
    """Ids of earlier words on the same passage that this one corrects."""


@frozen
class SignedItem:
    """One item as it was signed."""

    item: str
    """The item's id."""
    text_digest: str
    """Digest of its minutes."""
    approvals: tuple[str, ...] = ()
    """Ids of the approvals that it was signed on."""
    extra: tuple[tuple[str, object], ...] = field(default=(), hash=False)
    """What the file says beside, kept and shown."""


@frozen
class OpenFinding:
    """A finding that was open, and told, when the minutes were signed regardless."""

    item: str
    """The item's id."""
    finding: str
    """Its fingerprint."""
    check: str
    severity: str
    message: str
    """What it said."""
    extra: tuple[tuple[str, object], ...] = ()
    """What the file says beside, kept and shown."""


@frozen(kw_only=True, slots=False)
class SignOff(Act):
    """The act that makes a meeting's minutes final."""

    items: tuple[SignedItem, ...] = ()
    findings: tuple[OpenFinding, ...] = ()
    """What was open and told when it was signed."""
    dissent: str = ""
    """What the chair does not agree with, as a recorded paragraph."""
    statement: str = ""
    """What whoever signed wished to be recorded with it."""

    def of_item(self, item: str) -> SignedItem | None:
        """What was signed of the item with this id."""
        return next((signed for signed in self.items if signed.item == item), None)


@frozen(kw_only=True, slots=False)
class Reopening(Act):
    """The act that makes a meeting's minutes a draft again."""

    of: str
    """The id of the sign-off that it ends."""
    reason: str


@frozen(kw_only=True, slots=False)
class Correction(Act):
    """What a later meeting put right in signed minutes, whose own words stay as they were signed."""

    item: str
    """The item's id."""
    quote: Quote
    """The words that were wrong."""
    wording: str
    """What they should have said; empty when they should not be there."""
    reason: str
    meeting: str
    """Where it was made: the later meeting's id, or what it is called."""


@frozen(kw_only=True, slots=False)
class OtherAct(Act):
    """An act this version does not know: counted, shown, never dropped."""

    act: str
