"""Finds what a meeting decided: agreed, refused, deferred or noted, in minutes' words and in clerks'."""

import re
from collections.abc import Iterator
from enum import StrEnum

from review_tui.model.frozen import frozen
from review_tui.model.text import Span


class DecisionOutcome(StrEnum):
    """Which way it went."""

    AGREED = "agreed"
    REFUSED = "refused"
    DEFERRED = "deferred"
    NOTED = "noted"


@frozen
class Decision:
    """The words that say how something was decided."""

    verb: str
    """The word of deciding as written: "resolved", "agr'd"."""
    outcome: DecisionOutcome
    """With a "not" beside the verb taken into account: "agreed not to" is a refusal."""
    is_firm: bool
    """Whether it can hardly be anything but a decision of the meeting: "RESOLVED", "it was agreed"."""
    span: Span
    """The verb with any "not" and "it was"."""
    text: str


_AGREED = (
    r"agreed|agrees?|agr['\u2019]?d|agrd|agd|agr(?=\W{0,3}(?:\Z|\n))"
    r"|resolved|resolves|res['\u2019]?d|resvd|(?:res|resn|resolution)(?=\s?[:\u2013-]|\s\d\))"
    r"|approved?|approves|app?r?v?['\u2019]d|apprv?d?|aprvd|appvd"
    r"|accepted|accept|acc['\u2019]?d|acce?ptd|acptd|adopted|adopt|adpt['\u2019]?d|ratified|endorsed"
    r"|carried(?!\s(?:out|over|forward|on)\b)|carr['\u2019]d|passed(?=\s(?:unanimously|nem)|[.:;]|\Z)"
    r"|granted|permitted|decided|ok['\u2019]?e?d|okayed"
    r"|nem\.?\scon|all\sin\sfavour|unanimous|unanimously|unan"
)
_REFUSED = (
    r"refused|refuse|refusal|rejected|reject|declined|declines|turned\sdown|defeated|(?<=\s)lost(?=[.,;:)]|\Z)"
    r"|voted\sdown|thrown\sout|dismissed|ref['\u2019]?d|refsd|rfsd|rej['\u2019]?d|rejctd"
)
_DEFERRED = (
    r"deferred|defer|def['\u2019]?d|defrd|postponed|adjourned|held\sover|put\soff"
    r"|left\sover(?!\s?[\u00a3$\u20ac]?\d)"
)
_VERB = re.compile(
    rf"(?<![^\W_])(?:(?P<agreed>{_AGREED})|(?P<refused>{_REFUSED})|(?P<deferred>{_DEFERRED})|(?P<noted>noted|nted))"
    r"(?![^\W_])|(?P<yes>[\u2713\u2714\u2611])|(?P<no>[\u2717\u2718\u2612])",
    re.IGNORECASE,
)
"""Words of deciding, by outcome; a clerk's tick or cross counts too."""
_TURNED = {DecisionOutcome.AGREED: DecisionOutcome.REFUSED, DecisionOutcome.REFUSED: DecisionOutcome.AGREED}
_SIGNS = {"yes": DecisionOutcome.AGREED, "no": DecisionOutcome.REFUSED}
_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|never|nor)|n['\u2019]t)\s(?:been\s|be\s|yet\s|unanimously\s|to\s)?\Z", re.IGNORECASE
)
_NOT_AFTER = re.compile(
    r"\s?[:\u2013-]?\s?(?:that\s(?:the\s|a\s)?(?:\w{1,20}\s)?)?"
    r"(?:(?:not|never)\sto|(?:should|would|shall|will)\snot)\b",
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
    r"(?:\b(?:it|this|these|that)\s(?:was|were|is)\s"
    r"(?:also\s|then\s|therefore\s|further\s|unanimously\s|duly\s|not\s|formally\s){0,2}"
    r"|\b(?:council|committee|board|members|councillors|cllrs|meeting|all|unanimously|everyone|everybody|pc)\s"
    r"(?:also\s|then\s|unanimously\s|all\s|not\s|had\s){0,2}|(?:\A|[-\u2013.:;,(*]\s?\*{0,2}))\Z",
    re.IGNORECASE,
)
_MARK_AFTER = re.compile(r"\*{0,2}\s?[:.;)\u2013-]|\s(?:that|to|by all|unanimously)\b|\Z|\n")
_SHORT = re.compile(
    r"['\u2019]|(?:agr?d?|agrd|apprv?d?|res(?:n|olution)?|refs?d|rejd|okd)\Z|[^\w\s]\Z", re.IGNORECASE
)
_LOOK_BACK = 60
_LOOK_ON = 48
"""Characters before and after a verb in which its "not" and who decided stand."""
_BESIDE = 12
"""Characters between "unanimously" and the verb that it belongs to."""


def find_decisions(text: str, start: int = 0, end: int | None = None) -> tuple[Decision, ...]:
    """The decisions that ``text`` tells of between two offsets, in order."""
    return tuple(_read_decisions(text, start, len(text) if end is None else end))


def _read_decisions(text: str, start: int, end: int) -> Iterator[Decision]:
    """The decisions between two places, each with the "not" that turns it."""
    found = list(_VERB.finditer(text, start, end))
    for index, match in enumerate(found):
        if match[0].casefold().startswith("unan") and _has_verb_beside(found, index):
            continue
        before = text[max(start, match.start() - _LOOK_BACK) : match.start()]
        negated = _NOT_BEFORE.search(before)
        after = _NOT_AFTER.match(text, match.end(), min(end, match.end() + _LOOK_ON))
        first = match.start() - (len(negated[0]) if negated else 0)
        span = Span(first, after.end() if after else match.end())
        outcome = _outcome(match, is_turned=(negated is None) is not (after is None))
        unclear = False
        if outcome is DecisionOutcome.AGREED and not negated and not after:
            if _TO_REFUSE.match(text, match.end(), end):
                outcome = DecisionOutcome.REFUSED
            else:
                unclear = _MAY_REFUSE.match(text, match.end(), end) is not None
        firm = not unclear and _is_firm(match, before, end)
        yield Decision(match[0], outcome, firm, span, span.of(text))


def _outcome(match: re.Match[str], *, is_turned: bool) -> DecisionOutcome:
    """What a verb tells; one "not" before or after it turns it round, both together leave it."""
    kind = match.lastgroup or "agreed"
    outcome = _SIGNS.get(kind) or DecisionOutcome(kind)
    if is_turned and outcome in _TURNED:
        return _TURNED[outcome]
    return outcome


def _is_firm(match: re.Match[str], before: str, end: int) -> bool:
    """Whether the words around a verb make it a decision of the meeting."""
    verb = match[0]
    lead = _FIRM_BEFORE.search(before)
    shouted = verb.isupper() and len(verb) > len("OK")
    said = lead is not None and bool(lead[0].strip() or _MARK_AFTER.match(match.string, match.end(), end))
    return shouted or said or _SHORT.search(verb) is not None


def _has_verb_beside(found: list[re.Match[str]], index: int) -> bool:
    """Whether a verb of deciding stands next to "unanimously": "unanimously refused"."""
    here = found[index]
    beside = [*found[max(0, index - 1) : index], *found[index + 1 : index + 2]]
    return any(max(m.start() - here.end(), here.start() - m.end()) <= _BESIDE for m in beside)
