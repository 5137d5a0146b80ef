"""A name of the draft that the notes have nowhere, beside another that they have in its place.

Who moved or spoke is compared by the people of the roster; here it is the very words of names, of people who come
once, of firms and of places. A clerk cuts names short and writes them as they sound, so neither tells anything. But
a name written out, with the same words beside it, or much like it, in the line that the sentence was written from,
is the name that was meant.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.links import Word
from review_tui.facts.mentions import Mention
from review_tui.facts.pair import Pair
from review_tui.facts.roster import Who, nicknames
from review_tui.facts.speakers import lists_people
from review_tui.facts.wording import said_in
from review_tui.language.calendar_words import MONTH, WEEKDAY
from review_tui.language.name_words import NOT_NAMES, PLACE_TYPES
from review_tui.language.number_words import SPOKEN
from review_tui.language.person_mentions import is_title
from review_tui.language.person_names import CAPITAL
from review_tui.language.stems import stem
from review_tui.language.stop_words import is_stop_word, is_voting_word
from review_tui.language.word_match import (
    SYNONYM,
    edit_distance,
    is_jotted_for,
    may_name,
    skeleton,
    stands_for,
)
from review_tui.model.findings import Location, Severity
from review_tui.model.text import Span

_SHORTEST, _WRITTEN_OUT = 3, 4
"""Letters of a name of the draft, and of one that the notes have in full."""
_BEGUN, _OFF = 2, 2
"""Letters at the beginning that names share of which one was taken for the other, and letters that may differ."""
_ALIKE = 4
"""Letters at the beginning that make names alike whatever follows."""
_ROOT, _LONG = 7, 5
"""Letters that two words begin with which are forms of one, and of names in which one letter more may differ."""
_FEWEST_HELD = 2
"""Words and figures of a line that the sentence must have for the one name left over to be that of the sentence."""
_AROUND = 2
"""Clauses on either side in which a place that the notes name would be told."""
_LOOKED_AT = 2
"""Lines of the notes, the likeliest first, that may have the name."""
_SURELY, _HARDLY = 0.8, 0.6
"""How surely words beside two names must be the same, and how surely one may stand for another word of the sentence."""
_HAS_INITIAL = re.compile(r"(?<![^\W_])[A-Z]\.?\s\Z")
_WORD_BEFORE = re.compile(r"([^\W\d_]{2,9})\.?\s\Z")
_REACH_BACK = 12
"""Characters before a word in which either stands."""
_ONE_WORD = r"[^\W_]+(?:['\u2019-][^\W_]+)*"
_TOKEN_BEFORE = re.compile(rf"({_ONE_WORD})\.?\s(?:&\s)?\Z")
_TOKEN_BEHIND = re.compile(rf"\s(?:&\s)?({_ONE_WORD})")
_DAY = re.compile(rf"(?:{WEEKDAY}|{MONTH})\Z", re.IGNORECASE)
_NAME_LIKE = re.compile(rf"(?:Mc|Mac|{CAPITAL}['\u2019])?{CAPITAL}[^A-Z]+(?:-{CAPITAL}?[^A-Z]+)?")
_NO_NAME = re.compile(rf"{SPOKEN}|{WEEKDAY}|{MONTH}", re.IGNORECASE)
_WEIGHT = 2.0
"""How sure it is, beside other clashes of the same words."""
_AWAY = re.compile(r"apolog|regrets|absen", re.IGNORECASE)
"""A list of who is away: the notes call people there as they please."""
_SMALL = re.compile(r"(?<![^\W_])[a-z\u00df-\u00ff]{3,}")


def name_clashes(pair: Pair) -> Iterator[Clash]:
    """Names for which the notes have others, in the order of the draft; none where one of theirs has several rivals."""
    found = list(_name_clashes(pair)) if pair.jottings else []
    told: dict[Location, list[Span]] = defaultdict(list)
    for clash in found:
        told[clash.places[-1]].append(clash.places[0].span)
    yield from (clash for clash in found if _are_one_name(told[clash.places[-1]]))


def _are_one_name(spans: Sequence[Span]) -> bool:
    """Whether words stand right behind each other: "Carys Benham"."""
    return all(later.start - before.end <= 1 for before, later in pairwise(spans))


def _name_clashes(pair: Pair) -> Iterator[Clash]:
    links = pair.links
    noted = _by_beginning({word.low for words in links.note_words for word in words})
    has_capitals = _has_capitals(pair)
    begins_small = _begins_small(pair)
    known: dict[str, bool] = {}
    for clause, word, is_surname in draft_names(pair):
        if word.low not in known:
            known[word.low] = _is_noted(word.low, noted)
        if known[word.low] and not is_surname:
            continue
        found = _in_place_of(pair, clause, word, has_capitals=has_capitals, is_known=known[word.low]) or (
            None if known[word.low] else _left_over(pair, clause, word, begins_small=begins_small)
        )
        if found:
            yield name_clash((clause, word), found, _WEIGHT)


Named = tuple[Clause, Word]
"""A word of a name, and where it stands."""


def name_clash(mine: Named, theirs: Named, weight: float) -> Clash:
    """A name of the draft as a finding, beside that of the notes."""
    (clause, word), (jotting, other) = mine, theirs
    message = f"The draft has \u201c{word.text}\u201d here; the notes have \u201c{other.text}\u201d ({said_in(jotting)})."
    places = (clause.place(word.start, word.end), jotting.place(other.start, other.end))
    return Clash(message, places, weight, Severity.WARNING)


def draft_names(pair: Pair) -> Iterator[tuple[Clause, Word, bool]]:
    """Words of the draft that may be names, and whether each ends the name of somebody, as "Hill" does of Jo Hill."""
    small = frozenset(_SMALL.findall(pair.text))
    for clause in pair.clauses:
        if clause.index in pair.roll or clause.is_heading:
            continue
        for word in pair.links.draft_words[clause.index]:
            is_surname = any(m.end == word.end and m.start < word.start for m in pair.mentions[clause.index])
            if _may_be_name(word, small, is_surname=is_surname) and not _only_begins_sentence(
                clause.text, word
            ):
                yield clause, word, is_surname


def _has_capitals(pair: Pair) -> bool:
    """Whether the notes write names with a capital and all else small, as far as the words tell that both texts have."""
    names = {w.text for words in pair.links.draft_words for w in words if w.text[0].isupper()}
    lows = {name.lower() for name in names}
    written = [w.text for words in pair.links.note_words for w in words if w.text.lower() in lows]
    if 2 * sum(map(str.isupper, written)) > len(written):
        return False  # a telegram
    return 2 * sum(text[0].isupper() for text in written) >= len(written)


def _may_be_name(word: Word, small: frozenset[str], *, is_surname: bool) -> bool:
    """Whether a word of the draft may be a name; ``is_surname``: it ends the name of somebody, as "Hill" does of Jo Hill."""
    return (
        word.text[0].isupper()
        and not word.text.isupper()
        and len(word.low) >= _SHORTEST
        and word.low not in small
        and word.low not in NOT_NAMES
        and (is_surname or word.low not in PLACE_TYPES)
        and not (_DAY.match(word.text) or is_title(word.text) or is_stop_word(word.low))
    )


def _only_begins_sentence(text: str, word: Word) -> bool:
    """Whether a word may have its capital from where it stands: "Expenditure was ..."."""
    is_first = not any(map(str.isalnum, text[: word.start]))
    return is_first and re.match(r"\s?[A-Z]", text[word.end :]) is None


def _by_beginning(words: set[str]) -> dict[str, set[str]]:
    """Words by their first letter, and by the sound that they begin with."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in words:
        found[word[0]].add(word)
        found[f"~{skeleton(word[:1])}"].add(word)
    return found


def _is_noted(low: str, noted: Mapping[str, AbstractSet[str]]) -> bool:
    """Whether the notes have a name anywhere, begun or as it sounds."""
    sound = skeleton(low)
    return any(
        low == other
        or (
            len(other) >= _SHORTEST
            and (
                low.startswith(other)
                or other.startswith(low)
                or (skeleton(other) == sound and len(sound) > 1)  # "Ray" is no "Roy"
            )
        )
        for other in (*noted.get(low[0], ()), *noted.get(f"~{sound[:1]}", ()))
    )


def _in_place_of(
    pair: Pair, clause: Clause, word: Word, *, has_capitals: bool, is_known: bool
) -> tuple[Clause, Word] | None:
    """The name that a likely jotting has where the sentence has ``word``; where that ``is_known``, behind the same first name."""
    links = pair.links
    who = _named_by(pair.mentions[clause.index], word)
    others = {w.low for w in links.draft_words[clause.index]} - {word.low}
    is_first = _is_first_name(pair.mentions[clause.index], word)
    for j in links.linked[clause.index][:_LOOKED_AT]:
        jotting = pair.jottings[j]
        if lists_people(pair, j) or any(is_jotted_for(other.low, word.low) for other in links.note_words[j]):
            return None
        for other in links.note_words[j]:
            is_called = _is_called_so(jotting.text, other)
            is_short = (
                is_called
                or is_first
                or _HAS_INITIAL.search(jotting.text, max(0, other.start - _REACH_BACK), other.start)
            )
            if len(other.low) < (_SHORTEST if is_short else _WRITTEN_OUT):
                continue
            if has_capitals and not (
                other.text[0].isupper() and (is_called or _NAME_LIKE.fullmatch(other.text))
            ):
                continue  # the letters of a body, an office cut short, a word that was meant to be seen
            if other.low in NOT_NAMES or is_voting_word(other.low) or _NO_NAME.fullmatch(other.low):
                continue  # "Motion Ash", "ten thirty Teams"
            if (
                is_stop_word(other.low)
                or is_title(other.text)
                or (
                    _may_be_spelled_so(word.low, other.low)
                    and not _is_other_in_full(clause, word, jotting, other)
                )
                or _stands_for_any(pair, other, others)
                or _is_short_for(other.low, word.low)
            ):
                continue
            beside = _word_beside(clause, word, jotting, other)
            is_same = (
                beside
                and _is_first_name_of(pair.mentions[clause.index], word, beside)
                and edit_distance(word.low, other.low) <= 1 + (len(other.low) > _LONG)
            )
            if is_known and not is_same:
                continue
            if who and not ((is_same or other.text[0].isupper()) and _may_be(pair.noted[j], other, who)):
                continue  # the notes call people by their first names
            is_other = beside and _are_two_first_names(word.low, other.low)
            if is_first and other.low[0] == word.low[0] and not is_other:
                continue  # Gerry may be Gear\u00f3id
            is_told = _is_told(pair, clause, other, is_place=beside.lower() in PLACE_TYPES)
            if (
                beside and not is_title(beside) and not is_told and other.low not in PLACE_TYPES
            ) or _are_alike(word.low, other.low, is_told=is_told):
                return jotting, other
            if (
                is_called
                and who
                and not is_told
                and not pair.meant_by(other.text)[0]
                and _are_a_slip_apart(word.low, other.low)
            ):
                return jotting, other
    return None


def _may_be_spelled_so(name: str, jotted: str) -> bool:
    """Whether what is jotted may be a name cut short or as it sounds."""
    return stands_for(jotted, name) >= SYNONYM or _sound_alike(name, jotted)


def _is_other_in_full(clause: Clause, word: Word, jotting: Clause, other: Word) -> bool:
    """Whether one consonant within differs, and the notes have the very word beside it: "Halvorsen Pratt", and no "Platt"."""
    one, two = skeleton(word.low), skeleton(other.low)
    if word.low[0] != other.low[0] or one == two or len(one) != len(two):
        return False
    beside = _word_beside(clause, word, jotting, other)
    return (
        edit_distance(word.low, other.low) == 1
        and beside[:1].isupper()
        and other.text[0].isupper()
        and not is_title(beside)
        and beside in _beside(jotting.text, other)
    )


def _is_told(pair: Pair, clause: Clause, other: Word, *, is_place: bool) -> bool:
    """Whether the draft has a name of the notes too; streets and halls are named again and again, so there only around the clause."""
    found = pair.links.clauses_with(other.low)
    return any(abs(k - clause.index) <= _AROUND for k in found) if is_place else any(True for _ in found)


def _are_two_first_names(one: str, other: str) -> bool:
    """Whether two first names before the same surname may be taken for each other, and are no forms of one: "Emlyn", "Emrys"."""
    return len(one) == len(other) and edit_distance(one, other) <= 1 + (len(one) >= _LONG)


def _is_called_so(text: str, other: Word) -> bool:
    """Whether a word is who speaks, or stands behind a title: "FENN: the lift", "MR FENN"."""
    title = _WORD_BEFORE.search(text, max(0, other.start - _REACH_BACK), other.start)
    is_label = not any(map(str.isalnum, text[: other.start])) and text[other.end : other.end + 2] == ": "
    return is_label or (title is not None and is_title(title[1].capitalize()))


def _is_first_name_of(mentions: Sequence[Mention], word: Word, beside: str) -> bool:
    """Whether the word beside a surname is the first name of the same person."""
    return any(
        m.end == word.end and m.text.removesuffix(word.text).rstrip(" .").endswith(beside) for m in mentions
    )


def _are_a_slip_apart(one: str, other: str) -> bool:
    """Whether few letters differ of two names, none of which is the other as it sounds: "delgado" and "salgado"."""
    return not may_name(other, one) and 3 * edit_distance(one, other) <= max(len(one), len(other)) + 1


def _stands_for_any(pair: Pair, jotted: Word, words: AbstractSet[str]) -> bool:
    meanings = pair.links.meanings.get(jotted.text, {})
    return any(share >= _HARDLY and meant in words for meant, share in meanings.items())


def _left_over(pair: Pair, clause: Clause, word: Word, *, begins_small: bool) -> tuple[Clause, Word] | None:
    """The one word of the likeliest jotting that the sentence lacks, a name, where the sentence names a stranger."""
    links = pair.links
    who = _named_by(pair.mentions[clause.index], word)
    if not who or not links.linked[clause.index] or _AWAY.search(clause.text):
        return None
    j = links.linked[clause.index][0]
    if lists_people(pair, j):
        return None
    text, values = pair.jottings[j].text, pair.noted_values[j]
    mine = {key for m in pair.mentions[clause.index] for key in m.who}
    named = [m for m in pair.noted[j] if m.who & mine]
    if any(m.who & who for m in named):
        return None  # Lionel Fitch is there as Fitch
    left = [
        w
        for w in links.note_words[j]
        if links.strengths[w.text].get(clause.index, 0.0) < _HARDLY
        and not any(m.start <= w.start < m.end for m in named)
    ]
    held = len(links.note_words[j]) - len(left) + len(values)
    if len(left) != 1 or held < _FEWEST_HELD or any(clause.index not in links.explained(v) for v in values):
        return None
    (other,) = left
    is_name = (
        other.text.istitle()
        and other.low not in NOT_NAMES
        and not is_voting_word(other.low)
        and len(other.low) >= _WRITTEN_OUT
        and not links.surest.get(other.text)
    )
    is_first = not text[: other.start].strip() and not begins_small
    is_known = any(0 <= m.start - other.end <= 1 for m in pair.noted[j])  # the first name of somebody known
    is_theirs = any(
        pair.roster.by_key[key].first[:1] == other.text[0] for key in who if key in pair.roster.by_key
    )
    return (pair.jottings[j], other) if is_name and not (is_first or is_known or is_theirs) else None


def _begins_small(pair: Pair) -> bool:
    """Whether the lines of the notes begin with a small letter, so that a capital there tells a name."""
    first = [re.sub(r"\A\W+", "", j.text)[:2] for j in pair.jottings]
    small = sum(f[:1].islower() for f in first)
    return small >= sum(f[:1].isupper() and f[1:].islower() for f in first)


def _named_by(mentions: Sequence[Mention], word: Word) -> Who:
    """Who is named by a word, with what stands before it."""
    return next((m.who for m in mentions if m.start <= word.start < m.end), frozenset())


def _is_first_name(mentions: Sequence[Mention], word: Word) -> bool:
    return any(m.start <= word.start and word.end < m.end for m in mentions)


def _may_be(noted: Sequence[Mention], other: Word, who: Who) -> bool:
    """Whether a name of the notes means no one else."""
    theirs = _named_by(noted, other)
    return not theirs or bool(theirs & who)


def _are_alike(one: str, other: str, *, is_told: bool) -> bool:
    """Whether two names may be taken for each other and are not one as it sounds; ``is_told``: the draft has the other too."""
    one = one.removesuffix("'s").removesuffix("\u2019s")
    if may_name(other, one) or _sound_alike(one, other):
        return False  # the clerk may have misheard it
    if one[:_BEGUN] != other[:_BEGUN] or min(len(one), len(other)) <= _WRITTEN_OUT:
        return False
    if (
        stem(one) == stem(other)
        or _is_short_for(other, one)
        or one.startswith(stem(other))
        or other.startswith(stem(one))
    ):
        return False
    shared = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    if shared >= _ROOT:
        return False  # "delinquents" and "delinquencies"
    off = _OFF + (min(len(one), len(other)) > _LONG)
    return shared >= _ALIKE or (not is_told and edit_distance(one, other) <= off)


def _is_short_for(one: str, name: str) -> bool:
    """Whether a word is what somebody of a name is called, or what is theirs: "paddys" for "Patrick's"."""
    whole = name.removesuffix("'s").removesuffix("\u2019s")
    return bool({one, re.sub(r"['\u2019]?s\Z", "", one)} & nicknames(whole))


def _are_near(one: str, other: str) -> bool:
    """Whether two names begin alike or have most letters in common."""
    return one[0] == other[0] or 2 * edit_distance(one, other) <= max(len(one), len(other))


def _sound_alike(one: str, other: str) -> bool:
    """Whether one name is the other as it sounds, perhaps without its end: "Consuma"."""
    sounds = sorted((skeleton(one), skeleton(other)), key=len)
    return len(sounds[0]) > _SHORTEST and sounds[1].startswith(sounds[0])


def _word_beside(clause: Clause, word: Word, jotting: Clause, other: Word) -> str:
    """The word that stands beside both names, as part of them; empty for none."""
    pairs = zip(_beside(clause.text, word), _beside(jotting.text, other), strict=True)
    for is_behind, (mine, theirs) in enumerate(pairs):
        is_written = other.text[0].isupper() and not other.text.isupper()
        if not (is_behind or is_written or _are_near(word.low, other.low)):
            continue  # "kestrel want": any word may follow what a firm is called for short
        if mine and theirs and _is_cut_short(mine, theirs, is_behind=bool(is_behind)):
            return mine
        if mine and theirs and is_behind and _is_kind_of_place(mine, theirs):
            return mine
        if (
            mine
            and theirs
            and mine[0].isupper()
            and len(theirs) >= _SHORTEST
            and not is_stop_word(mine.lower())
        ):
            low, jotted = mine.lower(), theirs.lower()
            if low == jotted or stands_for(jotted, low) >= _SURELY or may_name(jotted, low):
                return mine
    return ""


def _is_cut_short(mine: str, theirs: str, *, is_behind: bool) -> bool:
    """Whether a word beside a name is the initial of a first name, or the letters of a kind of place: "G. Pym", "Tenter Cr"."""
    if not (theirs[0].isupper() and mine[0] == theirs[0]):
        return False
    if not is_behind:
        return len(theirs) == 1 and len(mine) > 1
    return len(theirs) == len("Cr") and theirs[1].islower() and theirs[1] in mine[1:]


def _is_kind_of_place(mine: str, theirs: str) -> bool:
    """Whether the words behind two names are one kind of place, in short or in capitals or not: "Road", "rd"."""
    return mine[0].isupper() and mine.lower() in PLACE_TYPES and is_jotted_for(theirs.lower(), mine.lower())


def _beside(text: str, word: Word) -> Sequence[str]:
    """The words before and behind a name in the same run of words; empty where there is none."""
    last = _TOKEN_BEFORE.search(text, 0, word.start)
    first = _TOKEN_BEHIND.match(text, word.end)
    return (last[1] if last else "", first[1] if first else "")
