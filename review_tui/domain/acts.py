"""What reviewers do, each as one small value that never changes once made."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from review_tui.domain.people import Reviewer
from review_tui.domain.quotes import Quote, SourceQuote


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


_ABOUT_DATES = frozenset({"period", "weekday", "dates"})


def kind_for(check: str) -> FlagKind:
    """The kind of flag that a finding of ``check`` becomes."""
    return FlagKind.DATE if check in _ABOUT_DATES else FlagKind.WORDING


class Outcome(StrEnum):
    """What became of a flag (or of an objection, which only its maker may lift)."""

    AMENDED = "amended"
    ACCEPTED = "accepted"
    HELD = "held"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class Act:
    """What every act says: who, when, and a name of its own."""

    id: str
    by: Reviewer
    at: dt.datetime
    """In UTC."""
    extra: tuple[tuple[str, object], ...] = ()
    """Keys of the file that the program does not understand: kept and shown."""


@dataclass(frozen=True, kw_only=True)
class Flag(Act):
    """A mark on exact words."""

    quote: Quote
    kind: str
    """One of ``FlagKind``, or a kind that this version does not know."""
    comment: str
    suggest: str | None = None
    """Wording to put in the place of the quoted words; ``""`` suggests leaving them out."""


@dataclass(frozen=True, kw_only=True)
class Reply(Act):
    """A word in the conversation of a flag."""

    to: str
    """The flag's id."""
    comment: str


@dataclass(frozen=True, kw_only=True)
class Disposition(Act):
    """What became of a flag or an objection, and why."""

    of: str
    """The id of the flag or objection."""
    outcome: str
    """One of ``Outcome``, or one that this version does not know (which settles nothing)."""
    reason: str


@dataclass(frozen=True, kw_only=True)
class Approval(Act):
    """A reviewer's word that exactly this text is right."""

    text: str
    """Digest of the approved minutes."""
    lifts: tuple[str, ...] = ()
    """Ids of the reviewer's own objections that this approval lifts."""


@dataclass(frozen=True, kw_only=True)
class Objection(Act):
    """A reviewer's word that the text is not right. Stays until that reviewer lifts it."""

    text: str
    """Digest of the minutes objected to."""
    comment: str


@dataclass(frozen=True, kw_only=True)
class Dismissal(Act):
    """A reviewer's word that a finding is none: it stays away until one of its passages changes."""

    finding: str
    """The finding's fingerprint, which the words of all its passages go into."""
    check: str
    message: str
    """What the finding said."""
    reason: str


@dataclass(frozen=True, kw_only=True)
class Evidence(Act):
    """A reviewer's word on what a passage rests on: these notes, or (with none) nothing in the notes."""

    quote: Quote
    """The words of the passage."""
    sources: tuple[SourceQuote, ...]
    replaces: tuple[str, ...] = ()
    """Ids of earlier words on the same passage that this one corrects."""


@dataclass(frozen=True, kw_only=True)
class SignOff(Act):
    """The act that makes a meeting's minutes final."""


@dataclass(frozen=True, kw_only=True)
class Reopening(Act):
    """The act that makes a meeting's minutes a draft again."""

    of: str
    """The id of the sign-off that it ends."""
    reason: str


@dataclass(frozen=True, kw_only=True)
class OtherAct(Act):
    """An act this version does not know: counted, shown, never dropped."""

    act: str
