"""Titles of a resolution that are those of its narrative but for one word."""

from collections.abc import Iterator

from review_tui.facts.clash import Clash
from review_tui.facts.resolution_facts import Title, titles
from review_tui.language.sections import Section
from review_tui.model.findings import Severity
from review_tui.model.material import Document
from review_tui.model.passages import Passage, PassageKind

_FEWEST = 3
"""Words of the shortest title that is held against another."""
_LONG = 4
"""Letters of a word that is hardly another one by chance."""
_PEOPLE = frozenset(
    """
    cllr cllrs councillor councillors mr mrs ms miss dr sir rev pc pcso chair clerk chairman mayor officer
    """.split()  # noqa: SIM905 -- reads better as prose
)
_SLIGHT = frozenset(["of", "and", "the", "for", "on", "to", "in", "&"])


def other_titles(draft: Document, items: tuple[Section, ...]) -> Iterator[Clash]:
    """A clash for each title of a resolution that stands in its item's narrative with another word."""
    for index, section in enumerate(items):
        if not any(p.kind is PassageKind.RESOLUTION for p in section.passages):
            continue
        found = list(titles(draft, section, index))
        narrative = [t for t in found if t.passage.kind is not PassageKind.RESOLUTION]
        decided = [t for t in found if t.passage.kind is PassageKind.RESOLUTION]
        text = _plain(
            " ".join(p.words.of(draft.text) for p in section.passages if p not in _passages(decided))
        )
        resolved = _plain(" ".join(p.words.of(draft.text) for p in _passages(decided)))
        for title in decided:
            rival = next((r for r in narrative if _is_twin(title, r)), None)
            if (
                rival
                and _plain(" ".join(title.words)) not in text
                and _plain(" ".join(rival.words)) not in resolved
            ):
                yield _clash(draft, title, rival)


def _passages(found: list[Title]) -> list[Passage]:
    return [title.passage for title in found]


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _is_twin(one: Title, other: Title) -> bool:
    """Whether two titles differ in one telling word only."""
    if (
        len(one.words) != len(other.words)
        or len(one.words) < _FEWEST
        or _has_person(one)
        or _has_person(other)
    ):
        return False
    pairs = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a.casefold() != b.casefold()]
    telling = [word for word in one.words if word.casefold() not in _SLIGHT]
    if len(pairs) != 1 or len(telling) < _FEWEST or one.words[-1].casefold() in _SLIGHT:
        return False
    a, b = (word.casefold().strip("()'\u2019s") for word in pairs[0])
    small = {a, b} & _SLIGHT or min(len(a), len(b)) < _LONG or any(c.isdigit() for c in a + b)
    capital = all(word.lstrip("(")[0].isupper() for word in pairs[0])
    return capital and not small and a != b


def _has_person(title: Title) -> bool:
    return any(word.casefold().strip(".") in _PEOPLE for word in title.words)


def _clash(draft: Document, title: Title, rival: Title) -> Clash:
    message = (
        f"The resolution names \u201c{' '.join(title.words)}\u201d; "
        f"the narrative of the same item names \u201c{' '.join(rival.words)}\u201d."
    )
    places = (draft.place(title.span), draft.place(rival.span))
    return Clash(message, places, 1.0, Severity.WARNING, rival.span.of(draft.text))
