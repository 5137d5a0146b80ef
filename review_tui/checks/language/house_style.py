"""The house-style check: the terms, the form of dates and the tense that ``book.yaml`` asks for.

Under ``style:`` a book may have ``preferred`` (a mapping from a term to avoid to the one to use),
``forbidden`` (terms never to be used), ``dates`` (any date, written as it should be: ``16 March 2022``) and
``tense: past``. Whatever the book does not say is not looked at.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from review_tui.checks.check import Check
from review_tui.checks.language.house_dates import DateForm, form_of, read_date
from review_tui.checks.language.house_tense import find_present
from review_tui.language.day_order import day_first_in
from review_tui.language.periods import find_periods
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity, Suggestion
from review_tui.model.material import Document, Material
from review_tui.model.passages import PassageKind
from review_tui.model.text import Span

_MOST_TERMS = 300
"""Terms of one kind that are looked for."""
_LONGEST_TERM = 100
"""Characters of a term in the house's own list."""


class HouseStyleCheck(Check):
    """Finds what the book's own house style would have otherwise."""

    id = "house-style"
    finds = (
        "Terms, dates and tenses that the book's house style would have otherwise; nothing, unless book.yaml "
        "says so under style."
    )
    severity = Severity.WARNING
    flag_kind = FlagKind.STYLE
    example = "The Chairman opened the meeting on 16th March, 2022.\n"
    example_style: Mapping[str, object] = {"preferred": {"Chairman": "Chair"}, "dates": "16 March 2022"}
    """The house style that the example is read with."""

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        draft, style = material.draft, material.style
        found = [
            *_preferred(draft, _mapping(style.get("preferred"))),
            *_forbidden(draft, _list(style.get("forbidden"))),
            *_dates(material, form_of(_word(style.get("dates")))),
        ]
        if _word(style.get("tense")).casefold() == "past":
            found.extend(_tense(draft))
        return tuple(sorted(found, key=lambda finding: finding.places[0].span))


def _preferred(draft: Document, terms: Mapping[str, str]) -> Iterator[Finding]:
    """Terms for which the book has a better one."""
    by_key = {_term_key(term): better for term, better in terms.items()}
    for match in _uses(draft.text, list(terms)):
        better = by_key[_term_key(match[0])]
        if _is_part_of(draft.text, match, better):
            continue
        wording = _in_case(better, match[0])
        if wording == match[0]:
            continue
        message = f"The house style has \u201c{better}\u201d instead of \u201c{match[0]}\u201d."
        span = Span(match.start(), match.end())
        yield Finding(
            HouseStyleCheck.id, Severity.WARNING, message, (draft.place(span),), Suggestion(span, wording)
        )


def _forbidden(draft: Document, terms: list[str]) -> Iterator[Finding]:
    for match in _uses(draft.text, terms):
        message = f"The house style never uses \u201c{match[0]}\u201d."
        span = Span(match.start(), match.end())
        yield Finding(HouseStyleCheck.id, Severity.WARNING, message, (draft.place(span),))


def _dates(material: Material, form: DateForm | None) -> Iterator[Finding]:
    """Dates in another form than the book's."""
    if form is None:
        return
    draft = material.draft
    reference = material.meeting.date if material.meeting else None
    for period in find_periods(draft.text, day_first=day_first_in(material), reference=reference):
        written = read_date(period.text) if period.is_single_day else None
        if written is None or (form.needs_year and not written.has_year):
            continue
        wording = form.write(period.start, written)
        if wording != period.text:
            message = f"The house style writes dates as {form.sample}, so \u201c{wording}\u201d here."
            place = draft.place(period.span)
            suggestion = Suggestion(period.span, wording)
            yield Finding(HouseStyleCheck.id, Severity.HINT, message, (place,), suggestion)


def _tense(draft: Document) -> Iterator[Finding]:
    """What is told in the present outside resolutions, which may be."""
    for passage in draft.passages:
        if passage.kind in {PassageKind.RESOLUTION, PassageKind.ACTION, PassageKind.HEADING}:
            continue
        for span, past in find_present(passage.words.of(draft.text)):
            here = span.moved(passage.words.start)
            verb = here.of(draft.text)
            message = f"The house style is the past tense: \u201c{past}\u201d, not \u201c{verb}\u201d."
            yield Finding(
                HouseStyleCheck.id, Severity.HINT, message, (draft.place(here),), Suggestion(here, past)
            )


def _uses(text: str, terms: list[str]) -> Iterator[re.Match[str]]:
    """Where any of ``terms`` stands as whole words, whatever the case of its letters; the longest wins."""
    usable = sorted((t for t in terms if t.split() and len(t) <= _LONGEST_TERM), key=lambda t: (-len(t), t))
    if not usable:
        return
    ways = "|".join(r"\s{1,3}".join(re.escape(p) for p in term.split()) for term in usable[:_MOST_TERMS])
    yield from re.finditer(rf"(?<![\w'\u2019-])(?:{ways})(?![\w-])", text, re.IGNORECASE)


def _is_part_of(text: str, match: re.Match[str], better: str) -> bool:
    """Whether what was found stands within the better term already: "Board" in "Partnership Board"."""
    floor = max(0, match.start() - len(better))
    around_it = text[floor : match.end() + len(better)].casefold()
    at = around_it.find(better.casefold())
    while at >= 0:
        if floor + at <= match.start() and match.end() <= floor + at + len(better):
            return True
        at = around_it.find(better.casefold(), at + 1)
    return False


def _in_case(better: str, found: str) -> str:
    """``better`` with the capitals of ``found``, unless it has capitals of its own."""
    if not better.islower():
        return better
    if found.isupper() and len(found) > 1:
        return better.upper()
    return better[0].upper() + better[1:] if found[0].isupper() else better


def _term_key(term: str) -> str:
    return " ".join(term.casefold().split())


def _mapping(said: object) -> dict[str, str]:
    """What the book says, if it is a mapping of words to words."""
    if not isinstance(said, Mapping):
        return {}
    return {str(term): str(better) for term, better in said.items() if isinstance(better, str) and better}


def _list(said: object) -> list[str]:
    """What the book says, if it is words or one word."""
    if isinstance(said, str):
        return [said]
    return [term for term in said if isinstance(term, str)] if isinstance(said, list | tuple) else []


def _word(said: object) -> str:
    return said.strip() if isinstance(said, str) else ""
