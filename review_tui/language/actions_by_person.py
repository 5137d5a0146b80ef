"""Finds who is minuted as moving, seconding, voting, taking the chair or speaking."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from review_tui.language.name_words import GIVEN
from review_tui.language.person_mentions import TITLE, Person, find_people
from review_tui.language.person_names import read_name_at
from review_tui.model.frozen import frozen
from review_tui.model.text import Span


class ActionKind(Enum):
    """What somebody did that one must be there for, in the words that follow "is minuted as"."""

    PROPOSED = "proposing"
    SECONDED = "seconding"
    MOVED = "moving"
    VOTED = "voting"
    CHAIRED = "taking the chair"
    DECLARED = "declaring an interest"
    SPOKE = "speaking"
    UNDERTOOK = "undertaking something"

    @property
    def is_for_members(self) -> bool:
        """Whether only a member may do it."""
        return self not in {ActionKind.SPOKE, ActionKind.UNDERTOOK}


@frozen
class PersonAction:
    """One deed of one person."""

    deed: ActionKind
    person: Person
    """With ``initials`` alone and no surname where the minutes write "proposed by PW"."""
    span: Span
    """The name and the words of the deed."""
    text: str


_VERB = (
    r"(?P<verb>proposed|proposes|proposer|proposal|prop|moved|moves|mover|seconded|seconds|seconder|sec|2nd"
    r"|on\s(?:the\s)?(?:proposition|proposal|motion)\sof)"
)
_BY = re.compile(
    rf"(?<![^\W_]){_VERB}\.?(?:\s{{1,2}}(?:and\s{{1,2}}duly\s{{1,2}})?by|\s{{0,2}}[-:\u2013\u2014])?"
    r"[\s*_]{1,4}(?:the\s)?(?:Chairman,?\s|Chair,?\s|Vice[- ]Chair(?:man)?,?\s)?(?=[^\W\d_])",
    re.IGNORECASE,
)
"""The words before the name of one who moved something: "proposed by", "Seconded -", "2nd"."""
_ANY_WORDS = r"(?:\w{1,20}[\s-])?(?:\w{1,20}[\s-])?(?:\w{1,20}[\s-])?"
_MOVES = (
    r"moved(?=[,;.)]|\s(?:that|an?\b|seconded|approval|acceptance|adoption"
    r"|the\s(?:motion|recommendation|adoption|report|minutes|amendment|resolution|proposal|closure|approval"
    rf"|acceptance|reference|next)|and\s{_ANY_WORDS}seconded))"
)
"""Not every moving is of a motion: "Cllr Lee moved the speed sign"."""
_SAYS = (
    r"said|stated|asked|reported|advised|explained|commented|suggested|felt|thought|confirmed|informed"
    r"|queried|raised|noted|thanked|welcomed|pointed\sout|expressed|enquired|requested|replied|responded|added"
    r"|remarked|presented|introduced|questioned|spoke|mentioned|objected|outlined|referred"
)
_DECLARES = rf"declared\s(?:that\s(?:item|he|she|they)|(?:an?|his|her|their)\s{_ANY_WORDS}[Ii]nterests?)"
_ACTIVE = re.compile(
    r"[*_]{0,3}(?:\s?\([A-Z]{2,4}\)|,?\s[A-Z]{2,4}(?![^\W_]))?,?\s{1,3}"
    r"(?:(?:then|duly|also|formally|again|further|therefore)\s)?(?:"
    r"(?P<propose>proposed(?!\sby)|proposes|nominated(?!\sby))|(?P<second>seconded(?!\sby)|seconds)"
    rf"|(?P<move>{_MOVES})|(?P<vote>voted|abstained)|(?P<declare>{_DECLARES})|(?P<say>{_SAYS})"
    r"|(?P<chair>took\sthe\s[Cc]hair|in\sthe\s[Cc]hair|chaired\sthe\smeeting)"
    r"|(?P<undertake>agreed\sto|offered(?:\sto)?|undertook|volunteered))\b"
)
"""The words behind the name of one who did something."""
_DEEDS = {
    "propose": ActionKind.PROPOSED,
    "second": ActionKind.SECONDED,
    "move": ActionKind.MOVED,
    "vote": ActionKind.VOTED,
    "chair": ActionKind.CHAIRED,
    "declare": ActionKind.DECLARED,
    "say": ActionKind.SPOKE,
    "undertake": ActionKind.UNDERTOOK,
}
_SHORT_ACTIVE = re.compile(
    r"(?<![^\W_])(?P<short>[A-Z]{2,3})\s(?:(?P<propose>proposed)|(?P<second>seconded))\b(?!\sby)"
)
_OWN = re.compile(r"['\u2019]s?(?![^\W_])")
"""Behind a name: what is moved is the bearer's, "seconded Cllr Lee's proposal"."""
_SECONDED_NEXT = re.compile(r"[*_]{0,3},?\s(?:and\s)?(?:seconded|sec)\b")
"""Behind a name that makes a "proposed" before it the bearer's: "proposed Mrs Lee, seconded Mrs Shaw"."""
_BY_A_SECOND = re.compile(r"\bseconded by \Z", re.IGNORECASE)
"""Only a person seconds: what follows is a name, however rare."""
_SHORT = re.compile(r"[A-Z]{2,3}(?![^\W_]|\s[A-Z])")
_SHORT_PAIR = re.compile(r"[A-Z]{2,3},?\s(?:and\s)?seconded\b")
"""Initials that a seconder follows: "proposed PZ, seconded HS"."""


@frozen
class _Told:
    """A deed with the place of its verb, which one person alone can have done."""

    verb: int
    done: PersonAction
    is_before: bool
    """Whether the name stands before the verb."""


@lru_cache(maxsize=8)
def find_person_actions(text: str) -> tuple[PersonAction, ...]:
    """Who did what in ``text``, in order. Offices ("the Chair moved") are left out: nobody is named."""
    people = find_people(text)
    told = (*_name_then_verb(text, people), *_verb_then_name(text, {p.span.start: p for p in people}))
    found = {done.person.span.start: done for done in _shared_out(told)}
    whole = {done.span.end for done in found.values()}
    for done in _initials_then_verb(text):
        if done.span.end not in whole:  # the JP of "Cllr Lee JP proposed" is nobody
            found.setdefault(done.person.span.start, done)
    return tuple(found[start] for start in sorted(found))


def _shared_out(told: tuple[_Told, ...]) -> Iterator[PersonAction]:
    """One deed for each verb and each person, in the order of the verbs.

    In "proposed Mrs Lee seconded Mrs Shaw" the second verb is not Mrs Lee's, who has the first already;
    in "Mrs Lee proposed, Mrs Shaw seconded" it is the one before it.
    """
    verbs: set[int] = set()
    doers: set[int] = set()
    for one in sorted(told, key=lambda t: (t.verb, not t.is_before)):
        doer = one.done.person.span.start
        if one.verb not in verbs and doer not in doers:
            verbs.add(one.verb)
            doers.add(doer)
            yield one.done


def _name_then_verb(text: str, people: tuple[Person, ...]) -> Iterator[_Told]:
    """Names, and what their bearers did: "Cllr Mann proposed"."""
    for person in people:
        match = _ACTIVE.match(text, person.span.end)
        if match is None or match.lastgroup is None or _is_object(text, person.span.start):
            continue
        span = Span(person.span.start, match.end())
        done = PersonAction(_DEEDS[match.lastgroup], person, span, span.of(text))
        yield _Told(match.start(match.lastgroup), done, is_before=True)


def _is_object(text: str, start: int) -> bool:
    """Whether words before a name make it no doer: "the letter from Mr Mann stated", "to Cllr Lee noted"."""
    before = text[max(0, start - 12) : start].split()
    return bool(before) and before[-1].strip("*_").casefold() in {
        "from", "to", "of", "for", "with", "about", "behalf", "late", "between", "at", "that's", "&", "under",
    }  # fmt: skip


def _verb_then_name(text: str, people: dict[int, Person]) -> Iterator[_Told]:
    """What was done, and a name: "seconded by Mrs Lee", "Proposed - T Mann", "proposed by PW"."""
    for match in _BY.finditer(text):
        verb = match["verb"].casefold()
        by = match[0].casefold().rstrip(" *_\n").endswith(("by", "of", "-", ":", "\u2013", "\u2014"))
        listed = text[match.start()].isupper() or verb in {"prop", "sec", "2nd", "seconded"}
        listed = listed and verb not in {"moved", "moves", "proposal", "mover", "proposes"}
        if not (by or listed or verb == "proposed"):
            continue
        named = by or verb == "seconded" or _SHORT_PAIR.match(text, match.end()) is not None
        person = people.get(match.end()) or _bare_person(text, match.end(), named=named)
        if person is None or (verb in {"moved", "moves"} and not by) or _OWN.match(text, person.span.end):
            continue
        if not (by or listed or _SECONDED_NEXT.match(text, person.span.end)):
            continue
        deed = ActionKind.SECONDED if verb.startswith(("sec", "2")) else ActionKind.PROPOSED
        deed = ActionKind.MOVED if verb.startswith("mov") else deed
        span = Span(match.start(), person.span.end)
        yield _Told(match.start(), PersonAction(deed, person, span, span.of(text)), is_before=False)


def _bare_person(text: str, at: int, *, named: bool) -> Person | None:
    """A name without a title behind "proposed by": "Sue Lintern", "T Mann" or the initials "PW"."""
    short = _SHORT.match(text, at)
    if short and named:
        span = Span(at, short.end())
        return Person("", short[0], "", "", span, short[0])
    if TITLE.match(text, at):
        return None
    name = read_name_at(text, at)
    if name is None:
        return None
    moved = bool(name.given) and (
        _SECONDED_NEXT.match(text, name.end) or _BY_A_SECOND.search(text, max(0, at - 14), at)
    )
    if not (name.initials or name.given.casefold() in GIVEN or moved):
        return None
    span = Span(at, name.end)
    return Person("", name.initials, name.given, name.surname, span, span.of(text))


def _initials_then_verb(text: str) -> Iterator[PersonAction]:
    """Initials, and what their bearer did: "PW seconded"."""
    for match in _SHORT_ACTIVE.finditer(text):
        span = Span(match.start("short"), match.end("short"))
        person = Person("", match["short"], "", "", span, match["short"])
        deed = ActionKind.PROPOSED if match["propose"] else ActionKind.SECONDED
        yield PersonAction(deed, person, Span(match.start(), match.end()), match[0])
