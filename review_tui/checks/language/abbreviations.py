"""The abbreviations check: introduced before they are used, and always for the same name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from review_tui.checks.check import Check
from review_tui.language.abbreviations import Abbreviation, find_abbreviations
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material
from review_tui.model.text import Span

_TOKEN = re.compile(r"(?<![\w&/.@-])[A-Z][A-Za-z]{1,8}(?:[&/-][A-Za-z]{1,6})?(?![\w@-])")
_SHOUTED = 0.6
"""The share of capitals from which a line is set in capitals, and a word in it is no abbreviation."""
_FAMILIAR = frozenset(
    """
    AGM AOB BBC BT CCTV CEO COVID DVLA EU GDPR GP HGV HMRC HQ ID IT MEP MP NATO NHS OBE PAYE PC PDF QC RFO TV
    UK UN USA VAT WC
    """.split()  # noqa: SIM905 -- reads better as prose
)
"""Nobody waits for these to be introduced."""


class AbbreviationsCheck(Check):
    """Finds abbreviations that come before their introduction, and those introduced for two names."""

    id = "abbreviations"
    finds = "An abbreviation used before it is introduced, or introduced for two different names."
    severity = Severity.HINT
    flag_kind = FlagKind.STYLE
    example = (
        "A reply from the LPA was read out.\n\n"
        "The Clerk will write to the Local Planning Authority (LPA) again.\n"
    )

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        draft = material.draft
        introduced: dict[str, list[Abbreviation]] = defaultdict(list)
        for abbreviation in find_abbreviations(draft.text):
            introduced[abbreviation.short].append(abbreviation)
        found = [*_differing(draft, introduced), *_early(draft, introduced)] if introduced else []
        return tuple(sorted(found, key=lambda finding: finding.places[0].span))


def _differing(draft: Document, introduced: dict[str, list[Abbreviation]]) -> Iterator[Finding]:
    """Abbreviations that stand for another name than when they were introduced first."""
    for short, all_of_it in introduced.items():
        first = all_of_it[0]
        told = {first.key}
        for other in all_of_it[1:]:
            if other.key in told or _is_part(first.key, other.key):
                continue
            told.add(other.key)
            places = (draft.place(other.span), draft.place(first.span))
            message = (
                f"{short} is introduced here as \u201c{other.long}\u201d, but in line {places[1].line} as "
                f"\u201c{first.long}\u201d."
            )
            yield Finding(AbbreviationsCheck.id, Severity.HINT, message, places)


def _early(draft: Document, introduced: dict[str, list[Abbreviation]]) -> Iterator[Finding]:
    """The first use of each abbreviation that comes before its introduction."""
    waiting = {short: found[0] for short, found in introduced.items() if short not in _FAMILIAR}
    for token in _TOKEN.finditer(draft.text):
        first = waiting.get(token[0])
        if first is None:
            continue
        if token.start() >= first.span.start:
            del waiting[token[0]]
        elif not _is_shouted(draft.text, token.start()):
            del waiting[token[0]]
            yield _used_early(draft, token, first)


def _used_early(draft: Document, token: re.Match[str], first: Abbreviation) -> Finding:
    places = (draft.place(Span(token.start(), token.end())), draft.place(first.span))
    message = (
        f"{token[0]} is used here before line {places[1].line} introduces it as \u201c{first.long}\u201d."
    )
    return Finding(AbbreviationsCheck.id, Severity.HINT, message, places)


def _is_part(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name is the other with words left off at its beginning: "the Borough Council"."""
    short, long = sorted((one, other), key=len)
    return long[len(long) - len(short) :] == short


def _is_shouted(text: str, offset: int) -> bool:
    line = text[text.rfind("\n", 0, offset) + 1 :][:400].split("\n", 1)[0]
    letters = [c for c in line if c.isalpha()]
    return sum(c.isupper() for c in letters) > _SHOUTED * len(letters)
