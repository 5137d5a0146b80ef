"""Whom words of the notes mean that no name tells: "me", and nicknames; learned from what stands beside them.

Whoever takes the notes writes "me", and calls people what they are called: "Nobby" is Norman Bright. No list has
it, but the pair does: whenever the notes have the word, the sentence of the draft that was written from them
names the same person, of whom they have nothing else.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from review_tui.facts.clauses import Clause
from review_tui.facts.links import LEAST, Links
from review_tui.facts.mentions import MYSELF, SAYS_I, Mention, folded
from review_tui.facts.roster import Roster, Who, nicknames
from review_tui.language.calendar_words import MONTH, WEEKDAY
from review_tui.language.name_words import GIVEN, NOT_NAMES
from review_tui.language.number_words import ONES, TENS
from review_tui.language.roles import ROLE
from review_tui.language.stop_words import is_stop_word, word_set_of

_WORD = re.compile(r"(?<![\w@'])@?[^\W\d_](?:[^\W\d_]|['\u2019_-](?=[^\W\d_]))*")
_DAY = re.compile(rf"(?:{WEEKDAY}|{MONTH})\Z", re.IGNORECASE)
_IS_ME = re.compile(
    rf"[ ,]{{0,2}}(?:{ROLE}|sec|mins?|notes|scribe)?\.? ?\((?:me|self)\)|\s?=\s?me\b|,? (?:scribing|taking notes|log)\b|, writing\b"
)
"""What stands behind the name of whoever takes the notes."""
_ME_IS = re.compile(r"\b(?:me|self)\s?=\s?\Z|\b(?:kpr|scribe|notes by|mins by)[: ]+\Z", re.IGNORECASE)
_ENOUGH, _OF_SCRIBE, _WITHOUT_LETTER = 1.5, 1.0, 3.0
"""Lines that must agree: on a nickname, on the one who the draft says takes the minutes, and on a name unlike the word."""
_SHARE = 0.65
"""Share of the lines that must."""
_MOST_NAMED = 2
"""People of a sentence that still tells which of them is meant."""
_SMALL = re.compile(r"(?<![^\W_])[a-z]{3,}")
_LABEL_END = re.compile(r"[\w.'-]{0,20}(?: [\w.'-]{1,20})?:\s")
"""What stands behind the name that a line of talk begins with."""
LABEL = re.compile(
    r"(?:\[[^\]\n]{1,30}\]|[AP]M\])?[\W\d_]{0,24}(?P<who>[^\W\d_][\w'.-]{1,20}(?: [^\W\d_a-z][\w'.-]{0,20}){0,2})(?: \d{1,2}[:.]\d\d)?(?::|\s[\u2013\u2014])\s"
)
"""What a line of talk, a log or a chat begins with: "wim: closed", "Niamh T 19:41 — started"."""
_FEWEST_LABELS, _MOSTLY, _OF_KEEPER = 5, 0.6, 0.3
"""Lines of a log, and the share of them that begin with who keeps it; of one whose office it is."""
_LONGEST_INITIALS = 3
"""Letters of initials; a longer word in capitals was shouted."""
_TOGETHER = re.compile(r"\s?[+&/,]\s?|\s(?:and|&)\s")
"""What stands between two who are named together."""
_LETTERS = re.compile(r"[^\W\d_]+")
_FEWEST_LISTED, _OF_LIST = 3, 0.5
"""Initials in small letters that make a list of people, and their share of its words."""
_MEANS_ELSE = word_set_of(
    "am pm hr mr ms dr st rd ln av co re ie eg nb vs pp ok ht cc dc bc pc vh tv ad ap cr bf cf ft kg km cm mm sq yr wk mo mp "
    "min mtg rpt agm egm pta tbc fyi"
)
"""Letters that notes have for other things; in a list of people they are somebody's."""
_ACTS_LOW = re.compile(
    r"\s(?:says|sez|said|asks|asked|wants|wanted|moved|moves|mvd|proposes|proposed|props?|seconds|seconded|2nds?|sec|thinks|reckons|reported|agin|agst|abst\w*|will (?!be\b)[a-z]{2,}|to (?!the\b|be\b|a\b)[a-z]{3,})\b"
)
"""What stands behind somebody in small letters who speaks or acts: "trish says", "dev proposes"."""
_SHORTEST = 2
"""Letters of what is shorter than anything that somebody is called."""


def plain_aliases(
    roster: Roster, notes: Sequence[Clause], noted: Sequence[Sequence[Mention]], text: str
) -> dict[str, Who]:
    """Whom the notes by themselves tell to be meant, as ``learned_aliases``; ``text``: the draft."""
    me = _says_who(roster, notes, noted) or keeper_of(roster, notes, noted)
    told = frozenset(_SMALL.findall(text))
    return (
        _small_initials(roster, notes)
        | _first_names(roster, notes, noted, told)
        | _lone_letters(roster, notes, text)
        | ({"me": me} if me else {})
    )


def _small_initials(roster: Roster, notes: Sequence[Clause]) -> dict[str, Who]:
    """Initials in small letters, "ro/ai", where a list of who is there shows that the notes write them so."""
    meant: dict[str, set[str]] = defaultdict(set)
    for person in roster.all:
        for initials in person.initials:
            meant[initials.lower()].add(person.key)
    plain = {word for word, keys in meant.items() if len(keys) == 1 and not is_stop_word(word)}
    listed: set[str] = set()
    for jotting in notes:
        words = _LETTERS.findall(jotting.text)
        known = plain.intersection(words)
        if len(known) >= _FEWEST_LISTED and len(known) >= _OF_LIST * len(words):
            listed |= known
    if not listed:
        listed = (plain - _MEANS_ELSE).intersection(entry for j in notes for entry in _entries(j.text))
        return {word: frozenset(meant[word]) for word in listed}
    return {word: frozenset(meant[word]) for word in plain - _MEANS_ELSE | listed}


def _entries(text: str) -> Sequence[str]:
    """What stands between the commas of a list: "morag f chair, jc, callum r, dod"."""
    return [entry.strip() for entry in text.split(",")] if text.count(",") >= _FEWEST_LISTED else ()


def _lone_letters(roster: Roster, notes: Sequence[Clause], text: str) -> dict[str, Who]:
    """Capitals by themselves that stand where somebody acts, of whom but one has such a first name: "P wants a dog", "mvd M"."""
    meant: dict[str, set[str]] = defaultdict(set)
    for person in roster.all:
        if person.first:
            meant[folded(person.first)[:1].upper()].add(person.key)
    options = set(re.findall(r"(?<![\w.'\u2019])[A-Z](?![\w.'\u2019])", text))
    used = {match[1] or match[2] for jotting in notes for match in _LONE.finditer(jotting.text)}
    return {
        letter: frozenset(meant[letter])
        for letter in used
        if len(meant.get(letter, ())) == 1 and letter not in options | {"I"}
    }


_LONE = re.compile(
    r"\A\W{0,3}([A-Z])(?=:|\s(?!and\b|or\b|is\b|was\b|the\b|in\b|of\b|for\b|to\b(?! [a-z]{2,} ))[a-z]{2,})|\b(?:mvd|moved|mov|prop|2nd|sec|says|said)\s([A-Z])(?![\w.'\u2019])"
)
"""A capital by itself that begins a jotting before a word, or that moves."""


def learned_aliases(
    roster: Roster,
    links: Links,
    mentions: Sequence[Sequence[Mention]],
    noted: Sequence[Sequence[Mention]],
    known: dict[str, Who],
) -> dict[str, Who]:
    """Whom words of the notes mean, by the word in small letters; "me" for whoever takes them. ``known``: the plain ones."""
    found = dict(known)
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    others = _beside_me(links.notes, noted)
    for jotting in links.notes:
        words = set(_unknown_words(jotting, noted[jotting.index], links))
        if words - found.keys():
            for key, share in _told_there(jotting, links, mentions, noted[jotting.index]).items():
                for word in words:
                    if word != "me" or key not in others:
                        votes[word][key] += share
    for word, counted in votes.items():
        key, most = max(counted.items(), key=lambda one: one[1])
        if word not in found and most >= _least(word, key, roster) and most >= _SHARE * sum(counted.values()):
            found[word] = frozenset({key})
    return found


def keeper_of(roster: Roster, notes: Sequence[Clause], noted: Sequence[Sequence[Mention]]) -> Who | None:
    """Who keeps the notes, where most lines begin with the same name: in a log or a chat of their own it tells nothing."""
    labels: list[Who] = []
    for first in {jotting.item: jotting for jotting in reversed(notes)}.values():
        label = LABEL.match(first.text)
        named = noted[first.index][:1] if label else []
        if label:
            labels.append(next((m.who for m in named if m.start <= label.start("who") < m.end), frozenset()))
    if len(labels) < _FEWEST_LABELS:
        return None
    (who, most), *_ = Counter(labels).most_common(1)
    if who & _beside_me(notes, noted):
        return None
    people = [roster.by_key[key] for key in who if key in roster.by_key]
    keeps = len(people) == 1 and any(
        role.split()[-1] in {"scribe", "clerk", "secretary"} for role in people[0].roles
    )
    return who if people and most >= (_OF_KEEPER if keeps else _MOSTLY) * len(labels) else None


def _beside_me(notes: Sequence[Clause], noted: Sequence[Sequence[Mention]]) -> Who:
    """Those whom a jotting names beside "me", who are others: "Dean + me"."""
    return frozenset(
        key
        for jotting in notes
        for named in [noted[jotting.index]]
        for one, other in pairwise(named)
        if {one.text.lower(), other.text.lower()} & MYSELF
        and _TOGETHER.fullmatch(jotting.text, one.end, other.start)
        for mention in (one, other)
        if mention.text.lower() not in MYSELF
        for key in mention.who
    )


def _scribe_apart(roster: Roster, listed: Sequence[Mention]) -> Who | None:
    """The secretary, where a list of people that ends with "(me)" has not got them: "MH DO PN EW (me)"."""
    may = [p for p in roster.all if p.roles & {"scribe", "clerk", "secretary"}]
    people = {mention.who for mention in listed if mention.text.lower() not in MYSELF}
    named = frozenset().union(*people)
    is_list = len(people) >= _FEWEST_LISTED
    return frozenset({may[0].key}) if is_list and len(may) == 1 and may[0].key not in named else None


def _says_who(roster: Roster, notes: Sequence[Clause], noted: Sequence[Sequence[Mention]]) -> Who | None:
    """Who takes the notes, where they say so: "ML = Meg Larkin sec (me)"."""
    if signed := _signs(notes, noted):
        return signed
    for jotting in notes:
        for mention in noted[jotting.index]:
            people = frozenset(key for key in mention.who if key.isdigit())
            is_me = _IS_ME.match(jotting.text, mention.end) or _ME_IS.search(jotting.text[: mention.start])
            if len(people) == 1 and (is_me or re.search(r"\((?:me|self)\Z", mention.text)):
                return _scribe_apart(roster, noted[jotting.index]) or people
    return None


def _signs(notes: Sequence[Clause], noted: Sequence[Sequence[Mention]]) -> Who | None:
    """Who signs at the foot of notes that are a letter: "Yours, Isobel", "Rhonda" in a line of its own."""
    for file in dict.fromkeys(jotting.document.file for jotting in notes):  # to hash a document takes long
        lines = [jotting for jotting in notes if jotting.document.file == file]
        if not _GREETS.match(lines[0].text):
            continue
        for jotting in reversed(lines[-_FOOT:]):
            named = noted[jotting.index]
            rest = (
                _FAREWELL.sub("", jotting.text[: named[0].start] + jotting.text[named[-1].end :])
                if named
                else "-"
            )
            if len(named) == 1 and len(named[0].who) == 1 and not rest.strip(" ,.x-"):
                return named[0].who
    return None


_GREETS = re.compile(r"\W*(?i:dear|hi|hello|hey|hiya)\b|[A-Z][a-z]+(?:(?i: love| dear)\b|,|\s*\Z)")
"""How a letter begins; a name only with its capital, as any notes may begin with one word, or with one and a comma."""
_FAREWELL = re.compile(
    r"\b(?:yours(?: (?:ever|truly|sincerely|faithfully))?|love|best(?: wishes)?|(?:kind )?regards|cheers|thanks|bye|all the best)\b",
    re.IGNORECASE,
)
_FOOT = 12
"""Jottings at the end of a letter, what was added behind the name among them, in which the name stands."""


def _first_names(
    roster: Roster, notes: Sequence[Clause], noted: Sequence[Sequence[Mention]], told: frozenset[str]
) -> dict[str, Who]:
    """Given names of those of whom the draft has but an initial, where it can be one only whom the notes name in no other way."""
    called = {key for mentions in noted for m in mentions if m.strength > 1 for key in m.who}
    words = {match[0].lower() for jotting in notes for match in _WORD.finditer(jotting.text)}
    unnamed = [
        p
        for p in roster.all
        if len(p.first) == 1 and p.key not in called and (p.first + p.last[:1]).lower() not in words
    ]
    found: dict[str, Who] = {}
    for jotting in notes if unnamed else ():
        for match in _WORD.finditer(jotting.text):
            low = match[0].lower()
            is_name = low in GIVEN or _may_act(jotting.text, match)
            if is_name and low not in found and low not in told and not _DAY.match(low):
                letters = {low[0], *(name[0] for name in nicknames(low))}
                may = [p.key for p in unnamed if p.first.lower() == low[0]] or [
                    p.key for p in unnamed if p.first.lower() in letters
                ]
                if len(may) == 1 and not any(m.start <= match.start() < m.end for m in noted[jotting.index]):
                    found[low] = frozenset(may)
    return found


def _may_act(text: str, word: re.Match[str]) -> bool:
    """Whether an unknown word stands where somebody speaks or acts: "lerato says"."""
    low = word[0].lower()
    is_word = is_stop_word(low) or low in _NOBODY or len(low) <= _SHORTEST
    return not is_word and _ACTS_LOW.match(text, word.end()) is not None


_NUMBERS = frozenset({*ONES, *TENS})
_ANYBODY = word_set_of(
    "everyone everybody nobody someone somebody anyone anybody people folk folks lads parents owners tenants members staff police "
    "school surveyor builder landlord agent county borough insurers bank doctor man woman lady bloke guy kids neighbours"
)
"""Words for whoever speaks that are no names."""
_NO_NAMES = NOT_NAMES | _NUMBERS
_NOBODY = _NO_NAMES | _ANYBODY


def _unknown_words(jotting: Clause, noted: Sequence[Mention], links: Links) -> Iterator[str]:
    """The words of a jotting that may be what somebody is called, in small letters."""
    for match in _WORD.finditer(jotting.text):
        word = match[0].lstrip("@")
        low = word.lower().replace("\u2019", "'")
        if low in MYSELF:
            if not _speaks(jotting, noted) and (low != "i" or SAYS_I.match(jotting.text, match.end())):
                yield "me"
            continue
        is_label = jotting.text[match.end() : match.end() + 1] == ":"
        acts = word.islower() and _ACTS_LOW.match(jotting.text, match.end()) is not None
        if (
            (word[0].isupper() or is_label or acts)
            and not (word.isupper() and len(word) > _LONGEST_INITIALS)
            and len(low) > _SHORTEST
            and not any(m.start <= match.start() < m.end for m in noted)
            and not (is_stop_word(low) or low in _NO_NAMES or _DAY.match(low))
            and not links.surest.get(match[0], 0.0)
            and not links.surest.get(word, 0.0)
        ):
            yield low


def _speaks(jotting: Clause, noted: Sequence[Mention]) -> bool:
    """Whether a line begins with who speaks, so that "me" in it is they."""
    first = noted[0] if noted else None
    return (
        first is not None
        and first.text.lower() not in MYSELF
        and not jotting.text[: first.start].strip(" <-")
        and _LABEL_END.match(jotting.text, first.end) is not None
    )


def _told_there(
    jotting: Clause, links: Links, mentions: Sequence[Sequence[Mention]], noted: Sequence[Mention]
) -> dict[str, float]:
    """The people of the sentence that a jotting went into, without those whom the jotting names; a share each."""
    column = links.columns[jotting.index]
    best = max(column, key=lambda k: (column[k], -k), default=None)
    if best is None or column[best] < LEAST:
        return {}
    known = {key for mention in noted for key in mention.who if mention.text.lower() not in MYSELF}
    people = {
        key
        for mention in mentions[best]
        for key in mention.who
        if key.isdigit() and sum(k.isdigit() for k in mention.who) == 1
    } - known
    return dict.fromkeys(people, 1 / len(people)) if 0 < len(people) <= _MOST_NAMED else {}


def _least(word: str, key: str, roster: Roster) -> float:
    person = roster.by_key[key]
    if word == "me":
        return _OF_SCRIBE if person.roles & {"scribe", "clerk", "secretary"} else _ENOUGH
    letters = {part[0].lower() for part in (person.first, person.last) if part}
    return _ENOUGH if word[0] in letters else _WITHOUT_LETTER
