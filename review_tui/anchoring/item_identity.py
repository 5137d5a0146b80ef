"""Which item of a file of minutes is which, when its headings were reworded, renumbered, moved or split.

Acts name their item by an id that never changes. An item is found again by its exact text, else by its
heading where the text agrees, else by its text alone; where two could be meant, none is chosen.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from review_tui.language.file_sections import FileSection, fresh_id, item_section, slug
from review_tui.language.heading_words import read_heading
from review_tui.model.frozen import frozen
from review_tui.model.text import digest

_ALIKE = 0.5
"""Share of words in pairs that two texts of one item have in common at least, to be known by it alone."""
_CLEARLY = 0.2
"""By how much the best must be more alike than the second, and a text may speak against its heading."""
_SOMEWHAT = 0.25
"""Less in common is chance."""
_FIRST_WORDS, _BEGINNING = 10, 400
"""Words by which a text is known beside its heading, and the characters in which they are looked for."""
_TOKEN = re.compile(r"\w+")


@frozen
class KnownItem:
    """An item as it was last recorded."""

    id: str
    heading: str
    """The words of its heading as they were written."""
    text: str
    """The digest of its text, heading included, when that was recorded."""
    begins: str = ""
    """The first words below its heading then."""

    @classmethod
    def of(cls, id_: str, section: FileSection, text: str) -> "KnownItem":
        """The item that a section of ``text`` is, as it stands there."""
        return cls(id_, section.heading, digest(section.words(text)), first_words(section, text))


class HowFound(StrEnum):
    """How an item was found again."""

    SAME = "same"
    """By its text, or by its heading with a text that agrees."""
    BY_TEXT = "by its text"
    """Under another heading."""
    UNSURE = "unsure"
    """Several could be meant, or one that is hardly the same."""
    GONE = "gone"


@frozen
class ItemFound:
    """Where one known item stands now."""

    how: HowFound
    place: int | None = None
    """Index of its section; ``None`` where it is unsure or gone."""
    candidates: tuple[int, ...] = ()
    """Sections that could be meant, where that is unsure."""
    text_agrees: bool = True
    """Whether the text speaks for it too, and not the heading alone."""


def first_words(section: FileSection, text: str) -> str:
    """The first words below the heading of a section."""
    body = text[section.heading_end : min(section.span.end, section.heading_end + _BEGINNING)]
    return " ".join(_TOKEN.findall(body)[:_FIRST_WORDS])


def find_items(
    known: Sequence[KnownItem],
    text: str,
    sections: Sequence[FileSection],
    text_of: Callable[[str], str | None],
) -> dict[str, ItemFound]:
    """Where each known item stands in ``text`` now, by its id.

    ``text_of`` gives the text that a digest belongs to, or ``None``; it is only asked where the digest and
    the heading do not settle it.
    """
    found: dict[str, ItemFound] = {}
    if not known:
        return found
    free = set(range(len(sections)))
    digests = [digest(section.words(text)) for section in sections]
    for value in dict.fromkeys(item.text for item in known):
        same = [item for item in known if item.text == value]
        places = [n for n, each in enumerate(digests) if each == value]
        for item, place in zip(same, places, strict=False):
            found[item.id] = ItemFound(HowFound.SAME, place)
            free.discard(place)
    left = [item for item in known if item.id not in found]
    beginnings = (
        {n: (_bare_title(sections[n].heading), first_words(sections[n], text)) for n in free} if left else {}
    )
    for item in list(left):
        wanted = (_bare_title(item.heading), item.begins)
        rivals = [other for other in left if (_bare_title(other.heading), other.begins) == wanted]
        places = [n for n, beginning in beginnings.items() if beginning == wanted]
        if len(places) == len(rivals) == 1:
            found[item.id] = ItemFound(HowFound.SAME, places[0])
            free.discard(places[0])
    left = [item for item in left if item.id not in found]
    if not left:
        return found
    resemblance = _Resemblance(text, sections, sorted(free), text_of)
    wishes = {item.id: resemblance.find(item) for item in left}
    return {**found, **_settle_rivals(wishes, resemblance.alike)}


def assign_ids(
    known: Sequence[KnownItem],
    text: str,
    sections: Sequence[FileSection],
    text_of: Callable[[str], str | None],
) -> tuple[list[str], dict[str, ItemFound]]:
    """The id of each section, in order, and where each known item was found."""
    found = find_items(known, text, sections, text_of)
    ids = {each.place: item for item, each in found.items() if each.place is not None}
    taken = {item.id for item in known}
    named = []
    for place, section in enumerate(sections):
        own = ids.get(place) or fresh_id(section, place + 1, taken)
        taken.add(own)
        named.append(own)
    return named, found


def _settle_rivals(
    wishes: dict[str, ItemFound], alike: Mapping[str, Mapping[int, float]]
) -> dict[str, ItemFound]:
    """No section twice: a heading that agrees goes before a text alone; equals make each other unsure."""
    settled = dict(wishes)
    by_place: dict[int, list[str]] = {}
    for item, wish in wishes.items():
        if wish.place is not None:
            by_place.setdefault(wish.place, []).append(item)
    for place, rivals in by_place.items():
        if len(rivals) == 1:
            continue
        headed = [i for i in rivals if wishes[i].how is HowFound.SAME and wishes[i].text_agrees]
        for item in rivals:
            if headed != [item]:
                settled[item] = ItemFound(HowFound.UNSURE, candidates=(place,))
    for item, wish in settled.items():
        # A heading alone is not enough where the text may be that of another.
        if wish.place is not None and not wish.text_agrees and _is_others(item, wish.place, alike):
            settled[item] = ItemFound(HowFound.UNSURE, candidates=(wish.place,))
    return settled


def _is_others(item: str, place: int, alike: Mapping[str, Mapping[int, float]]) -> bool:
    """Whether the text of a section is like that of another item than ``item``."""
    return any(each.get(place, 0) >= _SOMEWHAT for other, each in alike.items() if other != item)


class _Resemblance:
    """Compares known items with the sections that are still free."""

    def __init__(
        self,
        text: str,
        sections: Sequence[FileSection],
        free: Sequence[int],
        text_of: Callable[[str], str | None],
    ) -> None:
        self._sections = sections
        self._free = free
        self._text_of = text_of
        self._titles = {n: _bare_title(sections[n].heading) for n in free}
        self._text = text
        self.alike: dict[str, dict[int, float]] = {}
        """How alike the text of each item that was looked for is to each section."""
        self._pairs: dict[int, Counter[tuple[str, str]]] = {}

    def find(self, item: KnownItem) -> ItemFound:
        """Where ``item`` stands, looked at alone."""
        title = _bare_title(item.heading)
        titled = [n for n in self._free if self._titles[n] == title]
        old = self._text_of(item.text)
        if old is None:
            return _by_heading_alone(titled)
        wanted = _word_pairs(_text_below_heading(old))
        alike = {n: _dice(wanted, self._pairs_of(n)) for n in self._free}
        self.alike[item.id] = alike
        order = sorted(alike, key=lambda n: -alike[n])
        best = order[0] if order else None
        if len(titled) == 1:
            return _found_by_heading(titled[0], alike, best, is_bare=not wanted)
        return _by_text(alike, order, titled, is_bare=not wanted)

    def _pairs_of(self, place: int) -> Counter[tuple[str, str]]:
        if place not in self._pairs:
            section = self._sections[place]
            self._pairs[place] = _word_pairs(self._text[section.heading_end : section.span.end])
        return self._pairs[place]


def _bare_title(heading: str) -> str:
    """What headings are compared by: without number, presenter and capitals."""
    return slug(read_heading(heading)[1]) if heading else ""


def _by_heading_alone(titled: Sequence[int]) -> ItemFound:
    """Where nothing is known of the text any more."""
    if len(titled) == 1:
        return ItemFound(HowFound.SAME, titled[0])
    return ItemFound(HowFound.UNSURE if titled else HowFound.GONE, candidates=tuple(titled))


def _found_by_heading(place: int, alike: dict[int, float], best: int | None, *, is_bare: bool) -> ItemFound:
    """One section has the heading; another may have the text."""
    if best is None or best == place or is_bare or alike[best] < _ALIKE:
        return ItemFound(HowFound.SAME, place, text_agrees=alike.get(place, 0) >= _ALIKE)
    if alike[place] >= _ALIKE and alike[best] - alike[place] < _CLEARLY:
        return ItemFound(HowFound.SAME, place)
    return ItemFound(HowFound.UNSURE, candidates=tuple(sorted({place, best})))


def _by_text(
    alike: dict[int, float], order: Sequence[int], titled: Sequence[int], *, is_bare: bool
) -> ItemFound:
    """No section has the heading, or several have."""
    if is_bare or not order:
        return ItemFound(HowFound.UNSURE if titled else HowFound.GONE, candidates=tuple(titled))
    best = order[0]
    second = alike[order[1]] if len(order) > 1 else 0.0
    if alike[best] >= _ALIKE and alike[best] - second >= _CLEARLY and (not titled or best in titled):
        return ItemFound(HowFound.SAME if best in titled else HowFound.BY_TEXT, best)
    likely = [n for n in order if alike[n] >= _SOMEWHAT or n in titled]
    return ItemFound(HowFound.UNSURE if likely else HowFound.GONE, candidates=tuple(sorted(likely[:5])))


def _text_below_heading(text: str) -> str:
    """The text of an item without its heading."""
    section = item_section(text)
    return "" if section is None else text[section.heading_end :]


def _word_pairs(text: str) -> Counter[tuple[str, str]]:
    words = [match[0].casefold() for match in _TOKEN.finditer(text)]
    return Counter(zip(["", *words], words, strict=False))


def _dice(one: Counter[tuple[str, str]], other: Counter[tuple[str, str]]) -> float:
    """Dice's coefficient: 1 for the same words in the same order, 0 for none in common."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
