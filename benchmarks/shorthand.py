"""Writes the notes that a clerk might have taken of a meeting, from its true minutes.

Short, reordered here and there, abbreviated, reworded, with gaps, initials for speakers and asides that never
reach the minutes. One clerk has one hand: the dice first choose habits, then what becomes of each sentence.
It knows nothing of what the checks understand, so that it measures them fairly.
"""

import random
import re
from dataclasses import dataclass

from benchmarks.shorthand_words import (
    AGREED,
    ASIDES,
    CUT,
    DIGITS,
    MONTHS,
    NAME,
    OTHERWISE,
    PLAIN_NAME,
    RESOLVED,
    SMALL,
    UNANIMOUS,
)

_END = re.compile(r"(?<=[a-z0-9)\]%\u2019\"][.!?;])\s+(?=[A-Z\u201c\"(\u00a3\d])")
_HELD_OPEN = re.compile(r"\b(?:Mrs?|Ms|Dr|Cllrs?|St|Rev|No|Nos|approx|etc|Messrs)\.$")
_HARD = re.compile(r"\d|\u00a3|propos|second|agreed|resolved|approved|declar|apolog|refus|carried|reject")
_MONEY = re.compile(r"\u00a3\s?(\d{1,3}(?:,\d{3}){1,2}|\d{1,7})(\.\d\d)?(?![\d,])")
_DATE = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({'|'.join(MONTHS)})(?:,? ((?:19|20)\d\d))?\b", re.IGNORECASE
)
_TIME = re.compile(r"\b(\d{1,2})[.:](\d\d) ?([ap])\.?m\b\.?")
_MOVED = re.compile(
    r"(?:(?:it was |this was )?proposed by )(?P<a>[^,;.]{2,40}?),? (?:and )?seconded by (?P<b>[^,;.]{2,40}?)"
    r"(?=[,;.]|$| that | and )",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"(?P<a>[A-Z][^,;:]{2,30}?) proposed (?P<what>[^;]{3,160}?),? (?:and )?(?:this was |was |it was )?"
    r"seconded by (?P<b>[A-Z][^,;]{2,30}?)(?=[,;.]|$| and )"
)
_AGREED = re.compile(
    r"\b(?:it was|this was|was|were|all)? ?(?:unanimously )?agreed(?: that| to)?\b", re.IGNORECASE
)
_RESOLVED = re.compile(r"\b(?:it was )?resolved(?::-)?(?: that| to)?\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Hand:
    """One clerk's habits."""

    names: str
    """``initials``, ``surname`` or ``full``."""
    cuts: float
    """How often a long word is cut short."""
    bullets: bool
    gaps: float
    """How often a sentence without a hard fact is not noted at all."""
    dates: int
    """Which way dates are written."""
    initials: dict[str, str]
    """Surnames with the initials of whoever bears them alone."""


def shorthand(minutes_text: str, rng: random.Random, *, keep: str = "") -> str:
    """Clerk's notes of what ``minutes_text`` records, the same for the same dice.

    A sentence that holds the words ``keep`` is never left out, so that a benchmark can spoil a fact in the
    draft and be sure that the notes still speak of it.
    """
    hand = _Hand(
        rng.choice(("initials", "initials", "surname", "full")),
        rng.choice((0.2, 0.4, 0.7)),
        rng.random() < 0.5,
        rng.choice((0.1, 0.25, 0.4)),
        rng.randrange(4),
        _initials(minutes_text),
    )
    lines: list[str] = []
    for line in minutes_text.splitlines():
        if line.strip():
            lines.extend(_paragraph(line, hand, rng, keep))
        elif lines and lines[-1] and rng.random() < 0.3:
            lines.append("")
    return "\n".join(lines) + "\n"


def _paragraph(line: str, hand: _Hand, rng: random.Random, keep: str) -> list[str]:
    said = [s for s in _sentences(line) if _is_noted(s, hand, rng, keep)]
    if len(said) > 2 and rng.random() < 0.15:
        at = rng.randrange(len(said) - 1)
        said[at], said[at + 1] = said[at + 1], said[at]
    noted = [jotted for s in said if (jotted := _jot(s, hand, rng))]
    if len(noted) > 1 and rng.random() < 0.3:
        joined = rng.choice((" / ", "; ", ". "))
        at = rng.randrange(len(noted) - 1)
        noted[at : at + 2] = [noted[at] + joined + noted[at + 1]]
    if rng.random() < 0.02:
        noted.append(rng.choice(ASIDES))
    return [("- " if hand.bullets else "") + s for s in noted]


def _sentences(line: str) -> list[str]:
    found: list[str] = []
    at = 0
    for end in _END.finditer(line):
        if not _HELD_OPEN.search(line[at : end.start()]):
            found.append(line[at : end.start()])
            at = end.end()
    return [*found, line[at:]]


def _is_noted(sentence: str, hand: _Hand, rng: random.Random, keep: str) -> bool:
    if keep and keep in sentence:
        return True
    return rng.random() > (hand.gaps / 4 if _HARD.search(sentence.lower()) else hand.gaps)


def _jot(sentence: str, hand: _Hand, rng: random.Random) -> str:
    text = re.sub(r"[*_#\\|]", "", sentence).strip()
    text = _moved(text, rng)
    text = NAME.sub(lambda m: _name(m, hand, rng), text)
    text = PLAIN_NAME.sub(lambda m: _plain_name(m, hand), text)
    text = _figures(text, hand, rng)
    text = _decided(text, rng)
    words = [jotted for word in text.split() if (jotted := _word(word, hand, rng))]
    return _turned(" ".join(words), rng).strip(" ,")


def _moved(text: str, rng: random.Random) -> str:
    form = rng.choice(
        ("prop {a} sec {b}", "{a}/{b}", "prop: {a}, 2nd: {b}", "p {a}, s {b}", "{a} prop, {b} sec")
    )
    text = _MOVED.sub(lambda m: form.format(a=m["a"], b=m["b"]), text, count=1)
    return _MOVES.sub(lambda m: f"{m['what']} - " + form.format(a=m["a"], b=m["b"]), text, count=1)


def _initials(text: str) -> dict[str, str]:
    """Surnames with initials that nobody else has."""
    owners: dict[str, set[str]] = {}
    for found in (*NAME.finditer(text), *PLAIN_NAME.finditer(text)):
        if found["first"]:
            owners.setdefault(found["first"][0] + found["last"][0], set()).add(found["last"])
    return {names.copy().pop(): letters for letters, names in owners.items() if len(names) == 1}


def _name(found: re.Match[str], hand: _Hand, rng: random.Random) -> str:
    last, first = found["last"], found["first"] or ""
    if hand.names == "initials" and last in hand.initials:
        return hand.initials[last]
    if hand.names == "full":
        return found[0]
    return rng.choice(
        (last, last, f"Cllr {last}" if "C" in found["title"] else f"{first[:1]} {last}".strip())
    )


def _plain_name(found: re.Match[str], hand: _Hand) -> str:
    last = found["last"]
    known = hand.initials.get(last) == found["first"][0] + last[0]
    return hand.initials[last] if hand.names == "initials" and known and len(last) > 4 else found[0]


def _figures(text: str, hand: _Hand, rng: random.Random) -> str:
    def money(found: re.Match[str]) -> str:
        whole, pence = found[1].replace(",", ""), found[2] or ""
        if whole.endswith("000") and pence in {"", ".00"} and rng.random() < 0.5:
            return f"\u00a3{whole[:-3]}k"
        return f"\u00a3{whole}{'' if pence == '.00' else pence}"

    def date(found: re.Match[str]) -> str:
        day, month, year = found[1], found[2].capitalize(), found[3] or ""
        number = MONTHS.index(month) + 1
        short = f" {year[2:]}" if year and rng.random() < 0.7 else ""
        return (
            f"{day} {month[:3]}{short}",
            f"{day}/{number}" + (f"/{year[2:]}" if year else ""),
            f"{day}.{number}.{year[2:]}" if year else f"{day} {month[:3]}",
            f"{month[:3]} {day}{short and ','}{short}",
        )[hand.dates]

    text = _DATE.sub(date, text)
    text = _TIME.sub(
        lambda m: rng.choice((f"{m[1]}.{m[2]}{m[3]}m", f"{m[1]}:{m[2]}", f"{m[1]}.{m[2]}")), text
    )
    text = re.sub(r"(\d) ?(?:per cent|percent)\b", r"\1%", text)
    return _MONEY.sub(money, text)


def _decided(text: str, rng: random.Random) -> str:
    text = _AGREED.sub(f" {rng.choice(AGREED)} ", text, count=1)
    text = _RESOLVED.sub(f" {rng.choice(RESOLVED)} ", text, count=1)
    return re.sub(r"\bunanimous(?:ly)?\b", rng.choice(UNANIMOUS), text, flags=re.IGNORECASE)


def _word(word: str, hand: _Hand, rng: random.Random) -> str:
    core = word.strip(".,;:()\u201c\u201d\"'")
    low = core.lower()
    if low in SMALL and rng.random() < 0.9:
        return ""
    if low in DIGITS and rng.random() < 0.7:
        return word.replace(core, DIGITS[low])
    for table, often in ((CUT, 0.8), (OTHERWISE, 0.5)):
        if low in table and rng.random() < often:
            return word.replace(core, rng.choice(table[low]))
    if core.isalpha() and core.islower() and len(core) > 6 and rng.random() < hand.cuts / 2:
        return word.replace(core, _cut(core, rng))
    return word


def _cut(word: str, rng: random.Random) -> str:
    way = rng.randrange(3)
    if way == 0:
        return word[0] + re.sub(r"[aeiou]", "", word[1:])
    if way == 1 and word.endswith("ed"):
        return word[:4] + "'d"
    return word[: rng.choice((4, 5, 6))] + rng.choice(("", "", "."))


def _turned(text: str, rng: random.Random) -> str:
    """The second half first, now and then."""
    halves = re.split(r", (?=[a-z])", text, maxsplit=1)
    if len(halves) == 2 and min(map(len, halves)) > 15 and rng.random() < 0.15:
        return f"{halves[1]} - {halves[0]}"
    return text
