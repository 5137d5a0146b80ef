"""Which way it went, up or down, kept or removed, done or not: where the notes have the opposite.

``AXES`` are pairs of opposite words, as patterns. A clause and the jotting that it was written from are compared
only where both say one side, and neither is turned by a "not".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from review_tui.facts.changes import change_clashes
from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.matched import Match, matches_of
from review_tui.facts.nearness import (
    OPPOSED,
    PART_END,
    SPOKEN_FIGURE,
    THOUSANDS,
    distances,
    is_same,
    nearness,
    tokens_of,
)
from review_tui.facts.negatives import NOT, NOTED_NOT, says_not, says_otherwise
from review_tui.facts.pair import Pair
from review_tui.language.stems import stem
from review_tui.language.stop_words import GRAMMAR_WORDS, is_stop_word
from review_tui.language.word_match import SYNONYMS, stands_for
from review_tui.model.frozen import frozen

_I = re.IGNORECASE
_WORD = re.compile(r"[A-Za-z']+")
_NO_BASELINE = r"(?!\s+(?:(?:budget|plan|target|forecast)\b|(?:the |an? |its |their |our )?(?:\d|[\u00a3$\u20ac]|required|last|previous|same\b|average)))"
"""After a word for being against something: not what a figure is held against."""
_PLUS = r"\+(?=[\u00a3$\u20ac]?\d)"
_MINUS = r"(?<!\d )[-\u2212](?=[\u00a3$\u20ac]?\d)"
"""Signs before a figure of the notes, of which alone they are said."""
_SIDE_OF = r"(?= (?:aisle|side|end|wall|wing|door|gate|roof|bank|shore|entrance|boundary|transept|porch|slope|pier|stand)\b)"
"""After a letter for a point of the compass."""
_NOT_SINCE = r"(?![^.;]{0,60}\b(?:ha[sd]|have)\s(?:now\s|all\s|since\s|not\s|not\syet\s)?been\s(?!deferred|delayed|postponed)\w+(?:ed|en|t)\b)"
"""After "outstanding": that it is so no more, "the checks outstanding have been made"."""
_AXES: Mapping[str, tuple[str, str]] = {
    "rise": (
        rf"r[io]se[ns]?\b|rising|increas\w+|gr[eo]wn?\b|growth|climb\w*|swell\w*|swollen|higher|commoner|[\u2191\u2197]|{_PLUS}|plus(?=\s?\d)|(?<!seat )(?<!seats )(?<!term )(?<!terms )(?<!time )up\b(?!\s+(?:to|by a|the|for|a)\b)|raised?\b(?!\s+(?:(?:over|about|nearly|some|around|just over|almost|a total of|a further|the sum of)\s+)?[\u00a3$\u20ac]\d)|more\b(?!\s+(?:cheap|than \d))|dearer|longer\b",
        rf"(?<!in the )(?<!this )(?<!next )(?<!last )f[ae]ll(?:en|ing|s)?\b(?! (?:due|vacant|on|within|into|back|through|off|out|semester|term|20\d\d)\b)|drop\w*|decreas\w+|reduc\w+|lower\w*|shr[aiu]nk\w*|dwindl\w*|diminish\w*|rarer|scarcer|[\u2193\u2198]|down\b|dn\b|less\b(?!\s+[\u00a3$\u20ac]?\d)|fewer\b|{_MINUS}|declin\w+(?=\s+(?:by|from|to|in)\b)|minus(?=\s?\d)|cuts?\b|smaller|narrow\w+|cheaper|more cheap|shorter\b",
    ),
    "over": (
        rf"over\b(?!\s+(?:the|a|to|from|for)\b(?! (?:budget|estimate|target|limit|average)))|above|exceed\w*|ahead|surplus|{_PLUS}|(?:high|great|larg)er than\b|more than\b(?! \d)",
        rf"under\b(?!\s+(?:the|a|an|which|section|our|delegated|his|her)\b)|below|behind|deficit|def(?= [\u00a3$]?\d)|short\b|deffisit|{_MINUS}|(?:low|small|few)er than\b|less than\b(?! \d)",
    ),
    "high": (r"high\b|higher", r"low\b|lower\b"),
    "open": (r"re-?open\w*|open(?:s|ed)?\b", r"(?<!meeting )(?<!session )clos(?:e[sd]?|ing)\b|shut\w*"),
    "half": (r"hal[fv]\w*|1/2", r"doubl\w+|twice"),
    "before": (r"before|prior to|b4\b", r"after(?!noon)\b|(?<!at )once\b"),
    "early": (r"earl\w+", r"later?\b(?!\s+date)"),
    "keep": (
        r"ke(?:ep|pt)\w*|retain\w*|(?-i:IN)\b(?!\s\S)|stay(?:s|ed|ing)?\b|remain\w*|continu(?:e[sd]?|ing) (?:as|for|in)\b|leave (?:it|them)\b",
        r"remov\w+|withdraw\w*|drop\b|demolish\w*|taken? (?:down|away|out)|los(?:e|es|ing)\b|scrap\w*|abolish\w*|lift(?:ed)?\b|goes\b|(?-i:OUT)\b",
    ),
    "free": (
        r"at no cost|foc\b|f\.o\.c|free\b(?!\w)|no charge|without charge|nil cost",
        r"at (?:the |a |its |their )?(?:own )?(?:cost|expense)\b|at cost|charged\b|\ba (?:small |reduced )?charge\b",
    ),
    "accept": (r"accept\w*|take[ns]?\b|took", r"declin\w+|reject\w*|refus\w+|turn\w* down"),
    "for": (
        r"in favou?r(?!,? (?:except|bar|but|apart))|(?:argued|spoke|spoken|voted|speaking|arguing) for\b|support\w*|\bpro\b",
        rf"against{_NO_BASELINE}|agst{_NO_BASELINE}|con\b|oppos\w*|objec\w*|unsupported",
    ),
    "complete": (
        r"complet\w+|done\b|finish\w+|conclud\w+|settled|cleared",
        rf"outstanding{_NOT_SINCE}|still|ongoing|on-?going|pending|haggl\w*|unfinished|incomplete|not done|awaited|continu\w+",
    ),
    "left": (r"left-hand|left hand|\bleft side", r"right-hand|right side"),
    "north": (
        rf"north\w*|(?-i:N)(?= [a-z]{{3}})|n{_SIDE_OF}",
        rf"south\w*|(?-i:S)(?= [a-z]{{3}})|s{_SIDE_OF}",
    ),
    "profit": (r"profit\w*|surplus|\+(?=\s?[\u00a3$\u20ac]?\d)", r"loss\b|deficit|-(?=[\u00a3$\u20ac]\d)"),
    "east": (
        rf"east(?:ern|bound|ward)?\b|(?-i:E)(?= [a-z]{{3}})|e{_SIDE_OF}",
        rf"west(?:ern|bound|ward)?\b|(?-i:W)(?= [a-z]{{3}})|w{_SIDE_OF}",
    ),
    "square": (r"square\b", r"round\b|circular"),
    "public": (r"in public|public session|open session", r"in private|private session|exempt|confidential"),
    "better": (
        r"better|improv\w+|good\b|favourabl\w+",
        r"worse\w*|deteriorat\w+|poor\w*|\bbad(?:ly)?\b|adverse\w*|adv\b|unfav\w+",
    ),
    "comply": (r"complian(?:t|ce)|compl(?:y|ies|ied)\b", r"non-?\s?compl\w*"),
    "mended": (
        r"repaired\b|mended\b|(?:been|was|were|is|now) fixed\b|restored\b|in working order|back in use",
        r"broken\b|bust(?:ed)?\b|dead\b|kaput|out of order|still (?:not|no)\b|u/s\b|knackered",
    ),
    "fast": (r"\bfast\w*|quick\w*", r"\bslow\w*"),
    "first": (
        r"\bfirst\b(?! minister)",
        r"\blast\b(?! (?:week|month|year|yr|time|night|spring|summer|autumn|winter|meeting|mtg|few|two|three|\d))",
    ),
    "temporary": (r"temporar\w+|temp\b", r"permanent\w*|perm\b"),
    "grant": (r"grant(?:ed|ing)?\b(?!s)", r"refus\w+|reject\w+|den(?:y|ied|ies|ying|ial)\b"),
    "monthly": (r"monthly", r"weekly|quarterly|annual\w*"),
    "present": (r"\bwas present\b", r"absent"),
    "majority": (r"minority", r"majority"),
    "extend": (r"extend\w*|longer", r"shorten\w*|shorter|cut short"),
    "buy": (r"buy\b|(?:store-?)?bought|purchas\w+", r"sell\b|sold\b|sale\b"),
    "allow": (
        r"allow(?:ed)?\b|permit\w*|uphold|upheld",
        r"dismiss\w*|forbid\w*|forbad\w*|prohibit\w*|ban(?:ned)?\b",
    ),
    "on": (
        r"(?:turn|switch|put|left|leav|stay|kept?)\w* on\b|(?-i:ON)\b",
        r"(?:turn|switch|left|leav|stay|kept?)\w* off\b|(?-i:OFF)\b|off\b(?= (?:at|from|until|till|over|by)\b)",
    ),
    "go on": (
        r"continu\w+|carr(?:y|ied|ying) on\b|go(?:es|ing)? ahead|proceed\w*|resum\w+|renew\w*|keep\b|kept\b",
        r"(?:to|be|will|should|would|was|were) (?:stop|end|cease)(?:ped)?\b|stopped\b|stopping\b|discontinu\w+|cancel\w*|suspend\w*|abandon\w*|scrap\w*",
    ),
    "near": (r"near(?:er)? to\b|nearer|closer\b|towards", r"away\b|far(?:ther)? from|further from"),
    "change": (
        r"stay\w*|unchanged|remain\w*|held at|no change|frozen|as (?:is|before)\b|same\b(?=\s{0,2}(?:[,;.:|()]|\Z))|untouched|\u2260",
        r"raised?\b|increased?\b|reduced?\b|lowered\b|cut\b|alter(?:ed|s)?\b|chang(?:ed?|es)\b|affected\b",
    ),
    "include": (r"includ\w+", r"exclud\w+|omit\w*|left out"),
    "least": (r"at least|minimum|min\b", r"at most|maximum|max\b|no more than"),
    "optional": (r"voluntar\w+|optional", r"compulsory|mandatory|obligatory"),
    "inside": (r"inside|indoors|interior", r"outside|outdoors|exterior|o/s\b"),
    "top": (r"top\b(?! up)|upper\b", r"bottom\b"),
    "agree": (r"agree(?:d|s)? with", r"disagree\w*"),
    "able": (r"successful\w*|succeed\w*", r"unsuccessful\w*|fail(?:ed|s)?\b"),
}
AXES = {
    name: (re.compile(rf"(?<![\w-])(?:{one})", _I), re.compile(rf"(?<![\w-])(?:{other})", _I))
    for name, (one, other) in _AXES.items()
}
_ANY_SIDE = re.compile(
    rf"(?<![\w-])(?={'|'.join(f'(?:{side})' for sides in _AXES.values() for side in sides)})", _I
)
"""Where a word of any side begins."""
_LEAST_OPPOSITE = 1.3
"""What clause and jotting must share, the more of the jotting is in the clause the less."""
_REACH = 40
"""Characters before a word in which a "not" may turn it."""
_MOST_JOTTINGS = 3
"""Jottings of a clause that are looked at."""
_LEAST_SURE = 0.12
"""How near to both words what both texts have must stand, times the share of what is around the word of the notes that is met
around the draft's, times how near clause and jotting come to being each other's best."""
_LEAST_NEARNESS, _CLEARLY = 0.08, 2.0
"""How near it must be in another clause that says it, and how much nearer than another, where both texts have both sides."""
_MUCH_CLEARER = 3.0
"""The same where the draft alone has both sides."""
_AS_NEAR = 0.5
"""How near another clause must come that says it."""
_SHORTEST_CUT, _CERTAIN = 4, 0.75
"""Letters that a word cut short must have left, and how surely it must stand for the whole."""
_NOT_CUT = frozenset({"again", "remove", "close", "open", "retain", "permit", "object", "favour"})
"""Whole words that another begins with."""
_SEEDS = {
    "rise": ("increase increased raised", "decrease decreased reduced lowered"),
    "open": ("opened reopened", "closed"),
    "keep": ("retain retained", "removed withdrawn demolished"),
    "temporary": ("temporary", "permanent"),
    "allow": ("allowed permitted", "prohibited banned"),
    "for": ("supported favour", "opposed objected against"),
}
"""Words that clerks cut short, by axis and side."""
_OTHER_THING = re.compile(rf",(?!\d)|[;|]|\.\s|\b(?:{OPPOSED})(?!\w)", _I)
"""Where the part ends that is of one thing; what stands in brackets is of the thing before."""
_EXCEPTION = re.compile(
    r"\b(?:bar(?= (?:one|two|the|for)\b| (?-i:[A-Z])| \d)|except(?:ing)?|apart from|other than|aside from|not counting)\b[^;|.:]*",
    _I,
)
"""What something is not said of, that is said of all others."""
_ALL_BUT = re.compile(r"\b(?:all|every\w*) (?:but|except|bar)\b", _I)
"""What makes a text say a thing of most and the opposite of some: "all but two had done it"."""
_TOKEN_END = re.compile(r"[.,]+\Z")
_VERDICT = re.compile(r"(?-i:NO)\b(?:\s*[,:\u2013-]|\s+(?:stays?|remains?|still|keep|leave)\b)", _I)
"""A "no" that answers, and turns nothing after it."""
_VERB_WITH_UP = re.compile(
    r"\b(?:giv|gav|set|tak|took|follow|sign|back|draw|drew|pick|clean|tid|turn|mad|mak|com|cam|bring|brought|look|writ|wrote"
    r"|mop|wind|wound|stand|stood|step|sit|sat|break|broke|clos|shut|lock|pass|put|call|speed|catch|caught|end|hold|held)"
    r"[a-z]{0,4}\s\Z",
    _I,
)
"""A verb that with "up" or "down" behind it means something else than more or less."""
_MOVED = re.compile(r"\d\s?(?:\u2192|-+>|=>|to)\s?[\u00a3$\u20ac]?\d")
"""A figure of the notes that becomes another."""
_SIGNS = "+-\u2212"
_SIGNED = re.compile(r"[\u00a3$\u20ac]?(\d[\d,.]*\d|\d)")
_BESIDE = 5
"""Words off a word of the draft that the figure of a plus or minus may stand."""
_TOLD, _NOTED = False, True
_OF_GROUP = "non"
"""What makes a group of those who are not in it, and turns nothing that is said of them: "non profits free"."""


def opposite_clashes(pair: Pair) -> Iterator[Clash]:
    """Where the notes have the opposite, in the order of the draft."""
    if not pair.jottings:
        return
    for clause in pair.clauses:
        matches = matches_of(pair, clause, _MOST_JOTTINGS)
        for match in matches:
            yield from _axes(pair, match)
        yield from change_clashes(pair, matches[0] if matches else None, clause.index)


@frozen
class _Sign:
    """A word of one side of an axis."""

    axis: str
    side: int
    start: int
    end: int
    word: str
    is_turned: bool
    """Whether a "not" stands before it in its part of the text."""
    part: tuple[str, ...]
    """The telling words and larger figures of its part of the text."""
    figure: str
    """Of a plus or minus, the figure right behind it."""
    near: tuple[tuple[str, int], ...]
    """The telling words and figures around it, each with how many words off it stands."""


def _axes(pair: Pair, match: Match) -> Iterator[Clash]:
    if match.force < _LEAST_OPPOSITE and not _shares_figure(pair, match):
        return
    theirs = _signs_of(match.noted_apart, _NOTED)
    if not theirs or _ALL_BUT.search(match.clause.text) or _ALL_BUT.search(match.noted_apart):
        return
    told, noted = _signs_of(match.clause.text, _TOLD), theirs
    if crossed := _crossed(match, told, _signs_of(match.jotting.text, _NOTED)):
        here, there = crossed
        yield match.says(here.start, here.end, _in_full(match.jotting.text, there))
        return
    mine, theirs = _without_agreed(told, theirs)
    found: list[tuple[float, _Sign, _Sign]] = []
    for here in mine:
        for there in theirs:
            if _is_opposite(here, there) or _is_lost_not(match, here, there):
                near = nearness(here.near, there.near)
                if there.part and not _is_met(pair, there.part, match.clause):
                    continue  # said of another thing
                if here.axis in _CONVERSE and _is_turned_round(match, here, there):
                    continue
                if there.figure and not _is_of_figure(here, there.figure):
                    continue
                if here.axis == "change" and (
                    _MOVED.search(match.noted_apart) or any(sign.axis == "rise" for sign in theirs)
                ):
                    continue  # one of several stays, and which the draft tells of can't be known
                sure = (
                    near
                    * _met_around(here, there)
                    * pair.links.mutuality(match.clause.index, match.jotting.index)
                )
                if any(
                    s.start == here.start and s.axis != "change" and _nearest_agreeing(s, noted) >= near
                    for s in told
                ):
                    continue  # it is said so in another way: "low", of which "lower" is a form as well as "less"
                if sure >= _LEAST_SURE and not _is_explained(here, there, near, mine, theirs):
                    found.append((near, here, there))
    for near, here, there in sorted(found, key=lambda one: -one[0])[:1]:
        if not _is_said_beside(pair, match, there, near):
            yield match.says(here.start, here.end, _in_full(match.noted_apart, there))


def _crossed(match: Match, told: Sequence[_Sign], noted: Sequence[_Sign]) -> tuple[_Sign, _Sign] | None:
    """A word whose opposite the notes have of its thing, and it of the opposite's: "e-books down and DVDs up", "ebooks up dvds down"."""
    for axis in {s.axis for s in told} & {s.axis for s in noted}:
        mine, theirs = ([s for s in signs if s.axis == axis and not s.is_turned] for signs in (told, noted))
        if any({s.side for s in both} != {0, 1} or len(both) != _BOTH for both in (mine, theirs)):
            continue
        my_things = _things(match.clause.text, mine)
        their_things = _things(match.jotting.text, theirs)
        for n, here in enumerate(mine):
            m = next(m for m, there in enumerate(theirs) if there.side != here.side)
            is_across = _is_of_same(my_things[n], their_things[m])
            is_straight = _is_of_same(my_things[n], their_things[1 - m]) or _is_of_same(
                my_things[1 - n], their_things[m]
            )
            if is_across and not is_straight:
                return here, theirs[m]
    return None


_BOTH = 2
"""Words of an axis in a text that says one thing of this and its opposite of that."""


def _things(text: str, signs: Sequence[_Sign]) -> list[frozenset[str]]:
    """The words that stand with each of two in a row, where all stand before their word or all behind it; without those of both."""
    tokens = [t for t in tokens_of(text) if not any(s.start <= t[0] < s.end for s in signs)]
    (first, last), found = signs, [frozenset[str](), frozenset[str]()]
    if not any(at > last.start for at, _ in tokens):
        cut = first.start
    elif not any(at < first.start for at, _ in tokens):
        cut = last.start
    else:
        return found
    before, behind = (
        frozenset(w for at, w in tokens if (at > cut) is is_behind) for is_behind in (False, True)
    )
    return [before - behind, behind - before]


def _is_of_same(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(is_same(word, other) for word in theirs for other in mine)


def _in_full(text: str, sign: _Sign) -> str:
    """A word of the notes as they have it, with the "not" right before it."""
    before = _NOT_RIGHT_BEFORE.search(text, 0, sign.start)
    return text[before.start() if before else sign.start : sign.end]


_NOT_RIGHT_BEFORE = re.compile(r"(?:not|never|n't)\s+\Z", _I)


def _is_lost_not(match: Match, here: _Sign, there: _Sign) -> bool:
    """Whether the notes have a "not" before what the draft says in the same word, with nothing that turns it: "not before May"."""
    return (
        here.axis in _TURNED_WHOLE
        and (here.axis, here.side) == (there.axis, there.side)
        and _NOT_RIGHT_BEFORE.search(match.noted_apart, 0, there.start) is not None
        and not says_not(match.clause.text)
        and not says_otherwise(match.clause.text, frozenset())
    )


def _is_turned_round(match: Match, here: _Sign, there: _Sign) -> bool:
    """Whether what stands before the one word stands behind the other: "cut before the total was fixed", "total (AFTER cut)"."""
    mine = _sides_of(match.clause.text, here)
    theirs = _sides_of(match.noted_apart, there)
    met = [[sum(is_same(a, b) for a in one for b in other) for other in theirs] for one in mine]
    return met[0][1] + met[1][0] > met[0][0] + met[1][1]


def _sides_of(text: str, sign: _Sign) -> tuple[list[str], list[str]]:
    tokens = tokens_of(text)
    return [w for at, w in tokens if at < sign.start], [w for at, w in tokens if at >= sign.end]


_CONVERSE = frozenset({"before"})
"""Axes of which the one word says of two things what the other says of them the other way round."""
_TURNED_WHOLE = frozenset({"before"})
"""Axes of which a word under a "not" is the reverse of the word alone, and is not left out otherwise."""


def _is_met(pair: Pair, part: Sequence[str], clause: Clause) -> bool:
    """Whether any word or figure of a part of the notes stands in a sentence, be it by initials."""
    told = [word for _, word in tokens_of(clause.text)]
    return any(
        clause.index in pair.links.strengths.get(word, ())
        or any(is_same(word.lower(), other) for other in told)
        for word in part
    )


def _is_of_figure(sign: _Sign, figure: str) -> bool:
    """Whether the figure nearest to a word of the draft is one."""
    figures = [(far, word) for word, far in sign.near if word[:1].isdigit() or SPOKEN_FIGURE.fullmatch(word)]
    nearest = min(figures, default=(0, ""))[0]
    return nearest <= _BESIDE and any(far == nearest and is_same(word, figure) for far, word in figures)


def _met_around(mine: _Sign, theirs: _Sign) -> float:
    """The share of what stands around a word of the notes, the nearest counting most, that stands around the draft's, from 0 to 1."""
    total = sum(1 / far for _, far in theirs.near)
    met = sum(1 / far for word, far in theirs.near if any(is_same(word, other) for other, _ in mine.near))
    return met / total if total else 0.0


def _shares_figure(pair: Pair, match: Match) -> bool:
    """Whether one telling figure is in both and in no other line of the notes, which is link enough."""
    return match.shared >= _LEAST_OPPOSITE and any(
        pair.links.supporting(value) == {match.jotting.index} for value in pair.values[match.clause.index]
    )


def _without_agreed(
    mine: Sequence[_Sign], theirs: Sequence[_Sign]
) -> tuple[tuple[_Sign, ...], tuple[_Sign, ...]]:
    """Both without what both say in the same word, the nearest first."""
    same = sorted(
        (-near, s.start, t.start)
        for s in mine
        for t in theirs
        if stem(s.word) == stem(t.word)
        and s.is_turned == t.is_turned
        and (near := nearness(s.near, t.near)) >= _nearest_opposite(s, mine, theirs)
    )
    used: set[int] = set()
    met: set[int] = set()
    for _, here, there in same:
        if here not in used and there not in met:
            used.add(here)
            met.add(there)
    return tuple(s for s in mine if s.start not in used), tuple(t for t in theirs if t.start not in met)


def _nearest_opposite(one: _Sign, mine: Sequence[_Sign], theirs: Sequence[_Sign]) -> float:
    """How near the opposite of a word of the draft comes in the notes, where both texts have both: "fewer of these, more of those"."""
    nearest = max(
        (nearness(one.near, other.near) for other in theirs if _is_opposite(one, other)), default=0.0
    )
    return nearest if any(_is_opposite(one, other) for other in mine) else nearest / _CLEARLY


def _nearest_agreeing(one: _Sign, theirs: Sequence[_Sign]) -> float:
    """How near the same side of a word of the draft comes in the notes."""
    same = [t for t in theirs if t.axis == one.axis and t.side == one.side and t.is_turned == one.is_turned]
    return max((nearness(one.near, t.near) for t in same), default=0.0)


def _is_opposite(one: _Sign, other: _Sign) -> bool:
    return one.axis == other.axis and one.side != other.side and one.is_turned == other.is_turned


def _is_explained(
    here: _Sign, there: _Sign, near: float, mine: Sequence[_Sign], theirs: Sequence[_Sign]
) -> bool:
    """Whether either text has the other side too, and it is not clear that the one is said of this and the other of that."""
    same = [
        s for s in mine if s.axis == here.axis and s.side == there.side and s.is_turned == there.is_turned
    ]
    agreeing = [
        t for t in theirs if t.axis == here.axis and t.side == here.side and t.is_turned == here.is_turned
    ]
    if same and not agreeing:
        return near < _MUCH_CLEARER * max(nearness(s.near, there.near) for s in same)
    rivals = [nearness(s.near, there.near) for s in same] + [nearness(here.near, t.near) for t in agreeing]
    return near < _CLEARLY * max(rivals, default=0.0)


def _is_said_beside(pair: Pair, match: Match, there: _Sign, near: float) -> bool:
    """Whether another clause that may come from the jotting says what the notes say, about as near to what both have."""
    links, j = pair.links, match.jotting.index
    others = {*links.clauses_of[j], *(c.index for c in pair.beside(match.clause.index))} - {
        match.clause.index
    }
    return any(
        s.axis == there.axis
        and s.side == there.side
        and nearness(s.near, there.near) >= max(_LEAST_NEARNESS, _AS_NEAR * near)
        for k in others
        for s in _signs_of(pair.clauses[k].text, _TOLD)
    )


@lru_cache(maxsize=16384)
def _signs_of(text: str, jotted: bool) -> tuple[_Sign, ...]:
    """The words of an axis in a text, whether a "not" turns each, and the words that are its own."""
    begins = [m.start() for m in _ANY_SIDE.finditer(text)]
    found = [
        (m.start(), m.end(), axis, side)
        for axis, sides in (AXES.items() if begins else ())
        for side, words in enumerate(sides)
        for m in _matches_at(words, text, begins)
        if not (
            m[0].lower() in {"up", "down"} and _VERB_WITH_UP.search(text, max(0, m.start() - 12), m.start())
        )
    ]
    if jotted:
        for word in _WORD.finditer(text):
            cut = _cut_short(word[0].lower())
            if (
                cut
                and not _is_name(text, word)
                and not any(start <= word.start() < end for start, end, _, _ in found)
            ):
                found.append((word.start(), word.end(), *cut))
    if not found:
        return ()
    tokens = [
        (at, low) for at, low in tokens_of(text) if not any(start <= at < end for start, end, _, _ in found)
    ]
    found = [sign for sign in found if not _is_of_another_sign(text, sign, found)]
    ends = [m.start() for m in PART_END.finditer(text)]
    exceptions = [m.span() for m in _EXCEPTION.finditer(text)]
    nots = [
        m.start()
        for m in (NOTED_NOT if jotted else NOT).finditer(text)
        if not _VERDICT.match(text, m.start()) and m[0].lower() != _OF_GROUP
    ]
    spans = sorted(found)
    around = [distances(start, end, tokens, ends) for start, end, _, _ in spans]
    signs = []
    for (start, end, axis, side), near in zip(spans, around, strict=True):
        before = [n for n in nots if n < start and not any(n < e < start for e in ends)]
        turned = bool(before) and start - before[-1] <= _REACH
        rivals = [
            other for span, other in zip(spans, around, strict=True) if span[2] == axis and other is not near
        ]
        own = tuple(
            (tokens[n][1], far)
            for n, far in near.items()
            if all(far <= rival.get(n, far) for rival in rivals)
            and not any(start < begin <= tokens[n][0] < stop for begin, stop in exceptions)
        )
        figure = _SIGNED.match(text, end) if text[start] in _SIGNS else None
        first = max((m.start() for m in _OTHER_THING.finditer(text, 0, start)), default=-1)
        further = _OTHER_THING.search(text, end)
        last = further.start() if further else len(text)
        part = tuple(
            _TOKEN_END.sub("", text[at : at + len(low)])
            for at, low in tokens
            if first < at < last and len(low) > 1 and not is_stop_word(low)
        )
        signs.append(
            _Sign(
                axis,
                side,
                start,
                end,
                text[start:end].strip().lower(),
                turned,
                part,
                THOUSANDS.sub("", figure[1]) if figure else "",
                own,
            )
        )
    return tuple(signs)


def _matches_at(words: re.Pattern[str], text: str, begins: Sequence[int]) -> Iterator[re.Match[str]]:
    """As ``words.finditer(text)``, where it is known at which places a match may begin."""
    end = 0
    for start in begins:
        if start >= end and (match := words.match(text, start)):
            end = match.end()
            yield match


def _is_of_another_sign(
    text: str, sign: tuple[int, int, str, int], found: Sequence[tuple[int, int, str, int]]
) -> bool:
    """Whether a word says only for how long another is so, and not that something is undone: "still shut", "continued to rise"."""
    goes_on = _GOES_ON.match(text, sign[0])
    return goes_on is not None and any(
        start == goes_on.end() and axis != sign[2] for start, _, axis, _ in found
    )


_GOES_ON = re.compile(r"still (?:being |very |quite )?|continu(?:ed?|es|ing) to (?:be )?", _I)


def _is_name(text: str, word: re.Match[str]) -> bool:
    """Whether a word with a capital stands within a line, as no word cut short does."""
    return word[0].istitle() and text[: word.start()].rstrip()[-1:].isalpha()


@lru_cache(maxsize=16384)
def _cut_short(word: str) -> tuple[str, int] | None:
    """The axis and side of which a jotted word is a word cut short, as far as that is certain."""
    if (
        len(word) < _SHORTEST_CUT
        or word in GRAMMAR_WORDS
        or word in _NOT_CUT
        or word.replace("'", "") in SYNONYMS
    ):
        return None
    return next(
        (
            (axis, side)
            for axis, sides in _SEEDS.items()
            for side, seeds in enumerate(sides)
            for seed in seeds.split()
            if len(word) < len(seed) and word[:2] == seed[:2] and stands_for(word, seed) >= _CERTAIN
        ),
        None,
    )
