"""What is resolved against the narrative of its item: the same figures of the same things, and the same titles."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from review_tui.facts.clash import Clash
from review_tui.facts.pair import Pair
from review_tui.facts.resolution_facts import ResolutionFact, facts
from review_tui.facts.resolution_titles import other_titles
from review_tui.language.digit_slips import DigitSlip, digit_slip
from review_tui.language.sections import sections
from review_tui.language.stems import stem
from review_tui.language.subject_words import SubjectWord, aligned
from review_tui.model.findings import Severity
from review_tui.model.material import Document

_TITLE_RUN = 2
"""Words in a row beside a figure that say what it is of: "donation of"."""
_HALF = 0.5
"""Share of words in common from which two may be the same resolution, in the same item."""
_MOSTLY = 0.6
"""The same in different items."""
_SLIPS = frozenset({DigitSlip.SUBSTITUTION, DigitSlip.TRANSPOSITION, DigitSlip.INSERTION})
_GRAVITY = {severity: rank for rank, severity in enumerate(Severity)}
_NEAREST = 8
"""Resolutions that one is held against."""
_BESIDE = 60
"""Characters before a figure in which a word may tell it apart."""
_COMMON = 60
"""Resolutions beyond which a word is too common to lead to them."""
_HEDGES = re.compile(
    r"\b(?:request\w{0,3}|ask(?:ed|ing)|appl(?:y|ied|ication)|quot\w{1,6}|estimat\w{1,4}|suggest\w{0,3}"
    r"|up to|between|maximum"
    r"|minimum|budget\w{0,3}|previous(?:ly)?|last|current(?:ly)?|origin\w{1,5}|initial\w{0,2}"
    r"|remain\w{1,4}|balance|instead"
    r"|rather|increas\w{1,3}|reduc\w{1,4}|compared|half|first|second|third|another|additional|further"
    r"|from|offer\w{0,3}"
    r"|cost\w{0,3}|tender\w{0,3}|below|above|over|under|least|about|around|approximately|already|some"
    r"|other)\b",
    re.IGNORECASE,
)
"""Words that make a figure of the narrative another one than that resolved upon."""


def resolution_clashes(pair: Pair) -> Iterator[Clash]:
    """Figures, references and titles of resolutions that their narrative gives otherwise."""
    items = sections(pair.draft)
    yield from _contradictions(pair.draft, facts(pair, items))
    yield from other_titles(pair.draft, items)


def _contradictions(draft: Document, found: Sequence[ResolutionFact]) -> Iterator[Clash]:
    """Figures that are decided and that the narrative has otherwise, each beside the likest of these."""
    narrative = [fact for fact in found if not fact.decides]
    lookup: dict[str, list[ResolutionFact]] = defaultdict(list)
    for fact in narrative:
        for key in fact.keys:
            lookup[f"{fact.kind} {key}"].append(fact)
    said = _values(narrative)
    decided = _values([fact for fact in found if fact.decides])
    for fact in found:
        here = (fact.kind, fact.section)
        if not fact.decides or fact.value in said[here]:
            continue
        near = _nearest_facts(fact, lookup)
        only = len(said[here]) == len(decided[here]) == 1
        beside = [f for f in said[here].values() if f not in near] if only else []
        rivals = [r for r in (*near, *beside) if r.value not in decided[here]]
        rated = [(severity, r) for r in rivals if (severity := _contradicts(fact, r, only=only))]
        if rated and not any(_is_supported(fact, other) for other in near):
            severity, rival = min(rated, key=lambda pair: (_GRAVITY[pair[0]], -_shared(fact, pair[1])))
            yield _clash_of(draft, fact, rival, severity)


def _values(found: Sequence[ResolutionFact]) -> dict[tuple[str, int], dict[str, ResolutionFact]]:
    """Every value of a kind in an item, with the first that gives it."""
    values: dict[tuple[str, int], dict[str, ResolutionFact]] = defaultdict(dict)
    for fact in found:
        values[fact.kind, fact.section].setdefault(fact.value, fact)
    return values


def _nearest_facts(fact: ResolutionFact, lookup: dict[str, list[ResolutionFact]]) -> list[ResolutionFact]:
    """The facts of one kind that share most words with ``fact``, and come before it."""
    counts: Counter[ResolutionFact] = Counter()
    for key in fact.keys:
        candidates = lookup.get(f"{fact.kind} {key}", [])
        if len(candidates) <= _COMMON:
            counts.update(candidates)
    likeliest = sorted(counts, key=lambda f: (-counts[f], f.section != fact.section, -f.span.start))
    return likeliest[:_NEAREST]


def _is_supported(fact: ResolutionFact, other: ResolutionFact) -> bool:
    """Whether the narrative has the same value for something alike."""
    return fact.value == other.value and _shared(fact, other) > 0


def _contradicts(fact: ResolutionFact, other: ResolutionFact, *, only: bool) -> Severity | None:
    """How surely the two are of one thing and differ; ``only`` where the item has no other of the kind."""
    if fact.value == other.value or (fact.kind == "number" and not _same_noun(fact, other)):
        return None
    run, shared, of = _shared_run(fact, other), _shared(fact, other), _size(fact, other)
    slip = is_slip(fact.value, other.value)
    share = shared / of if of else 0.0
    here = fact.section == other.section
    if _clash(fact, other) or not (here or slip):
        return None
    hedged = _hedges(fact) != _hedges(other) and run <= _TITLE_RUN
    strong = run >= _TITLE_RUN and share >= (_HALF if here else _MOSTLY)
    if strong and slip and not hedged:
        return Severity.ERROR if here else Severity.WARNING
    if strong and not hedged and share >= _MOSTLY:
        return Severity.WARNING
    bag = _in_both(fact, other)
    plain = fact.kind == "reference" or bag >= (1 if only else _TITLE_RUN)
    if slip and here and plain and (only or (bag > _TITLE_RUN and share >= _HALF)):
        return Severity.HINT if hedged else Severity.WARNING
    return Severity.HINT if strong or (slip and here and bag >= _TITLE_RUN) else None


def _in_both(one: ResolutionFact, other: ResolutionFact) -> int:
    """Telling words beside both figures, in whatever order: "award £50 to the Scouts", "£50 be awarded"."""
    stems = [{stem(w.key) for w in fact.before + fact.after} for fact in (one, other)]
    return len(stems[0] & stems[1])


def _hedges(fact: ResolutionFact) -> frozenset[str]:
    """The words before a figure that may make it another one than that resolved upon."""
    return frozenset(match[0].casefold()[:4] for match in _HEDGES.finditer(fact.sentence[-_BESIDE:]))


def _same_noun(one: ResolutionFact, other: ResolutionFact) -> bool:
    """Whether two counts are of the same thing: "six bollards" and "eight bollards"."""
    return bool(one.after and other.after) and one.after[0].key == other.after[0].key


def _shared_run(one: ResolutionFact, other: ResolutionFact) -> int:
    """Words in an unbroken run up to the figure and on from it, in both."""
    return _common(one.before[::-1], other.before[::-1]) + _common(one.after, other.after)


def _common(one: tuple[SubjectWord, ...], other: tuple[SubjectWord, ...]) -> int:
    run = 0
    for a, b in zip(one, other, strict=False):
        if a.key != b.key:
            break
        run += 1
    return run


def _shared(one: ResolutionFact, other: ResolutionFact) -> int:
    return len(aligned(one.before, other.before)) + len(aligned(one.after, other.after))


def _size(one: ResolutionFact, other: ResolutionFact) -> int:
    return min(len(one.before) + len(one.after), len(other.before) + len(other.after))


def _clash(one: ResolutionFact, other: ResolutionFact) -> bool:
    """Whether the words beside the figures tell two things apart: other references, years or names."""
    figures = [{w.key for w in f.before + f.after if w.is_figure} for f in (one, other)]
    return bool(figures[0] and figures[1] and not figures[0] & figures[1])


def is_slip(one: str, other: str) -> bool:
    """Whether two values differ by a slip of the pen: one figure, two exchanged, a nought more or less."""
    return digit_slip(one, other) in _SLIPS


def _clash_of(draft: Document, fact: ResolutionFact, rival: ResolutionFact, severity: Severity) -> Clash:
    what = {"number": "number", "reference": "reference"}.get(fact.kind, fact.kind)
    said = _subject(fact, rival)
    message = (
        f"The resolution gives the {what}{said} as {' '.join(fact.text.split())}; "
        f"the narrative gives {' '.join(rival.text.split())}."
    )
    places = (draft.place(fact.span), draft.place(rival.span))
    suggestion = rival.text if severity is Severity.ERROR and "\n" not in rival.text else ""
    return Clash(message, places, 3.0 - _GRAVITY[severity], severity, suggestion)


def _subject(fact: ResolutionFact, rival: ResolutionFact) -> str:
    """What it is of, in the words that both have beside it: " (donation to the Scouts)"."""
    before = [fact.before[i].raw for i, _ in aligned(fact.before, rival.before)][-3:]
    after = [fact.after[i].raw for i, _ in aligned(fact.after, rival.after)][:3]
    words = " ".join(before + after)
    return f" ({words})" if words else ""
