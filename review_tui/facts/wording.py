"""Says what disagrees, and where the notes have it, in the reader's words."""

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.mentions import Mention
from review_tui.facts.roster import Roster
from review_tui.facts.values import Kind, Value, in_unit_of, is_number
from review_tui.model.findings import Severity

_LONGEST_QUOTE = 70
"""Characters of words that a message quotes."""
_LONGEST_INITIALS = 3
"""Letters of initials, which are told with the name that they stand for."""
_GROUPED_FROM = 10_000
"""Numbers from which thousands are set off by a comma."""

_CALLED = {Kind.MONEY: "amount", Kind.QUARTER: "period"}
"""What a reader calls a value, where that is not the kind's own name."""


def said_in(jotting: Clause) -> str:
    """The notes' file, line and words: ``clerk.md line 3: "JS to get 3 quotes"``."""
    return f"{jotting.where}: \u201c{quoted(jotting.text)}\u201d"


def gives_otherwise(what: str, told: str, noted: str, jotting: Clause) -> str:
    """One sentence: what the draft gives, and what the notes of the same thing do."""
    return f"The draft gives the {what} as {told}; the notes of the same thing give {noted} ({said_in(jotting)})."


def value_clash(clause: Clause, value: Value, jotting: Clause, theirs: Value, weight: float) -> Clash:
    """A value of the draft as a finding, beside that of the notes of the same thing."""
    start, end = trimmed(value)
    begin, finish = trimmed(theirs)
    what = _CALLED.get(value.kind, value.kind.value)
    message = gives_otherwise(what, clause.text[start:end], jotting.text[begin:finish], jotting)
    places = (clause.place(start, end), jotting.place(begin, finish))
    return Clash(message, places, weight, Severity.WARNING, suggestion=like(value, theirs))


def says_otherwise(told: str, noted: str, jotting: Clause, of: str = "thing") -> str:
    """One sentence: what the draft says, and what the notes of the same thing, or votes, do."""
    return (
        f"The draft says \u201c{told}\u201d; the notes of the same {of} say \u201c{noted}\u201d "
        f"({said_in(jotting)})."
    )


def named_in_full(roster: Roster, who: Mention) -> str:
    """The words of the notes, with the name that initials stand for."""
    full = roster.name_of(who.who)
    is_short = who.text.isupper() or len(who.text) <= _LONGEST_INITIALS
    return f"{who.text} ({full})" if full and is_short else who.text


def quoted(text: str) -> str:
    """Words short enough to stand in a sentence."""
    plain = " ".join(text.split()).strip(" |")
    return plain if len(plain) <= _LONGEST_QUOTE else f"{plain[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} \u2026"


def trimmed(value: Value) -> tuple[int, int]:
    """The offsets of a value without the stop behind it."""
    return value.start, value.start + len(value.text.rstrip(" ,.|"))


def like(mine: Value, theirs: Value) -> str:
    """The number of the notes as the draft writes numbers, or nothing where that is not certain."""
    text = mine.text.strip(" ,.")
    if not is_number(mine) or not is_number(theirs) or theirs.by_words or mine.by_words:
        return ""
    if (
        theirs.text.rstrip(" .")[-1:].isalpha()
        or text[-1:] not in "0123456789%"
        or not text.lstrip("\u00a3$")[:1].isdigit()
    ):
        return ""
    unit = mine.number / in_unit_of(theirs, mine) if mine.number else 1
    number = round(theirs.number * unit, 4)
    whole = int(number)
    grouped = "," in text or (whole >= _GROUPED_FROM and mine.kind is Kind.MONEY)
    digits = f"{whole:,}" if grouped else str(whole)
    pence = round((number - whole) * 100)
    if pence or "." in text:
        digits += f".{pence:02d}" if mine.kind is Kind.MONEY else f"{number - whole:.4f}".rstrip("0")[1:]
    sign = text[0] if text[0] in "\u00a3$" else ""
    return f"{sign}{digits}{'%' if text.endswith('%') else ''}"
