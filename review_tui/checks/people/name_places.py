"""Names of places and bodies that are spelled two ways."""

import re
from collections import defaultdict
from collections.abc import Iterator

from review_tui.checks.people.name_mentions import NameSpellings, capital_words
from review_tui.checks.people.name_twins import is_near, is_soft, twins_in
from review_tui.language.name_words import GIVEN, MAYBE_NAMES, NOT_NAMES, PLACE_TYPES
from review_tui.language.person_names import WORD, name_key
from review_tui.language.word_match import is_jotted_for
from review_tui.model.findings import Finding, Severity, Suggestion
from review_tui.model.material import Document, Material
from review_tui.model.meeting import notes_name
from review_tui.model.text import Span

_CHECK = "names"
_LOOK_BACK = 30
"""Characters before a word in which the one before it stands."""
_WORD_BEFORE = re.compile(r"([^\W\d_]{2,25})[ \u00a0]{0,2}[ \u00a0\n]\Z")
_NEXT_WORD = re.compile(r"[ \u00a0]{0,2}[ \u00a0\n]")
_ROOM = re.compile(r"[ \u00a0]{1,2}")
_SHORTEST = 5
"""Letters of the shortest word that is held against names."""
_LONG = 6
"""Letters of a word that is hardly near another one by chance."""
_OFTEN = 4
"""Uses from which the other spelling is surely the right one."""
_SEEN = 3
"""Uses from which it may be."""
_MOST_PLACES = 4
"""Places that a finding shows of the rarer spelling."""
_MANY = 1_000_000
"""Uses that count for a name on the roll: more than any text has."""
_ENDINGS = ("s", "es", "n", "an", "r", "er", "d", "y", "e", "ed", "ly")


def misspelled_places(names: NameSpellings, material: Material, told: set[str]) -> Iterator[Finding]:
    """Capital words, no surnames of people, that stand beside a twin in the draft or the notes."""
    words = _words(material.draft, names)
    for pair in twins_in({*words, *_wanted(names)}):
        if told & set(pair) or all(key in names.spellings for key in pair):
            continue
        rarer, usual = sorted(pair, key=lambda key: (len(words.get(key, ())) or _MANY, key))
        if (
            rarer not in words
            or rarer in names.spellings
            or (usual in names.spellings and not _is_slip(pair))
        ):
            continue
        finding = _judged(rarer, usual, words, names, material.draft)
        if finding:
            yield finding


def _is_slip(pair: tuple[str, str]) -> bool:
    """Whether two long words are a letter apart as slips of the pen are: a place may sound like a surname."""
    return len(pair[0]) >= _LONG and is_near(*pair) and is_soft(*pair)


def _words(draft: Document, names: NameSpellings) -> dict[str, list[Span]]:
    """The capital words of the draft that are written small nowhere, with their places, by key."""
    found: dict[str, list[Span]] = defaultdict(list)
    for match in capital_words(draft.text):
        key = name_key(match[0])
        if len(key) >= _SHORTEST and not match[0].isupper() and _is_name(key, names):
            found[key].append(Span(match.start(), match.end()))
    return found


def _is_name(key: str, names: NameSpellings) -> bool:
    return not (key in names.ordinary or key in NOT_NAMES or key in MAYBE_NAMES or key in GIVEN)


def _wanted(names: NameSpellings) -> list[str]:
    """The names in the notes that may be the right spelling of one in the draft."""
    return [key for key, (_, _, word) in names.noted.items() if _is_name(key, names) and not word.isupper()]


def _judged(
    rarer: str, usual: str, words: dict[str, list[Span]], names: NameSpellings, draft: Document
) -> Finding | None:
    """How surely the rarer spelling is a slip: by the notes, by streets, by how often the other is used."""
    places, others = words[rarer], words.get(usual, [])
    if rarer[0] != usual[0] or _is_derived(rarer, usual):
        return None
    noted = usual in names.noted
    if noted and not others and is_jotted_for(names.noted[usual][2], rarer):
        return None
    if noted and not others and rarer not in names.noted:
        sure = is_soft(rarer, usual) or len(rarer) >= _LONG
        severity: Severity | None = Severity.WARNING if sure else Severity.HINT
    elif rarer in names.noted or len(places) > 1:
        severity = None
    elif _street(places[0], draft) & {kind for span in others for kind in _street(span, draft)}:
        severity = Severity.WARNING if (noted or len(others) > 1) and is_soft(rarer, usual) else Severity.HINT
    elif len(others) < _SEEN or len(rarer) < _LONG or not _stands_within(places[0], draft):
        severity = None
    else:
        severity = Severity.WARNING if len(others) >= _OFTEN and is_soft(rarer, usual) else Severity.HINT
    if severity is None:
        return None
    if others and _is_of_another_name(places[0], others, names, draft):
        severity = Severity.HINT
    return _finding(severity, places, usual, others, names, draft)


def _is_derived(one: str, other: str) -> bool:
    """Whether one is the other with an ending: "Bonnett" and "Bonnetts"."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in _ENDINGS


def _is_of_another_name(span: Span, others: list[Span], names: NameSpellings, draft: Document) -> bool:
    """Whether it is part of a longer name that the other is never part of: "Indira Gandhi", "India"."""
    beside = _beside(span, names, draft)
    return bool(beside) and not any(beside & _beside(other, names, draft) for other in others)


def _beside(span: Span, names: NameSpellings, draft: Document) -> set[str]:
    """The keys of the names that stand right before and behind."""
    before = _WORD_BEFORE.search(draft.text, max(0, span.start - _LOOK_BACK), span.start)
    room = _NEXT_WORD.match(draft.text, span.end)
    after = WORD.match(draft.text, room.end()) if room else None
    said = (before[1] if before else "", after[0] if after else "")
    keys = {name_key(word) for word in said if word[:1].isupper()}
    return {key for key in keys if not (key in names.ordinary or key in NOT_NAMES)}


def _stands_within(span: Span, draft: Document) -> bool:
    """Whether the word stands in a sentence, where a capital means a name."""
    before = draft.text[max(0, span.start - 2) : span.start].strip(" \u00a0(")
    return bool(before) and (before.isalnum() or before == ",")


def _street(span: Span, draft: Document) -> set[str]:
    """What kind of place the word behind makes it: "drive" for the Buckenham of "Buckenham Drive"."""
    room = _ROOM.match(draft.text, span.end)
    word = WORD.match(draft.text, room.end()) if room else None
    return {word[0].casefold()} & PLACE_TYPES if word else set()


def _finding(
    severity: Severity,
    places: list[Span],
    usual: str,
    others: list[Span],
    names: NameSpellings,
    draft: Document,
) -> Finding:
    noted = names.noted.get(usual)
    right = others[0].of(draft.text) if others else (noted[2] if noted else usual)
    shown = [draft.place(span) for span in (*places[:_MOST_PLACES], *others[:2])]
    said = []
    if others:
        often = {1: "once", 2: "twice"}.get(len(others), f"{len(others)} times")
        said.append(f"{often} elsewhere in the draft (line {draft.place(others[0]).line})")
    if noted:
        shown.append(noted[0].place(Span(noted[1], noted[1] + len(noted[2]))))
        said.append(f"in the notes ({notes_name(noted[0].file)} line {shown[-1].line})")
    where = " and ".join(said)
    message = f"\u201c{shown[0].quote}\u201d (line {shown[0].line}) is spelled \u201c{right}\u201d {where}."
    suggestion = Suggestion(places[0], right) if severity is Severity.WARNING else None
    return Finding(_CHECK, severity, message, tuple(shown), suggestion)
