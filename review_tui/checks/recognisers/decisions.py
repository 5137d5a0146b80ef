"""Finds what a meeting decided: agreed, refused, deferred or noted, in minutes' words and in clerks' short ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from review_tui.domain.text import Span


class Outcome(StrEnum):
    """Which way it went."""

    AGREED = "agreed"
    REFUSED = "refused"
    DEFERRED = "deferred"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Decision:
    """The words that say how something was decided."""

    verb: str
    """The word of deciding as written: "resolved", "agr'd"."""
    outcome: Outcome
    """With a "not" beside the verb taken into account: "agreed not to" is a refusal."""
    is_firm: bool
    """Whether it can hardly be anything but a decision of the meeting: "RESOLVED", "it was agreed", "agr'd:"."""
    span: Span
    """The verb with any "not" and "it was"."""
    text: str


_VERB = re.compile(
    r"(?<![^\W_])(?:"
    r"(?P<agreed>agreed|agree|agrees|agr['\u2019]?d|agd|resolved|resolves|res['\u2019]?d|resvd|(?:res|resn|resolution)(?=\s?[:\u2013-])"
    r"|approved|approve|approves|app?r?v?['\u2019]d|apprvd|apprd|accepted|accept|acc['\u2019]d|accptd|adopted|adopt|adptd|ratified|endorsed"
    r"|carried(?!\s(?:out|over|forward|on|by))|passed(?=\s(?:unanimously|nem)|[.:;]|\Z)|granted|permitted|decided|ok['\u2019]?d|okayed"
    r"|nem\.?\scon|all\sin\sfavour|unanimous|unanimously|unan)"
    r"|(?P<refused>refused|refuse|refusal|rejected|reject|declined|declines|turned\sdown|defeated|(?<=\s)lost(?=[.,;:)]|\Z)"
    r"|voted\sdown|thrown\sout|dismissed|ref['\u2019]d)"
    r"|(?P<deferred>deferred|defer|def['\u2019]?d|postponed|adjourned|held\sover|put\soff|left\sover)"
    r"|(?P<noted>noted|nted)"
    r")(?![^\W_])",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|never|nor)|n['\u2019]t)\s(?:been\s|be\s|yet\s|unanimously\s|to\s)?\Z", re.IGNORECASE
)
_NOT_AFTER = re.compile(
    r"\s?[:\u2013-]?\s?(?:that\s(?:the\s|a\s)?(?:\w{1,20}\s)?)?(?:(?:not|never)\sto|(?:should|would|shall|will)\snot)\b",
    re.IGNORECASE,
)
_TO_REFUSE = re.compile(
    r"\s?[:\u2013-]?\s?(?:(?:that|to|by|all|members|council|unanimously|the|it|this)\s){0,4}"
    r"(?:refuse|reject|object|oppose|decline|recommend\s(?:refusal|rejection))",
    re.IGNORECASE,
)
"""After "agreed": what was agreed is a refusal."""
_MAY_REFUSE = re.compile(r"[^.;\n]{0,80}?(?:refus|reject|object|declin|oppos|defer)", re.IGNORECASE)
_FIRM_BEFORE = re.compile(
    r"(?:\b(?:it|this|these|that)\s(?:was|were|is)\s(?:also\s|then\s|therefore\s|further\s|unanimously\s|duly\s|not\s|formally\s){0,2}"
    r"|\b(?:council|committee|board|members|councillors|cllrs|meeting|all|unanimously|everyone|everybody|pc)\s"
    r"(?:also\s|then\s|unanimously\s|all\s|not\s|had\s){0,2}|(?:\A|[-\u2013.:;,(*]\s?\*{0,2}))\Z",
    re.IGNORECASE,
)
_MARK_AFTER = re.compile(r"\*{0,2}\s?[:.;)\u2013-]|\s(?:that|to|by all|unanimously)\b|\Z|\n")
_SHORT = re.compile(r"['\u2019]|agd\Z|res(?:n|olution)?\Z", re.IGNORECASE)
_LOOK_BACK = 60
_LOOK_ON = 48
_BESIDE = 12


def find_decisions(text: str, start: int = 0, end: int | None = None) -> tuple[Decision, ...]:
    """The decisions that ``text`` tells of between two offsets, in order."""
    return tuple(_read(text, start, len(text) if end is None else end))


def _read(text: str, start: int, end: int) -> Iterator[Decision]:
    found = list(_VERB.finditer(text, start, end))
    for index, match in enumerate(found):
        if match[0].casefold().startswith("unan") and _has_verb_beside(found, index):
            continue
        before = text[max(start, match.start() - _LOOK_BACK) : match.start()]
        negated = _NOT_BEFORE.search(before)
        after = _NOT_AFTER.match(text, match.end(), min(end, match.end() + _LOOK_ON))
        outcome = Outcome(match.lastgroup or "agreed")
        if (negated or after) and outcome in {Outcome.AGREED, Outcome.REFUSED}:
            outcome = Outcome.REFUSED if outcome is Outcome.AGREED else Outcome.AGREED
        unclear = False
        if outcome is Outcome.AGREED and not negated and not after:
            refusing = _TO_REFUSE.match(text, match.end(), end)
            outcome = Outcome.REFUSED if refusing else outcome
            unclear = not refusing and _MAY_REFUSE.match(text, match.end(), end) is not None
        verb = match[0]
        lead = _FIRM_BEFORE.search(before)
        shouted = verb.isupper() and len(verb) > 2  # noqa: PLR2004 -- "OK" shouts by itself
        said = lead is not None and bool(lead[0].strip() or _MARK_AFTER.match(text, match.end(), end))
        firm = not unclear and (shouted or _SHORT.search(verb) is not None or said)
        first = match.start() - (len(negated[0]) if negated else 0)
        span = Span(first, after.end() if after else match.end())
        yield Decision(verb, outcome, firm, span, span.of(text))


def _has_verb_beside(found: list[re.Match[str]], index: int) -> bool:
    """Whether a verb of deciding stands next to "unanimously": "unanimously refused", "agreed unanimously"."""
    here = found[index]
    beside = [*found[max(0, index - 1) : index], *found[index + 1 : index + 2]]
    return any(max(m.start() - here.end(), here.start() - m.end()) <= _BESIDE for m in beside)
