"""What a line of the notes is, where it is one that minutes must not leave out."""

import re
from enum import StrEnum

from review_tui.checks.notes.lines import Line
from review_tui.checks.recognisers.decisions import Outcome, find_decisions


class Kind(StrEnum):
    """What minutes must not leave out, as a reader would call it."""

    DECISION = "decision"
    ACTION = "action"
    INTEREST = "declaration of interest"
    APOLOGY = "apology"


_INTEREST = re.compile(
    r"\b(?:dec(?:l(?:are[sd]?|aration)?)?s?|decl?['\u2019]d|declrd|dclrd)\b\.?\s(?:[^\W\d_]{1,14}\.?\s){0,3}int(?:erest|\.|\b|rst)"
    r"|\bint(?:erest)?\s(?:declared|decl|dec)\b|\bdeclaration of interest\b|\bDPI\b",
    re.IGNORECASE,
)
_APOLOGY = re.compile(r"\bapol(?:og(?:y|ies)|s|ogs)?\b\.?(?!\sto\b)", re.IGNORECASE)
_NONE = re.compile(r"\b(?:none|no|nil|nobody|n/a)\b", re.IGNORECASE)
_ACTION = re.compile(r"\s{0,3}[-*\u2022]?\s{0,2}(?:action|AP|act)s?\b\s?\d{0,2}\s?[:\u2013-]", re.IGNORECASE)
_TO_DO = re.compile(
    r"(?:\A|[-\u2013;:,/(\u2192>]\s{0,2}|\.\s{1,2})"
    r"(?:[A-Z]{2,3}|(?:the\s)?(?:[Cc]lerk|clk|CLERK|[Cc]hair(?:man)?|Ch|[Tt]reas(?:urer)?|[Ss]ec(?:retary)?)"
    r"|(?:Cllr|Mrs?|Ms|Miss|Dr)\.?\s[A-Z][a-z]{1,20}|[A-Z][a-z]{2,12})"
    r"(?:\s[&+]\s[A-Z][A-Za-z]{1,20})?\s(?:(?:is\s)?(?:to|will)\s(?!be\b)[a-z]{3,16}|(?:agreed:?\s)?(?:to\s)?(?:write|contact|get|ring|chase"
    r"|check|ask|send|report|arrange|obtain|inform|find|order|buy|invite|remind|rpt|book|organise|speak|email|phone))\b"
)
_DECIDED = re.compile(
    r"(?:\A\W{0,4}|[-\u2013:;,.(/]\s{0,2}|\b(?:it|all|cncl|council|cttee|board|members|cllrs|unan(?:imously)?|pc)\s(?:was\s)?)"
    r"(?:agreed|agree|agr['\u2019]?d|agd|decided|resolved|res['\u2019]?d|ok['\u2019]?d|res:)(?![^\W_])"
    r"|(?<![^\W_])(?:agreed|agr['\u2019]?d|agd|ok['\u2019]?d|approved)\W{0,3}\Z",
    re.IGNORECASE,
)
"""How clerks note that something was decided: first in the line or in its part, or last."""


def kind_of(line: Line) -> Kind | None:
    """What must be minuted of a line of the notes, or ``None``."""
    text = line.text
    if _INTEREST.search(text):
        return None if _NONE.search(text) else Kind.INTEREST
    if _APOLOGY.search(text):
        return None if _NONE.search(text) else Kind.APOLOGY
    decisions = find_decisions(line.document.text, line.span.start, line.span.end)
    if any(d.is_firm and d.outcome is not Outcome.NOTED for d in decisions):
        return Kind.DECISION
    if _DECIDED.search(text):
        return Kind.DECISION
    if _ACTION.match(text) or _TO_DO.search(text):
        return Kind.ACTION
    return None
