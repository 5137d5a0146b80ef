"""Who sent apologies: by name or initials, in minutes and in notes."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.links import telling_words
from review_tui.facts.pair import Pair
from review_tui.facts.roster import Who
from review_tui.language.name_words import GIVEN
from review_tui.language.person_mentions import is_title
from review_tui.language.person_names import NAME_WORD
from review_tui.language.roles import office_of
from review_tui.language.stop_words import GRAMMAR_WORDS, is_stop_word
from review_tui.language.word_match import SUBSEQUENCE, is_near, may_name, stands_for
from review_tui.model.findings import Location
from review_tui.model.frozen import frozen

_APOLOGY = re.compile(
    r"\b(?:apolog\w+|apols?|aps?|(?<!say )(?<!said )sorry(?! (?:for|to|about|that|no|if|its|it's)\b)|absent|regrets|abs|excused|exc)\b",
    re.IGNORECASE,
)
_PUT_RIGHT = re.compile(r"\d[\d.,:]*\s?[a-z%]{0,6}\s\Z", re.IGNORECASE)
"""A figure before a "sorry" of whoever puts it right: "1.5 tonne sorry"."""
_LAST_WORD = re.compile(r"([^\W\d_]{3,})\s+\Z")
_APOLOGIES = re.compile(r"\W*(?:\d+\W+)?(?:an )?apolog|regrets|absent", re.IGNORECASE)


def _tells_apology(text: str) -> bool:
    """Whether a jotting has a word for being away, and none by which a figure is put right."""
    return any(
        word[0].lower() != "sorry"
        or not (_PUT_RIGHT.search(text, 0, word.start()) or _TURNED_DOWN.search(text, 0, word.start()))
        for word in _APOLOGY.finditer(text)
    )


_TURNED_DOWN = re.compile(r"\b(?:no|nope|not),?\s\Z", re.IGNORECASE)
"""What stands before a "sorry" by which something is turned down."""


def apology_clashes(pair: Pair) -> Iterator[Clash]:
    """Who sent apologies, by name or initials, in both lists."""
    headed = [c for c in pair.clauses if _APOLOGIES.match(c.text)]
    headed += [
        pair.clauses[c.index + 1] for c in headed if _is_mere_label(c) and c.index + 1 < len(pair.clauses)
    ]
    noted = [
        j
        for j in pair.jottings
        if _tells_apology(j.text) and not re.search(r"not apol", j.text, re.IGNORECASE)
    ][:2]
    if not headed or not noted:
        return
    words = [word for jotting in noted for word in _apology_words(pair, jotting)]
    names = [name for clause in dict.fromkeys(headed) for name in _apology_names(clause)]
    used: set[int] = set()
    lone = []
    for name in names:
        who = frozenset(key for m in pair.mentions[name[0].index] if m.end == name[1].end() for key in m.who)
        taken = {
            n for n, word in enumerate(words) if _sends(name, words, n) or _short_for(pair, word[1][0]) & who
        }
        used |= taken
        if not taken:
            lone.append(name)
    left = [
        w
        for n, w in enumerate(words)
        if n not in used and (_may_be_away(pair, w[1][0]) or _has_initial(words, n))
    ]
    if len(lone) == 1 and left and left[0][1][0] != lone[0][1]["first"]:
        clause, match = lone[0]
        jotting, word = left[0]
        first = match["first"]
        if (not first or is_title(first)) and word[0].lower() in GIVEN and not pair.meant_by(word[0])[0]:
            return  # the first name may well be that of the surname in the draft
        message = f"The draft has apologies from {match['last']}; the notes have them from {word[0]} ({jotting.where})."
        yield Clash(
            message, (clause.place(match.start(), match.end()), jotting.place(word.start(), word.end())), 3.0
        )


def _short_for(pair: Pair, word: str) -> Who:
    """Whom capitals stand for, be it by an office: "VC's a no show"."""
    short = word.removesuffix("'s")
    return pair.meant_by(short)[0] if short.isupper() else frozenset()


def _may_be_away(pair: Pair, word: str) -> bool:
    """Whether a word of the notes may be the name of somebody: no title, no office, no letters that nobody has."""
    if len(word) < _SHORTEST or not word[0].isupper() or office_of(word):
        return False
    return bool(pair.meant_by(word)[0]) if word.isupper() else not is_title(word)


def _apology_words(pair: Pair, jotting: Clause) -> Iterator[tuple[Clause, re.Match[str]]]:
    line = [pair.jottings[j] for j in pair.links.lines[jotting.item]]
    lone = len(telling_words(jotting.text)) <= 1
    for piece in line:
        joined = piece is jotting or (
            0 <= piece.start - jotting.start - len(jotting.text) < 8 and jotting.text.rstrip()[-1:] == ","
        )
        if not joined and not (lone and piece.start > jotting.start and piece.start - jotting.start < 60):
            continue
        begin, end = _cell(piece.text, _APOLOGY.search(piece.text))
        if trailed := _TRAILED_PART.search(piece.text):
            begin, end = trailed.span()
        for word in re.finditer(r"[A-Za-z][A-Za-z'-]*", piece.text):
            if (
                begin <= word.start() < end
                and not _APOLOGY.fullmatch(word[0])
                and (word[0].lower() not in GRAMMAR_WORDS or _is_initials(pair, word[0]))
                and word[0] not in {"Mr", "Mrs", "Ms", "Cllr", "Dr", "sends", "sent", "Absence"}
            ):
                yield piece, word


def _is_initials(pair: Pair, word: str) -> bool:
    """Whether letters that are a word too are surely somebody's: "SO" for Sandy Orr."""
    return word.isupper() and len(word) >= _SHORTEST and pair.meant_by(word)[1] > 1


def _cell(text: str, match: re.Match[str] | None) -> tuple[int, int]:
    """Of a row of a table, the cell that tells of apologies, or the one before it."""
    if not match or "|" not in text:
        return 0, len(text)
    begin = text.rfind("|", 0, match.start())
    end = text.find("|", match.end())
    end = len(text) if end < 0 else end
    if re.fullmatch(r"\W*", text[begin + 1 : match.start()] + text[match.end() : end]):
        begin = text.rfind("|", 0, max(0, begin))
    return begin + 1, end


_NAMED = re.compile(
    rf"(?:(?P<first>{NAME_WORD}|[A-Z])\.?\s+)?(?:[A-Z]\.?\s+)?(?<![a-z])(?P<last>{NAME_WORD})(?=\s*(?:[,;.(\u2013-]|and\b|&|\Z|who|for))"
)
_NOBODY = frozenset(
    [
        "Apologies",
        "Apology",
        "Absence",
        "Team",
        "Councillors",
        "Cllrs",
        "Governors",
        "Members",
        "Parish",
        "Council",
        "Borough",
        "County",
        "Committee",
        "None",
        "There",
        "Board",
        "Health",
        "Care",
    ]
)


def _apology_names(clause: Clause) -> Iterator[tuple[Clause, re.Match[str]]]:
    for match in _NAMED.finditer(clause.text):
        inside = re.search(r"\([^)]*\Z", clause.text[: match.start()])
        is_office = office_of(match["last"]) or match["last"] in _NOBODY
        if not is_office and not is_title(match["last"]) and not inside:
            yield clause, match


def _sends(name: tuple[Clause, re.Match[str]], words: list[tuple[Clause, re.Match[str]]], n: int) -> bool:
    """Whether a word of the notes means somebody who sent apologies."""
    first, last = name[1]["first"] or "", name[1]["last"]
    first = "" if is_title(first) else first
    word = words[n][1][0]
    low = word.lower()
    if word == last[0]:
        return True  # "Lady E"
    if word.isupper() and 2 <= len(word) <= 3 and word[-1] == last[0] and (not first or word[0] == first[0]):
        return True
    if (
        word.isupper()
        and len(word) == 3
        and "-" in last
        and word == (first[:1] + "".join(p[0] for p in last.split("-")))
    ):
        return True
    before, after = _words_beside(words, n)
    if len(low) > 1 and may_name(low, last.lower()) and not (len(word) == 2 and word.isupper()):
        return not (
            len(first) > 2
            and len(before) > 2
            and before[0].isupper()
            and not is_near(before.lower(), first.lower())
            and not may_name(before.lower(), first.lower())
            and not _is_rank(before, name)
        )
    if len(first) > 2 and len(low) > 2 and may_name(low, first.lower()):
        if len(after) == 1 and last[0].lower() != after.lower():
            return False  # "jan w" is no Jan Reece
        return not (len(after) > 3 and after[0].isupper() and not may_name(after.lower(), last.lower()))
    return False


def _is_rank(word: str, name: tuple[Clause, re.Match[str]]) -> bool:
    """Whether a word of the notes is cut short for the one before a name in the draft: "Supt" for "Superintendent"."""
    clause, match = name
    rank = _LAST_WORD.search(clause.text[: match.start()])
    return rank is not None and stands_for(word.lower(), rank[1].lower()) >= SUBSEQUENCE


def _has_initial(words: list[tuple[Clause, re.Match[str]]], n: int) -> bool:
    """Whether a word is a first name by the letter of a surname behind it: "jan w"."""
    return len(_words_beside(words, n)[1]) == 1


def _words_beside(words: list[tuple[Clause, re.Match[str]]], n: int) -> tuple[str, str]:
    piece, word = words[n]
    before = words[n - 1] if n else None
    after = words[n + 1] if n + 1 < len(words) else None
    return (
        before[1][0] if before and before[0] is piece and word.start() - before[1].end() <= 1 else "",
        after[1][0] if after and after[0] is piece and after[1].start() - word.end() <= 1 else "",
    )


_LABEL = re.compile(
    r"(?:\A|[/|;+]\s*)\W{0,6}(?:\d{1,2}\W{1,3})?(?:apol(?:og(?:y|ies)|s|ogs)?|aps?|sorry|regrets|absent|abs)\b\W*"
    r"(?:(?:for absence|from|rec'?d|received)\b\W*)*|\b(?:apol(?:og(?:y|ies)|s|ogs)?|regrets)\b\W*(?:(?:from|rec'?d)\b\W*)?",
    re.IGNORECASE,
)
"""What stands before those who are away: "ap GF, RP", "Apologies: 1. Ann Ford"."""
_TRAILED = re.compile(
    r"(?P<who>[A-Za-z][a-z]+(?: [A-Za-z][a-z]*\.?)?|[A-Z]{2,3})\s+(?:(?:sends?|sent|gave)\s+)?"
    r"(?:sorry|regrets|exc(?:used)?|apol(?:og(?:y|ies)|s|ogs)?|away|absent|unable|can'?t(?: come| make it)?)\W*\Z"
)
"""Somebody away who is named before the word: "Ross A sorry", "paul s sends apols"."""
_AWAY, _AT_HEAD = re.compile(r"\baway\b", re.IGNORECASE), 0.15
"""A word that is of this meeting at the head of the notes, which is so much of them."""
_SAYS_AWAY = re.compile(r"\b(?:ap|sorry|regrets|exc|abs|away|unable|can'?t)", re.IGNORECASE)
"""What both have a word of."""
_APOLOGIES_HEADED = re.compile(r"\W*(?:\d+\W+)?(?:apologies|regrets)\b", re.IGNORECASE)
_NAME_AND_SORRY = 2
"""Words of a jotting that is but a name and that it is away: "fay sorry"."""
_NONE = re.compile(r"\b(?:none|nil|nobody)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\s[-\u2013]\s[^,;|]*|\s\((?:away|in|at|on|off|with|for|from|till?|until)\b[^)]*\)")
"""What is said of one of them: "Apols Ann Ford - JS covers", "Ann Ford (in Leeds)"."""
_TRAILED_PART = re.compile(r"(?<= / )[^/]*\b(?:exc(?:used)?|regrets|absent|apols?|sorry)\b\W*(?=\Z| / )")
"""A part of a line at whose end the word stands: "MK EB / WP exc / JS in the chair"."""
_PART_END = re.compile(
    r"\s/\s|[|;]|--?>|\u2192|\binstead\b|\bfor whom\b|\bsub(?:stitute)?\b|\bpres(?:ent)?\b|\b(?:here|in(?: the)? room|in attendance|attending)\b\W*:"
)
_NOT_OF_THIS = re.compile(
    r"\bnot apol|\bmy apologies\b|\bnext (?:[a-z]+ ){0,2}(?:mtg|meeting|time|month)\b|\b(?:none|no|nil|nobody|n/a)\b"
    r"|\bapologi[sz]\w+|\bapol\w*\s+(?:to|for)\b(?! absence)",
    re.IGNORECASE,
)
"""Of an apology: none, for another meeting than this, or for what was said."""
_TELLS = re.compile(
    r"\bapolog|\babsen|\bregrets\b|\bexcused\b|\bsorry\b|\b(?:not|un)[ -]?(?:able|attending|present|here)\b|\b(?:was|were|are|is) away\b"
    r"|\baway\b\W*:|\bin (?:his|her|their) absence\b|\b(?:could|did) not (?:attend|come|be)\b|\bmissing\b\W*:",
    re.IGNORECASE,
)
"""How minutes tell that somebody is away."""
_NOT_AWAY = re.compile(
    r"['\u2019]s\b|\s+(?:scrib|clerk|chair|minut|taking|notes|here|present|sub(?:s|bing|stitut\w*)?\b|(?:off|out|left|leaves|gone) (?:at )?\d)"
    r"|(?:\s+(?:sir|madam))?\s+(?:on (?:zoom|teams|line|screen|phone)|via|online|joined|late|arriv|in \d)",
    re.IGNORECASE,
)
"""What follows somebody who is there, or whose people are meant."""
_LEFT = re.compile(r"\bresign|\bvacan", re.IGNORECASE)
"""How minutes tell that somebody is a member no more."""
_SPEAKER = re.compile(r"[^:]{2,40}:\s")
_NAME = re.compile(r"\b[A-Z]{2,3}\b|\b[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?\b|\b[a-z]{3,}\b")
_NO_PERSON = re.compile(
    r"Apols?|AP|Apologies|Cllrs?|Mrs?|Ms|Dr|Boro|BC|CC|DC|PC|PCSO|None|Nil|Not|NHS|ICB|The|From|Sends?|Sorry|Rev|Zoom|Teams|Skype|Phone",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"[^,;&+/|]+")
_SMALL_NAME = re.compile(
    r"\s*(?:(?:the|mr|mrs|ms|miss|dr|cllr)s?\.?\s)?(?P<name>[a-z]{2,})(?:\s[a-z])?\s*\.?\s*"
)
"""An entry of a list of people in small letters."""
_SMALL_WORD = re.compile(r"[a-z]+")
_FEWEST_ENTRIES = 3
"""Entries of a list in which one that names nobody is still a name."""
_MERE_LABEL = 5
"""Words of a clause that only says that apologies follow."""
_SHORTEST, _INITIALS = 2, 3
"""Letters of what is no word, and of initials at most; a longer word may stand in the draft within another."""


@frozen
class MissingApology:
    """Somebody whom the notes have as away, and the draft does not."""

    called: str
    noted: Location
    told: Clause | None
    """Where the draft lists apologies."""


def apologies_left_out(pair: Pair, jotting: Clause) -> MissingApology | None:
    """The first of those whom a jotting names as away, of whom the draft says nothing of the kind."""
    listed = list(_names_listed(pair, jotting))
    if not listed:
        return None
    told = _telling(pair)
    text = " ".join([*(c.text for c in told), *pair.apologies]).lower()
    firsts = "".join(words[0] for words in re.findall(r"[a-z']+", text))
    away = {p.key for p in pair.roster.all if any(p.last in name for name in pair.apologies)}
    for piece, word, who in listed:
        if (who & away) or any(who & m.who for c in told for m in pair.mentions[c.index]):
            continue
        if any(word[0] in c.text for c in clauses_telling(pair, _LEFT)):
            continue
        if any(re.search(rf"\b{word[0][0]}\. ?[A-Z][a-z]", c.text) for c in told) and word[0][1:].islower():
            continue  # the draft has no more of their given names
        low = word[0].lower()
        run = firsts if word[0].isupper() and len(low) <= _INITIALS else re.sub(r"[^a-z]", "", text)
        if any(len(part) > 1 and part in run for part in (low, low[1:])) or may_be_said(low, text):
            continue
        if who or _is_name(pair, listed, word[0], has_list=bool(told or pair.apologies)):
            place = piece.place(word.start(), word.end())
            lists = [c for c in told if not _is_mere_label(c)]
            telling = [c for c in lists if _TELLS.search(c.text)] or lists or told
            return MissingApology(full_name(pair, word[0], who), place, telling[0] if telling else None)
    return None


@lru_cache(maxsize=4)
def _telling(pair: Pair) -> tuple[Clause, ...]:
    """The clauses that may tell who is away: passages that say so, what goes on with them, and what no roll has."""
    found: dict[int, Clause] = {}
    for clause in clauses_telling(pair, _TELLS):
        following = pair.clauses[clause.index : clause.index + 3]
        found |= {c.index: c for c in pair.clauses if c.passage == clause.passage}
        if clause.text.count("|") > 1:
            found |= {c.index: c for c in _rows_below(pair, clause)}
        elif _is_mere_label(clause):
            found |= {c.index: c for c in following[: 3 if clause.is_heading else 2]}
    for index in sorted(found):
        while pair.clauses[index].text.rstrip().endswith(";") and index + 1 < len(pair.clauses):
            index += 1  # noqa: PLW2901 -- the list goes on
            found[index] = pair.clauses[index]
    return tuple(found[index] for index in sorted(found))


def _rows_below(pair: Pair, head: Clause) -> Iterator[Clause]:
    """The rows of a table below one that names its columns."""
    return takewhile(lambda row: "|" in row.text, pair.clauses[head.index + 1 :])


def _is_mere_label(clause: Clause) -> bool:
    """Whether a clause only says that apologies follow."""
    return (
        len(clause.text.split()) <= _MERE_LABEL
        and not _NONE.search(clause.text)
        and not any(_apology_names(clause))
    )


def _names_listed(pair: Pair, jotting: Clause) -> Iterator[tuple[Clause, re.Match[str], Who]]:
    """The words of a jotting that name people who are away, with whom they may mean."""
    if not _SAYS_AWAY.search(jotting.text) or _NOT_OF_THIS.search(jotting.text):
        return
    label = _LABEL.search(jotting.text)
    trailed = _TRAILED.search(jotting.text, *_part_before_aside(jotting.text, label))
    label = None if trailed else label
    if trailed and _AWAY.search(trailed[0]) and jotting.index > _AT_HEAD * len(pair.jottings):
        return  # who was heard has gone, or will be away another day
    if label and label[0].isupper() and pair.meant_by(re.sub("[^A-Z]", "", label[0]))[1] > 1:
        return  # AP is somebody
    if trailed:
        pieces = [(jotting, *trailed.span("who"))]
    elif label:
        pieces = [*_after_label(pair, jotting, label)]
    else:
        return
    words = jotting.text.split()
    is_all = trailed and len(words) == _NAME_AND_SORRY and words[0].lower() not in GRAMMAR_WORDS
    says_whom = trailed or (label and re.search(r"\bfrom\b", label[0], re.IGNORECASE))
    for piece, begin, end in pieces:
        mentions = pair.noted[piece.index]
        asides = [match.span() for match in _ASIDE.finditer(piece.text, begin, end)]
        for word in _NAME.finditer(piece.text, begin, end):
            if any(first <= word.start() < last for first, last in asides):
                continue
            who = frozenset(k for m in mentions if m.start <= word.start() < m.end for k in m.who)
            is_small = word[0].islower()
            if _NOT_AWAY.match(piece.text, word.end()):
                continue
            is_named = not is_small or who or (says_whom and word[0] in GIVEN)
            if not _NO_PERSON.fullmatch(word[0]) and (is_named or (is_all and _says_none(pair))):
                yield piece, word, who
        yield from _unknown_entries(pair, piece, begin, end)


def _unknown_entries(
    pair: Pair, piece: Clause, begin: int, end: int
) -> Iterator[tuple[Clause, re.Match[str], Who]]:
    """In a list in small letters, "jan w, the crouches, cllr lamb", the entry that names nobody of the draft, where all others do."""
    mentions = pair.noted[piece.index]
    entries = [e for e in _ENTRY.finditer(piece.text, begin, end) if e[0].strip()]
    unknown = [e for e in entries if not any(e.start() <= m.start < e.end() for m in mentions)]
    if len(unknown) != 1 or len(entries) < _FEWEST_ENTRIES:
        return
    entry = _SMALL_NAME.fullmatch(piece.text, *unknown[0].span())
    name = _SMALL_WORD.match(piece.text, entry.start("name")) if entry else None
    if name and not is_stop_word(name[0]) and not _NO_PERSON.fullmatch(name[0]):
        yield piece, name, frozenset()


def _says_none(pair: Pair) -> bool:
    """Whether the draft says that nobody sent apologies."""
    return any(_NONE.search(clause.text) for clause in clauses_telling(pair, _APOLOGIES_HEADED))


def _part_before_aside(text: str, label: re.Match[str] | None) -> tuple[int, int]:
    """The part of a jotting, up to a bracket, at whose end the word for apologies stands: "(Ann apol) (Bo late)"."""
    if label is None:
        return 0, len(text)
    end = label.start() + len(label[0].rstrip(" :,.;(-\u2013"))
    begin = text.rfind("(", 0, end) + 1
    ends = [at for sign in "()" if (at := text.find(sign, end)) >= 0]
    return begin, min(ends, default=len(text))


def _after_label(pair: Pair, jotting: Clause, label: re.Match[str]) -> Iterator[tuple[Clause, int, int]]:
    """Where names stand after the word for apologies, in the next jotting of the line where it stands alone."""
    speaker = _SPEAKER.match(jotting.text)
    if speaker and speaker.end() <= label.start():
        yield jotting, speaker.end(), len(jotting.text)
        return
    end = _PART_END.search(jotting.text, label.end())
    yield jotting, label.end(), end.start() if end else len(jotting.text)
    line = pair.links.lines[jotting.item]
    after = pair.jottings[jotting.index + 1] if jotting.index + 1 in line else None
    if after and not re.search(r"\w", jotting.text[: label.start()] + jotting.text[label.end() :]):
        end = _PART_END.search(after.text)
        yield after, 0, end.start() if end else len(after.text)


def _is_name(
    pair: Pair, listed: list[tuple[Clause, re.Match[str], Who]], word: str, *, has_list: bool
) -> bool:
    """Whether a word that means nobody of the draft is a name: one of a list of names, or the only one."""
    if not has_list:
        return True
    others = [other[0] for _, other, _ in listed if other[0] != word]
    known = [other for other in others if pair.meant_by(other)[0]]
    return len(listed) == 1 or (bool(known) and len(known) == len(others))


@lru_cache(maxsize=8)
def clauses_telling(pair: Pair, of: re.Pattern[str]) -> tuple[Clause, ...]:
    """The clauses of the draft that tell of something."""
    return tuple(clause for clause in pair.clauses if of.search(clause.text))


def may_be_said(word: str, text: str) -> bool:
    """Whether any word of the draft's list may be meant, misheard or cut short; of a full name the surname."""
    last = word.rsplit(maxsplit=1)[-1] if word else ""
    return len(last) > _SHORTEST and any(may_name(last, other) for other in _words_of(text))


@lru_cache(maxsize=8)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z][a-z'-]+", text))


def full_name(pair: Pair, word: str, who: Who) -> str:
    """A word of the notes with the name that it stands for: "UP (Una Price)"."""
    full = pair.roster.name_of(who)
    return f"{word} ({full})" if full and full != word else word
