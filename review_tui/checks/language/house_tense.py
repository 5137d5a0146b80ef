"""Finds what minutes tell in the present tense: "The Chair reports that ..."."""

import re
from collections.abc import Iterator

from review_tui.language.quotations import find_quotations
from review_tui.model.text import Span

_PAST = {
    "advises": "advised",
    "agrees": "agreed",
    "announces": "announced",
    "asks": "asked",
    "comments": "commented",
    "confirms": "confirmed",
    "congratulates": "congratulated",
    "declares": "declared",
    "explains": "explained",
    "expresses": "expressed",
    "gives": "gave",
    "highlights": "highlighted",
    "informs": "informed",
    "introduces": "introduced",
    "invites": "invited",
    "moves": "moved",
    "notes": "noted",
    "offers": "offered",
    "opens": "opened",
    "outlines": "outlined",
    "points": "pointed",
    "presents": "presented",
    "proposes": "proposed",
    "queries": "queried",
    "raises": "raised",
    "reads": "read",
    "recommends": "recommended",
    "reminds": "reminded",
    "reports": "reported",
    "requests": "requested",
    "resolves": "resolved",
    "says": "said",
    "seconds": "seconded",
    "states": "stated",
    "stresses": "stressed",
    "suggests": "suggested",
    "summarises": "summarised",
    "tells": "told",
    "thanks": "thanked",
    "undertakes": "undertook",
    "updates": "updated",
    "urges": "urged",
    "welcomes": "welcomed",
}
_WHO = (
    r"(?:\b(?:chair|chairman|chairwoman|chairperson|vice-chair|clerk|mayor|leader|treasurer|secretary|president"
    r"|director|officer|manager|committee|board|council|group|panel|forum)"
    r"|\b(?:cllr|councillor|mr|mrs|ms|miss|dr|prof|sir)\.? (?:[A-Z]\.? ?)?(?:[A-Z]\.? ?)?"
    r"(?-i:[A-Z])[\w'\u2019-]{1,24})"
)
_TOLD = re.compile(rf"{_WHO} (?P<verb>{'|'.join(_PAST)})\b", re.IGNORECASE)
_IMPERSONAL = re.compile(
    r"\bit (?P<verb>is) (?:noted|agreed|reported|resolved|proposed|suggested|confirmed)\b", re.IGNORECASE
)


def find_present(sentence: str) -> Iterator[tuple[Span, str]]:
    """The verbs of ``sentence`` that tell in the present, each with its past; what is quoted is left out."""
    quoted = find_quotations(sentence)
    for pattern in (_TOLD, _IMPERSONAL):
        for match in pattern.finditer(sentence):
            verb, span = match["verb"], Span(*match.span("verb"))
            if not any(quotation.holds(span) for quotation in quoted):
                yield span, _PAST.get(verb.casefold(), "was")
