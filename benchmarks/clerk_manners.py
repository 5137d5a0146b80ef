"""The manners of the clerks whose notes are written: how much is left out, cut short, said otherwise."""

from dataclasses import dataclass

from benchmarks.clerk_words import ARTICLES, SMALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How one clerk writes."""

    name: str
    gap: float
    """The share of sentences left out."""
    cut: float
    """The share of afterthoughts cut off."""
    otherwise: float
    """The share of words said otherwise, where there is another way."""
    short: float
    """The share of words cut short, where there is a short form."""
    small: frozenset[str] = ARTICLES
    """Words left out."""
    drop: float = 0.0
    """The share of other words left out: no names, figures, deciding words or denials."""
    shuffle: float = 0.1
    """The share of neighbouring notes exchanged."""
    dates: tuple[str, ...]
    names: str = "surname"
    """``full`` as minuted, ``surname``, or ``initials`` where nobody else has the same."""
    bullet: str = ""
    mover: str
    """How proposer and seconder are written."""


MANNERS = (
    Manner(
        name="terse",
        gap=0.25,
        cut=0.5,
        otherwise=0.3,
        short=0.8,
        small=SMALL,
        drop=0.05,
        dates=("{d}.{m:02}.{yy}", "{d}/{m}/{yy}"),
        mover="Prop {a} Sec {b}{what}",
    ),
    Manner(
        name="bullets",
        gap=0.2,
        cut=0.4,
        otherwise=0.5,
        short=0.5,
        dates=("{d} {mon} {yyyy}", "{d}/{m}/{yy}"),
        bullet="- ",
        mover="{what} - {a} / {b}",
    ),
    Manner(
        name="wordy",
        gap=0.15,
        cut=0.3,
        otherwise=0.8,
        short=0.2,
        small=frozenset({"the"}),
        dates=("{d}{th} {mon} {yyyy}",),
        names="full",
        mover="{a} proposed{what}, {b} 2nd",
    ),
    Manner(
        name="scattered",
        gap=0.3,
        cut=0.5,
        otherwise=0.5,
        short=0.5,
        shuffle=0.45,
        dates=("{d} {mon}", "{d}.{m}.{yy}"),
        bullet="* ",
        mover="P: {a}, S: {b}{what}",
    ),
    Manner(
        name="initials",
        gap=0.2,
        cut=0.4,
        otherwise=0.5,
        short=0.6,
        dates=("{d}/{m:02}/{yyyy}", "{d} {mon} {yy}"),
        names="initials",
        mover="p {a}, s {b} -{what}",
    ),
    Manner(
        name="sparse",
        gap=0.3,
        cut=0.8,
        otherwise=0.6,
        short=0.6,
        small=SMALL,
        drop=0.3,
        dates=("{d}/{m}/{yy}", "{d} {mon} {yyyy}"),
        mover="{a}/{b}{what}",
    ),
)
"""The clerks, by seed."""
