"""What a line of the notes is, where it is one that minutes must not leave out."""

import re
from enum import StrEnum
from functools import lru_cache

from review_tui.language.decisions import DecisionOutcome, find_decisions
from review_tui.model.text import Span


class NoteKind(StrEnum):
    """What minutes must not leave out, as a reader would call it."""

    DECISION = "decision"
    ACTION = "action"
    INTEREST = "declaration of interest"
    APOLOGY = "apology"


_INTEREST = re.compile(
    r"\b(?:dec(?:l(?:are[sd]?|aration)?)?s?|decl?['\u2019]d|declrd|dclrd)\b\.?\s"
    r"(?:[^\W\d_]{1,14}\.?\s){0,3}int(?:erest|\.|\b|rst)"
    r"|\bint(?:erest)?\s(?:declared|decl|dec)\b|\bdeclaration of interest\b|\bDPI\b",
    re.IGNORECASE,
)
_APOLOGY = re.compile(
    r"\b(?:apol(?:og(?:y|ies)|s|ogs)?\b\.?(?!\sto\b)|regrets\b(?!\s(?:that|the|to)\b)"
    r"|sorry\sfrom\b|sorry(?=\W{0,4}\Z)|exc(?:used)?\b(?=\W{0,4}(?:/|\Z)))",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:none|no|nil|nobody|n/a)\b", re.IGNORECASE)
_ACTION = re.compile(
    r"\s{0,3}[-*\u2022]?\s{0,2}(?:(?:action|AP|act)s?\b\s?\d{0,2}\s?[:\u2013-]|(?-i:ACTION|AP)\s[A-Z\d])"
    r"|[^\n]{0,3}(?:clerk|clk|chair|treas|sec)\s?(?:->?|>|\u2192)\s?\w",
    re.IGNORECASE,
)
_OFFICE = r"(?:[Cc]lerk|CLERK|clk|[Cc]hair(?:man)?|Ch|[Tt]reas(?:urer)?|[Ss]ec(?:retary)?)"
DEED = (
    r"(?:write|contact|get|ring|chase|check|ask|send|report|arrange|obtain|inform|find|order|buy|invite|remind|rpt"
    r"|book|organise|speak|email|phone|draft|circulate|prepare|follow|liaise|investigate|seek|meet|look)\b"
)
_TO_DO = re.compile(
    rf"(?:\A[\W\d]{{0,6}}|[-\u2013;:,/(\u2192>\u2022]\s{{0,2}}|\.\s{{1,2}})"
    rf"(?:(?:[A-Z]{{2,3}}|(?:the\s)?{_OFFICE}|(?:Cllr|Mrs?|Ms|Miss|Dr)\.?\s[A-Z][a-z]{{1,20}})"
    r"(?:\s[&+]\s[A-Z][A-Za-z]{1,20})?\s(?:is\s)?(?:to|will)\s(?!be\b)[a-z]{3,16}"
    rf"|(?:[A-Z]{{2,3}}|(?:the\s)?{_OFFICE}|(?:Cllr|Mrs?|Ms|Miss|Dr)\.?\s[A-Z][a-z]{{1,20}}|[A-Z][a-z]{{2,12}})"
    rf"(?:\s[&+]\s[A-Z][A-Za-z]{{1,20}})?\s(?:agreed:?\s)?(?:to\s)?{DEED})"
    rf"|\b{_OFFICE}\s(?:(?:is|was|has)\s)?(?:asked\s|agreed\s|agd\s|agr'd\s|ok'd\s)?to\s{DEED}"
)
"""Somebody who is to do something: first in the line or in its part, or, where it is an officer, anywhere."""
_DECIDED = re.compile(
    r"(?:\A[\W\d]{0,12}|[-\u2013:;,.(/]\s{0,2}"
    r"|\b(?:it|we|all|both|everyone|cncl|council|councillors|cttee|ctte|committee|board|trustees|governors"
    r"|members|mbrs|meeting|mtg|cllrs|unan|unanimously|pc)\s(?:was\s)?(?:all\s)?(?:unan\w{0,8}\s)?)"
    r"(?:agreed|agree|agr['\u2019]?d|agrd|agd|decided|resolved|res['\u2019]?d|ok['\u2019]?d|res:)(?![^\W_])"
    r"|(?<![^\W_])(?:agreed|agr['\u2019]?d|agrd|agd|ok(?:['\u2019]?d)?|yes|approved|adopted|accepted|carried|lost"
    r"|(?:refused|rejected|resolved|res|auth['\u2019]?d|authorised|go\sahead|defeated|(?:voted|turned)\sdown)"
    r"|(?:def['\u2019]d|deferred))\W{0,3}\Z|[?:,\u2013-]\s{0,2}no\W{0,3}\Z|[\u2713\u2714\u2611\u2717\u2718\u2612]"
    r"|(?<![^\W_])(?:def['\u2019]d|deferred|refused|ref['\u2019]d|turned\sdown|voted\sdown)"
    r"\s?(?:[-\u2013:,\u2192>]|\sto\b|\suntil\b)"
    r"|(?<![^\W_])(?:not\s(?:agreed|agr['\u2019]?d|agd|approved|accepted|supported|ok['\u2019]d)"
    r"|ok\s(?:subj|but|if|provided|w/|with))(?![^\W_])",
    re.IGNORECASE,
)
"""How clerks note that something was decided: first in the line or in its part, or last."""


_SHOUTED = re.compile(
    r"\b(?:NOT )?(?:AGREED|AGD|APPROVED|ADOPTED|CARRIED|LOST|REFUSED|REJECTED|RESOLVED|DEFERRED|OBJ)\b"
)


def note_kind_of(text: str, span: Span) -> NoteKind | None:
    """What must be minuted of a jotting at ``span`` of notes, or ``None``."""
    jotting = span.of(text)
    if _INTEREST.search(jotting):
        return None if _NONE.search(jotting) else NoteKind.INTEREST
    if _APOLOGY.search(jotting):
        return None if _NONE.search(jotting) else NoteKind.APOLOGY
    decisions = find_decisions(text, span.start, span.end)
    if any(d.is_firm and d.outcome is not DecisionOutcome.NOTED for d in decisions):
        return NoteKind.DECISION
    if _DECIDED.search(jotting) or _SHOUTED.search(jotting):
        return NoteKind.DECISION
    if _ACTION.match(jotting) or _TO_DO.search(jotting):
        return NoteKind.ACTION
    return None


@lru_cache(maxsize=16384)
def kind_of_jotting(text: str) -> NoteKind | None:
    """The same of a jotting by itself, of which several readers ask."""
    return note_kind_of(text, Span(0, len(text)))
