"""Finds the people a text names: "Cllr Mrs T Mann", "Mr. C.Hardy", "Cllrs Ward, Lee and Bonnett"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from review_tui.language.name_words import GIVEN, MAYBE_NAMES, PLACE_TYPES
from review_tui.language.person_names import ROOM, WORD, PersonName, is_name_word, name_key, read_name_at
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

__all__ = ["ANY_TITLE", "PLURAL", "TITLE", "Person", "find_people", "is_title", "name_key", "title_of"]


@frozen
class Person:
    """A person named in a text, as named there."""

    title: str
    """As written, without points: "Cllr Mrs", "Borough Councillor"; empty when there is none."""
    initials: str
    """Those written, capitals only: "TJ"; empty for "Sue Lintern"."""
    given: str
    surname: str
    """Empty only where minutes give initials alone: "proposed by PW"."""
    span: Span
    text: str

    @property
    def honorific(self) -> str:
        """Mr, Mrs, Miss, Ms, Dr and so on; empty for none and for a couple."""
        if self.is_couple:
            return ""
        return next((word for word in self.title.split() if word.title() in _HONORIFICS), "").title()

    @property
    def is_councillor(self) -> bool:
        """Whether a councillor's title stands before the name."""
        return any(word.casefold() in _COUNCILLOR for word in self.title.split())

    @property
    def is_of_another_council(self) -> bool:
        """Whether the title says that the councillor is one of a borough, county or district."""
        return self.is_councillor and self.title.split()[0].casefold() in _OTHER_COUNCILS

    @property
    def is_couple(self) -> bool:
        """Whether two are named together: "Mr and Mrs Mendoza"."""
        return "and" in self.title.split()


_HONORIFICS = frozenset({"Mr", "Mrs", "Miss", "Ms", "Mx", "Dr", "Sir", "Dame", "Lord", "Lady", "Rev", "Revd"})
_OTHERS = frozenset({"bcllr", "ccllr", "dcllr", "bc", "cc", "dc"})
_COUNCILLOR = frozenset({"councillor", "cllr", "cr", "councillors", "cllrs", "coun"}) | _OTHERS
_OTHER_COUNCILS = frozenset({"borough", "boro", "boro'", "county", "district", "city", "ward"}) | _OTHERS
PLURAL = ("cllrs", "councillors", "messrs", "mesdames", "misses", "bros")
"""Titles, in small letters, that begin a list of surnames."""
_SHORT_TITLE = (
    r"(?:Cllrs?|CLLRS?|Clr|Cr|[BCD]Cllr|Coun|Messrs|MESSRS|Mrs?|MRS?|Ms|MS|Mx|Dr|DR|Prof|Revd?|Rev['\u2019]d|Ald|Capt"
    r"|Col|Maj|Lt|Brig|Cdr|Cmdr|Sgt|Insp|Supt|Det|Fr|Msgr|Bros?|Sr|Sis|Shri|SHRI|Sri(?! Lanka)|Smt|SMT|Kum"
    r"|Mme|Mlle|Sra|Fru?|Hr|Dhr|Mevr|Drs|Cyng|Thiru|Tmt|Engr|Mdm)"
)
"""A title that may end with a point."""
_WHOLE_TITLE = (
    r"(?:Councill?ors?|COUNCILLORS?|Conseill(?:er|\u00e8re)s?|Miss(?:es)?|MISS|Professor|Reverend|Canon|Archdeacon|Deacon"
    r"|Father|Sister|Brother|Pastor|Elder|Rabbi|Imam|Comrade|Sir|Dame|Lord|Lady|Baroness|Alder(?:man|woman|person)|Captain"
    r"|Colonel|Brigadier|Commander|Commodore|Admiral|Lieutenant|Archbishop|Monsignor|Deaconess|Senator|Judge"
    r"|[BCD]C|DCI|PCSO|W?PC|Sergeant|Inspector|Superintendent|Mayor|Director|Trustee|Commissioner|Supervisor"
    r"|Alhaj[ia]|Haj(?:iya|ia|ah|i)|Barrister|Dat(?:uk|in|o['\u2019]?)|Encik|Puan|Sheikh|Maulana|Whaea|Matua"
    r"|Shrimati|Kumari|Cynghorydd|Madame?|Monsieur|Herr|Frau|Se\u00f1ora?|(?:Council|Select|Assembly)(?:member|man|woman|person))"
)
"""A title behind which a point ends the sentence."""
_BLANK = r"[ \t\u00a0]"
_TITLE_WORD = (
    rf"(?:{_SHORT_TITLE}(?:\.{_BLANK}{{0,3}}|{_BLANK}{{1,3}})|{_WHOLE_TITLE}{_BLANK}{{1,3}}"
    r"|Miss\.[ \u00a0]?)"
)
"""One with the room behind it."""
ANY_TITLE = rf"(?:{_SHORT_TITLE}|{_WHOLE_TITLE})s?\.?"
"""Any title by itself, as a pattern."""
_ANY_TITLE = re.compile(ANY_TITLE)
TITLE = re.compile(
    r"(?<![^\W_])(?P<title>(?:(?:Borough|Boro['\u2019]?|County|District|Parish|Town|City|Ward)[ \u00a0])?"
    rf"{_TITLE_WORD}{_TITLE_WORD}?{_TITLE_WORD}?)(?=[^\W\d_])"
)
"""One or more titles, and the room up to the name."""
_COUPLE = re.compile(
    r"(?<![^\W_])(?:Mr|Dr)\.?[ \u00a0](?:and|&)[ \u00a0]"
    r"(?P<second>(?:Mrs|Ms|Miss|Dr)\.?[ \u00a0]{1,3})(?=[^\W\d_])"
)
_BARE = re.compile(
    r"(?<![^\W_])(?<![^\W_]['\u2019.-])(?![a-z\W\d_])"
    r"(?:[^\W\d_]\.[ \u00a0]?(?:[^\W\d_]\.[ \u00a0]?)?(?=[^\W\d_]{2})|[^\W\d_]{1,20}[ \u00a0](?=[^\W\d_]))"
)
"""Initials with points, or a word with another behind it: where a name without a title could begin."""
_BODY = re.compile(r"[BCD]C[ \t\u00a0]{0,3}")
"""A title that before other initials is initials itself: "DC JT" names two."""
_MOST_LETTERS = 3
"""Letters of the initials that stand for a person: JPS."""
_NEXT = re.compile(r"(?:,[ \u00a0]{0,2}(?:and |& ?)?|[ \u00a0]{1,2}(?:and|&)[ \u00a0]{1,2})")


@lru_cache(maxsize=16)
def find_people(text: str, given: frozenset[str] = frozenset()) -> tuple[Person, ...]:
    """The people named in ``text``, in order: with a title, initials, or a given name and a surname.

    ``given`` are first names, in small letters, known beside the common ones: of those who were there.
    A surname alone is no person here, except in a list that a title begins ("Messrs Ward, Lee and Bonnett").
    """
    titled = tuple(_titled(text))
    surnames = {person.surname for person in titled if not person.given}
    titled = tuple(_without_false_given(person, surnames) for person in titled)
    return tuple(sorted((*titled, *_untitled(text, titled, given)), key=lambda person: person.span))


@lru_cache(maxsize=4096)
def is_title(word: str) -> bool:
    """Whether a word is a title and no name."""
    return _ANY_TITLE.fullmatch(word) is not None


def title_of(match: re.Match[str]) -> str:
    """The title that ``TITLE`` found, without its points."""
    return " ".join(match["title"].replace(".", " ").replace("\u00a0", " ").split())


def _titled(text: str) -> Iterator[Person]:
    """People with a title before the name; a title of many gives one to each of the names that follow."""
    couples = {match.start("second"): match for match in _COUPLE.finditer(text)}
    starts = {match.start() for match in couples.values()}
    last = 0
    for match in TITLE.finditer(text):
        if match.start() < last or match.start() in starts:
            continue
        name = read_name_at(text, match.end())
        if name is None:
            continue
        short = _short_name(name, match["title"])
        if short:
            if not _BODY.fullmatch(match["title"]):
                span = Span(match.start(), name.end)
                yield Person(title_of(match), short, "", "", span, span.of(text))
                last = name.end
            continue
        couple = couples.get(match.start())
        title = "Mr and Mrs" if couple else title_of(match)
        yield _person(text, couple.start() if couple else match.start(), title, name)
        last = name.end
        if title.casefold().endswith(PLURAL):
            for person in _rest_of_list(text, name.end, title):
                yield person
                last = person.span.end


def _short_name(name: PersonName, title: str) -> str:
    """The initials that stand for a whole name behind a title, "Cllr PW"; not for "Mr LEE"."""
    letters = name.surname
    if name.given or name.initials or not letters.isupper() or len(letters) > _MOST_LETTERS:
        return ""
    spelled_large = sum(c.isupper() for c in title) > 1 and not _BODY.fullmatch(title)
    vowel = any(c in "AEIOUY" for c in letters)
    return "" if spelled_large or (vowel and len(letters) == _MOST_LETTERS) else letters


def _rest_of_list(text: str, end: int, title: str) -> Iterator[Person]:
    """The rest of a list that a plural title begins: ", Jones and Brown"."""
    while (room := _NEXT.match(text, end)) and not TITLE.match(text, room.end()):
        name = read_name_at(text, room.end())
        if name is None:
            return
        yield _person(text, room.end(), title, name)
        end = name.end


def _untitled(text: str, titled: tuple[Person, ...], given: frozenset[str]) -> Iterator[Person]:
    """People without a title."""
    covered = sorted((person.span.start, person.span.end) for person in titled)
    surnames = {person.surname for person in titled}
    index = last = 0
    for match in _BARE.finditer(text):
        at = match.start()
        while index < len(covered) and covered[index][1] <= at:
            index += 1
        inside = index < len(covered) and covered[index][0] <= at
        if inside or at < last or not _may_begin(match, text, surnames, given):
            continue
        name = read_name_at(text, at)
        if name and (name.given or name.initials):
            last = name.end
            yield _person(text, at, "", name)


def _may_begin(match: re.Match[str], text: str, surnames: set[str], given: frozenset[str]) -> bool:
    """Whether initials, a given name, or an initial before a surname that the text knows stand here."""
    first = match[0].strip(" \u00a0")
    if not first[0].isupper():
        return False
    follows = WORD.match(text, match.end())
    if follows is None or not is_name_word(follows[0]):
        return False
    if first.endswith("."):
        return follows[0].casefold() not in MAYBE_NAMES
    if len(first) == 1:
        return follows[0] in surnames
    return (first.casefold() in GIVEN or first.casefold() in given) and _is_no_place(text, follows)


def _is_no_place(text: str, follows: re.Match[str]) -> bool:
    """Whether no street or hall bears the name: "Alison Close", "Mary Berry House"."""
    if follows[0].casefold() in PLACE_TYPES:
        return False
    room = ROOM.match(text, follows.end())
    beyond = WORD.match(text, room.end()) if room else None
    return beyond is None or not (beyond[0][0].isupper() and beyond[0].casefold() in MAYBE_NAMES)


def _without_false_given(person: Person, surnames: set[str]) -> Person:
    """``person`` without the second word of "Mr Hollier Community", if elsewhere it is just "Mr Hollier"."""
    if not person.given or person.given.casefold() in GIVEN or person.given not in surnames:
        return person
    end = person.text.rindex(person.given) + len(person.given)
    span = Span(person.span.start, person.span.start + end)
    return Person(person.title, "", "", person.given, span, person.text[:end])


def _person(text: str, start: int, title: str, name: PersonName) -> Person:
    span = Span(start, name.end)
    return Person(title, name.initials, name.given, name.surname, span, span.of(text))
